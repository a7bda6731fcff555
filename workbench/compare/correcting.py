"""Figures that one article sets right in another: "not 620 but 830"."""

from __future__ import annotations

from workbench.compare.lineup import FITS, Pair
from workbench.compare.profile import Profile
from workbench.compare.scope import PART

AFTER_DAYS = 31
"""Days within which one article sets right what another said."""
INSTEAD_WORDS = 3
"""Words between "not", the number that does not hold, and "but"."""


def corrects(pair: Pair) -> bool:
    """Whether one of the two says in so many words that it is not the other's number: "not 620 but 830"."""
    left, right = pair.case.left, pair.case.right
    if pair.fit in FITS or pair.event in ("none", "some", "differs") or set(pair.differs) - {PART}:
        return False
    if left.published and right.published and left.published.gap(right.published) > AFTER_DAYS:
        return False
    return _instead_of(left, right) or _instead_of(right, left)


def _instead_of(one: Profile, other: Profile) -> bool:
    before, lex = list(one.beside[0]), one.context.lex
    number = next((word.folded for word in other.content.words if word.folded[0].isdigit()), None)
    if number not in before:
        return False
    at = len(before) - 1 - before[::-1].index(number)
    turned = any("negation" in lex.marks.labels(word) for word in before[max(0, at - INSTEAD_WORDS) : at])
    return turned and any("instead" in lex.marks.labels(word) for word in before[at + 1 :][:INSTEAD_WORDS])
