"""Top screens that are one list: heads, rows by pages, a text filter."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from typing import Generic, TypeVar

from textual.events import Key
from textual.message import Message
from textual.widget import Widget

from workbench.tui.display import Line, Piece
from workbench.tui.paging import Pages
from workbench.tui.screens.shared import FullScreen
from workbench.tui.widgets.bar import Bar
from workbench.tui.widgets.paged_list import PagedList

T = TypeVar("T")
ON_A_ROW = ("issue.", "relation.", "list.", "annotate.", "speaker.", "log.")
"""How the names of commands begin that act on the row under the cursor."""


class ListScreen(FullScreen, Generic[T]):
    """A list with a header."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        """The text filter."""
        self._seen = -1
        self._shown_at = inf

    def body(self) -> Iterator[Widget]:
        """Column heads and the list."""
        yield Bar(id="heads")
        yield PagedList[T](self.row, self.empty, id="list")

    @property
    def rows(self) -> PagedList[T]:
        """The list."""
        return self.query_one("#list", PagedList)

    def head(self, width: int) -> Line:
        """Column heads at a width."""
        raise NotImplementedError

    def row(self, row: T, width: int) -> Line:
        """The line of a row."""
        raise NotImplementedError

    def load(self) -> None:
        """Start reading the rows."""
        raise NotImplementedError

    def empty(self) -> Line:
        """What to say when there are no rows."""
        if self._seen < 0:
            return (Piece("reading …", "dim"),)
        return (
            Piece(f"nothing matches {self.words!r}; esc shows all" if self.words else "nothing here", "dim"),
        )

    def on_mount(self) -> None:
        """Read the rows."""
        super().on_mount()
        self.load()

    def loaded(self, pages: Pages[T], cursor: int | None = None) -> None:
        """Show the rows, the cursor where it was."""
        self._seen = self.session.writes
        view = self.rows
        before = view.key
        view.show(pages, view.cursor if cursor is None else cursor)
        if view.key != before or not self.ready:
            self._shown_at = inf
            self.call_after_refresh(self._shown)

    @property
    def ready(self) -> bool:
        """Whether the row under the cursor can be seen."""
        return self._shown_at < inf

    def _shown(self) -> None:
        """The row under the cursor is on the screen now; messages bear the time at which they are made."""
        self._shown_at = Message().time

    def on_screen_resume(self) -> None:
        """What was read while another screen was shown can be seen from now on."""
        super().on_screen_resume()
        if self._seen >= 0:
            self.call_after_refresh(self._shown)

    def too_early(self, key: Key) -> bool:
        """Whether a key that acts on a row was pressed before the row under the cursor could be seen."""
        bound = self.active_bindings.get(key.key)
        command = bound.binding.id if bound else None
        return bool(command and command.startswith(ON_A_ROW)) and key.time < self._shown_at

    def refresh_if_written(self) -> None:
        """Read again when something was written since the last reading."""
        if self._seen not in (-1, self.session.writes):
            self.load()

    def frame_changed(self) -> None:
        """Heads, too."""
        super().frame_changed()
        if self.is_mounted and self.query("#heads"):
            self.query_one("#heads", Bar).show([self.head(self.shell.size.width - 1)])

    def position(self) -> str:
        """Row and rows."""
        count = len(self.rows.pages) if self.query("#list") else 0
        return f"{self.rows.cursor + 1}/{count}" if count else "0/0"

    def on_paged_list_moved(self) -> None:
        """The place in the list changed."""
        self.place_changed()

    def do_filter_text(self) -> None:
        """Ask for words."""
        self.shell.ask("List only what has these words", f"filter:{self.tab}", self._filter, value=self.words)

    def _filter(self, text: str) -> None:
        self.words = text.strip()
        self.rows.cursor = 0
        self.load()

    def do_filter_clear(self) -> None:
        """List everything."""
        self._filter("")
