"""An article as lines with its mentions marked; made once, each line drawn only when it is in view."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from workbench.model import Article, Mention, Quote, Span
from workbench.tui.display import Line, Piece, Role
from workbench.tui.layout import wrap

GUTTER = 4
"""Cells before the text: the mark of the present mention, of quotes and of figures."""


class ArticleLines:
    """The lines of one article at one width.

    Args:
        article: the article.
        mentions: its mentions, by start.
        width: cells of a line, the gutter counted in.
    """

    def __init__(self, article: Article, mentions: Sequence[Mention], width: int) -> None:
        self._text = article.text
        self._mentions = mentions
        self._mention_starts = [mention.span.start for mention in mentions]
        self._reach = _reaches(mentions)
        lines = wrap(article.text, width - GUTTER)
        self._starts = array("q", (span.start for span in lines))
        self._ends = array("q", (span.end for span in lines))

    def __len__(self) -> int:
        return len(self._starts)

    def line_of(self, offset: int) -> int:
        """The line on which a place of the text stands."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def line(self, index: int, current: str | None) -> Line:
        """One line: gutter and text, the present mention set apart from the others."""
        span = Span(self._starts[index], self._ends[index])
        mentions = self._on(span)
        pieces = [self._gutter(span, mentions, current)]
        edges = {span.start, span.end}
        for mention in mentions:
            edges |= {edge for edge in (mention.span.start, mention.span.end) if span.start < edge < span.end}
        ordered = sorted(edges)
        for start, end in pairwise(ordered):
            role = _role([m for m in mentions if m.span.start <= start and end <= m.span.end], current)
            pieces.append(Piece(self._text[start:end], role))
        return tuple(pieces)

    def _on(self, span: Span) -> list[Mention]:
        """Mentions with at least one character on the line."""
        last = bisect_left(self._mention_starts, max(span.end, span.start + 1))
        first = bisect_right(self._reach, span.start)
        return [mention for mention in self._mentions[first:last] if mention.span.end > span.start]

    def _gutter(self, span: Span, mentions: Sequence[Mention], current: str | None) -> Piece:
        present = any(mention.id == current for mention in mentions)
        quote = any(isinstance(mention, Quote) for mention in mentions)
        figure = any(not isinstance(m, Quote) and m.span.start >= span.start for m in mentions)
        marks = ("▸" if present else " ") + ("“" if quote else " ") + ("#" if figure else " ") + " "
        return Piece(marks, "key" if present else "dim")


def _reaches(mentions: Sequence[Mention]) -> list[int]:
    """For each mention how far it and those before it reach: sorted, so that a line can skip those that end before it."""
    out, reach = [], 0
    for mention in mentions:
        reach = max(reach, mention.span.end)
        out.append(reach)
    return out


def _role(mentions: Sequence[Mention], current: str | None) -> Role:
    if not mentions:
        return "text"
    if any(mention.id == current for mention in mentions):
        return "current"
    return "figure" if any(not isinstance(mention, Quote) for mention in mentions) else "quote"


def mention_summary(mention: Mention, position: int, total: int) -> str:
    """Which mention the cursor is on, in words."""
    what = f"{mention.kind} quote" if isinstance(mention, Quote) else "figure"
    return f"{what} {position}/{total}"
