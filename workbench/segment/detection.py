"""The language of a text, by its function words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from heapq import nlargest
from operator import itemgetter

from workbench.languages.base import LANGUAGES
from workbench.languages.schema.segmentation import Segmentation
from workbench.text.words import bag_of_words

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
SAMPLE = 20_000
"""Characters that are read; more do not change the answer."""
LEAST_COVERAGE = 0.2
"""Share of function words below which the language is unknown; running text has 0.35 and more."""
LONG = 12
"""From so many words on the share must be a third higher: a related language reaches 0.25 by chance."""
FLAT = 10
"""Added to the rank of a function word: the order of the first few says little."""
SHARED_MARGIN = 0.25
"""How far a language must be ahead of another that has as many of the words."""
FIELD_BITS = 16
"""Room for a count in a number that holds several: more than a sample has words."""
FIELD = (1 << FIELD_BITS) - 1
LEAST_WORDS = 4
"""Fewer words say nothing."""


@cache
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    """For every function word, the languages that have it; a word of several languages counts less for each.

    Lists begin with the most frequent words, so the earlier a word stands in a list, the more of it is that language's:
    "le" is French before it is Spanish.
    """
    owners: dict[str, dict[str, float]] = {}
    for language in LANGUAGES.all():
        table = language.table("segmentation", Segmentation)
        for rank, word in enumerate(table.function_words if table else ()):
            share = 1 / (FLAT + rank)  # how often a word is used falls with its rank
            owners.setdefault(word.replace("’", "'"), {}).setdefault(language.code, share)
    return {
        word: tuple((code, (share / sum(shares.values())) ** 2) for code, share in shares.items())
        for word, shares in owners.items()
    }


@cache
def _tallies(code: str) -> dict[str, int]:
    """For every function word of other languages than ``code``, a one in the field of each that has it.

    So the sum over the words of a text holds how many of them each language has, side by side in one number.
    """
    fields: dict[str, int] = {}
    tallies: dict[str, int] = {}
    for word, owners in _weights().items():
        for other, _ in owners:
            if other != code:
                field = fields.setdefault(other, len(fields) * FIELD_BITS)
                tallies[word] = tallies.get(word, 0) + (1 << field)
    return tallies


def _elided(word: str) -> str:
    """What an apostrophe glues to the word: ``l'`` of ``l'eau``; empty where there is none."""
    return word[: word.find("'") + 1]


def _owned(words: Mapping[str, int]) -> Iterator[tuple[tuple[tuple[str, float], ...], int]]:
    """For every word that is a function word or begins with an elided one, its languages and how often it stands there."""
    weights = _weights()
    for word, count in words.items():
        if word in weights:
            yield weights[word], count
        elif "'" in word and (owners := weights.get(_elided(word))):
            yield owners, count


def _least(total: int) -> float:
    """Least share of function words in a text of so many words."""
    return LEAST_COVERAGE if total < LONG else 1.35 * LEAST_COVERAGE


def may_be_other(text: str, code: str) -> bool:
    """Whether :func:`detect_language` could find another language than ``code``; costs a part of what that costs."""
    low = text.lower().replace("’", "'")
    words = bag_of_words(low, _WORD)
    if len(words) < LEAST_WORDS:
        return False
    total, most = sum(filter(None, map(_tallies(code).get, words))), 0
    while total:
        most = max(most, total & FIELD)
        total >>= FIELD_BITS
    return most / len(words) >= _least(len(words)) or ("'" in low and any("'" in word for word in words))


def detect_language(text: str) -> tuple[str, float]:
    """The code of the language and how sure it is, from 0 to 1; ``und`` where function words are too few."""
    words = Counter(bag_of_words(text[:SAMPLE].lower().replace("’", "'"), _WORD))
    total = sum(words.values())
    if total < LEAST_WORDS:
        return "und", 0.0
    score: dict[str, float] = {"und": 0.0}
    covered: Counter[str] = Counter()
    for owners, count in _owned(words):
        for code, weight in owners:
            score[code] = score.get(code, 0.0) + weight * count
            covered[code] += count
    if not covered:
        return "und", 0.0
    (best, first), (second, next_score) = nlargest(2, score.items(), key=itemgetter(1))
    coverage = covered[best] / total
    margin = (first - next_score) / first
    shared = covered[best] <= covered[second]  # all that speaks for it, speaks for the other too
    if (
        coverage < _least(total)
        or margin <= (SHARED_MARGIN if shared else 0.1)
        or (shared and covered[best] < 2)
    ):
        return "und", 0.0
    return best, round(min(1.0, coverage / 0.4) * margin, 3)
