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


def detect(case: Case) -> Finding | None:
    """Hold an attack against the statement it is aimed at."""
    a, b = case.left.mention, case.right.mention
    if a.article == b.article and a.span.overlaps(b.span):
        return None
    if ("dispute" in case.left.content.marks) == ("dispute" in case.right.content.marks):
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
        f"{attacker.speaker} attacks what {target.speaker} says: “{clipped(attacker.mention.text)}”.",
        attack=attacker.mention.id,
        target=target.mention.id,
        shared=sorted(shared),
    )


def _about(attacker: Profile, target: Profile, shared: frozenset[str]) -> bool:
    """Whether the attack names what the statement is about, and that is more than what all the news is about."""
    specific = shared & target.content.concepts - kinds().events
    common = attacker.countries & target.countries or attacker.context.names & target.context.names
    return bool(common) and (bool(specific) or len(shared & target.content.concepts) > 1)


def _points_at(attacker: Profile, target: Profile) -> bool:
    """Whether the attack begins with "this" and the statement stands shortly before it."""
    first, second = target.mention, attacker.mention
    words = attacker.content.words
    if first.article != second.article or not words or not is_named(target.speaker or ""):
        return False
    pointing = "pointing" in attacker.content.lex.marks.labels(words[0].folded)
    return pointing and 0 <= second.span.start - first.span.end <= NEAR_CHARS


DETECTOR = Detector("dispute", ("disputes",), Quote, detect)
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
