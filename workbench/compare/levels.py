"""Labelled levels: every comparison of two mentions that a detector made, and the score they add up to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from math import exp

from workbench.compare.independence import one_origin
from workbench.compare.matter import shared_weight
from workbench.compare.profile import Profile, same_speaker
from workbench.compare.profile import shared as shared_items
from workbench.compare.quoting import quoted_alike
from workbench.compare.when import Order, order
from workbench.compare.wording import both, written
from workbench.compare.world import kinds, weights
from workbench.model import Evidence, Level, Relation, RelationKind

LABELS: dict[str, str] = {
    "value.equal": "same value", "value.nested": "one stands for the other", "value.overlap": "ranges overlap",
    "value.adjacent": "ranges touch", "value.slip": "apart by a factor of a thousand", "value.disjoint": "apart",
    "noun.same_word": "same word", "noun.same_concept": "same thing counted", "noun.near_concept": "nearly the same thing",
    "noun.broader": "one is a kind of the other", "noun.unknown": "not said what is counted",
    "noun.other_word": "another word, but one number",
    "unit.same": "same unit", "unit.converted": "converted",
    "unit.unsaid": "unit not said on one side", "population.same": "same population",
    "population.unknown": "population not said on both sides", "population.differs": "population differs",
    "place.same": "same place", "place.unknown": "place not said on both sides", "place.differs": "place differs",
    "holder.differs": "of two parties",
    "part.same": "both whole or both part", "part.differs": "one is a part or a rate",
    "as_of.one_moment": "counts of one moment", "as_of.same_day": "same day",
    "as_of.same_time": "same month", "as_of.later": "later", "as_of.unknown": "no sure order",
    "event.same": "same event", "event.around": "the paragraphs are on the same event",
    "event.parallel": "one sentence but for the figures", "event.story": "the articles tell one story",
    "event.some": "some words shared", "event.none": "no word of an event shared",
    "event.differs": "other events", "speaker.same": "same speaker", "speaker.differs": "other speaker",
    "speaker.dropped": "source dropped", "speaker.unknown": "a speaker is not known", "words.same": "same words",
    "words.near": "nearly the same words", "words.part": "one is part of the other", "words.meaning": "same matter",
    "words.some": "some words shared",
    "words.differ": "other words", "similarity.near": "near in meaning", "similarity.some": "alike in meaning",
    "similarity.far": "less alike in meaning", "modality.same": "equally firm", "modality.shift": "firmness differs",
    "polarity.denied": "denied by the source", "polarity.negated": "negated", "origin.same_article": "same article",
    "origin.other_article": "other article", "origin.one_voice": "the source again in one article",
    "origin.other_outlet": "other outlet", "origin.one_origin": "one origin",
}  # fmt: skip
"""Comparison and level to what the analyst reads."""


def level(comparison: str, name: str, left: str = "", right: str = "", note: str = "") -> Level:
    """A level with its label and weight."""
    label = LABELS[f"{comparison}.{name}"]
    return Level(
        comparison, f"{label}: {note}" if note else label, weights().weights[comparison][name], left, right
    )


Shown = str | Callable[[], str]
"""What a level shows of a side; made only for a pair that is related, since most pairs are not."""


def _made(text: Shown) -> str:
    return text if isinstance(text, str) else text()


STORY_DAYS, LONG_STORY_DAYS = 31, 184
"""Days within which articles that share names, but no happening, may tell one story; and if they share many."""
ONE_ORIGIN = "Both have it from one origin."
"""Added to the reason where an agreement is a repetition."""
SHOWN = 90
"""Characters of a mention in a sentence of evidence; the whole of it stands beside it on the screen."""


def clipped(text: str) -> str:
    """The text, cut at a word where it is long."""
    return text if len(text) <= SHOWN else text[:SHOWN].rsplit(" ", 1)[0] + " …"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a detector says of a pair."""

    kind: RelationKind
    """The relation."""
    evidence: Evidence
    """Why."""


@dataclass(slots=True)
class Case:
    """Levels as they are gathered, by comparison."""

    left: Profile
    """The one published first."""
    right: Profile
    """The other."""
    compared: list[tuple[str, str, Shown, Shown, str]] = field(default_factory=list)
    """What was compared, in order: comparison, level, what is shown of both sides, note."""
    names: dict[str, str] = field(default_factory=dict)
    """Comparison to name of its level."""
    cue: float = 0.0
    """What the items shared by the sentences say about one event together."""

    def add(self, comparison: str, name: str, left: Shown = "", right: Shown = "", note: str = "") -> str:
        """Note the level of a comparison and return its name; ``left`` is always of the left mention."""
        self.compared.append((comparison, name, left, right, note))
        self.names[comparison] = name
        return name

    def shown(self, comparison: str) -> tuple[str, str]:
        """What the comparison has of the left and of the right mention, in words; empty where nothing."""
        sides = next(((a, b) for c, _, a, b, _ in self.compared if c == comparison), ("", ""))
        return _made(sides[0]), _made(sides[1])

    def finding(self, kind: RelationKind, summary: str, **details: object) -> Finding:
        """A finding with all levels so far; details are facts, or ``reason`` and ``subtype`` by name."""
        reason, subtype = details.pop("reason", None), details.pop("subtype", None)
        return Finding(
            kind,
            Evidence(
                summary,
                tuple(level(c, name, _made(a), _made(b), note) for c, name, a, b, note in self.compared),
                str(reason) if reason else None,
                str(subtype) if subtype else None,
                details,
            ),
        )


