"""Whether two texts are of one origin: passages that one has from the other, and the agencies they are credited to.

A copy is found by rows of words. A few of them, chosen by their own hash and so the same in every text, are the keys by
which texts that may share something find each other; then all rows of the two are held against each other. What stands
between quotation marks does not count: everybody who was there has the same words of the mayor.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple
from zlib import crc32

from workbench.compare.types import ArticleInfo
from workbench.compare.words import fold
from workbench.languages.schema.world import AgenciesTable
from workbench.languages.world import WORLD
from workbench.model import Span

ROW = 5
"""Words in a row that are looked for together: one word changed in twenty leaves three of four rows as they were."""
SAMPLED = 16
"""One row in so many is a key."""
SHARED_KEYS = 3
"""Keys that two texts must share before they are held against each other."""
GAP = 12
"""Words between two copied rows that belong to one passage: an edit, not another text."""
LEAST_WORDS = 30
"""Words outside quotation marks that a copied passage has at least."""
DENSE = 0.5
"""Share of a passage's words that lie in copied rows."""
WHOLE = 0.5
"""Share of a text from which all of it is called a copy."""
MAX_CHARS = 200_000
"""Characters of a text that are read."""
EDGE_LINES = 4
"""Lines at the beginning and the end of a text in which a credit is looked for."""
EDGE_CHARS = 120
"""Characters of such a line that are read."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text that another text has, too."""

    span: Span
    """Where it stands."""
    origin: str
    """Id of the article that had it first."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text comes from."""

    passages: tuple[Passage, ...] = ()
    """What it shares with earlier texts, in order."""
    shared: float = 0.0
    """Share of its words that lie in passages."""
    credits: frozenset[str] = frozenset()
    """Agencies that it is credited to."""

    @property
    def whole(self) -> str | None:
        """The article that most of it is copied from; None where less than half is copied."""
        if self.shared < WHOLE:
            return None
        lengths: dict[str, int] = {}
        for passage in self.passages:
            lengths[passage.origin] = lengths.get(passage.origin, 0) + len(passage.span)
        return max(lengths, key=lambda origin: (lengths[origin], origin))


def one_origin(left: ArticleInfo, right: ArticleInfo) -> bool:
    """Whether what two articles say at some place comes from one article or one agency."""
    if left.id == right.id:
        return False
    return (left.origin or left.id) == (right.origin or right.id) or not left.credits.isdisjoint(
        right.credits
    )


def keys(text: str) -> frozenset[int]:
    """The rows of a text by which copies of it are found."""
    return frozenset(row for row in _read(text).known if row % SAMPLED == 0)


KEPT = 512
"""Texts whose rows are kept ready, since those on the matter of the day are asked for again and again."""
_WORD = re.compile(r"\w+")
_folded = lru_cache(maxsize=100_000)(fold)


class _Read(NamedTuple):
    """The words of a text, and its rows."""

    words: list[tuple[int, int]]
    """Where each word starts and ends."""
    rows: list[int]
    """A number for each row of words, by its first word."""
    known: frozenset[int]
    """The rows, to be looked up."""


@lru_cache(maxsize=KEPT)
def _read(text: str) -> _Read:
    words = [found.span() for found in _WORD.finditer(text, 0, MAX_CHARS)]
    folded = [_folded(text[start:end]) for start, end in words]
    shifted = (islice(folded, start, None) for start in range(ROW))
    rows = [crc32(" ".join(row).encode("utf-8", "surrogatepass")) for row in zip(*shifted, strict=False)]
    return _Read(words, rows, frozenset(rows))


