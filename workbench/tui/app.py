"""The review app: tabs as modes, cards and articles as screens on top of them."""

from __future__ import annotations

import asyncio
import re
import signal
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.command import Provider
from textual.events import Key

from workbench.model import Mention
from workbench.tui.display import Role
from workbench.tui.paging import Pages
from workbench.tui.palette import CommandProvider
from workbench.tui.queue import Queue
from workbench.tui.screens.article import ArticleScreen
from workbench.tui.screens.articles import ArticlesScreen
from workbench.tui.screens.base import WorkbenchScreen
from workbench.tui.screens.compare import CompareScreen
from workbench.tui.screens.dialogs import PromptDialog
from workbench.tui.screens.inbox import InboxScreen
from workbench.tui.screens.issue import IssueScreen
from workbench.tui.screens.log import LogScreen
from workbench.tui.screens.relations import RelationsScreen
from workbench.tui.screens.search import SearchScreen
from workbench.tui.screens.speakers import SpeakersScreen
from workbench.tui.screens.timeline import TimeLineScreen
from workbench.tui.session import Session
from workbench.tui.themes import THEMES
from workbench.workflows.care import back_up
from workbench.workflows.issues import IssueView

if TYPE_CHECKING:
    from textual.pilot import Pilot

WAIT = 0.01
"""Seconds between two looks at whether a list can be seen."""
_FONT_FACES = re.compile(r"@font-face \{[^}]*\}")


class ReviewApp(App[None]):
    """The terminal interface of one workspace.

    Args:
        path: the workspace file.
        by: name of the analyst.
        keymap: command id to keys; checked.
        readonly: whether nothing may be written.
        theme: name of a theme; the dark one where empty or unknown.
        tab: the tab shown first.
    """

    TITLE = "workbench"
    CSS_PATH = "app.tcss"
    MODES: ClassVar[dict[str, type[WorkbenchScreen]]] = {  # type: ignore[assignment] # narrower than Textual's
        "inbox": InboxScreen, "relations": RelationsScreen, "articles": ArticlesScreen, "speakers": SpeakersScreen,
        "search": SearchScreen, "log": LogScreen,
    }  # fmt: skip
    DEFAULT_MODE = "inbox"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {CommandProvider}
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "f1"  # our own command has ctrl+p and can be rebound

    def __init__(
        self,
        path: Path,
        by: str,
        keymap: Mapping[str, str] | None = None,
        *,
        readonly: bool = False,
        theme: str = "",
        tab: str = "inbox",
    ) -> None:
        self.DEFAULT_MODE = tab  # type: ignore[misc] # Textual's constructor reads it
        super().__init__()
        self.session = Session(path, by, keymap, readonly)
        """Workspace and analyst."""
        self.message = ""
        """What the status line says."""
        self.message_role: Role = "text"
        """How it looks."""
        self.saved = "saved"
        """Whether the last write went through."""
        for one in THEMES:
            self.register_theme(one)
        self.theme = theme if theme in self.available_themes else THEMES[0].name
        self.set_keymap(self.session.keymap)

    def on_mount(self) -> None:
        """Leave the terminal clean when the process is told to end."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self.exit, None, 128 + number)

    def on_key(self, event: Key) -> None:
        """Let no key act on what its analyst could not see yet."""
        if isinstance(self.screen, WorkbenchScreen) and self.screen.too_early(event):
            event.prevent_default()
            self.screen.say("the list was not there yet; press again", "warn")

    def on_unmount(self) -> None:
        """Close the workspace."""
        self.session.close()

    def next_theme(self) -> str:
        """Switch to the next of our themes and name it."""
        names = [theme.name for theme in THEMES]
        at = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(at + 1) % len(names)]
        return self.theme

    # --- going about -------------------------------------------------------------------------------------------

    def show_tab(self, name: str) -> None:
        """Go to a tab, to its top screen."""
        self.switch_mode(name)
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def show_card(self, queue: Queue | None = None, tab: str = "inbox") -> None:
        """Open the compare card at the queue's place."""
        self.push_screen(CompareScreen(queue or self.session.queue, tab))

    def show_issue(self, view: IssueView) -> None:
        """Open an issue."""
        self.push_screen(IssueScreen(view, self.current_mode))

    def show_article(
        self, article_id: str, mention_id: str | None = None, *, offset: int | None = None, tab: str = ""
    ) -> None:
        """Open an article, at a mention or a place of the text."""
        self.push_screen(ArticleScreen(article_id, mention_id, offset, tab or self.current_mode))

    def show_time_line(self, mention: Mention) -> None:
        """Open the time-line of a figure."""
        self.push_screen(TimeLineScreen(mention, self.current_mode))

    def show_speaker(self, speaker_id: str, name: str) -> None:
        """List a speaker's relations."""
        self.show_tab("relations")
        screen = self.screen_stack[0]
        assert isinstance(screen, RelationsScreen)
        screen.list_speaker(speaker_id, name)

    def show_target(self, target: str) -> None:
        """Open what an id names, if it can be shown."""
        if target.startswith("r") and (row := self.session.relation(target)):
            keys = [row.rowid]
            self.show_card(Queue(Pages(keys, self.session.ws.relations_by_rowid)), self.current_mode)
        elif target.startswith(("q", "f")) and (rows := self.session.ws.mentions([target])):
            self.show_article(rows[0].article_id, target)
        elif target.startswith("a") and any(row.id == target for row in self.session.ws.articles()):
            self.show_article(target)
        elif target.startswith("s"):
            self.show_tab("speakers")

    def ask(self, question: str, draft: str, done: Callable[[str], None], *, value: str = "") -> None:
        """Ask for a line of text; what is typed but not taken is kept under the name of the draft."""
        drafts = self.session.drafts

        def typed(text: str) -> None:
            drafts[draft] = text

        def answered(text: str | None) -> None:
            if text is not None:
                drafts.pop(draft, None)
                done(text)
            elif drafts.get(draft, value) != value and isinstance(self.screen, WorkbenchScreen):
                self.screen.say("draft kept; the same key goes on with it", "warn")

        self.push_screen(PromptDialog(question, drafts.get(draft, value), typed), answered)


def run(
    path: Path, by: str, keymap: Mapping[str, str] | None = None, readonly: bool = False, theme: str = ""
) -> None:
    """Open the workspace and review until the analyst leaves.

    Raises:
        WorkspaceError: the file cannot be used.
        UsageError: the keymap does not fit.
    """
    ReviewApp(path, by, keymap, readonly=readonly, theme=theme).run()


def screenshot(
    path_db: Path,
    out_svg: Path,
    size: tuple[int, int] = (120, 40),
    keys: Sequence[str] = (),
    *,
    by: str = "an",
    theme: str = "",
) -> None:
    """Press keys in the app over a copy of the workspace and write what it shows as SVG.

    The picture loads nothing from the network: Textual's web fonts are taken out of it.
    """
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "workbench.db"
        back_up(path_db, copy)
        picture = asyncio.run(_picture(ReviewApp(copy, by, theme=theme), size, keys))
    out_svg.write_text(_FONT_FACES.sub("", picture), encoding="utf-8")


async def settled(pilot: Pilot[None]) -> None:
    """Wait until what was read can be seen, as an analyst does before the next key."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    while isinstance(pilot.app.screen, WorkbenchScreen) and not pilot.app.screen.ready:
        await pilot.pause(WAIT)


async def _picture(app: ReviewApp, size: tuple[int, int], keys: Sequence[str]) -> str:
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        for key in keys:
            await pilot.press(key)
            await settled(pilot)
        return app.export_screenshot(title="workbench review")
