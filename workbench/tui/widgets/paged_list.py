"""A list of any length: rows fetched by pages, one cursor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from textual import events
from textual.message import Message

from workbench.tui.display import Line, Piece
from workbench.tui.paging import Pages
from workbench.tui.widgets.scrolling import LineView

T = TypeVar("T")


class PagedList(LineView, Generic[T]):
    """Rows with a cursor; a row is drawn only while it is in view.

    Args:
        present: the line for a row at a width, its gutter left out.
        empty: what to say when there are no rows.
    """

    class Moved(Message):
        """The cursor is on another row."""

    class Chosen(Message):
        """A row was double-clicked, or clicked while it had the cursor."""

    def __init__(
        self, present: Callable[[T, int], Line], empty: Callable[[], Line], *, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self._present = present
        self._empty = empty
        self.pages: Pages[T] = Pages.of(())
        """The rows."""
        self.cursor = 0
        """Index of the row with the cursor."""

    @property
    def selected(self) -> T | None:
        """The row with the cursor; None in an empty list."""
        try:
            return self.pages[self.cursor]
        except IndexError:
            return None

    @property
    def key(self) -> int | None:
        """Row number of the row with the cursor; None in an empty list."""
        return self.pages.keys[self.cursor] if 0 <= self.cursor < len(self.pages) else None

    def show(self, pages: Pages[T], cursor: int = 0) -> None:
        """Show these rows, the cursor at that place."""
        self.pages = pages
        self.changed()
        self.move_to(cursor)

    def line_count(self) -> int:
        """One line a row; one for the message when there are none."""
        return max(1, len(self.pages))

    def line(self, index: int, width: int) -> Line:
        """The row's line behind its gutter, which marks the cursor without colour."""
        if not len(self.pages):
            return (Piece(" "), *self._empty())
        gutter = Piece("▸" if index == self.cursor else " ", "key" if index == self.cursor else "text")
        try:
            row = self.pages[index]
        except IndexError:
            return (gutter, Piece("(gone)", "dim"))
        return (gutter, *self._present(row, width - 1))

    def is_cursor(self, index: int) -> bool:
        """Whether the cursor is on that row."""
        return index == self.cursor and len(self.pages) > 0

    def move(self, by: int) -> None:
        """Move the cursor."""
        self.move_to(self.cursor + by)

    def move_to(self, index: int) -> None:
        """Put the cursor on that row and bring it into view."""
        before, self.cursor = self.cursor, max(0, min(index, len(self.pages) - 1))
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        if height > 0 and not top <= self.cursor < top + height:
            edge = self.cursor if self.cursor < top else self.cursor - height + 1
            self.scroll_to(y=edge, animate=False)
        self.refresh_line(before)
        self.refresh_line(self.cursor)
        self.post_message(self.Moved())

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self.changed()
        self.move_to(self.cursor)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the click was; on the cursor itself, open."""
        index = event.y + self.scroll_offset.y
        if index == self.cursor or event.chain > 1:
            self.post_message(self.Chosen())
        if index < len(self.pages):
            self.move_to(index)
