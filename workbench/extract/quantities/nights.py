"""Nights named by the two days they join: *in de nacht van zaterdag op zondag*, *dans la nuit du 3 au 4 mai*."""

from __future__ import annotations

import re
from dataclasses import replace

from workbench.extract.quantities.dates import DateReader
from workbench.extract.quantities.edtf import DateExpression, Reference
from workbench.extract.quantities.patterns import alternation
from workbench.languages.schema.calendar import CalendarTable

_SPACE = r"[ \u00a0\u202f]{1,2}\n?"
_FULL = re.compile(r"\d{4}-\d\d-\d\d").fullmatch


class NightReader:
    """Reads such nights of one language."""

    def __init__(self, table: CalendarTable, dates: DateReader) -> None:
        self._weekdays, self._dates = table.weekdays, dates
        lead = rf"(?:(?:{alternation([*table.lead, *table.small])}){_SPACE})?"
        self._open = re.compile(
            rf"(?P<open>{alternation(before for before, _ in table.nights)}){_SPACE}{lead}"
        ).match
        between = alternation(word for _, word in table.nights)
        days = alternation(table.weekdays)
        months = alternation([*table.months, *table.short_months])
        number = rf"\d{{1,2}}(?:{alternation(table.day_suffixes)})?(?:{_SPACE}(?:{months}))?"
        self._first = re.compile(
            rf"(?:(?:{days})(?:{_SPACE}{number})?|{number}){_SPACE}(?:{between}){_SPACE}{lead}"
        ).match
        self._alone = re.compile(rf"(?:{alternation(table.nights_before)}){_SPACE}{lead}").match
        self._weekday = re.compile(rf"(?P<day>{days})(?!\w)(?:,?{_SPACE}(?=\d))?").match
        openers = [*(before for before, _ in table.nights), *table.nights_before]
        self._words = frozenset(before.split()[0] for before in openers)

    def behind(self, low: str, part: DateExpression, reference: Reference) -> DateExpression | None:
        """The night that begins with a part of the day: *in de nacht* followed by *van zaterdag op zondag*."""
        begin = low.rfind(" ", part.start, part.end) + 1
        if low[begin : part.end] not in self._words:
            return None
        found = self.read(low, begin, reference)
        return replace(found, start=part.start) if found else None

    def read(self, low: str, start: int, reference: Reference) -> DateExpression | None:
        """The night at ``start``: the day it ends on, and the day before that."""
        opened = self._open(low, start)
        first = self._first(low, opened.end()) if opened else self._alone(low, start)
        if first is None or first.end() >= len(low):
            return None
        at = first.end()
        weekday = self._weekday(low, at)
        named = self._dates.read(low, weekday.end() if weekday else at, reference)
        if named is not None and not named.clock and named.value and named.value.count("-") == 2:
            value, end = named.value, named.end
        elif weekday is not None:
            value, end = reference.weekday(self._weekdays[weekday["day"]]), weekday.end("day")
        else:
            return None
        if not _FULL(value):
            return DateExpression(start, end, value, deictic=weekday is not None)
        eve = Reference.parse(value).days_from(-1)
        return DateExpression(start, end, None, eve, value)
