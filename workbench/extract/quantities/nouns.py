"""The measured noun and the words that narrow it, by rules with small tables."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from workbench.languages.schema.nouns import NounsTable
from workbench.model import Span

_WORD = re.compile(
    r"[ \u00a0\u202f]{0,2}\n?(?P<word>[^\W\d_](?:[\w’'.&-]{0,60}[\w])?)(?P<end>[.,;:!?()\[\]\"“”„»«]?)"
)
_FIRST_GAP = re.compile(r"[ \u00a0\u202f]{0,2}\n?-?[\"'‘“„«(]?(?=[^\W\d_])")
_MAX_WORDS = 6
_MAX_SCOPE = 5


@dataclass(frozen=True, slots=True)
class Measured:
    """What a figure counts."""

    noun: Span
    """The noun."""
    modifiers: tuple[str, ...]
    """Adjectives before it and a phrase of place after it, as written."""


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    start: int
    end: int
    closes: bool


class NounReader:
    """Finds the measured noun after a number.

    Args:
        table: the language's table.
        numbers: tells whether a word is a number: *een van de vier bruggen* counts four bridges, not one.
    """

    def __init__(self, table: NounsTable, numbers: Callable[[str], bool]) -> None:
        self._table = table
        self._numbers = numbers
        self._stop = frozenset(table.stop)
        self._adjectives = frozenset(table.adjectives)
        self._adverbs = frozenset(table.adverbs)
        self._nouns = frozenset(table.not_adjectives)
        self._and = frozenset(table.and_words)
        self.of_words = frozenset(table.of_words)
        """Words between a number and the noun it is part of."""
        self._determiners = frozenset(table.determiners)
        self._scope = frozenset(table.scope_words)
        self._plurals = frozenset(table.plurals)

    def find(self, text: str, end: int, limit: int, *, singular: bool = False) -> Measured | None:
        """The noun right after ``end`` and before ``limit``, with its modifiers."""
        gap = _FIRST_GAP.match(text, end, limit)
        if gap is None:
            return None
        tokens = self._run(text, gap.end(), limit)
        if not tokens:
            return None
        index = self._head(tokens, singular)
        if index is None:
            return None
        head = tokens[index]
        small = self._and | self._adverbs
        before = tuple(t.word for t in tokens[:index] if t.word.lower() not in small)
        behind = tokens[index + 1] if index + 1 < len(tokens) and not head.closes else None
        if behind and self._table.after_endings and behind.word.endswith(self._table.after_endings):
            before += (behind.word,)
            after = self._scope_after(text, behind, limit)
        else:
            after = self._scope_after(text, head, limit)
        return Measured(Span(head.start, head.end), before + ((after,) if after else ()))

    def _tokens(self, text: str, start: int, limit: int, most: int) -> list[_Token]:
        tokens: list[_Token] = []
        while len(tokens) < most and (match := _WORD.match(text, start, limit)):
            tokens.append(_Token(match["word"], match.start("word"), match.end("word"), bool(match["end"])))
            if match["end"]:
                break
            start = match.end()
        return tokens

    def _run(self, text: str, start: int, limit: int) -> list[_Token]:
        """Words that can belong to the noun phrase: up to a function word or punctuation."""
        tokens = self._tokens(text, start, limit, _MAX_WORDS + 4)
        if len(tokens) > 1 and tokens[0].word.lower() in self.of_words:
            tokens = tokens[1:]
            while len(tokens) > 1 and tokens[0].word.lower() in self._determiners:
                tokens = tokens[1:]
            if self._numbers(tokens[0].word.lower()):
                return []
        run: list[_Token] = []
        for position, token in enumerate(tokens[:_MAX_WORDS]):
            low = token.word.lower()
            if low in self._and and run and self._is_adjective(run[-1].word) and position + 1 < len(tokens):
                following = tokens[position + 1].word
                if self._is_adjective(following) and following.lower() not in self._stop:
                    run.append(token)
                    continue
            if low in self._stop and low not in self._adjectives:
                break
            run.append(token)
        while run and run[-1].word.lower() in self._and:
            run.pop()
        return run

    def _is_adjective(self, word: str) -> bool:
        low = word.lower()
        if low in self._nouns:
            return False
        return (
            low in self._adjectives
            or low in self._adverbs
            or (len(low) > 3 and low.endswith(self._table.adjective_endings or ("\0",)))
        )

    def _head(self, tokens: list[_Token], singular: bool) -> int | None:
        if self._table.head == "capital":
            return next(
                (i for i, t in enumerate(tokens) if t.word[0].isupper() and not self._demonym(tokens, i)),
                None,
            )
        if self._table.head == "plural" and not singular:
            for index, token in enumerate(tokens):
                if self.is_plural(token.word) and not self._is_adjective(token.word):
                    return index
        for index, token in enumerate(tokens):
            if not self._is_adjective(token.word) and token.word.lower() not in self._and:
                return index
        last = (i for i in range(len(tokens) - 1, -1, -1) if tokens[i].word.lower() not in self._adverbs)
        return next(last, None)

    def _demonym(self, tokens: list[_Token], index: int) -> bool:
        """A capitalised word right before another that is an adjective: *Deutsche Bahn*, *Schweizer Franken*."""
        return (
            index + 1 < len(tokens)
            and tokens[index + 1].word[0].isupper()
            and self._is_adjective(tokens[index].word)
        )

    def is_plural(self, word: str) -> bool:
        """Whether the word can be a plural; always so where plurals are not told by their ending."""
        if not self._table.plural_endings:
            return True
        low = word.lower()
        return low in self._plurals or low.endswith(self._table.plural_endings or ("\0",))

    def _scope_after(self, text: str, head: _Token, limit: int) -> str | None:
        """The first phrase of place or kind after the noun: *bij de grens*."""
        if head.closes:
            return None
        tokens = self._tokens(text, head.end, limit, _MAX_SCOPE + 4)
        begin = next((i for i, t in enumerate(tokens[:3]) if t.word.lower() in self._scope), None)
        if begin is None or any(t.word.lower() in self._stop - self._scope for t in tokens[:begin]):
            return None
        last = begin
        for index in range(begin + 1, min(begin + 1 + _MAX_SCOPE, len(tokens))):
            low = tokens[index].word.lower()
            if low in self._determiners and index == last + 1 and last == begin:
                continue
            if low in self._stop:
                break
            last = index
            if not self._is_adjective(tokens[index].word):
                break
        if last == begin:
            return None
        return text[tokens[begin].start : tokens[last].end]
