"""What a detector is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workbench.compare.levels import Case, Finding
from workbench.compare.profile import Profile
from workbench.compare.types import Comparable
from workbench.model import RelationKind


@dataclass(frozen=True, slots=True)
class Example:
    """A pair that proves a detector."""

    says: str
    """What it shows, in one sentence."""
    left: Comparable
    """The one published first."""
    right: Comparable
    """The other."""
    kind: RelationKind | None
    """What the detector must say; None for nothing."""


@dataclass(frozen=True, slots=True)
class Detector:
    """Looks at two mentions of one sort and says how they stand to each other, or nothing."""

    name: str
    """Name of its module; shown with each suggestion."""
    kinds: tuple[RelationKind, ...]
    """The kinds it can suggest."""
    sort: type
    """What it compares: two quotes or two figures."""
    detect: Callable[[Case], Finding | None]
    """Gets the pair, the one published first on the left."""
    possible: Callable[[Profile, Profile], bool] = lambda _left, _right: True
    """Whether it may find anything: a cheap question, since nearly all pairs that share a block key come to nothing.

    What it lets through may still come to nothing; what it does not would have come to nothing.
    """
