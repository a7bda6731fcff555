"""Fitting text into cells: pure functions on strings and lines, aware of wide and zero-width characters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise, zip_longest

from rich.cells import cell_len, get_character_cell_size

from workbench.model import Span
from workbench.tui.display import Line, Piece, Role

ELLIPSIS = "…"


def width_of(line: Line) -> int:
    """Cells the line takes."""
    return sum(cell_len(piece.text) for piece in line)


def prefix(text: str, cells: int) -> int:
    """How many code points of ``text`` fit in that many cells."""
    head = text[:cells]
    if head.isascii():
        return len(head)
    used = 0
    for index, char in enumerate(text):
        used += get_character_cell_size(char)
        if used > cells:
            return index
    return len(text)


def clip(text: str, cells: int) -> str:
    """``text`` in at most that many cells; what is cut is replaced by an ellipsis."""
    if cells <= 0:
        return ""
    if len(text) <= cells and cell_len(text) <= cells:
        return text
    return text[: prefix(text, cells - 1)] + ELLIPSIS


def pad(text: str, cells: int, align_right: bool = False) -> str:
    """``text`` in exactly that many cells, clipped or filled with spaces."""
    text = clip(text, cells)
    fill = " " * (cells - cell_len(text))
    return fill + text if align_right else text + fill


def cell(text: str, cells: int, role: Role = "text") -> Piece:
    """A padded piece for a column."""
    return Piece(pad(Piece(text).text, cells), role)


def fit(line: Line, cells: int) -> Line:
    """The line in exactly that many cells."""
    out: list[Piece] = []
    left = cells
    for piece in line:
        size = cell_len(piece.text)
        if size > left:
            out.append(Piece(clip(piece.text, left), piece.role, piece.action))
            left -= cell_len(out[-1].text)
            break
        out.append(piece)
        left -= size
    return (*out, Piece(" " * left)) if left > 0 else tuple(out)


def wrap(text: str, cells: int) -> list[Span]:
    """Where the lines of ``text`` start and end when it is broken at spaces to that width.

    Every newline starts a line; a word longer than the width is cut. The white space at a break belongs to no line.
    Linear in the text.
    """
    cells = max(1, cells)
    lines: list[Span] = []
    at, length = 0, len(text)
    while at <= length:
        newline = text.find("\n", at, at + cells + 1)
        room = at + prefix(text[at : at + cells], cells)
        if 0 <= newline <= room:
            lines.append(Span(at, newline))
            at = newline + 1
        elif room >= length:
            lines.append(Span(at, length))
            break
        else:
            end, at = _break(text, at, max(room, at + 1))
            lines.append(Span(*end))
    return lines


def _break(text: str, at: int, room: int) -> tuple[tuple[int, int], int]:
    """The line that starts at ``at`` and may reach to ``room``, and where the next one starts."""
    if text[room] == " ":
        cut = room
    else:
        space = text.rfind(" ", at, room)
        cut = space if space > at else room
    resume = cut
    while resume < len(text) and text[resume] == " ":
        resume += 1
    if resume < len(text) and text[resume] == "\n" and resume > cut:
        resume += 1
    return (at, cut), resume


def flow(pieces: Sequence[Piece], cells: int, indent: str = "") -> list[Line]:
    """A paragraph of pieces broken into lines, each started with ``indent``."""
    text = "".join(piece.text for piece in pieces)
    out = []
    for span in wrap(text, cells - len(indent)):
        line = cut(pieces, span)
        out.append((Piece(indent), *line) if indent else line)
    return out


def cut(pieces: Iterable[Piece], span: Span) -> Line:
    """The part of the pieces that the span of their joined text covers."""
    out: list[Piece] = []
    at = 0
    for piece in pieces:
        start, end = max(span.start, at), min(span.end, at + len(piece.text))
        if start < end:
            out.append(Piece(piece.text[start - at : end - at], piece.role, piece.action))
        at += len(piece.text)
        if at >= span.end:
            break
    return tuple(out)


def marked_text(text: str, marks: Sequence[tuple[Span, Role]], base: Role = "text") -> list[Piece]:
    """``text`` in pieces; of marks that overlap the later one in the sequence wins."""
    edges = sorted(
        {0, len(text), *(edge for span, _ in marks for edge in (span.start, span.end) if edge <= len(text))}
    )
    pieces = []
    for start, end in pairwise(edges):
        role = base
        for span, mark in marks:
            if span.start <= start and end <= span.end:
                role = mark
        pieces.append(Piece(text[start:end], role))
    return pieces


def side_by_side(left: Sequence[Line], right: Sequence[Line], width: int, rule: str = " │ ") -> list[Line]:
    """Two columns of lines beside each other, as high as the higher."""
    half = (width - len(rule)) // 2
    other = width - len(rule) - half
    return [
        (*fit(a or (), half), Piece(rule, "rule"), *fit(b or (), other)) for a, b in zip_longest(left, right)
    ]


def rule(width: int, label: str = "") -> Line:
    """A horizontal rule, with a label near its start."""
    if not label:
        return (Piece("─" * width, "rule"),)
    head = f"── {clip(label, max(0, width - 6))} "
    return (
        Piece("── ", "rule"),
        Piece(head[3:], "head"),
        Piece("─" * max(0, width - cell_len(head)), "rule"),
    )
