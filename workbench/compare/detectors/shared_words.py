"""Two reports of one speaker on one story, in two languages or one of a single word: perhaps one utterance."""

from __future__ import annotations

from functools import partial

from workbench.compare.cases import quote
from workbench.compare.detectors.base import Detector, Example
from workbench.compare.kinship import Kinship, kinship
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
from workbench.compare.meaning import firmness_differs, negated, numbers_differ
from workbench.compare.profile import Profile, same_speaker
from workbench.compare.wording import written
from workbench.compare.world import kinds, weights
from workbench.model import Quote

ONE_OCCASION = 7
"""Days within which two papers report one utterance."""
LEAST_WORD = 7
"""Letters of a single word in quotation marks that is more than a common one."""
MOST_WORDS = 60
"""Words of a quote, at most, that is one utterance."""


def detect(case: Case) -> Finding | None:
    """Hold the words of two quotes of one speaker against each other."""
    left, right = case.left, case.right
    if not possible(left, right) or gap(case) > ONE_OCCASION or same_speaker(left, right) is not True:
        return None
    if negated(left) != negated(right) or numbers_differ(left.content, right.content):
        return None
    if firmness_differs(left.content, right.content):
        return None
    kin = kinship(left.content, right.content)
    if not _enough(case, kin):
        return None
    case.add("words", "some", partial(written, left, kin.items), partial(written, right, kin.others))
    add_speaker(case)
    add_order(case)
    if add_event(case) not in ("same", "around", "story"):
        return None
    add_origin(case)
    text = f"{left.called}, perhaps once: “{clipped(left.mention.text)}” and “{clipped(right.mention.text)}”."
    subtype = "translated" if left.lang != right.lang else "paraphrased"
    return case.finding("variant", text, subtype=subtype)


def _enough(case: Case, kin: Kinship) -> bool:
    """Whether what two quotes share is more than any two of one speaker on one matter do.

    In one language they share as much by chance, and what is repeated there is found by its wording.
    """
    limits, telling = weights().limits, kin.items - kinds().weak
    if min(len(side.content.telling) for side in (case.left, case.right)) == 1:
        return kin.share >= 1.0 and any(len(item) > LEAST_WORD for item in telling)
    if case.left.lang == case.right.lang:
        return False
    return (
        bool(telling)
        and len(kin.items) > 1
        and kin.share >= limits.some_words
        and kin.weight >= limits.some_matter
    )


def possible(left: Profile, right: Profile) -> bool:
    """Whether two quotes of two articles are short enough, and each has a speaker."""
    sides = left, right
    return left.article.id != right.article.id and all(
        side.speaker is not None and len(side.content.words) <= MOST_WORDS for side in sides
    )


DETECTOR = Detector("shared_words", ("variant",), Quote, detect, possible)
"""Two quotes of one speaker that share some of their words."""

_LEADS = (
    "De brug bij Venlo blijft een jaar dicht, zegt wethouder Els Maas. Aannemer Meridia vond scheuren in de brug.",
    "Wethouder Els Maas wil geld van aannemer Meridia voor de brug bij Venlo, die een jaar dicht blijft.",
)
CASES = (
    Example(
        "One telling word in quotation marks stands in a longer report.",
        quote("Volgens de gemeente was de sfeer „[gemoedelijk]”.", "gemeente", kind="mixed", article="a",
              published="2024-05-04", lead="Bij de betoging van Groene Noorderkade in Gent is niemand opgepakt."),
        quote("Volgens een woordvoerder van de gemeente [verliep de betoging gemoedelijk].", "woordvoerder van de gemeente",
              kind="indirect", article="b", published="2024-05-04",
              lead="Duizenden waren in Gent bij de betoging van Groene Noorderkade."),
        "variant",
    ),
    Example(
        "Words of two languages that are spelt nearly alike show a translation.",
        quote("„[Die Polizei schätzt konservativer, ein Veranstalter eher euphorisch]“, sagte Kim Aarts.", "Kim Aarts",
              lang="de", published="2024-05-04", article="a",
              lead="Zur Demonstration von Noorderkade in Gent kamen Tausende, sagt Kim Aarts."),
        quote('"[Police estimate more conservatively, an organiser rather euphoric]," Kim Aarts said.', "Kim Aarts",
              lang="en", published="2024-05-05", article="b",
              lead="Thousands came to the demonstration of Noorderkade in Gent, says Kim Aarts."),
        "variant",
    ),
    Example(
        "Two utterances of one speaker on one story share some words in one language too.",
        quote("„[De scheuren in de brug zijn de schuld van de aannemer]”, zei Els Maas.", "Els Maas", published="2024-05-04",
              article="a", lead=_LEADS[0]),
        quote("„[Om de scheuren te dichten gaat de brug open]”, zei Els Maas.", "Els Maas", published="2024-05-04",
              article="b", lead=_LEADS[1]),
        None,
    ),
    Example(
        "Words of two speakers are nothing to say.",
        quote("„[We hebben op onze vragen over de scheuren nog altijd geen antwoord]”, zei Els Maas.", "Els Maas",
              published="2024-05-04", article="a", lead=_LEADS[0]),
        quote("Aarts zegt dat [zij de belangrijkste vragen beantwoordt].", "Kim Aarts", kind="indirect",
              published="2024-05-05", article="b", lead=_LEADS[1]),
        None,
    ),
)  # fmt: skip
"""What it must and must not say."""
