"""Day and month in digits without a year: *op 25-10*, *29/3*, *10/25*, *am 3.5.*; else such pairs are scores or parts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.extract.quantities.edtf import DateExpression, Reference, possible, ymd
from workbench.extract.quantities.patterns import alternation, ending
from workbench.languages.schema.calendar import CalendarTable

_SPACE = r"[ \u00a0\u202f]{1,2}\n?"
_TAIL = 28
_MONTHS = 12
_LONG = 2


class ShortDateReader:
    """Reads such dates of one language.

    Args:
        table: the calendar.
        openers: words that open a range of two ends.
        middles: words between the two ends of such a range.
        infix: words between two ends that need no word before them.
    """

    def __init__(
        self, table: CalendarTable, openers: list[str], middles: list[str], infix: Sequence[str]
    ) -> None:
        self.openers = openers
        """Words that open a range of two ends."""
        self._month_first = table.month_first
        self._stops = "." in table.day_suffixes
        self._match = re.compile(
            r"(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P<dot>\.?)(?![\w/%°€$]|[.,:]\d|-\d{1,4}(?![-/.]?\d))"
        ).match
        self._year = re.compile(rf"{_SPACE}(?P<year>(?:1\d|20)\d\d)(?![\w]|[.,:]\d)").match
        join = rf"[ \u00a0]?(?:-|–|{alternation([*middles, *infix])})[ \u00a0]?"
        pair = r"\d{1,2}[-/.]\d{1,2}\.?"
        plain, begun = alternation(infix), rf"(?<!\w)(?:{alternation(openers)}){_SPACE}"
        self._second = re.compile(
            rf"(?:{pair}[ \u00a0]?(?:-|–|{plain})|{begun}{pair}[ \u00a0]?(?:{alternation(middles)}))[ \u00a0]?\Z"
        ).search
        self._first = re.compile(rf"{join}{pair}").match
        self._opened = ending(openers)
        self._before = ending([*table.short_before, *openers])
        self._sure = ending(table.day_words_before)
        self._weekday = re.compile(
            rf"(?<!\w)(?:{alternation([*table.weekdays, *table.short_weekdays])})\.?,?{_SPACE}\Z"
        ).search

    def read(self, low: str, start: int, reference: Reference) -> DateExpression | None:
        """The date at ``start``."""
        match = self._match(low, start)
        if match is None:
            return None
        first, second = int(match["a"]), int(match["b"])
        day, month = (second, first) if self._month_first else (first, second)
        if month > _MONTHS or not possible(month, day) or not self._is_date(low, match, day):
            return None
        end = match.end() if match["dot"] and match["sep"] == "." else match.end("b")
        stated = self._year(low, end) if end > match.end("b") else None
        year = int(stated["year"]) if stated else reference.month_year(month)
        return DateExpression(start, stated.end() if stated else end, ymd(year, month, day))

    def _is_date(self, low: str, match: re.Match[str], day: int) -> bool:
        """Whether the words around a pair of numbers show that it is a date."""
        tail = low[max(0, match.start() - _TAIL) : match.start()]
        padded = any(len(match[part]) == _LONG and match[part][0] == "0" for part in ("a", "b"))
        clear, sep = day > _MONTHS or padded, match["sep"]
        if sep == "." and not (self._stops and match["dot"]):
            return self._stops and bool(self._sure(tail))
        if (
            self._weekday(tail)
            or self._second(tail)
            or (self._opened(tail) and self._first(low, match.end()))
        ):
            return True
        if sep == "/" and clear:
            return True
        return bool(self._before(tail)) and (sep != "-" or clear)
