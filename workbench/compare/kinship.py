"""How much two wordings have in common if words that are alike count too: parts of compounds, and cognates."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz

from workbench.compare.matter import Matter, shared_weight

LEAST_LETTERS = 5
"""Letters of a stem, at least, that may be a part of another or spelt nearly like it."""
ALIKE = 75.0
"""Similarity of two stems (0 to 100) from which they are one word in two spellings or two languages."""
MOST_STEMS = 30
"""Stems of a wording that are looked at: what is longer is no single utterance."""


@dataclass(frozen=True, slots=True)
class Kinship:
    """What two wordings have in common."""

    items: frozenset[str]
    """Items of the left one that the other has too, or nearly."""
    others: frozenset[str]
    """The same items as the right one has them."""
    weight: float
    """What they say together."""
    share: float
    """Their share of the wording that says less."""


def kinship(left: Matter, right: Matter) -> Kinship:
    """What two wordings have in common, counting words that are alike."""
    common = left.items & right.items
    rest = [sorted(one.stems - other.stems)[:MOST_STEMS] for one, other in ((left, right), (right, left))]
    alike = [(stem, other) for stem in rest[0] for other in rest[1] if _alike(stem, other)]
    common |= left.numbers & right.numbers
    items = common | {f"~{stem}" for stem, _ in alike}
    others = common | {f"~{other}" for _, other in alike}
    weight = min(shared_weight(items), shared_weight(others))
    least = min(shared_weight(left.items | left.numbers), shared_weight(right.items | right.numbers))
    return Kinship(items, others, weight, weight / least if least else 0.0)


def _alike(one: str, other: str) -> bool:
    """Whether one of two stems ends or begins with the other, or they are spelt nearly the same."""
    short, long = sorted((one, other), key=len)
    if len(short) < LEAST_LETTERS:
        return False
    return long.startswith(short) or long.endswith(short) or fuzz.ratio(one, other) >= ALIKE
