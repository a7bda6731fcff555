"""One line for one relation in the inbox, and all of the one under the cursor below the list."""

from __future__ import annotations

from workbench.store.rows import MentionRow, RelationRow
from workbench.tui.display import Line, Piece, Role, kind_piece, state_piece
from workbench.tui.layout import cell, clip, rule, width_of

STATE, KIND, SCORE, DATE = 10, 17, 4, 7
"""Widths of the columns; the passages share what is left."""
WIDE, NARROW = 100, 60
"""From WIDE on dates and sources are shown, under NARROW only state, kind and one passage."""
SOURCE = 16
"""Most cells for a source before its passage."""


def header(width: int) -> Line:
    """Column heads that stand over :func:`relation_row`, one cell further right for the gutter."""
    names = [("", 1), ("state", STATE), ("", 1), ("relation", KIND), ("", 1)]
    if width <= NARROW:
        return tuple(cell(name, size, "head") for name, size in [*names, ("passage A", 9)])
    half = (width - 1 - STATE - KIND - 2 - SCORE - 2 - 3) // 2
    names += [("look", SCORE), ("", 2), ("passage A", half), ("", 3), ("passage B", half)]
    return tuple(cell(name, size, "head") for name, size in names)


def relation_row(row: RelationRow, width: int, *, marked: bool = False) -> Line:
    """State, kind, how much it deserves a look, and both passages; in a narrow terminal only the first passage."""
    state = Piece("» marked", "warn") if marked else state_piece(row.state)
    pieces = [_padded(state, STATE), Piece(" "), _padded(kind_piece(row.kind), KIND)]
    pieces.append(Piece("*" if row.note_count else " ", "warn"))
    used = STATE + KIND + 2
    role: Role = "text" if row.state in ("suggested", "flagged", "skipped") else "dim"
    if width < NARROW:
        return (*pieces, cell(row.left.mention.text, max(0, width - used), role))
    pieces += [cell(f"{row.look:.2f}", SCORE, "dim"), Piece("  ")]
    half = (width - used - SCORE - 2 - 3) // 2
    pieces += _passage(row.left, half, width, role)
    pieces.append(Piece(" · ", "rule"))
    pieces += _passage(row.right, half, width, role)
    return tuple(pieces)


def _padded(piece: Piece, size: int) -> Piece:
    return cell(piece.text, size, piece.role)


def _passage(row: MentionRow, size: int, width: int, role: Role) -> list[Piece]:
    if width < WIDE:
        return [cell(row.mention.text, size, role)]
    source = f"{clip(_source(row), SOURCE)}: "
    left = size - DATE - 1
    return [
        cell(row.published or "undated", DATE, "dim"),
        Piece(" "),
        cell(f"{source}{row.mention.text}", left, role),
    ]


def _source(row: MentionRow) -> str:
    return row.speaker_name or row.mention.speaker or "no source"


def preview(row: RelationRow, width: int) -> list[Line]:
    """When, who and what on each side, and why the pair is suggested; a line each."""
    return [
        rule(width),
        *(_side(name, side, width) for name, side in (("A", row.left), ("B", row.right))),
        (Piece(" why ", "dim"), Piece(clip(row.relation.evidence.summary, width - 5), "dim")),
    ]


def _side(name: str, row: MentionRow, width: int) -> Line:
    when, source = row.published or "undated", clip(_source(row), max(8, width // 3))
    used = len(name) + len(when) + 5
    text = clip(Piece(f"{source}: ").text, width - used)
    room = max(0, width - used - width_of((Piece(text),)))
    return (
        Piece(f" {name} ", "title"),
        Piece(f"{when}  ", "dim"),
        Piece(text, "strong"),
        Piece(clip(Piece(row.mention.text).text, room)),
    )


def pair_name(row: RelationRow) -> str:
    """Both articles in short, for a message: ``001–000``."""
    names = (row.left.article_name, row.right.article_name)
    return "–".join(
        clip(name.rsplit("/", 1)[-1].split(".", 1)[0].split("_", 1)[0] or name, 12) for name in names
    )
