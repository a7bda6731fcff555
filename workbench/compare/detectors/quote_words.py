"""Quotes of nearly the same words: repeated, cut short, altered in meaning, under another name."""

from __future__ import annotations

from workbench.compare.cases import quote
from workbench.compare.detectors.base import Detector, Example
from workbench.compare.entities import is_named
from workbench.compare.levels import Case, Finding, add_event, add_order, add_origin, add_speaker, gap
from workbench.compare.meaning import COMMON_WORDS, alike, likeness, negated, shift
from workbench.compare.profile import Profile
from workbench.compare.world import weights
from workbench.model import Quote
from workbench.text.diff import marked

IN_MARKS = ("direct", "mixed", "post")
LEAST_WORDS = 2
"""A single word in quotation marks is a term, not a statement."""

OTHER_SPEAKER = 90.0
"""Similarity from which two wordings of two speakers are one sentence, not two that resemble each other."""
FRAGMENT_WORDS = 4
"""Words of a piece in quotation marks, at most, that may be one of several out of one sentence."""
FEW_DAYS = 7
"""Days within which two papers quote one utterance."""
INNER_WORDS = 2
"""Words that may be missing inside a quote without its being cut short."""


def detect(case: Case) -> Finding | None:
    """Hold the words of two quotes against each other."""
    a, b = case.left.mention, case.right.mention
    assert isinstance(a, Quote)
    assert isinstance(b, Quote)
    words = min(len(case.left.content.words), len(case.right.content.words))
    if words < LEAST_WORDS or (a.article == b.article and a.span.overlaps(b.span)):
        return None
    limits = weights().limits
    like = likeness(case.left, case.right, limits.altered)
    same, near = like.ratio >= limits.same, like.ratio >= limits.altered
    if not (same or near or like.contained):
        return _fragments(case) if words <= FRAGMENT_WORDS else None
    case.add("words", "same" if same else "part" if like.contained else "near", note=f"{like.ratio:.0f}%")
    speaker = add_speaker(case)
    add_order(case)
    add_origin(case)
    phrase = words < limits.phrase_words
    if speaker is False and not phrase and _nameless(case) and _one_set(case, same=same):
        return _one_speaker(case, same=same, contained=False, known=False)
    if speaker is False:
        return None if phrase or like.ratio < OTHER_SPEAKER else _other_speaker(case)
    if speaker is None and phrase:
        return None
    return _one_speaker(case, same=same, contained=like.contained, known=speaker is True)


def _nameless(case: Case) -> bool:
    """Whether at most one of the speakers has a name, and both spoke in one week: "the minister" may be the other."""
    named = [is_named(side.speaker or "") for side in (case.left, case.right)]
    # One who denies it and one who says it are two, whatever they are called.
    return not all(named) and gap(case) <= FEW_DAYS and negated(case.left) == negated(case.right)


def _one_set(case: Case, *, same: bool) -> bool:
    """Whether the two are the same words, or the same telling words in another order."""
    return same or case.left.content.telling == case.right.content.telling


def _fragments(case: Case) -> Finding | None:
    """Two short pieces in marks out of one utterance, one word of them put otherwise."""
    left, right = case.left, case.right
    if not (_marked(left) and _marked(right)) or left.article.id == right.article.id or gap(case) > FEW_DAYS:
        return None
    shared = left.content.telling & right.content.telling
    inside = _stretch(left.content.row, right.content.row)
    most = max(len(left.content.telling), len(right.content.telling))
    if not shared or (2 * len(shared) < most and not inside) or add_speaker(case) is not True:
        return None
    if add_event(case) not in ("same", "around", "story"):
        return None
    case.add("words", "part" if inside else "near")
    add_order(case)
    add_origin(case)
    diff = _diff(case)
    how, subtype = ("a piece", "truncated") if inside else ("altered", "paraphrased")
    return case.finding("variant", f"Words of {left.called}, {how}: {diff}", subtype=subtype, diff=diff)


