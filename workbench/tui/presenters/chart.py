"""Intervals drawn in characters: one row a figure, one scale for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.model import Figure
from workbench.tui.display import Line, Piece, Role
from workbench.tui.layout import cell, clip
from workbench.tui.presenters.figures import ends, number, position

LEGEND = "● value   ━ interval   ( ) end not included   ◀ ▶ no end"
LABEL, CAPTION = 12, 24
"""Widths of the label before a row and of the caption after it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure to be drawn."""

    label: str
    """What stands before the row: side or date."""
    figure: Figure
    """What is drawn."""
    caption: str
    """What stands after the row."""
    role: Role = "figure"
    """How the bar looks."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Values on cells."""

    low: float
    """Value at the first cell."""
    high: float
    """Value at the last cell."""
    cells: int
    """How many cells there are."""

    def at(self, value: float) -> int:
        """The cell a value falls in, kept inside the scale."""
        if self.high <= self.low:
            return self.cells // 2
        share = (value - self.low) / (self.high - self.low)
        return max(0, min(self.cells - 1, round(share * (self.cells - 1))))


def chart(marks: Sequence[Mark], width: int) -> list[Line]:
    """A scale and one row for each figure; empty when no figure has a number."""
    caption = CAPTION if width >= 70 else 0
    cells = width - LABEL - caption - 2
    found = [end for mark in marks for end in ends(mark.figure) if end is not None]
    if not found or cells < 8:
        return []
    low, high = min(found), max(found)
    margin = (high - low) * 0.12 or abs(high) * 0.1 or 1.0
    scale = Scale(low - margin, high + margin, cells)
    out: list[Line] = [(Piece(" " * (LABEL + 1)), *_ticks(scale, marks))]
    for mark in marks:
        row = [cell(mark.label, LABEL, "dim"), Piece(" "), *_bar(scale, mark)]
        if caption:
            row += [Piece(" "), Piece(clip(mark.caption, caption), "text")]
        out.append(tuple(row))
    return out


def _ticks(scale: Scale, marks: Sequence[Mark]) -> Line:
    """The stated values written over their cells, the crowded ones left out."""
    values: dict[int, str] = {}
    for mark in marks:
        figure = mark.figure
        for value in (figure.value, figure.value_min, figure.value_max):
            place = position(value)
            if place is not None:
                values.setdefault(scale.at(place), number(value))
    line = [" "] * scale.cells
    free = 0
    for place, text in sorted(values.items()):
        start = max(0, min(scale.cells - len(text), place - len(text) // 2))
        if start >= free and len(text) <= scale.cells:
            line[start : start + len(text)] = text
            free = start + len(text) + 2
    return (Piece("".join(line), "dim"),)


def _bar(scale: Scale, mark: Mark) -> list[Piece]:
    low, high = ends(mark.figure)
    row = [" "] * scale.cells
    if low is None and high is None:
        return [cell("no number", scale.cells, "dim")]
    start = 0 if low is None else scale.at(low)
    stop = scale.cells - 1 if high is None else scale.at(high)
    if start == stop:
        row[start] = "●"
    else:
        row[start : stop + 1] = "━" * (stop - start + 1)
        row[start] = _left_end(mark.figure, low)
        row[stop] = _right_end(mark.figure, high)
    text = "".join(row)
    return [Piece(text[:start]), Piece(text[start : stop + 1], mark.role), Piece(text[stop + 1 :])]


def _left_end(figure: Figure, low: float | None) -> str:
    if low is None:
        return "◀"
    return "(" if figure.bound == "above" else "┣"


def _right_end(figure: Figure, high: float | None) -> str:
    if high is None:
        return "▶"
    return ")" if figure.bound == "below" else "┫"
