"""Two reports on one story that share some of their words in one order, or in two languages: perhaps one utterance."""

from __future__ import annotations

from functools import partial

from rapidfuzz.distance import LCSseq

from workbench.compare.cases import quote
from workbench.compare.detectors.base import Detector, Example
from workbench.compare.entities import is_named
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
from workbench.compare.matter import Matter
from workbench.compare.meaning import firmness_differs, negated, numbers_differ
from workbench.compare.profile import Profile, same_speaker
from workbench.compare.wording import written
from workbench.compare.world import kinds, weights
from workbench.model import Quote

ONE_OCCASION = 7
"""Days within which two papers report one utterance."""
LEAST_WORD = 7
"""Letters of a single word in quotation marks that is more than a common one."""
SURE_SHARE, SURE_MATTER = 0.5, 3.0
"""Share and weight of what two quotes of one speaker share, from which a word or two of one story is enough beside it."""
MOST_WORDS = 150
"""Words of a quote, at most, that is looked at."""
LEAST_ROW, LEAST_BLOCK, LEAST_TELLING = 6, 5, 3
"""Words that stand in both in one order, or side by side, and telling words among them, from which both say them once."""
SHARE_IN_ORDER = 0.4
"""Share of the shorter of two quotes that must stand in the other in its order."""


def detect(case: Case) -> Finding | None:
    """Hold the words of two quotes that may be of one speaker against each other."""
    left, right = case.left, case.right
    if not possible(left, right) or gap(case) > ONE_OCCASION or negated(left) != negated(right):
        return None
    if numbers_differ(left.content, right.content) or firmness_differs(left.content, right.content):
        return None
    same = same_speaker(left, right)
    if same is False and all(is_named(side.speaker or "") for side in (left, right)):
        return None
    kin = kinship(left.content, right.content)
    if not _enough(case, kin, known=same is True):
        return None
    case.add("words", "some", partial(written, left, kin.items), partial(written, right, kin.others))
    add_speaker(case)
    add_order(case)
    sure = same is True and kin.share >= SURE_SHARE and kin.weight >= SURE_MATTER
    if add_event(case) not in (("same", "around", "story", "some") if sure else ("same", "around", "story")):
        return None
    add_origin(case)
    who = left.called or right.called
    text = f"{who}, perhaps once: “{clipped(left.mention.text)}” and “{clipped(right.mention.text)}”."
    subtype = "translated" if left.lang != right.lang else "paraphrased"
    return case.finding("variant", text, subtype=subtype)


def _enough(case: Case, kin: Kinship, *, known: bool) -> bool:
    """Whether what two quotes share is more than any two of one speaker on one matter do.

    In one language words are shared by chance, so they must stand in one order. Where one of the speakers is not named,
    two languages must share more.
    """
    limits, telling = weights().limits, kin.items - kinds().weak
    if min(len(side.content.telling) for side in (case.left, case.right)) == 1:
        return known and kin.share >= 1.0 and any(len(item) > LEAST_WORD for item in telling)
    if case.left.lang == case.right.lang:
        return _in_order(case.left.content, case.right.content)
    if not telling or len(kin.items) == 1:
        return False
    least = 1.0 if known else 1.5
    return kin.share >= least * limits.some_words and kin.weight >= least * limits.some_matter


def _in_order(left: Matter, right: Matter) -> bool:
    """Whether so many words stand in both, in one order, that they were said once."""
    if len(left.telling & right.telling) < LEAST_TELLING:
        return False
    blocks = LCSseq.opcodes(left.row, right.row)
    rows = [left.row[b.src_start : b.src_end] for b in blocks if b.tag == "equal"]
    shared = [word for row in rows for word in row]
    telling = left.telling
    if any(len(row) >= LEAST_BLOCK and len(telling.intersection(row)) >= LEAST_TELLING for row in rows):
        return True
    enough = len(shared) >= max(LEAST_ROW, SHARE_IN_ORDER * min(len(left.row), len(right.row)))
    return enough and len(telling.intersection(shared)) >= LEAST_TELLING


def possible(left: Profile, right: Profile) -> bool:
    """Whether two quotes of two articles share a telling word, or are of two languages, and a speaker of one is known."""
    if left.article.id == right.article.id or not (left.speaker or right.speaker):
        return False
    one, other = left.content, right.content
    if max(len(one.words), len(other.words)) > MOST_WORDS:
        return False
    return left.lang != right.lang or not one.telling.isdisjoint(other.telling)


DETECTOR = Detector("shared_words", ("variant",), Quote, detect, possible)
"""Two quotes of one speaker that share some of their words."""

_LEADS = (
    "De brug bij Venlo blijft een jaar dicht, zegt wethouder Els Maas. Aannemer Meridia vond scheuren in de brug.",
    "Wethouder Els Maas wil geld van aannemer Meridia voor de brug bij Venlo, die een jaar dicht blijft.",
)
CASES = (
    Example(
        "Two longer quotes share a sentence, and one speaker has only a role.",
        quote("„[Dit is geen tijd voor ruzie. Wie nu campagne voert over de rug van de doden, kan ik niet uitstaan]”, "
              "zei Els Maas.", "Els Maas", published="2024-05-04", article="a", lead=_LEADS[0]),
        quote("„[Ik heb de brug gezien. Mensen die campagne voeren over de rug van de doden kan ik niet uitstaan]”, zei de "
              "wethouder.", "wethouder", published="2024-05-05", article="b", lead=_LEADS[1]),
        "variant",
    ),
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
