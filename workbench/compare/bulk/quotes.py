"""Stars of quotes: every mention at the fullest wording of what it says, never by way of a third."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from workbench.compare.bulk.columns import NOBODY, Hashes, Ints, Wordings, wordings
from workbench.compare.bulk.grams import (
    MOST,
    Mask,
    Postings,
    candidates,
    packed,
    postings,
    starts_of_runs,
    unpacked,
)
from workbench.compare.world import weights

INSIDE = 0.9
"""Share of the shorter wording's words that the longer one has, in order, when it is a part of it."""
LEAST_WORDS = 3
"""Words that a part must have."""
ALTERED = 6
"""One word in so many may differ between two wordings of one length."""
SURE = 0.75
"""Share of the mentions behind all wordings that have the part, from which it is one of theirs."""
PAIRS_AT_A_TIME = 200_000
"""Pairs whose words are compared at a time."""
ROUNDS = 2
"""Times that representatives are held against each other."""
AMONG = 4
"""Representatives asked for behind one row of words in the end."""
Shares = NDArray[np.float64]


@dataclass(slots=True)
class Stars:
    """Mentions around the one that says it most fully."""

    representative: Ints
    """For each mention the number of the mention it stands with; its own where it stands alone."""
    near: Shares
    """How much of its words the representative has, 0 to 1."""
    looked_at: int
    """Pairs whose words were compared."""


def stars(texts: Sequence[str], speakers: Iterable[int] | None = None) -> Stars:
    """Gather mentions that say the same, in whole, in part, or with a word altered.

    Args:
        texts: what each mention says.
        speakers: a number for each one's speaker, negative where it is not known; None where nobody's is.

    """
    said = wordings(texts, speakers)
    if len(said) > MOST:
        raise ValueError(f"more than {MOST} wordings at a time")
    found = _Gathering(said)
    parent, share, phrase = found.gathered()
    star, near = said.first[parent[said.of]], share[said.of]
    # A common phrase says nothing about who repeats whom: its mentions of unknown speakers stand alone.
    lone = phrase[said.of] & (said.speaker[said.of] == NOBODY)
    star[lone], near[lone] = np.flatnonzero(lone), 1.0
    return Stars(star, near, found.looked_at)


class _Gathering:
    def __init__(self, said: Wordings) -> None:
        self._said = said
        self._size = said.sizes
        self._rows = said.rows()
        self._speaker = said.speaker
        self.looked_at = 0

    def gathered(self) -> tuple[Ints, Shares, Mask]:
        posted = postings(self._said)
        parent, tried = np.arange(len(self._said)), np.zeros(0, np.uint64)
        for _ in range(ROUNDS):
            roots = parent == np.arange(len(parent))
            pairs = candidates(posted, roots, roots)
            fresh = np.setdiff1d(pairs, tried, assume_unique=True)
            tried = pairs
            if not self._joined(parent, fresh):
                break
        return self._settled(posted, parent)

    def _joined(self, parent: Ints, pairs: Hashes) -> bool:
        """Put each asker at the best of its candidates that stands for itself; whether any was put."""
        a, b = unpacked(pairs)
        share = self._likeness(a, b)
        a, b, share = a[share > 0], b[share > 0], share[share > 0]
        order = np.lexsort((b, -share, self._stranger(a, b), a))
        a, b = a[order], b[order]
        best = starts_of_runs(a)
        a, b = a[best], b[best]
        aim = parent.copy()
        aim[a] = b
        far = aim.copy()
        while (aim[far] != far).any():
            far = aim[far]
        direct = far[b] == b
        parent[a[direct]] = b[direct]
        a, b = a[~direct], far[b[~direct]]
        well = self._likeness(a, b) > 0
        parent[a[well]] = b[well]
        return bool(len(direct))

    def _stranger(self, a: Ints, b: Ints) -> Mask:
        """Whether not both are known to be of one speaker."""
        strange: Mask = (self._speaker[a] == NOBODY) | (self._speaker[a] != self._speaker[b])
        return strange

    def _settled(self, posted: Postings, parent: Ints) -> tuple[Ints, Shares, Mask]:
        """Every wording that stands for no other at the representative that fits best; common phrases alone."""
        size = len(parent)
        roots = parent == np.arange(size)
        pairs = candidates(posted, roots, ~roots, AMONG)
        own = np.flatnonzero(~roots)
        a, b = unpacked(np.union1d(pairs, packed(own, parent[own])))
        share = self._likeness(a, b)
        a, b, share = a[share > 0], b[share > 0], share[share > 0]
        mass = np.bincount(parent, weights=self._said.count, minlength=size)[b]
        mass -= np.where(parent[a] == b, self._said.count[a], 0)
        strange = self._stranger(a, b)
        order = np.lexsort((b, -mass, -share, strange, a))
        a, b, share, mass, strange = a[order], b[order], share[order], mass[order], strange[order]
        best = np.flatnonzero(starts_of_runs(a))
        runs = np.diff(np.append(best, len(a)))
        # Rivals are those as near, of the same speaker or equally unknown.
        rival = (share == np.repeat(share[best], runs)) & (strange == np.repeat(strange[best], runs))
        total = np.add.reduceat(np.where(rival, mass, 0), best) if len(best) else mass
        others = np.add.reduceat(rival.astype(np.int64), best) if len(best) else rival
        sure = (others == 1) | (mass[best] >= SURE * total)
        near, phrase = np.ones(size), np.zeros(size, bool)
        parent[a[best]] = np.where(sure, b[best], a[best])
        near[a[best]] = np.where(sure, share[best], 1.0)
        phrase[a[best][~sure]] = True
        return parent, near, phrase

    def _likeness(self, a: Ints, b: Ints) -> Shares:
        """Share of the words of each pair's shorter wording that the other has; 0 where they do not say the same."""
        found = [np.zeros(0)]
        for at in range(0, len(a), PAIRS_AT_A_TIME):
            found.append(self._likeness_of_some(a[at : at + PAIRS_AT_A_TIME], b[at : at + PAIRS_AT_A_TIME]))
        return np.concatenate(found)

    def _likeness_of_some(self, a: Ints, b: Ints) -> Shares:
        self.looked_at += len(a)
        rows, text = self._rows, self._said.text
        left, right = [rows[i] for i in a.tolist()], [rows[i] for i in b.tolist()]
        kept = process.cpdist(left, right, scorer=LCSseq.similarity, dtype=np.int32)
        short, long = np.minimum(self._size[a], self._size[b]), np.maximum(self._size[a], self._size[b])
        part = (kept >= np.ceil(INSIDE * short)) & (short >= LEAST_WORDS)
        whole = kept >= long - np.maximum(1, long // ALTERED)
        # Two speakers can only be given one sentence; a part of it is a phrase of both.
        two = (
            (self._speaker[a] != self._speaker[b])
            & (self._speaker[a] != NOBODY)
            & (self._speaker[b] != NOBODY)
        )
        other = two & (kept < INSIDE * long)
        part, whole = part & ~other, whole & ~other
        close = np.flatnonzero(whole & ~part)
        alike = process.cpdist(
            [text(i) for i in a[close].tolist()], [text(i) for i in b[close].tolist()],
            scorer=fuzz.ratio, score_cutoff=weights().limits.altered, dtype=np.float32,
        )  # fmt: skip
        part[close] = alike > 0
        return np.where(part, kept / np.maximum(short, 1), 0.0)
