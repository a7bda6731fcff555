"""Which of the mentions behind the keys are worth a comparison, so that a key that is everywhere costs no square."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Sequence
from typing import TypeVar

T = TypeVar("T", bound=Hashable)

HOT = 48
"""Mentions behind one key from which it tells little about any of them."""
WARM = 12
"""Mentions behind a pair of words, or one matter, from which it is common to many statements."""
ENOUGH = 16
"""Candidates found by rarer keys from which hot ones are not asked any more."""
STAR = 6
"""Mentions of one statement that are held against everything; those that come later stand behind them."""
COPY = "x:"
"""Keys of one wording of one speaker: whoever shares it stands behind those who had it first."""
WORDING = (COPY, "y:", "b:", "p:")
"""Keys of a wording, asked for those who had it first; of other keys the newest tell most about the present."""

Posted = Callable[[str, int, bool], Sequence[T]]
"""Mentions behind a key: the key, how many at most, whether the newest first."""


def chosen(keys: Collection[str], posted: Posted[T]) -> list[T]:
    """Mentions to compare with, those behind the rarest keys first.

    Nothing is cut off where keys are rare. Behind a hot key the first of a wording stand for all its copies, and the
    newest for a topic, asked only where the rarer keys found little.
    """
    lists: list[tuple[int, str, Sequence[T]]] = []
    for key in sorted(keys, key=lambda key: (not key.startswith(COPY), key)):
        found = posted(key, HOT + 1, not key.startswith(WORDING))
        if key.startswith(COPY) and len(found) >= STAR:
            return list(found[:STAR])
        lists.append((len(found), key, found))
    lists.sort(key=lambda entry: entry[:2])
    wanted: dict[T, None] = {}
    for size, key, found in lists:
        if size <= (WARM if key.startswith(("b:", "m:")) else HOT) or len(wanted) < ENOUGH:
            wanted.update(dict.fromkeys(found[:HOT]))
    return list(wanted)
