"""Which dates side by side are parts of one, and what they say together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date as Day

from workbench.extract.quantities.draft import Draft, of_date
from workbench.extract.quantities.edtf import DateExpression
from workbench.extract.quantities.hours import after_noon
from workbench.extract.quantities.patterns import alternation
from workbench.languages.schema.calendar import CalendarTable

_SPACE = r"[ \u00a0\u202f]{1,2}\n?"
_WEEK = 6
_CHAIN = 3
_YEAR = re.compile(r"\d{4}").fullmatch
_PART = re.compile(r"(?:\d{4}|XXXX)-\d\d(?:-\d\d)?").fullmatch
_FULL = re.compile(r"\d{4}-\d\d-\d\d").fullmatch
_DAY = re.compile(r"(?:\d{4}|X{4})-(?:\d\d|XX)-(?:\d\d|XX)").fullmatch
_LONG = frozenset({"week", "month", "quarter", "half", "year", "decade", "century"})


class ChainJoiner:
    """Joins weekday, day, period and clock time of one language."""

    def __init__(self, table: CalendarTable) -> None:
        self._after_noon = re.compile(rf"(?:{alternation(table.late_parts)})(?!\w)").search
        periods = alternation(word for word, unit in table.units.items() if unit in _LONG)
        self._named = re.compile(rf"(?<!\w)(?:{alternation(table.named)})(?!\w)").search
        weeks = alternation(word for word, unit in table.units.items() if unit == "week")
        self._week = re.compile(rf"(?<!\w)(?:{weeks})(?!\w)").search
        self._weekday = re.compile(rf"(?<!\w)(?:{alternation(table.weekdays)})").search
        tails, behind = alternation(table.unit_tails), alternation(table.after_unit)
        self._period = re.compile(rf"(?<!\w)(?:{periods})(?:{tails})?(?:{_SPACE}(?:{behind}))?\Z").search

    def fits(self, chain: list[DateExpression], date: DateExpression, low: str) -> bool:
        """Whether the date goes on with the chain: a clock joins a day, a weekday a full date or a week.

        A feast keeps its hour beside it: *Tweede Paasdag om 10.30 uur* are a day and a time.
        """
        if date.bare_year or any(other.bare_year for other in chain) or len(chain) >= _CHAIN:
            return False
        if date.clock:
            if any(other.clock for other in chain) or len(chain) > 1:
                return not any(other.clock for other in chain)
            first = low[chain[0].start : chain[0].end]
            return chain[0].value is not None and not self._period(first) and not self._named(first)
        days = [other for other in chain if not other.clock]
        if not days:
            return True
        if len(days) > 1 or days[0].end > date.start:
            return False
        placed = self._inside(days[0], date, low)
        named = days[0].deictic and (days[0].value is None or _DAY(days[0].value))
        return placed is not None or bool(named and not date.deictic)

    def _inside(self, one: DateExpression, other: DateExpression, low: str) -> str | None:
        """The day that two of them name together."""
        placed = _in_week(one, other) or _in_year(one, other, low)
        apart = "," in low[one.end : other.start]
        if placed or apart or one.value is None or one.value != other.value or not _DAY(one.value):
            return placed
        first, last = (low[date.start : date.end] for date in (one, other))
        named = (self._week(first) and self._weekday(last)) or (self._weekday(first) and self._week(last))
        return one.value if named and one.deictic and other.deictic else None

    def combined(self, chain: list[DateExpression], held: list[Draft], low: str) -> Iterator[Draft]:
        """One date of the parts of a chain; what was held as it is where there is no chain."""
        if len(chain) < 2:
            yield from held
            return
        first, last = chain[0], chain[-1]
        days = [date for date in chain if not date.clock]
        day = days[-1]
        if len(days) > 1 and (inside := self._inside(days[0], days[1], low)):
            day = replace(day, value=inside, low=None, high=None)
        clock = next((date for date in chain if date.clock), None)
        deictic = all(date.deictic for date in chain)
        whole = replace(day, start=first.start, end=last.end, deictic=deictic)
        if clock is None or day.value is None:
            yield of_date(whole)
            return
        if any(self._after_noon(low[date.start : date.end]) for date in days):
            clock = after_noon(clock)
        if clock.value is None:
            ends = (f"{day.value}{clock.low}", f"{day.value}{clock.high}")
            yield of_date(replace(whole, value=None, low=ends[0], high=ends[1]))
        else:
            yield of_date(replace(whole, value=f"{day.value}{clock.value}"))


def _in_year(one: DateExpression, other: DateExpression, low: str) -> str | None:
    """The month, season or day that is named with a year in words: *maart volgend jaar*, *3 mei van dit jaar*."""
    for year, part in ((one, other), (other, one)):
        if not (year.deictic and _YEAR(year.value or "") and part.value and _PART(part.value)):
            continue
        if part.deictic or part.value[:4] not in low[part.start : part.end]:
            return f"{year.value}{part.value[4:]}"
    return None


def _in_week(one: DateExpression, other: DateExpression) -> str | None:
    """The day that a weekday and a week name together."""
    for week, day in ((one, other), (other, one)):
        if week.value is None and week.low and week.high and day.value and day.deictic and _FULL(day.value):
            first, last = Day.fromisoformat(week.low), Day.fromisoformat(week.high)
            if (last - first).days == _WEEK:
                return Day.fromordinal(first.toordinal() + Day.fromisoformat(day.value).weekday()).isoformat()
    return None
