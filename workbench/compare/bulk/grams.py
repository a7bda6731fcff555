"""Which wordings share rare rows of words: the only pairs that are looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.compare.bulk.columns import MIXER, NOBODY, Hashes, Ints, Wordings, mixed, spans

SIZES = (3, 6)
"""Words of a row that two wordings must share: long rows tell common words apart, short ones survive an alteration."""
SPOKEN = 2
"""Words of a row that is looked up with its speaker, however common it is."""
KEYS = 6
"""Rows that a wording is looked up by: the rarest it shares with another."""
REPRESENTATIVES = 3
"""Wordings asked for behind a row, those with the most words; what is behind it beyond them costs nothing."""
RANK_BITS = np.uint64(24)
"""Bits of a wording's number where it is packed with others: sixteen million at a time."""
MOST = 1 << 24
"""Wordings that can be compared at a time."""
_RANK = np.uint64(MOST - 1)
_COMMON = 1023
_INDEX_BITS = np.uint64(30)
_INDEX = np.uint64((1 << 30) - 1)
AT_A_TIME = 12_000_000
"""Postings that are made at a time: what is held in memory beside the result."""
ASKED_AT_A_TIME = 5_000_000
"""Postings that are looked through at a time."""
WORDINGS_AT_A_TIME = 50_000
"""Wordings whose words are taken at a time."""
Mask = NDArray[np.bool_]


def starts_of_runs(values: NDArray[np.generic]) -> Mask:
    """Where a value differs from the one before it."""
    first = np.ones(len(values), bool)
    first[1:] = values[1:] != values[:-1]
    return first


def rank_in_run(values: NDArray[np.generic]) -> Ints:
    """How many of the same value stand before each; equal values stand together."""
    starts = np.flatnonzero(starts_of_runs(values))
    return np.arange(len(values)) - np.repeat(starts, np.diff(np.append(starts, len(values))))


def unpacked(pairs: Hashes) -> tuple[Ints, Ints]:
    """The two wordings of each packed pair."""
    return (pairs >> RANK_BITS).astype(np.int64), (pairs & _RANK).astype(np.int64)


def packed(left: Ints, right: Ints) -> Hashes:
    """Each pair in one number, sorted, once."""
    both = (left.astype(np.uint64) << RANK_BITS) | right.astype(np.uint64)
    both.sort()
    return both[starts_of_runs(both)]


@dataclass(slots=True)
class Postings:
    """Wordings by shared row of words; behind each row those with the most words first."""

    owner: NDArray[np.int32]
    """The wording."""
    row: NDArray[np.int32]
    """Number of the row of words it has."""
    rows: int
    """How many rows of words there are."""


