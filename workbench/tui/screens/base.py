"""What all screens share: tabs above, status and keys below, commands by name, reading in threads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Key
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import Worker, WorkerState, get_current_worker

from workbench.errors import WorkbenchError
from workbench.store import Workspace
from workbench.tui.commands import COMMANDS, CommandSet, key_name
from workbench.tui.display import Role
from workbench.tui.keymap import keys_of
from workbench.tui.presenters.chrome import ActiveCommand, Status, key_bar, status_line, tab_bar
from workbench.tui.session import Session
from workbench.tui.widgets.bar import Bar
from workbench.tui.widgets.scrolling import LineView
from workbench.workflows.review import Review

if TYPE_CHECKING:
    from workbench.tui.app import ReviewApp

T = TypeVar("T")


class ReadDone(Message):
    """A read in a thread is finished."""

    def __init__(self, result: Any, done: Callable[[Any], None]) -> None:  # noqa: ANN401 - typed at the call of read()
        super().__init__()
        self.result = result
        """What was read."""
        self.done = done
        """Who takes it, on the screen's thread."""


class WorkbenchScreen(Screen[None]):
    """A full screen; subclasses give their commands, their body and one ``do_…`` method a command."""

    COMMAND_SET: ClassVar[CommandSet] = ()
    """The commands that hold on the screen."""
    tab: str = "inbox"
    """The tab it stands under."""
    BINDINGS: ClassVar[list[BindingType]] = []
    AUTO_FOCUS = "LineView"

    @property
    def shell(self) -> ReviewApp:
        """The review app."""
        return cast("ReviewApp", self.app)

    def body(self) -> Iterator[Widget]:
        """The widgets between the tabs and the status line."""
        raise NotImplementedError

    def trail(self) -> list[str]:
        """Where the screen stands below its tab."""
        return []

    def position(self) -> str:
        """The place in the list, for the status line."""
        return ""

    def compose(self) -> ComposeResult:
        """Tabs, body, status line and key bar."""
        yield Bar(id="tabs")
        yield from self.body()
        yield Bar(id="status")
        yield Bar(id="keys")

    @property
    def session(self) -> Session:
        """Workspace and analyst."""
        return self.shell.session

    def on_mount(self) -> None:
        """Draw the frame."""
        self.frame_changed()

    def on_resize(self) -> None:
        """Draw the frame for the new width."""
        self.frame_changed()

    def on_screen_resume(self) -> None:
        """Show what was written meanwhile."""
        self.frame_changed()
        self.refresh_if_written()

    def refresh_if_written(self) -> None:
        """Read again if something was written since; lists override it."""

    # --- frame -------------------------------------------------------------------------------------------------

    def say(self, message: str, role: Role = "text") -> None:
        """Put a message into the status line."""
        self.shell.message, self.shell.message_role = message, role
        self.frame_changed()

    def frame_changed(self) -> None:
        """Draw tabs, status line and key bar again."""
        width = self.shell.size.width
        if not self.is_mounted or not width:
            return
        self.query_one("#tabs", Bar).show([tab_bar(self.tab, self.trail(), width)])
        self.query_one("#keys", Bar).show([key_bar(self.active_commands(), width)])
        self.place_changed()

    def place_changed(self) -> None:
        """Draw the status line again: the rest of the frame stays as it is when the cursor moves."""
        session = self.session
        status = Status(
            session.by, "read-only" if session.readonly else self.shell.saved, self.position(), self.shell.message,
            self.shell.message_role,
        )  # fmt: skip
        self.query_one("#status", Bar).show([status_line(status, self.shell.size.width)])

    def active_commands(self) -> list[ActiveCommand]:
        """The commands that hold now with the keys that run them now."""
        held = {(key_name(key), active.binding.id) for key, active in self.active_bindings.items()}
        return [
            ActiveCommand(
                command,
                tuple(
                    key
                    for key in keys_of(command, self.session.keymap)
                    if (key_name(key), command.id) in held
                ),
                bool(self.check_action("command", (command.id,))),
            )
            for command in self.COMMAND_SET
        ]

    # --- commands ----------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Commands that write are off when the workspace is read-only."""
        if action != "command":
            return True
        command = COMMANDS[str(parameters[0])]
        if command.writes and self.session.readonly:
            return None
        return True if self.allows(command.id) else None

    def allows(self, command_id: str) -> bool:
        """Whether a command can run now; subclasses say when not."""
        return True

    @property
    def ready(self) -> bool:
        """Whether what the keys would act on can be seen; lists override it."""
        return True

    def too_early(self, key: Key) -> bool:
        """Whether a key was pressed before what it would act on could be seen; lists override it."""
        return False

    def action_command(self, command_id: str) -> None:
        """Run a command of this screen; an error becomes a line in the status line."""
        command = COMMANDS[command_id]
        if not command_id.startswith("move."):
            # What was said of the last step is over; whoever reads on may go on moving.
            self.shell.message = ""
        try:
            getattr(self, command.method())()
        except WorkbenchError as error:
            self.say(str(error), "bad")

    def lines(self) -> LineView | None:
        """The list or text that the moving keys move."""
        return self.query(LineView).first() if self.query(LineView) else None

    def move(self, how: Callable[[LineView], None]) -> None:
        """Move in the list or text."""
        view = self.lines()
        if view is not None:
            how(view)

    def do_move_down(self) -> None:
        """Go down one line."""
        self.move(lambda view: view.move(1))

    def do_move_up(self) -> None:
        """Go up one line."""
        self.move(lambda view: view.move(-1))

    def do_move_page_down(self) -> None:
        """Go down one page."""
        self.move(lambda view: view.move(view.page))

    def do_move_page_up(self) -> None:
        """Go up one page."""
        self.move(lambda view: view.move(-view.page))

    def do_move_top(self) -> None:
        """Go to the first line."""
        self.move(lambda view: view.move_to(0))

    def do_move_bottom(self) -> None:
        """Go to the last line."""
        self.move(lambda view: view.move_to(max(0, view.line_count() - 1)))

    # --- writing and reading -------------------------------------------------------------------------------------

    def write(self, action: Callable[[Review], T]) -> T | None:
        """Write through the review; on an error nothing moves on, and the status line says what to do."""
        try:
            result = self.session.write(action)
        except WorkbenchError as error:
            self.shell.saved = "NOT SAVED"
            self.say(str(error), "bad")
            return None
        self.shell.saved = "saved"
        self.frame_changed()
        return result

    def read(self, query: Callable[[Workspace], T], done: Callable[[T], None]) -> None:
        """Read in a thread of its own; ``done`` gets the result on the screen's thread, unless a later read began."""
        self._read(query, done)

    @work(thread=True, exclusive=True, group="read", exit_on_error=False)
    def _read(self, query: Callable[[Workspace], T], done: Callable[[T], None]) -> None:
        with self.session.reader() as ws:
            result = query(ws)
        if not get_current_worker().is_cancelled:
            self.post_message(ReadDone(result, done))

    def on_read_done(self, event: ReadDone) -> None:
        """Hand the result over."""
        event.done(event.result)
        self.frame_changed()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A read that failed says so; the old list stays."""
        if event.state == WorkerState.ERROR and event.worker.error is not None:
            self.say(str(event.worker.error), "bad")
