"""What a figure counts: the thing, who they are, where, and whether it is the whole."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.compare.heads import head_kind
from workbench.compare.levels import Case
from workbench.compare.lexicon import SHORTEST_HEAD, SHORTEST_PART, lexicon
from workbench.compare.matter import Matter, matter
from workbench.compare.places import compared_places, places_in
from workbench.compare.profile import Profile, Scope
from workbench.compare.types import Comparable
from workbench.compare.wording import in_words, written
from workbench.compare.words import fold, words_of
from workbench.compare.world import kinds
from workbench.model import Figure

ANYONE = ("person", "participant")
"""Concepts of people that the event in the clause says more about: people at a demonstration are demonstrators."""
PART = "one is a part or a rate"
"""What differs where one figure is a part or a rate."""
COUNTING = frozenset({"counting", "estimating"})
"""Marks of a count that may leave what is counted to the words before."""
_BREAKS = frozenset(",;:()–—")


def _scope(comparable: Comparable, at: int, lang: str) -> Scope:
    figure = comparable.mention
    assert isinstance(figure, Figure)
    before, inside, after = _clause(comparable.context, at, at + len(figure.text), lang)
    clause = matter(before + inside + after, lang)
    happened = _apart(clause)
    # The noun of "31 million euros" is the unit, which says nothing of what costs that much.
    noun = (figure.noun_text or "") if figure.unit == "count" else ""
    counts = figure.unit == "count"
    concept, kind_of = _concept(noun, clause, happened) if counts else _measured(clause), ""
    if not counts and figure.noun_text:
        kind_of, concept = _sort_measured(fold(figure.noun_text.rsplit(maxsplit=1)[-1]), clause, concept)
    if concept is None and noun:
        kind_of, concept = _head(noun, clause, happened)
    if concept is None and not noun:
        concept = _gone_before(comparable, clause, lang)
    if concept in ANYONE:
        concept = _at_event(comparable, concept, lang) or concept
    # One word before the noun says who they are; a phrase after it says where.
    single = " ".join(word for word in figure.modifiers if " " not in word)
    phrases = ". ".join(phrase for phrase in figure.modifiers if " " in phrase)
    own, narrow = matter(f"{single} {inside}", lang), matter(single, lang)
    own_words = range(len(before), len(before) + len(inside))
    places = places_in(clause, own_words) | places_in(matter(phrases, lang), range(0))
    return Scope(
        concept,
        clause.lex.stem(fold(noun.split()[-1])) if noun.split() else None,
        own.meant,
        frozenset(f"~{stem}" for stem in narrow.stems),
        places,
        bool({"part", "rate"} & clause.marks),
        clause,
        noun or (in_words(clause, concept) if concept else None) or "",
        kind_of,
    )


def scope(side: Profile) -> Scope:
    """The scope of a figure."""
    if side.scope is None:
        side.scope = _scope(side.comparable, side.at, side.lang)
    return side.scope


def _clause(context: str, start: int, end: int, lang: str) -> tuple[str, str, str]:
    """The context around the figure up to the nearest comma or joining word on both sides."""
    marks = lexicon(lang).marks
    low, high = 0, len(context)
    for word in words_of(context):
        if "break" in marks.labels(word.folded):
            if word.end <= start:
                low = word.start
            elif word.start >= end:
                high = min(high, word.start)
    for index, char in enumerate(context):
        if char in _BREAKS:
            if index < start:
                low = max(low, index + 1)
            elif index >= end:
                high = min(high, index)
                break
    return context[low:start], context[start:end], context[end:high]


def _apart(clause: Matter) -> frozenset[str]:
    """Concepts of two words with others between them: "hield 27 mensen aan"."""
    at = {word.folded: index for index, word in enumerate(clause.words)}
    none = len(at)
    return frozenset(
        concept for concept, first, second in clause.lex.split if at.get(first, none) < at.get(second, -1)
    )


def _gone_before(comparable: Comparable, clause: Matter, lang: str) -> str | None:
    """What a count without a noun is of, where its words point back: what else the sentence, or the one before, counts."""
    table, figure = kinds(), comparable.mention
    before = comparable.context[: max(0, figure.span.start - figure.sentence.start)]
    alone = not any(char.isdigit() for char in before)
    if COUNTING.isdisjoint((matter(comparable.context, lang) if alone else clause).marks):
        return None
    counts = table.counted - table.measures | table.scales
    if isinstance(figure, Figure) and figure.unit != "count":
        counts = table.measures
    before, found, _ = comparable.around.partition(comparable.context)
    earlier = before.split(". ")[::-1] if found else []
    for text in (comparable.context, *earlier):
        known = sorted(matter(text, lang).concepts & counts)
        if known:
            return known[0] if len(known) == 1 else None
    return None


def _concept(noun: str, clause: Matter, apart: frozenset[str]) -> str | None:
    table = kinds()
    labels = [label for found in clause.lex.concepts.find(words_of(noun)) for label in found.labels]
    concept = labels[-1] if labels else None
    if concept in table.states:
        return concept
    if concept is None and noun:
        return None
    happened = sorted((clause.concepts | apart) & table.states)
    if len(happened) == 1 and (concept is None or concept in table.people):
        return happened[0]
    if concept is None:
        of = table.counted if COUNTING & clause.marks else table.measures
        counted = sorted(clause.concepts & of)
        return counted[0] if len(counted) == 1 else None
    if concept == "person" and "participant" in clause.concepts | apart:
        concept = "participant"
    if concept in ANYONE:
        return _taking_part(clause.events) or concept
    return concept


def _head(noun: str, clause: Matter, apart: frozenset[str]) -> tuple[str, str | None]:
    """What the last part of a compound says is counted; of people of some sort, what happened to them."""
    table, word = kinds(), fold(noun.rsplit(maxsplit=1)[-1])
    first, labels = clause.lex.head(word)
    concept = next((label for label in reversed(labels) if label in table.counted - table.measures), None)
    if concept in table.people or (concept is None and head_kind(word) == "group"):
        happened = sorted((clause.concepts | apart) & table.states)
        if len(happened) == 1:
            return "", happened[0]
    # Men and women of a trade are not people in general.
    return (first, concept) if concept and concept not in ANYONE else ("", None)


def _at_event(comparable: Comparable, concept: str, lang: str) -> str | None:
    """What people are who are counted, or are there, in a paragraph or an article on the one event of such people."""
    sentence = matter(comparable.context, lang)
    if (
        concept != "participant"
        and "participant" not in sentence.concepts
        and COUNTING.isdisjoint(sentence.marks)
    ):
        return None
    article = comparable.article
    texts = comparable.around, f"{article.title}. {article.lead}" if article.title else article.lead
    return next(
        (found for text in texts if text and (found := _taking_part(matter(text, lang).events))), None
    )


def _sort_measured(noun: str, clause: Matter, concept: str | None) -> tuple[str, str | None]:
    """What an amount is of that stands right before the word for it, and of which sort: "200 million business losses"."""
    labels = clause.lex.concepts.labels
    found = next((label for label in labels(noun) if label in kinds().measures), None)
    if found is None:
        return "", concept
    ends = (
        at for at in range(len(noun) - SHORTEST_HEAD, SHORTEST_PART - 1, -1) if found in labels(noun[at:])
    )
    return noun[: next(ends, 0)], found


def _taking_part(events: frozenset[str]) -> str | None:
    """Who takes part in the only event that has a word for them."""
    found = [thing for thing, event in kinds().event_of.items() if event in events]
    return found[0] if len(found) == 1 else None


def _measured(clause: Matter) -> str | None:
    found = sorted(clause.concepts & kinds().measures)
    return found[0] if len(found) == 1 else None


def one_thing(left: Scope, right: Scope) -> bool:
    """Whether the two may count one thing: what :func:`add_noun` says of them is not None."""
    a, b, table = left.concept, right.concept, kinds()
    if a and b:
        near = (table.near.get(a), table.broader.get(a)), (table.near.get(b), table.broader.get(b))
        return a == b or b in near[0] or a in near[1]
    return not (left.stem and right.stem) or (left.stem == right.stem and not (a or b))


def add_noun(case: Case, left: Scope, right: Scope) -> str | None:
    """Whether one thing is counted; None where the two are plainly other things."""
    table = kinds()
    shown = (left.noun, right.noun)
    a, b = left.concept, right.concept
    if a and b:
        if a == b and left.kind_of != right.kind_of and (left.stem != right.stem or left.stem is None):
            return case.add("noun", "broader", *shown)
        if a == b:
            return case.add("noun", "same_word" if left.stem == right.stem else "same_concept", *shown)
        if table.near.get(a) == b or table.near.get(b) == a:
            return case.add("noun", "near_concept", *shown)
        if table.broader.get(a) == b or table.broader.get(b) == a:
            return case.add("noun", "broader", *shown)
        return None
    if left.stem and right.stem:
        return case.add("noun", "same_word", *shown) if left.stem == right.stem and not (a or b) else None
    return case.add("noun", "unknown", *shown)


def add_other_word(case: Case, left: Scope, right: Scope) -> str | None:
    """Whether two words that no table brings together may be for one thing; None where two tables' things differ."""
    table = kinds()
    known = {left.concept, right.concept} & table.counted
    people = known <= table.people | table.states
    if len(known) > 1 and (known <= table.states or not people):
        return None
    return case.add("noun", "other_word", left.noun, right.noun)


def add_scope(case: Case, left: Scope, right: Scope) -> list[str]:
    """Compare population, place and part; returns what differs, in words."""
    differs: list[str] = []

    def compared(what: str, name: str, first: frozenset[str], second: frozenset[str]) -> None:
        shown = (lambda: written(case.left, _items(first))), (lambda: written(case.right, _items(second)))
        if case.add(what, name, *shown) == "differs":
            differs.append(f"{what} ({shown[0]()} against {shown[1]()})")

    if left.population and right.population:
        same = left.population == right.population
        compared("population", "same" if same else "differs", left.population, right.population)
    elif left.qualities and right.qualities and left.qualities != right.qualities:
        compared("population", "differs", left.qualities, right.qualities)
    else:
        compared("population", "unknown", left.population, right.population)
    compared("place", compared_places(left.places, right.places), left.places, right.places)
    if left.part != right.part:
        case.add("part", "differs")
        differs.append(PART)
    return differs


def _items(codes: Iterable[str]) -> list[str]:
    """Codes of countries that come without their mark as items."""
    return [code if code[0] in "@^~" or not code.isupper() else f"@{code}" for code in codes]
