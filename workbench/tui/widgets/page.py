"""A text of ready lines that scrolls: cards, help, time-lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.message import Message

from workbench.tui.display import Line
from workbench.tui.widgets.scrolling import LineView


class Page(LineView):
    """Lines made anew for each width.

    Args:
        present: the lines at a width.
    """

    class Resized(Message):
        """The lines were made for another width."""

    def __init__(self, present: Callable[[int], Sequence[Line]], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._present = present
        self._lines: Sequence[Line] = ()
        self._width = -1

    def line_count(self) -> int:
        """How many lines there are at the present width."""
        return len(self._lines)

    def line(self, index: int, width: int) -> Line:
        """One of them."""
        return self._lines[index]

    def redraw(self, keep_place: bool = True) -> None:
        """Make the lines again: what they show changed."""
        self._width = self.scrollable_content_region.width
        self._lines = self._present(self._width) if self._width > 0 else ()
        self.changed()
        if not keep_place:
            self.move_to(0)

    def on_resize(self) -> None:
        """Make the lines for the new width."""
        if self.scrollable_content_region.width != self._width:
            self.redraw()
