"""What the readers hand on: figures before they get ids, and the place they were found at."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from workbench.extract.quantities.edtf import DateExpression, Reference
from workbench.extract.quantities.numeral import Numeral
from workbench.extract.quantities.units import Unit
from workbench.model import Bound, Span

Number = Decimal | str | None
"""A value before it is stored; a string for dates."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure before it gets its id and its as-of date."""

    start: int
    """Where it begins."""
    end: int
    """Where it ends."""
    bound: Bound
    """How the value is bounded."""
    value: Number
    """The number as stated."""
    low: Number
    """Lower end."""
    high: Number
    """Upper end."""
    unit: str
    """What it is measured in."""
    hedge: str | None = None
    """The hedge as written."""
    noun: Span | None = None
    """The measured noun."""
    modifiers: tuple[str, ...] = ()
    """What narrows the noun."""
    date: DateExpression | None = None
    """The date expression, where the figure is a date."""
    confidence: float = 0.9
    """How sure the reader is."""


@dataclass(frozen=True, slots=True)
class Place:
    """The text around a figure, and how far every look to the side may go."""

    text: str
    """The article's text."""
    low: str
    """The same in lower case, character for character."""
    floor: int
    """Where the sentence begins."""
    limit: int
    """Where the sentence ends."""
    reference: Reference
    """The publication date."""


def of_date(found: DateExpression) -> Draft:
    """The figure that a date expression makes."""
    low: str | None = found.low or found.value
    high: str | None = found.high or found.value
    bound: Bound = found.bound or ("range" if found.value is None else "exact")
    if bound in ("below", "max"):
        low, high = None, low if bound == "below" else high
    elif bound in ("above", "min"):
        low, high = high if bound == "above" else low, None
    return Draft(found.start, found.end, bound, found.value, low, high, "date", hedge=found.hedge, date=found)


def interval(
    first: Numeral, last: Numeral | None, unit: Unit | None, bound: Bound, negative: bool
) -> tuple[Decimal | None, Decimal | None, Decimal | None, Bound]:
    """Lower end, upper end, stated value and bound of a figure."""
    factor = (unit.factor if unit else Decimal(1)) * (-1 if negative else 1)
    if last is not None and last.value is not None and first.value is not None:
        low, high = first.value * _shared_scale(first, last) * factor, last.value * factor
        return min(low, high), max(low, high), None, "range"
    if first.value is None:
        return (first.low or Decimal(0)) * factor, (first.high or Decimal(0)) * factor, None, "about"
    value = first.value * factor
    if bound in ("below", "max"):
        return None, value, value, bound
    if bound in ("above", "min"):
        return value, None, value, bound
    return value, value, value, bound


def _shared_scale(first: Numeral, last: Numeral) -> int:
    """The scale that the first end of *10 tot 20 miljoen* takes from the second."""
    assert first.value is not None
    assert last.value is not None
    takes = first.scale == 1 and last.scale > 1 and first.value < 1000
    return last.scale if takes and first.value * last.scale <= last.value else 1
