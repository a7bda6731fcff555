"""The compare card: one relation, both passages, and a key for each decision."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from textual.widget import Widget

from workbench.model import DEFINITIONS, Article, Event, Figure, RelationKind
from workbench.store.rows import MentionRow, RelationRow
from workbench.tui import commands
from workbench.tui.display import Line, kind_word
from workbench.tui.presenters.card import CONTEXT, CardView, card, shows_words
from workbench.tui.presenters.citation import citation
from workbench.tui.presenters.kinds import kinds_panel
from workbench.tui.queue import Queue
from workbench.tui.screens.dialogs import TICKS, ChoiceDialog
from workbench.tui.screens.shared import FullScreen
from workbench.tui.widgets.bar import Bar
from workbench.tui.widgets.page import Page
from workbench.tui.widgets.scrolling import LineView
from workbench.workflows.review import Review


class CompareScreen(FullScreen):
    """One card of the queue."""

    COMMAND_SET = commands.COMPARE
    BINDINGS = commands.bindings(*commands.COMPARE)

    def __init__(self, queue: Queue, tab: str = "inbox") -> None:
        super().__init__()
        self.tab = tab
        self.queue = queue
        """The cards."""
        self.diff: bool | None = None
        """Whether word differences are shown; None leaves it to the card."""
        self.context = 0
        """How much text around the passages is shown."""

    def body(self) -> Iterator[Widget]:
        """The card over the kinds."""
        yield Page(self._lines, id="card")
        yield Bar(id="kinds")

    @property
    def row(self) -> RelationRow | None:
        """The relation of the present card."""
        return self.queue.current

    def trail(self) -> list[str]:
        """Which relation."""
        return ["compare", self.row.relation.id] if self.row else ["compare"]

    def position(self) -> str:
        """Card and cards, and whether the card goes on below."""
        more = "↓ more  " if any(page.more_below for page in self.query(Page)) else ""
        return f"{more}{self.queue.position + 1}/{len(self.queue)}" if len(self.queue) else "0/0"

    def subject(self) -> str | None:
        """The relation."""
        return self.row.relation.id if self.row else None

    def on_mount(self) -> None:
        """Draw the card."""
        super().on_mount()
        self.shown()

    def frame_changed(self) -> None:
        """The kinds, too."""
        super().frame_changed()
        if self.is_mounted and self.row is not None:
            size = self.shell.size
            panel = kinds_panel(self.row.kind, self.session.keymap, size.width, size.height)
            self.query_one("#kinds", Bar).show(panel)

    def shown(self, keep_place: bool = False) -> None:
        """Draw the present card."""
        self.query_one("#card", Page).redraw(keep_place)
        self.frame_changed()
        self.call_after_refresh(self.place_changed)

    def move(self, how: Callable[[LineView], None]) -> None:
        """Move in the card; the sign for more below follows."""
        super().move(how)
        self.place_changed()

    def on_resize(self) -> None:
        """The sign for more below follows the size, too."""
        super().on_resize()
        self.call_after_refresh(self.place_changed)

    def refresh_if_written(self) -> None:
        """Draw the card as it stands now."""
        if self.is_mounted:
            self.shown(keep_place=True)

    def _lines(self, width: int) -> list[Line]:
        row = self.row
        if row is None:
            return []
        articles: tuple[Article | None, Article | None] = (None, None)
        if self.context:
            articles = (self.session.article(row.left.article_id), self.session.article(row.right.article_id))
        targets = (row.relation.id, row.left.mention.id, row.right.mention.id)
        notes = tuple((a.kind, a.value, a.by) for a in self.session.annotations(*targets))
        return card(CardView(row, self.diff, self.context, articles, notes), width)

    def allows(self, command_id: str) -> bool:
        """Nothing without a card; a time-line needs a figure, word differences need wordings."""
        row = self.row
        if row is None:
            return not command_id.startswith(("relation.", "kind.", "card.", "annotate."))
        figures = isinstance(row.left.mention, Figure) and isinstance(row.right.mention, Figure)
        if command_id == commands.TimeLine.id:
            return isinstance(row.left.mention, Figure)
        return command_id != commands.ToggleDiff.id or not figures

    # --- deciding --------------------------------------------------------------------------------------------

    def decide(self, action: Callable[[Review, str], Event], word: str) -> None:
        """Write a decision; when it is written show the next open card."""
        row = self.row
        if row is None or self.write(lambda review: action(review, row.relation.id)) is None:
            return
        more = self.queue.next_open()
        done = self.decided(word, row)
        self.say(done if more else f"{done} · no open card left near here", "good")
        self.shown()

    def do_relation_accept(self) -> None:
        """Accept what is suggested."""
        if self.row is not None:
            self.choose(self.row.relation.kind)

    def do_relation_reject(self) -> None:
        """Reject."""
        self.decide(lambda review, target: review.reject(target), "rejected")

    def do_relation_skip(self) -> None:
        """Skip."""
        self.decide(lambda review, target: review.skip(target), "skipped")

    def do_relation_flag(self) -> None:
        """Flag, or take the flag off."""
        if self.row is not None and self.row.state == "flagged":
            self.decide(lambda review, target: review.unflag(target), "flag taken off")
        else:
            self.decide(lambda review, target: review.flag(target), "flagged")

    def choose(self, kind: RelationKind) -> None:
        """Decide on a kind; a contradiction asks for its ticks first."""
        if kind == "contradicts":
            dialog = ChoiceDialog(f"contradicts: {DEFINITIONS[kind]}", TICKS, many=True, required=len(TICKS))
            self.shell.push_screen(dialog, self._ticked)
            return
        self.decide(lambda review, target: review.decide(target, kind), f"decided: {kind_word(kind)}")

    def _ticked(self, ticks: list[str] | None) -> None:
        if ticks is None:
            self.say("not decided", "warn")
            return
        self.decide(
            lambda review, target: review.decide(target, "contradicts", ticks=set(ticks)),
            "decided: contradicts",
        )

    def action_command(self, command_id: str) -> None:
        """The commands of the kinds carry their kind."""
        command = commands.COMMANDS[command_id]
        if issubclass(command, commands.ChooseKind):
            self.choose(command.kind)
        else:
            super().action_command(command_id)

    def shown_again(self, target: str) -> None:
        """Show the card that an undo was about."""
        row = self.session.relation(target)
        if row is not None and self.queue.find(row.rowid):
            self.shown()
        else:
            super().shown_again(target)

    def do_annotate_pin(self) -> None:
        """Pin the left passage."""
        row = self.row
        if row is not None and self.write(lambda review: review.pin(row.left.mention.id)) is not None:
            self.say("pinned A as primary source", "good")
            self.shown(keep_place=True)

    # --- looking ---------------------------------------------------------------------------------------------

    def _go(self, moved: bool, word: str) -> None:
        if not moved:
            self.say(f"no {word}", "warn")
            return
        self.shown()

    def do_card_next(self) -> None:
        """Next card."""
        self._go(self.queue.step(1), "next card")

    def do_card_previous(self) -> None:
        """Previous card."""
        self._go(self.queue.step(-1), "previous card")

    def do_card_next_conflict(self) -> None:
        """Next conflict."""
        self._go(self.queue.next_conflict(1), "conflict after this one")

    def do_card_previous_conflict(self) -> None:
        """Previous conflict."""
        self._go(self.queue.next_conflict(-1), "conflict before this one")

    def _open(self, mention: MentionRow) -> None:
        self.shell.show_article(mention.article_id, mention.mention.id)

    def do_card_open_left(self) -> None:
        """Article of A."""
        if self.row is not None:
            self._open(self.row.left)

    def do_card_open_right(self) -> None:
        """Article of B."""
        if self.row is not None:
            self._open(self.row.right)

    def do_card_diff(self) -> None:
        """Word differences on or off."""
        if self.row is not None:
            self.diff = not shows_words(CardView(self.row, self.diff))
        self.shown(keep_place=True)

    def do_card_more_context(self) -> None:
        """More text."""
        self.context = min(self.context + 1, len(CONTEXT) - 1)
        self.shown()

    def do_card_less_context(self) -> None:
        """Less text."""
        self.context = max(self.context - 1, 0)
        self.shown()

    def do_card_time_line(self) -> None:
        """Time-line of the figure."""
        if self.row is not None:
            self.shell.show_time_line(self.row.left.mention)

    def do_card_copy(self) -> None:
        """Citation of both passages to the clipboard."""
        row = self.row
        if row is not None:
            texts = [citation(m, self.session.article(m.article_id)) for m in (row.left, row.right)]
            self.shell.copy_to_clipboard("\n".join(texts))
            self.say("citation copied", "good")