def _stretch(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the shorter wording stands in the longer, word for word."""
    short, long = sorted((one, other), key=len)
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def _other_speaker(case: Case) -> Finding | None:
    """Only two named people or institutions can be mistaken for each other: a ministry may be its minister."""
    a, b = case.left.speaker or "", case.right.speaker or ""
    if not (is_named(a) and is_named(b)) or case.left.speaker_country or case.right.speaker_country:
        return None
    text = f"Nearly the same words are given to {case.left.called} and to {case.right.called}."
    return case.finding("misattributed", text, diff=_diff(case))


def _one_speaker(case: Case, *, same: bool, contained: bool, known: bool) -> Finding | None:
    who = case.left.called or case.right.called or "an unknown speaker"
    lengths = [len(side.content.words) for side in (case.left, case.right)]
    # What a cut took away is no change of meaning; a word or two inside is.
    cut = contained and abs(lengths[0] - lengths[1]) > INNER_WORDS
    changed = None if cut else shift(case.left, case.right)
    both_marked = all(_marked(side) for side in (case.left, case.right))
    if same and changed == "number" and not both_marked:
        # Reports of one utterance with two numbers: the figures in them say how those stand to each other.
        return None
    if same and not (known and both_marked and changed):
        return case.finding("repeats", f"The same words of {who}.")
    diff = _diff(case)
    if known and both_marked and changed:
        text = f"Words of {who} differ in meaning ({changed}): {diff}"
        return case.finding("misquotes", text, reason=changed, diff=diff)
    subtype = "truncated" if contained else "paraphrased"
    return case.finding("variant", f"Words of {who}, {subtype}: {diff}", subtype=subtype, diff=diff)


def _marked(side: Profile) -> bool:
    return isinstance(side.mention, Quote) and side.mention.kind in IN_MARKS


def _diff(case: Case) -> str:
    return marked(case.left.mention.text[:2000], case.right.mention.text[:2000])


def possible(left: Profile, right: Profile) -> bool:
    """Whether the words are alike, or so many are shared that one may be a part of the other, or a piece of it."""
    one, other = left.content, right.content
    common, words = len(one.telling & other.telling), min(len(one.words), len(other.words))
    if words < LEAST_WORDS:
        return False
    return common >= COMMON_WORDS or (common > 0 and words <= FRAGMENT_WORDS) or alike(left, right) > 0


DETECTOR = Detector(
    "quote_words", ("repeats", "variant", "misquotes", "misattributed"), Quote, detect, possible
)
"""Two quotes of nearly the same words."""

CASES = (
    Example(
        "The same words in other marks are repeated.",
        quote("„[De dijk houdt het tot morgenochtend]”, zei Els Maas.", "Els Maas", article="a"),
        quote("'[De dijk houdt het tot morgenochtend]', aldus Maas.", "Maas", article="b"),
        "repeats",
    ),
    Example(
        "Two reports of one utterance with two numbers do not repeat each other.",
        quote("Els Maas zegt dat [er bij de brand in de haven van Gent 12 doden zijn gevallen].", "Els Maas",
              kind="indirect", article="a"),
        quote("Els Maas zegt dat [er bij de brand in de haven van Gent 14 doden zijn gevallen].", "Els Maas",
              kind="indirect", article="b"),
        None,
    ),
    Example(
        "A quote that is cut short is a variant.",
        quote("„[De dijk houdt het tot morgenochtend, maar langer durf ik niet te zeggen]”, zei Els Maas.", "Els Maas",
              article="a"),
        quote("'[De dijk houdt het tot morgenochtend]', aldus Maas.", "Els Maas", article="b"),
        "variant",
    ),
    Example(
        "A dropped negation turns the meaning round.",
        quote("„[We gaan de fabriek in Gent dit jaar niet sluiten]”, zei Els Maas.", "Els Maas", article="a"),
        quote("“[We gaan de fabriek in Gent dit jaar sluiten]”, zei Els Maas.", "Els Maas", article="b"),
        "misquotes",
    ),
    Example(
        "The same sentence under another name is misattributed.",
        quote("„[Niemand had deze uitslag durven voorspellen]”, zei Els Maas.", "Els Maas", article="a"),
        quote("„[Niemand had deze uitslag durven voorspellen]”, zei Koen Claes.", "Koen Claes", article="b"),
        "misattributed",
    ),
    Example(
        "A fragment of which one word is put otherwise is a variant.",
        quote("Burgemeester Els Maas noemde de betoging in Gent „[overwegend rustig]”.", "Els Maas", kind="mixed",
              article="a", lead="De betoging in Gent is zonder rellen verlopen. Er kwamen 3.000 betogers."),
        quote("De betoging in Gent was ‘[grotendeels rustig]’, zegt Maas.", "Els Maas", kind="mixed", article="b",
              lead="Na de betoging in Gent is niemand opgepakt, zegt burgemeester Els Maas."),
        "variant",
    ),
    Example(
        "A piece of two words out of a sentence of one speaker is a variant.",
        quote("„[Wij betalen geen cent aan afpersers]”, zei Els Maas.", "Els Maas", article="a",
              lead="Bij Meridia in Venlo zijn gegevens gestolen, zegt directeur Els Maas van het energiebedrijf Meridia."),
        quote("Eerder zei Maas dat Meridia „[geen cent]” betaalt.", "Els Maas", kind="mixed", article="b",
              lead="De gestolen gegevens van Meridia uit Venlo zijn te koop. Directeur Els Maas bevestigt dat."),
        "variant",
    ),
    Example(
        "Fragments of two speakers are nothing to say.",
        quote("Burgemeester Els Maas noemde de betoging in Gent „[overwegend rustig]”.", "Els Maas", kind="mixed",
              article="a"),
        quote("De betoging in Gent was ‘[grotendeels rustig]’, zegt Claes.", "Koen Claes", kind="mixed", article="b"),
        None,
    ),
    Example(
        "The minister may be the one whom another paper names.",
        quote("„[De rekening van de brug betaalt iedereen mee]”, zei Els Maas.", "Els Maas", article="a"),
        quote("„[De rekening van de brug betaalt iedereen mee]”, zei de minister.", "minister", article="b"),
        "repeats",
    ),
    Example(
        "A spokesman who denies it is not the union that says it.",
        quote("De bond zegt dat [het werk van de fabriek naar Polen wordt verplaatst].", "bond", kind="indirect",
              article="a"),
        quote("Een woordvoerder ontkent dat [het werk van de fabriek naar Polen wordt verplaatst].", "woordvoerder",
              kind="indirect", polarity="denied", article="b"),
        None,
    ),
    Example(
        "A common phrase of two people is nothing to say.",
        quote("Maas sprak van „[een zwarte dag]”.", "Els Maas", article="a"),
        quote("Claes noemde het „[een zwarte dag]”.", "Koen Claes", article="b"),
        None,
    ),
)  # fmt: skip
"""What it must and must not say."""
