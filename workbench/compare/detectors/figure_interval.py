"""Figures of one thing: later ones, more precise ones, agreeing ones, those of another scope, those that clash."""

from __future__ import annotations

from workbench.compare.cases import figure
from workbench.compare.detectors.base import Detector, Example
from workbench.compare.levels import Case, Finding, add_event, add_order, add_origin, add_speaker
from workbench.compare.lineup import Pair, counted, lined_up
from workbench.compare.parallel import only_numbers_here_differ, place
from workbench.compare.profile import Profile
from workbench.compare.quantity import Fit, compatible, fit, is_telling
from workbench.compare.scope import add_noun, add_scope, scope
from workbench.compare.stating import apart, change_of, intervals, shown
from workbench.compare.world import kinds, weights
from workbench.model import Figure, RelationKind

DROPPED_DAYS = 45
"""Days within which a figure that lost its source can come from the other article."""
FITS: tuple[Fit, ...] = ("equal", "nested", "overlap")


def detect(case: Case) -> Finding | None:
    """Line up two figures, or say nothing."""
    a, b = case.left.mention, case.right.mention
    assert isinstance(a, Figure)
    assert isinstance(b, Figure)
    left, right = case.left.quantity, case.right.quantity
    if left is None or right is None or left.dimension != right.dimension:
        return None
    first, second = scope(case.left), scope(case.right)
    noun, beside = add_noun(case, first, second), place(case.left, case.right)
    if noun is None or beside == "other":
        return None
    case.add("unit", "same" if a.unit == b.unit else "converted", a.unit, b.unit)
    fits = fit(left, right)
    case.add("value", fits, shown(left), shown(right), apart(left, right, fits))
    differs = add_scope(case, first, second)
    when = add_order(case)
    event = "same" if beside == "same" else add_event(case, counted(first, second))
    if beside == "same":
        case.add("event", "parallel")
    pair = Pair(
        case, left, right, fits, when, first.concept or second.concept, tuple(differs),
        add_origin(case), add_speaker(case), beside,
    )  # fmt: skip
    if not lined_up(pair, noun, event, first, second):
        return None
    return _within_article(pair) if _one_voice(pair) else _judge(pair, noun)


def _one_voice(pair: Pair) -> bool:
    """Whether one article gives both figures on the word of one source, or as its own."""
    one_sourced = (pair.case.left.speaker is None) != (pair.case.right.speaker is None)
    return pair.same_article and pair.same_speaker is not False and not one_sourced


def _within_article(pair: Pair) -> Finding | None:
    """A source that names a number twice says it again; other numbers of it are other things."""
    if pair.fit != "equal" or pair.differs:
        return None
    a, b = pair.texts()
    pair.case.add("origin", "one_voice")
    return pair.case.finding("repeats", f"“{a}” is stated again as “{b}”.")


def _judge(pair: Pair, noun: str) -> Finding | None:
    if pair.differs or noun == "broader":
        return _other_scope(pair, noun)
    if pair.fit in FITS:
        return _agreeing(pair)
    if pair.order in ("earlier", "later"):
        return _share(pair) or _later(pair)
    if pair.order in ("same_day", "same_time"):
        return _at_one_time(pair) if noun != "near_concept" else _other_scope(pair, noun)
    return None


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
    one_sourced = (left.speaker is None) != (right.speaker is None)
    stated = pair.left.value == pair.right.value
    earlier_sourced = left.speaker is not None or pair.same_article
    if (
        pair.left.dimension != "time"
        and one_sourced
        and stated
        and earlier_sourced
        and pair.event != "none"
        and pair.gap <= DROPPED_DAYS
    ):
        who = left.speaker or right.speaker
        pair.case.add("speaker", "dropped", left.speaker or "", right.speaker or "")
        text = f"“{a}” and “{b}”: {who} is given as the source of only one."
        return pair.case.finding("misattributed", text, subtype="attribution_dropped", source=who)
    if pair.same_article or _one_report(pair):
        if pair.fit != "equal" or pair.same_speaker is False:
            return None
        return pair.case.finding("repeats", f"“{a}” is stated again as “{b}”.")
    if pair.event == "none" and pair.fit == "overlap" and not is_telling(pair.left, pair.right):
        # Two vague numbers of one sort of thing meet by chance: that is no agreement yet.
        return None
    if pair.fit == "nested":
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
    if pair.event != "around" or bool(here) == bool(there):
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
    old, new = (a, b) if pair.order == "earlier" else (b, a)
    change = change_of(*((pair.left, pair.right) if pair.order == "earlier" else (pair.right, pair.left)))
    later = pair.case.right if pair.order == "earlier" else pair.case.left
    return pair.case.finding(
        "updates",
        f"“{new}” is later than “{old}” ({change}).",
        later=later.mention.id,
        change=change,
        intervals=intervals(pair),
    )


