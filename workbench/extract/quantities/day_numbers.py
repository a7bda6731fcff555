"""Days by their number alone: *op de 15e om 20.00 uur*, *the 15th of next month*, *le 3 du mois*."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.extract.quantities.edtf import DateExpression, Reference, possible
from workbench.extract.quantities.patterns import alternation, ending
from workbench.languages.schema.calendar import CalendarTable

_SPACE = r"[ \u00a0\u202f]{1,2}\n?"
_GAP = r"[ \u00a0\u202f]{0,2}"
_TAIL = 16


class DayNumberReader:
    """Reads such days of one language: only a clock time or a month behind them shows that they are days.

    Args:
        table: the calendar.
        openers: words that open a range of hours.
    """

    def __init__(self, table: CalendarTable, openers: Iterable[str] = ()) -> None:
        clock = table.clock
        suffix = rf"(?:{alternation(table.day_suffixes)})?"
        self._day = re.compile(rf"(?P<day>\d{{1,2}}){suffix}(?![\w-]|[.,:/]\d)").match
        self._before = ending([*table.short_before, *table.lead])
        self._time = re.compile(
            rf",?{_SPACE}(?:(?:{alternation([*clock.before, *openers])}){_SPACE})?"
            rf"(?:[01]?\d|2[0-4])(?:[.:]\d\d|{_GAP}(?:{alternation(clock.words)}))(?!\w)"
        ).match
        self._steps = dict.fromkeys(table.previous, -1) | dict.fromkeys(table.next, 1) | table.after_unit
        months = alternation(word for word, unit in table.units.items() if unit == "month")
        joins = alternation([*table.of, *table.small, *table.lead])
        steps = alternation([*self._steps, *table.current])
        self._month = re.compile(
            rf"(?:(?:{_SPACE}(?:{joins})){{1,2}}(?:{_SPACE}(?P<step>{steps}))?|{_SPACE}(?P<only>{steps}))"
            rf"{_SPACE}(?:{months})(?!\w)"
            rf"(?:{_SPACE}(?P<behind>{alternation(table.after_unit)})(?!\w))?"
        ).match

    def read(self, low: str, start: int, reference: Reference) -> DateExpression | None:
        """The day whose number stands at ``start``."""
        match = self._day(low, start)
        if match is None or not self._before(low[max(0, start - _TAIL) : start]):
            return None
        number, step, end = int(match["day"]), 0, match.end()
        if whole := self._month(low, end):
            step, end = self._step_of(whole), whole.end()
        elif not self._time(low, end):
            return None
        month = reference.months_from(step)
        told = month[5:7].isdecimal()
        if not possible(int(month[5:7]) if told else 1, number):
            return None
        return DateExpression(start, end, f"{month if told else 'XXXX-XX'}-{number:02d}", deictic=True)

    def _step_of(self, month: re.Match[str]) -> int:
        """How many months from the publication the month lies."""
        return self._steps.get(month["behind"] or month["step"] or month["only"] or "", 0)
