"""Interval arithmetic: what a figure's value can be, by logic and by usage, in a common unit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import floor, inf, isfinite, log10
from typing import Literal

from workbench.compare.world import weights
from workbench.model import Figure

SCALES: dict[str, tuple[str, float]] = {
    "second": ("time", 1.0), "minute": ("time", 60.0), "hour": ("time", 3600.0), "day": ("time", 86400.0),
    "week": ("time", 604800.0), "month": ("time", 2629800.0), "year": ("time", 31557600.0),
    "nanometer": ("m", 1e-9), "millimeter": ("m", 0.001), "centimeter": ("m", 0.01), "meter": ("m", 1.0),
    "kilometer": ("m", 1000.0), "mile": ("m", 1609.344), "foot": ("m", 0.3048), "inch": ("m", 0.0254),
    "yard": ("m", 0.9144), "milligram": ("g", 0.001), "gram": ("g", 1.0), "kilogram": ("g", 1000.0),
    "tonne": ("g", 1e6), "pound": ("g", 453.59237), "ounce": ("g", 28.349523), "square_foot": ("m2", 0.092903),
    "square_meter": ("m2", 1.0), "acre": ("m2", 4046.873), "hectare": ("m2", 1e4), "square_kilometer": ("m2", 1e6),
    "square_mile": ("m2", 2589988.11), "milliliter": ("L", 0.001), "centiliter": ("L", 0.01), "deciliter": ("L", 0.1),
    "liter": ("L", 1.0), "hectoliter": ("L", 100.0), "cubic_meter": ("L", 1000.0), "cubic_foot": ("L", 28.316847),
    "gallon": ("L", 3.785412), "barrel": ("L", 158.987), "kilometer_per_hour": ("m/s", 0.2777778),
    "meter_per_second": ("m/s", 1.0), "mile_per_hour": ("m/s", 0.44704), "watt": ("W", 1.0), "kilowatt": ("W", 1e3),
    "megawatt": ("W", 1e6), "gigawatt": ("W", 1e9), "kilowatt_hour": ("Wh", 1e3), "kilobyte": ("B", 1e3),
    "megabyte": ("B", 1e6), "gigabyte": ("B", 1e9), "terabyte": ("B", 1e12),
}  # fmt: skip
"""Unit, by its name in ``units.toml``, to its base unit and the factor; one that is absent is a dimension of its own."""
SLIP = 1000.0
"""Thousand and million, gram and kilogram: the factor of a slip."""
LEAST_AMOUNT = 1e6
"""Bare number from which it may be an amount of money whose unit stands elsewhere."""
HEDGED = 2
"""Precision of a hedged figure: "more than 70" and a bare 70 are one number, which "nearly 70" is not to "over 70"."""
TELLING_DIGITS = 3
"""Digits between the first and the last that is not zero, from which a number is not likely to be stated twice by chance."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Numbers from ``low`` to ``high``; an open end is not included."""

    low: float
    """Lower end."""
    high: float
    """Upper end."""
    low_open: bool = False
    """Whether ``low`` itself is outside."""
    high_open: bool = False
    """Whether ``high`` itself is outside."""

    def meets(self, other: Interval) -> bool:
        """Whether the two share a number."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        if low != high:
            return low < high
        return not any(
            (open_ and end == low)
            for end, open_ in (
                (self.low, self.low_open), (self.high, self.high_open),
                (other.low, other.low_open), (other.high, other.high_open),
            )
        )  # fmt: skip

    def within(self, other: Interval) -> bool:
        """Whether every number of this one is in the other."""
        low_in = self.low > other.low or (self.low == other.low and (self.low_open or not other.low_open))
        high_in = self.high < other.high or (
            self.high == other.high and (self.high_open or not other.high_open)
        )
        return low_in and high_in

    def gap(self, other: Interval) -> float:
        """Distance between the two; 0 where they meet or touch."""
        return max(0.0, other.low - self.high, self.low - other.high)


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a figure says, in the base unit of its dimension."""

    dimension: str
    """Base unit, or the unit itself where nothing converts to it."""
    value: float
    """The stated number, the middle of a range."""
    hard: Interval
    """What logic allows."""
    soft: Interval
    """What writers mean."""
    loose: Interval
    """Within which it may stand for a more precise figure."""
    precision: int
    """0 precise, 1 bare but round, 2 hedged or a range."""


