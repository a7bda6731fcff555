"""What a stretch of text is about: concepts, countries, names, words, and marks of how it is put."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from math import fsum

from workbench.compare.lexicon import FIRMNESS, Lexicon, lexicon
from workbench.compare.words import MAX_KNOWN, Found, Word, words_of
from workbench.compare.world import countries_in, country_books, kinds, name_of, weights

MIN_WORD = 4
"""Letters of an unknown word that may be a cue of the same event."""
MAX_ROW = 400
"""Words of a wording that are aligned; the cost is quadratic."""
MATTERLESS = {"negation", "denial", *FIRMNESS}
"""Marks whose words say how a thing is put, not what it is about."""


@dataclass(frozen=True)
class Matter:
    """What a stretch of text is about. Items are ``concept``, ``@XX`` (country), ``^name`` and ``~stem``."""

    words: tuple[Word, ...]
    """Its words."""
    lex: Lexicon
    """The language's lexicon."""
    concepts: frozenset[str]
    """Concept ids."""
    named: frozenset[str]
    """Countries named."""
    meant: frozenset[str]
    """Countries meant by an adjective or demonym."""
    names: frozenset[str]
    """Other names, in their one spelling."""
    stems: frozenset[str]
    """Stems of content words that no table knows."""
    capitals: frozenset[str]
    """Words that may be names, marked as such, in a language that writes every noun with a capital."""
    marks: frozenset[str]
    """Negation, denial, dispute, firmness and other marks."""
    told: tuple[Found, ...]
    """The words that mean concepts."""
    places: dict[int, str]
    """The words that name or mean countries, by index."""

    @property
    def countries(self) -> frozenset[str]:
        """All countries."""
        return self.named | self.meant

    @cached_property
    def items(self) -> frozenset[str]:
        """Everything it is about."""
        return frozenset(
            [*self.concepts, *(f"@{c}" for c in self.countries), *(f"^{n}" for n in self.names)]
            + [f"~{s}" for s in self.stems]
        )

    @cached_property
    def weight(self) -> float:
        """What all of it says about an event."""
        return shared_weight(self.items)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Its numbers, ``#`` before each, in digits or as one word; not 1, which is an article too."""
        found = (number(word, self.lex) for word in self.row)
        return frozenset(f"#{digits}" for digits in found if digits != "1")

    @cached_property
    def wordings(self) -> dict[str, str | None]:
        """The words that mean an item, as far as they were asked for."""
        return {}

    @cached_property
    def row(self) -> tuple[str, ...]:
        """The folded words, as many as are aligned with others."""
        return tuple(word.folded for word in self.words[:MAX_ROW])

    @cached_property
    def telling(self) -> frozenset[str]:
        """The folded words without function words."""
        return frozenset(self.row) - self.lex.stop

    @cached_property
    def events(self) -> frozenset[str]:
        """Concepts that are happenings."""
        return self.concepts & kinds().events

    @property
    def firmness(self) -> str | None:
        """The mark of how firm it is; None where there is none or several."""
        found = [mark for mark in FIRMNESS if mark in self.marks]
        return found[0] if len(found) == 1 else None


@lru_cache(maxsize=4096)
def matter(text: str, lang: str) -> Matter:
    """What a text of a language is about."""
    lex, words = lexicon(lang), words_of(text)
    at, content = _questions(lang).of(words)
    named, meant, places = countries_in(words, (at[2], at[3]))
    # A capitalised word inside a sentence may be a name that looks like a word of the table; it is then both.
    told = tuple(lex.concepts.find(words, at[0]))
    concepts = {label for found in told for label in found.labels}
    known = {*places, *(index for found in told for index in range(found.first, found.last))}
    marks: set[str] = set()
    for found in lex.marks.find(words, at[1]):
        marks.update(found.labels)
        if not MATTERLESS.isdisjoint(found.labels):
            known.update(range(found.first, found.last))
    names, stems, capitals = set(), set(), set()
    for index in content:
        word = words[index]
        if index in known:
            continue
        if word.capital and not lex.noun_capitals and _is_name(word, index, words, text):
            names.add(name_of(word.folded)[1:])
        elif len(word.text) >= MIN_WORD and not word.text[0].isdigit():
            stems.add(lex.stem(word.folded))
        if word.capital and lex.noun_capitals:
            capitals.add(name_of(word.folded))
            if _stands_as_name(word, index, words, lex):
                names.add(name_of(word.folded)[1:])
    concepts.update(event for thing, event in kinds().event_of.items() if thing in concepts)
    return Matter(
        tuple(words),
        lex,
        frozenset(concepts),
        named,
        meant,
        frozenset(names),
        frozenset(stems),
        frozenset(capitals),
        frozenset(marks),
        told,
        places,
    )


