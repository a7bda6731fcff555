"""What is said of two figures that are lined up: the first kind of the closed list that fits."""

from __future__ import annotations

from workbench.compare.correcting import corrects
from workbench.compare.dropping import dropped
from workbench.compare.levels import Finding
from workbench.compare.lineup import AMOUNT_DIGITS, FITS, Pair
from workbench.compare.parallel import only_numbers_here_differ
from workbench.compare.profile import Profile
from workbench.compare.quantity import compatible, is_telling
from workbench.compare.scope import PART, scope
from workbench.compare.stating import change_of, intervals
from workbench.compare.world import kinds, weights
from workbench.model import RelationKind

CLEAR_RATIO = 1.25
"""Ratio from which two sources that are set against each other do not mean one number, round as both are."""
LEAST_CHANGE = 1.05
"""Ratio from which a running count has changed, though a hedge lets both numbers be one."""
WITHIN_A_DAY = 2.5
"""Ratio up to which a running count can change between two papers of one day that are on one event."""
AT_ONCE = ("same_day", "same_time")
"""Orders of two figures that can be of one time."""


def judge(pair: Pair, noun: str) -> Finding | None:
    """How two figures that are lined up stand to each other.

    Args:
        pair: the figures.
        noun: level of the thing counted.

    """
    if noun == "other_word":
        return _in_agreement(pair)
    if _one_voice(pair):
        return _within_article(pair)
    if corrects(pair):
        return _clash(pair)
    if pair.differs and not _said_once(pair):
        return _other_scope(pair, noun)
    return _of_one_scope(pair, noun)


def _said_once(pair: Pair) -> bool:
    """Whether "of them" or "a year" may stand at one number and hold for both: of one value, or side by side."""
    near = pair.fit in FITS and pair.event in ("same", "around", "story")
    return pair.differs == (PART,) and (near or pair.side_by_side)


def _of_one_scope(pair: Pair, noun: str) -> Finding | None:
    fits = pair.fit in FITS
    if noun == "broader":
        one_number = pair.fit != "overlap" or pair.left.value == pair.right.value
        one_story = pair.event in ("same", "around", "story")
        if fits and one_number and (one_story or is_telling(pair.left, pair.right, AMOUNT_DIGITS)):
            return _agreeing(pair)
        return _at_one_time(pair) if _head_counts(pair) else _other_scope(pair, noun)
    changed = _changed(pair)
    if fits and not changed:
        return _agreeing(pair)
    if changed or pair.order in ("earlier", "later"):
        return _share(pair) or _later(pair)
    if pair.order in AT_ONCE:
        return _at_one_time(pair) if noun != "near_concept" else _other_scope(pair, noun)
    return None


def _one_voice(pair: Pair) -> bool:
    """Whether one article gives both figures on the word of one source, or as its own."""
    one_sourced = (pair.case.left.speaker is None) != (pair.case.right.speaker is None)
    return pair.same_article and pair.same_speaker is not False and not one_sourced


def _head_counts(pair: Pair) -> bool:
    """Whether two sources count heads at one event: the "people" of the one are the demonstrators of the other."""
    concepts = {scope(side).concept for side in (pair.case.left, pair.case.right)}
    at_once = pair.order in AT_ONCE and pair.same_speaker is False
    return at_once and bool(concepts & kinds().momentary) and pair.event in ("same", "around")


def _changed(pair: Pair) -> bool:
    """Whether a running count, or one that is said to have changed, is another one by now.

    Articles known by their month alone tell the order no better than their words do.
    """
    if pair.same_article or pair.order in ("wide", "unknown") or pair.fit in ("equal", "slip"):
        return False
    if pair.event in ("none", "some", "differs"):
        return False
    fits = pair.fit in FITS
    if pair.order == "same_day":
        # Two papers of one day may have gone to press hours apart; two sources are another matter.
        told_twice = pair.event == "same" and pair.side_by_side
        far = pair.event == "same" and pair.ratio > WITHIN_A_DAY
        return pair.running and not fits and not told_twice and not far
    if fits:
        return pair.running and pair.ratio >= LEAST_CHANGE
    return pair.order == "same_time" and not pair.moment and (pair.running or _newer(pair) is not None)


def _newer(pair: Pair) -> Profile | None:
    """The only side whose sentence says that the number has changed."""
    found = [side for side in (pair.case.left, pair.case.right) if "updating" in side.context.marks]
    return found[0] if len(found) == 1 else None


