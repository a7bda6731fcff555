"""The inbox: issues, most worth a look first."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

from textual.widget import Widget

from workbench.errors import WorkbenchError
from workbench.store import Workspace
from workbench.tui import commands
from workbench.tui.display import Line
from workbench.tui.paging import Pages
from workbench.tui.presenters.issue_row import issue_header, issue_preview, issue_row
from workbench.tui.screens.deciding import DecidingScreen
from workbench.tui.screens.filtering import FilteredScreen
from workbench.tui.widgets.bar import Bar
from workbench.workflows.issues import IssueView, described

ROOM = 20
"""From this many lines of terminal on the issue under the cursor is shown below the list."""
AT_ONCE = 2
"""Issues described at once: each has mentions to be read, and a key that shows one more must not wait for a screenful."""
KEPT = 512
"""Issues that stay in memory."""


class InboxScreen(FilteredScreen[IssueView], DecidingScreen):
    """One row an issue; open it, or decide all of it here."""

    COMMAND_SET = commands.INBOX
    BINDINGS = commands.bindings(*commands.INBOX)
    tab = "inbox"
    what = "issue"

    def body(self) -> Iterator[Widget]:
        """The list, and the issue under the cursor below it."""
        yield from super().body()
        yield Bar(id="preview")

    def place_changed(self) -> None:
        """The issue under the cursor, too."""
        super().place_changed()
        size, view = self.shell.size, self.view
        for bar in self.query("#preview").results(Bar):
            bar.display = view is not None and size.height >= ROOM
            if view is not None and bar.display:
                bar.show(issue_preview(view, size.width, self.session.annotations(view.issue.representative)))

    def subject(self) -> str | None:
        """Notes and tags of an issue are kept with the mention that leads it."""
        return self.view.issue.representative if self.view is not None else None

    def subject_words(self) -> str:
        """The issue, by its id."""
        return f"this issue ({self.view.issue.id})" if self.view is not None else ""

    def annotated(self) -> None:
        """Show the note or tag below the list; the order of the issues stays."""
        self._seen = self.session.writes
        self.place_changed()

    @property
    def view(self) -> IssueView | None:
        """The issue the cursor is on."""
        return self.rows.selected if self.query("#list") else None

    def head(self, width: int) -> Line:
        """Column heads."""
        return issue_header(width)

    def row(self, row: IssueView, width: int) -> Line:
        """One issue."""
        return issue_row(row, width)

    def load(self) -> None:
        """Read the order of the issues that the filter lets through."""
        self._load(self.view.rowid if self.view is not None else None)

    def _load(self, show: int | None) -> None:
        wanted = self.wanted()

        def rows(ws: Workspace) -> array[int]:
            return ws.issue_rowids(wanted)

        self.read(rows, lambda found: self._loaded(found, show))

    def _loaded(self, rowids: array[int], show: int | None) -> None:
        ws = self.session.ws
        cursor = rowids.index(show) if show is not None and show in rowids else self.rows.cursor
        self.loaded(Pages(rowids, lambda keys: described(ws, keys), AT_ONCE, KEPT), cursor)

    def allows(self, command_id: str) -> bool:
        """Nothing to decide in an empty list."""
        return not command_id.startswith(("issue.", "annotate.")) or self.view is not None

    def decided_all(self) -> None:
        """The issue leaves the list of what is to decide; the next one comes under the cursor."""
        self.load()

    def do_issue_open(self) -> None:
        """Open it."""
        if self.view is not None:
            self.shell.show_issue(self.view)

    def on_paged_list_chosen(self) -> None:
        """A click on the cursor's row opens it."""
        self.do_issue_open()

    def shown_again(self, target: str) -> None:
        """Put the cursor on the issue again."""
        try:
            row = self.session.ws.issue(target)
        except WorkbenchError:
            super().shown_again(target)
            return
        self._seen = self.session.writes
        self._load(row.rowid)
