"""A language's attribution table, compiled for look-up by word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from workbench.extract.quotation.triggers import Triggers, triggers_of
from workbench.languages.base import LANGUAGES, Language
from workbench.languages.schema.attribution import Attribution, CountingVerb, SourcePhrase, Verb

Shape = Literal["finite", "infinitive", "participle", "gerund", "either"]
"""Form of a verb; ``either`` is finite or infinitive by its clause."""


class Kind:
    """What a word may be, as bits: a word may be several things. Plain numbers, since they are tested for every word."""

    NONE: Final = 0
    DETERMINER: Final = 1
    PRONOUN: Final = 2
    PREPOSITION: Final = 4
    LINK: Final = 8
    ADVERB: Final = 16
    AUXILIARY: Final = 32
    PASSIVE: Final = 64
    FINITE: Final = 128
    CONJUNCTION: Final = 256
    SUBORDINATOR: Final = 512
    RELATIVE: Final = 1024
    NEGATION: Final = 2048
    COMPLEMENTIZER: Final = 4096
    QUESTION: Final = 8192
    REPORTIVE: Final = 16384
    FIRST_PERSON: Final = 32768


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a reporting verb."""

    lemma: str
    """Infinitive."""
    verb: Verb
    """Its entry."""
    shape: Shape
    """What form it is."""
    needs: str | None = None
    """The particle that must stand later in the clause."""


@dataclass(frozen=True)
class Lexicon:
    """Look-up tables of one language."""

    table: Attribution
    """The table it was made from."""
    forms: dict[str, tuple[Form, ...]]
    """Reporting verbs by form, lower case."""
    phrases: dict[str, tuple[tuple[tuple[str, ...], SourcePhrase], ...]]
    """Source phrases by first word."""
    nouns: frozenset[str]
    """Nouns of saying."""
    kinds: dict[str, int]
    """Closed-class words."""
    triggers: Triggers
    """Words without which a sentence reports nothing."""
    starts: frozenset[str]
    """Lower-case words at which a cue can start."""
    nominal: frozenset[str]
    """Verb forms that are nouns as often."""
    listings: frozenset[str]
    """Headings of lists of works."""
    clitics: frozenset[str]
    """Letters that follow an apostrophe."""
    idioms: dict[str, tuple[tuple[str, ...], ...]]
    """Set phrases that report nothing, by first word."""
    counting: dict[str, tuple[CountingVerb, ...]]
    """Verbs of counting by form."""
    modality: dict[str, frozenset[str]]
    """Words that weaken what is said, by how firmly it is still put forward."""
    recalls: dict[str, tuple[tuple[str, ...], ...]]
    """Openings of a sentence that gives the one before it to a source, by first word, the longest first."""

    def kind(self, word: str) -> int:
        """What the lower-case word may be."""
        return self.kinds.get(word, Kind.NONE)


def lexicon_of(language: Language) -> Lexicon | None:
    """The compiled table of the language; None where it has none."""
    table = language.table("attribution", Attribution)
    return None if table is None else _compiled(language.code, table)


@cache
def lexicon_for(code: str) -> Lexicon | None:
    """The compiled table of the language with that code; None where there is no such language or table."""
    return lexicon_of(LANGUAGES.load(code)) if code in LANGUAGES.names() else None


_CACHE: dict[str, tuple[Attribution, Lexicon]] = {}


def _compiled(code: str, table: Attribution) -> Lexicon:
    known = _CACHE.get(code)
    if known is None or known[0] is not table:
        known = _CACHE[code] = (table, _compile(table))
    return known[1]


def _compile(table: Attribution) -> Lexicon:
    forms = _forms(table)
    phrases: dict[str, tuple[tuple[tuple[str, ...], SourcePhrase], ...]] = {}
    for phrase in table.phrases:
        words = tuple(phrase.words.split())
        entries = (*phrases.get(words[0], ()), (words, phrase))
        phrases[words[0]] = tuple(sorted(entries, key=lambda entry: -len(entry[0])))
    return Lexicon(
        table=table,
        forms=forms,
        phrases=phrases,
        nouns=frozenset(table.nouns),
        kinds=_kinds(table),
        triggers=triggers_of(table, forms),
        starts=frozenset((*forms, *phrases, *table.nouns, *(idiom.split()[0] for idiom in table.idioms))),
        nominal=frozenset(table.nominal),
        listings=frozenset(table.listings),
        clitics=frozenset(table.apostrophes),
        idioms=_by_first(table.idioms),
        counting=_counting(table),
        modality={name: frozenset(words) for name, words in table.modality.items()},
        recalls=_by_first(sorted(table.recalls, key=lambda words: -len(words.split()))),
    )


def _counting(table: Attribution) -> dict[str, tuple[CountingVerb, ...]]:
    found: dict[str, tuple[CountingVerb, ...]] = {}
    for verb in table.counting.values():
        for word in {*verb.finite, *verb.participle}:
            found[word] = (*found.get(word, ()), verb)
    return found


def _by_first(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        found[words[0]] = (*found.get(words[0], ()), words)
    return found


def _forms(table: Attribution) -> dict[str, tuple[Form, ...]]:
    found: dict[str, list[Form]] = {}
    for lemma, verb in table.verbs.items():
        finite, infinitive = set(verb.finite), set(verb.infinitive)
        shapes: list[tuple[Shape, set[str], str | None]] = [
            ("either", finite & infinitive, verb.particle),
            ("finite", finite - infinitive, verb.particle),
            ("infinitive", infinitive - finite, None),
            ("participle", set(verb.participle), None),
            ("gerund", set(verb.gerund), None),
            ("finite", set(verb.joined), None),
        ]
        for shape, words, needs in shapes:
            for word in words:
                found.setdefault(word, []).append(Form(lemma, verb, shape, needs))
    order = {"participle": 0, "finite": 1, "either": 2, "gerund": 3, "infinitive": 4}
    return {
        word: tuple(sorted(forms, key=lambda f: (f.needs is None, order[f.shape])))
        for word, forms in found.items()
    }


def _kinds(table: Attribution) -> dict[str, int]:
    kinds: dict[str, int] = {}
    lists: list[tuple[int, tuple[str, ...]]] = [
        (Kind.DETERMINER, table.determiners),
        (Kind.PRONOUN, table.pronouns),
        (Kind.PREPOSITION, table.prepositions),
        (Kind.LINK, table.links),
        (Kind.ADVERB, table.adverbs),
        (Kind.AUXILIARY, (*table.auxiliaries, *table.passives)),
        (Kind.PASSIVE, table.passives),
        (Kind.FINITE, (*table.finite, *table.auxiliaries, *table.passives, *table.reportive)),
        (Kind.CONJUNCTION, table.conjunctions),
        (Kind.SUBORDINATOR, table.subordinators),
        (Kind.RELATIVE, table.relatives),
        (Kind.NEGATION, table.negations),
        (Kind.COMPLEMENTIZER, table.complementizers),
        (Kind.QUESTION, table.questions),
        (Kind.REPORTIVE, table.reportive),
        (Kind.FIRST_PERSON, table.first_person),
    ]
    for kind, words in lists:
        for word in words:
            kinds[word] = kinds.get(word, Kind.NONE) | kind
    return kinds