def _within_article(pair: Pair) -> Finding | None:
    """A source that names a number twice says it again; other numbers of it are other things."""
    if pair.fit == "disjoint" and not pair.differs and _revised(pair):
        return _later(pair)
    if pair.fit != "equal" or pair.differs:
        return None
    a, b = pair.texts()
    pair.case.add("origin", "one_voice")
    return pair.case.finding("repeats", f"“{a}” is stated again as “{b}”.")


def _revised(pair: Pair) -> bool:
    """Whether an article says itself that a number of one thing has changed: "first", "reduced to"."""
    sides = pair.case.left, pair.case.right
    return (pair.together or pair.one_paragraph) and any(
        {"updating", "formerly"} & side.context.marks for side in sides
    )


def _other_scope(pair: Pair, noun: str) -> Finding | None:
    if pair.event == "none":
        return None
    part_of_it = pair.case.names.get("part") == "differs" and (pair.same_article or noun == "unknown")
    if part_of_it or (pair.same_article and pair.fit == "equal"):
        return None
    what = list(pair.differs)
    if noun not in ("same_concept", "same_word"):
        what.append("thing counted")
    a, b = pair.texts()
    return pair.case.finding("different_scope", f"“{a}” and “{b}” differ in {'; '.join(what)}.", differs=what)


def _agreeing(pair: Pair) -> Finding | None:
    a, b = pair.texts()
    left, right = pair.case.left, pair.case.right
    who = dropped(pair)
    if who:
        pair.case.add("speaker", "dropped", left.speaker or "", right.speaker or "")
        text = f"“{a}” and “{b}”: {who} is given as the source of only one."
        return pair.case.finding("misattributed", text, subtype="attribution_dropped", source=who)
    if pair.same_article and pair.same_speaker is False and is_telling(pair.left, pair.right, AMOUNT_DIGITS):
        return _in_agreement(pair)
    if pair.same_article or _one_report(pair):
        if pair.fit != "equal" or pair.same_speaker is False:
            return None
        return pair.case.finding("repeats", f"“{a}” is stated again as “{b}”.")
    return _in_agreement(pair)


def _in_agreement(pair: Pair) -> Finding | None:
    a, b = pair.texts()
    left, right = pair.case.left, pair.case.right
    if pair.event == "none" and pair.fit == "overlap" and not is_telling(pair.left, pair.right):
        # Two vague numbers of one sort of thing meet by chance: that is no agreement yet.
        return None
    if pair.fit == "nested" and pair.left.value != pair.right.value:
        precise = left if pair.left.precision < pair.right.precision else right
        text = f"“{precise.mention.text}” is the more precise of “{a}” and “{b}”."
        return pair.case.finding("refines", text, precise=precise.mention.id, intervals=intervals(pair))
    return pair.case.finding("corroborates", f"“{a}” and “{b}” agree.", intervals=intervals(pair))


def _one_report(pair: Pair) -> bool:
    """Whether both sentences are copies of one report."""
    a, b = pair.case.left.context.words, pair.case.right.context.words
    return len(a) > 6 and [w.folded for w in a] == [w.folded for w in b]


def _share(pair: Pair) -> Finding | None:
    """A much smaller number that alone says where, of an event only the paragraphs share, may be a part of the other."""
    here, there = pair.case.shown("place")
    if pair.event not in ("around", "story") or bool(here) == bool(there):
        return None
    placed, whole = (pair.left, pair.right) if here else (pair.right, pair.left)
    if placed.value * 2 > whole.value:
        return None
    a, b = pair.texts()
    text = f"“{a}” and “{b}”: only one says where ({here or there}); it may be a part of the other."
    return pair.case.finding("different_scope", text, differs=["place"])


def _later(pair: Pair) -> Finding | None:
    momentary = pair.concept in kinds().momentary
    if momentary and pair.gap > weights().limits.momentary_days:
        return None
    a, b = pair.texts()
    later = _later_side(pair)
    last = later is pair.case.right
    old, new = (a, b) if last else (b, a)
    known = pair.order in ("earlier", "later") or pair.running or _newer(pair) is not None
    change = change_of(*((pair.left, pair.right) if last else (pair.right, pair.left)))
    return pair.case.finding(
        "updates",
        f"“{new}” is {'' if known else 'perhaps '}later than “{old}” ({change}).",
        later=later.mention.id,
        change=change,
        intervals=intervals(pair),
    )


