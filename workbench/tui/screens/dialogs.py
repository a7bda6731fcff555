"""Dialogs: a line of text, a choice from a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from workbench.tui import commands
from workbench.tui.display import Line, Piece
from workbench.tui.keymap import keys_of
from workbench.tui.paging import Pages
from workbench.tui.presenters.chrome import ActiveCommand, key_bar
from workbench.tui.widgets.bar import Bar
from workbench.tui.widgets.paged_list import PagedList

if TYPE_CHECKING:
    from workbench.tui.app import ReviewApp

Option = tuple[str, str]
"""What is chosen and how it is shown."""

TICKS = (
    ("event", "same event: both are about one happening"),
    ("scope", "same scope: the same thing is counted or said"),
    ("time", "same time: both hold for one moment"),
)
"""What must hold before two mentions can contradict each other."""


class PromptDialog(ModalScreen[str | None]):
    """Asks for a line of text; what is typed is kept for the next time when it is left.

    Args:
        question: what to type.
        value: what stands there at first.
        typed: told of every change, so that nothing typed is lost.
    """

    COMMAND_SET = commands.PROMPT
    BINDINGS: ClassVar[list[BindingType]] = [command.binding() for command in commands.PROMPT]

    def __init__(self, question: str, value: str, typed: Callable[[str], None]) -> None:
        super().__init__()
        self._question = question
        self._value = value
        self._typed = typed

    def compose(self) -> ComposeResult:
        """The question over the field."""
        with Vertical(id="dialog"):
            yield Bar(id="question")
            yield Input(self._value, select_on_focus=False)
            yield Bar(id="keys")

    def on_mount(self) -> None:
        """Show question and keys."""
        self.query_one("#question", Bar).show([(Piece(f" {self._question}", "title"),)])
        show_keys(self, commands.PROMPT)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep what is typed."""
        self._typed(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take it."""
        self.dismiss(event.value)

    def action_command(self, command_id: str) -> None:
        """Run a command of the dialog."""
        if command_id == commands.Cancel.id:
            self.dismiss(None)
        else:
            self.dismiss(self.query_one(Input).value)


class ChoiceDialog(ModalScreen[list[str] | None]):
    """Asks for one option, or for any number of them.

    Args:
        question: what to choose.
        options: id and words of each.
        ticked: ids ticked at first.
        many: whether more than one can be taken.
        required: how many ticks are needed before the choice can be taken.
    """

    COMMAND_SET = commands.CHOICE
    BINDINGS: ClassVar[list[BindingType]] = [command.binding() for command in commands.CHOICE]

    def __init__(
        self,
        question: str,
        options: Sequence[Option],
        *,
        ticked: set[str] | None = None,
        many: bool = False,
        required: int = 0,
    ) -> None:
        super().__init__()
        self._question = question
        self._options = options
        self.ticked = set(ticked or ())
        """Ids that are ticked."""
        self._many = many
        self._required = required

    def compose(self) -> ComposeResult:
        """The question over the options."""
        with Vertical(id="dialog"):
            yield Bar(id="question")
            yield PagedList[Option](self._row, lambda: (Piece("nothing to choose", "dim"),), id="list")
            yield Bar(id="keys")

    def on_mount(self) -> None:
        """Show question, options and keys."""
        self.query_one("#question", Bar).show([(Piece(f" {self._question}", "title"),)])
        self.query_one("#list", PagedList).styles.height = min(len(self._options), 14)
        self.query_one("#list", PagedList).show(Pages.of(self._options))
        shown = [c for c in commands.CHOICE if self._many or c is not commands.Toggle]
        show_keys(self, tuple(shown))

    def _row(self, option: Option, width: int) -> Line:
        if not self._many:
            return (Piece(option[1]),)
        on = option[0] in self.ticked
        return (Piece("[x] " if on else "[ ] ", "good" if on else "dim"), Piece(option[1]))

    def on_paged_list_chosen(self) -> None:
        """A click on the cursor's line."""
        self.action_command(commands.Toggle.id if self._many else commands.Confirm.id)

    def action_command(self, command_id: str) -> None:
        """Run a command of the dialog."""
        view: PagedList[Option] = self.query_one("#list", PagedList)
        moves: dict[str, Callable[[], None]] = {
            commands.Down.id: lambda: view.move(1), commands.Up.id: lambda: view.move(-1),
            commands.PageDown.id: lambda: view.move(view.page), commands.PageUp.id: lambda: view.move(-view.page),
            commands.Top.id: lambda: view.move_to(0), commands.Bottom.id: lambda: view.move_to(len(self._options) - 1),
            commands.Cancel.id: lambda: self._close(None), commands.Toggle.id: self._toggle,
            commands.Confirm.id: self._confirm,
        }  # fmt: skip
        moves[command_id]()

    def _close(self, result: list[str] | None) -> None:
        self.dismiss(result)

    def _toggle(self) -> None:
        view: PagedList[Option] = self.query_one("#list", PagedList)
        if self._many and view.selected is not None:
            self.ticked ^= {view.selected[0]}
            view.refresh()

    def _confirm(self) -> None:
        view: PagedList[Option] = self.query_one("#list", PagedList)
        if not self._many:
            self._close([view.selected[0]] if view.selected else None)
        elif len(self.ticked) < self._required:
            missing = f" All {self._required} must hold; esc to choose another kind."
            self.query_one("#question", Bar).show(
                [(Piece(f" {self._question}", "title"),), (Piece(missing, "warn"),)]
            )
        else:
            self._close([key for key, _ in self._options if key in self.ticked])


def show_keys(
    dialog: ModalScreen[str | None] | ModalScreen[list[str] | None], shown: commands.CommandSet
) -> None:
    """Show the keys of a dialog in its last line."""
    app = cast("ReviewApp", dialog.app)
    active = [ActiveCommand(command, keys_of(command, app.session.keymap)) for command in shown]
    dialog.query_one("#keys", Bar).show([key_bar(active, 60)])
