"""The part of a clause before its verb."""

from __future__ import annotations

from workbench.extract.quotation.carriers import CLAUSE_ENDS
from workbench.extract.quotation.lexicon import Kind
from workbench.extract.quotation.phrases import Phrases

MAX_FIELD = 45
"""Longest stretch before a verb that is looked at for its subject."""


class Fields(Phrases):
    """Finds where the part before a verb starts, and what of it says when or how."""

    def _field_start(self, verb: int) -> int:
        """Where the clause part before the verb starts; commas end it, except around an apposition or in a list of names."""
        tokens = self._tokens
        floor = max(0, verb - MAX_FIELD)
        k = verb
        while k > floor:
            token = tokens[k - 1]
            if token.stretch is not None or token.low in CLAUSE_ENDS or token.text in "\"'“”‘’«»":
                break
            if token.low == ",":
                break
            if (
                token.kind & (Kind.SUBORDINATOR | Kind.COMPLEMENTIZER | Kind.RELATIVE)
                and not token.kind & Kind.DETERMINER
            ):
                break
            if token.kind & Kind.COMPLEMENTIZER and k < verb and self._opens_phrase(k):
                break
            if token.kind & Kind.CONJUNCTION and self._joins_clauses(k - 1, verb):
                break
            if token.kind & Kind.RELATIVE and k - 2 >= 0 and tokens[k - 2].low == ",":
                break
            k -= 1
        return k

    def _opens_phrase(self, k: int) -> bool:
        """Whether a name, article or pronoun stands at ``k``, before which "dat" is no article: "dat | Smit zegt"."""
        token = self._tokens[k]
        return token.upper or bool(token.kind & (Kind.DETERMINER | Kind.PRONOUN))

    def _joins_clauses(self, at: int, verb: int) -> bool:
        """Whether a conjunction before the verb joins clauses, not names."""
        if at + 1 >= verb:
            return True
        return self._has_verb(max(0, at - 12), at)

    def _after_adverbials(self, start: int, stop: int) -> int:
        tokens = self._tokens
        while (
            start < stop
            and tokens[start].kind & (Kind.ADVERB | Kind.CONJUNCTION)
            and not tokens[start].kind & (Kind.DETERMINER | Kind.PRONOUN)
        ):
            start += 1
        return start

    def _trim_right(self, start: int, stop: int) -> int:
        tokens = self._tokens
        while (
            stop - 1 > start
            and (tokens[stop - 1].kind & (Kind.ADVERB | Kind.AUXILIARY | Kind.NEGATION))
            and not tokens[stop - 1].upper
        ):
            stop -= 1
        return stop
