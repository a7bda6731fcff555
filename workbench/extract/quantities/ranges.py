"""The two ends of a range: *10 tot 20*, *tussen de 10 en 20 miljoen*, *$5-10*, *twee of drie*."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from workbench.extract.quantities.context import last_word
from workbench.extract.quantities.numeral import Numeral
from workbench.extract.quantities.numerals import NumeralReader
from workbench.extract.quantities.patterns import alternation
from workbench.extract.quantities.units import Unit, UnitReader
from workbench.languages.schema.numbers import NumbersTable

_SPACE = r"[ \u00a0\u202f]{1,2}\n?"
_TAIL = 40
_SIGN_WIDTH = 4
_MINUS = "-−"
_MINUTES = re.compile(r":[0-5]\d").match


@dataclass(frozen=True, slots=True)
class Second:
    """The second end of a range."""

    numeral: Numeral
    """Its number."""
    unit: Unit | None
    """Its unit."""
    start: int | None
    """Where the word that opens the range begins."""
    negative: bool = False
    """The first end has a minus: *tussen -5 en 3 graden*."""


class RangeReader:
    """Finds the second end of a range after its first."""

    def __init__(self, table: NumbersTable, numerals: NumeralReader, units: UnitReader) -> None:
        ranges = table.ranges
        self._numerals, self._units = numerals, units
        self._infix = frozenset(ranges.infix)
        self._alternatives = frozenset(ranges.alternatives)
        self._change = frozenset(ranges.not_after)
        self._middles: dict[str, frozenset[str]] = {}
        for opener, middle in ranges.around:
            self._middles[opener] = self._middles.get(opener, frozenset()) | {middle}
        joins = alternation([*ranges.infix, *ranges.alternatives, *(middle for _, middle in ranges.around)])
        soft = alternation([*table.fillers, *table.hedges.about])
        self._join = re.compile(
            rf"{_SPACE}(?P<word>{joins}){_SPACE}(?:(?:{soft}){_SPACE})?|[ \u00a0]?(?P<dash>[-–—~])[ \u00a0]?~?"
        ).match
        self._open = re.compile(
            rf"(?<!\w)(?P<word>{alternation(self._middles)}){_SPACE}(?:(?:{soft}){_SPACE})?\Z"
        ).search

    def opener(self, low: str, start: int, floor: int) -> re.Match[str] | None:
        """The word before ``start`` that announces a range, searched in a tail that ends at ``start``."""
        return self._open(low[max(floor, start - _TAIL) : start])

    def second(
        self, text: str, low: str, first: Numeral, unit: Unit | None, floor: int, limit: int
    ) -> Second | None:
        """The other end of the range that begins with ``first``."""
        start = min(first.start, unit.start) if unit else first.start
        after = unit.end if unit and unit.start >= first.end else first.end
        join = self._join(low, after, limit)
        if join is None or join.end() >= limit:
            return None
        minus = start - 1 > floor and low[start - 1] in _MINUS and low[start - 2].isspace()
        start -= minus
        opened = self.opener(low, start, floor)
        word = join["word"]
        paired = bool(opened and word in self._middles[opened["word"]])
        if word and not paired and word not in self._infix and word not in self._alternatives:
            return None
        change = last_word(low, start, floor)
        if not paired and change in self._change and low[floor:start].strip() != change:
            return None
        begin = join.end()
        below = bool(word) and low[begin] in _MINUS and low[begin + 1 : begin + 2].isdecimal()
        money, begin = self._leading_currency(text, low, begin + below)
        last = self._numerals.read(text, low, begin)
        if last is None or last.end > limit or _MINUTES(low, last.end):
            return None
        if minus and word:
            first = replace(first, value=_turned(first.value))
        if below:
            last = replace(last, value=_turned(last.value))
        other = money or self._units.after(text, low, last.end)
        if not self._fits(first, last, join) or not _same_unit(
            unit, other, bool(unit and unit.end <= first.start)
        ):
            return None
        turned = minus and bool(word)
        opens = start - len(opened.group()) if paired and opened else start if turned else None
        return Second(last, other, opens, turned)

    def _leading_currency(self, text: str, low: str, begin: int) -> tuple[Unit | None, int]:
        """A currency sign before the second number, and where that number begins."""
        if low[begin].isdecimal():
            return None, begin
        digit = next((n for n in range(1, _SIGN_WIDTH) if low[begin + n : begin + n + 1].isdecimal()), 0)
        money = self._units.before(text, begin + digit, begin) if digit else None
        return (money, begin + digit) if money else (None, begin)

    def _fits(self, first: Numeral, last: Numeral, join: re.Match[str]) -> bool:
        if first.value is None or last.value is None or last.ordinal or last.form == "few":
            return False
        if join["dash"]:
            return first.form in ("plain", "digits", "words") and first.value < last.value
        if join["word"] in self._alternatives and join["word"] not in self._infix:
            return first.value < last.value <= 3 * first.value
        return first.value < last.value or (last.form != "plain" and first.value < 1000)


def _turned(value: Decimal | None) -> Decimal | None:
    """The number with a minus."""
    return None if value is None else -value


def _same_unit(first: Unit | None, last: Unit | None, leading: bool) -> bool:
    """Whether the two ends measure the same: *rose 5% to 20* is no range."""
    if first is None:
        return True
    if last is None:
        return leading
    return first.name == last.name
