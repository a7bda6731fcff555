"""Two figures side by side: whether they have enough in common for anything to be said of them."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.compare.levels import Case, gap
from workbench.compare.parallel import Place
from workbench.compare.profile import Scope
from workbench.compare.quantity import Fit, Quantity, is_telling, measures, ratio
from workbench.compare.scope import PART
from workbench.compare.ties import of_two_stories
from workbench.compare.when import Order
from workbench.compare.world import kinds, weights
from workbench.model import Figure

DAYS_A_MONTH = 31
SAME_EVENT = ("same", "around")
"""Levels at which sentences, or their paragraphs, are on one event."""
ONE_THING = ("same_word", "same_concept")
"""Levels at which two figures count one thing."""
FITS: tuple[Fit, ...] = ("equal", "nested", "overlap")
"""How values fit that can be one."""
AMOUNT_DIGITS = 2
"""Digits of an amount from which two articles on one story are not likely to state it of two things."""
CLOSE_MATTER = 1.4
"""What two sentences of one story share together, from which a vague number may stand for a precise one."""
SHARED_WORDS = 2
"""Telling words that two sentences share, from which their durations or shares may be of one thing."""
NEAR_CHARS = 3
"""Characters between two sentences that follow each other."""
PARAGRAPH_CHARS = 300
"""Characters between two counts of one thing that one paragraph gives to two sources."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures with what was found of them."""

    case: Case
    """The levels."""
    left: Quantity
    """Quantity of the one published first."""
    right: Quantity
    """Quantity of the other."""
    fit: Fit
    """How the values fit."""
    order: Order
    """How the times lie."""
    concept: str | None
    """The thing counted."""
    differs: tuple[str, ...]
    """What differs in scope."""
    same_article: bool
    """Whether both stand in one article."""
    same_speaker: bool | None
    """Whether both have one source."""
    place: Place
    """Whether both stand at one place of what is one sentence but for the figures."""

    @property
    def event(self) -> str:
        """Level of the event."""
        return self.case.names["event"]

    @property
    def gap(self) -> int:
        """Days between the two times."""
        return gap(self.case)

    @property
    def ratio(self) -> float:
        """Larger over smaller."""
        return ratio(self.left, self.right)

    @property
    def moment(self) -> bool:
        """Whether both count heads at one moment."""
        return self.case.names.get("as_of") == "one_moment"

    @property
    def running(self) -> bool:
        """Whether the thing counted is one whose number changes until it is known."""
        return self.concept in kinds().cumulative

    @property
    def unsaid(self) -> bool:
        """Whether two near numbers are of what the unit says, or of what two sentences on durations or shares say."""
        shared = (
            self.left.dimension in ("time", "percent")
            and self.case.cue >= weights().cues["some"]
            and self.worded
        )
        near = self.ratio <= weights().limits.ratio_without_event
        return near and not self.same_article and (measures(self.left.dimension) or shared)

    @property
    def worded(self) -> bool:
        """Whether the sentences share two words that say something, of the tables or not."""
        one, other = self.case.left.context, self.case.right.context
        told = (one.concepts & other.concepts) - kinds().weak
        return len(one.stems & other.stems) + len(told) >= SHARED_WORDS

    @property
    def together(self) -> bool:
        """Whether both stand in one sentence, or in two that follow each other."""
        a, b = sorted(
            (self.case.left.mention.sentence, self.case.right.mention.sentence), key=lambda s: s.start
        )
        return self.same_article and b.start - a.end <= NEAR_CHARS

    @property
    def counted_twice(self) -> bool:
        """Whether two sources give a number of one thing at one time, of which one may leave the thing unsaid."""
        at_once = self.order in ("same_day", "same_time")
        return at_once and self.same_speaker is False and self.ratio <= weights().limits.ratio_with_event

    @property
    def one_paragraph(self) -> bool:
        """Whether both stand near each other in one paragraph."""
        a, b = sorted((self.case.left.mention.span, self.case.right.mention.span), key=lambda s: s.start)
        one = self.case.left.comparable.around == self.case.right.comparable.around or self.together
        return self.same_article and one and b.start - a.end <= PARAGRAPH_CHARS

    @property
    def side_by_side(self) -> bool:
        """Whether one paragraph gives both, each to its own source."""
        return self.same_speaker is False and self.one_paragraph

    @property
    def of_age(self) -> bool:
        """Whether one of the two is an age as one word says it: "49-jarige", "49-year-old"."""
        return self.left.dimension == "time" and any(len(text.split()) == 1 for text in self.texts())

    @property
    def counts_again(self) -> bool:
        """Whether the sentence of whichever leaves the thing unsaid says that it counts."""
        sides = self.case.left, self.case.right
        bare = [side for side in sides if isinstance(side.mention, Figure) and side.mention.noun_text is None]
        return all({"counting", "estimating", "updating"} & side.context.marks for side in bare)

    def texts(self) -> tuple[str, str]:
        """What the two articles say."""
        return self.case.left.mention.text, self.case.right.mention.text


