"""Figures of one thing: later ones, more precise ones, agreeing ones, those of another scope, those that clash."""

from __future__ import annotations

from workbench.compare.correcting import corrects
from workbench.compare.detectors.base import Detector
from workbench.compare.figure_cases import CASES
from workbench.compare.holders import add_holder
from workbench.compare.judging import judge
from workbench.compare.levels import Case, Finding, add_event, add_order, add_origin, add_speaker
from workbench.compare.lineup import FITS, Pair, counted, lined_up
from workbench.compare.parallel import place
from workbench.compare.profile import Profile
from workbench.compare.quantity import Quantity, as_amount, fit
from workbench.compare.scope import add_noun, add_other_word, add_scope, one_thing, scope
from workbench.compare.stating import apart, shown
from workbench.compare.tellers import two_sources
from workbench.model import Figure


def detect(case: Case) -> Finding | None:
    """Line up two figures, or say nothing."""
    a, b = case.left.mention, case.right.mention
    assert isinstance(a, Figure)
    assert isinstance(b, Figure)
    both = _quantities(case.left, case.right)
    if both is None:
        return None
    left, right = both
    first, second = scope(case.left), scope(case.right)
    noun, beside = add_noun(case, first, second), place(case.left, case.right)
    if noun is None and left.value == right.value and a.article != b.article:
        noun = add_other_word(case, first, second)
    if noun is None or beside == "other":
        return None
    unit = "same" if a.unit == b.unit else "unsaid" if "count" in (a.unit, b.unit) else "converted"
    case.add("unit", unit, a.unit, b.unit)
    fits = fit(left, right)
    case.add("value", fits, shown(left), shown(right), apart(left, right, fits))
    differs, concept = add_scope(case, first, second), first.concept or second.concept
    whose = add_holder(case, concept) if fits not in FITS else None
    differs += [whose] if whose else []
    when = add_order(case, concept)
    event = "same" if beside == "same" else add_event(case, counted(first, second))
    if beside == "same":
        case.add("event", "parallel")
    same_article, same_speaker = add_origin(case), add_speaker(case)
    if same_speaker is None and two_sources(case.left, case.right):
        same_speaker = False
    pair = Pair(case, left, right, fits, when, concept, tuple(differs), same_article, same_speaker, beside)
    related = lined_up(pair, noun, event, first, second) or corrects(pair)
    return judge(pair, noun) if related else None


def possible(left: Profile, right: Profile) -> bool:
    """Whether both are of one dimension, and of one thing as far as their nouns tell, or of one value."""
    both = _quantities(left, right)
    if both is None:
        return False
    one_value = both[0].value == both[1].value and left.article.id != right.article.id
    return one_value or one_thing(scope(left), scope(right))


def _quantities(left: Profile, right: Profile) -> tuple[Quantity, Quantity] | None:
    """The quantities of two figures, a bare number of millions as money where the other is; None where they do not meet."""
    one, other = left.quantity, right.quantity
    if one is None or other is None:
        return None
    if one.dimension == other.dimension:
        return one, other
    assert isinstance(left.mention, Figure)
    assert isinstance(right.mention, Figure)
    one, other = as_amount(one, left.mention, other), as_amount(other, right.mention, one)
    return (one, other) if one.dimension == other.dimension else None


DETECTOR = Detector(
    "figure_interval",
    ("repeats", "misattributed", "updates", "refines", "corroborates", "different_scope", "contradicts"),
    Figure,
    detect,
    possible,
)
"""Two figures of one thing."""
__all__ = ["CASES", "DETECTOR", "detect", "possible"]
