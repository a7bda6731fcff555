"""Figures in words, and where their dates and values stand on a scale."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from workbench.model import Bound, Figure, Value

_EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?!\d)", re.ASCII)
_SIGNS: dict[Bound, str] = {"about": "≈", "above": ">", "below": "<", "min": "≥", "max": "≤"}
_LARGEST = 1e18
_THIN, _FIXED = "\u202f", "\u00a0"


def number(value: Value | None) -> str:
    """A value with its thousands set apart by a thin space, which no language reads as a decimal mark."""
    if value is None:
        return "…"
    if isinstance(value, str):
        return value
    whole, _, fraction = (f"{abs(value):,}" if isinstance(value, int) else f"{abs(value):,.6f}").partition(
        "."
    )
    grouped, fraction = whole.replace(",", _THIN), fraction.rstrip("0")
    return ("−" if value < 0 else "") + grouped + (f".{fraction}" if fraction else "")


def interval(figure: Figure) -> str:
    """The values that the figure allows: ``127 000``, ``< 100 000``, ``10 – 20``."""
    if figure.bound == "range":
        return f"{number(figure.value_min)}{_FIXED}–{_FIXED}{number(figure.value_max)}"
    stated = next((v for v in (figure.value, figure.value_min, figure.value_max) if v is not None), None)
    if stated is None:
        return ""
    sign = _SIGNS.get(figure.bound)
    return f"{sign}{_FIXED}{number(stated)}" if sign else number(stated)


def measured(figure: Figure) -> str:
    """What is measured: noun and the words that narrow it, else the unit."""
    noun = " ".join((figure.noun_text or "").split())
    unit = {"count": "", "percent": "%"}.get(figure.unit, figure.unit)
    return " ".join(
        filter(None, (unit, noun, *(f"({word})" for word in figure.modifiers if word not in noun)))
    )


@dataclass(frozen=True, slots=True)
class Extent:
    """From where to where something reaches on a scale; None is an open end."""

    low: float | None
    """Lower end."""
    high: float | None
    """Upper end."""


def values(figure: Figure) -> Extent | None:
    """The figure's interval as numbers; None for a date or a figure without value."""
    found = [_float(v) for v in (figure.value_min, figure.value_max, figure.value)]
    low, high, stated = found
    if low is None and high is None:
        return None if stated is None else Extent(stated, stated)
    return Extent(low, high)


def days(edtf: str | None) -> Extent | None:
    """First and last day of an EDTF date or interval as ordinals; None for what is none."""
    found = [_days(match) for match in _EDTF.finditer((edtf or "")[:60])]
    known = [extent for extent in found if extent]
    if not known:
        return None
    return Extent(min(first for first, _ in known), max(last for _, last in known))


def _days(match: re.Match[str]) -> tuple[int, int] | None:
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        first = date(year, month or 1, day or 1)
        last_month = month or 12
        last = date(year, last_month, day or calendar.monthrange(year, last_month)[1])
    except ValueError:
        return None
    return first.toordinal(), last.toordinal()


def _float(value: Value | None) -> float | None:
    """The number, if a drawing can have it."""
    return float(value) if isinstance(value, (int, float)) and abs(value) < _LARGEST else None
