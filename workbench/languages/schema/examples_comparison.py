"""Schemas of the examples that prove ``concepts.toml`` and ``comparison.toml`` of a language."""

from __future__ import annotations

from workbench.languages.base import Table


class ConceptExample(Table):
    """A sentence and concepts that are found in it."""

    text: str
    """The sentence."""
    has: tuple[str, ...] = ()
    """Concept ids that must be found."""
    lacks: tuple[str, ...] = ()
    """Concept ids that must not be found."""


class ConceptExamples(Table):
    """The table ``examples_concepts.toml``."""

    examples: tuple[ConceptExample, ...]
    """One for each rule worth showing."""


class MarkExample(Table):
    """A sentence and marks that are found in it."""

    text: str
    """The sentence."""
    has: tuple[str, ...] = ()
    """Marks that must be found: ``negation``, ``denial``, ``dispute``, ``possible`` …"""
    lacks: tuple[str, ...] = ()
    """Marks that must not be found."""


class MarkExamples(Table):
    """The table ``examples_comparison.toml``."""

    examples: tuple[MarkExample, ...]
    """One for each rule worth showing."""
