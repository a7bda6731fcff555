"""Noun phrases to the right of a place."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.extract.quotation.lexicon import Kind, Lexicon
from workbench.extract.quotation.units import Token

Range = tuple[int, int]
"""Token indexes, half-open."""
MAX_PHRASE = 28
"""Longest noun phrase in tokens."""
_STOPS = Kind.FINITE | Kind.SUBORDINATOR | Kind.COMPLEMENTIZER | Kind.QUESTION | Kind.NEGATION


class Phrases:
    """Finds noun phrases in the tokens of one unit."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        self._tokens = tokens
        self._lexicon = lexicon

    def phrase_right(self, at: int) -> Range | None:
        """The noun phrase that starts at ``at``, or after adverbs."""
        tokens = self._tokens
        skipped = 0
        while at < len(tokens) and skipped < 4 and (width := self._skipped(at)):
            at, skipped = at + width, skipped + 1
        if at >= len(tokens) or not tokens[at].word:
            return None
        first = tokens[at]
        if first.kind & Kind.PRONOUN and not (first.kind & Kind.DETERMINER and self._noun_follows(at + 1)):
            return at, at + 1
        closed = Kind.PREPOSITION | Kind.CONJUNCTION | _STOPS
        if first.kind & closed and not first.kind & Kind.DETERMINER and not self._surname(at):
            return None
        end = self._phrase_end(at)
        return (at, end) if end > at else None

    def _skipped(self, at: int) -> int:
        """How many tokens at ``at`` say when, not who: an adverb, or "el lunes" after its article; none is 0."""
        token = self._tokens[at]
        if token.kind & Kind.DETERMINER and at + 1 < len(self._tokens):
            return 2 if self._tokens[at + 1].low in self._lexicon.table.time_nouns else 0
        return int(bool(token.kind & Kind.ADVERB) and not token.kind & (Kind.DETERMINER | Kind.PRONOUN))

    def _noun_follows(self, at: int) -> bool:
        if at >= len(self._tokens):
            return False
        token = self._tokens[at]
        article = token.kind == Kind.DETERMINER and self._tokens[at - 1].kind & Kind.FIRST_PERSON
        return token.word and not token.kind & ~Kind.DETERMINER and not article  # "volgens ons | de moed"

    def _has_verb(self, start: int, stop: int) -> bool:
        return any(
            t.kind & (Kind.FINITE | Kind.DETERMINER) == Kind.FINITE
            or (t.low in self._lexicon.forms and not t.upper)
            for t in self._tokens[start:stop]
        )

    def _phrase_end(self, at: int) -> int:
        tokens = self._tokens
        limit = min(len(tokens), at + MAX_PHRASE)
        k = at
        while k < limit:
            token = tokens[k]
            if token.low == ",":
                after = self._past_apposition(k, limit)
                if after is None:
                    break
                k = after
                continue
            if not self._continues(at, k):
                break
            k += 1
        while (
            k > at
            and (tokens[k - 1].kind & (Kind.LINK | Kind.CONJUNCTION | Kind.ADVERB | Kind.PREPOSITION))
            and not tokens[k - 1].upper
        ):
            k -= 1
        dangling = k - 2 > at and tokens[k - 2].kind & Kind.LINK and not tokens[k - 1].upper
        if dangling and tokens[k - 1].kind & Kind.DETERMINER and not tokens[k - 1].kind & Kind.PRONOUN:
            k -= 2  # "van een | “gemiste kans”"
        if k - 2 > at and tokens[k - 1].kind & Kind.ADVERB and tokens[k - 2].kind & Kind.PREPOSITION:
            k -= 2  # "die Sprecherin | am Montag"
        return k

    def _continues(self, start: int, k: int) -> bool:
        """Whether token ``k`` still belongs to the noun phrase from ``start``."""
        token = self._tokens[k]
        if k == start:
            return token.word
        previous = self._tokens[k - 1]
        if self._is_aged(k) or self._is_qualified(k):
            return True
        if not token.word:
            following = self._tokens[k + 1].low if k + 1 < len(self._tokens) else ""
            particle = token.text in "'’" and following in self._lexicon.clitics  # "Van 't Hof"
            return token.text in ".&'’-" and len(previous.text) <= 4 and self._capital_at(k + 1 + particle)
        if token.kind & Kind.LINK:
            return True
        if token.kind & Kind.CONJUNCTION:
            return self._capital_at(k + 1) and previous.upper
        if token.upper:
            return True
        if token.kind & Kind.DETERMINER:
            opens = token.kind & (Kind.COMPLEMENTIZER | Kind.RELATIVE | Kind.PRONOUN)
            particle = previous.upper and not opens and self._capital_at(k + 1) and k - start < 6
            particle = particle and token.low not in self._lexicon.table.indefinites
            return particle or bool(previous.kind & (Kind.LINK | Kind.PREPOSITION | Kind.DETERMINER))
        closed = _STOPS | Kind.PREPOSITION | Kind.PRONOUN | Kind.RELATIVE | Kind.ADVERB
        return not token.kind & closed and token.low not in self._lexicon.forms and self._may_follow(previous)

    def _is_aged(self, k: int) -> bool:
        """Whether a hyphen at ``k`` stands between a number and its word: "40-jarige"."""
        if self._tokens[k].text != "-" or k + 1 >= len(self._tokens):
            return False
        before, after = self._tokens[k - 1], self._tokens[k + 1]
        return before.end + 1 == after.start and after.word and before.text[0].isdigit()

    def _is_qualified(self, k: int) -> bool:
        """Whether an adverb at ``k`` stands between an article and what it qualifies: "de inmiddels | bekende"."""
        token, before = self._tokens[k], self._tokens[k - 1]
        adverb = token.kind & Kind.ADVERB and not token.kind & Kind.PRONOUN
        return bool(adverb and before.kind & Kind.DETERMINER) and self._noun_follows(k + 1)

    def _surname(self, at: int) -> bool:
        """Whether a capitalised preposition opens a surname: "Van Dam", "Van 't Veer"."""
        reach = 4 if at + 1 < len(self._tokens) and not self._tokens[at + 1].word else 3  # "Van 't Hof"
        return at > 0 and self._capital_at(at) and any(self._capital_at(at + k) for k in range(1, reach))

    def _capital_at(self, k: int) -> bool:
        return k < len(self._tokens) and self._tokens[k].upper

    def _may_follow(self, previous: Token) -> bool:
        """Whether a plain lower-case word can follow inside a noun phrase."""
        if previous.kind or not previous.word or previous.text[0].isdigit():
            return True
        table = self._lexicon.table
        if previous.upper and table.genitive_endings and previous.low.endswith(table.genitive_endings):
            return True
        if previous.low.endswith(table.noun_endings):
            return False
        return previous.low.endswith(table.adjective_endings)

    def _past_apposition(self, comma: int, limit: int) -> int | None:
        """Index after the comma that closes an apposition opened at ``comma``; None where there is none."""
        tokens = self._tokens
        if comma + 1 >= limit or not (tokens[comma + 1].upper or tokens[comma + 1].kind & Kind.DETERMINER):
            return None
        for k in range(comma + 1, min(limit, comma + 14)):
            if tokens[k].low == ",":
                return (
                    None
                    if self._has_verb(comma + 1, k)
                    else k + 1
                    if k + 1 < limit and self._ends_here(k + 1)
                    else None
                )
            if not tokens[k].word and tokens[k].text not in ".&":
                return k if tokens[k].text == "." and not self._has_verb(comma + 1, k) else None
        return None

    def _ends_here(self, at: int) -> bool:
        token = self._tokens[at]
        return bool(token.kind & Kind.FINITE) or token.low in self._lexicon.forms or not token.word
