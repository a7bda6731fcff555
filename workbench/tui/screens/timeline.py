"""The time-line of a disputed figure: every related value by the date it holds for."""

from __future__ import annotations

from collections.abc import Iterator

from textual.widget import Widget

from workbench.model import Figure, Mention
from workbench.store import Workspace
from workbench.store.rows import MentionRow
from workbench.tui import commands
from workbench.tui.display import Line, Piece
from workbench.tui.presenters.timeline import ordered, time_line
from workbench.tui.screens.shared import FullScreen
from workbench.tui.widgets.page import Page

MOST = 60
"""Figures drawn at most."""


class TimeLineScreen(FullScreen):
    """Figures that relations link to one another, over time."""

    COMMAND_SET = commands.TIMELINE
    BINDINGS = commands.bindings(*commands.TIMELINE)

    def __init__(self, mention: Mention, tab: str) -> None:
        super().__init__()
        self.tab = tab
        self._mention = mention
        self.rows: list[MentionRow] | None = None
        """The figures, once read."""

    def body(self) -> Iterator[Widget]:
        """The drawing."""
        yield Page(self._lines, id="card")

    def trail(self) -> list[str]:
        """What is drawn."""
        mention = self._mention
        return (
            ["time-line", mention.noun_text or mention.unit] if isinstance(mention, Figure) else ["time-line"]
        )

    def position(self) -> str:
        """How many figures."""
        return f"{len(self.rows)} figures" if self.rows else ""

    def on_mount(self) -> None:
        """Read the figures linked to this one."""
        super().on_mount()
        mention = self._mention
        self.read(lambda ws: linked_figures(ws, mention), self._loaded)

    def _loaded(self, rows: list[MentionRow]) -> None:
        self.rows = rows
        self.query_one("#card", Page).redraw()

    def _lines(self, width: int) -> list[Line]:
        return time_line(self.rows, width) if self.rows is not None else [(Piece(" reading …", "dim"),)]

    def subject(self) -> str | None:
        """The figure the time-line is of."""
        return self._mention.id

    def do_list_open(self) -> None:
        """Open the article of the latest figure."""
        if self.rows:
            last = ordered(self.rows)[-1]
            self.shell.show_article(last.article_id, last.mention.id, tab=self.tab)


def linked_figures(ws: Workspace, mention: Mention) -> list[MentionRow]:
    """Figures of the same unit and scope that relations lead to, nearest first."""
    if not isinstance(mention, Figure):
        return []
    found: dict[str, MentionRow] = {row.mention.id: row for row in ws.mentions([mention.id])}
    ahead = [mention.id]
    while ahead and len(found) < MOST:
        for relation in ws.relations_of(ahead.pop(0)):
            if relation.kind in ("unrelated", "different_scope"):
                continue
            for row in (relation.left, relation.right):
                other = row.mention
                fits = isinstance(other, Figure) and other.unit == mention.unit and other.id not in found
                if fits and len(found) < MOST:
                    found[other.id] = row
                    ahead.append(other.id)
    return list(found.values())
