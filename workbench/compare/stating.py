"""Figures as the evidence states them."""

from __future__ import annotations

from workbench.compare.lineup import Pair
from workbench.compare.quantity import Fit, Quantity


def change_of(old: Quantity, new: Quantity) -> str:
    """By how much a later figure differs; the same number with other hedges lies above or below it."""
    if not old.value:
        return "from 0"
    percent = round((new.value - old.value) / abs(old.value) * 100)
    if percent:
        return f"{percent:+d}%"
    return "now above it" if new.soft.high > old.soft.high else "now below it"


def apart(left: Quantity, right: Quantity, fits: Fit) -> str:
    """How far two values lie apart."""
    return f"by {left.soft.gap(right.soft):,.10g}" if fits == "disjoint" else ""


def shown(item: Quantity) -> str:
    """What a writer means by a quantity, as an interval."""
    low = "(" if item.hard.low_open else "["
    high = ")" if item.hard.high_open else "]"
    return f"{low}{item.soft.low:,.10g}, {item.soft.high:,.10g}{high}"


def intervals(pair: Pair) -> dict[str, list[float | None]]:
    """The bounds of both sides: hard, soft, stated, soft, hard."""

    def row(item: Quantity) -> list[float | None]:
        ends = (item.hard.low, item.soft.low, item.value, item.soft.high, item.hard.high)
        return [None if end == float("inf") else end for end in ends]

    return {"left": row(pair.left), "right": row(pair.right)}
