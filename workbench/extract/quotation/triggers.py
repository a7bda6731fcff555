"""Which sentences are looked at for reports at all, by their words alone."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import filterfalse, pairwise
from typing import TYPE_CHECKING

from workbench.languages.schema.attribution import Attribution

if TYPE_CHECKING:
    from workbench.extract.quotation.lexicon import Form

SEARCHED = 20_000
"""Code points of a sentence that are searched: more than the tokens that are analysed."""
_WORD = re.compile(r"[^\W\d_]+")
_SIGN = re.compile(r"[,:;–—-]")
"""Signs that can set a reported clause apart."""


@dataclass(frozen=True)
class Triggers:
    """The words of one language without which a sentence reports nothing; as written at its start and within it."""

    words: frozenset[str]
    """Every word that can start a cue by itself."""
    pairs: Mapping[str, frozenset[str]]
    """Other words that can start one, with the lower-case words that must follow them."""
    particles: Mapping[str, frozenset[str]]
    """Triggers that are all separable verbs, with their particles, one of which must stand with them."""
    verbal: frozenset[str]
    """Triggers that need a clause beside them: verbs, nouns of saying; none where a clause needs no sign at all."""
    openers: frozenset[str]
    """Lower-case words one of which is in a clause that no comma or dash sets apart."""

    def found_in(self, sentence: str, *, marked: bool) -> bool:
        """Whether the sentence may report something.

        Args:
            sentence: its text.
            marked: whether it has words in quotation marks, which a verb alone gives to somebody.
        """
        chunks = sentence[:SEARCHED].split()
        words = chunks + _WORD.findall(
            " ".join(filterfalse(str.isalpha, chunks))
        )  # chunks with signs do no harm
        hits = self.words.intersection(words)
        if hits and (marked or self._has_clause(hits, words, sentence)):
            return True
        if self.pairs.keys().isdisjoint(words):
            return False
        in_order = pairwise(_WORD.findall(sentence, 0, SEARCHED))
        return any(
            following.lower() in self.pairs[word] for word, following in in_order if word in self.pairs
        )

    def _has_clause(self, hits: frozenset[str], words: Iterable[str], sentence: str) -> bool:
        """Whether what a verb needs to report is there: its particle; a conjunction or a sign."""
        separable = not hits.isdisjoint(self.particles)
        unsigned = hits <= self.verbal and not _SIGN.search(sentence)
        if not (separable or unsigned):
            return True
        low = frozenset(map(str.lower, words))
        if unsigned and self.openers.isdisjoint(low):
            return False
        particles = self.particles
        return any(hit not in particles or not particles[hit].isdisjoint(low) for hit in hits)


def triggers_of(table: Attribution, forms: Mapping[str, tuple[Form, ...]]) -> Triggers:
    """The triggers of a language.

    Args:
        table: its table.
        forms: its reporting verbs by form, lower case.
    """
    verbal = {*forms, *table.nouns}
    whole = verbal | {*table.reportive}
    firsts = {phrase.words.split()[0] for phrase in table.phrases}
    pairs = _pairs(table, whole)
    alone = firsts - pairs.keys()
    kept = alone | {*table.reportive}
    particles = {
        word: frozenset(form.needs for form in forms[word] if form.needs)
        for word in forms.keys() - table.nouns - kept
        if all(form.needs is not None and form.needs.isalpha() for form in forms[word])
    }
    return Triggers(
        words=_written(whole | alone),
        pairs=pairs | {word.capitalize(): following for word, following in pairs.items()},
        particles=particles | {word.capitalize(): needs for word, needs in particles.items()},
        verbal=frozenset() if table.bare_clause or table.gerund_endings else _written(verbal - kept),
        openers=_openers(table),
    )


def _openers(table: Attribution) -> frozenset[str]:
    """Words that open what a verb reports, or open a sentence that gives the one before it to somebody."""
    recalls = (words.split()[0] for words in table.recalls)
    words = (
        *table.complementizers, *table.questions, *table.infinitive_markers, *recalls
    )  # fmt: skip
    return frozenset(found.group() for word in words if (found := _WORD.search(word)))


def _written(words: Iterable[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in (word, word.capitalize()))


def _pairs(table: Attribution, triggers: Collection[str]) -> dict[str, frozenset[str]]:
    """The first words of source phrases that need their second word to tell anything, with these second words."""
    found: dict[str, set[str]] = {}
    whole: set[str] = {*triggers}
    for phrase in table.phrases:
        first, *rest = phrase.words.split()
        if rest and first.isalpha() and rest[0].isalpha():
            found.setdefault(first, set()).add(rest[0])
        else:
            whole.add(first)
    return {word: frozenset(following) for word, following in found.items() if word not in whole}
