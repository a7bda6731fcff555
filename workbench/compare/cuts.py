"""What was cut off just outside a quote, though the words say something else without it."""

from __future__ import annotations

import re

from workbench.compare.drafts import Draft
from workbench.compare.lexicon import lexicon
from workbench.compare.passages import Place, Wording
from workbench.compare.words import fold, words_of

CLAUSE = 6
"""Words before and after a quote that are read as its clause, where no mark stands between."""
_END = re.compile(r"[.!?:;\n“”„\"«»]")
_BREAK = re.compile(r"[.,!?:;\n“”„\"«»()–—]")


def cut_negation(draft: Draft, text: Wording, place: Place) -> str | None:
    """A negation of the same clause just outside the stretch."""
    before = range(place.first - 1, max(-1, place.first - 1 - CLAUSE), -1)
    after = range(place.last, min(len(text.words), place.last + CLAUSE))
    marks = lexicon(draft.lang).marks
    for indexes, gap in ((before, 1), (after, 0)):
        for index in indexes:
            between = text.text[text.ends[index - 1 + gap] : text.starts[index + gap]]
            labels = marks.labels(fold(text.words[index]))
            if _BREAK.search(between) or "break" in labels:
                break
            if "negation" in labels:
                return text.words[index]
    return None


def cut_condition(draft: Draft, text: Wording, place: Place) -> str | None:
    """The beginning of a condition right after the stretch, that the draft does not state in its own words."""
    if place.last >= len(text.words):
        return None
    between = text.text[text.ends[place.last - 1] : text.starts[place.last]]
    end = min(len(text.words), place.last + CLAUSE)
    after = text.text[text.starts[place.last] : text.ends[end - 1]]
    if _END.search(between) or "condition" in draft.outside:
        return None
    found = lexicon(draft.lang).marks.find(words_of(after))
    cut = any(stretch.first == 0 and "condition" in stretch.labels for stretch in found)
    return f"{after} …" if cut else None
