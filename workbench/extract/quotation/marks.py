"""Quotation marks: which open, which close, which are apostrophes.

One pass over a paragraph with a small stack. A mark's part follows from the characters beside it and from what is
open; nothing is ever paired over the end of a paragraph. An opening mark that is never closed gives a stretch to the
end of the paragraph, a closing mark that was never opened one from the start of its sentence; both are flagged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

MAX_DEPTH = 6
"""Deepest nesting that is followed; marks beyond it are read as text."""
MAX_OPEN = 6000
"""Longest stretch in code points; a mark that is open for longer is read as text."""

_SIGNS = "\"'„“”‟«»‹›‘’‚‛`´"
_MARK = re.compile(
    rf"([{_SIGNS}])\1{{5,}}+|(?:[{_SIGNS}]\s?+){{6,}}+"  # runs are rubbish, and would cost time one by one
    rf"|,,(?=[^\W\d_]|[\"'‘“])|''|’’|``|[{_SIGNS}]"
)
_COMMAS = re.compile(r",++")
_FIRST = re.compile(rf"[{_SIGNS},]")
"""A class by itself is searched many times faster than the marks, which are then tried where it stands."""
_CLOSERS = {
    "„": "”“\"",
    "“": "”\"",
    "‟": "”",
    "”": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "‚": "‘’'",
    "‘": "’'",
    "‛": "’",
    "’": "’",
    "\"": ("\"", "”", "''"),
    "'": "'’",
    ",,": ("''", "’’", "”", "\"", "“"),
    "''": ("''", "\""),
    "``": ("''", "\""),
    "`": "'´",
    "´": "´",
}  # fmt: skip
_ONLY_OPEN = frozenset(("„", "‚", ",,", "``", "`", "‟", "‛"))
_SINGLE = frozenset("'’‘`´‚‛‹›")
_BEFORE_OPEN = frozenset(" \t\n\u00a0\u202f\u2009([{—–-/:;,.…") | frozenset("\"'„“«‹‘‚»›")
_AFTER_CLOSE = frozenset(" \t\n\u00a0\u202f\u2009)]}—–-/:;,.…!?") | frozenset("\"'”“»›’«‹")
_SPACES = " \t\u00a0\u202f\u2009"


@dataclass(slots=True)
class Stretch:
    """Text between a pair of marks."""

    start: int
    """Where the opening mark starts."""
    inner: int
    """Where the text starts."""
    stop: int
    """Where the text ends."""
    end: int
    """Where the closing mark ends."""
    style: str
    """The opening mark."""
    parent: Stretch | None = None
    """The stretch around this one."""
    unopened: bool = False
    """Whether the opening mark is missing."""
    unclosed: bool = False
    """Whether the closing mark is missing."""
    children: list[Stretch] = field(default_factory=list)
    """The stretches right inside."""


def find_stretches(text: str, start: int, end: int, clitics: frozenset[str]) -> list[Stretch]:
    """Every marked stretch of a paragraph, outer before inner, by start.

    Args:
        text: the article.
        start: where the paragraph starts.
        end: where it ends.
        clitics: letters that follow an apostrophe at the start of a word, lower case.
    """
    done: list[Stretch] = []
    stack: list[Stretch] = []
    marks = _marks(text, start, end, clitics)
    mark = next(marks, None)
    while mark is not None:
        following = next(marks, None)
        _take(text, mark, following, start, stack, done)
        mark = following
    for left in stack:
        if left.style not in _SINGLE or left.start == start:
            left.stop = left.end = min(end, left.start + MAX_OPEN)
            left.unclosed = True
            done.append(left)
    return _nested(text, done)


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    sign: str
    opens: bool
    closes: bool


def _marks(text: str, start: int, end: int, clitics: frozenset[str]) -> Iterator[_Mark]:
    for a, b in _places(text, start, end):
        if b - a > 2:
            continue
        sign = text[a:b]
        before = text[a - 1] if a > start else " "
        after = text[b] if b < end else " "
        if sign in _SINGLE and _is_apostrophe(text, b, end, before, after, clitics):
            continue
        opens = (
            (before in _BEFORE_OPEN or not before.isalnum())
            and (after not in _SPACES or sign in "«»")
            and after != "\n"
        )
        apart = before in _SPACES and (sign not in "«»›‹" and after not in ",.")  # "gewonnen ', zei hij"
        closes = (after in _AFTER_CLOSE or not after.isalnum()) and not apart
        yield _Mark(a, b, sign, opens, closes)


def _places(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where marks and runs of marks stand."""
    first = _FIRST.search(text, start, end)
    while first is not None:
        at = first.start()
        match = _MARK.match(text, at, end)
        if match is not None:
            yield match.span()
        after = match.end() if match else at + 1
        if match is None and text.startswith(",,", at):
            after = max(after, _end_of_commas(text, at, end) - 2)
        first = _FIRST.search(text, after, end)


