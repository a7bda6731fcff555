"""Two mentions and how they stand to each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from workbench.model.article import short_id

RelationKind = Literal[
    "repeats", "variant", "misquotes", "misattributed", "updates", "refines", "corroborates",
    "different_scope", "denies", "disputes", "contradicts", "unrelated",
]  # fmt: skip
"""The closed list, in the order in which the first that fits wins (design.md section 5)."""
RELATION_KINDS: tuple[RelationKind, ...] = get_args(RelationKind)

RelationGroup = Literal["same", "fits", "differs", "conflict", "none"]
GROUPS: dict[RelationKind, RelationGroup] = {
    "repeats": "same", "variant": "same", "misquotes": "conflict", "misattributed": "conflict",
    "updates": "differs", "refines": "fits", "corroborates": "fits", "different_scope": "differs",
    "denies": "conflict", "disputes": "conflict", "contradicts": "conflict", "unrelated": "none",
}  # fmt: skip
"""The coarse group of each kind; agreement is reported on both."""
DEFINITIONS: dict[RelationKind, str] = {
    "repeats": "same words, same speaker and occasion, or the same report copied",
    "variant": "same speaker and occasion, other words",
    "misquotes": "differs in meaning from a primary text, or from the quote beside it",
    "misattributed": "same words or figure under another speaker, or the source was dropped",
    "updates": "same quantity and scope, later as-of date, other value",
    "refines": "compatible, one more precise",
    "corroborates": "compatible, of independent origin",
    "different_scope": "looks comparable; thing counted, place, population or event differs",
    "denies": "one source says that it is not so",
    "disputes": "attacks motive or quality, not content",
    "contradicts": "cannot both be true: same event, scope and time",
    "unrelated": "looked at, nothing; never suggested again",
}
"""One line for each kind, shown at the key that chooses it."""

RelationState = Literal["suggested", "accepted", "changed", "rejected", "skipped", "flagged"]
"""``changed`` is an analyst's other kind in place of the suggested one; ``rejected`` is ``unrelated``."""


@dataclass(frozen=True, slots=True)
class Level:
    """One comparison's outcome: which of its ordered, labelled levels matched (splink's word)."""

    comparison: str
    """What was compared: ``value``, ``as_of``, ``noun``, ``scope``, ``speaker``, ``words`` …"""
    label: str
    """The level that matched, in words: "disjoint, apart by 26.500"."""
    weight: float
    """What it adds to the score; above 0 speaks for the relation, below against."""
    left: str = ""
    """What was compared on the left, for display."""
    right: str = ""
    """What was compared on the right, for display."""

    @property
    def name(self) -> str:
        """Which level it is, without what is particular to the pair: "value: apart"."""
        return f"{self.comparison}: {self.label.partition(': ')[0]}"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a detector suggests a relation."""

    summary: str
    """One sentence for the analyst."""
    levels: tuple[Level, ...] = ()
    """Every comparison made, in order."""
    reason: str | None = None
    """Closed list for ``contradicts`` and ``misquotes``: number date place negation antonym modality structure …"""
    subtype: str | None = None
    """For ``variant``: truncated, translated, paraphrased; for ``misattributed``: attribution_dropped."""
    facts: dict[str, object] = field(default_factory=dict)
    """JSON-able details: intervals, dates, word operations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A kind between two mentions, suggested by a detector or set by the analyst."""

    left: str
    """Mention id; the one published first (then article and offset decide)."""
    right: str
    """Mention id."""
    kind: RelationKind
    """What the detector suggests."""
    score: float
    """0 to 1: how much it deserves a look."""
    evidence: Evidence
    """Levels, facts and reason."""
    detector: str
    """Name of the detector, ``analyst`` when set by hand."""

    @property
    def id(self) -> str:
        """``r`` and 12 hexadecimal digits, from the unordered pair: one relation a pair."""
        return relation_id(self.left, self.right)


def relation_id(left: str, right: str) -> str:
    """The id of the pair, whichever way round."""
    return short_id("r", *sorted((left, right)))
