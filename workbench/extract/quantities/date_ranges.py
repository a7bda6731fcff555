"""Two ends of dates made one range: *tussen 10 en 20 februari*, *May 5-7*, *van 2014 tot 2018*."""

from __future__ import annotations

import re
from dataclasses import replace

from workbench.extract.quantities.dates import DateReader
from workbench.extract.quantities.edtf import DateExpression, Reference, possible, ymd
from workbench.extract.quantities.patterns import alternation, ending
from workbench.languages.schema.calendar import CalendarTable
from workbench.languages.schema.numbers import Ranges

_SPACE = r"[ \u00a0\u202f]{1,2}\n?"
_TAIL = 24
_NOON = 12
_GAP = r"[ \u00a0\u202f]{0,2}"


class DateRanges:
    """Two ends that make one range of dates."""

    def __init__(self, table: CalendarTable, ranges: Ranges, dates: DateReader) -> None:
        self._dates = dates
        infix, around = ranges.infix, ranges.around
        middles = [middle for _, middle in around]
        joins = alternation([*infix, *middles])
        dash = rf"{_GAP}[-–—~]{_GAP}"
        self._join = re.compile(rf"(?:{_SPACE}(?P<word>{joins})|[ \u00a0]?(?P<dash>[-–—~])){_GAP}\n?").match
        suffix = rf"(?:{alternation(table.day_suffixes)})?"
        articles = alternation([*table.lead, *table.small])
        hours = alternation(word for word in table.clock.words if word not in table.clock.sure)
        glue = "".join(map(re.escape, table.clock.glue)) or "h"
        self._month_numbers = table.months | table.short_months
        names = alternation(self._month_numbers)
        self._first_month = re.compile(
            rf"(?P<month>{names})\.?(?:{_SPACE}(?P<word>{joins}){_SPACE}|{_GAP}[-–]{_GAP})(?=(?:{names})(?!\w))"
        ).match
        self._days = re.compile(
            rf"(?P<day>\d{{1,2}})(?:{suffix}|{_GAP}(?P<hour>{hours}))(?:{_SPACE}(?P<word>{joins}){_SPACE}(?:(?:{articles}){_SPACE})?|{dash})(?=\d{{1,2}}\D|{alternation(table.clock.named)})"
        ).match
        self._hour = re.compile(
            rf"(?P<hour>[01]?\d|2[0-4])(?:\.(?P<dotted>[0-5]\d)|[{glue}](?P<glued>[0-5]\d)?)"
            rf"(?:{_SPACE}(?P<word>{joins}){_SPACE}(?:(?:{articles}){_SPACE})?|{dash})"
            rf"(?=\d{{1,2}}(?:\.[0-5]\d|:[0-5]\d|[{glue}]|{_GAP}(?:{hours})))"
        ).match
        self._glued = re.compile(rf"(?P<hour>[01]?\d|2[0-4])[{glue}](?P<minute>[0-5]\d)?(?!\w)").match
        self._short = re.compile(
            rf"(?P<a>\d{{1,2}})(?P<sep>[/.-])(?P<b>\d{{1,2}})(?:{_SPACE}(?:{joins}){_SPACE}|{_GAP}[-–]{_GAP})(?=\d{{1,2}}(?P=sep)\d{{1,2}}(?P=sep)\d)"
        ).match
        self._month_first = table.month_first
        now, either = alternation(table.now), alternation([*middles, *infix])
        self._now = re.compile(rf"(?:{now})(?![\w-])").match
        self._from_now = re.compile(
            rf"(?<!\w)(?:{alternation(o for o, _ in around)}){_SPACE}(?:{now}){_SPACE}"
            rf"(?:{either}){_SPACE}(?:(?:{articles}){_SPACE})?\Z"
        ).search
        self._last_day = re.compile(rf"(?P<day>\d{{1,2}}){suffix}(?![\w]|[.,:/-]\d)").match
        self._loose = re.compile(r"([01]?\d|2[0-4])(?:[.:h]([0-5]\d))?(?![\w]|[.,:/-]\d)").match
        self._openers = {o: frozenset(m for p, m in around if p == o) for o, _ in around}
        self._open = ending(
            [*self._openers, *table.lead, *table.small],
            rf"(?<!\w)(?P<word>{alternation(self._openers)}){_SPACE}(?:(?:{articles}){_SPACE})?",
        )
        self._middles = frozenset(middles) - frozenset(infix)
        self._article = re.compile(rf"(?:{articles}){_SPACE}").match

    def read(self, low: str, start: int, floor: int, reference: Reference) -> DateExpression | None:
        """The date or range of dates at ``start``; a range takes in *tussen* before it."""
        if low[start].isdecimal() and (
            found := self._from_day(low, start, floor, reference)
            or self._from_hour(low, start, floor, reference)
            or self._from_short(low, start, floor, reference)
        ):
            return found
        if low[start].isalpha() and (months := self._months(low, start, floor, reference)):
            return months
        first = self._dates.read(low, start, reference)
        if first is None:
            return self._opened_month(low, start, floor, reference)
        if first.value is None:
            return first
        if first.clock:
            return self._of_clocks(low, first, floor, reference)
        return self._of_dates(low, first, floor, reference)

    def _from_day(self, low: str, start: int, floor: int, reference: Reference) -> DateExpression | None:
        """A range whose first end is a bare number: *10 tot 20 februari*, *5 to 6 pm*."""
        days = self._days(low, start)
        last = self._dates.read(low, days.end(), reference) if days else None
        if days is None or last is None or last.value is None:
            return None
        opener = self._open(low[max(floor, start - _TAIL) : start])
        if days["hour"] and not last.clock:
            return None
        if not last.clock:
            return self._of_days(low, days, last, opener, start) if last.value.count("-") >= 2 else None
        if int(days["day"]) > 24 or (days["word"] and not opener):
            return None
        first = DateExpression(start, days.end(), _same_half(int(days["day"]), last, low), clock=True)
        return replace(self._joined(first, last, low, opener, start), clock=True)

    def _from_hour(self, low: str, start: int, floor: int, reference: Reference) -> DateExpression | None:
        """Two clock times of which only the last has a word for it: *9.00 tot 17.00 uur*, *entre 14h et 16h*."""
        match = self._hour(low, start)
        if match is None:
            return None
        opener = self._open(low[max(floor, start - _TAIL) : start])
        if match["word"] in self._middles and not (opener and match["word"] in self._openers[opener["word"]]):
            return None
        last = self._dates.read(low, match.end(), reference)
        if last is None and not match["dotted"] and (hour := self._glued(low, match.end())):
            last = DateExpression(
                hour.start(), hour.end(), f"T{int(hour['hour']):02d}:{hour['minute'] or '00'}", clock=True
            )
        if last is None or not last.clock or last.value is None:
            return None
        minute = match["dotted"] or match["glued"] or "00"
        first = DateExpression(start, match.end(), f"T{int(match['hour']):02d}:{minute}", clock=True)
        return replace(self._joined(first, last, low, opener, start), clock=True)

    def _from_short(self, low: str, start: int, floor: int, reference: Reference) -> DateExpression | None:
        """*1/10-2/11/2017*: a day and month that take their year from the date after them."""
        match = self._short(low, start)
        last = self._dates.read(low, match.end(), reference) if match else None
        if match is None or last is None or last.value is None or last.value.count("-") != 2:
            return None
        day, month = int(match["a"]), int(match["b"])
        if self._month_first:
            day, month = month, day
        if not possible(month, day) or not last.value[:4].isdecimal():
            return None
        first = DateExpression(start, match.end(), ymd(int(last.value[:4]), month, day))
        return self._joined(first, last, low, self._open(low[max(floor, start - _TAIL) : start]), start)

    def _to_now(
        self, low: str, first: DateExpression, join: re.Match[str], reference: Reference
    ) -> DateExpression | None:
        """The present as the second end: *van maart tot nu*, *de 2019 à ce jour*."""
        now = self._now(low, join.end()) if join["word"] else None
        if now is None or first.value is None:
            return None
        if reference.year is not None and first.value > reference.edtf and not first.deictic:
            return None
        return DateExpression(now.start(), now.end(), reference.edtf, deictic=True)

    def _since_now(
        self, low: str, last: DateExpression, floor: int, reference: Reference
    ) -> DateExpression | None:
        """The present as the first end: *tussen nu en 21 mei*."""
        opened = self._from_now(low[max(floor, last.start - _TAIL * 2) : last.start])
        if opened is None or reference.year is None or last.value is None:
            return None
        value, here = last.value, reference.edtf
        if value.count("-") == 2 and value < here and value[:4] not in low[last.start : last.end]:
            value = f"{int(value[:4]) + 1:04d}{value[4:]}"
        if not here <= value:
            return None
        return DateExpression(last.start - len(opened.group()), last.end, None, here, value)

    def _of_dates(self, low: str, first: DateExpression, floor: int, reference: Reference) -> DateExpression:
        """The range that begins with ``first``, or ``first`` alone."""
        assert first.value is not None
        start = first.start
        join = self._join(low, first.end)
        if join is None or join.end() >= len(low):
            return self._since_now(low, first, floor, reference) or first
        if join["dash"] and not low[join.end()].isdecimal() and (first.bare_year or first.deictic):
            return first
        opener = self._open(low[max(floor, start - _TAIL) : start])
        article = self._article(low, join.end()) if join["word"] else None
        begin = article.end() if article else join.end()
        if (same := self._to_day(low, begin, first)) is not None:
            return self._joined(first, same, low, opener, start)
        if join["word"] in self._middles and not (opener and join["word"] in self._openers[opener["word"]]):
            return first
        last = self._to_now(low, first, join, reference) or self._dates.read(low, join.end(), reference)
        if last is None and first.value.count("-") == 1:
            last = self._dates.month_at(low, join.end(), reference)
        if last is None or last.value is None or last.clock or not comparable(first.value, last.value):
            return first
        if join["dash"] and low[first.end] != join["dash"] and first.value[:5] != last.value[:5]:
            return first  # *3 May 1841 – 1 June 1904* between brackets is a life
        return self._joined(first, last, low, opener, start)

    def _of_clocks(self, low: str, first: DateExpression, floor: int, reference: Reference) -> DateExpression:
        """*van 10:00 tot 12:00*: two clock times, the word before them taken in."""
        join = self._join(low, first.end)
        last = (
            self._dates.read(low, join.end(), reference)
            if join and (low[join.end() : join.end() + 1].isdecimal() or low[first.start].isalpha())
            else None
        )
        opener = self._open(low[max(floor, first.start - _TAIL) : first.start])
        if join and (last is None or not last.clock) and (opener or join["dash"]):
            loose = self._loose(low, join.end())
            last = (
                DateExpression(
                    join.end(), loose.end(), f"T{int(loose[1]):02d}:{loose[2] or '00'}", clock=True
                )
                if loose
                else None
            )
        if last is None or not last.clock or join is None:
            return first
        if join["word"] in self._middles and not (opener and join["word"] in self._openers[opener["word"]]):
            return first
        return replace(self._joined(first, last, low, opener, first.start), clock=True)

    def _opened_month(self, low: str, start: int, floor: int, reference: Reference) -> DateExpression | None:
        """*de mars à ce jour*: the word before a short name shows that it is a month, where a second end follows."""
        opened = self._open(low[max(floor, start - _TAIL) : start])
        month = self._dates.month_at(low, start, reference) if opened else None
        found = self._of_dates(low, month, floor, reference) if month else None
        return found if found and found.value is None else None

    def _months(self, low: str, start: int, floor: int, reference: Reference) -> DateExpression | None:
        """*nov-feb 2017*: a month that takes its year from the one after it."""
        match = self._first_month(low, start)
        last = None
        if match is not None:
            at = match.end()
            last = self._dates.read(low, at, reference) or self._dates.month_at(low, at, reference)
        if (
            match is None
            or last is None
            or last.value is None
            or last.value.count("-") != 1
            or "X" in last.value
        ):
            return None
        opener = self._open(low[max(floor, start - _TAIL) : start])
        if match["word"] in self._middles and not (opener and match["word"] in self._openers[opener["word"]]):
            return None
        year, month = int(last.value[:4]), self._month_numbers[match["month"]]
        begins = ymd(year - (month > int(last.value[5:])), month)
        return self._joined(DateExpression(start, match.end(), begins), last, low, opener, start)

    def _to_day(self, low: str, begin: int, first: DateExpression) -> DateExpression | None:
        """The second end of *May 5-7*: a day of the same month."""
        if not low[first.start].isalpha() or first.value is None or first.value.count("-") != 2:
            return None
        match = self._last_day(low, begin)
        rank = None if match else self._dates.ranks.rank_at(low, begin)
        if match is None and rank is None:
            return None
        day, end = (int(match["day"]), match.end()) if match else (rank.value, rank.end) if rank else (0, 0)
        month = first.value[5:7]
        if not first.value[8:].isdecimal() or not int(first.value[8:]) < day <= 31 or not month.isdecimal():
            return None
        return (
            DateExpression(begin, end, f"{first.value[:8]}{day:02d}") if possible(int(month), day) else None
        )

    def _of_days(
        self, low: str, days: re.Match[str], last: DateExpression, opener: re.Match[str] | None, start: int
    ) -> DateExpression:
        word = days["word"]
        assert last.value is not None
        consecutive = last.value[-2:].isdecimal() and int(days["day"]) + 1 == int(last.value[-2:])
        if (
            word in self._middles
            and not consecutive
            and not (opener and word in self._openers[opener["word"]])
        ):
            return replace(last, start=days.end())
        first = f"{last.value[:-2]}{int(days['day']):02d}"
        return self._joined(DateExpression(start, days.end(), first), last, low, opener, start)

    @staticmethod
    def _joined(
        first: DateExpression, last: DateExpression, low: str, opener: re.Match[str] | None, start: int
    ) -> DateExpression:
        assert first.value is not None
        assert last.value is not None
        early, late = first.value, last.value
        if early[0] != "T" and early[:4] != late[:4] and early > late and len(early) > 4:
            early = late[:4] + early[4:]
        begin = start - len(opener.group()) if opener else start
        return DateExpression(begin, last.end, None, early, late, deictic=first.deictic and last.deictic)


def _same_half(hour: int, last: DateExpression, low: str) -> str:
    """The hour in the half of the day that its second end is said to be in: *von 8 bis 10 Uhr abends*."""
    written = int("0" + "".join(c for c in low[last.start : last.start + 2] if c.isdecimal()))
    late = last.value is not None and last.value >= "T12:00" and written < _NOON
    moved = hour + _NOON if late and hour < written else hour
    return f"T{moved:02d}:00"


def comparable(first: str, last: str) -> bool:
    """Whether two EDTF dates can be the ends of a range: the later is no less precise, and not before the first."""
    if "X" in first[4:] or "X" in last[4:]:
        return False
    return first[:4] == "XXXX" or last[:4] == "XXXX" or first <= last or len(first) > 4
