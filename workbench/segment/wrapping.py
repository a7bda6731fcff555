"""Text whose lines were broken at a width, as mailers and editors do: its paragraphs in one line each."""

from __future__ import annotations

import re
from itertools import pairwise

from workbench.model import Span

_LINE = re.compile(r"\S[^\n]*")
_BULLET = re.compile(r"[ \t]*(?:[•▪‣*·◦–-] |\d{1,2}[.)] )")
WIDTH = 130
"""A text with a longer line was not broken at a width."""
LEAST_LINES = 4
"""Fewer lines that follow each other without a blank one say nothing."""
SHARE = 0.4
"""Share of these that begin in lower case, from which a text was broken: sentences seldom do, lines of prose mostly."""
SHORT = 0.6
"""Share of the widest line under which a line can end its paragraph, or be a heading."""


def unwrapped(text: str, span: Span) -> str:
    """The text with spaces for the newlines inside its paragraphs, all offsets as they were.

    Args:
        text: any text.
        span: what of it is read; the rest is left alone.

    Returns:
        ``text`` itself where its lines were not broken at a width.

    """
    found = _LINE.finditer(text, span.start, span.end)
    lines: list[re.Match[str]] = []
    for line in found:
        if line.end() - line.start() > WIDTH:
            return text
        lines.append(line)
    following = [(a, b) for a, b in pairwise(lines) if text.count("\n", a.end(), b.start()) == 1]
    going_on = sum(_goes_on(text, after) for _, after in following)
    if len(following) < LEAST_LINES or going_on < SHARE * len(following):
        return text
    width = SHORT * max(line.end() - line.start() for line in lines)
    breaks = [
        before.end()
        for before, after in following
        if _goes_on(text, after)
        or (before.end() - before.start() >= width and not _BULLET.match(text, after.start()))
    ]
    done = 0
    pieces: list[str] = []
    for at in breaks:
        pieces += text[done:at], " "
        done = at + 1
    return "".join((*pieces, text[done:]))


def _goes_on(text: str, line: re.Match[str]) -> bool:
    return text[line.start()].islower()
