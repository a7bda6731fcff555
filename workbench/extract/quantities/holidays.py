"""Named days of the year: fixed, so many days from Easter, or a weekday of a month."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from workbench.extract.quantities.edtf import Reference, ymd

_WEEKDAY = re.compile(r"(\d\d)-([1-7])#(-?\d)").fullmatch
_EASTER = re.compile(r"easter([+-]\d+)?").fullmatch
_BEFORE = re.compile(r"(\d\d)-(\d\d)<([1-7])(-\d{1,2})?").fullmatch
_MOVING = "moving"
_FIRST, _LAST = 1583, 9998


def holiday(rule: str, year: int | None) -> str:
    """The day as EDTF, as far as the year tells it.

    Args:
        rule: ``12-25``, ``easter+39``, ``05-7#2`` for the second Sunday of May (``#-1`` is the last), ``12-25<7-21``
            for 21 days before the last Sunday before 25 December, ``moving`` where another calendar places it.
        year: the year, where it is known.
    """
    if rule == _MOVING:
        return ymd(year)
    if match := _BEFORE(rule):
        return _weekday_before(match, year)
    if match := _EASTER(rule):
        known = year is not None and _FIRST <= year <= _LAST
        return (
            (easter(year) + timedelta(days=int(match[1] or 0))).isoformat() if known and year else ymd(year)
        )
    if not (match := _WEEKDAY(rule)):
        month, day = map(int, rule.split("-"))
        return ymd(year, month, day)
    month, weekday, count = (int(part) for part in match.groups())
    if year is None or not 1 <= year <= _LAST:
        return ymd(year, month)
    if count < 0:
        length = monthrange(year, month)[1]
        return ymd(year, month, length - (date(year, month, length).isoweekday() - weekday) % 7)
    return ymd(year, month, 1 + (weekday - date(year, month, 1).isoweekday()) % 7 + 7 * (count - 1))


def placed(rule: str, step: int | None, reference: Reference) -> str:
    """The day nearest to the publication, or with a step the last one before it or the next one after it."""
    if rule == _MOVING:
        return ymd(None)
    if step is None:
        month = int(rule[:2]) if rule[:2].isdecimal() else 4
        return holiday(rule, reference.month_year(month))
    here = reference.exact
    if here is None:
        return holiday(rule, reference.year)
    day = holiday(rule, here.year)
    passed = day <= here.isoformat()
    shift = -1 if step < 0 and not passed else 1 if step > 0 and passed else 0
    return holiday(rule, here.year + shift)


def _weekday_before(rule: re.Match[str], year: int | None) -> str:
    """The last such weekday before a day of the year, moved so many days."""
    if year is None or not 1 <= year <= _LAST:
        return ymd(year)
    month, day, weekday, shift = (int(part or 0) for part in rule.groups())
    limit = date(year, month, day)
    return (limit - timedelta(days=(limit.isoweekday() - weekday - 1) % 7 + 1 - shift)).isoformat()


def easter(year: int) -> date:
    """Easter Sunday of the western churches, by the method of Gauss as Meeus and Butcher gave it."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leaps, left = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - correction + 15) % 30
    quarter, remainder = divmod(rest, 4)
    sunday = (32 + 2 * left + 2 * quarter - epact - remainder) % 7
    shift = (golden + 11 * epact + 22 * sunday) // 451
    month, day = divmod(epact + sunday - 7 * shift + 114, 31)
    return date(year, month, day + 1)
