"""What a command is: declared once, and bindings, palette, help, key bar and docs/keys.md all come from it."""

from __future__ import annotations

import inspect
from typing import ClassVar

from textual.binding import Binding, BindingType


class Command:
    """One thing a key, the palette or a click can do; its docstring is the help shown to the analyst."""

    id: ClassVar[str]
    """Dotted name; what a keymap refers to."""
    title: ClassVar[str]
    """Name in the palette and the help."""
    keys: ClassVar[tuple[str, ...]] = ()
    """Default keys; a command without keys is in the palette only."""
    bar: ClassVar[str] = ""
    """Word in the key bar; empty keeps it out of the bar."""
    writes: ClassVar[bool] = False
    """Whether it changes the workspace; off when that is read-only."""

    @classmethod
    def help(cls) -> str:
        """What it does, one sentence."""
        return inspect.getdoc(cls) or ""

    @classmethod
    def method(cls) -> str:
        """Name of the screen's method that carries it out."""
        return "do_" + cls.id.replace(".", "_")

    @classmethod
    def action(cls) -> str:
        """The action its bindings and clicks run."""
        return f"screen.command('{cls.id}')"

    @classmethod
    def binding(cls) -> Binding:
        """Its binding; the id makes it rebindable."""
        return Binding(",".join(cls.keys), cls.action(), cls.title, id=cls.id, tooltip=cls.help())


def bindings(*commands: type[Command]) -> list[BindingType]:
    """The bindings of all commands that have keys."""
    return [command.binding() for command in commands if command.keys]


_KEY_NAMES = {
    "question_mark": "?", "slash": "/", "colon": ":", "left_square_bracket": "[", "right_square_bracket": "]",
    "left_curly_bracket": "{", "right_curly_bracket": "}", "at": "@", "number_sign": "#", "minus": "-", "plus": "+",
    "underscore": "_", "escape": "esc", "backspace": "bksp", "pagedown": "pgdn", "pageup": "pgup", "down": "↓",
    "up": "↑", "left": "←", "right": "→", "comma": ",", "full_stop": ".", "equals_sign": "=",
}  # fmt: skip


def key_name(key: str) -> str:
    """A key as it is written on the screen: ``^p`` for ctrl+p, ``?`` for question_mark."""
    *modifiers, name = key.split("+") if key != "+" else ["+"]
    shown = _KEY_NAMES.get(name, name)
    for modifier in modifiers:
        shown = f"^{shown}" if modifier == "ctrl" else f"{modifier}+{shown}"
    return shown
