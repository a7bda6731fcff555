"""How far two wordings say the same, and in what their meaning differs."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from workbench.compare.matter import Matter, shared_weight
from workbench.compare.profile import Profile
from workbench.compare.world import kinds, weights
from workbench.model import Quote

UNTRANSLATED = 0.6
"""Share of the weight of unknown words that does not count between two languages."""
COMMON_WORDS = 3
"""Content words that a truncated wording must share with the whole."""
LONGEST = 4000
"""Letters of a quote whose likeness is measured."""
Reason = Literal["number", "negation", "modality", "antonym"]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two wordings are."""

    ratio: float
    """Similarity of the folded words, 0 to 100."""
    contained: bool
    """Whether the shorter is, in order, a part of the longer."""


def alike(left: Profile, right: Profile, least: float | None = None) -> float:
    """Similarity of the folded words, 0 to 100; 0 below the least, which is that of an altered quote unless given."""
    limit = weights().limits.altered if least is None else least
    return fuzz.ratio(left.normal[:LONGEST], right.normal[:LONGEST], score_cutoff=limit)


def likeness(left: Profile, right: Profile, least: float) -> Likeness:
    """How alike two quotes are, by their words; a similarity below the least is 0.

    Args:
        left: one quote.
        right: the other.
        least: similarity from which the two are looked at.

    """
    ratio = alike(left, right, least)
    short, long = left.content, right.content
    if len(short.row) > len(long.row):
        short, long = long, short
    # Few pairs share three telling words: counting those first spares nearly every alignment.
    if ratio >= 97 or not 0 < len(short.row) < 0.95 * len(long.row):
        return Likeness(ratio, contained=False)
    if len(short.telling & long.telling) < COMMON_WORDS:
        return Likeness(ratio, contained=False)
    kept = LCSseq.similarity(short.row, long.row, score_cutoff=ceil(0.9 * len(short.row)))
    return Likeness(ratio, contained=kept > 0)


def negated(side: Profile) -> bool:
    """Whether the quote says of its matter that it is not so."""
    quote = side.mention
    assert isinstance(quote, Quote)
    return (quote.polarity == "denied") != ("negation" in side.content.marks)


def shift(left: Profile, right: Profile) -> Reason | None:
    """In what two wordings of nearly the same words differ in meaning."""
    if numbers_differ(left.content, right.content):
        return "number"
    marks = left.content.marks, right.content.marks
    if ("negation" in marks[0]) != ("negation" in marks[1]):
        return "negation"
    if firmness_differs(left.content, right.content):
        return "modality"
    return "antonym" if opposites(left.content, right.content) else None


def numbers_differ(left: Matter, right: Matter) -> bool:
    """Whether each of the two states a number that the other does not."""
    one, other = left.numbers, right.numbers
    return bool(one - other) and bool(other - one)


def firmness_differs(left: Matter, right: Matter) -> bool:
    """Whether both say how firm they are, and not the same."""
    said = {left.firmness, right.firmness}
    return len(said) == 2 and not said & {None, "demanded"}


def opposites(left: Matter, right: Matter) -> tuple[str, str] | None:
    """Two concepts of which only one can hold: the left one's, then the right one's."""
    only_left, only_right = left.concepts - right.concepts, right.concepts - left.concepts
    for a, b in kinds().opposites:
        if a in only_left and b in only_right:
            return a, b
        if b in only_left and a in only_right:
            return b, a
    return None


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two wordings have in common."""

    shared: frozenset[str]
    """Items of both."""
    of_shorter: float
    """Share of the matter of the one that says less."""
    of_longer: float
    """Share of the matter of the one that says more."""


def _unknown(said: Matter) -> frozenset[str]:
    """Words of a wording that no table has."""
    return frozenset(f"~{stem}" for stem in said.stems)


def overlap(left: Matter, right: Matter) -> Overlap:
    """What two wordings have in common, by the weight of the items."""
    one, other = left.numbers, right.numbers
    shared = (left.items & right.items) | (one & other)
    # A number weighs what a concept does; a word that no table has can hardly return in another language.
    alien = left.lex is not right.lex
    least, most = sorted(
        said.weight + shared_weight(digits) - alien * UNTRANSLATED * shared_weight(_unknown(said) - shared)
        for said, digits in ((left, one), (right, other))
    )
    common = shared_weight(shared) if shared else 0.0
    return Overlap(shared, common / least if least else 0.0, common / most if most else 0.0)