def _later_side(pair: Pair) -> Profile:
    """The side that speaks of the later time; by its words, or by the higher number, where no day is known."""
    if pair.order in ("earlier", "later"):
        return pair.case.right if pair.order == "earlier" else pair.case.left
    higher = pair.case.right if pair.right.value >= pair.left.value else pair.case.left
    return _newer(pair) or higher


def _at_one_time(pair: Pair) -> Finding | None:
    a, b = pair.texts()
    heads = pair.moment or pair.concept in kinds().momentary
    two_sources = pair.side_by_side or (heads and pair.same_speaker is False)
    parallel = pair.event == "parallel" and only_numbers_here_differ(pair.case.left, pair.case.right)
    sure = pair.order == "same_day" or two_sources or parallel or pair.case.cue >= weights().cues["certain"]
    places = pair.case.shown("place")
    one_event = parallel or pair.event == "same" or (pair.event == "around" and pair.same_speaker is False)
    if pair.same_article and pair.same_speaker is not False:
        return None
    # A share of a place is no share of the whole, which names none.
    placed = pair.left.dimension == "percent" and bool(places[0]) != bool(places[1])
    foreseen = [
        not side.context.concepts.isdisjoint(kinds().forecasts) for side in (pair.case.left, pair.case.right)
    ]
    narrowed = [scope(side).qualities for side in (pair.case.left, pair.case.right)]
    if bool(narrowed[0]) != bool(narrowed[1]) and not two_sources and not parallel and not pair.same_article:
        return _narrower(pair)
    if placed or foreseen[0] != foreseen[1] or not sure or not one_event:
        return _restated(pair)
    if compatible(pair.left, pair.right) and pair.fit != "slip" and not (two_sources and _clearly(pair)):
        if pair.running and pair.ratio >= LEAST_CHANGE and not pair.same_article:
            return _later(pair)
        kind: RelationKind = "refines" if pair.left.precision != pair.right.precision else "corroborates"
        return pair.case.finding(kind, f"“{a}” and “{b}” can both be true.", intervals=intervals(pair))
    stated = _also_stated(pair.case.left, pair.case.right) or _also_stated(pair.case.right, pair.case.left)
    if stated and not two_sources and not parallel:
        return None
    return _clash(pair)


def _narrower(pair: Pair) -> Finding | None:
    """A number of something of a sort and one of all of it: not even a restated one."""
    a, b = pair.texts()
    text = f"“{a}” and “{b}”: only one says of which sort; it may be a part of the other."
    return pair.case.finding("different_scope", text, differs=["population"])


def _clearly(pair: Pair) -> bool:
    """Whether two numbers lie apart by more than what either can stand for: 5,000 and 8,000, over 20,000 and 50,000."""
    return not pair.left.loose.meets(pair.right.loose) and pair.ratio >= CLEAR_RATIO


def _clash(pair: Pair) -> Finding:
    a, b = pair.texts()
    names = [side.called or side.article.name for side in (pair.case.left, pair.case.right)]
    note = {"adjacent": ", but only just", "slip": ", by a factor of a thousand"}.get(pair.fit, "")
    return pair.case.finding(
        "contradicts",
        f"“{a}” ({names[0]}) and “{b}” ({names[1]}) cannot both be true{note}.",
        reason="number",
        adjacent=pair.fit == "adjacent",
        sources=names,
        intervals=intervals(pair),
    )


def _restated(pair: Pair) -> Finding | None:
    """Two numbers of one thing in one story and month: which came later is not known, that one gave way to it is likely.

    The sentences must share some matter, or a unit that says what it measures. No word may tell that the one states the
    other's number of something else.
    """
    shared = pair.unsaid or pair.case.cue >= weights().cues["some"]
    near = pair.event in ("same", "around", "story") and shared
    if (
        pair.same_article
        or pair.order != "same_time"
        or pair.moment
        or not near
        or pair.concept in kinds().weak
    ):
        return None
    if (pair.concept is None and not pair.unsaid) or pair.ratio > weights().limits.ratio_without_event:
        return None
    return _share(pair) or _later(pair)


def _also_stated(one: Profile, other: Profile) -> bool:
    """Whether a sentence states the other figure's number too: then it is about something else there."""
    digits = [word.folded for word in other.content.words if word.folded[0].isdigit()]
    around = {word.folded for word in one.context.words} - {word.folded for word in one.content.words}
    return bool(digits) and digits[0] in around
