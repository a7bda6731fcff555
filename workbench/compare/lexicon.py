"""A language's words for the comparison: concepts, negation, firmness, denial."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from workbench.compare.words import MAX_KNOWN, PhraseBook, fold
from workbench.languages.base import LANGUAGES
from workbench.languages.schema.attribution import Attribution
from workbench.languages.schema.comparison import ComparisonTable
from workbench.languages.schema.concepts import ConceptsTable
from workbench.languages.schema.numbers import NumbersTable
from workbench.languages.schema.segmentation import Segmentation

FIRMNESS = ("possible", "likely", "certain", "demanded")
"""Marks of how firm a statement is, weakest first; the last is a demand, not a statement."""

SHORTEST_PART, SHORTEST_HEAD = 3, 5
"""Letters of the first and the last part of a compound, at least."""
LONGEST_COMPOUND = 40
"""Letters of a word that is read as a compound, at most."""


class Lexicon:
    """What the tables of one language say; a language without tables has an empty one.

    Args:
        concepts: words of concepts.
        table: words that turn, weaken or place a statement.
        stop: words that say nothing about a text's matter.
        cardinals: number words.
        attribution: reporting verbs.

    """

    def __init__(
        self,
        concepts: ConceptsTable | None,
        table: ComparisonTable | None,
        stop: tuple[str, ...],
        cardinals: Mapping[str, int] | None = None,
        attribution: Attribution | None = None,
    ) -> None:
        self.concepts = PhraseBook(concepts.concepts if concepts else {})
        """Concept ids by word and phrase."""
        marks: dict[str, tuple[str, ...]] = {}
        if table:
            marks = {
                "negation": table.negation,
                "denial": table.denial,
                "dispute": table.dispute,
                "part": table.part,
                "rate": table.rates,
                "break": table.breaks,
                "condition": table.conditions,
                "place": table.place_prepositions,
                "town": table.town_prepositions,
                "pointing": table.pointing,
                "instead": table.instead,
                "updating": table.updating,
                "counting": table.counting,
                "formerly": table.formerly,
                "estimating": table.estimating,
                "unnamed": table.unnamed,
                **{name: getattr(table.modality, name) for name in FIRMNESS},
            }
        self.split = tuple(
            (concept, *pair.split(maxsplit=1))
            for concept, pairs in (concepts.split if concepts else {}).items()
            for pair in map(fold, pairs)
        )
        """Concepts of two words that stand apart."""
        self.marks = PhraseBook(marks)
        """Marks by word and phrase."""
        self.stop = frozenset(fold(word) for word in stop)
        """Function words, folded."""
        self.not_names = frozenset(fold(word) for word in table.not_names) if table else frozenset()
        """Capitalised words that are no names."""
        self.noun_capitals = bool(table and table.noun_capitals)
        """Whether a capital is no sign of a name."""
        self.noun_endings = tuple(fold(ending) for ending in table.noun_endings) if table else ()
        """Endings of nouns that names seldom have, folded."""
        self.compounds = bool(table and table.compounds)
        """Whether the last part of a noun may say what it is."""
        self.numbers = {fold(word): value for word, value in (cardinals or {}).items()}
        """Number words below a thousand that are one word."""
        verbs = attribution.verbs.values() if attribution else ()
        self.reporting = frozenset(fold(form) for verb in verbs if verb.use == "say" for form in verb.finite)
        """Folded forms of verbs that report what somebody says."""
        self._stems: dict[str, str] = {}
        self._endings = tuple(sorted(table.endings, key=len, reverse=True)) if table else ()

    def head(self, word: str) -> tuple[str, tuple[str, ...]]:
        """First part of a folded compound that no table knows whole, and the concepts of its longest known last part."""
        if self.compounds and len(word) <= LONGEST_COMPOUND and not self.concepts.labels(word):
            for at in range(SHORTEST_PART, len(word) - SHORTEST_HEAD + 1):
                labels = self.concepts.labels(word[at:])
                if labels:
                    return word[:at], labels
        return "", ()

    def stem(self, word: str) -> str:
        """A folded word without its ending, at least four letters of it."""
        known = self._stems.get(word)
        if known is None:
            if len(self._stems) >= MAX_KNOWN:
                self._stems.clear()
            ends = (end for end in self._endings if len(word) >= len(end) + 4 and word.endswith(end))
            known = self._stems[word] = word.removesuffix(next(ends, ""))
        return known


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of a language; an empty one for a language without a pack."""
    if code not in LANGUAGES.names():
        return Lexicon(None, None, ())
    language = LANGUAGES.load(code)
    segmentation = language.table("segmentation", Segmentation)
    numbers = language.table("numbers", NumbersTable)
    return Lexicon(
        language.table("concepts", ConceptsTable),
        language.table("comparison", ComparisonTable),
        segmentation.function_words if segmentation else (),
        numbers.spelling.cardinals if numbers else None,
        language.table("attribution", Attribution),
    )
