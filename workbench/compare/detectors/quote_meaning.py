"""Quotes of the same matter in other words: paraphrases, agreement, opposites."""

from __future__ import annotations

from workbench.compare.cases import quote
from workbench.compare.detectors.base import Detector, Example
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
from workbench.compare.meaning import Overlap, firmness_differs, negated, numbers_differ, opposites, overlap
from workbench.compare.profile import Profile
from workbench.compare.similarity import add_similarity
from workbench.compare.wording import both as in_both
from workbench.compare.wording import written
from workbench.compare.world import kinds, weights
from workbench.model import Quote

SAME_OF_LONGER = 0.5
"""Share of the longer wording that two wordings without a telling concept must have in common."""
ONE_WEEK = 7
"""Days within which such wordings may be of one occasion."""
ONE_OCCASION = 31
"""Days within which two utterances of one speaker may be one occasion."""


def detect(case: Case) -> Finding | None:
    """Hold the matter of two quotes against each other."""
    left, right = case.left.content, case.right.content
    if not possible(case.left, case.right):
        return None
    both = overlap(left, right)
    told = {item for item in both.shared if item[0] not in "@^~"} - kinds().weak
    if not told and both.of_longer < SAME_OF_LONGER:
        return None
    if negated(case.left) != negated(case.right) or numbers_differ(left, right):
        return None
    case.add("words", "meaning", *in_both(case.left, case.right, both.shared))
    return _judge(case, both, telling=bool(told))


def _judge(case: Case, both: Overlap, *, telling: bool) -> Finding | None:
    """What two quotes of one matter are to each other.

    Args:
        case: the pair.
        both: what they share.
        telling: whether that is more than the words that everybody uses.

    """
    speaker = add_speaker(case)
    add_order(case)
    event = add_event(case)
    add_origin(case)
    left, right = case.left.content, case.right.content
    opposed = opposites(left, right)
    if opposed:
        return _opposed(case, opposed, len(both.shared)) if event == "same" and speaker is False else None
    days = gap(case)
    near = days <= ONE_OCCASION if telling else days <= ONE_WEEK and event != "none"
    if speaker and near and not firmness_differs(left, right):
        return _paraphrase(case)
    limits = weights().limits
    agree = both.of_shorter >= limits.agreement and both.of_longer >= limits.agreement_of_longer
    if speaker is False and telling and agree and len(both.shared) > 2 and event == "same" and _firm(case):
        text = f"{case.left.called} and {case.right.called} say the same of it."
        return case.finding("corroborates", text, shared=sorted(both.shared))
    return None


def _firm(case: Case) -> bool:
    """Whether both say it with one firmness, and do not deny it."""
    a, b = case.left.mention, case.right.mention
    assert isinstance(a, Quote)
    assert isinstance(b, Quote)
    return a.modality == b.modality and not negated(case.left)


def _paraphrase(case: Case) -> Finding:
    """Two quotations of one utterance can only differ in words when it was translated."""
    a, b = case.left.mention, case.right.mention
    quoted = all(isinstance(m, Quote) and m.kind != "indirect" for m in (a, b))
    subtype = "translated" if quoted or case.left.lang != case.right.lang else "paraphrased"
    add_similarity(case)
    text = f"{case.left.called} in other words: “{clipped(a.text)}” and “{clipped(b.text)}”."
    return case.finding("variant", text, subtype=subtype)


def _opposed(case: Case, pair: tuple[str, str], shared: int) -> Finding | None:
    if shared <= 2 or case.names["as_of"] not in ("same_day", "same_time"):
        return None
    said = written(case.left, pair[:1]), written(case.right, pair[1:])
    text = f"{case.left.called} says “{said[0]}”, {case.right.called} says “{said[1]}”."
    return case.finding("contradicts", text, reason="antonym", opposites=list(pair))


def possible(left: Profile, right: Profile) -> bool:
    """Whether two articles share enough matter for a paraphrase."""
    if left.article.id == right.article.id or left.content.items.isdisjoint(right.content.items):
        return False
    both = overlap(left.content, right.content)
    return len(both.shared) > 1 and both.of_shorter >= weights().limits.paraphrase


DETECTOR = Detector("quote_meaning", ("variant", "corroborates", "contradicts"), Quote, detect, possible)
"""Two quotes of the same matter."""

CASES = (
    Example(
        "Two translations of one speaker's words are a variant.",
        quote("Tusk dreigde met „[hoge kosten en zware gevolgen]”.", "Donald Tusk", kind="mixed", article="a"),
        quote("Tusk waarschuwde voor ‘[ernstige consequenties]’.", "Donald Tusk", kind="mixed", article="b"),
        "variant",
    ),
    Example(
        "One says up where the other says down, on one matter and day.",
        quote("De bond zegt dat [de werkloosheid in Luik na de sluiting stijgt].", "Els Maas", kind="indirect",
              published="2024-05-04", article="a"),
        quote("De stad zegt dat [de werkloosheid in Luik na de sluiting daalt].", "Koen Claes", kind="indirect",
              published="2024-05-04", article="b"),
        "contradicts",
    ),
    Example(
        "A number in words and one in digits are one number.",
        quote("„[Na achttien uur was er nog geen hulp]”, zei Els Maas.", "Els Maas", article="a"),
        quote('"[There was still no help after 18 hours]", Maas said.', "Els Maas", article="b", lang="en"),
        "variant",
    ),
    Example(
        "Two numbers are no translation of one.",
        quote("„[Na achttien uur was er nog geen hulp]”, zei Els Maas.", "Els Maas", article="a"),
        quote('"[There was still no help after eight hours]", Maas said.', "Els Maas", article="b", lang="en"),
        None,
    ),
    Example(
        "Quotes of two speakers that share a word or two are nothing to say.",
        quote("„[De gevolgen zijn ernstig voor de visserij]”, zei Maas.", "Els Maas", article="a"),
        quote("„[De oefening heeft gevolgen voor het verkeer]”, zei Claes.", "Koen Claes", article="b"),
        None,
    ),
)  # fmt: skip
"""What it must and must not say."""
