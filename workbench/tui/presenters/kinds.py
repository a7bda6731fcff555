"""The relation kinds with their keys, as a panel under the card."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.model import DEFINITIONS, GROUPS, RelationKind
from workbench.tui.commands import COMMANDS, key_name
from workbench.tui.commands.review import KIND_KEYS
from workbench.tui.display import GROUP_ROLES, KIND_GLYPHS, Line, Piece, kind_word
from workbench.tui.keymap import keys_of
from workbench.tui.layout import clip, pad

TALL = 34
"""From this many lines of terminal on the definitions are shown."""
COLUMN = 20
"""Cells for one kind in the short form."""


def kinds_panel(suggested: RelationKind, keymap: Mapping[str, str], width: int, height: int) -> list[Line]:
    """Each kind behind the key that chooses it; the suggested one marked. Definitions where there is room."""
    entries = [(kind, _key(kind, keymap)) for kind in KIND_KEYS]
    entries.append(("unrelated", key_name(keys_of(COMMANDS["relation.reject"], keymap)[0])))
    if height >= TALL and width >= 80:
        return [_long(kind, key, suggested, width) for kind, key in entries]
    per_line = max(1, width // COLUMN)
    rows = [entries[at : at + per_line] for at in range(0, len(entries), per_line)]
    return [tuple(piece for kind, key in row for piece in _short(kind, key, suggested)) for row in rows]


def _key(kind: RelationKind, keymap: Mapping[str, str]) -> str:
    return key_name(keys_of(COMMANDS[f"kind.{kind}"], keymap)[0])


def _command(kind: RelationKind) -> str:
    return "relation.reject" if kind == "unrelated" else f"kind.{kind}"


def _short(kind: RelationKind, key: str, suggested: RelationKind, column: int = COLUMN) -> Line:
    mark = Piece("▸", "key") if kind == suggested else Piece(" ")
    name = pad(f"{KIND_GLYPHS[GROUPS[kind]]} {kind_word(kind)}", column - len(key) - 2)
    return (
        mark,
        Piece(key, "key", _command(kind)),
        Piece(" "),
        Piece(name, GROUP_ROLES[GROUPS[kind]], _command(kind)),
    )


def _long(kind: RelationKind, key: str, suggested: RelationKind, width: int) -> Line:
    definition = Piece(clip(DEFINITIONS[kind], width - COLUMN - 3), "dim")
    return (*_short(kind, key, suggested, COLUMN + 2), definition)
