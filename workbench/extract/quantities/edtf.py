"""Dates as EDTF strings, never more precise than what is known."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.model import Bound

_PUBLISHED = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
UNPLACED = "XXXX-XX-XX"
"""A day that only the story knows."""
_FUTURE_MONTHS = 3
_YEAR = 4
_HALVES = {4: (("-01", "-06"), ("-07", "-12")), 3: (("0", "4"), ("5", "9")), 2: (("00", "49"), ("50", "99"))}
_SEASON = 3
_SEASON_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}


@dataclass(frozen=True, slots=True)
class Reference:
    """The day, month or year an article is dated; all None when it is not dated."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, published: str | None) -> Reference:
        """From an article's publication date; what cannot be read counts as unknown."""
        match = _PUBLISHED.match(published or "")
        if match is None:
            return cls()
        year, month, day = (int(part) if part else None for part in match.groups())
        if year and month and day:
            try:
                date(year, month, day)
            except ValueError:
                day = None
        return cls(year, month if month and 1 <= month <= 12 else None, day)

    @property
    def exact(self) -> date | None:
        """The day, where it is known."""
        if self.year and self.month and self.day:
            return date(self.year, self.month, self.day)
        return None

    @property
    def edtf(self) -> str:
        """As EDTF; ``XXXX`` when nothing is known."""
        return ymd(self.year, self.month, self.day) if self.year else "XXXX"

    def month_year(self, month: int) -> int | None:
        """The year of a month named without one: the nearest, and rather the past."""
        if self.year is None:
            return None
        here = self.month or 12
        ahead = (month - here) % 12
        if ahead <= _FUTURE_MONTHS and (self.month or ahead == 0):
            return self.year + (1 if here + ahead > 12 else 0)
        return self.year - (1 if month > here else 0)

    def months_from(self, count: int) -> str:
        """The month so many months from the publication; the year alone when the month is not known."""
        if self.year is None or self.month is None:
            return "XXXX-XX" if self.year is None else f"{self.year:04d}-XX"
        index = self.year * 12 + self.month - 1 + count
        return ymd(index // 12, index % 12 + 1)

    def years_from(self, count: int) -> str:
        """The year so many years from the publication."""
        return "XXXX" if self.year is None else ymd(self.year + count)

    def days_from(self, count: int) -> str:
        """The day so many days from the publication; coarse when that is not known to the day."""
        return shifted(self.exact, count) if self.exact else self.coarse("XXXX-XX-XX")

    def coarse(self, unknown: str) -> str:
        """What is known of the publication date, or ``unknown``."""
        return self.edtf if self.year else unknown

    def weekday(self, number: int, direction: int = 0) -> str:
        """A weekday: the last one up to the publication (0, -1), the first after it (1), or a week further (-2, 2)."""
        if (here := self.exact) is None:
            return self.coarse("XXXX-XX-XX")
        back = (here.isoweekday() - number) % 7
        if direction > 0:
            return shifted(here, 7 * direction - back)
        return shifted(here, 7 * (direction + 1) - (back or 7) if direction < 0 else -back)

    def week(self, count: int) -> tuple[str, str] | None:
        """Monday and Sunday of the week so many weeks from the publication."""
        if (here := self.exact) is None:
            return None
        monday = here.toordinal() - here.isoweekday() + 1 + 7 * count
        if not 1 <= monday <= date.max.toordinal() - 6:
            return None
        return date.fromordinal(monday).isoformat(), date.fromordinal(monday + 6).isoformat()

    def season_year(self, season: int, step: int = 0) -> int | None:
        """The year of a season named without one: this year's unless it still lies far ahead.

        Args:
            season: 21 for spring to 24 for winter.
            step: -1 for the last one that is over, 1 for the next to begin.
        """
        if self.year is None or self.month is None:
            return self.year
        begins = self.year * 12 + _SEASON_MONTH[season]
        here = self.year * 12 + self.month
        if step < 0:
            return self.year + (here - begins - _SEASON) // 12 + step + 1
        if step > 0:
            return self.year + (begins <= here) + step - 1
        return self.year - 1 if _SEASON_MONTH[season] > self.month + _FUTURE_MONTHS else self.year


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date, or two ends of one, as the text has it."""

    start: int
    """Where it begins."""
    end: int
    """Where it ends."""
    value: str | None
    """EDTF; None for a range."""
    low: str | None = None
    """First end of a range."""
    high: str | None = None
    """Last end of a range."""
    deictic: bool = False
    """It has no digits and is placed by the publication date."""
    clock: bool = False
    """It is a time of the day."""
    bare_year: bool = False
    """Four digits that might be a count."""
    since: bool = False
    """It says when something began, not when a figure held."""

    bound: Bound | None = None
    """How a word before it bounds it: *voor vrijdag*, *sinds 2014*."""
    hedge: str | None = None
    """That word."""

    @property
    def first(self) -> str | None:
        """The value, or the first end."""
        return self.value or self.low


def ymd(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """An EDTF date; unknown leading parts become ``X``."""
    parts = ["XXXX" if year is None else f"{year:04d}" if year >= 0 else f"-{-year:04d}"]
    if month is not None or day is not None:
        parts.append("XX" if month is None else f"{month:02d}")
    if day is not None:
        parts.append(f"{day:02d}")
    return "-".join(parts)


def week_of(year: int, number: int) -> tuple[str, str] | None:
    """Monday and Sunday of a numbered week; None where the year has no such week."""
    try:
        return date.fromisocalendar(year, number, 1).isoformat(), date.fromisocalendar(
            year, number, 7
        ).isoformat()
    except ValueError:
        return None


def halved(period: str, half: int) -> tuple[str, str] | None:
    """The two ends of the first (0) or second (1) half of a year, decade or century; None for another period."""
    ends = _HALVES.get(len(period.rstrip("X")) if len(period) == _YEAR else 0)
    if ends is None:
        return None
    stem = period.rstrip("X")
    low, high = ends[half]
    return stem + low, stem + high


def possible(month: int, day: int, year: int | None = None) -> bool:
    """Whether the calendar has such a day."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(year if year and 1 <= year <= 9999 else 2000, month)[1]


def shifted(day: date, count: int) -> str:
    """ISO date so many days from ``day``; the day itself where the calendar ends."""
    try:
        return (day + timedelta(days=count)).isoformat()
    except OverflowError:
        return day.isoformat()
