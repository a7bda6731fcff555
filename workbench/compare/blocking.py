"""Block keys: two mentions that share none are never compared."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from itertools import pairwise
from math import floor, log

from workbench.compare.matter import Matter
from workbench.compare.parallel import LEAST_WORDS
from workbench.compare.profile import Profile, profile
from workbench.compare.quantity import SCALES, is_amount, measures
from workbench.compare.scope import scope
from workbench.compare.types import Comparable
from workbench.compare.when import MONTH, Days
from workbench.compare.world import kinds, name_of, name_parts, weights
from workbench.model import Figure, Quote

WINDOW_DAYS = 184
"""Half a year; keys of a time cover two halves, so that times up to half a year apart always share one."""
MAX_PAIRS = 10
"""Word pairs a quote is found by."""
FRAGMENT_WORDS = 3
"""Content words of a quote, at most, that is found by one of them with its speaker."""
LEAST_DIGITS = 2
"""Digits of an amount from which it is found by itself: 1.1 billion, but not a round million."""
LEAST_COUNT, SIZE = 20, 1.5
"""Count from which numbers of one story that are less than half of this ratio apart are held against each other."""
STORY_NAMES = 6
"""Names of a story that a value is found by."""
QUOTED_NAMES, QUOTED_TOPICS = 3, 4
"""Names of a story with each of so many topics that a quote is found by."""
LONG_STEM, LONG_STEMS = 6, 3
"""Letters of a word's stem from which it is rare enough to find a quote by, and how many of them are taken."""
MAX_TOPICS = 8
"""Concept and country pairs a quote is found by."""
NEAR_CHARS = 600
"""Quotes of one article that stand closer than this are held against each other."""


def block_keys(comparable: Comparable) -> frozenset[str]:
    """Short strings; two mentions are compared when they share one."""
    side = profile(comparable)
    keys = _of_figure(side) if isinstance(comparable.mention, Figure) else _of_quote(side, comparable.mention)
    return frozenset(keys)


def hashed(prefix: str, *parts: str) -> str:
    """A key of a prefix and eleven digits."""
    return prefix + blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def _of_figure(side: Profile) -> Iterable[str]:
    figure = side.mention
    assert isinstance(figure, Figure)
    if figure.unit == "date" or SCALES.get(figure.unit, ("", 0.0))[0] == "time":
        yield from (f"d:{event}" for event in sorted(side.context.events))
    yield from _in_story(side, figure)
    if figure.unit == "date":
        return
    if len({*side.beside[0], *side.beside[1]} - side.context.lex.stop) >= LEAST_WORDS:
        yield hashed("p:", *side.beside[0], "", *side.beside[1])
    amount = side.quantity
    if (
        amount
        and amount.dimension not in ("count", "time")
        and len(f"{amount.value:.6g}".strip("0.")) >= LEAST_DIGITS
    ):
        yield from (
            hashed("v:", amount.dimension, f"{amount.value:.6g}", str(w)) for w in _windows(side.when)
        )
    found = scope(side)
    what = found.concept or found.stem or ""
    dimension = SCALES.get(figure.unit, (figure.unit, 1.0))[0]
    things = {what, kinds().broader.get(what, what), kinds().near.get(what, what)} if what else set()
    for thing in sorted(things):
        yield hashed("a:", figure.article, dimension, thing)
        # A plan is of the year it speaks of in one paper, and of the day in another.
        windows = {*_windows(side.when), *_windows(side.published)}
        yield from (hashed("f:", dimension, thing, str(window)) for window in sorted(windows))
    # A sentence that names no happening goes on about that of its paragraph.
    events = side.context.events or side.wide & kinds().events
    cues = [*events, *(f"^{name}" for name in side.context.names)]
    yield from (hashed("e:", dimension, cue) for cue in sorted(cues)[: MAX_TOPICS * 2])


