"""An article's text by lines."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.model import Article, Mention
from workbench.tui.display import Line, Piece
from workbench.tui.presenters.article_text import ArticleLines
from workbench.tui.widgets.scrolling import LineView


class ArticleView(LineView):
    """The text with its mentions; lines are broken once for a width, and drawn when in view."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._article: Article | None = None
        self._mentions: Sequence[Mention] = ()
        self._lines: ArticleLines | None = None
        self._width = -1
        self._current: Mention | None = None
        self._place: int | None = None

    def show(self, article: Article, mentions: Sequence[Mention]) -> None:
        """Show this article; mentions by start."""
        self._article, self._mentions, self._width = article, mentions, -1
        self.on_resize()

    def mark(self, mention: Mention | None, *, scroll: bool = True) -> None:
        """Set one mention apart from the others, and bring it into view."""
        self._current = mention
        if mention is not None and scroll:
            self.place(mention.span.start)
        self.refresh()

    def place(self, offset: int) -> None:
        """Bring a place of the text into view, some lines from the top."""
        self._place = offset
        if self._lines is None:
            return
        line, height = self._lines.line_of(offset), self.scrollable_content_region.height
        if not self.scroll_offset.y <= line < self.scroll_offset.y + height - 1:
            self.move_to(max(0, line - height // 3))

    def line_count(self) -> int:
        """Lines at the present width."""
        return len(self._lines) if self._lines is not None else 1

    def line(self, index: int, width: int) -> Line:
        """One line of text."""
        if self._lines is None:
            return (Piece(" reading …", "dim"),)
        return self._lines.line(index, self._current.id if self._current else None)

    def on_resize(self) -> None:
        """Break the lines for the new width and keep the place."""
        width = self.scrollable_content_region.width
        if self._article is None or width <= 0 or width == self._width:
            return
        self._width = width
        self._lines = ArticleLines(self._article, self._mentions, width)
        self.changed()
        if self._place is not None:
            self.place(self._place)
