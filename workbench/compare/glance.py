"""What rules a pair out before any detector looks at it: what every detector needs, asked of what is known already.

Nearly all pairs that share a block key have nothing to say to each other. Here nothing is weighed or shown; a pair that
is let through may still come to nothing, and one that is not would have come to nothing.
"""

from __future__ import annotations

from rapidfuzz import fuzz

from workbench.compare.detectors.date_duration import dated
from workbench.compare.detectors.denial import denies
from workbench.compare.detectors.quote_words import FRAGMENT_WORDS
from workbench.compare.matter import shared_weight
from workbench.compare.meaning import COMMON_WORDS, LONGEST
from workbench.compare.profile import Profile
from workbench.compare.quantity import as_amount
from workbench.compare.scope import one_thing, scope
from workbench.compare.world import weights
from workbench.model import Figure

ROUNDING = 1e-6
"""Slack of a sum that is compared with a share."""


def promising(left: Profile, right: Profile) -> bool:
    """Whether any detector could say something of two mentions of one sort."""
    a, b = left.mention, right.mention
    if isinstance(a, Figure) and isinstance(b, Figure):
        return _figures(left, right, a, b)
    # What stands in one article may answer, deny or attack in words of its own.
    return a.article == b.article or _quotes(left, right)


def _quotes(left: Profile, right: Profile) -> bool:
    if ("dispute" in left.content.marks) != ("dispute" in right.content.marks):
        return True
    if left.comparable.vector and right.comparable.vector:
        return True
    return _of_one_matter(left, right) or _of_like_words(left, right)


def _of_one_matter(left: Profile, right: Profile) -> bool:
    """Whether the two share as much matter as a paraphrase, or any that one of them denies."""
    one, other = left.content, right.content
    shared = (one.items & other.items) | (one.numbers & other.numbers)
    if not shared:
        return False
    if denies(left) or denies(right):
        return True
    if one.lex is not other.lex:
        return True
    least = min(one.weight, other.weight)
    return len(shared) > 1 and shared_weight(shared) >= weights().limits.paraphrase * least - ROUNDING


def _of_like_words(left: Profile, right: Profile) -> bool:
    """Whether the words are alike, one may be a part of the other, or a piece of it."""
    one, other = left.content, right.content
    common = len(one.telling & other.telling)
    if common >= COMMON_WORDS or (common and min(len(one.words), len(other.words)) <= FRAGMENT_WORDS):
        return True
    altered = weights().limits.altered
    return fuzz.ratio(left.normal[:LONGEST], right.normal[:LONGEST], score_cutoff=altered) > 0


def _figures(left: Profile, right: Profile, a: Figure, b: Figure) -> bool:
    if a.unit == "date" or b.unit == "date":
        return a.article != b.article and _dates(left, right)
    one, other = left.quantity, right.quantity
    if one is None or other is None:
        return False
    if one.dimension != other.dimension:
        one, other = as_amount(one, a, other), as_amount(other, b, one)
        if one.dimension != other.dimension:
            return False
    return (one.value == other.value and a.article != b.article) or one_thing(scope(left), scope(right))


def _dates(left: Profile, right: Profile) -> bool:
    """Whether two figures, one of them a date, are of one happening, or of one day."""
    first, second = dated(left), dated(right)
    if first and second:
        return first == second or not scope(left).clause.events.isdisjoint(scope(right).clause.events)
    return not left.context.events.isdisjoint(right.context.events)
