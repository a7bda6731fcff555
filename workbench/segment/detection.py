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
LEAST_WORDS = 4
"""Fewer words say nothing."""


@cache
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    """For every function word, the languages that have it; a word of several languages counts less for each."""
    owners: dict[str, list[str]] = {}
    for language in LANGUAGES.all():
        table = language.table("segmentation", Segmentation)
        for word in table.function_words if table else ():
            owners.setdefault(word.replace("’", "'"), []).append(language.code)
    return {
        word: tuple((code, 1 / len(codes) ** 2) for code in dict.fromkeys(codes))
        for word, codes in owners.items()
    }


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
        for code, weight in weights.get(word, ()):
            score[code] += weight * count  # type: ignore[assignment]  # a Counter of floats is fine, its stub says int
            covered[code] += count
    if not score:
        return "und", 0.0
    (best, first), *rest = sorted(score.items(), key=lambda item: (-item[1], item[0]))
    coverage = covered[best] / total
    margin = (first - (rest[0][1] if rest else 0)) / first
    least = LEAST_COVERAGE if total < LONG else 1.35 * LEAST_COVERAGE
    if coverage < least or margin <= 0.1:
        return "und", 0.0
    return best, round(min(1.0, coverage / 0.4) * margin, 3)
