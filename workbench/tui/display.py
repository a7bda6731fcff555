"""The gate between text and screen: what is drawn is made of pieces, and a piece cannot hold raw outside text.

Screens, lists and cards are all built from :class:`Piece`, whose constructor makes control, bidi and hidden characters
visible, one for one, so spans stay valid. No string of ours or of an article is ever parsed as markup.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from textual.content import Content

from workbench.model import GROUPS, RelationKind, RelationState
from workbench.text.visible import one_line, visible

Role = Literal[
    "text", "dim", "strong", "title", "head", "rule", "key", "off", "tab", "tab-on",
    "same", "fits", "differs", "conflict", "none", "good", "bad", "warn",
    "quote", "figure", "current", "gone", "come",
]  # fmt: skip
"""What a piece of text is for; the theme gives each role its look (``app.tcss``)."""
ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text in one role, safe to draw."""

    text: str
    """What is drawn: made visible and one line by the constructor, same length as given."""
    role: Role = "text"
    """What it is for."""
    action: str | None = None
    """Command run by a click on it; one of our own ids, never from outside."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", one_line(self.text))


Line: TypeAlias = tuple[Piece, ...]
"""One line of a screen."""


def content(text: str, style: str = "") -> Content:
    """Outside text for Textual's own widgets: visible, never markup."""
    return Content.styled(visible(text), style) if style else Content(visible(text))


def plain(lines: Iterable[Line]) -> str:
    """The lines as text, for tests and for the clipboard."""
    return "\n".join("".join(piece.text for piece in line).rstrip() for line in lines)


KIND_GLYPHS: dict[str, str] = {"same": "=", "fits": "+", "differs": "~", "conflict": "!", "none": "·"}
"""The sign of each group of relation kinds; colour is only ever a second sign."""
GROUP_ROLES: dict[str, Role] = {
    "same": "same", "fits": "fits", "differs": "differs", "conflict": "conflict", "none": "none",
}  # fmt: skip
STATE_GLYPHS: dict[RelationState, str] = {
    "suggested": "○", "accepted": "✓", "changed": "✎", "rejected": "✗", "skipped": "↷", "flagged": "⚑",
}  # fmt: skip
"""The sign of each state."""
STATE_WORDS: dict[RelationState, str] = {
    "suggested": "open", "accepted": "accepted", "changed": "changed", "rejected": "rejected", "skipped": "skipped",
    "flagged": "flagged",
}  # fmt: skip
"""The word of each state."""
STATE_ROLES: dict[RelationState, Role] = {
    "suggested": "strong", "accepted": "good", "changed": "differs", "rejected": "bad", "skipped": "dim",
    "flagged": "warn",
}  # fmt: skip


def kind_word(kind: RelationKind) -> str:
    """The kind's name as people read it."""
    return kind.replace("_", " ")


def kind_piece(kind: RelationKind) -> Piece:
    """Glyph and word of a relation kind, in the role of its group."""
    group = GROUPS[kind]
    return Piece(f"{KIND_GLYPHS[group]} {kind_word(kind)}", GROUP_ROLES[group])


def state_piece(state: RelationState) -> Piece:
    """Glyph and word of a state."""
    return Piece(f"{STATE_GLYPHS[state]} {STATE_WORDS[state]}", STATE_ROLES[state])