def _end_of_commas(text: str, at: int, end: int) -> int:
    run = _COMMAS.match(text, at, end)
    return run.end() if run else at


def _is_apostrophe(text: str, at: int, end: int, before: str, after: str, clitics: frozenset[str]) -> bool:
    """Whether a single mark ending at ``at`` belongs to a word: Navo’s, 's avonds, l'Union, rock 'n' roll, '90."""
    if before.isalnum():
        return after.isalnum()
    if (
        after.isdigit()
        and at + 2 <= end
        and not text[at + 2 : at + 3].isdigit()
        and text[at + 1 : at + 2].isdigit()
    ):
        return before in _SPACES and text[at + 2 : at + 3] not in ("", ".", ",")
    stop = at
    while stop < min(end, at + 4) and text[stop].isalpha():
        stop += 1
    return stop > at and text[at:stop].lower() in clitics


def _take(
    text: str, mark: _Mark, following: _Mark | None, floor: int, stack: list[Stretch], done: list[Stretch]
) -> None:
    """Let a mark close what is open, or open, or be text."""
    match = _closed_by(mark, stack)
    if match is None and mark.sign == "’’":  # the ends of a quote and of one inside it
        middle = mark.start + 1
        for part in (_Mark(mark.start, middle, "’", False, True), _Mark(middle, mark.end, "’", False, True)):
            _take(text, part, following, floor, stack, done)
        return
    if match is not None and mark.closes and not _possessive(text, mark, following):
        _close(mark, match, stack, done)
    elif (
        mark.opens
        and (mark.sign in _CLOSERS)
        and not (match is not None and not mark.closes and mark.sign in "”’")
    ):
        if len(stack) < MAX_DEPTH:
            stack.append(Stretch(mark.start, _skip(text, mark.end), mark.start, mark.end, mark.sign))
    elif mark.closes and not stack and mark.sign not in _SINGLE and mark.sign not in _ONLY_OPEN:
        done.append(Stretch(floor, floor, mark.start, mark.end, mark.sign, unopened=True))


def _closed_by(mark: _Mark, stack: list[Stretch]) -> int | None:
    """Index of the innermost open stretch that the mark can close."""
    for index in range(len(stack) - 1, -1, -1):
        if mark.sign in _CLOSERS[stack[index].style]:
            return index if mark.start - stack[index].start <= MAX_OPEN else None
    return None


def _close(mark: _Mark, index: int, stack: list[Stretch], done: list[Stretch]) -> None:
    """Close the stretch at ``index``; double marks left open inside it are kept, single ones were apostrophes."""
    for lost in stack[index + 1 :]:
        if lost.style not in _SINGLE:
            lost.stop = lost.end = mark.start
            lost.unclosed = True
            done.append(lost)
    stretch = stack[index]
    del stack[index:]
    stretch.stop, stretch.end = mark.start, mark.end
    done.append(stretch)


def _possessive(text: str, mark: _Mark, following: _Mark | None) -> bool:
    """Whether a mark that could close is the apostrophe of a plural ("the voters' rights'")."""
    if mark.sign not in "'’" or following is None or following.sign not in "'’" or following.opens:
        return False
    return (
        text[mark.start - 1 : mark.start] in ("s", "z", "x")
        and text[mark.end : mark.end + 2].strip().islower()
    )


def _skip(text: str, at: int) -> int:
    """After the spaces that French sets inside its marks."""
    while text[at : at + 1] and text[at] in _SPACES:
        at += 1
    return at


def _nested(text: str, done: list[Stretch]) -> list[Stretch]:
    """Order by start, drop the empty ones, link each to the one around it."""
    found = sorted((s for s in done if s.stop > s.inner), key=lambda s: (s.start, -s.end))
    around: list[Stretch] = []
    for stretch in found:
        while stretch.stop > stretch.inner and text[stretch.stop - 1] in _SPACES:
            stretch.stop -= 1
        while around and around[-1].end <= stretch.start:
            around.pop()
        if around and around[-1].end >= stretch.end:
            stretch.parent = around[-1]
            around[-1].children.append(stretch)
        around.append(stretch)
    return [s for s in found if s.stop > s.inner]
