"""Schemas of the language tables, one module a table."""
