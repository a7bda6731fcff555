"""What the analyst reads of an item that two mentions share: the words as written, never a code."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial

from workbench.compare.matter import Matter, number
from workbench.compare.profile import Profile
from workbench.compare.world import country_name, kinds, name_of

Words = Callable[[], str]
"""Words that are made when they are shown."""
MAX_SHOWN = 8
"""Items shown of one side; what more there is adds nothing to read."""


def written(side: Profile, items: Collection[str]) -> str:
    """Items (``concept``, ``@XX``, ``^name``, ``~stem``) in the words of the side's own text, in one fixed order."""
    found = dict.fromkeys(_written(side, item) for item in sorted(items, key=_order)[:MAX_SHOWN])
    return ", ".join(found)


def both(left: Profile, right: Profile, items: Collection[str]) -> tuple[Words, Words]:
    """The same for both sides, made only when they are shown."""
    return partial(written, left, items), partial(written, right, items)


def _order(item: str) -> tuple[int, str]:
    return "@^~#".find(item[0]), item


def _written(side: Profile, item: str) -> str:
    for where in _texts(side):
        words = in_words(where, item)
        if words:
            return words
    if item[0] == "@":
        return side.speaker if side.speaker and item[1:] == side.speaker_country else country_name(item[1:])
    return item.lstrip("^~#").replace("_", " ")


def _texts(side: Profile) -> Iterator[Matter]:
    yield side.content
    yield side.context
    yield from side.surroundings
    yield side.story


def in_words(where: Matter, item: str) -> str | None:
    """The first words of a text that mean the item; None where it has none."""
    known = where.wordings
    if item not in known:
        known[item] = _found(where, item)
    return known[item]


def _found(where: Matter, item: str) -> str | None:
    words = where.words
    if item[0] == "@":
        places = where.places
        return next((words[at].text for at in sorted(places) if places[at] == item[1:]), None)
    if item[0] == "^":
        return next((w.text for w in words if name_of(w.folded) == item), None)
    if item[0] == "#":
        return next((w.text for w in words if number(w.folded, where.lex) == item[1:]), None)
    if item[0] == "~":
        return next((w.text for w in words if where.lex.stem(w.folded) == item[1:]), None)
    meant = {item, *(thing for thing, event in kinds().event_of.items() if event == item)}
    for found in where.told:
        if not meant.isdisjoint(found.labels):
            return " ".join(word.text for word in words[found.first : found.last])
    return None
