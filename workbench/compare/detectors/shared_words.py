"""Two reports of one speaker on one story, in two languages or one of a single word: perhaps one utterance."""

from __future__ import annotations

from functools import partial

from rapidfuzz.distance import LCSseq

from workbench.compare.cases import quote
from workbench.compare.detectors.base import Detector, Example
from workbench.compare.kinship import Kinship, Unit, kinship
from workbench.compare.levels import (
    Case,
    Finding,
    add_event,
    add_order,
    add_origin,
    clipped,
    gap,
)
from workbench.compare.matter import Matter
from workbench.compare.meaning import firmness_differs, negated, numbers_differ, opposites
from workbench.compare.profile import Profile
from workbench.compare.voices import one_voice
from workbench.compare.wording import MAX_SHOWN
from workbench.compare.world import weights
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
    if not possible(left, right) or gap(case) > ONE_OCCASION:
        return None
    voice = one_voice(left, right)
    if voice is False:
        return None
    texts, langs = (left.mention.text, right.mention.text), (left.lang, right.lang)
    kin = kinship(*texts, langs)
    if _at_odds(case, kin):
        # What another sentence of a long quote says has nothing to do with the one that is told again.
        kin = kinship(*texts, langs, whole=False)
    if not _enough(case, kin, sure=voice is True) or _at_odds(case, kin):
        return None
    case.add("words", "some", partial(_words, kin.left), partial(_words, kin.right))
    case.add("speaker", "same" if voice else "unknown", left.called or "", right.called or "")
    add_order(case)
    sure = voice is True and kin.share >= SURE_SHARE and kin.weight >= SURE_MATTER
    if add_event(case) not in (("same", "around", "story", "some") if sure else ("same", "around", "story")):
        return None
    add_origin(case)
    who = left.called or right.called or "an unknown speaker"
    text = f"{who}, perhaps once: “{clipped(left.mention.text)}” and “{clipped(right.mention.text)}”."
    subtype = "translated" if left.lang != right.lang else "paraphrased"
    return case.finding("variant", text, subtype=subtype)


def _words(shared: tuple[Unit, ...]) -> str:
    return ", ".join(unit.text for unit in shared[:MAX_SHOWN])


def _at_odds(case: Case, kin: Kinship) -> bool:
    """Whether the sentences that share the words differ by a negation, a number, firmness or an opposite."""
    one, other = kin.pieces
    said = [_turned(side, piece) for side, piece in ((case.left, one), (case.right, other))]
    return (
        said[0] != said[1]
        or numbers_differ(one, other)
        or firmness_differs(one, other)
        or opposites(one, other) is not None
    )


def _turned(side: Profile, piece: Matter) -> bool:
    """Whether a quote, or the one sentence of it that counts, says that something is not so."""
    return negated(side) if piece.words == side.content.words else "negation" in piece.marks


def _enough(case: Case, kin: Kinship, *, sure: bool) -> bool:
    """Whether what two quotes share is more than any two on one matter do.

    Args:
        case: the pair.
        kin: what they share.
        sure: whether both have one speaker.

    """
    if sure and min(len(side.content.telling) for side in (case.left, case.right)) == 1:
        return kin.share >= 1.0 and any(not unit.weak and len(unit.text) >= LEAST_WORD for unit in kin.left)
    name = ("same" if sure else "unsure") + ("_translated" if case.left.lang != case.right.lang else "")
    share, of_longer, least = weights().limits.retold[name]
    if case.left.lang == case.right.lang and _in_order(case.left.content, case.right.content):
        return True
    told = kin.telling > 0 and len(kin.left) > 1
    return told and kin.share >= share and kin.of_longer >= of_longer and kin.weight >= least


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
    """Whether two quotes of two articles share anything, or are of two languages, and a speaker of one is known."""
    if left.article.id == right.article.id or not (left.speaker or right.speaker):
        return False
    one, other = left.content, right.content
    if max(len(one.words), len(other.words)) > MOST_WORDS:
        return False
    return left.lang != right.lang or not (one.items | one.telling).isdisjoint(other.items | other.telling)


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
        "A report in other words and order says again what was quoted.",
        quote("„[Als de stad niet betaalt, is sluiting van het zwembad onvermijdelijk]”, zei Els Maas.", "Els Maas",
              published="2024-05-04", article="a",
              lead="Het zwembad van Gent wacht op geld, zegt Els Maas van zwemclub Meridia."),
        quote("Volgens de voorzitter is [sluiting van het zwembad onvermijdelijk als er van de stad geen geld komt].",
              "voorzitter", kind="indirect", published="2024-05-04", article="b",
              lead="De voorzitter van zwemclub Meridia in Gent vreest voor het zwembad, want de stad geeft geen geld."),
        "variant",
    ),
    Example(
        "One sentence of a long quote is what another paper translates.",
        quote("„[We wijken niet. Dit is een aanval op onze open en tolerante stad]”, zei Els Maas.", "Els Maas",
              published="2024-05-04", article="a", lead="Na de aanslag in Gent sprak burgemeester Els Maas."),
        quote('"[It is an attack on our open and tolerant city]," Maas said.', "Els Maas", lang="en",
              published="2024-05-04", article="b", lead="After the attack in Ghent mayor Els Maas spoke."),
        "variant",
    ),
    Example(
        "Nearly the same report that says \"not\" is no other wording of it.",
        quote("„[De sluiting van het zwembad in Gent is onvermijdelijk voor de zwemclub]”, zei Els Maas.", "Els Maas",
              published="2024-05-04", article="a", lead=_LEADS[0]),
        quote("Volgens de voorzitter [is voor de zwemclub in Gent sluiting van het zwembad niet onvermijdelijk].",
              "voorzitter", kind="indirect", published="2024-05-04", article="b", lead=_LEADS[1]),
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
