"""How near two quotes are in meaning, by the vectors of a sentence encoder, and what a vector cannot see.

The vectors come from outside: what is compared carries its own, or none. They find quotes that say the same in another
language or in other words; that a number, a negation or the firmness differs hardly moves them, so rules look at that.
"""

from __future__ import annotations

from math import sqrt
from operator import mul

from workbench.compare.levels import Case
from workbench.compare.meaning import Reason, firmness_differs, negated, opposites
from workbench.compare.profile import Profile
from workbench.compare.world import weights
from workbench.model import Figure

Difference = Reason | str
"""In what two quotes of like meaning differ."""


def cosine(left: bytes, right: bytes) -> float:
    """The cosine of two vectors of whole numbers from -127 to 127, one byte each; 0 where they do not fit."""
    a, b = memoryview(left).cast("b").tolist(), memoryview(right).cast("b").tolist()
    length = sqrt(sum(map(mul, a, a)) * sum(map(mul, b, b)))
    return sum(map(mul, a, b)) / length if length and len(a) == len(b) else 0.0


def similarity(left: Profile, right: Profile) -> float | None:
    """The cosine of two mentions; None where one has no vector."""
    one, other = left.comparable.vector, right.comparable.vector
    return cosine(one, other) if one and other else None


def add_similarity(case: Case) -> float | None:
    """Note how near the two are in meaning, where both have a vector, and return the cosine."""
    found = similarity(case.left, case.right)
    if found is not None:
        limits = weights().limits
        name = "near" if found >= limits.similar_unnamed else "some" if found >= limits.similar else "far"
        case.add("similarity", name, note=f"cosine {found:.2f}")
    return found


def difference(left: Profile, right: Profile) -> Difference | None:
    """In what two quotes of like meaning do not say the same: a number, a negation, how firm it is, up or down, where."""
    if _numbers(left) != _numbers(right):
        return "number"
    if negated(left) != negated(right):
        return "negation"
    if firmness_differs(left.content, right.content):
        return "modality"
    if opposites(left.content, right.content):
        return "antonym"
    places = left.content.countries, right.content.countries
    return "place" if all(places) and places[0].isdisjoint(places[1]) else None


def _numbers(side: Profile) -> frozenset[tuple[object, ...]]:
    """What the figures in a quote say; dates are left out, since each language has its own way to point at a day."""
    figures = side.comparable.figures
    # "In één nacht", "in a single night": whether one is a number or an article, translators do not care.
    return frozenset(_value(f) for f in figures if f.unit != "date" and f.value != 1)


def _value(figure: Figure) -> tuple[object, ...]:
    if figure.value is not None:
        return (figure.value, figure.unit)
    return (figure.value_min, figure.value_max, figure.unit)