def quantity(figure: Figure) -> Quantity | None:
    """The quantity of a figure that is a number; None for dates and figures without a value."""
    ends = [x for x in (figure.value, figure.value_min, figure.value_max) if isinstance(x, int | float)]
    if figure.unit == "date" or not ends:
        return None
    dimension, factor = SCALES.get(figure.unit, (figure.unit, 1.0))
    low, high = min(ends) * factor, max(ends) * factor
    if figure.bound == "range" or (figure.value is None and len(ends) == 2 and low < high):
        span = Interval(low, high)
        return Quantity(dimension, (low + high) / 2, span, span, span, 2)
    stated = figure.value if isinstance(figure.value, int | float) else (min(ends) + max(ends)) / 2
    kind = "round" if figure.bound == "exact" and is_round(stated) else figure.bound
    bounds = weights().hedges[kind]
    slack = _half_place(stated) * factor if kind in ("exact", "round") else 0.0
    # What rounds up to the next number is that number: the upper end of a precise figure is outside.
    open_low, open_high = kind == "above", kind == "below" or (kind == "exact" and slack > 0)
    number = stated * factor

    def interval(factors: tuple[float, float], least: float) -> Interval:
        start = _scaled(number, factors[0]) - least
        return Interval(start, _scaled(number, factors[1]) + least, open_low, open_high)

    hard, soft, loose = (interval(pair, slack if kind == "exact" else 0.0) for pair in
                         (bounds.hard, bounds.soft, bounds.loose))  # fmt: skip
    if kind == "round":
        near = min(slack, number * (bounds.soft[1] - 1.0))
        soft = Interval(number - near, number + near)
    return Quantity(dimension, number, hard, soft, loose, {"exact": 0, "round": 1}.get(kind, 2))


def _scaled(number: float, factor: float) -> float:
    return inf if factor == inf else number * factor


def is_round(number: float) -> bool:
    """Whether a bare number is read as round: one digit and zeros, large enough."""
    if number < weights().round.from_ or number != floor(number):
        return False
    return bool(number % 10 ** floor(log10(number)) == 0)


def is_telling(left: Quantity, right: Quantity, digits: int = TELLING_DIGITS) -> bool:
    """Whether both state one number that is not round: itself a cue that they speak of one thing."""
    # A day has 86,400 seconds, which is no number that anybody stated.
    if left.value != right.value or not isfinite(left.value) or left.dimension == "time":
        return False
    return len(f"{abs(left.value):.6f}".replace(".", "").strip("0")) >= digits


def _half_place(number: float) -> float:
    """Half of the last non-zero place of a large or broken number; small whole numbers are meant as they are."""
    if number == 0 or not isfinite(number):
        return 0.0
    if number != floor(number):
        digits = f"{number:.6f}".rstrip("0").partition(".")[2]
        return 0.5 * 10.0 ** -len(digits)
    place = 1
    whole = int(abs(number))
    while whole % (place * 10) == 0:
        place *= 10
    return place / 2 if whole >= weights().round.from_ and place > 1 else 0.0


def measures(dimension: str) -> bool:
    """Whether the unit says itself what is measured, as an area or a weight does; money, shares and times do not."""
    return dimension not in ("count", "time", "percent", "date") and not is_currency(dimension)


def is_currency(dimension: str) -> bool:
    """Whether a dimension is money, as a code of three capitals."""
    return len(dimension) == 3 and dimension.isupper()


def is_amount(figure: Figure) -> bool:
    """Whether a figure is money, or a bare number of millions that may be: "2.4 billion, not 1.8 billion euros"."""
    value = figure.value
    bare = figure.unit == "count" and not figure.noun_text
    return is_currency(figure.unit) or (bare and isinstance(value, int | float) and value >= LEAST_AMOUNT)


def as_amount(own: Quantity, figure: Figure, other: Quantity) -> Quantity:
    """The quantity of a bare number of millions in the money of the other; any other quantity as it is."""
    money = own.dimension == "count" and is_currency(other.dimension) and is_amount(figure)
    return replace(own, dimension=other.dimension) if money else own


Fit = Literal["equal", "nested", "overlap", "adjacent", "slip", "disjoint"]
"""How two quantities fit; ``nested`` only where a hedged one may well stand for the other."""


def fit(left: Quantity, right: Quantity) -> Fit:
    """How the values fit, by the soft bounds; :func:`compatible` asks what logic allows."""
    if left.value == right.value and left.precision == right.precision and left.soft == right.soft:
        return "equal"
    if _stands_for(left, right) or _stands_for(right, left):
        return "nested"
    if left.soft.meets(right.soft):
        return "overlap"
    if left.value == right.value and min(left.precision, right.precision) < HEDGED:
        return "nested"
    if left.soft.gap(right.soft) == 0:
        return "adjacent"
    small, large = sorted((abs(left.value), abs(right.value)))
    if small and abs(large / small / SLIP - 1) < 0.005:
        return "slip"
    return "disjoint"


def _stands_for(precise: Quantity, hedged: Quantity) -> bool:
    return (
        precise.precision < hedged.precision
        and precise.soft.within(hedged.hard)
        and precise.soft.meets(hedged.loose)
    )


def compatible(left: Quantity, right: Quantity) -> bool:
    """Whether both can be true of one thing at one time."""
    return left.hard.meets(right.hard)


def ratio(left: Quantity, right: Quantity) -> float:
    """The larger number over the smaller; infinite where one is 0 or the signs differ."""
    if left.value == right.value:
        return 1.0
    small, large = sorted((left.value, right.value))
    return large / small if small > 0 else inf
