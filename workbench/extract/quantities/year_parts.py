"""Quarters and halves by what stands beside them: *next year's first quarter*, *the previous three quarters*."""

from __future__ import annotations

import re
from dataclasses import replace

from workbench.extract.quantities.edtf import DateExpression, Reference, halved
from workbench.extract.quantities.patterns import alternation, ending
from workbench.extract.quantities.spelled import WordReader
from workbench.languages.schema.calendar import CalendarTable

_SPACE = r"[ \u00a0\u202f]{1,2}\n?"
_TAIL = 32
_QUARTERS = 32
_MOST = 12
_YEAR = re.compile(r"\d{4}").fullmatch
_COUNT = re.compile(r"\d{1,2}(?![\w.,])").match


class YearParts:
    """Reads such quarters and halves of one language.

    Args:
        table: the calendar.
        words: its number words.
    """

    def __init__(self, table: CalendarTable, words: WordReader) -> None:
        self._table, self._words = table, words
        parts = [word for word, unit in table.units.items() if unit in ("quarter", "half")]
        quarters = alternation(word for word, unit in table.units.items() if unit == "quarter")
        ranks = alternation(word for word, number in table.ranks.items() if number > 0)
        self._owned = re.compile(
            rf"(?:{alternation(table.possessive)}){_SPACE}(?P<rank>{ranks})[ \u00a0-](?P<thing>{alternation(parts)})(?!\w)"
        ).match
        self._unit = re.compile(rf"{_SPACE}(?:{quarters})(?!\w)").match
        lead = rf"(?:(?:{alternation(table.lead)}){_SPACE})?"
        self._steps = dict.fromkeys(table.previous, -1) | dict.fromkeys(table.next, 1)
        self._step = ending(self._steps, rf"(?<!\w){lead}(?P<word>{alternation(self._steps)}){_SPACE}")

    def owned(self, low: str, found: DateExpression) -> DateExpression | None:
        """The part of a year that is named behind it: *2019's first quarter*."""
        year = found.value or ""
        match = self._owned(low, found.end) if _YEAR(year) else None
        if match is None:
            return None
        number, unit = self._table.ranks[match["rank"]], self._table.units[match["thing"]]
        if unit == "quarter":
            value = f"{year}-{_QUARTERS + number}" if number <= 4 else None
            return replace(found, end=match.end(), value=value, bare_year=False) if value else None
        ends = halved(year, number - 1) if number <= 2 else None
        return (
            replace(found, end=match.end(), value=None, low=ends[0], high=ends[1], bare_year=False)
            if ends
            else None
        )

    def counted(self, low: str, start: int, floor: int, reference: Reference) -> DateExpression | None:
        """So many quarters before or after the one of the publication; they are no parts of one."""
        opened = self._step(low[max(floor, start - _TAIL) : start])
        if opened is None or reference.year is None or reference.month is None:
            return None
        digits = _COUNT(low, start)
        spelled = None if digits else self._words.read(low, start)
        count = int(digits.group()) if digits else int(spelled.value) if spelled else 0
        end = digits.end() if digits else spelled.end if spelled else start
        unit = self._unit(low, end)
        if unit is None or not 0 < count <= _MOST:
            return None
        here, step = reference.year * 4 + (reference.month - 1) // 3, self._steps[opened["word"]]
        first, last = sorted((here + step, here + step * count))
        low_end, high_end = (f"{index // 4:04d}-{_QUARTERS + 1 + index % 4}" for index in (first, last))
        begin = start - len(opened.group())
        return DateExpression(begin, unit.end(), None, low_end, high_end, deictic=True)
