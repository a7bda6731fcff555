"""The names of one article, read sentence by sentence when they are asked for.

Most articles have sentences that no source depends on. Forms of one person's name share their last word, so all that
is said of a person stands in the sentences that have this word.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from math import inf

from workbench.extract.speakers import classes as c
from workbench.extract.speakers.lexicon import Lexicon, lexicon
from workbench.extract.speakers.mentions import NameMention, scan_of
from workbench.extract.speakers.tokens import Token, tokenize
from workbench.model import Span
from workbench.segment import Segmented

SEARCHED = 50_000
"""How much of a text is searched for a word inside a sentence, in code points."""
_MARKS = tuple("\"'“”„‘’‚«»‹›")
MOST_SEARCHES = 200
"""Words that are searched for one by one; from then on every sentence is read, so that no text costs more than that."""
LONGEST = 50_000
"""Code points of a sentence that are read: beyond them it is no sentence."""
MOST_KEPT = 1000
"""Sentences whose tokens are kept, so that a long text takes no more memory than this."""


class Names:
    """Tokens and names by sentence."""

    def __init__(self, segmented: Segmented) -> None:
        self._segmented = segmented
        self._text = segmented.article.text
        self._sentences = segmented.sentences
        self._starts, self._ends = self._sentences.starts, self._sentences.ends
        self._tokens: dict[int, list[Token]] = {}
        self._found: dict[int, list[NameMention]] = {}
        self._low = _lowered(self._text)
        self._by_last: dict[str, list[NameMention]] | None = None
        self._searches = 0
        self._often: dict[str, float] = {}
        self._elsewhere: dict[str, bool] = {}

    def tokens(self, sentence: Span) -> list[Token]:
        """The tokens of a sentence."""
        known = self._tokens.get(sentence.start)
        if known is None:
            words = lexicon(self._segmented.language_at(sentence.start))
            if len(self._tokens) > MOST_KEPT:
                self._tokens.clear()
            end = min(sentence.end, sentence.start + LONGEST)
            known = self._tokens[sentence.start] = tokenize(self._text, sentence.start, end, words)
            if known and _may_describe(known[0], words) and self._named_elsewhere(known[0].text):
                known[0] = known[0]._replace(flags=known[0].flags | c.FIRST)
        return known

    def language_at(self, offset: int) -> Lexicon:
        """The words of the language there."""
        return lexicon(self._segmented.language_at(offset))

    def words(self, start: int, end: int) -> str:
        """What stands there."""
        return self._text[start:end]

    def tokens_of(self, number: int) -> list[Token]:
        """The tokens of the sentence with that number."""
        return self.tokens(self._sentences[number])

    def _named_elsewhere(self, word: str) -> bool:
        """Whether the word has its capital inside a sentence too, so that it is a name where it opens one."""
        known = self._elsewhere.get(word)
        if known is None:
            known = len(self._elsewhere) < MOST_SEARCHES and _has_inside(self._text, word)
            self._elsewhere[word] = known
        return known

    def in_sentence(self, number: int) -> list[NameMention]:
        """The names of the sentence with that number, in order."""
        known = self._found.get(number)
        if known is None:
            sentence = self._sentences[number]
            words = lexicon(self._segmented.language_at(sentence.start))
            known = self._found[number] = scan_of(words).mentions(self.tokens(sentence), number)
        return known

    def number_at(self, offset: int) -> int:
        """The number of the sentence around or before ``offset``; -1 before the first."""
        return bisect_right(self._starts, offset) - 1

    def is_marked(self, name: NameMention) -> bool:
        """Whether the name alone stands in quotation marks, as titles and nicknames do."""
        text = self._text
        return text[name.start - 1 : name.start] in _MARKS and text[name.end : name.end + 1] in _MARKS

    def before(self, offset: int, first: int = 0) -> Iterator[NameMention]:
        """The names that begin before ``offset``, the nearest first.

        Args:
            offset: index in the text.
            first: number of the first sentence that is looked at.
        """
        for number in range(self.number_at(offset), max(first, 0) - 1, -1):
            yield from (name for name in reversed(self.in_sentence(number)) if name.start < offset)

    def inside(self, span: Span) -> Iterator[NameMention]:
        """The names that lie wholly inside ``span``, in order."""
        for number in range(max(0, self.number_at(span.start)), self.number_at(max(0, span.end - 1)) + 1):
            yield from (n for n in self.in_sentence(number) if span.start <= n.start and n.end <= span.end)

    def ending_in(self, word: str) -> Sequence[NameMention]:
        """The names whose last word is ``word``, in lower case, in order."""
        self._searches += 1
        if self._by_last is None and (self._low is None or self._searches > MOST_SEARCHES):
            self._by_last = {}
            for number in range(len(self._sentences)):
                for name in self.in_sentence(number):
                    self._by_last.setdefault(last_word(name.name), []).append(name)
        if self._by_last is not None:
            return self._by_last.get(word, ())
        numbers = self._numbers_with(word, self._low or "")
        return [name for n in numbers for name in self.in_sentence(n) if last_word(name.name) == word]

    def in_sentences_with(self, part: str) -> Iterator[NameMention] | None:
        """The names of the sentences that have these letters, in lower case; None where only all can be read."""
        return None if self._low is None else self._beside(_plain(part), self._low)

    def _beside(self, part: str, low: str) -> Iterator[NameMention]:
        at = low.find(part)
        while at >= 0:
            number = self.number_at(at)
            inside = number >= 0 and at < self._ends[number]
            if inside:
                yield from self.in_sentence(number)
            at = low.find(part, max(at + 1, self._ends[number] if inside else 0))

    def most_of(self, word: str) -> float:
        """No fewer names than end in that word, in lower case."""
        if word not in self._often:
            self._often[word] = inf if self._low is None else self._low.count(_plain(word))
        return self._often[word]

    def _numbers_with(self, word: str, low: str) -> Iterator[int]:
        """The sentences that have a word with a capital that begins like this one."""
        text, size = self._text, len(word)
        plain = _plain(word)
        at = low.find(plain) if word else -1
        while at >= 0:
            begins = not (at and low[at - 1].isalnum() and plain[0].isalnum())
            number = self.number_at(at) if begins and _has_capital(text[at : at + size]) else -1
            after = at + 1
            if number >= 0 and at < self._ends[number]:
                yield number
                after = max(after, self._ends[number])
            at = low.find(plain, after)


def _may_describe(token: Token, words: Lexicon) -> bool:
    """Whether a capital word that opens a sentence would be an adjective in lower case: "Verbrugge"."""
    bits = token.flags
    return (
        bool(bits & c.CAP)
        and not bits & (c.FIRST | c.ADJ | c.CLOSED)
        and bool(words.flags(token.low) & c.ADJ)
    )


def _has_inside(text: str, word: str) -> bool:
    """Whether the word stands after another word or a comma."""
    at = text.find(f" {word}", 1, SEARCHED)
    while at > 0 and not (text[at - 1].isalnum() or text[at - 1] == ","):
        at = text.find(f" {word}", at + 1, SEARCHED)
    return at > 0


def last_word(name: str) -> str:
    """The last word of a name, lower case."""
    return name.rsplit(None, 1)[-1].lower()


def _has_capital(word: str) -> bool:
    return word != word.lower() or any(char.isupper() for char in word)


def _plain(low: str) -> str:
    """Lower-case text with one form of the Greek letter that has two."""
    return low.replace("ς", "σ")


def _lowered(text: str) -> str | None:
    """The text in lower case; None where that moves characters."""
    low = text.lower()
    return _plain(low) if len(low) == len(text) else None
