"""The part of a clause before its verb."""

from __future__ import annotations

from workbench.extract.quotation.carriers import CLAUSE_ENDS
from workbench.extract.quotation.lexicon import Kind
from workbench.extract.quotation.phrases import Phrases
from workbench.extract.quotation.units import Token

MAX_FIELD = 45
"""Longest stretch before a verb that is looked at for its subject."""
_CLOSING = {*CLAUSE_ENDS, ",", *"\"'“”‘’«»"}
_OPENS = Kind.SUBORDINATOR | Kind.COMPLEMENTIZER | Kind.RELATIVE
_PARTS = _OPENS | Kind.CONJUNCTION
_PHRASE = Kind.DETERMINER | Kind.PRONOUN


class Fields(Phrases):
    """Finds where the part before a verb starts, and what of it says when or how."""

    def _field_start(self, verb: int) -> int:
        """Where the clause part before the verb starts; commas end it, except around an apposition or in a list of names."""
        tokens = self._tokens
        floor = max(0, verb - MAX_FIELD)
        k = verb
        while k > floor:
            token = tokens[k - 1]
            if token.stretch is not None or token.low in _CLOSING:
                break
            if token.kind & _PARTS and self._parts(token, k, verb):
                break
            k -= 1
        return k

    def _parts(self, token: Token, k: int, verb: int) -> bool:
        """Whether the word before ``k`` joins or opens a clause there."""
        kind = token.kind
        if kind & _OPENS and not kind & Kind.DETERMINER:
            return True
        if kind & Kind.COMPLEMENTIZER and k < verb and self._opens_phrase(self._tokens[k]):
            return True
        if kind & Kind.CONJUNCTION and self._joins_clauses(k - 1, verb):
            return True
        return bool(kind & Kind.RELATIVE) and k >= 2 and self._tokens[k - 2].low == ","

    @staticmethod
    def _opens_phrase(token: Token) -> bool:
        """Whether it is a name, article or pronoun, before which "dat" is no article: "dat | Smit zegt"."""
        return bool(token.kind & _PHRASE) or token.text[0].isupper()

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
