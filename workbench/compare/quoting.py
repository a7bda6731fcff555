"""What two articles quote alike: the words of one speaker in both tie them to one story."""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.compare.profile import Profile
from workbench.compare.words import TOKEN, fold

ROW = 6
"""Words in a row of a quotation by which it is known again."""
SAME_WORDS = 3
"""Rows that two articles quote alike, from which it is one utterance: eight words in a row, or pieces cut out of more."""
MAX_CHARS = 20_000
"""Characters of an article whose quotations are read."""
_QUOTED = re.compile(r"(?<!\w)[„“\"«»‘']([^„“”\"«»]{30,600}?)[”“\"»«’'](?!\w)")


def quoted_alike(left: Profile, right: Profile) -> tuple[str, str] | None:
    """The first words that both articles quote, as each writes them; None where there are too few for one utterance."""
    if left.article.id == right.article.id:
        return None
    one, other = _quoted(left.article.text), _quoted(right.article.text)
    common = [row for row in one if row in other] if one and other else []
    return (one[common[0]], other[common[0]]) if len(common) >= SAME_WORDS else None


def quotes_others(left: Profile, right: Profile) -> bool:
    """Whether both articles quote somebody, and no utterance alike."""
    one, other = _quoted(left.article.text), _quoted(right.article.text)
    return bool(one and other) and left.article.id != right.article.id and quoted_alike(left, right) is None


@lru_cache(maxsize=2048)
def _quoted(text: str) -> dict[str, str]:
    """Rows of words that stand in quotation marks, folded, with how they are written."""
    rows: dict[str, str] = {}
    for found in _QUOTED.finditer(text, 0, MAX_CHARS):
        words = list(TOKEN.finditer(text, found.start(1), found.end(1)))
        folded = [fold(word.group()) for word in words]
        for at in range(len(words) - ROW + 1):
            rows[" ".join(folded[at : at + ROW])] = text[words[at].start() : words[at + ROW - 1].end()]
    return rows
