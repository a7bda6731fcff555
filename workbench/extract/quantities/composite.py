"""Quantities said in two units: *2 uur en 45 minuten*, *20 dollar 43*, *5 ft 2 in*."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from workbench.extract.quantities.digits import as_decimal
from workbench.extract.quantities.numeral import Numeral
from workbench.extract.quantities.numerals import NumeralReader
from workbench.extract.quantities.patterns import alternation
from workbench.extract.quantities.units import Unit, UnitReader

_PARTS = {
    ("year", "month"): 12, ("week", "day"): 7, ("day", "hour"): 24, ("hour", "minute"): 60, ("minute", "second"): 60,
    ("foot", "inch"): 12,
}  # fmt: skip
_HALVED = frozenset(unit for unit, _ in _PARTS) | {"month"}
_CALENDAR = frozenset({"year", "week", "day"})
_CENTS = 100


@dataclass(frozen=True, slots=True)
class Composite:
    """The second part joined to the first."""

    end: int
    """Where it ends."""
    value: Decimal
    """Both parts in ``unit``."""
    unit: Unit
    """The smaller unit, or the currency."""


class CompositeReader:
    """Finds the second part of a quantity in two units."""

    def __init__(
        self, numerals: NumeralReader, units: UnitReader, connectors: tuple[str, ...], added: dict[str, str]
    ) -> None:
        self._numerals, self._units = numerals, units
        self._fractions = added
        self._added = re.compile(rf"[ \u00a0](?P<word>{alternation(added)})(?!\w)").match
        self._bare = re.compile(
            rf"[ \u00a0](?:(?:{alternation(connectors)})[ \u00a0])?(?P<cents>\d{{2}})(?![\w]|[.,:]\d|[ \u00a0][^\W\d])"
        ).match
        self._gap = re.compile(
            rf"(?:,?[ \u00a0]{{1,2}}(?:(?:{alternation(connectors)})[ \u00a0])?)(?=\S)"
        ).match

    def read(self, text: str, low: str, first: Numeral, unit: Unit, limit: int) -> Composite | None:
        """The part after ``unit``, where it is the smaller sibling of it."""
        money = unit.name.isupper()
        if first.value is None or unit.start < first.end or not (money or unit.name in _HALVED):
            return None
        if money and (bare := self._bare(low, unit.end)):
            return Composite(bare.end(), first.value + Decimal(bare["cents"]) / _CENTS, unit)
        if not unit.age and (added := self._added(low, unit.end)):
            share = as_decimal(self._fractions[added["word"]])
            return Composite(added.end(), (first.value + share) * unit.factor, unit)
        return self._smaller(text, low, first.value, unit, limit)

    def _smaller(self, text: str, low: str, value: Decimal, unit: Unit, limit: int) -> Composite | None:
        """A second number with the smaller unit."""
        gap = self._gap(low, unit.end, limit)
        second = self._numerals.read(text, low, gap.end()) if gap else None
        if second is None or second.value is None or second.end > limit or second.ordinal:
            return None
        smaller = self._units.after(text, low, second.end)
        if smaller is None:
            return None
        if unit.name.isupper() and smaller.name in ("cent", "penny"):
            return Composite(smaller.end, value + second.value / _CENTS, unit)
        parts = _PARTS.get((unit.name, smaller.name))
        rest = second.value * smaller.factor
        listed = (
            low[unit.end] == "," and unit.name in _CALENDAR
        )  # *3 years, 2 months, 14 days* are three figures
        if parts is None or rest >= parts or listed:
            return None
        whole = value * unit.factor * parts + rest
        least = replace(smaller, factor=Decimal(1))
        return self._smaller(text, low, whole, least, limit) or Composite(smaller.end, whole, smaller)