def score(kind: RelationKind, evidence: Evidence) -> float:
    """How much a pair deserves a look: the weights added up, squashed to between 0 and 1."""
    total = weights().kinds[kind] + sum(item.weight for item in evidence.levels)
    return 1 / (1 + exp(-total))


def relation(left: Profile, right: Profile, found: Finding, detector: str) -> Relation:
    """The relation that a finding makes of a pair; one report in two papers agrees with itself, and is repeated."""
    kind, evidence = found.kind, found.evidence
    if (
        kind == "corroborates"
        and one_origin(left.article, right.article)
        and same_speaker(left, right) is not False
    ):
        kind, evidence = "repeats", replace(evidence, summary=f"{evidence.summary} {ONE_ORIGIN}")
    return Relation(
        left=left.mention.id,
        right=right.mention.id,
        kind=kind,
        score=score(kind, evidence),
        evidence=evidence,
        detector=detector,
    )


def add_event(case: Case, apart: frozenset[str] = frozenset()) -> str:
    """Whether the sentences speak of one event, by what they share, or else the paragraphs.

    Args:
        case: the pair.
        apart: items that say nothing of the event, such as the thing that both count.

    """
    left, right = case.left.context, case.right.context
    shared = shared_items(case.left, case.right, case.left.cues, case.right.cues) - apart
    if case.left.speaker_country and case.left.speaker_country in right.countries:
        shared |= {f"@{case.left.speaker_country}"}
    if case.right.speaker_country and case.right.speaker_country in left.countries:
        shared |= {f"@{case.right.speaker_country}"}
    total, cues = shared_weight(shared), weights().cues
    case.cue = total
    shown = both(case.left, case.right, shared)
    if total >= cues["same"] and (shared & kinds().events or any(item[0] in "^~" for item in shared)):
        return case.add("event", "same", *shown)
    other_events = left.events and right.events and not left.events & right.events
    if other_events and total < cues["same"] and not _told_there(case):
        return case.add(
            "event",
            "differs",
            partial(written, case.left, left.events),
            partial(written, case.right, right.events),
        )
    if case.left.comparable.around and case.right.comparable.around:
        wide = shared_items(case.left, case.right, case.left.wide, case.right.wide) - apart
        if wide & kinds().events and shared_weight(wide) >= cues["same"]:
            return case.add("event", "around", *both(case.left, case.right, wide))
    said = quoted_alike(case.left, case.right)
    if said:
        return case.add("event", "story", *said)
    told = _one_story(case)
    if told:
        return case.add("event", "story", *both(case.left, case.right, told))
    return case.add("event", "some", *shown) if total >= cues["some"] else case.add("event", "none")


def _told_there(case: Case) -> bool:
    """Whether what happens in one sentence is in the story of the other, which tells here of what came of it."""
    left, right = case.left, case.right
    return bool(left.context.events & right.story.items or right.context.events & left.story.items)


def _one_story(case: Case) -> frozenset[str]:
    """What the beginnings of two articles share, if it is a name or place, and enough beside it.

    News of a happening names the happening; without one it takes a name of more than a country, and more matter.
    """
    left, right = case.left.story, case.right.story
    found = shared_items(case.left, case.right, left.items | left.capitals, right.items | right.capitals)
    cues = weights().cues
    happening = any(item[0] in "@^" for item in found) and found & kinds().events
    least = cues["story"] if happening else cues["story_of_names"]
    apart = (
        case.left.published.gap(case.right.published) if case.left.published and case.right.published else 0
    )
    if not happening and (apart > LONG_STORY_DAYS or not any(item[0] == "^" for item in found)):
        return frozenset()
    least = cues["long_story"] if not happening and apart > STORY_DAYS else least
    return found if shared_weight(found) >= least else frozenset()


def add_order(case: Case, concept: str | None = None) -> Order:
    """How the times lie that the two speak of.

    Args:
        case: the pair.
        concept: the thing counted; heads are counted at the event, on whatever day a paper tells of it.

    """
    left, right = case.left.when, case.right.when
    found = order(left, right)
    momentary = found in ("earlier", "later") and concept in kinds().momentary
    if momentary and left and right and left.gap(right) < weights().limits.momentary_days:
        case.add("as_of", "one_moment", _shown(case.left), _shown(case.right))
        return "same_time"
    names = {"same_day": "same_day", "same_time": "same_time", "earlier": "later", "later": "later"}
    case.add("as_of", names.get(found, "unknown"), _shown(case.left), _shown(case.right))
    return found


def gap(case: Case) -> int:
    """Days between the times of the two; 0 where one is not known."""
    left, right = case.left.when, case.right.when
    return left.gap(right) if left and right else 0


def _shown(side: Profile) -> str:
    own = getattr(side.mention, "as_of", None) or getattr(side.mention, "date", None)
    return str(own or side.article.published or "")


def add_speaker(case: Case) -> bool | None:
    """Whether both have one speaker."""
    same = same_speaker(case.left, case.right)
    name = {True: "same", False: "differs", None: "unknown"}[same]
    case.add("speaker", name, case.left.called or "", case.right.called or "")
    return same


def add_origin(case: Case) -> bool:
    """Whether the two stand in one article."""
    a, b = case.left.article, case.right.article
    if a.id == b.id:
        case.add("origin", "same_article")
        return True
    other = "other_outlet" if a.outlet and b.outlet and a.outlet != b.outlet else "other_article"
    name = "one_origin" if one_origin(a, b) else other
    case.add("origin", name, a.outlet or a.name, b.outlet or b.name)
    return False