def _in_story(side: Profile, figure: Figure) -> Iterable[str]:
    """Keys with the names of its story: a value, which says little by itself; what is measured; what a duration is of."""
    value = figure.value if figure.value is not None else figure.value_min
    names = sorted(_names(side.story), key=lambda name: (-len(name), name))[:STORY_NAMES]
    amount = is_amount(figure)
    if isinstance(value, str):
        yield from (hashed("j:", "clock" if "T" in value else "day", name) for name in names)
    if value is not None and (figure.unit != "count" or value != 1):
        unit = "amount" if amount else figure.unit
        yield from (hashed("k:", unit, str(value), name) for name in names)
    if amount:
        yield from (hashed("j:", "amount", name) for name in names)
    if figure.unit == "count" and isinstance(value, int | float) and value >= LEAST_COUNT:
        sizes = {floor(log(value, SIZE) + shift) for shift in (0.0, 0.5)}
        yield from (hashed("j:", "count", str(size), name) for size in sorted(sizes) for name in names[:3])
    dimension = SCALES.get(figure.unit, (figure.unit, 1.0))[0]
    if measures(dimension):
        yield from (hashed("j:", dimension, name) for name in names)
    elif dimension in ("time", "percent"):
        long = sorted(side.context.stems, key=lambda stem: (-len(stem), stem))[:LONG_STEMS]
        yield from (hashed("j:", stem, name) for name in names for stem in long if len(stem) >= LONG_STEM)


def _names(story: Matter) -> set[str]:
    """The names of a story; where every noun has a capital, words that follow another word with one."""
    names = set(story.names)
    if story.lex.noun_capitals:
        capitals = (after for before, after in pairwise(story.words) if before.capital and after.capital)
        names.update(item[1:] for word in capitals if (item := name_of(word.folded)) in story.capitals)
    return names


def _windows(when: Days | None, length: int = WINDOW_DAYS) -> tuple[int, ...]:
    """Windows of two half-years, or other lengths, that overlap by one, so that no pair is cut apart by a border."""
    if when is None:
        return (-1,)
    half = (when.first + when.last) // 2 // length
    return half, half - 1


def _of_quote(side: Profile, quote: Quote) -> Iterable[str]:
    who = name_parts(side.speaker)[-1:] if side.speaker else ()
    if len(side.content.words) >= weights().limits.phrase_words:
        yield hashed("x:", *who, side.normal)
    yield hashed("y:", side.normal)
    # What one says in one month is held together: two reports of it may share no rare word.
    yield from (hashed("q:", *who, str(month)) for month in _windows(side.published, MONTH) if who)
    content = [word.folded for word in side.content.words if word.folded not in side.content.lex.stop]
    # Long words are rare words; the rarest pairs find a wording again when it is cut short or altered.
    pairs = sorted(set(pairwise(content)), key=lambda pair: (-len(pair[0]) - len(pair[1]), pair))
    yield from (hashed("b:", *pair) for pair in pairs[:MAX_PAIRS])
    yield from near_keys(quote)
    topics = sorted(side.content.concepts - kinds().weak)
    # Whoever says it, under whatever name: one topic of one story.
    story = sorted(_names(side.story), key=lambda name: (-len(name), name))[:QUOTED_NAMES]
    yield from (hashed("j:", topic, name) for topic in topics[:QUOTED_TOPICS] for name in story)
    yield from (hashed("s:", *who, topic) for topic in sorted(side.content.concepts)[:MAX_TOPICS] if who)
    # A fragment has too few words for pairs: one of them and who said it must do.
    if who and len(content) <= FRAGMENT_WORDS:
        yield from (hashed("s:", *who, f"~{side.content.lex.stem(word)}") for word in content)
    # An attack on evidence may stand far from what was said to be seen in it.
    yield from (hashed("w:", quote.article, shown) for shown in sorted(side.wide & kinds().evidence))
    both = [(topic, country) for topic in topics for country in sorted(side.countries)]
    yield from (hashed("t:", *pair) for pair in both[:MAX_TOPICS])
    strong = sorted(side.context.concepts & kinds().events)
    matters = sorted(side.context.concepts - kinds().events - kinds().weak - kinds().people)
    for matter in matters[: MAX_TOPICS // 2]:
        yield from (hashed("m:", matter, str(window)) for window in _windows(side.when))
    long = sorted((s for s in side.content.stems if len(s) >= LONG_STEM), key=lambda s: (-len(s), s))
    for stem in long[:LONG_STEMS]:
        yield from (hashed("m:", f"~{stem}", str(window)) for window in _windows(side.when))
    yield from (
        hashed("t:", topic, country) for topic in strong[:3] for country in sorted(side.countries)[:3]
    )


def near_keys(quote: Quote) -> tuple[str, ...]:
    """Keys of a quote's place in its article, for what stands beside it."""
    place = quote.span.start // NEAR_CHARS
    return tuple(f"n:{quote.article}:{near}" for near in (place, place + 1))
