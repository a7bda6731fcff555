"""All relations, most worth a look first, whatever issue they belong to."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator

from textual.widget import Widget

from workbench.model import Event, RelationKind
from workbench.store import Workspace
from workbench.store.rows import RelationRow
from workbench.tui import commands
from workbench.tui.display import Line, kind_word
from workbench.tui.paging import Pages
from workbench.tui.presenters.relation_row import header, preview, relation_row
from workbench.tui.queue import Queue
from workbench.tui.screens.dialogs import ChoiceDialog
from workbench.tui.screens.filtering import FilteredScreen
from workbench.tui.widgets.bar import Bar
from workbench.workflows.review import Review

ROOM = 20
"""From this many lines of terminal on the pair under the cursor is shown below the list."""


class RelationsScreen(FilteredScreen[RelationRow]):
    """Relations by state, kind and words; decide here or open the card."""

    COMMAND_SET = commands.RELATIONS
    BINDINGS = commands.bindings(*commands.RELATIONS)
    tab = "relations"

    def __init__(self) -> None:
        super().__init__()
        self.marked: dict[int, RelationRow] = {}
        """Rows marked for a bulk decision, by row number."""

    def body(self) -> Iterator[Widget]:
        """The list, and the pair under the cursor in full below it."""
        yield from super().body()
        yield Bar(id="preview")

    def place_changed(self) -> None:
        """The pair under the cursor, too."""
        super().place_changed()
        bars = self.query("#preview").results(Bar)
        size = self.shell.size
        row = self.rows.selected if size.height >= ROOM and self.query("#list") else None
        for bar in bars:
            bar.display = row is not None
            if row is not None:
                bar.show(preview(row, size.width))

    def head(self, width: int) -> Line:
        """Column heads."""
        return header(width)

    def row(self, row: RelationRow, width: int) -> Line:
        """One relation."""
        return relation_row(row, width, marked=row.rowid in self.marked)

    def load(self) -> None:
        """Read the row numbers of what the filter lets through."""
        self._load(None)

    def _load(self, show: int | None) -> None:
        wanted = self.wanted()

        def rows(ws: Workspace) -> array[int]:
            return ws.relation_rowids(wanted)

        self.read(rows, lambda found: self._loaded(found, show))

    def _loaded(self, rowids: array[int], show: int | None) -> None:
        selected = show if show is not None else (self.rows.selected.rowid if self.rows.selected else None)
        pages = Pages(rowids, self.session.ws.relations_by_rowid)
        queue = Queue(pages, self.rows.cursor)
        if selected is not None:
            queue.find(selected)
        self.session.queue = queue
        self.loaded(pages, queue.position)

    def on_screen_resume(self) -> None:
        """Go on where the cards were left."""
        if self.session.queue.pages is self.rows.pages:
            self.rows.cursor = self.session.queue.position
        else:
            self.session.queue = Queue(self.rows.pages, self.rows.cursor)
        super().on_screen_resume()

    def subject(self) -> str | None:
        """The relation the cursor is on."""
        return self.rows.selected.relation.id if self.rows.selected else None

    def allows(self, command_id: str) -> bool:
        """Nothing to decide in an empty list."""
        needs_row = command_id.startswith(("relation.", "list.", "annotate."))
        return not needs_row or self.rows.selected is not None

    # --- deciding in the list --------------------------------------------------------------------------------

    def decide(self, action: Callable[[Review, str], Event], word: str) -> None:
        """Write a decision on the row under the cursor and go on to the next open one."""
        row = self.rows.selected
        if row is None or self.write(lambda review: action(review, row.relation.id)) is None:
            return
        self.say(self.decided(word, row), "good")
        queue = self.session.queue
        queue.position = self.rows.cursor
        queue.next_open()
        self._seen = self.session.writes
        self.rows.move_to(queue.position)

    def do_relation_accept(self) -> None:
        """Accept."""
        if self.marked:
            self._decide_marked("accept")
            return
        row = self.rows.selected
        if row is not None and row.relation.kind == "contradicts":
            self.do_list_compare()
            self.say("a contradiction needs its three ticks: look at the card", "warn")
            return
        self.decide(lambda review, target: review.accept(target), "accepted")

    def do_relation_reject(self) -> None:
        """Reject."""
        if self.marked:
            self._decide_marked("reject")
            return
        self.decide(lambda review, target: review.reject(target), "rejected")

    def do_relation_skip(self) -> None:
        """Skip."""
        self.decide(lambda review, target: review.skip(target), "skipped")

    def do_relation_flag(self) -> None:
        """Flag, or take the flag off."""
        if self.rows.selected is not None and self.rows.selected.state == "flagged":
            self.decide(lambda review, target: review.unflag(target), "flag taken off")
        else:
            self.decide(lambda review, target: review.flag(target), "flagged")

    # --- deciding many ---------------------------------------------------------------------------------------

    def do_list_mark(self) -> None:
        """Mark or unmark, and go down."""
        row = self.rows.selected
        if row is not None:
            if self.marked.pop(row.rowid, None) is None:
                self.marked[row.rowid] = row
            self.rows.move(1)
            self.say(
                f"{len(self.marked)} marked: a accepts, x rejects them all; esc unmarks"
                if self.marked
                else ""
            )

    def _decide_marked(self, word: str) -> None:
        """Ask with the count before deciding all marked rows as one step."""
        kinds = {row.relation.kind for row in self.marked.values()}
        if word == "accept" and (len(kinds) > 1 or "contradicts" in kinds):
            self.say("only relations of one kind, contradictions apart, can be accepted together", "warn")
            return
        kind: RelationKind = next(iter(kinds)) if word == "accept" else "unrelated"
        options = [(kind, f"{word} {len(self.marked)} relations: {kind_word(kind)}")]
        self.app.push_screen(
            ChoiceDialog("Decide all marked rows", options), lambda taken: self._many(taken, kind)
        )

    def _many(self, taken: list[str] | None, kind: RelationKind) -> None:
        ids = [row.relation.id for row in self.marked.values()]
        if taken and self.write(lambda review: review.decide_many(ids, kind)) is not None:
            self.marked.clear()
            self.say(f"{len(ids)} decided: {kind_word(kind)}; z takes them back together", "good")
            self.load()

    def shown_again(self, target: str) -> None:
        """Put the cursor on the relation again; it may have left the filter."""
        row = self.session.relation(target)
        if row is None:
            self.shell.show_target(target)
            return
        if self.session.queue.find(row.rowid):
            self.rows.move_to(self.session.queue.position)
        self._seen = self.session.writes
        self._load(row.rowid)

    # --- opening and filtering -------------------------------------------------------------------------------

    def do_list_compare(self) -> None:
        """Open the card."""
        if self.rows.selected is not None:
            self.session.queue.position = self.rows.cursor
            self.shell.show_card()

    def on_paged_list_chosen(self) -> None:
        """A click on the cursor's row opens the card."""
        self.do_list_compare()

    def do_filter_clear(self) -> None:
        """Back to all that is to be decided, nothing marked."""
        self.marked.clear()
        super().do_filter_clear()
