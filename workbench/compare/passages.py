"""Where the words of a quote stand in a whole text, though some were changed or left out."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from rapidfuzz.distance import LCSseq, Levenshtein

from workbench.model import Span

WORD = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:[’'-]\w+)*")
"""A word; a number with its separators is one."""
ELLIPSIS = re.compile(r"[\[(]\s?(?:…|\.{2,5})\s?[\])]|…|\.{3,5}")
"""The sign of words left out."""
ADDED = re.compile(r"\[[^\[\]]{1,200}\]")
"""An editor's own words in square brackets."""
MAX_QUOTE = 400
"""Words of a quote that are aligned where it stands nowhere as it is; the cost is quadratic."""
MAX_GAP = 300
"""Words that may be left out at one place."""
MAX_PLACES = 5
"""Places of a text that a wording is held against."""
PER_WORD = 3
"""Words between two stretches that a word in common makes up for."""
COMMON = 400
"""A word that a text has more often than this says nothing about the place."""


def normal(word: str) -> str:
    """A word as it is compared: case and the shape of apostrophes do not count, accents do."""
    word = word.replace("’", "'").casefold()
    return word if word.isascii() else unicodedata.normalize("NFC", word)


class Wording:
    """The words of a text with their places.

    Args:
        text: the text.
        within: what of it is read; None reads all.
        cuts: stretches that are skipped: reporting words inside an interrupted quote.

    """

    def __init__(self, text: str, within: Span | None = None, cuts: Iterable[Span] = ()) -> None:
        self.text = text
        """The text."""
        span = within or Span(0, len(text))
        self.words: list[str] = []
        """The words as compared."""
        self.starts: list[int] = []
        """Where each starts in the text."""
        self.ends: list[int] = []
        """Where each ends."""
        ordered = sorted(cuts)
        skipped = 0
        for match in WORD.finditer(text, span.start, span.end):
            while skipped < len(ordered) and ordered[skipped].end <= match.start():
                skipped += 1
            if skipped < len(ordered) and ordered[skipped].start <= match.start():
                continue
            self.words.append(normal(match.group()))
            self.starts.append(match.start())
            self.ends.append(match.end())

    def span(self, first: int, last: int) -> Span:
        """The stretch of the text from one word up to, not including, another."""
        return Span(self.starts[first], self.ends[last - 1])

    def index(self, offset: int) -> int:
        """The first word that starts at or after a place."""
        return bisect_left(self.starts, offset)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word stands."""
        found: dict[str, list[int]] = {}
        for index, word in enumerate(self.words):
            found.setdefault(word, []).append(index)
        return found


@dataclass(frozen=True, slots=True)
class Step:
    """One step from a text's words to a quote's, both as ranges of word indexes."""

    tag: str
    """``equal``, ``replace``, ``delete`` or ``insert``."""
    text: tuple[int, int]
    """Words of the text."""
    quote: tuple[int, int]
    """Words of the quote."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a text that a quote's words fit."""

    first: int
    """Its first word."""
    last: int
    """The word after its last."""
    steps: tuple[Step, ...]
    """The way from its words to the quote's."""
    kept: int
    """How many of the quote's words it has."""
    asked: int
    """How many of the quote's words were looked for."""

    @property
    def share(self) -> float:
        """What part of the quote it has."""
        return self.kept / self.asked

    @property
    def exact(self) -> bool:
        """Whether the words are the same, one after another."""
        return all(step.tag == "equal" for step in self.steps)


def places(quote: Wording, text: Wording, seams: Sequence[int] = ()) -> Iterator[Place]:
    """The places of a text that fit a quote best; places with the very same words alone, where there are any.

    Args:
        quote: the words looked for.
        text: the words looked through.
        seams: words of the quote before which something may have been left out.

    """
    words = quote.words
    if not words or not text.words:
        return
    same = [place for place in (_joined(words, text, first, ()) for first in _exact(words, text)) if place]
    pieces = [0, *(seam for seam in seams if 0 < seam < len(words)), len(words)]
    if not same and len(pieces) > 2:
        heads = _exact(words[: pieces[1]], text)
        same = [place for place in (_joined(words, text, head, pieces[1:-1]) for head in heads) if place]
    yield from same
    if not same:
        seen: set[tuple[int, int]] = set()
        for first, last in _windows(words[:MAX_QUOTE], text):
            found = _aligned(words[:MAX_QUOTE], text, first, last)
            if found and (found.first, found.last) not in seen:
                seen.add((found.first, found.last))
                yield found


