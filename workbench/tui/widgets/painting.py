"""From a line of pieces to a strip of cells, in the theme's styles."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from workbench.tui.commands import COMMANDS
from workbench.tui.display import ROLES, Line, Piece
from workbench.tui.layout import fit

COMPONENTS = frozenset({*(f"role--{role}" for role in ROLES), "role--cursor"})
"""One component class for each role, and one laid over the line of the cursor."""


def strip_of(widget: Widget, line: Line, width: int, cursor: bool = False) -> Strip:
    """The line as cells, in exactly that width."""
    segments = [Segment(piece.text, _style(widget, piece, cursor)) for piece in fit(line, width)]
    return Strip(segments, width)


def _style(widget: Widget, piece: Piece, cursor: bool) -> Style:
    style = widget.get_component_rich_style(f"role--{piece.role}")
    if cursor:
        style += Style(bgcolor=widget.get_component_rich_style("role--cursor").bgcolor)
    if piece.action is None:
        return style
    return style + Style.from_meta({"@click": COMMANDS[piece.action].action()})
