"""Figures that lost their source on the way from one article to another, or within one."""

from __future__ import annotations

from workbench.compare.lineup import Pair
from workbench.compare.matter import matter
from workbench.compare.profile import Profile
from workbench.compare.tellers import tellers

DROPPED_DAYS = 45
"""Days within which a figure that lost its source can come from the other article."""


def dropped(pair: Pair) -> str | None:
    """Name of the source that only one of the two gives for its number, and that the other does not even name."""
    left, right = pair.case.left, pair.case.right
    if pair.left.dimension == "time" or pair.left.value != pair.right.value or pair.gap > DROPPED_DAYS:
        return None
    for sourced, bare in ((left, right), (right, left)):
        who = sourced.speaker
        first = sourced is left or pair.same_article
        told = "estimating" in bare.context.marks and tellers(bare)
        if who and bare.speaker is None and not told and first and pair.event not in ("none", "story"):
            return None if not pair.same_article and _named_beside(sourced, bare) else sourced.called
    return None


def _named_beside(sourced: Profile, bare: Profile) -> bool:
    """Whether the source of the one is named beside the other; a country is named as a place too."""
    names = matter(sourced.speaker or "", sourced.lang).items
    return sourced.speaker_country is None and not names.isdisjoint(bare.wide)
