"""What frames every screen: tabs, status line, key bar, help."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.tui.commands import Command, key_name
from workbench.tui.display import Line, Piece, Role
from workbench.tui.layout import cell, clip, width_of

TABS: dict[str, tuple[str, str]] = {
    "inbox": ("Inbox", "tab.inbox"), "relations": ("Relations", "tab.relations"),
    "articles": ("Articles", "tab.articles"), "speakers": ("Speakers", "tab.speakers"),
    "search": ("Search", "tab.search"), "log": ("Log", "tab.log"),
}  # fmt: skip
"""The top screens: name and the command that goes there."""


def tab_bar(active: str, trail: Sequence[str], width: int) -> Line:
    """The tabs, and where the screen stands below one of them."""
    pieces: list[Piece] = [Piece(" ", "tab")]
    for name, (title, command) in TABS.items():
        pieces.append(
            Piece(
                f"[{title}]" if name == active else f" {title} ",
                "tab-on" if name == active else "tab",
                command,
            )
        )
    room = width - width_of(tuple(pieces))
    where = " › ".join(trail)
    if where and room > 6:
        pieces.append(Piece(clip(f"  {where}", room), "tab"))
    room = width - width_of(tuple(pieces))
    return (*pieces, Piece(" " * max(0, room), "tab"))


@dataclass(frozen=True, slots=True)
class Status:
    """What the status line says."""

    by: str
    """Name of the analyst."""
    saved: str = "saved"
    """``saved``, ``read-only`` or ``NOT SAVED``."""
    position: str = ""
    """Place in the list."""
    message: str = ""
    """What happened last."""
    role: Role = "text"
    """How the message looks."""


def status_line(status: Status, width: int) -> Line:
    """Analyst, whether all is saved, the place in the list, and what happened last."""
    saved: Role = {"saved": "good", "read-only": "warn"}.get(status.saved, "bad")  # type: ignore[assignment] # values are roles
    right = f" {status.position} "
    pieces = [Piece(f" {clip(status.by, 16)} ", "strong"), Piece(f"[{status.saved}]", saved), Piece("  ")]
    room = width - width_of(tuple(pieces)) - len(right)
    return (*pieces, cell(status.message, max(0, room), status.role), Piece(right, "dim"))


@dataclass(frozen=True, slots=True)
class ActiveCommand:
    """A command as it holds on the screen now."""

    command: type[Command]
    """Which command."""
    keys: tuple[str, ...]
    """The keys that run it now."""
    enabled: bool = True
    """Whether it can run now."""


def key_bar(commands: Sequence[ActiveCommand], width: int) -> Line:
    """The keys that matter now, as many as fit; the help key always."""
    shown = [active for active in commands if active.command.bar and active.keys and active.enabled]
    last = [_entry(active) for active in shown if active.command.id == "app.help"]
    room = width - sum(width_of(entry) for entry in last)
    pieces: list[Piece] = []
    for active in shown:
        entry = _entry(active)
        if active.command.id == "app.help" or width_of(entry) > room:
            continue
        pieces += entry
        room -= width_of(entry)
    for entry in last:
        pieces += entry
    return tuple(pieces)


def _entry(active: ActiveCommand) -> Line:
    keys = key_name(active.keys[0])
    role: Role = "key" if active.enabled else "off"
    word: Role = "text" if active.enabled else "off"
    return (
        Piece(f" {keys}", role, active.command.id),
        Piece(f" {active.command.bar} ", word, active.command.id),
    )


def help_line(active: ActiveCommand, width: int) -> Line:
    """One command in the help: keys, name, what it does."""
    role: Role = "text" if active.enabled else "off"
    keys = " ".join(key_name(key) for key in active.keys)
    names = min(24, max(10, width // 4))
    size = 12
    return (
        cell(keys, size, "key" if active.enabled else "off"),
        Piece(" "),
        cell(active.command.title, names, role),
        Piece(" "),
        Piece(clip(active.command.help(), width - size - names - 2), "dim"),
    )
