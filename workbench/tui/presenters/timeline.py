"""Every value of one figure over time: a row a mention, by the date it holds for."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.model import Figure
from workbench.store.rows import MentionRow
from workbench.tui.display import Line, Piece
from workbench.tui.layout import clip, rule
from workbench.tui.presenters.chart import LEGEND, Mark, chart
from workbench.tui.presenters.figures import interval, unit_word


def ordered(rows: Sequence[MentionRow]) -> list[MentionRow]:
    """Figures by the date they hold for, undated last."""
    figures = [row for row in rows if isinstance(row.mention, Figure)]
    return sorted(figures, key=lambda row: (when(row) or "9999", row.article_name, row.mention.span))


def when(row: MentionRow) -> str | None:
    """The date a figure holds for, or its article's."""
    figure = row.mention
    return figure.as_of if isinstance(figure, Figure) and figure.as_of else row.published


def time_line(rows: Sequence[MentionRow], width: int) -> list[Line]:
    """One scale, one row a figure, and under the drawing who says it where."""
    marks = [
        Mark(
            f" {when(row) or 'undated'}",
            row.mention,
            f"{interval(row.mention)}  {row.speaker_name or 'no source named'}",
        )
        for row in ordered(rows)
        if isinstance(row.mention, Figure)
    ]
    lines = chart(marks, width)
    if not lines:
        return [(Piece(" no figures with numbers here", "dim"),)]
    return [
        *lines,
        (Piece(" " + clip(LEGEND, width - 1), "dim"),),
        rule(width, "who says it"),
        *_sources(rows, width),
    ]


def _sources(rows: Sequence[MentionRow], width: int) -> list[Line]:
    out: list[Line] = []
    for row in ordered(rows):
        figure = row.mention
        assert isinstance(figure, Figure)
        head = f" {when(row) or 'undated':<11} {interval(figure)} {unit_word(figure)}"
        tail = f"  {row.speaker_name or 'no source named'} · {row.article_name}"
        head = clip(head, width)
        out.append((Piece(head, "figure"), Piece(clip(tail, max(0, width - len(head))), "dim")))
    return out