def counted(first: Scope, second: Scope) -> frozenset[str]:
    """The things counted, which say nothing of the event unless they are what happened."""
    concepts = {scope_.concept for scope_ in (first, second) if scope_.concept} - kinds().events
    return frozenset(concepts | {f"~{scope_.stem}" for scope_ in (first, second)})


def lined_up(pair: Pair, noun: str, event: str, first: Scope, second: Scope) -> bool:
    """Whether there is enough in common to say anything of the two."""
    telling = is_telling(pair.left, pair.right) and event != "differs" and pair.gap <= _near_days()
    shown = event in ("same", "story") and pair.place != "same"
    if (
        not telling
        and not shown
        and of_two_stories(pair.case.left, pair.case.right, one_event=event == "around")
    ):
        return False
    if noun == "other_word":
        return _in_other_words(pair)
    return pair.place == "same" or telling or _of_one_thing(pair, noun, event, first, second)


def _of_one_thing(pair: Pair, noun: str, event: str, first: Scope, second: Scope) -> bool:
    """Whether what the articles tell is likely to be of one thing, by the level of the event and how the values lie."""
    limits = weights().limits
    if noun == "unknown":
        return _of_something(pair, event)
    if event == "same":
        return pair.ratio <= limits.ratio_with_event or pair.fit == "slip"
    if pair.left.dimension not in ("count", "percent"):
        changed = pair.concept is not None and pair.ratio <= limits.ratio_without_event
        near = event in ("around", "some") or (event == "story" and (pair.fit in FITS or changed))
        return noun in ONE_THING and (near or pair.fit == "equal")
    if event == "story":
        return _of_one_story(pair, noun)
    if event in ("around", "some"):
        twice = event == "around" and pair.counted_twice
        return twice or (pair.ratio <= limits.ratio_some_event and pair.gap <= _near_days())
    # The dead and the arrested are those of some event: without it two numbers of them are of two events.
    plain = pair.concept is not None and pair.concept not in kinds().weak | kinds().cumulative
    return (
        event == "none"
        and plain
        and noun in ONE_THING
        and not (first.clause.events and second.clause.events)
        and pair.ratio <= limits.ratio_without_event
        and pair.gap <= _near_days()
    )


def _of_something(pair: Pair, event: str) -> bool:
    """Whether two figures, of which one does not say what it counts, are likely to be of one thing."""
    if event == "story" and pair.unsaid:
        return pair.gap <= _near_days()
    agrees = _agrees(pair, event)
    if agrees or (event == "story" and pair.fit in ("equal", "nested")):
        return agrees
    if pair.of_age:
        # Two ages are of two people, unless they are one number.
        return (
            pair.left.value == pair.right.value and event in (*SAME_EVENT, "story") and not pair.same_article
        )
    if (
        pair.left.dimension == "count"
        and pair.fit not in FITS
        and not (pair.same_article or pair.counts_again)
    ):
        return False
    if event in SAME_EVENT and pair.left.value == pair.right.value and not pair.same_article:
        return pair.worded or is_telling(pair.left, pair.right, AMOUNT_DIGITS)
    close = pair.ratio <= weights().limits.ratio_without_event or pair.together or pair.counted_twice
    return event in SAME_EVENT and close and (pair.left.dimension != "count" or pair.concept is not None)


def _agrees(pair: Pair, event: str) -> bool:
    """Whether a number without a noun may stand for one with it, by what their sentences share in one story or event."""
    if event not in (*SAME_EVENT, "story") or pair.fit not in ("equal", "nested"):
        return False
    if pair.same_article and event != "story":
        return False
    close = pair.case.cue >= weights().cues["some"]
    worded = pair.left.dimension != "count" or pair.worded
    if pair.left.value != pair.right.value:
        return worded and pair.worded and pair.case.cue >= CLOSE_MATTER
    return worded and (close or is_telling(pair.left, pair.right, AMOUNT_DIGITS))


def _in_other_words(pair: Pair) -> bool:
    """Whether one number of one story, in other words, is not likely to be of two things."""
    if pair.place == "same":
        return True
    if pair.event not in (*SAME_EVENT, "story") or set(pair.differs) - {PART} or pair.gap > _near_days():
        return False
    return is_telling(pair.left, pair.right, AMOUNT_DIGITS) or pair.case.cue >= weights().cues["some"]


def _of_one_story(pair: Pair, noun: str) -> bool:
    """Whether two articles on one story give numbers of one thing, near enough to be the same or a changed one."""
    limits = weights().limits
    if noun == "broader" and pair.fit == "equal":
        return is_telling(pair.left, pair.right, AMOUNT_DIGITS)
    if noun not in ONE_THING or pair.gap > _near_days() or (pair.concept is None and noun != "same_word"):
        return False
    return pair.ratio <= (limits.ratio_with_event if pair.running else limits.ratio_without_event)


def _near_days() -> int:
    return weights().limits.months_without_event * DAYS_A_MONTH
