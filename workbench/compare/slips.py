"""Slips of a figure in a draft that no two reports would differ by: a thousandfold, another unit, digits swapped."""

from __future__ import annotations

from workbench.compare.levels import Case
from workbench.compare.lineup import counted
from workbench.compare.matter import shared_weight
from workbench.compare.profile import profile
from workbench.compare.quantity import SCALES, TELLING_DIGITS, fit
from workbench.compare.scope import add_noun, scope
from workbench.compare.types import Comparable
from workbench.compare.world import weights
from workbench.model import Figure

CURRENCY_LETTERS = 3
"""Letters of an ISO 4217 code."""


def slip(draft: Comparable, known: Comparable) -> str | None:
    """What slipped, if the draft's figure is a known one but for one slip, in sentences on one matter; else None."""
    left, right = profile(draft), profile(known)
    a, b = left.quantity, right.quantity
    if a is None or b is None:
        return None
    first, second = scope(left), scope(right)
    if add_noun(Case(left, right), first, second) is None:
        return None
    shared = (left.cues & right.cues) - counted(first, second)
    if shared_weight(shared) < weights().cues["same"]:
        return None
    one, other = draft.mention, known.mention
    assert isinstance(one, Figure)
    assert isinstance(other, Figure)
    if one.value == other.value and one.unit != other.unit and _one_sort(one.unit, other.unit):
        return f"the same number in another unit: “{other.text}”"
    if a.dimension != b.dimension:
        return None
    if fit(a, b) == "slip":
        return f"a thousand times {'more' if a.value > b.value else 'less'} than “{other.text}”"
    digits = [str(figure.value).removesuffix(".0").strip("0") for figure in (one, other)]
    swapped = digits[0] != digits[1] and sorted(digits[0]) == sorted(digits[1])
    if swapped and len(digits[0]) >= TELLING_DIGITS and len(str(one.value)) == len(str(other.value)):
        return f"the digits of “{other.text}” in another order"
    return None


def _one_sort(unit: str, other: str) -> bool:
    """Whether two units measure one sort of thing: two lengths, two currencies."""
    both = SCALES.get(unit), SCALES.get(other)
    if both[0] and both[1]:
        return both[0][0] == both[1][0] != "time"
    return both == (None, None) and all(len(u) == CURRENCY_LETTERS and u.isupper() for u in (unit, other))
