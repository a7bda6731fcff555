"""Days by their rank: *Tuesday the eleventh*, *am Zwölften*, *den siebten vierten*, *March the third*; years in words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.extract.quantities.edtf import DateExpression, Reference, possible, ymd
from workbench.extract.quantities.patterns import alternation, ending, heads
from workbench.extract.quantities.spelled import WordReader
from workbench.languages.schema.calendar import CalendarTable
from workbench.languages.schema.numbers import Spelling

_SPACE = r"[ \u00a0\u202f]{1,2}\n?"
_TAIL = 40
_DAYS = 31
_MONTHS = 12
_TWENTY = 20
_NEAR = (0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6)
_CENTURIES = range(11, 22)
_TWO_DIGITS = range(10, 100)
_YEARS = range(1100, 2100)


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank that can be a day or a month."""

    value: int
    """The rank."""
    end: int
    """Where it ends."""


class RankedDayReader:
    """Reads days by their rank in one language.

    Args:
        table: the calendar.
        words: its number words.
        spelling: their table, for how a rank can begin.
    """

    def __init__(self, table: CalendarTable, words: WordReader, spelling: Spelling) -> None:
        self._table, self._words = table, words
        whole = spelling.glued or spelling.units_first
        tens = (word for word, value in spelling.cardinals.items() if whole or value >= _TWENTY)
        self._begins = heads([*spelling.ordinals, *tens])
        lead = rf"(?:(?:{alternation([*table.lead, *table.small])}){_SPACE})?"
        self._digits = re.compile(
            rf"(?P<day>\d{{1,2}})(?:{alternation(table.day_suffixes)})(?![\w-]|[.:/]?\d)"
        ).match
        self._bare = re.compile(r"(?P<day>\d{1,2})(?=[,;!?)]|\.?\s*\Z|\.\s[^\W\d])").match
        self._gap = re.compile(rf"[ \u00a0]\n?(?P<lead>(?:{alternation(table.lead)}){_SPACE})?").match
        self._next = re.compile(rf"{_SPACE}{lead}").match
        self._year = re.compile(rf"{_SPACE}(?P<year>(?:1\d|20)\d\d)(?![\w]|[.,:]\d)").match
        self._units = re.compile(rf"[ \u00a0-](?:{alternation(table.units)})(?!\w)").match
        self._weekday = re.compile(
            rf"(?<!\w)(?P<day>{alternation(table.weekdays)})\.?,?{_SPACE}{lead}\Z"
        ).search
        self._before = ending(table.day_before)
        self._words_before = ending(table.day_words_before)
        self.announced = ending([*table.month_before, *table.short_before, *table.during, *table.since])
        """Finds the word before a month that is also another word and its day."""
        self._joined = re.compile(
            rf"{_SPACE}(?:{alternation(table.of)}|{alternation(table.months)})(?!\w)"
        ).match

    def rank_at(self, low: str, start: int) -> Rank | None:
        """The rank at ``start``, in digits or words, of a day."""
        if match := self._digits(low, start):
            return Rank(int(match["day"]), match.end()) if 0 < int(match["day"]) <= _DAYS else None
        if not self._begins(low, start):
            return None
        spelled = self._words.read(low, start)
        if spelled is None or not spelled.ordinal or not 1 <= spelled.value <= _DAYS:
            return None
        return Rank(int(spelled.value), spelled.end)

    def after_month(self, low: str, end: int) -> Rank | None:
        """The day behind a month: *March the third*, *July sixteenth*; digits need the article."""
        gap = self._gap(low, end)
        rank = self.rank_at(low, gap.end()) if gap and gap.end() < len(low) else None
        if gap is None or rank is None or (low[gap.end()].isdecimal() and not gap["lead"]):
            return None
        return None if self._units(low, rank.end) or low[rank.end : rank.end + 1] == "-" else rank

    def year_at(self, low: str, start: int) -> Rank | None:
        """A year in words: *nineteen eighty-four*, *zweitausendneunzehn*."""
        if not low[start : start + 1].isalpha():
            return None
        first = self._words.read(low, start)
        if first is None or first.ordinal or first.value != int(first.value):
            return None
        if int(first.value) in _CENTURIES and (gap := self._next(low, first.end)):
            second = self._words.read(low, gap.end())
            if second and not second.ordinal and second.value in _TWO_DIGITS:
                return Rank(int(first.value) * 100 + int(second.value), second.end)
        return Rank(int(first.value), first.end) if first.value in _YEARS else None

    def read(self, low: str, start: int, floor: int, reference: Reference) -> DateExpression | None:
        """The day at ``start`` by its rank alone, where the words before it show that it is one."""
        rank = self.rank_at(low, start)
        bare = self._bare(low, start) if rank is None and low[start].isdecimal() else None
        if rank is None and bare is None:
            return None
        tail = low[max(floor, start - _TAIL) : start]
        weekday = self._weekday(tail)
        if rank is None and bare is not None and weekday:
            rank = Rank(int(bare["day"]), bare.end())
        if rank is None or not 1 <= rank.value <= _DAYS:
            return None
        before = self._before if low[start].isdecimal() else self._words_before
        if (not weekday and not before(tail)) or self._joined(low, rank.end):
            return None
        number = self._table.weekdays[weekday["day"]] if weekday else None
        if self._table.month_ranks and (month := self._month_rank(low, rank)):
            stated = self._year(low, month.end)
            year = int(stated["year"]) if stated else reference.month_year(month.value)
            end = stated.end() if stated else month.end
            return DateExpression(start, end, ymd(year, month.value, rank.value))
        return DateExpression(start, rank.end, _placed(rank.value, number, reference))

    def _month_rank(self, low: str, day: Rank) -> Rank | None:
        """The month by its rank behind a day: *7. vierter*."""
        gap = self._next(low, day.end)
        month = self.rank_at(low, gap.end()) if gap else None
        return month if month and month.value <= _MONTHS and possible(month.value, day.value) else None


def _placed(day: int, weekday: int | None, reference: Reference) -> str:
    """The day in the month of the publication, or in the nearest month where it falls on the weekday."""
    for step in _NEAR if weekday else ():
        month = reference.months_from(step)
        found = Reference.parse(f"{month}-{day:02d}").exact if month[5:7].isdecimal() else None
        if found is not None and found.isoweekday() == weekday:
            return found.isoformat()
    month = reference.months_from(0)
    if not month[5:7].isdecimal() or not possible(int(month[5:7]), day, int(month[:4])):
        return f"{month[:4]}-XX-{day:02d}"
    return f"{month}-{day:02d}"
