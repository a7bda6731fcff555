"""Keys: an analyst's own keymap, checked before it is used.

Textual takes unknown ids in silence and lets one binding steal another's key, so clashes are found here.
"""

from __future__ import annotations

from collections.abc import Mapping

from workbench.errors import UsageError
from workbench.tui.commands import COMMANDS, SCREENS, Command, key_name


def checked(keymap: Mapping[str, str]) -> dict[str, str]:
    """The keymap, each value a comma-separated list of keys.

    Raises:
        UsageError: an id that no command has, an empty key, or one key for two commands of the same screen.
    """
    out: dict[str, str] = {}
    for command_id, keys in keymap.items():
        if command_id not in COMMANDS:
            raise UsageError(
                f"keymap: no command {command_id!r}", f"there are: {', '.join(sorted(COMMANDS))}"
            )
        parts = [key.strip() for key in keys.split(",")]
        if not all(parts):
            raise UsageError(f"keymap: {command_id!r} has an empty key", "write a comma as the word comma")
        out[command_id] = ",".join(parts)
    for screen, commands in SCREENS.items():
        _check_screen(screen, commands, out)
    return out


def keys_of(command: type[Command], keymap: Mapping[str, str]) -> tuple[str, ...]:
    """The keys that hold for a command under a keymap."""
    return tuple(keymap[command.id].split(",")) if command.id in keymap else command.keys


def _check_screen(screen: str, commands: tuple[type[Command], ...], keymap: Mapping[str, str]) -> None:
    taken: dict[str, str] = {}
    for command in commands:
        for key in keys_of(command, keymap):
            name = key_name(key)
            if taken.setdefault(name, command.id) != command.id:
                raise UsageError(
                    f"keymap: key {name!r} has two commands on the screen {screen!r}: {taken[name]}, {command.id}",
                    "give one of them another key",
                )
