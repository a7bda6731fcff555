"""The command palette: the commands of the screen below, found by name; built as Content, never as markup."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from workbench.tui.commands import Command, key_name
from workbench.tui.display import content
from workbench.tui.presenters.chrome import ActiveCommand

if TYPE_CHECKING:
    from workbench.tui.screens.base import WorkbenchScreen


class CommandProvider(Provider):
    """What can be done on the present screen."""

    async def discover(self) -> Hits:
        """All commands, before anything is typed."""
        for command, keys in self._commands():
            yield DiscoveryHit(
                shown(command, keys), self._run(command), text=command.title, help=command.help()
            )

    async def search(self, query: str) -> Hits:
        """Commands whose name or help has the letters in order."""
        matcher = self.matcher(query)
        for command, keys in self._commands():
            score = max(matcher.match(command.title), matcher.match(command.help()) * 0.5)
            if score > 0:
                yield Hit(
                    score, shown(command, keys), self._run(command), text=command.title, help=command.help()
                )

    def _commands(self) -> list[tuple[type[Command], tuple[str, ...]]]:
        screen = cast("WorkbenchScreen", self.screen)
        active: list[ActiveCommand] = getattr(screen, "active_commands", list)()
        return [
            (entry.command, entry.keys)
            for entry in active
            if entry.enabled and entry.command.id != "app.palette"
        ]

    def _run(self, command: type[Command]) -> partial[None]:
        screen = cast("WorkbenchScreen", self.screen)
        return partial(screen.action_command, command.id)


def shown(command: type[Command], keys: tuple[str, ...]) -> Content:
    """Name and keys of a command."""
    names = " ".join(key_name(key) for key in keys)
    return Content.assemble(content(command.title), content(f"  {names}", "dim"))
