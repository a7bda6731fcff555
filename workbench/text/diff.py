"""Word differences between two wordings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from rapidfuzz.distance import Levenshtein

from workbench.model import Span

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:[’'-]\w+)*|\s+|[^\w\s]")
MAX_TOKENS = 4000
"""Longer wordings are cut for the comparison: the cost is quadratic."""

DiffTag = Literal["equal", "replace", "delete", "insert"]


@dataclass(frozen=True, slots=True)
class DiffOp:
    """One step from the left wording to the right one."""

    tag: DiffTag
    """What happens."""
    left: Span
    """Code points of the left text; empty for ``insert``."""
    right: Span
    """Code points of the right text; empty for ``delete``."""


def word_diff(left: str, right: str) -> list[DiffOp]:
    """The steps that turn ``left`` into ``right``, by words; a number with its separators is one word.

    Case counts, white space does not. The spans of all steps together cover both texts.
    """
    a, b = _tokens(left), _tokens(right)
    keys_a = [t.strip() or " " for t, _ in a]
    keys_b = [t.strip() or " " for t, _ in b]
    ops: list[DiffOp] = []
    for tag, i, j, k, m in _opcodes(keys_a, keys_b):
        op = DiffOp(tag, _cover(a, i, j, len(left)), _cover(b, k, m, len(right)))
        ops.append(op)
    return _joined(ops, left, right)


def _tokens(text: str) -> list[tuple[str, int]]:
    found = [(m.group(), m.start()) for m in _TOKEN.finditer(text)]
    return found[:MAX_TOKENS]


def _opcodes(a: list[str], b: list[str]) -> Iterator[tuple[DiffTag, int, int, int, int]]:
    for op in Levenshtein.opcodes(a, b):
        yield cast(DiffTag, op.tag), op.src_start, op.src_end, op.dest_start, op.dest_end


def _cover(tokens: list[tuple[str, int]], start: int, end: int, length: int) -> Span:
    """Code points from token ``start`` up to token ``end``; after the last token kept, the rest of the text."""
    at = tokens[start][1] if start < len(tokens) else length
    to = tokens[end][1] if end < len(tokens) else length
    return Span(at, max(at, to))


def _joined(ops: list[DiffOp], left: str, right: str) -> list[DiffOp]:
    """Runs that differ only by a space between them read better as one."""
    out: list[DiffOp] = []
    for op in ops:
        if (
            out
            and op.tag == "equal"
            and op is not ops[-1]
            and not op.left.of(left).strip()
            and out[-1].tag != "equal"
        ) or (out and out[-1].tag != "equal" and op.tag != "equal"):
            out[-1] = _merge(out[-1], op)
        else:
            out.append(op)
    return [_trimmed(op, left, right) for op in out]


def _merge(a: DiffOp, b: DiffOp) -> DiffOp:
    left, right = Span(a.left.start, b.left.end), Span(a.right.start, b.right.end)
    return DiffOp("replace" if left.end > left.start and right.end > right.start else a.tag, left, right)


def _trimmed(op: DiffOp, left: str, right: str) -> DiffOp:
    """A replacement whose one side is only white space is an insertion or a deletion."""
    if op.tag != "replace":
        return op
    if not op.left.of(left).strip():
        return DiffOp("insert", op.left, op.right)
    return DiffOp("delete", op.left, op.right) if not op.right.of(right).strip() else op


def marked(left: str, right: str) -> str:
    """The difference in one line of plain text: ``[-gone-]{+come+}``."""
    out = []
    for op in word_diff(left, right):
        if op.tag == "equal":
            out.append(op.left.of(left))
            continue
        gone, come = op.left.of(left), op.right.of(right)
        space = " " if (gone or come)[-1:].isspace() else ""
        if gone.strip():
            out.append(f"[-{gone.strip()}-]")
        if come.strip():
            out.append(f"{{+{come.strip()}+}}")
        out.append(space)
    return "".join(out)
