"""Statements that very many mentions make: one leads, and whoever says the same stands behind it.

A statement that is everywhere must cost its line, not its square, and an analyst does not want each copy against every
other. The first few are held against everything; from then on one more copy is related to the one that leads, which
carries what there is to say of the statement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from workbench.compare.postings import STAR
from workbench.compare.profile import profile
from workbench.compare.quantity import fit
from workbench.compare.types import CandidateSource, Comparable
from workbench.model import GROUPS, Relation
from workbench.model.stars import WEAK

SAME = ("same", "fits")
"""Groups of kinds in which the one mention can stand for the other."""


def says_the_same(one: Comparable, other: Comparable, found: Relation) -> bool:
    """Whether two related mentions state one thing, so that what is said of the one holds for the other.

    Figures that fit need not: what fits "about 5,000" may contradict another figure that does.
    """
    if GROUPS[found.kind] not in SAME:
        return False
    left, right = profile(one).quantity, profile(other).quantity
    if left is None or right is None:
        return GROUPS[found.kind] == "same"
    return left.dimension == right.dimension and fit(left, right) == "equal"


class Crowds:
    """Who leads how many, of the mentions of one import and of those that were there before.

    Args:
        known: the mentions that were there before.

    """

    def __init__(self, known: CandidateSource) -> None:
        self._known = known
        self._size: Counter[str] = Counter()
        self._chief: dict[str, Comparable] = {}

    def first(self, candidates: Iterable[Comparable]) -> list[Comparable]:
        """The candidates, those first that many are related to already."""
        return sorted(candidates, key=lambda other: not self.crowded(other))

    def crowded(self, mention: Comparable) -> bool:
        """Whether so many are related to a mention that one more need not be held against everything."""
        return self._size[mention.mention.id] + self._known.relations(mention) >= STAR

    def chief(self, mention: Comparable) -> Comparable:
        """The one around whom all stand that are about the same thing as a mention, whatever they say of it."""
        return self._chief.get(mention.mention.id) or self._known.chief(mention) or mention

    def count(self, mention: Comparable, related: Sequence[tuple[Comparable, Relation]]) -> None:
        """Note how a mention is related to others."""
        strong = [(found.score, other) for other, found in related if found.kind not in WEAK]
        self._size.update(other.mention.id for _, other in strong)
        self._size[mention.mention.id] += len(strong)
        if strong:
            self._chief[mention.mention.id] = self.chief(max(strong, key=lambda pair: pair[0])[1])
