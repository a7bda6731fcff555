"""Schemas of ``concepts.toml`` of a language and of ``world/concepts.toml``."""

from __future__ import annotations

from pydantic import Field

from workbench.languages.base import Table


class ConceptsTable(Table):
    """The table ``concepts.toml`` of a language."""

    concepts: dict[str, tuple[str, ...]]
    """Concept id to words: whole words, ``beginning*``, ``*end`` of a compound, phrases of several words."""
    split: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Concept id to pairs of words with others between them: *hield … aan*."""


class ConceptKindsTable(Table):
    """The table ``world/concepts.toml``: what the concepts are, whatever the language."""

    events: frozenset[str]
    """Happenings."""
    states: frozenset[str]
    """What happened to people that are counted."""
    measures: frozenset[str]
    """What money, shares and measures are of."""
    scales: frozenset[str]
    """Those of them that have no unit, so that a bare number can be one."""
    people: frozenset[str]
    """People of some sort, whose place a state takes."""
    things: frozenset[str]
    """Things that are counted."""
    cumulative: frozenset[str]
    """Counts that change while a story goes on, until they are known."""
    momentary: frozenset[str]
    """Counts of one moment."""
    weak: frozenset[str]
    """Concepts that say little about what a statement is about."""
    forecasts: frozenset[str]
    """What gives numbers of something that is yet to be counted: a poll is no result."""
    evidence: frozenset[str]
    """What shows something, and can be called a forgery."""
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

    @property
    def counted(self) -> frozenset[str]:
        """Everything that a figure can be of."""
        return self.people | self.things | self.states | self.measures