def _exact(words: list[str], text: Wording) -> Iterator[int]:
    """Where the words stand one after another; looked up at the rarest of them."""
    rarest = min(range(len(words)), key=lambda i: len(text.places.get(words[i], ())))
    found = 0
    for at in text.places.get(words[rarest], ()):
        first = at - rarest
        if first >= 0 and text.words[first : first + len(words)] == words:
            yield first
            found += 1
            if found == MAX_PLACES:
                return


def _joined(words: list[str], text: Wording, first: int, seams: Sequence[int]) -> Place | None:
    """The place where the pieces of a quote, cut at its seams, stand one after another from a word of the text on."""
    steps: list[Step] = []
    at = first
    for piece, end in pairwise([0, *seams, len(words)]):
        if piece:
            later = _next(words[piece:end], text, at)
            if later is None:
                return None
            if later > at:
                steps.append(Step("delete", (at, later), (piece, piece)))
            at = later
        steps.append(Step("equal", (at, at + end - piece), (piece, end)))
        at += end - piece
    return Place(first, at, tuple(steps), len(words), len(words))


def _next(words: list[str], text: Wording, at: int) -> int | None:
    """Where the words stand next, not too far on."""
    spots = text.places.get(words[0], ())
    for index in range(bisect_left(spots, at), len(spots)):
        spot = spots[index]
        if spot - at > MAX_GAP:
            return None
        if text.words[spot : spot + len(words)] == words:
            return spot
    return None


def _windows(words: list[str], text: Wording) -> Iterator[tuple[int, int]]:
    """Stretches of the text where many of the words stand in nearly their order."""
    votes: Counter[int] = Counter()
    width = max(8, len(words) // 2)
    for index, word in enumerate(words):
        spots = text.places.get(word, ())
        if len(spots) <= COMMON:
            # Rare words tell more about the place; scaled, so that the sums stay whole numbers.
            weight = 1000 // (3 + len(spots))
            for spot in spots:
                votes[(spot - index) // width] += weight
    merged = {bucket: votes[bucket] + votes.get(bucket + 1, 0) for bucket in votes}
    best = sorted(merged, key=lambda bucket: (-merged[bucket], bucket))[:MAX_PLACES]
    for bucket in best:
        start = bucket * width
        # A stretch that was left out moves what follows it: its second half may be some way on.
        beyond = [b for b in merged if 0 < b - bucket <= MAX_GAP // width and merged[b] * 4 >= merged[bucket]]
        end = (max(beyond, default=bucket) + 2) * width + len(words)
        yield max(0, start - 2), min(len(text.words), end + 2)


def _aligned(words: list[str], text: Wording, first: int, last: int) -> Place | None:
    window = text.words[first:last]
    blocks = [
        (op.src_start, op.src_end, op.dest_start) for op in LCSseq.opcodes(window, words) if op.tag == "equal"
    ]
    blocks = _without_stray(blocks)
    if not blocks:
        return None
    # Words before and after the ones in common stand for what was put in their place.
    start = max(0, first + blocks[0][0] - blocks[0][2])
    tail = len(words) - (blocks[-1][2] + blocks[-1][1] - blocks[-1][0])
    end = min(len(text.words), first + blocks[-1][1] + tail)
    start, end = _inside_sentence(text, start, first + blocks[0][0], end, first + blocks[-1][1])
    steps = tuple(
        Step(op.tag, (start + op.src_start, start + op.src_end), (op.dest_start, op.dest_end))
        for op in Levenshtein.opcodes(text.words[start:end], words)
    )
    kept = sum(step.quote[1] - step.quote[0] for step in steps if step.tag == "equal")
    return Place(start, end, steps, kept, len(words))


def _without_stray(blocks: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The run of blocks with most words and least between them: common words far from the rest are chance."""
    best, best_score, start, score = (0, 0), 0, 0, 0
    for index, (first, last, _) in enumerate(blocks):
        gap = first - blocks[index - 1][1] if index else 0
        if score <= gap:
            start, score = index, 0
        else:
            score -= gap
        score += PER_WORD * (last - first)
        if score > best_score:
            best, best_score = (start, index + 1), score
    return blocks[slice(*best)]


_END = re.compile(r"[.!?:;\n“”„\"«»]")


def _inside_sentence(text: Wording, start: int, head: int, end: int, tail: int) -> tuple[int, int]:
    """The ends drawn in, so that the words beyond the ones in common are of the same sentence."""
    for index in range(start, head):
        if _END.search(text.text, text.ends[index], text.starts[index + 1]):
            start = index + 1
    for index in range(tail, end):
        if _END.search(text.text, text.ends[index - 1], text.starts[index]):
            return start, index
    return start, end
