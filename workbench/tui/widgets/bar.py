"""Bars: one or a few lines that show something and take no focus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.strip import Strip
from textual.widget import Widget

from workbench.tui.display import Line
from workbench.tui.widgets.painting import COMPONENTS, strip_of


class Bar(Widget, can_focus=False):
    """Lines at the edge of a screen."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)
    DEFAULT_CSS = "Bar { height: auto; }"

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.lines: tuple[Line, ...] = ()
        """What is shown."""

    def show(self, lines: Sequence[Line]) -> None:
        """Show these lines instead."""
        if tuple(lines) == self.lines:
            return
        grown = len(lines) != len(self.lines)
        self.lines = tuple(lines)
        self.styles.height = max(1, len(lines))
        self.refresh(layout=grown)

    def render_line(self, y: int) -> Strip:
        """Line ``y`` as cells."""
        line = self.lines[y] if y < len(self.lines) else ()
        return strip_of(self, line, self.size.width)