def _at_one_time(pair: Pair) -> Finding | None:
    a, b = pair.texts()
    two_sources = pair.same_speaker is False and pair.together
    parallel = pair.event == "parallel" and only_numbers_here_differ(pair.case.left, pair.case.right)
    sure = pair.order == "same_day" or two_sources or parallel or pair.case.cue >= weights().cues["certain"]
    if not sure or not (
        parallel or pair.event == "same" or (pair.event == "around" and pair.same_speaker is False)
    ):
        return None
    if pair.same_article and pair.same_speaker is not False:
        return None
    if compatible(pair.left, pair.right) and pair.fit != "slip":
        kind: RelationKind = "refines" if pair.left.precision != pair.right.precision else "corroborates"
        return pair.case.finding(kind, f"“{a}” and “{b}” can both be true.", intervals=intervals(pair))
    stated = _also_stated(pair.case.left, pair.case.right) or _also_stated(pair.case.right, pair.case.left)
    if stated and not two_sources and not parallel:
        return None
    names = [side.speaker or side.article.name for side in (pair.case.left, pair.case.right)]
    note = {"adjacent": ", but only just", "slip": ", by a factor of a thousand"}.get(pair.fit, "")
    return pair.case.finding(
        "contradicts",
        f"“{a}” ({names[0]}) and “{b}” ({names[1]}) cannot both be true{note}.",
        reason="number",
        adjacent=pair.fit == "adjacent",
        sources=names,
        intervals=intervals(pair),
    )


def _also_stated(one: Profile, other: Profile) -> bool:
    """Whether a sentence states the other figure's number too: then it is about something else there."""
    digits = [word.folded for word in other.content.words if word.folded[0].isdigit()]
    around = {word.folded for word in one.context.words} - {word.folded for word in one.content.words}
    return bool(digits) and digits[0] in around


