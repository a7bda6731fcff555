"""Schemas of ``concepts.toml`` of a language and of ``world/concepts.toml``."""

from __future__ import annotations

from workbench.languages.base import Table


class ConceptsTable(Table):
    """The table ``concepts.toml`` of a language."""

    concepts: dict[str, tuple[str, ...]]
    """Concept id to words: whole words, ``beginning*``, ``*end`` of a compound, phrases of several words."""


class ConceptKindsTable(Table):
    """The table ``world/concepts.toml``: what the concepts are, whatever the language."""

    events: frozenset[str]
    """Happenings."""
    states: frozenset[str]
    """What happened to people that are counted."""
    measures: frozenset[str]
    """What money, shares and measures are of."""
    people: frozenset[str]
    """People of some sort, whose place a state takes."""
    cumulative: frozenset[str]
    """Counts that only grow while a story goes on."""
    momentary: frozenset[str]
    """Counts of one moment."""
    weak: frozenset[str]
    """Concepts that say little about what a statement is about."""
    places: frozenset[str]
    """Places that are no names."""
    opposites: tuple[tuple[str, str], ...]
    """Pairs of which only one can hold."""
    broader: dict[str, str]
    """Concept to the wider one."""
    near: dict[str, str]
    """Concept to one that texts use in its place."""
    event_of: dict[str, str]
    """Counted thing to the event it takes part in."""
