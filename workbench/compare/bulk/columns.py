"""Wordings as columns: numbers for words, one row for all mentions that say the same with one speaker."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from workbench.compare.words import MAX_CONTEXT, TOKEN, fold

Ints = NDArray[np.int64]
Hashes = NDArray[np.uint64]
BATCH = 20_000
"""Texts that are taken apart at a time, so that their pieces never lie in memory together."""
NOBODY = -1
"""Number of an unknown speaker."""
REPEATED = 10
"""A wording counts for a tenth more words with every doubling of its mentions: an altered copy is no representative."""
MIXER = np.uint64(0x9E3779B97F4A7C15)
"""An odd number that spreads small differences over all bits."""


class _Numbers(dict[str, int]):
    """Numbers of the pieces between blanks, as they come; a new one is taken apart into its words once."""

    def __init__(self) -> None:
        super().__init__()
        self.known: dict[str, int] = {}
        self.words: list[int] = []
        self.sizes: list[int] = []

    def __missing__(self, piece: str) -> int:
        found = [self.known.setdefault(fold(word), len(self.known)) for word in TOKEN.findall(piece)]
        self.words += found
        self.sizes.append(len(found))
        number = self[piece] = len(self)
        return number


def mixed(numbers: NDArray[np.generic]) -> Hashes:
    """Well spread 64-bit numbers, equal for equal ones."""
    spread = (numbers.astype(np.uint64) + np.uint64(1)) * MIXER
    spread ^= spread >> np.uint64(29)
    spread *= np.uint64(0xBF58476D1CE4E5B9)
    spread ^= spread >> np.uint64(32)
    return spread


def spans(starts: NDArray[np.signedinteger], sizes: NDArray[np.signedinteger]) -> NDArray[np.signedinteger]:
    """The places of many stretches, one stretch after the other."""
    ends = np.cumsum(sizes)
    total = int(ends[-1]) if len(ends) else 0
    kind = np.int32 if total < 1 << 31 else np.int64
    return np.repeat((starts - ends + sizes).astype(kind), sizes) + np.arange(total, dtype=kind)


@dataclass(slots=True)
class Wordings:
    """Different wordings, the fullest first; what is often repeated counts for fuller."""

    words: NDArray[np.int32]
    """Numbers of the folded words, one wording after the other."""
    starts: Ints
    """Where each wording starts in ``words``; one more than there are wordings."""
    count: Ints
    """Mentions with that wording and speaker."""
    speaker: Ints
    """Number of the speaker, :data:`NOBODY` where it is not known."""
    first: Ints
    """The first mention of each."""
    of: Ints
    """Wording of each mention."""
    names: list[str]
    """Folded words by number."""

    def __len__(self) -> int:
        return len(self.first)

    @property
    def sizes(self) -> Ints:
        """Words of each."""
        return np.diff(self.starts)

    def text(self, wording: int) -> str:
        """The folded words, single spaces."""
        numbers = self.words[self.starts[wording] : self.starts[wording + 1]]
        return " ".join(map(self.names.__getitem__, numbers.tolist()))

    def rows(self) -> list[str]:
        """Each wording as a string with one character for a word: words are compared as fast as letters."""
        # Beyond the surrogates there is room for a million words; two that share a character are rare and harmless.
        codes = (self.words.astype(np.uint32) % 0x100000) + 0x10000
        whole = codes.astype("<u4").tobytes().decode("utf-32-le")
        ends = self.starts.tolist()
        return [whole[a:b] for a, b in pairwise(ends)]


def wordings(texts: Sequence[str], speakers: Iterable[int] | None = None) -> Wordings:
    """Mentions gathered by their words and speaker.

    Args:
        texts: what each mention says.
        speakers: a number for each one's speaker; None where nobody's is known.

    """
    numbers, pieces, words, sizes = _taken_apart(texts)
    said = np.full(len(texts), NOBODY) if speakers is None else np.fromiter(speakers, np.int64, len(texts))
    starts = np.cumsum(sizes) - sizes
    place = np.arange(len(words)) - np.repeat(starts, sizes)
    # The sum over words and places; exact to one chance in 2^64 a pair.
    summed = np.concatenate((np.zeros(1, np.uint64), np.cumsum(mixed(words) * (mixed(place) | np.uint64(1)))))
    unit = (summed[starts + sizes] - summed[starts])[pieces] ^ mixed(said + 1)
    _, first, of = np.unique(unit, return_index=True, return_inverse=True)
    size, count = sizes[pieces[first]], np.bincount(of, minlength=len(first))
    order = np.lexsort((first, -size * (1 + np.log2(count) / REPEATED)))
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    first, size = first[order], size[order]
    return Wordings(
        words=words[spans(starts[pieces[first]], size)],
        starts=np.concatenate((np.zeros(1, np.int64), np.cumsum(size))),
        count=count[order], speaker=said[first], first=first, of=rank[of], names=list(numbers.known),
    )  # fmt: skip


def _taken_apart(texts: Sequence[str]) -> tuple[_Numbers, Ints, NDArray[np.int32], Ints]:
    """Word numbers of the different texts with the words of each, and which text each mention has."""
    seen: dict[str, int] = {}
    which = np.fromiter((seen.setdefault(text, len(seen)) for text in texts), np.int64, len(texts))
    numbers, different = _Numbers(), list(seen)
    pieces, sizes = [np.zeros(0, np.int32)], [np.zeros(0, np.int64)]
    for at in range(0, len(different), BATCH):
        split = [text[:MAX_CONTEXT].split() for text in different[at : at + BATCH]]
        sizes.append(np.fromiter(map(len, split), np.int64, len(split)))
        pieces.append(np.fromiter(map(numbers.__getitem__, chain.from_iterable(split)), np.int32))
    found, split_sizes = np.concatenate(pieces), np.concatenate(sizes)
    of_piece = np.array(numbers.sizes, np.int32)
    first = np.cumsum(of_piece, dtype=np.int32) - of_piece
    many = of_piece[found]
    words = np.array(numbers.words, np.int32)[spans(first[found], many)]
    ends = np.concatenate((np.zeros(1, np.int64), np.cumsum(many, dtype=np.int64)))
    bounds = np.concatenate((np.zeros(1, np.int64), np.cumsum(split_sizes)))
    return numbers, which, words, np.diff(ends[bounds])
