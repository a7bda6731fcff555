"""Figures in words and on a scale."""

from __future__ import annotations

import re

from workbench.model import Bound, Figure, Value

_EDTF = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_SIGNS: dict[Bound, str] = {"about": "about ", "above": "> ", "below": "< ", "min": "≥ ", "max": "≤ "}


def number(value: Value | None) -> str:
    """A value with its thousands set apart; dates as they are."""
    if value is None:
        return "…"
    if isinstance(value, str):
        return value
    if isinstance(value, float) and not value.is_integer():
        return f"{value:,.6g}".replace(",", " ") if abs(value) < 1e6 else f"{value:,.2f}".replace(",", " ")
    return f"{int(value):,}".replace(",", " ")


def interval(figure: Figure) -> str:
    """The values the figure allows: ``127 000``, ``< 100 000``, ``10 … 20``."""
    if figure.bound == "range":
        return f"{number(figure.value_min)} … {number(figure.value_max)}"
    stated = figure.value
    if stated is None:
        stated = figure.value_min if figure.value_min is not None else figure.value_max
    return _SIGNS.get(figure.bound, "") + number(stated)


def unit_word(figure: Figure) -> str:
    """What is measured: the noun of a count, else the unit."""
    if figure.unit == "count":
        return figure.noun_text or "count"
    return {"percent": "%", "date": "date"}.get(figure.unit, figure.unit)


def position(value: Value | None) -> float | None:
    """Where a value stands on a scale: the number itself, or the year with its fraction for a date."""
    if value is None:
        return None
    if not isinstance(value, str):
        return float(value)
    match = _EDTF.search(value)
    if match is None:
        return None
    year, month, day = (int(part) if part else 1 for part in match.groups())
    return year + (month - 1) / 12 + (day - 1) / 372


def ends(figure: Figure) -> tuple[float | None, float | None]:
    """Lower and upper end on the scale; None where the figure is open on that side.

    A hedge such as *about* has the ends the extractor gave; an exact value has both ends at the value.
    """
    low, high = position(figure.value_min), position(figure.value_max)
    at = position(figure.value)
    if figure.bound in ("exact", "about"):
        return (low if low is not None else at), (high if high is not None else at)
    if figure.bound in ("above", "min") and low is None:
        low = at
    if figure.bound in ("below", "max") and high is None:
        high = at
    return low, high
