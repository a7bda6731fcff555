"""One source says that it is not so."""

from __future__ import annotations

from workbench.compare.cases import quote
from workbench.compare.detectors.base import Detector, Example
from workbench.compare.levels import Case, Finding, add_event, add_order, add_origin, add_speaker
from workbench.compare.profile import Profile, matter
from workbench.compare.world import kinds
from workbench.model import Quote

FAR_DAYS = 185
"""Days after which a denial no longer answers an assertion."""
NO_ASSERTION = ("conditional", "demanded")


def detect(case: Case) -> Finding | None:
    """Hold a denial against what another source asserts."""
    for denier, asserter in ((case.left, case.right), (case.right, case.left)):
        strength = denies(denier)
        if strength and not denies(asserter) and _asserted(asserter) and _answers(denier, asserter):
            return _judge(case, denier, asserter, strength)
    return None


def denies(side: Profile) -> str | None:
    """``denied`` where the source is said to deny, ``negated`` where its words say no; None for neither."""
    quote_ = side.mention
    assert isinstance(quote_, Quote)
    cue = matter(quote_.cue_text, side.lang).marks if quote_.cue_text else frozenset()
    if quote_.polarity == "not_denied" or {"denial", "negation"} <= cue:
        return None
    if quote_.polarity == "denied" or "denial" in cue:
        return "denied"
    return "negated" if {"negation", "denial"} & side.content.marks else None


def _asserted(side: Profile) -> bool:
    quote_ = side.mention
    return isinstance(quote_, Quote) and quote_.polarity == "affirmed" and quote_.modality not in NO_ASSERTION


def _answers(denier: Profile, asserter: Profile) -> bool:
    """Whether what is denied is what is asserted: its concepts return, at least one of them a happening."""
    denied, said = denier.content.concepts, asserter.content.concepts
    shared = denied & said
    happening = shared & kinds().events or (shared - kinds().weak if len(shared) > 1 else frozenset())
    needed = min(2, len(denied)) if denies(denier) == "denied" else 2
    one_side = denier.speaker_country and denier.speaker_country == asserter.speaker_country
    return bool(happening) and len(shared) >= needed and not one_side


def _judge(case: Case, denier: Profile, asserter: Profile, strength: str) -> Finding | None:
    if add_speaker(case) is not False:
        return None
    add_order(case)
    if case.left.when and case.right.when and case.left.when.gap(case.right.when) > FAR_DAYS:
        return None
    common = denier.countries & asserter.countries or denier.context.names & asserter.context.names
    if not common and add_event(case) != "same":
        return None
    if "event" not in case.names:
        add_event(case)
    add_origin(case)
    shared = sorted(denier.content.concepts & asserter.content.concepts)
    case.add("words", "meaning", note=", ".join(shared))
    case.add("polarity", strength, denier.mention.text, asserter.mention.text)
    return case.finding(
        "denies",
        f"{denier.speaker} denies what {asserter.speaker} says: “{asserter.mention.text}”.",
        denial=denier.mention.id,
        assertion=asserter.mention.id,
        shared=shared,
    )


DETECTOR = Detector("denial", ("denies",), Quote, detect)
"""A denial and an assertion."""

CASES = (
    Example(
        "A denied plan answers the assertion that it is being prepared.",
        quote("De Turkse inlichtingendienst zegt dat Syrië [een offensief voorbereidt].", "Turkse inlichtingendienst",
              kind="indirect", article="a"),
        quote("Damascus ontkent [een aanval te plannen].", "Damascus", kind="indirect", polarity="denied", cue_text=None,
              article="b"),
        "denies",
    ),
    Example(
        "Not denying is no denial.",
        quote("De Turkse inlichtingendienst zegt dat Syrië [een offensief voorbereidt].", "Turkse inlichtingendienst",
              kind="indirect", article="a"),
        quote("Damascus ontkende niet [een aanval te plannen].", "Damascus", kind="indirect", polarity="not_denied",
              article="b"),
        None,
    ),
    Example(
        "A denial of something else is no answer.",
        quote("De Turkse inlichtingendienst zegt dat Syrië [een offensief voorbereidt].", "Turkse inlichtingendienst",
              kind="indirect", article="a"),
        quote("Damascus ontkent [de fraude bij de verkiezingen].", "Damascus", kind="indirect", polarity="denied",
              article="b"),
        None,
    ),
)  # fmt: skip
"""What it must and must not say."""
