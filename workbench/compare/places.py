"""Where a figure is: the places after the prepositions of its clause."""

from __future__ import annotations

from workbench.compare.matter import Matter
from workbench.compare.words import Word
from workbench.compare.world import capital_of, is_town, kinds, spelling
from workbench.compare.world import town as town_name

REACH = 5
"""Words after a preposition in which its place is looked for."""


def places_in(where: Matter, without: range) -> frozenset[str]:
    """Places after a preposition; what stands at the characters ``without`` is no place."""
    words = list(where.words)
    countries = where.places
    marks = [where.lex.marks.labels(word.folded) for word in words]
    found: set[str] = set()
    for index, labels in enumerate(marks):
        if "place" not in labels:
            continue
        for offset in range(1, REACH + 1):
            at = index + offset
            if at >= len(words) or words[at].start in without or ("place" in marks[at] and offset > 1):
                break
            found.update(_place(words, at, countries, where, town="town" in labels))
    return frozenset(found)


def _place(words: list[Word], at: int, countries: dict[int, str], where: Matter, *, town: bool) -> set[str]:
    word = words[at]
    capital = capital_of(word.folded) if word.capital else None
    if capital:
        return {f"^{capital}"}
    if at in countries:
        return {f"@{countries[at]}"} | _place_concepts(word, where)
    if town and _may_be_town(word, where):
        return {f"^{spelling(town_name(word.folded))}"}
    return _place_concepts(word, where)


def _may_be_town(word: Word, where: Matter) -> bool:
    """Whether a word is written as a name; where all nouns are, only the towns of the table are known."""
    if where.lex.noun_capitals:
        return is_town(word.folded)
    return word.capital and word.folded.removesuffix("'s") not in where.lex.not_names | where.lex.stop


def _place_concepts(word: Word, where: Matter) -> set[str]:
    return set(where.lex.concepts.labels(word.folded)) & kinds().places


def compared_places(left: frozenset[str], right: frozenset[str]) -> str:
    """Towns are compared with towns, wider places with wider places: a town may lie in the country."""
    if left & right:
        return "same"
    towns = [any(place[0] == "^" for place in places) for places in (left, right)]
    return "differs" if left and right and towns[0] == towns[1] else "unknown"
