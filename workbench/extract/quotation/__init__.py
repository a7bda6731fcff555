"""Quotes: marks, cues, clauses, sources."""
