"""Commands that every full screen has: tabs, undo, help, palette, notes and tags."""

from __future__ import annotations

from collections.abc import Callable

from workbench.model import Event
from workbench.store.rows import RelationRow
from workbench.tui.commands import COMMANDS, Undo, key_name
from workbench.tui.display import kind_word
from workbench.tui.keymap import keys_of
from workbench.tui.presenters.chrome import TABS
from workbench.tui.presenters.relation_row import pair_name
from workbench.tui.screens.base import WorkbenchScreen
from workbench.tui.screens.help import HelpScreen


class FullScreen(WorkbenchScreen):
    """A screen with the commands that hold everywhere."""

    # --- going about -------------------------------------------------------------------------------------------

    def do_app_help(self) -> None:
        """Show the keys."""
        self.shell.push_screen(HelpScreen(self.active_commands(), self.action_command))

    def do_app_palette(self) -> None:
        """Open the command palette."""
        self.shell.action_command_palette()

    def do_app_quit(self) -> None:
        """Leave."""
        self.shell.exit()

    def do_app_back(self) -> None:
        """One level up."""
        self.shell.pop_screen()

    def do_app_theme(self) -> None:
        """Next theme."""
        self.say(f"theme: {self.shell.next_theme()}")

    def do_tab_next(self) -> None:
        """Next tab."""
        self._step_tab(1)

    def do_tab_previous(self) -> None:
        """Previous tab."""
        self._step_tab(-1)

    def _step_tab(self, by: int) -> None:
        names = list(TABS)
        self.shell.switch_mode(names[(names.index(self.tab) + by) % len(names)])

    def do_tab_inbox(self) -> None:
        """Inbox."""
        self.shell.show_tab("inbox")

    def do_tab_relations(self) -> None:
        """Relations."""
        self.shell.show_tab("relations")

    def do_tab_articles(self) -> None:
        """Articles."""
        self.shell.show_tab("articles")

    def do_tab_speakers(self) -> None:
        """Speakers."""
        self.shell.show_tab("speakers")

    def do_tab_search(self) -> None:
        """Search."""
        self.shell.show_tab("search")

    def do_tab_log(self) -> None:
        """Log."""
        self.shell.show_tab("log")

    # --- undo --------------------------------------------------------------------------------------------------

    def do_edit_undo(self) -> None:
        """Undo and show what it was about."""
        self._turn_back("undo", lambda: self.write(lambda review: review.undo()))

    def do_edit_undo_show(self) -> None:
        """The same, on Prodigy's key."""
        self.do_edit_undo()

    def do_edit_redo(self) -> None:
        """Redo and show what it is about."""
        self._turn_back("redo", lambda: self.write(lambda review: review.redo()))

    def _turn_back(self, word: str, act: Callable[[], Event | None]) -> None:
        event = act()
        if event is None:
            if self.shell.saved == "saved":
                self.say(f"nothing to {word}", "warn")
            return
        target = self.session.subject(event)
        self.say(self.session.review.describe(event), "warn")
        self.shown_again(target)
        self.refresh_if_written()

    def decided(self, word: str, row: RelationRow) -> str:
        """What was done to which pair, and the key that takes it back."""
        key = key_name(keys_of(COMMANDS[Undo.id], self.session.keymap)[0])
        kind = "" if word.startswith("decided") else f": {kind_word(row.relation.kind)}"
        return f"{word}{kind}, {pair_name(row)} · {key} takes it back"

    def shown_again(self, target: str) -> None:
        """Show what an undo was about; screens that hold cards override it."""
        self.shell.show_target(target)

    # --- notes and tags ----------------------------------------------------------------------------------------

    def subject(self) -> str | None:
        """Id of what notes and tags go to; None when there is nothing."""
        return None

    def subject_words(self) -> str:
        """What that is, in words."""
        names = {
            "r": "this relation",
            "q": "this quote",
            "f": "this figure",
            "a": "this article",
            "s": "this speaker",
        }
        target = self.subject() or ""
        return f"{names.get(target[:1], 'this')} ({target})"

    def do_annotate_note(self) -> None:
        """Ask for a note."""
        target = self.subject()
        if target is None:
            self.say("nothing to write a note on", "warn")
            return
        self.shell.ask(
            f"Note on {self.subject_words()}", f"note:{target}", lambda text: self.noted(target, text)
        )

    def noted(self, target: str, text: str) -> None:
        """Write the note."""
        if text and self.write(lambda review: review.note(target, text)) is not None:
            self.say(f"note on {self.subject_words()}", "good")
            self.annotated()

    def do_annotate_tag(self) -> None:
        """Ask for a tag."""
        target = self.subject()
        if target is None:
            self.say("nothing to tag", "warn")
            return
        self.shell.ask(
            f"Tag for {self.subject_words()}", f"tag:{target}", lambda text: self.tagged(target, text.strip())
        )

    def tagged(self, target: str, tag: str) -> None:
        """Put the tag on, or take it off."""
        if not tag:
            return
        has = any(a.kind == "tag" and a.value == tag for a in self.session.annotations(target))
        if self.write(lambda review: (review.untag if has else review.tag)(target, tag)) is not None:
            self.say(f"{'untagged' if has else 'tagged'} {target}: {tag}", "good")
            self.annotated()

    def annotated(self) -> None:
        """Show the new note or tag."""
        self.refresh_if_written()
