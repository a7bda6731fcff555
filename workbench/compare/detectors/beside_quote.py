"""A paraphrase that says more or less than the quotation beside it."""

from __future__ import annotations

from workbench.compare.cases import quote
from workbench.compare.detectors.base import Detector, Example
from workbench.compare.levels import Case, Finding, add_origin, add_speaker, clipped
from workbench.compare.meaning import firmness_differs, negated, overlap
from workbench.compare.profile import Profile
from workbench.compare.wording import both as in_both
from workbench.model import Quote

NEAR_CHARS = 200
"""Characters between a paraphrase and the quotation that it leads up to, at most."""
SHARE = 0.4
"""Share of the matter that paraphrase and quotation must have in common."""
NEGATED_SHARE = 0.7
"""Share of the matter from which a negation on one side only is taken to turn the whole round;
half of it for the longer one."""


def detect(case: Case) -> Finding | None:
    """Hold a paraphrase against the quotation beside it in the article."""
    a, b = case.left.mention, case.right.mention
    assert isinstance(a, Quote)
    assert isinstance(b, Quote)
    if a.article != b.article or a.span.overlaps(b.span) or (a.kind == "indirect") == (b.kind == "indirect"):
        return None
    distance = max(b.span.start - a.span.end, a.span.start - b.span.end)
    both = overlap(case.left.content, case.right.content)
    if distance > NEAR_CHARS or both.of_shorter < SHARE or len(both.shared) < 2:
        return None
    if add_speaker(case) is False:
        return None
    add_origin(case)
    case.add("words", "meaning", *in_both(case.left, case.right, both.shared))
    said = [side.content.firmness or "" for side in (case.left, case.right)]
    if firmness_differs(case.left.content, case.right.content):
        case.add("modality", "shift", *said)
        text = f"“{clipped(a.text)}” is {said[0]}, “{clipped(b.text)}” is {said[1]}."
        return case.finding("misquotes", text, reason="modality", firmness=said)
    # A negation somewhere in a much longer quotation need not touch what is paraphrased.
    lengths = sorted(len(side.content.words) for side in (case.left, case.right))
    if (
        lengths[1] <= 2 * lengths[0]
        and negated(case.left) != negated(case.right)
        and min(both.of_shorter, 2 * both.of_longer) >= NEGATED_SHARE
    ):
        case.add("polarity", "negated")
        return case.finding(
            "misquotes",
            f"Only one of “{clipped(a.text)}” and “{clipped(b.text)}” is negated.",
            reason="negation",
        )
    return None


def possible(left: Profile, right: Profile) -> bool:
    """Whether both stand in one article."""
    return left.article.id == right.article.id


DETECTOR = Detector("beside_quote", ("misquotes",), Quote, detect, possible)
"""A paraphrase and the quotation beside it."""

_SAID = "De minister zei dat [een akkoord over de lonen dit jaar zeker is]."
CASES = (
    Example(
        "A paraphrase that is firmer than the quotation beside it misquotes.",
        quote(_SAID, "Els Maas", kind="indirect"),
        quote("„[Een akkoord over de lonen is dit jaar mogelijk.]”", "Els Maas", offset=80),
        "misquotes",
    ),
    Example(
        "A paraphrase that is as firm is fine.",
        quote(_SAID, "Els Maas", kind="indirect"),
        quote("„[Dat akkoord over de lonen komt er dit jaar zeker.]”", "Els Maas", offset=80),
        None,
    ),
    Example(
        "A quotation elsewhere in the article is not beside it.",
        quote(_SAID, "Els Maas", kind="indirect"),
        quote("„[Een akkoord over de lonen is dit jaar mogelijk.]”", "Els Maas", offset=2000),
        None,
    ),
)
"""What it must and must not say."""
