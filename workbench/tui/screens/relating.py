"""An analyst's own relation: mark one mention, go to another, say how the two stand to each other."""

from __future__ import annotations

from workbench.model import DEFINITIONS, Event, RelationKind
from workbench.store.rows import MentionRow
from workbench.tui.display import kind_word
from workbench.tui.screens.dialogs import TICKS, ChoiceDialog
from workbench.tui.screens.shared import FullScreen


class RelatingScreen(FullScreen):
    """A screen on which mentions can be related; the mark is kept from one article to the next."""

    @property
    def present(self) -> MentionRow | None:
        """The mention the cursor is on."""
        raise NotImplementedError

    def do_mention_relate(self) -> None:
        """Mark the mention, or ask how the marked one stands to it."""
        row, marked = self.present, self.session.marked
        if row is None:
            return
        if marked is None or marked == row.mention.id:
            self.session.marked = None if marked else row.mention.id
            self.say("no longer marked" if marked else "marked: now r on the mention it stands to", "warn")
            return
        options = [(kind, f"{kind_word(kind):<17}{definition}") for kind, definition in DEFINITIONS.items()]
        self.app.push_screen(ChoiceDialog("How do the two stand to each other?", options), self._related)

    def _related(self, chosen: list[str] | None) -> None:
        if not chosen:
            self.say("not related", "warn")
        elif chosen[0] == "contradicts":
            dialog = ChoiceDialog(
                f"contradicts: {DEFINITIONS['contradicts']}", TICKS, many=True, required=len(TICKS)
            )
            self.app.push_screen(dialog, lambda ticks: self._relate("contradicts", ticks))
        else:
            self._relate(next(kind for kind in DEFINITIONS if kind == chosen[0]), [])

    def _relate(self, kind: RelationKind, ticks: list[str] | None) -> None:
        row, marked = self.present, self.session.marked
        if row is None or marked is None or ticks is None:
            return
        right = row.mention.id
        event: Event | None = self.write(lambda review: review.relate(marked, right, kind, ticks=ticks))
        if event is not None:
            self.session.marked = None
            self.say(f"related: {kind_word(kind)}", "good")
            self.refresh_if_written()