DETECTOR = Detector(
    "figure_interval",
    ("repeats", "misattributed", "updates", "refines", "corroborates", "different_scope", "contradicts"),
    Figure,
    detect,
)
"""Two figures of one thing."""
CASES = (
    Example(
        "A higher figure of a later month is an update.",
        figure("Volgens Tirana staan er [bijna 8.000 manschappen] bij de grens.", 8000, "manschappen", bound="below",
               published="2023-03", article="a"),
        figure("Aan de grens staan nu [9.700 militairen].", 9700, "militairen", published="2023-05", article="b"),
        "updates",
    ),
    Example(
        "A hedged figure is refined by the precise one that it may stand for.",
        figure("Het gaat om [9.700 militairen].", 9700, "militairen", published="2023-05", article="a"),
        figure("Er staan [meer dan 8.000 militairen] klaar.", 8000, "militairen", bound="above",
              published="2023-06", article="b"),
        "refines",
    ),
    Example(
        "Police and organisers count one demonstration differently on one day.",
        figure("Volgens de politie kwamen [5.000 betogers] naar de betoging in Gent.", 5000, "betogers", speaker="politie",
               published="2024-05-04", article="a"),
        figure("De organisatie telde [20.000 deelnemers aan de betoging] in Gent.", 20000, "deelnemers aan de betoging",
               speaker="organisatie", published="2024-05-04", article="b"),
        "contradicts",
    ),
    Example(
        "Two counts of one sentence clash when it gives them to two sources, though the second has no noun.",
        figure("De politie telde bij de betoging [5.000 betogers], de organisatoren spreken van 20.000.", 5000, "betogers",
               speaker="politie", published="2024-05-04"),
        figure("De politie telde bij de betoging 5.000 betogers, de organisatoren spreken van [20.000].", 20000, None,
               speaker="organisatoren", published="2024-05-04"),
        "contradicts",
    ),
    Example(
        "A much smaller number that alone says where may be a part of the other, not what became of it.",
        figure("Het gaat om [9.700 militairen].", 9700, "militairen", published="2023-05", article="a",
               around="De troepenopbouw voor de oefening in Hongarije gaat door. Het gaat om 9.700 militairen."),
        figure("In Slowakije staan [2.000 militairen].", 2000, "militairen", published="2023-06", article="b",
               around="De oefening in Hongarije is begonnen na de troepenopbouw. In Slowakije staan 2.000 militairen."),
        "different_scope",
    ),
    Example(
        "What one sentence lacks of the event stands in its paragraph.",
        figure("De politie telde er [5.000 betogers].", 5000, "betogers", speaker="politie", published="2024-05-04",
               article="a", around="De klimaatbetoging in Gent liep uit. De politie telde er 5.000 betogers."),
        figure("De organisatoren spreken van [20.000 deelnemers].", 20000, "deelnemers", speaker="organisatoren",
               published="2024-05-04", article="b",
               around="In Gent was een betoging voor het klimaat. De organisatoren spreken van 20.000 deelnemers."),
        "contradicts",
    ),
    Example(
        "Two numbers of one sentence and one source are two things.",
        figure("De politie telde bij de betoging [5.000 betogers] en hield er 40 aan.", 5000, "betogers",
               speaker="politie", published="2024-05-04"),
        figure("De politie telde bij de betoging 5.000 betogers en hield er [40] aan.", 40, None, speaker="politie",
               published="2024-05-04"),
        None,
    ),
    Example(
        "One sentence with another number in it is a contradiction, whatever it is about.",
        figure("Het nieuwe dak van de sporthal heeft [15 procent] meer gekost.", 15, None, unit="percent", article="a"),
        figure("Het nieuwe dak van de sporthal heeft [50 procent] meer gekost.", 50, None, unit="percent", article="b"),
        "contradicts",
    ),
    Example(
        "Two places of one sentence are two things.",
        figure("De hal kreeg [12 ramen] en aan de achterkant nog eens 40 ramen.", 12, "ramen", article="a"),
        figure("De hal kreeg 12 ramen en aan de achterkant nog eens [40 ramen].", 40, "ramen", article="b"),
        None,
    ),
    Example(
        "A rising toll is an update, not a contradiction.",
        figure("Bij de aardbeving in Lorca vielen [12 doden].", 12, "doden", published="2024-05-04", article="a"),
        figure("Het dodental van de aardbeving in Lorca is gestegen: [31 doden].", 31, "doden",
              published="2024-05-05", article="b"),
        "updates",
    ),
    Example(
        "Another place is another scope, not a contradiction.",
        figure("Bij de overstroming in Luik zijn [400 woningen] beschadigd.", 400, "woningen",
              published="2024-05-04", article="a"),
        figure("Bij de overstroming in Venlo zijn [900 woningen] beschadigd.", 900, "woningen",
              published="2024-05-04", article="b"),
        "different_scope",
    ),
    Example(
        "A sentence that states both numbers does not contradict either.",
        figure("In de zaal in Gent zaten bij de betoging [90 betogers], buiten 400 betogers.", 90, "betogers",
               published="2024-05-04", article="a"),
        figure("Bij de betoging in Gent stonden [400 betogers] buiten.", 400, "betogers",
               published="2024-05-04", article="b"),
        None,
    ),
    Example(
        "The dead and the injured of one event are two things.",
        figure("Bij de brand in Luik vielen [12 doden].", 12, "doden", published="2024-05-04", article="a"),
        figure("Bij de brand in Luik vielen [30 gewonden].", 30, "gewonden", published="2024-05-04", article="b"),
        None,
    ),
    Example(
        "Other money of another matter is nothing to say.",
        figure("De stad trekt [31 miljoen euro] uit voor scholen.", 31e6, None, unit="EUR", article="a"),
        figure("De brand kostte [45 miljoen euro].", 45e6, None, unit="EUR", article="b"),
        None,
    ),
)  # fmt: skip
"""What it must and must not say."""
