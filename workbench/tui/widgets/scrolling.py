"""What lists and texts share: lines of which only those in view are made."""

from __future__ import annotations

from typing import ClassVar

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.tui.display import Line
from workbench.tui.widgets.painting import COMPONENTS, strip_of


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """A view on any number of lines; subclasses say how many and what each one is."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)
    DEFAULT_CSS = "LineView { overflow-x: hidden; overflow-y: auto; scrollbar-gutter: stable; }"

    def line_count(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    def line(self, index: int, width: int) -> Line:
        """The pieces of one line."""
        raise NotImplementedError

    def is_cursor(self, index: int) -> bool:
        """Whether the cursor is on that line."""
        return False

    def move(self, by: int) -> None:
        """Go down (up, if negative) by so many lines."""
        self.scroll_to(y=self.scroll_offset.y + by, animate=False)

    def move_to(self, index: int) -> None:
        """Go to that line; past the end means the last one."""
        self.scroll_to(y=index, animate=False)

    @property
    def page(self) -> int:
        """How many lines a page key goes."""
        return max(1, self.scrollable_content_region.height - 1)

    @property
    def more_below(self) -> bool:
        """Whether there are lines under the last one in view."""
        return self.line_count() > self.scroll_offset.y + self.scrollable_content_region.height

    def changed(self) -> None:
        """Draw again: the lines or their number changed."""
        self.virtual_size = Size(0, self.line_count())
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Line ``y`` of the view as cells."""
        index = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if not 0 <= index < self.line_count():
            return strip_of(self, (), width)
        return strip_of(self, self.line(index, width), width, self.is_cursor(index))
