"""One language's speaker words as flags of a word, so that a rule is a test of bits."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from workbench.errors import NotFoundError
from workbench.languages.base import LANGUAGES, Language
from workbench.languages.schema.speakers import FirstNames, SpeakerWords, Words

DET, PRON, ROLE, INST, GROUP, DOC, TITLE, ADJ, LINK, LOOSE, PREP, CONJ, ADV, STOP = (
    1 << n for n in range(14)
)
(
    PARTICLE,
    NUM,
    CAP,
    NOTNAME,
    PLURAL,
    FEM,
    MASC,
    POSTADJ,
    FIELD,
    ACRONYM,
    PUNCT,
    BREAK,
    INITIAL,
    FIRST,
    WORD,
) = (1 << n for n in range(14, 29))
NOUN = ROLE | INST | GROUP | DOC
"""A noun that the tables know."""

_EMPTY_WORDS = Words()


@dataclass(eq=False)
class Lexicon:
    """The compiled table of one language; words are asked for by :meth:`flags`."""

    table: SpeakerWords | None
    """The table; None where the language has none: then only capitals count."""
    first_names: dict[str, int]
    """Given name to FEM, MASC or both."""
    exact: dict[str, int] = field(default_factory=dict)
    """Lower-case word to its flags."""
    endings: list[tuple[tuple[str, ...], int, int]] = field(default_factory=list)
    """Endings, their flags and the least length of a word that may have them."""
    _seen: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.table is None:
            return
        table = self.table
        for words, bits in (
            (table.determiners, DET), (table.numbers, NUM), (table.particles, PARTICLE), (table.titles, TITLE),
            (table.masculine_titles, TITLE | MASC), (table.feminine_titles, TITLE | FEM), (table.fields, FIELD),
            (table.adjectives, ADJ), (table.linkers, LINK), (table.loose_linkers, LOOSE), (table.prepositions, PREP),
            (table.conjunctions, CONJ), (table.adverbs, ADV), (table.stops, STOP), (table.not_names, NOTNAME),
            (_pronouns(table), PRON),
        ):  # fmt: skip
            self._add(words, bits)
        for nouns, bits in (
            (table.roles, ROLE),
            (table.institutions, INST),
            (table.groups, GROUP),
            (table.documents, DOC),
        ):
            self._add_nouns(nouns, bits)
        self.endings.append((table.adjective_suffixes, ADJ, 4))
        self.endings.append((table.postposed_suffixes, POSTADJ, 4))

    def _add(self, words: tuple[str, ...], bits: int) -> None:
        for word in words:
            self.exact[word] = self.exact.get(word, 0) | bits

    def _add_nouns(self, nouns: Words, bits: int) -> None:
        self._add(nouns.singular, bits)
        self._add(nouns.plural, bits | PLURAL)
        self._add(nouns.feminine, bits | FEM)
        self._add(nouns.masculine, bits | MASC)
        self.endings.append((nouns.feminine_suffixes, bits | FEM, 6))
        self.endings.append((nouns.suffixes, bits, 6))
        self.endings.append((nouns.plural_suffixes, bits | PLURAL, 6))

    def flags(self, word: str) -> int:
        """The classes of a word as it is written."""
        known = self._seen.get(word)
        if known is None:
            if len(self._seen) > 50_000:  # a text of nothing but new words must not fill the memory
                self._seen.clear()
            known = self._seen[word] = self._flags(word)
        return known

    def _flags(self, word: str) -> int:
        low = word.lower()
        bits = WORD | self.exact.get(low, 0)
        if not bits & ~WORD & ~PARTICLE:
            bits |= self._ending(low)
        head = word[0]
        if head.isupper() or (head in "’'" and word[1:2].isupper()):
            bits |= CAP
            if not self.exact.get(low, 0) & ADJ:
                bits &= ~ADJ
            if self.table and len(word) > 4 and low.endswith(self.table.capital_suffixes or "\0"):
                bits |= ADJ
            if len(word) > 1 and word.isupper() and word.isalpha():
                bits |= ACRONYM
            if len(word.rstrip(".")) == 1 or re.fullmatch(r"(?:[^\W\d_]\.)+", word):
                bits |= INITIAL
            if low in self.first_names and "-" not in word:
                bits |= FIRST
        elif head.isdigit():
            bits |= NUM
        elif not word[0].isalpha() and head not in "’'":
            bits = PUNCT if head == "," else PUNCT | BREAK
        return bits

    def _ending(self, low: str) -> int:
        if "-" in low:
            last = low.rsplit("-", 1)[1]
            known = self.exact.get(last, 0) & (NOUN | PLURAL | FEM | MASC)
            if known & NOUN:
                return known
        for endings, bits, least in self.endings:
            if len(low) >= least and endings and low.endswith(endings):
                return bits
        return 0

    def gender(self, word: str) -> int:
        """FEM, MASC, both, or 0, by the table of given names."""
        return self.first_names.get(word.lower(), 0)

    @property
    def bare_nouns(self) -> bool:
        """Whether nouns stack without an article."""
        return self.table is not None and self.table.bare_nouns

    @property
    def capital_nouns(self) -> bool:
        """Whether every noun is capitalised."""
        return self.table is not None and self.table.capital_nouns


def _pronouns(table: SpeakerWords) -> tuple[str, ...]:
    p = table.pronouns
    return p.masculine + p.feminine + p.plural + p.feminine_or_plural + p.other


@cache
def first_names() -> dict[str, int]:
    """Given names of all languages with FEM, MASC or both."""
    table = Language(code="world", name="World").table("first_names", FirstNames)
    out: dict[str, int] = {}
    for name in table.feminine if table else ():
        out[name] = FEM
    for name in table.masculine if table else ():
        out[name] = out.get(name, 0) | MASC
    return out


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of the language with that code; one that knows capitals only where the language has no table."""
    try:
        table = LANGUAGES.load(code).table("speakers", SpeakerWords)
    except NotFoundError:
        table = None
    return Lexicon(table, first_names())
