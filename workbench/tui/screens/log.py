"""The log: everything analysts did, newest first."""

from __future__ import annotations

from workbench.model import Event
from workbench.tui import commands
from workbench.tui.display import Line
from workbench.tui.paging import Pages
from workbench.tui.presenters.lists import event_header, event_row
from workbench.tui.screens.listing import ListScreen

LIMIT = 5000
"""Events read."""


class LogScreen(ListScreen[Event]):
    """One row an event."""

    COMMAND_SET = commands.LOG
    BINDINGS = commands.bindings(*commands.LOG)
    tab = "log"

    def head(self, width: int) -> Line:
        """Column heads."""
        return event_header(width)

    def row(self, row: Event, width: int) -> Line:
        """One event."""
        return event_row(row, width)

    def load(self) -> None:
        """Read the newest events."""
        self.read(
            lambda ws: sorted(ws.log(limit=LIMIT), key=lambda event: -event.seq),
            lambda events: self.loaded(Pages.of(events)),
        )

    def do_log_open(self) -> None:
        """Open what the event is about."""
        if self.rows.selected is not None:
            self.shell.show_target(self.session.subject(self.rows.selected))

    def on_paged_list_chosen(self) -> None:
        """A click on the cursor's row opens it."""
        self.do_log_open()

    def shown_again(self, target: str) -> None:
        """The log shows every undo itself."""
        self.load()
