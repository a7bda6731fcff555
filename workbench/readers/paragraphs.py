"""Lines as they stand on a page, joined to paragraphs again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_FINAL = tuple(".!?:…\"'”’»)")
SHORT = 0.75
"""A line that ends a sentence and is shorter than this part of the usual width ends its paragraph."""
_HYPHENATED = re.compile(r"[^\W\d_]-$")


def rejoin(lines: Sequence[str]) -> str:
    """Paragraphs, one a line, from lines broken at a page's width; a word broken by a hyphen is whole again."""
    usual = _usual_width(lines)
    return "\n".join(_paragraphs(lines, usual))


def _paragraphs(lines: Sequence[str], usual: int) -> Iterator[str]:
    pieces: list[str] = []
    for line in (line.strip() for line in lines):
        if not line:
            if pieces:
                yield "".join(pieces).rstrip()
                pieces = []
            continue
        if pieces and _HYPHENATED.search(pieces[-1].rstrip()) and line[0].islower():
            pieces[-1] = pieces[-1].rstrip()[:-1]
        pieces.append(line + " ")
        if line.endswith(_FINAL) and len(line) < usual * SHORT:
            yield "".join(pieces).rstrip()
            pieces = []
    if pieces:
        yield "".join(pieces).rstrip()


def _usual_width(lines: Sequence[str]) -> int:
    """Width that nine of ten lines stay within."""
    widths = sorted(len(line.strip()) for line in lines if line.strip())
    return widths[min(len(widths) - 1, len(widths) * 9 // 10)] if widths else 0
