"""Quotes of one speaker that a sentence encoder finds near in meaning: translations and paraphrases."""

from __future__ import annotations

from workbench.compare.cases import figure, quote
from workbench.compare.detectors.base import Detector, Example
from workbench.compare.detectors.quote_meaning import ONE_OCCASION
from workbench.compare.levels import (
    Case,
    Finding,
    add_event,
    add_order,
    add_origin,
    add_speaker,
    clipped,
    gap,
)
from workbench.compare.meaning import likeness
from workbench.compare.profile import Profile
from workbench.compare.similarity import add_similarity, difference, similarity
from workbench.compare.world import weights
from workbench.model import Figure, Quote

LEAST_WORDS = 4
"""Words from which the meaning of a quote can be told; the vector of a shorter one is near to too many."""
NAMELESS_DAYS = 7
"""Days within which a quote without a named speaker may be the same utterance."""


def detect(case: Case) -> Finding | None:
    """Name two quotes of like meaning, if no rule finds a difference that their vectors do not show."""
    a, b = case.left.mention, case.right.mention
    assert isinstance(a, Quote)
    assert isinstance(b, Quote)
    near, limits = similarity(case.left, case.right), weights().limits
    two_languages = case.left.lang != case.right.lang
    least = limits.similar if two_languages else limits.similar_one_language
    if near is None or near < least or a.article == b.article:
        return None
    if min(len(case.left.content.words), len(case.right.content.words)) < LEAST_WORDS:
        return None
    # Nearly the same words are compared as words: there a small difference is the point.
    like = likeness(case.left, case.right, limits.altered)
    if like.ratio or like.contained or difference(case.left, case.right):
        return None
    add_similarity(case)
    speaker = add_speaker(case)
    add_order(case)
    add_event(case)
    add_origin(case)
    days = gap(case)
    if speaker is False or days > ONE_OCCASION:
        return None
    if speaker is None and not (two_languages and near >= limits.similar_unnamed and days <= NAMELESS_DAYS):
        return None
    who = case.left.called or case.right.called or "An unnamed speaker"
    text = f"{who}, by similarity of meaning ({near:.2f}): “{clipped(a.text)}” and “{clipped(b.text)}”."
    subtype = "translated" if two_languages else "paraphrased"
    return case.finding("variant", text, subtype=subtype, cosine=round(near, 3))


def _twelve(text: str) -> tuple[Figure, ...]:
    found = figure(text, 12, None).mention
    assert isinstance(found, Figure)
    return (found,)


def possible(left: Profile, right: Profile) -> bool:
    """Whether both have a vector."""
    return bool(left.comparable.vector and right.comparable.vector)


DETECTOR = Detector("quote_similarity", ("variant",), Quote, detect, possible)
"""Two quotes of like meaning, by their vectors."""

CASES = (
    Example(
        "A translation of one speaker's words is a variant.",
        quote("„[Zonder regen halen we de zomer niet]”, zei Els Maas.", "Els Maas", article="a", near=1.0),
        quote('"[We shall not get through the summer without rain]", Maas said.', "Maas", article="b", lang="en",
              near=0.8),
        "variant",
    ),
    Example(
        "Words that are not near enough in meaning are nothing to say.",
        quote("„[Zonder regen halen we de zomer niet]”, zei Els Maas.", "Els Maas", article="a", near=1.0),
        quote('"[Our farmers have asked for help]", Maas said.', "Maas", article="b", lang="en", near=0.4),
        None,
    ),
    Example(
        "A number that differs forbids it, however near the meaning.",
        quote("„[We hebben nog voor 12 dagen water]”, zei Els Maas.", "Els Maas", article="a", near=1.0,
              figures=_twelve("[12]")),
        quote('"[We have water left for a few days]", Maas said.', "Maas", article="b", lang="en", near=0.9),
        None,
    ),
    Example(
        "A negation on one side forbids it.",
        quote("„[Zonder regen halen we de zomer niet]”, zei Els Maas.", "Els Maas", article="a", near=1.0),
        quote('"[We shall get through the summer, rain or none]", Maas said.', "Maas", article="b", lang="en",
              near=0.9, polarity="denied"),
        None,
    ),
    Example(
        "Another speaker forbids it.",
        quote("„[Zonder regen halen we de zomer niet]”, zei Els Maas.", "Els Maas", article="a", near=1.0),
        quote('"[We shall not get through the summer without rain]", Claes said.', "Koen Claes", article="b",
              lang="en", near=0.9),
        None,
    ),
)  # fmt: skip
"""What it must and must not say."""
