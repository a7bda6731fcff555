"""One language's speaker words as flags of a word, so that a rule is a test of bits."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, cached_property

from workbench.errors import NotFoundError
from workbench.extract.speakers import classes as c
from workbench.languages.base import LANGUAGES, Language
from workbench.languages.schema.speakers import FirstNames, SpeakerWords, Words

LONGEST = 60
"""So many letters of a word tell its classes."""
STEM = 4
"""Least letters before the ending that makes a capital word a role, so that "Aartsen" is a name."""
MOST_SEEN = 50_000
"""Words that are remembered: a text of nothing but new words must not fill the memory."""


class Seen(dict[str, int]):
    """A function of words that remembers what it was asked."""

    def __init__(self, work_out: Callable[[str], int]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, word: str) -> int:
        if len(word) > LONGEST:
            return self[word[:LONGEST]]
        if len(self) > MOST_SEEN:
            self.clear()
        self[word] = value = self._work_out(word)
        return value


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
    seen: Seen = field(init=False)
    """Words as written to their flags, worked out when they are first asked for."""

    def __post_init__(self) -> None:
        self.seen = Seen(self._flags)
        if self.table is None:
            return
        table = self.table
        for words, bits in (
            (table.determiners, c.DET), (table.numbers, c.NUM), (table.particles, c.PARTICLE), (table.titles, c.TITLE),
            (table.masculine_titles, c.TITLE | c.MASC), (table.feminine_titles, c.TITLE | c.FEM), (table.fields, c.FIELD),
            (table.adjectives, c.ADJ), (table.epithets, c.ROLE), (table.linkers, c.LINK), (table.loose_linkers, c.LOOSE),
            (table.prepositions, c.PREP),
            (table.conjunctions, c.CONJ), (table.adverbs, c.ADV), (table.stops, c.STOP), (table.not_names, c.NOTNAME),
            (_pronouns(table), c.PRON), (table.auxiliaries, c.AUX), (table.objects, c.OBJ),
        ):  # fmt: skip
            self._add(words, bits)
        for nouns, bits in (
            (table.roles, c.ROLE),
            (table.institutions, c.INST),
            (table.groups, c.GROUP),
            (table.documents, c.DOC),
        ):
            self._add_nouns(nouns, bits)
        self.endings.append((table.adverb_suffixes, c.ADV | c.ADJ, 6))
        self.endings.append((table.adjective_suffixes, c.ADJ, 4))
        self.endings.append((table.postposed_suffixes, c.POSTADJ, 4))

    def _add(self, words: tuple[str, ...], bits: int) -> None:
        for word in words:
            self.exact[word] = self.exact.get(word, 0) | bits

    def _add_nouns(self, nouns: Words, bits: int) -> None:
        self._add(nouns.singular, bits)
        self._add(nouns.plural, bits | c.PLURAL)
        self._add(nouns.feminine, bits | c.FEM)
        self._add(nouns.masculine, bits | c.MASC)
        self.endings.append((nouns.feminine_suffixes, bits | c.FEM, 6))
        self.endings.append((nouns.suffixes, bits, 6))
        self.endings.append((nouns.plural_suffixes, bits | c.PLURAL, 6))

    def flags(self, word: str) -> int:
        """The classes of a word as it is written."""
        return self.seen[word]

    def _flags(self, word: str) -> int:
        low = word.lower()
        bits = c.WORD | self.exact.get(low, 0)
        if not bits & ~(c.WORD | c.PARTICLE | c.FIELD):
            bits |= self._ending(low, stem=STEM if word[0].isupper() else 0)
        head = word[0]
        if head.isupper() or (head in "’'" and word[1:2].isupper()):
            bits |= c.CAP
            if not self.exact.get(low, 0) & c.ADJ:
                bits &= ~c.ADJ
            if self.table and len(word) > 4 and low.endswith(self.table.capital_suffixes or "\0"):
                bits |= c.ADJ
            if self.table and len(word) > 3 and low.endswith(self.table.member_endings or "\0"):
                bits |= c.ROLE
            if len(word) > 1 and word.isupper() and word.isalpha():
                bits |= c.ACRONYM
            if len(word.rstrip(".")) == 1 or re.fullmatch(r"(?:[^\W\d_]\.)+", word):
                bits |= c.INITIAL
            if low in self.first_names and "-" not in word:
                bits |= c.FIRST
        elif head.isdigit():
            bits |= c.NUM
        elif not head.isalpha() and (head not in "’'" or len(word) == 1):
            bits = c.PUNCT if head == "," else c.PUNCT | c.BREAK
        return bits

    def _ending(self, low: str, stem: int) -> int:
        """Classes by the end of a lower-case word, before which at least ``stem`` letters must stand."""
        if self.bare_nouns and low.endswith(("'s", "’s", "s’", "s'")):
            return c.ADJ  # "the state’s chairman"
        if "-" in low:
            last = low.rsplit("-", 1)[1]
            known = self.exact.get(last, 0) & (c.NOUN | c.PLURAL | c.FEM | c.MASC)
            if known & c.NOUN:
                return known
        for endings, bits, least in self.endings:
            if len(low) >= least and endings and low[stem:].endswith(endings):
                return bits
        return 0

    @cached_property
    def genitive(self) -> re.Pattern[str] | None:
        """Finds the ending of a name in the genitive; None where the language has none."""
        pattern = self.table.genitive if self.table else ""
        return re.compile(f"\\w{pattern}$") if pattern else None

    @cached_property
    def links(self) -> frozenset[str]:
        """Prepositions that tie a complement to its noun."""
        return frozenset(self.table.linkers) if self.table else frozenset()

    @cached_property
    def epithets(self) -> frozenset[str]:
        """Roles by which a person named before is called again."""
        return frozenset(self.table.epithets) if self.table else frozenset()

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
    out: dict[str, int] = {}
    for language in (Language(code="world", name="World"), *LANGUAGES.all()):
        table = language.table("first_names", FirstNames)
        for name in table.feminine if table else ():
            out[name] = out.get(name, 0) | c.FEM
        for name in table.masculine if table else ():
            out[name] = out.get(name, 0) | c.MASC
    return out


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of the language with that code; one that knows capitals only where the language has no table."""
    try:
        table = LANGUAGES.load(code).table("speakers", SpeakerWords)
    except NotFoundError:
        table = None
    return Lexicon(table, first_names())
