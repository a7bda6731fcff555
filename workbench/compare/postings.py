"""Which of the mentions behind the keys are worth a comparison, so that a key that is everywhere costs no square."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from typing import TypeVar

T = TypeVar("T", bound=Hashable)

HOT = 96
"""Mentions read behind one key; what stands behind it beyond them is stood for by them."""
MOST = 32
"""Mentions that one is held against at most: those that share most with it, and the rarest."""
FEW, CLEAR = 8, 1 / 25
"""Of those that share only what very many have, fewer are compared: where the keys of one weigh less than that in sum."""
STAR = 16
"""Mentions of one statement that are held against everything; those that come later stand behind them."""
COPY = "x:"
"""Keys of one wording of one speaker: whoever shares it stands behind those who had it first."""
WORDING = (COPY, "y:", "b:", "p:")
"""Keys of a wording, asked for those who had it first; of other keys the newest tell most about the present."""
OF_ARTICLE = "a:"
"""Keys of a thing that one article counts twice."""
TELLING = 4.0
"""How much more a shared wording, or one article, says than a shared topic."""

Posted = Callable[[Collection[str], int, bool], Mapping[str, Sequence[T]]]
"""Mentions behind keys: the keys, how many at most behind each, whether the newest first."""


def chosen(keys: Collection[str], posted: Posted[T]) -> list[T]:
    """Mentions to compare with, those that share the rarest keys first.

    However many stand behind a key, what is read of it and what is held against the mention does not grow: the first of a
    wording stand for all its copies, and the newest for a topic.
    """
    copies = posted([key for key in keys if key.startswith(COPY)], STAR, False)
    for key in sorted(copies):
        if len(copies[key]) >= STAR:
            return list(copies[key])
    worded = [key for key in keys if key.startswith(WORDING)]
    behind = {
        **posted(worded, HOT + 1, False),
        **posted([key for key in keys if not key.startswith(WORDING)], HOT + 1, True),
    }
    weight: dict[T, float] = {}
    for _, key in sorted((len(found), key) for key, found in behind.items()):
        found = behind[key]
        each = (TELLING if key.startswith((*WORDING, OF_ARTICLE)) else 1.0) / max(len(found), 1)
        for one in found[:HOT]:
            weight[one] = weight.get(one, 0.0) + each
    best = sorted(weight, key=lambda one: -weight[one])[:MOST]
    vague = next((at for at, one in enumerate(best) if weight[one] < CLEAR), len(best))
    return best[: max(vague, FEW)]