class _Questions(dict[str, tuple[tuple[int, ...], bool]]):
    """Which tables know anything that begins with a word, and whether it has content; asked once for every word.

    Nearly all words begin nothing, so that each table is asked only where there is something to find.
    """

    def __init__(self, lang: str) -> None:
        super().__init__()
        lex = lexicon(lang)
        self._books = (lex.concepts, lex.marks, *country_books())
        self._empty = lex.stop | lex.not_names

    def __missing__(self, word: str) -> tuple[tuple[int, ...], bool]:
        if len(self) >= MAX_KNOWN:
            self.clear()
        books = tuple(number for number, book in enumerate(self._books) if book.begins(word))
        found = self[word] = books, word not in self._empty
        return found

    def of(self, words: list[Word]) -> tuple[list[list[int]], list[int]]:
        """For every table the places of the words to ask about, and the places of words with content."""
        at: list[list[int]] = [[] for _ in self._books]
        content: list[int] = []
        for index, word in enumerate(words):
            books, says = self[word.folded]
            for number in books:
                at[number].append(index)
            if says:
                content.append(index)
        return at, content


@cache
def _questions(lang: str) -> _Questions:
    return _Questions(lang)


def _is_name(word: Word, index: int, words: list[Word], text: str) -> bool:
    """Whether a capital stands inside a sentence; at its start only in a row of capitals or in an abbreviation."""
    before = text[: word.start].rstrip(" \"'“”„‘’«»([")
    if before and before[-1] not in ".!?:…":
        return True
    follows = index + 1 < len(words) and words[index + 1].capital
    return follows or (len(word.text) > 1 and word.text.isupper())


def _stands_as_name(word: Word, index: int, words: list[Word], lex: Lexicon) -> bool:
    """Whether a word is a name where all nouns have capitals: an abbreviation, beside another such word, or after *in*."""
    if word.text.isupper() and len(word.text) > 1:
        return True
    if word.folded.endswith(lex.noun_endings):
        return False
    before = words[index - 1] if index else None
    if before is None or before.end + 1 != word.start:
        return False
    beside = before.capital and before.folded not in lex.stop and not lex.concepts.labels(before.folded)
    return beside or "town" in lex.marks.labels(before.folded)


def number(word: str, lex: Lexicon) -> str:
    """The number that a folded word says, without what parts its thousands and without a unit; 1 for any other word."""
    if word[0].isdigit():
        return "".join(char for char in word if char.isdigit()).lstrip("0") or "0"
    return str(lex.numbers.get(word, 1))


def marks_of(text: str, lang: str) -> frozenset[str]:
    """The marks alone of a text."""
    words = words_of(text)
    found = lexicon(lang).marks.find(words, _questions(lang).of(words)[0][1])
    return frozenset(label for stretch in found for label in stretch.labels)


def shared_weight(items: frozenset[str]) -> float:
    """What shared items say about one event together."""
    concepts, marks = _concept_weights(), _mark_weights()
    # Rounded once: a sum in the order of a set would differ from run to run, and so would what lies at a limit.
    return fsum([concepts.get(item) or marks[item[0]] for item in items])


@cache
def _mark_weights() -> defaultdict[str, float]:
    """Weight by the mark an item starts with; concepts have none."""
    cues = weights().cues
    return defaultdict(lambda: cues["concept"], {"@": cues["country"], "^": cues["name"], "~": cues["word"]})


@cache
def _concept_weights() -> dict[str, float]:
    cues, table = weights().cues, kinds()
    return dict.fromkeys(table.weak, cues["weak"]) | dict.fromkeys(table.events, cues["event"])
