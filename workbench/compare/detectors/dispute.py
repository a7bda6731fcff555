"""One source attacks the motive, quality or evidence of what another says, not the content."""

from __future__ import annotations

from workbench.compare.cases import quote
from workbench.compare.detectors.base import Detector, Example
from workbench.compare.entities import is_named
from workbench.compare.levels import Case, Finding, add_event, add_order, add_origin, add_speaker, clipped
from workbench.compare.profile import Profile
from workbench.compare.wording import both
from workbench.compare.world import kinds, weights
from workbench.model import Quote

FAR_DAYS = 62
"""Days after which an attack no longer answers a statement."""
NEAR_CHARS = 350
"""Characters between a statement and the "this is …" that attacks it, at most."""
RETORT_WORDS = 3
"""Words of a retort, at most: "nonsense", "all lies"; it answers what was said just before, whoever said it."""
RETORT_CHARS = 120
"""Characters between a statement and a retort, at most."""


def detect(case: Case) -> Finding | None:
    """Hold an attack against the statement it is aimed at."""
    a, b = case.left.mention, case.right.mention
    if a.article == b.article and a.span.overlaps(b.span):
        return None
    if not possible(case.left, case.right):
        return None
    for attacker, target in ((case.left, case.right), (case.right, case.left)):
        brief = max(len(side.content.words) for side in (attacker, target)) <= weights().limits.one_point
        if brief and "dispute" in attacker.content.marks and "dispute" not in target.content.marks:
            return _judge(case, attacker, target)
    return None


def _judge(case: Case, attacker: Profile, target: Profile) -> Finding | None:
    if add_speaker(case) is not False:
        return None
    one_side = attacker.speaker_country and attacker.speaker_country == target.speaker_country
    far = attacker.when and target.when and attacker.when.gap(target.when) > FAR_DAYS
    shared = (attacker.context.concepts & target.context.concepts) - kinds().weak
    if one_side or far or not (_points_at(attacker, target) or _about(attacker, target, shared)):
        return None
    add_order(case)
    add_event(case)
    add_origin(case)
    case.add("words", "meaning", *both(case.left, case.right, shared))
    return case.finding(
        "disputes",
        f"{attacker.called} attacks what {target.called} says: “{clipped(attacker.mention.text)}”.",
        attack=attacker.mention.id,
        target=target.mention.id,
        shared=sorted(shared),
    )


def _about(attacker: Profile, target: Profile, shared: frozenset[str]) -> bool:
    """Whether the attack names what the statement is about, and that is more than what all the news is about."""
    specific = shared & target.content.concepts - kinds().events
    if _shown_by(attacker, target):
        return True
    common = attacker.countries & target.countries or attacker.context.names & target.context.names
    return bool(common) and (bool(specific) or len(shared & target.content.concepts) > 1)


def _shown_by(attacker: Profile, target: Profile) -> bool:
    """Whether the attack is on evidence, and the statement stands in the paragraph of one article that brings it up."""
    evidence = attacker.context.concepts & kinds().evidence - attacker.content.concepts
    one_article = attacker.article.id == target.article.id
    return one_article and any(evidence & said.concepts for said in target.surroundings)


def _points_at(attacker: Profile, target: Profile) -> bool:
    """Whether the attack begins with "this" and the statement stands shortly before it."""
    first, second = target.mention, attacker.mention
    words = attacker.content.words
    apart = second.span.start - first.span.end
    if first.article != second.article or not words or apart < 0:
        return False
    if len(words) <= RETORT_WORDS:
        return apart <= RETORT_CHARS and _retorts(attacker)
    pointing = "pointing" in attacker.content.lex.marks.labels(words[0].folded)
    return pointing and apart <= NEAR_CHARS and is_named(target.speaker or "")


def _retorts(attacker: Profile) -> bool:
    """Whether a few words answer what was said before: a cry, or what somebody calls "that number"."""
    said = attacker.mention
    if not isinstance(said, Quote) or said.in_quote:
        return False
    labels = attacker.context.lex.marks.labels
    return said.kind == "direct" or any("pointing" in labels(word) for word in attacker.beside[0])


def possible(left: Profile, right: Profile) -> bool:
    """Whether one of the two attacks anything, and the other does not."""
    return ("dispute" in left.content.marks) != ("dispute" in right.content.marks)


DETECTOR = Detector("dispute", ("disputes",), Quote, detect, possible)
"""An attack and its target."""

CASES = (
    Example(
        "Calling the satellite images fake disputes what another reads in them.",
        quote(
            "NAVO-chef Els Maas zei dat [satellietbeelden Syrische raketten tonen].",
            "Els Maas",
            kind="indirect",
            article="a",
        ),
        quote(
            "Damascus noemde de satellietbeelden „[nep en van lage kwaliteit]”.",
            "Damascus",
            kind="mixed",
            article="b",
        ),
        "disputes",
    ),
    Example(
        "Calling the images fake disputes what the paragraph that brings them up reports.",
        quote(
            "Volgens Ankara [staan er 9.000 soldaten bij de brug].",
            "Ankara",
            kind="indirect",
            article="a",
            around="Satellietbeelden tonen tanks en tenten. Volgens Ankara staan er 9.000 soldaten bij de brug.",
        ),
        quote(
            "Damascus noemde de satellietbeelden „[nep en van lage kwaliteit]”.",
            "Damascus",
            kind="mixed",
            article="a",
            offset=900,
        ),
        "disputes",
    ),
    Example(
        "A retort answers what was said just before.",
        quote("Volgens de bond [is er nooit overlegd].", "bond", kind="indirect", article="a"),
        quote("‘[Onzin]’, zegt Koen Claes.", "Koen Claes", article="a", offset=50),
        "disputes",
    ),
    Example(
        'Who calls "that number" misleading answers what was said just before.',
        quote("De bond houdt vol dat [560 mensen hun werk verliezen].", "bond", kind="indirect", article="a"),
        quote("Meridia noemt dat aantal ‘[misleidend]’.", "Meridia", kind="mixed", article="a", offset=60),
        "disputes",
    ),
    Example(
        "A retort far from a statement does not answer it.",
        quote("Volgens de bond [is er nooit overlegd].", "bond", kind="indirect", article="a"),
        quote("‘[Onzin]’, zegt Koen Claes.", "Koen Claes", article="a", offset=500),
        None,
    ),
    Example(
        "An attack on something else is no answer.",
        quote(
            "NAVO-chef Els Maas zei dat [de winst van het bedrijf stijgt].",
            "Els Maas",
            kind="indirect",
            article="a",
        ),
        quote(
            "Damascus noemde de satellietbeelden „[nep en van lage kwaliteit]”.",
            "Damascus",
            kind="mixed",
            article="b",
        ),
        None,
    ),
)
"""What it must and must not say."""
