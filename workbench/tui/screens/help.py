"""The keys that hold now; choosing one runs it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from textual.widget import Widget

from workbench.tui import commands
from workbench.tui.display import Line, Piece
from workbench.tui.paging import Pages
from workbench.tui.presenters.chrome import ActiveCommand, help_line
from workbench.tui.screens.base import WorkbenchScreen
from workbench.tui.widgets.paged_list import PagedList


class HelpScreen(WorkbenchScreen):
    """Every command of the screen below, its present keys and what it does.

    Args:
        active: the commands as they hold on the screen below.
        run: runs one of them there.
    """

    COMMAND_SET = commands.HELP
    BINDINGS = commands.bindings(*commands.HELP)

    def __init__(self, active: Sequence[ActiveCommand], run: Callable[[str], None]) -> None:
        super().__init__()
        self._active = active
        self._run = run

    def body(self) -> Iterator[Widget]:
        """The list of commands."""
        yield PagedList[ActiveCommand](help_line, lambda: (Piece("no commands"),), id="list")

    def trail(self) -> list[str]:
        """What this is."""
        return ["keys of this screen"]

    def on_mount(self) -> None:
        """Show the commands."""
        super().on_mount()
        self.rows.show(Pages.of(self._active))

    @property
    def rows(self) -> PagedList[ActiveCommand]:
        """The list."""
        return self.query_one("#list", PagedList)

    def lines_of_help(self, width: int) -> list[Line]:
        """All of them, for tests."""
        return [help_line(active, width) for active in self._active]

    def position(self) -> str:
        """Line and lines."""
        return f"{self.rows.cursor + 1}/{len(self._active)}" if self.query("#list") else ""

    def on_paged_list_moved(self) -> None:
        """The place in the list changed."""
        self.place_changed()

    def on_paged_list_chosen(self) -> None:
        """A click on the cursor's line runs it."""
        self.do_list_open()

    def do_list_open(self) -> None:
        """Go back and run the command."""
        chosen = self.rows.selected
        self.shell.pop_screen()
        if chosen is not None and chosen.enabled:
            self.shell.call_later(self._run, chosen.command.id)

    def do_app_back(self) -> None:
        """Back to the screen below."""
        self.shell.pop_screen()
