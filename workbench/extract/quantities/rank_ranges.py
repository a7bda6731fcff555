"""Days from one rank to another: *between the third and ninth of May*, *vom dritten bis neunten Mai*."""

from __future__ import annotations

import re

from workbench.extract.quantities.dates import DateReader
from workbench.extract.quantities.edtf import DateExpression, Reference
from workbench.extract.quantities.patterns import alternation
from workbench.languages.schema.calendar import CalendarTable
from workbench.languages.schema.numbers import Ranges

_SPACE = r"[ \u00a0\u202f]{1,2}\n?"
_TAIL = 24


class RankRanges:
    """Reads such ranges of one language.

    Args:
        table: the calendar.
        ranges: its words for two ends.
        dates: its single dates.
    """

    def __init__(self, table: CalendarTable, ranges: Ranges, dates: DateReader) -> None:
        self._dates = dates
        articles = alternation([*table.lead, *table.small])
        lead = rf"(?:(?:{articles}){_SPACE})?"
        self._middles: dict[str, frozenset[str]] = {}
        for opener, middle in ranges.around:
            self._middles[opener] = self._middles.get(opener, frozenset(ranges.infix)) | {middle}
        joins = alternation(word for words in self._middles.values() for word in words)
        self._join = re.compile(rf"{_SPACE}(?P<word>{joins}){_SPACE}{lead}").match
        self._open = re.compile(rf"(?<!\w)(?P<word>{alternation(self._middles)}){_SPACE}{lead}\Z").search

    def read(self, low: str, start: int, floor: int, reference: Reference) -> DateExpression | None:
        """The range whose first end is the rank at ``start``; a word before it must announce the two ends."""
        first = self._dates.ranks.rank_at(low, start)
        join = self._join(low, first.end) if first else None
        if first is None or join is None:
            return None
        opener = self._open(low[max(floor, start - _TAIL) : start])
        if opener is None or join["word"] not in self._middles[opener["word"]]:
            return None
        second = self._dates.ranks.rank_at(low, join.end())
        if second is None or second.value <= first.value:
            return None
        last = self._dates.after_day(low, join.end(), second.end, second.value, reference)
        if last is None or last.value is None:
            return None
        begin = start - len(opener.group())
        return DateExpression(begin, last.end, None, f"{last.value[:-2]}{first.value:02d}", last.value)
