"""Dates as stretches of days, and how two of them lie."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

_EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ].*)?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days, both ends included."""

    first: int
    """Ordinal of the first day."""
    last: int
    """Ordinal of the last day."""

    @property
    def length(self) -> int:
        """Number of days."""
        return self.last - self.first + 1

    @property
    def date(self) -> date:
        """The first day."""
        return date.fromordinal(self.first)

    def overlaps(self, other: Days) -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def gap(self, other: Days) -> int:
        """Days between the two; 0 where they touch or overlap."""
        return max(0, other.first - self.last - 1, self.first - other.last - 1)


@lru_cache(maxsize=4096)
def days(edtf: str | None) -> Days | None:
    """The days that an EDTF string may mean: a year, season, month, day or range; None for anything else."""
    if not edtf:
        return None
    left, slash, right = edtf.partition("/")
    start, end = _part(left), _part(right) if slash else None
    if not slash:
        return start
    first = start.first if start else _FIRST
    last = end.last if end else _LAST
    return Days(first, last) if (start or end) and first <= last else None


def _part(text: str) -> Days | None:
    match = _EDTF.fullmatch(text.strip().rstrip("?~%"))
    if not match:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        if not month:
            return Days(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())
        if month in _SEASONS:
            return _season(year, *_SEASONS[month])
        if not day:
            return Days(
                date(year, month, 1).toordinal(), date(year, month, monthrange(year, month)[1]).toordinal()
            )
        at = date(year, month, day).toordinal()
    except ValueError:
        return None
    return Days(at, at)


def _season(year: int, first: int, last: int) -> Days:
    end_year, end_month = (year, last) if last <= 12 else (year + 1, last - 12)
    end = date(end_year, end_month, monthrange(end_year, end_month)[1])
    return Days(date(year, first, 1).toordinal(), end.toordinal())


Order = Literal["same_day", "same_time", "earlier", "later", "wide", "unknown"]
"""How the left stretch lies to the right one; ``wide`` overlaps, but is longer than a month on a side."""
MONTH = 31
"""Longest month in days: two dates within one stretch of this length can be of one time."""


def order(left: Days | None, right: Days | None) -> Order:
    """How two stretches of days lie: the left one earlier, later, at the same time."""
    if left is None or right is None:
        return "unknown"
    if left.last < right.first:
        return "earlier"
    if right.last < left.first:
        return "later"
    if left.length == right.length == 1:
        return "same_day"
    return "same_time" if max(left.length, right.length) <= MONTH else "wide"