def traced(
    text: str,
    earlier: Sequence[tuple[str, str]],
    quoted: Sequence[Span] = (),
    credited: frozenset[str] = frozenset(),
) -> Origin:
    """What a text has from earlier ones.

    Args:
        text: the text.
        earlier: ids and texts of articles that may share something with it, the one to name first first.
        quoted: what stands between quotation marks in the text.
        credited: agencies that it is credited to.

    """
    words, rows, own = _read(text)
    outside = _outside(words, quoted)
    taken = [False] * len(words)
    found: list[Passage] = []
    for origin, other in earlier:
        common = own & _read(other).known
        copied = [False] * len(words)
        for at, row in enumerate(rows) if common else ():
            if row in common:
                copied[at : at + ROW] = [True] * ROW
        for first, last in _passages(copied, taken, outside):
            taken[first:last] = [True] * (last - first)
            found.append(Passage(Span(words[first][0], words[last - 1][1]), origin))
    found.sort(key=lambda passage: passage.span)
    return Origin(tuple(found), sum(taken) / len(words) if words else 0.0, credited)


def _outside(words: Sequence[tuple[int, int]], quoted: Sequence[Span]) -> list[bool]:
    """For each word, whether it stands outside quotation marks."""
    spans, at, out = sorted(quoted), 0, []
    for start, _ in words:
        while at < len(spans) and spans[at].end <= start:
            at += 1
        out.append(at == len(spans) or start < spans[at].start)
    return out


def _passages(
    copied: Sequence[bool], taken: Sequence[bool], outside: Sequence[bool]
) -> list[tuple[int, int]]:
    """First and last word of the stretches that were copied, short gaps and all."""
    found: list[tuple[int, int]] = []
    first = last = -1
    for at in [*(at for at, has in enumerate(copied) if has and not taken[at]), len(copied) + GAP + 1]:
        if first >= 0 and at - last > GAP:
            if _counts(copied, outside, first, last + 1):
                found.append((first, last + 1))
            first = -1
        if first < 0:
            first = at
        last = at
    return found


def _counts(copied: Sequence[bool], outside: Sequence[bool], first: int, last: int) -> bool:
    """Whether a stretch is long and dense enough, without what is quoted in it."""
    own = [copied[at] for at in range(first, last) if outside[at]]
    return len(own) >= LEAST_WORDS and sum(own) >= DENSE * len(own)


@cache
def _agencies() -> dict[str, str]:
    table = WORLD.table("agencies", AgenciesTable)
    if table is None:
        raise FileNotFoundError("languages/world/agencies.toml")
    return {fold(name): agency for agency, names in table.agencies.items() for name in names}


@cache
def _credit_words() -> frozenset[str]:
    table = WORLD.table("agencies", AgenciesTable)
    return frozenset(map(fold, table.credits)) if table else frozenset()


_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]")
_BETWEEN = re.compile(r"[/,;|&+–—:©-]|\s(?:en|and|und|et|y)\s")


def credits(text: str, author: str | None = None, outlet: str | None = None) -> frozenset[str]:
    """Agencies that an article is credited to: in its by-line, its dateline, or a line of its own at either end."""
    lines = [line.strip()[:EDGE_CHARS] for line in text.split("\n") if line.strip()]
    edges = [*lines[:EDGE_LINES], *lines[EDGE_LINES:][-EDGE_LINES:]]
    candidates = [author or "", outlet or "", *edges]
    candidates += [inner for line in edges for inner in _IN_BRACKETS.findall(line)]
    return frozenset[str]().union(*map(_named, candidates))


def _named(text: str) -> frozenset[str]:
    """The agencies of a text that names nothing else."""
    parts = [fold(part).strip(" .\t") for part in _BETWEEN.split(text)]
    words = [word for part in parts for word in _without_credit(part)]
    found = [_agencies().get(word) for word in words]
    return frozenset(agency for agency in found if agency) if found and all(found) else frozenset()


def _without_credit(part: str) -> list[str]:
    """A part of a credit line without a word such as *bron*; nothing where that was all of it."""
    first, _, rest = part.partition(" ")
    if first in _credit_words():
        part = rest
    return [part.strip()] if part.strip() else []
