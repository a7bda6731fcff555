"""docs/keys.md, made from the commands: ``python -m workbench.tui.keys_page > docs/keys.md``."""

from __future__ import annotations

import sys

from workbench.tui.commands import SCREENS, Command, key_name

HEAD = """# Keys

Made from the commands of the review screen by `python -m workbench.tui.keys_page`; a test holds the two together.

Every key can be changed in the settings file, by the name of its command:

```toml
[keys]
"relation.accept" = "y"
"relation.reject" = "n,delete"
```

An unknown name, or one key for two commands of the same screen, is refused at the start. `?` shows the keys that hold
on the present screen, `:` or `^p` finds any command by name; `^p` is ctrl+p.
"""


def page() -> str:
    """The whole page: one table a screen; what holds on most screens has a table of its own."""
    shared = _shared()
    parts = [HEAD, _table("On most screens", shared)]
    for screen, commands in SCREENS.items():
        own = [command for command in commands if command not in shared]
        if own:
            parts.append(_table(screen, own))
    return "\n".join(parts)


def _shared() -> list[type[Command]]:
    """Commands of more than three screens, in the order in which they first appear."""
    found: dict[type[Command], int] = {}
    for commands in SCREENS.values():
        for command in commands:
            found[command] = found.get(command, 0) + 1
    return [command for command, screens in found.items() if screens > 3]


def _table(title: str, commands: list[type[Command]]) -> str:
    rows = [
        f"| {' '.join(f'`{key_name(key)}`' for key in command.keys) or 'palette'} | {command.title} "
        f"| {command.help()} | `{command.id}` |"
        for command in commands
    ]
    head = f"## {title}\n\n| keys | command | what it does | name |\n| --- | --- | --- | --- |\n"
    return head + "\n".join(rows) + "\n"


if __name__ == "__main__":
    sys.stdout.write(page())
