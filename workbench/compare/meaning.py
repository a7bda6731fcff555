"""How far two wordings say the same, and in what their meaning differs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from workbench.compare.profile import Matter, Profile, shared_weight
from workbench.compare.world import kinds
from workbench.model import Quote

MAX_WORDS = 400
"""Words of a wording that are aligned; the cost is quadratic."""
COMMON_WORDS = 3
"""Content words that a truncated wording must share with the whole."""
Reason = Literal["number", "negation", "modality", "antonym"]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two wordings are."""

    ratio: float
    """Similarity of the folded words, 0 to 100."""
    contained: bool
    """Whether the shorter is, in order, a part of the longer."""


def likeness(left: Profile, right: Profile) -> Likeness:
    """How alike two quotes are, by their words."""
    ratio = fuzz.ratio(left.normal[:4000], right.normal[:4000])
    short, long = sorted((_row(left.content), _row(right.content)), key=len)
    if ratio >= 97 or len(short) == len(long) or not short:
        return Likeness(ratio, contained=False)
    kept = LCSseq.similarity(short, long)
    stop = left.content.lex.stop
    common = len({word for word in short if word not in stop} & set(long))
    part = kept / len(short) >= 0.9 and len(short) / len(long) < 0.95
    return Likeness(ratio, contained=part and common >= COMMON_WORDS)


def _row(found: Matter) -> list[str]:
    return [word.folded for word in found.words[:MAX_WORDS]]


def negated(side: Profile) -> bool:
    """Whether the quote says of its matter that it is not so."""
    quote = side.mention
    assert isinstance(quote, Quote)
    return (quote.polarity == "denied") != ("negation" in side.content.marks)


def shift(left: Profile, right: Profile) -> Reason | None:
    """In what two wordings of nearly the same words differ in meaning."""
    a, b = _row(left.content), _row(right.content)
    gone, come = set(a) - set(b), set(b) - set(a)
    numbers = [{word for word in words if word[0].isdigit()} for words in (gone, come)]
    if all(numbers):
        return "number"
    marks = left.content.marks, right.content.marks
    if ("negation" in marks[0]) != ("negation" in marks[1]):
        return "negation"
    if firmness_differs(left.content, right.content):
        return "modality"
    return "antonym" if opposites(left.content, right.content) else None


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


def overlap(left: Matter, right: Matter) -> Overlap:
    """What two wordings have in common, by the weight of the items."""
    shared = left.items & right.items
    least, most = sorted((shared_weight(left.items), shared_weight(right.items)))
    common = shared_weight(shared)
    return Overlap(shared, common / least if least else 0.0, common / most if most else 0.0)
