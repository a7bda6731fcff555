"""The language of a text, by its function words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from workbench.languages.base import LANGUAGES
from workbench.languages.schema.segmentation import Segmentation

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


def _elided(word: str) -> str:
    """What an apostrophe glues to the word: ``l'`` of ``l'eau``; empty where there is none."""
    before, mark, _ = word.partition("'")
    return before + mark if mark else ""


def detect_language(text: str) -> tuple[str, float]:
    """The code of the language and how sure it is, from 0 to 1; ``und`` where function words are too few."""
    words = Counter(_WORD.findall(text[:SAMPLE].lower().replace("’", "'")))
    total = sum(words.values())
    if total < LEAST_WORDS:
        return "und", 0.0
    score: Counter[str] = Counter()
    covered: Counter[str] = Counter()
    weights = _weights()
    for word, count in words.items():
        for code, weight in weights.get(word) or weights.get(_elided(word), ()):
            score[code] += weight * count  # type: ignore[assignment]  # a Counter of floats is fine, its stub says int
            covered[code] += count
    if not score:
        return "und", 0.0
    (best, first), (second, next_score) = [*score.most_common(2), ("und", 0)][:2]
    coverage = covered[best] / total
    margin = (first - next_score) / first
    least = LEAST_COVERAGE if total < LONG else 1.35 * LEAST_COVERAGE
    shared = covered[best] <= covered[second]  # all that speaks for it, speaks for the other too
    if coverage < least or margin <= (SHARED_MARGIN if shared else 0.1) or (shared and covered[best] < 2):
        return "und", 0.0
    return best, round(min(1.0, coverage / 0.4) * margin, 3)
