"""Decisions on all open relations of an issue, as one step that one undo takes back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from workbench.model import Event, RelationState
from workbench.store.rows import RelationFilter, RelationRow
from workbench.tui.display import kind_word
from workbench.tui.screens.dialogs import ChoiceDialog
from workbench.tui.screens.shared import FullScreen
from workbench.workflows.issues import IssueView
from workbench.workflows.review import Review

OPEN: tuple[RelationState, ...] = ("suggested", "flagged")
"""States that wait for a decision."""
Many = Callable[[Review, Sequence[str]], list[Event]]


class DecidingScreen(FullScreen):
    """A screen on which there is an issue that can be decided as a whole."""

    @property
    def view(self) -> IssueView | None:
        """The issue; None where there is none."""
        raise NotImplementedError

    def decided_all(self) -> None:
        """All open relations of the issue were decided: show what is next."""
        raise NotImplementedError

    def open_relations(self) -> list[RelationRow]:
        """The relations of the issue that wait for a decision."""
        if self.view is None:
            return []
        ws, wanted = self.session.ws, RelationFilter(states=OPEN, issue=self.view.issue.id)
        return ws.relations_by_rowid(ws.relation_rowids(wanted))

    def do_issue_accept(self) -> None:
        """Accept all but contradictions."""
        rows = [row for row in self.open_relations() if row.relation.kind != "contradicts"]
        self._ask("accept", rows, lambda review, ids: review.accept_many(ids))

    def do_issue_reject(self) -> None:
        """Reject all."""
        self._ask("reject", self.open_relations(), lambda review, ids: review.decide_many(ids, "unrelated"))

    def do_issue_skip(self) -> None:
        """Put all off."""
        self._decide("skipped", self.open_relations(), lambda review, ids: review.skip_many(ids))

    def _ask(self, word: str, rows: Sequence[RelationRow], act: Many) -> None:
        """Ask with the counts before deciding."""
        if not rows:
            self.say(f"nothing here to {word} together; contradictions are decided one by one", "warn")
            return
        kinds = Counter(kind_word(row.relation.kind) for row in rows)
        counts = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
        options = [("yes", f"{word} {len(rows)}: {counts}")]
        done = f"{word}ed"
        self.shell.push_screen(
            ChoiceDialog("Decide all open relations of the issue", options),
            lambda taken: self._decide(done, rows, act) if taken else None,
        )

    def _decide(self, done: str, rows: Sequence[RelationRow], act: Many) -> None:
        ids = [row.relation.id for row in rows]
        if ids and self.write(lambda review: act(review, ids)) is not None:
            self.say(f"{len(ids)} {done}; z takes them back together", "good")
            self.decided_all()
