"""Two sentences that are one but for their figures: then figures at one place of them count one thing."""

from __future__ import annotations

from typing import Literal

from rapidfuzz.distance import Indel

from workbench.compare.profile import Profile

ALIKE = 0.8
"""Similarity of the words around two figures from which their sentences are one."""
LEAST_WORDS = 3
"""Telling words that two sentences must share beside their figures: "in total there were" is everywhere."""
MAX_WORDS = 120
"""Words of a sentence that are aligned, at most."""

Place = Literal["same", "other", "none"]
"""Sentences that are one, with the figures at one place or at two; or sentences that are not one."""
_Beside = tuple[tuple[str, ...], tuple[str, ...]]


def place(left: Profile, right: Profile) -> Place:
    """Whether two figures stand at one place of what is one sentence but for the figures."""
    first, second = left.beside, right.beside
    sizes = len(first[0]) + len(first[1]), len(second[0]) + len(second[1])
    if min(sizes) < LEAST_WORDS or max(sizes) > MAX_WORDS or min(sizes) < ALIKE * ALIKE * max(sizes):
        return "none"
    if left.article.id == right.article.id and left.mention.sentence == right.mention.sentence:
        return "none"
    whole = _distance((_flat(first), ()), (_flat(second), ()))
    common = set(_flat(first)) & set(_flat(second)) - left.context.lex.stop
    if 1 - whole / sum(sizes) < ALIKE or len(common) < LEAST_WORDS or not _of_one_matter(left, right):
        return "none"
    # Figures at two places of one sentence leave a word too much on one side of each.
    return "same" if _distance(first, second) <= whole + 1 else "other"


def only_numbers_here_differ(left: Profile, right: Profile) -> bool:
    """Whether the sentences state the same numbers beside the two: another year would explain another figure."""
    rest = [sorted(word for word in _flat(side.beside) if word[0].isdigit()) for side in (left, right)]
    return rest[0] == rest[1]


def _of_one_matter(left: Profile, right: Profile) -> bool:
    """Whether no name and no happening stands in only one of the sentences."""
    if left.context.events != right.context.events:
        return False
    words = [{word.folded for word in side.context.words} for side in (left, right)]
    names = [{word.folded for word in side.context.words if word.capital} for side in (left, right)]
    return names[0] <= words[1] and names[1] <= words[0]


def _distance(first: _Beside, second: _Beside) -> int:
    return sum(Indel.distance(_plain(a), _plain(b)) for a, b in zip(first, second, strict=True))


def _flat(beside: _Beside) -> tuple[str, ...]:
    return beside[0] + beside[1]


def _plain(words: tuple[str, ...]) -> tuple[str, ...]:
    """Numbers are one word: they are what may differ."""
    return tuple("0" if word[0].isdigit() else word for word in words)
