"""Export from the inbox: what, in which format, to which file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from workbench.errors import ExportError
from workbench.store import Workspace
from workbench.store.rows import RelationFilter
from workbench.text.visible import one_line
from workbench.tui.screens.dialogs import ChoiceDialog
from workbench.tui.screens.shared import FullScreen
from workbench.workflows.exporting import EXPORTERS, claim_set, write_export

Answer = Callable[[str], None]


class ExportingScreen(FullScreen):
    """A screen that can export; nothing that is there already is overwritten."""

    def wanted(self) -> RelationFilter:
        """The filter of what is listed."""
        raise NotImplementedError

    def do_claims_export(self) -> None:
        """Ask what, how and where to, then write in a thread of its own."""
        listed = f"only the relations listed now: {', '.join(self.trail())}"
        options = [("all", "everything, decided or not"), ("listed", listed)]
        self._choose("What to export", options, self._ask_format)

    def _choose(self, question: str, options: Sequence[tuple[str, str]], done: Answer) -> None:
        self.shell.push_screen(
            ChoiceDialog(question, options), lambda taken: done(taken[0]) if taken else None
        )

    def _ask_format(self, what: str) -> None:
        options = [(one.name, f"{one.name:<13} {one.description}") for one in EXPORTERS.all()]
        self._choose(
            "Format; each file says what it leaves out", options, lambda form: self._ask_path(what, form)
        )

    def _ask_path(self, what: str, form: str) -> None:
        default = f"{self.session.path.stem}-{what}{EXPORTERS.load(form).suffix}"
        self.shell.ask(
            f"File for {form}, in {Path.cwd()} unless a folder is given",
            f"export:{what}:{form}",
            lambda path: self._export(what, form, Path(path.strip() or default).expanduser()),
            value=default,
        )

    def _export(self, what: str, form: str, path: Path) -> None:
        wanted = RelationFilter() if what == "all" else self.wanted()
        words = "" if what == "all" else ", ".join(self.trail())

        def write(ws: Workspace) -> int | ExportError:
            claims = claim_set(ws, wanted, words)
            try:
                write_export(EXPORTERS.load(form), claims, path, sys.stdout)
            except ExportError as error:
                return error
            return len(claims.relations)

        def written(done: int | ExportError) -> None:
            if isinstance(done, ExportError):
                self.say(f"{one_line(done.message)}; e asks again for another file", "bad")
            else:
                self.say(
                    f"{one_line(str(path))}: {done} relation{'' if done == 1 else 's'} as {form}", "good"
                )

        self.say(f"writing {one_line(str(path))} …")
        self.read(write, written)
