"""Who gives a figure, also where no quote and no verb of its own names the source: "Fridays for Future von 35.000"."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from workbench.compare.heads import head_kind
from workbench.compare.profile import Profile
from workbench.compare.words import Word
from workbench.compare.world import name_parts, spelling, town

BEFORE, AFTER = 12, 6
"""Words before and after a figure in which its source is looked for."""
SOMEBODY = "?"
"""A source that the sentence has, but does not name: "die schat in dat er 50.000 waren"."""
SHORTEST_START = 4
"""Letters that two words of one source have in common at their beginning, at least."""


def tellers(side: Profile) -> frozenset[str]:
    """What tells the source of a figure from others; empty where the article gives the figure as its own.

    In a sentence by which somebody reports or gives a number they are the names and the bodies around the figure, as far
    as to the figures beside it.
    """
    if side.speaker:
        return frozenset(name_parts(side.speaker))
    estimated = "estimating" in side.context.marks
    if not estimated and side.context.lex.reporting.isdisjoint(side.context.row):
        return frozenset()
    end = side.at + len(side.mention.text)
    words = side.context.words
    before = [word for word in words if word.end <= side.at][: -BEFORE - 1 : -1]
    after = [word for word in words if word.start >= end][:AFTER]
    return frozenset(chain(_sources(side, before), _sources(side, after))) or (
        frozenset({SOMEBODY}) if estimated else frozenset()
    )


def _sources(side: Profile, words: Iterable[Word]) -> Iterable[str]:
    """The names and the bodies among the words, up to the first number."""
    lex = side.context.lex
    for word in words:
        if word.folded[0].isdigit() or word.folded in lex.numbers:
            return
        name = spelling(town(word.folded))
        named = name in side.context.names or (f"^{name}" in side.context.capitals and not _known(side, word))
        if named or (word.folded not in lex.stop and head_kind(word.folded) in ("organisation", "group")):
            yield name


def _known(side: Profile, word: Word) -> bool:
    """Whether a word is in the tables, and so no name."""
    lex = side.context.lex
    return bool(lex.concepts.labels(word.folded) or lex.marks.labels(word.folded))


def two_sources(left: Profile, right: Profile) -> bool:
    """Whether two figures of which the speaker of one is not known are given to two sources all the same."""
    one, other = tellers(left), tellers(right)
    return bool(one and other) and one != other and not any(_one(a, b) for a in one for b in other)


def _one(a: str, b: str) -> bool:
    """Whether two words may be of one source: "police" and "police spokesman" written as one word."""
    short, long = sorted((a, b), key=len)
    return a == b or long.startswith(short[: max(SHORTEST_START, len(short) - 1)])
