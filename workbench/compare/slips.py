"""Slips of a figure in a draft that no two reports would differ by: a thousandfold, another unit, digits swapped."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.compare.detectors.date_duration import dated
from workbench.compare.levels import Case
from workbench.compare.lineup import ONE_THING, counted
from workbench.compare.matter import shared_weight
from workbench.compare.profile import profile
from workbench.compare.quantity import SCALES, TELLING_DIGITS, Quantity, fit
from workbench.compare.scope import add_noun, add_scope, scope
from workbench.compare.types import Comparable
from workbench.compare.when import Days
from workbench.compare.world import weights
from workbench.model import Figure, Outcome

CURRENCY_LETTERS = 3
"""Letters of an ISO 4217 code."""
MATTER = 2.0
"""What two sentences must share, at least, where the figures themselves have something in common."""
NEAR_YEARS = 2
"""Years that two dates of one happening may lie apart to be a slip."""
_SIDES = {"below": "less", "max": "less", "above": "more", "min": "more"}
_SHARES = {"percent", "percentage_point"}


@dataclass(frozen=True, slots=True)
class Slip:
    """A known figure that the draft's is, but for something."""

    known: Comparable
    """The known figure."""
    what: str
    """What differs, in words."""
    outcome: Outcome = "conflicts"
    """What that makes of the draft's figure."""


@dataclass(frozen=True, slots=True)
class Both:
    """A draft's figure beside a known one, both of them numbers."""

    left: Quantity
    """What the draft's says."""
    right: Quantity
    """What the known one says."""
    noun: str | None
    """Level of the thing counted."""
    differs: bool
    """Whether the scope differs: population, place, part of a whole."""
    shared: float
    """What the sentences share."""

    @property
    def one_thing(self) -> bool:
        """Whether both count one thing; an amount or a share must share more, since it does not say of what it is."""
        said = self.noun in ONE_THING or (self.noun == "unknown" and self.shared >= weights().cues["same"])
        return said and not self.differs and self.left.dimension == self.right.dimension

    @property
    def telling(self) -> bool:
        """Whether the known number has so many digits that no two things have it by chance."""
        return self.noun in ONE_THING and _digits(self.right.value) >= TELLING_DIGITS


def both_of(draft: Comparable, known: Comparable) -> Both | None:
    """The two side by side; None where one is no number."""
    left, right = profile(draft), profile(known)
    if left.quantity is None or right.quantity is None:
        return None
    first, second = scope(left), scope(right)
    case = Case(left, right)
    noun = add_noun(case, first, second)
    differs = bool(add_scope(case, first, second))
    shared = shared_weight((left.cues & right.cues) - counted(first, second))
    return Both(left.quantity, right.quantity, noun, differs, shared)


def slip(draft: Comparable, known: Comparable) -> Slip | None:
    """What slipped, if the draft's figure is a known one but for one slip, in sentences on one matter; else None."""
    one, other = draft.mention, known.mention
    assert isinstance(one, Figure)
    assert isinstance(other, Figure)
    if one.unit == other.unit == "date":
        return _other_date(draft, known)
    both = both_of(draft, known)
    if both is None:
        return None
    what = _other_unit(both, one, other) or _other_size(both, other)
    what = what or _other_side(both, one, other) or _other_digits(both, one, other)
    return Slip(known, what) if what else None


def other_side(draft: Comparable, known: Comparable) -> Slip | None:
    """The known figure, if the draft's is the same number with its bound turned round."""
    both, one, other = both_of(draft, known), draft.mention, known.mention
    if both is None or not isinstance(one, Figure) or not isinstance(other, Figure):
        return None
    what = _other_side(both, one, other)
    return Slip(known, what) if what else None


def _other_unit(both: Both, one: Figure, other: Figure) -> str | None:
    """The same number in another unit of one sort: kilometres and miles, euros and dollars, per cent and points."""
    if one.value != other.value or one.unit == other.unit or both.shared < MATTER:
        return None
    if {one.unit, other.unit} == _SHARES:
        return f"per cent and percentage points are two things: “{other.text}”"
    sort = _one_sort(one.unit, other.unit)
    return f"the same number in another unit: “{other.text}”" if sort else None


def _other_size(both: Both, other: Figure) -> str | None:
    if (
        both.noun is None
        or both.left.dimension != both.right.dimension
        or fit(both.left, both.right) != "slip"
    ):
        return None
    if not both.telling and both.shared < MATTER:
        return None
    return f"a thousand times {'more' if both.left.value > both.right.value else 'less'} than “{other.text}”"


def _other_side(both: Both, one: Figure, other: Figure) -> str | None:
    """The same number with its bound turned round: "nearly 100,000" and "more than 100,000"."""
    sides = _SIDES.get(one.bound), _SIDES.get(other.bound)
    if one.value != other.value or None in sides or sides[0] == sides[1]:
        return None
    return f"the bound is turned round: “{other.text}”" if _matter(both) else None


def _other_digits(both: Both, one: Figure, other: Figure) -> str | None:
    if both.left.dimension != both.right.dimension or both.noun is None:
        return None
    digits = [str(figure.value).removesuffix(".0").strip("0") for figure in (one, other)]
    swapped = digits[0] != digits[1] and sorted(digits[0]) == sorted(digits[1])
    long = len(digits[0]) >= TELLING_DIGITS and len(str(one.value)) == len(str(other.value))
    if swapped and long and both.shared >= weights().cues["same"]:
        return f"the digits of “{other.text}” in another order"
    return None


def _matter(both: Both) -> bool:
    return both.one_thing and both.shared >= MATTER


def _digits(number: float) -> int:
    return len(f"{abs(number):.6f}".replace(".", "").strip("0"))


def _one_sort(unit: str, other: str) -> bool:
    """Whether two units measure one sort of thing: two lengths, two currencies."""
    both = SCALES.get(unit), SCALES.get(other)
    if both[0] and both[1]:
        return both[0][0] == both[1][0] != "time"
    return both == (None, None) and all(len(u) == CURRENCY_LETTERS and u.isupper() for u in (unit, other))


def _other_date(draft: Comparable, known: Comparable) -> Slip | None:
    """Another date of one happening, that is the known one but for a day, a month, an end or a year."""
    left, right = profile(draft), profile(known)
    mine, theirs = dated(left), dated(right)
    happening = scope(left).clause.events & scope(right).clause.events
    if not mine or not theirs or mine == theirs or not happening:
        return None
    shared = shared_weight(left.cues & right.cues)
    half = _half_right(mine, theirs)
    if not half or shared < (MATTER if half == "end" else weights().cues["same"]):
        return None
    return Slip(known, f"another date for one thing: “{known.mention.text}”")


def _half_right(mine: Days, theirs: Days) -> str | None:
    """What two dates have in common: an end, the month, the day of the month; years may lie side by side."""
    if mine.length != theirs.length or mine.length < 28:
        ends = (mine.first == theirs.first) != (mine.last == theirs.last)
        if min(mine.length, theirs.length) > 1:
            return "end" if ends else None
    if mine.length == theirs.length == 1:
        one, other = mine.date, theirs.date
        near = (one.year, one.month) == (other.year, other.month)
        return "day" if near or (one.year, one.day) == (other.year, other.day) else None
    years = mine.length >= 365 and theirs.length >= 365
    return "year" if years and mine.gap(theirs) < NEAR_YEARS * 365 else None
