"""One issue: its mentions side by side above, its relations to decide below."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from textual.widget import Widget

from workbench.errors import WorkbenchError
from workbench.model import Event, Figure
from workbench.store.rows import RelationFilter
from workbench.tui import commands
from workbench.tui.presenters.issue_row import issue_head
from workbench.tui.screens.deciding import DecidingScreen
from workbench.tui.screens.relations import RelationsScreen
from workbench.tui.widgets.bar import Bar
from workbench.workflows.issues import IssueView, issue_view
from workbench.workflows.review import Review

SHARE = 0.45
"""Share of the terminal's lines that the mentions may take."""


class IssueScreen(RelationsScreen, DecidingScreen):
    """The relations of one issue under what they are about."""

    COMMAND_SET = commands.ISSUE
    BINDINGS = commands.bindings(*commands.ISSUE)
    usual = "all"

    def __init__(self, view: IssueView, tab: str = "inbox") -> None:
        super().__init__()
        self.tab = tab
        self._view = view

    @property
    def view(self) -> IssueView | None:
        """The issue."""
        return self._view

    def body(self) -> Iterator[Widget]:
        """The head over the relations."""
        yield Bar(id="issue")
        yield from super().body()

    def trail(self) -> list[str]:
        """Which issue, and the filter in words."""
        return ["issue", self._view.issue.id, *([] if self.states == self.usual else super().trail())]

    def wanted(self) -> RelationFilter:
        """The relations of the issue that the filter lets through."""
        return replace(super().wanted(), issue=self._view.issue.id)

    def frame_changed(self) -> None:
        """The head, too."""
        super().frame_changed()
        if self.is_mounted and self.query("#issue"):
            size = self.shell.size
            lines = issue_head(self._view, size.width)
            self.query_one("#issue", Bar).show(lines[: max(2, int(size.height * SHARE))])

    def load(self) -> None:
        """Read the issue again: what was decided changes its counts."""
        super().load()
        self._read_again()

    def _read_again(self) -> None:
        try:
            self._view = issue_view(self.session.ws, self._view.issue.id)
        except WorkbenchError:
            # Its representative was taken over by another one; the rows that are shown stay until the analyst leaves.
            self.say("the issue has changed; esc leads back to the inbox", "warn")
        self.frame_changed()

    def decide(self, action: Callable[[Review, str], Event], word: str) -> None:
        """Write a decision and count what is left."""
        super().decide(action, word)
        self._read_again()

    def allows(self, command_id: str) -> bool:
        """A time-line needs figures."""
        if command_id == commands.TimeLine.id:
            return any(isinstance(row.mention, Figure) for row in self._view.mentions)
        return super().allows(command_id)

    def decided_all(self) -> None:
        """Show the relations as they stand now."""
        self.load()

    def do_card_time_line(self) -> None:
        """Time-line of the figure that leads the issue."""
        first = self.session.ws.mentions([self._view.issue.representative])
        if first:
            self.shell.show_time_line(first[0].mention)
