"""Stories: texts that tell what happened to somebody, in which only spoken words are quotes."""

from __future__ import annotations

import re
from itertools import islice

from workbench.extract.quotation.lexicon import Lexicon
from workbench.model import Span
from workbench.text.words import bag_of_words

LOOKED_AT = 10_000
"""How much of a text is looked at, in code points."""
_FEWEST = 150
"""Shorter texts, in words, show nothing."""
_MOST_DIGITS, _FEWEST_PERSONS = 0.006, 0.035
_PERSONS, _DIGITS, _LEAST = 4, -20, 0.62
"""Weights beside the share of the past tense, and what the sum must reach: set on novels against news in four languages."""
_SHORT, _LEAST_OF_SHORT = 350, 0.95
"""Texts of fewer words must reach more, since a few lines of a report are soon as full of persons as a story."""
_NUMBER = re.compile(r"\b\d")
_WORD = re.compile(r"\w+(?:-\w+)?")


def is_story(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Whether a text is a story, by its many personal pronouns, its past tense and its lack of numbers."""
    end = min(span.end, span.start + LOOKED_AT)
    spaces = text.count(" ", span.start, end)
    digits = sum(1 for _ in islice(_NUMBER.finditer(text, span.start, end), int(_MOST_DIGITS * spaces) + 1))
    if spaces < _FEWEST or digits > _MOST_DIGITS * spaces:
        return False
    words = bag_of_words(text[span.start : end], _WORD)
    table = lexicon.table.story
    found = list(map(str.lower, words))
    persons = sum(map(table.persons.__contains__, found)) / len(words)
    past, present = (sum(map(kept.__contains__, found)) for kept in (table.past, table.present))
    score = _PERSONS * persons + past / (past + present + 1) + _DIGITS * digits / len(words)
    return persons > _FEWEST_PERSONS and score > (_LEAST if spaces >= _SHORT else _LEAST_OF_SHORT)
