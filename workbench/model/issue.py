"""A question on which articles say different or the same things."""

from __future__ import annotations

from dataclasses import dataclass

CONFLICTS_COUNT = 0.9
"""What is left of the distance to 1 with every open conflict more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """One value in an issue's spread."""

    mention: str
    """Id of the figure."""
    when: str | None
    """Date it holds for, or that of its article; EDTF."""
    low: float | None
    """Lower end; None where it has none, or for a date."""
    high: float | None
    """Upper end; None where it has none."""
    text: str
    """The figure as written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Mentions about one thing, gathered around a representative, with their relations."""

    id: str
    """``i`` and the 12 digits of the representative's id."""
    representative: str
    """Id of the mention that all the others were compared to, or that most were."""
    question: str
    """What it is about, as the analyst would ask it."""
    mentions: tuple[str, ...] = ()
    """Ids of the mentions that its relations join, by date; of a very large issue the first."""
    relations: tuple[str, ...] = ()
    """Ids of its relations, most worth a look first; of a very large issue the first."""
    spread: tuple[Stated, ...] = ()
    """Every value that is stated, by date; empty for quotes."""
    sources: tuple[str, ...] = ()
    """Who is named as the source: that of the representative, then the most often named."""
    outlets: tuple[str, ...] = ()
    """Newspapers and sites, most often first."""
    articles: int = 0
    """How many articles state something."""
    origins: int = 0
    """How many of them are of independent origin."""
    conflicts: int = 0
    """How many relations are conflicts as they stand now."""
    open_conflicts: int = 0
    """How many of them wait for a decision."""
    open: int = 0
    """How many relations wait for a decision."""
    decided: int = 0
    """How many relations were decided."""
    look: float = 0.0
    """How much it deserves a look, 0 to 1."""


def issue_id(representative: str) -> str:
    """The id of the issue that a mention leads."""
    return f"i{representative[1:]}"


def look_of(best: float, open_conflicts: int) -> float:
    """How much an issue deserves a look: its best open relation, and a little more for every open conflict beside it."""
    return 1 - (1 - best) * CONFLICTS_COUNT ** max(0, open_conflicts - 1)