def postings(wordings: Wordings) -> Postings:
    """All rows of words that at least two wordings have, at the edges and with the speaker too."""
    total = len(wordings.words) + 2 * len(wordings)
    # A power of two: the part of a row is read off its bits.
    parts = 1 << (total * (len(SIZES) + 1) // AT_A_TIME).bit_length()
    owners, rows, before = [np.zeros(0, np.int32)], [np.zeros(0, np.int32)], 0
    for part in range(parts):
        entries = [np.zeros(0, np.uint64)]
        for edged, whose in _stretches(wordings):
            for keys, owner in _keys(edged, whose, wordings.speaker):
                mine = (keys >> np.uint64(32)) & np.uint64(parts - 1) == part
                entries.append((keys[mine] & ~_RANK) | owner[mine].astype(np.uint64))
        owner, row = _shared(np.concatenate(entries))
        owners.append(owner)
        rows.append(row + np.int32(before))
        before += int(row[-1]) + 1 if len(row) else 0
    return Postings(np.concatenate(owners), np.concatenate(rows), before)


def _stretches(wordings: Wordings) -> Iterator[tuple[NDArray[np.int32], NDArray[np.int32]]]:
    """Some wordings at a time: their words, and the wording of each word.

    One more word stands on both sides of each: what a cut leaves still begins or ends as the whole does.
    """
    sizes = wordings.sizes
    for at in range(0, len(wordings), WORDINGS_AT_A_TIME):
        size = sizes[at : at + WORDINGS_AT_A_TIME]
        first, last = wordings.starts[at], wordings.starts[at + len(size)]
        edged = np.zeros(last - first + 2 * len(size), np.int32)
        ends = np.cumsum(size + 2)
        edged[spans(ends - size - 1, size)] = wordings.words[first:last] + 2
        edged[ends - 1] = 1
        yield edged, np.repeat(np.arange(at, at + len(size), dtype=np.int32), size + 2)


def _keys(
    edged: NDArray[np.int32], whose: NDArray[np.int32], speaker: Ints
) -> Iterator[tuple[Hashes, NDArray[np.int32]]]:
    """Hashes of the rows of words of every size, with the wording they stand in."""
    spread = mixed(edged)
    rolling, by_speaker = spread, mixed(speaker + 1)
    for size in range(2, max(SIZES) + 1):
        if len(spread) < size:
            return
        rolling = (rolling[:-1] * np.uint64(0xD6E8FEB86659FD93)) ^ spread[size - 1 :]
        inside = whose[: len(rolling)] == whose[size - 1 :]
        owner = whose[: len(rolling)][inside]
        if size in SIZES:
            yield _hashed(rolling[inside]), owner
        if size == SPOKEN:
            known = speaker[owner] != NOBODY
            yield _hashed(rolling[inside][known] ^ by_speaker[owner[known]]), owner[known]


def _hashed(rows: Hashes) -> Hashes:
    key = rows * MIXER
    key ^= key >> np.uint64(31)
    return key


def _shared(found: Hashes) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Wording and number of each row of words that two wordings share, in order."""
    found.sort()
    found = found[starts_of_runs(found)]
    first = starts_of_runs(found >> RANK_BITS)
    several = ~(first & np.append(first[1:], True)) if len(found) else first
    owner = (found[several] & _RANK).astype(np.int32)
    return owner, (np.cumsum(first[several]) - 1).astype(np.int32)


def candidates(posted: Postings, kept: Mask, asking: Mask, most: int = REPRESENTATIVES) -> Hashes:
    """Pairs of a wording that asks and a longer one that is kept, by the rarest rows they share.

    Args:
        posted: all postings.
        kept: wordings that can be found.
        asking: wordings that look for others.
        most: wordings found behind one row.

    """
    has = kept[posted.owner]
    owner = posted.owner[has]
    size = np.bincount(posted.row[has], minlength=posted.rows).astype(np.int32)
    start = (np.cumsum(size) - size).astype(np.int32)
    asker, row = _rarest(posted, owner, start, size, asking)
    left, right = [], []
    for step in range(most):
        there = step < size[row]
        found = owner[(start[row] + step)[there]]
        before = found < asker[there]
        left.append(asker[there][before])
        right.append(found[before].astype(np.int64))
    return packed(np.concatenate(left), np.concatenate(right))


def _rarest(
    posted: Postings,
    owner: NDArray[np.int32],
    start: NDArray[np.int32],
    size: NDArray[np.int32],
    asking: Mask,
) -> tuple[Ints, NDArray[np.int32]]:
    """The wordings that ask, with the rarest rows that a fuller one has too."""
    best, best_rows = np.zeros(0, np.uint64), np.zeros(0, np.int32)
    for at in range(0, len(posted.owner), ASKED_AT_A_TIME):
        who, row = posted.owner[at : at + ASKED_AT_A_TIME], posted.row[at : at + ASKED_AT_A_TIME]
        good = asking[who] & (size[row] > 0)
        who, row = who[good], row[good]
        good = owner[start[row]] < who
        who, row = who[good], row[good]
        order = who.astype(np.uint64) << np.uint64(40)
        order |= np.minimum(size[row], _COMMON).astype(np.uint64) << _INDEX_BITS
        # With the best so far, each with the place where its row stands.
        order = np.concatenate((best & ~_INDEX, order))
        order |= np.arange(len(order), dtype=np.uint64)
        best = _first_keys(order)
        best_rows = np.concatenate((best_rows, row))[(best & _INDEX).astype(np.int64)]
    return (best >> np.uint64(40)).astype(np.int64), best_rows


def _first_keys(order: Hashes) -> Hashes:
    order.sort()
    return order[rank_in_run(order >> np.uint64(40)) < KEYS]
