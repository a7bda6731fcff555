"""Words as they are compared: folded, and found in tables of words, beginnings, endings and phrases."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

TOKEN = re.compile(r"\w+(?:[-'’.]\w+)*")
"""A word; hyphens, apostrophes and inner full stops (``100.000``, ``U.S``) belong to it."""
MAX_CONTEXT = 4000
"""Characters of a sentence that are looked at; longer ones are no prose."""
MAX_KNOWN = 50_000
"""Words whose lookup is remembered."""
MIN_BEGIN, MIN_END = 2, 4
"""Letters of a beginning and of an ending in a table, at least; shorter ones would be in every word."""
_DROP = str.maketrans({"’": "'", "‘": "'", "ß": "ss", "ø": "o", "ł": "l", "ı": "i"})


def fold(text: str) -> str:
    """Lower case without accents; the length may change."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.translate(_DROP))
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()


class Word(NamedTuple):
    """One word of a text; a tuple, because hundreds are made for every mention."""

    start: int
    """Where it starts."""
    end: int
    """Where it ends."""
    text: str
    """As written."""
    folded: str
    """As compared."""
    capital: bool
    """Whether it starts with a capital."""


def words_of(text: str) -> list[Word]:
    """The words of a text, at most of its first 4,000 characters."""
    # Made as the tuples they are: this is done for every word of every stretch that is compared.
    make = tuple.__new__
    return [
        make(Word, (*match.span(), word := match.group(), *_read(word)))
        for match in TOKEN.finditer(text[:MAX_CONTEXT])
    ]


@lru_cache(maxsize=100_000)
def _read(word: str) -> tuple[str, bool]:
    """A word folded, and whether it starts with a capital."""
    return fold(word), word[0].isupper()


class Found(NamedTuple):
    """A stretch of words that a phrase book knows."""

    first: int
    """Index of the first word."""
    last: int
    """Index after the last word."""
    labels: tuple[str, ...]
    """What it may be."""


class _Start(NamedTuple):
    """What is known of one word."""

    labels: tuple[str, ...]
    """What the word alone may be."""
    phrases: tuple[tuple[tuple[str, ...], str], ...]
    """The phrases that may start with it."""
    seconds: frozenset[str]
    """Their second words."""
    begins: tuple[str, ...]
    """Beginnings of their second words."""


class PhraseBook:
    """Labels by word, ``beginning*``, ``*ending`` and phrase.

    Args:
        table: label to entries.
        endings: what may follow any single word that is no pattern.

    """

    def __init__(self, table: Mapping[str, Iterable[str]], endings: Iterable[str] = ()) -> None:
        self._exact: dict[str, tuple[str, ...]] = {}
        self._begin: dict[str, tuple[str, ...]] = {}
        self._end: dict[str, tuple[str, ...]] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._known: dict[str, tuple[str, ...]] = {}
        self._starts: dict[str, _Start] = {}
        tails = ("", *endings)
        for label, entries in table.items():
            for entry in entries:
                self._add(label, fold(entry), tails)
        for phrases in self._phrases.values():
            phrases.sort(key=lambda p: -len(p[0]))
        # The longest beginning wins, and the longest ending: only lengths that there are need a look.
        self._begin_sizes = sorted(
            {len(part) for part in self._begin if len(part) >= MIN_BEGIN}, reverse=True
        )
        self._end_sizes = sorted({len(part) for part in self._end if len(part) >= MIN_END}, reverse=True)

    def _add(self, label: str, entry: str, tails: Iterable[str]) -> None:
        parts = tuple(part if part.endswith("*") else part.rstrip(".") for part in entry.split())
        if len(parts) > 1:
            self._phrases.setdefault(parts[0].rstrip("*.")[:3], []).append((parts, label))
        elif entry.endswith("*"):
            _put(self._begin, entry[:-1], label)
        elif entry.startswith("*"):
            _put(self._end, entry[1:], label)
        else:
            for tail in tails:
                _put(self._exact, entry.rstrip(".") + tail, label)

    def labels(self, word: str) -> tuple[str, ...]:
        """Labels of one folded word; of its parts at a hyphen or apostrophe where it is not known whole."""
        known = self._known.get(word)
        if known is None:
            known = self._lookup(word)
            if not known and ("-" in word or "'" in word):
                parts = word.replace("'", "-").split("-")
                known = tuple(dict.fromkeys(x for part in parts for x in self._lookup(part)))
            if len(self._known) >= MAX_KNOWN:
                self._known.clear()
            self._known[word] = known
        return known

    def _lookup(self, word: str) -> tuple[str, ...]:
        found = self._exact.get(word)
        if found is None and word.endswith("'s"):
            found = self._exact.get(word[:-2])
        if found is not None:
            return found
        begin = next((f for size in self._begin_sizes if (f := self._begin.get(word[:size])) is not None), ())
        ends = (size for size in self._end_sizes if size <= len(word) - 2)
        end = next((f for size in ends if (f := self._end.get(word[-size:])) is not None), ())
        # What a compound ends with says what it is, what it begins with of which sort: a climate march is a march.
        return tuple(dict.fromkeys(begin + end)) if begin and end else begin or end

    def begins(self, word: str) -> bool:
        """Whether something that is known may begin with a folded word."""
        start = self._starts.get(word) or self._learnt(word)
        return bool(start.labels or start.phrases)

    def find(self, words: Sequence[Word], places: Iterable[int] | None = None) -> Iterator[Found]:
        """What is known of the words, left to right, phrases before single words.

        Args:
            words: the words.
            places: the places of all words with which something may begin, where they are known already.

        """
        starts, free, end = self._starts, 0, len(words)
        for at in range(end) if places is None else places:
            if at < free:
                continue
            folded = words[at].folded
            labels, phrases, seconds, begins = starts.get(folded) or self._learnt(folded)
            found = None
            if phrases and at + 1 < end:
                # Nearly always the second word settles that it is none of the phrases.
                second = words[at + 1].folded
                if second in seconds or second.startswith(begins):
                    found = _phrase_at(words, at, phrases)
            if found is None and labels:
                found = Found(at, at + 1, labels)
            if found is not None:
                yield found
                free = found.last

    def _learnt(self, word: str) -> _Start:
        """What is known of a word at which a phrase may start; remembered."""
        phrases = tuple(p for p in self._phrases.get(word[:3], ()) if _fits(word, p[0][0]))
        if len(self._starts) >= MAX_KNOWN:
            self._starts.clear()
        seconds = [parts[1] for parts, _ in phrases]
        entry = self._starts[word] = _Start(
            self.labels(word),
            phrases,
            frozenset(seconds),
            tuple({part[:-1] for part in seconds if part.endswith("*")}),
        )
        return entry


def _phrase_at(
    words: Sequence[Word], at: int, phrases: Iterable[tuple[tuple[str, ...], str]]
) -> Found | None:
    left = len(words) - at
    for parts, label in phrases:
        size = len(parts)
        if size > left or not _fits(words[at + 1].folded, parts[1]):
            continue
        if all(_fits(words[at + place].folded, parts[place]) for place in range(2, size)):
            return Found(at, at + size, (label,))
    return None


def _put(table: dict[str, tuple[str, ...]], key: str, label: str) -> None:
    known = table.get(key, ())
    if label not in known:
        table[key] = (*known, label)


def _fits(word: str, part: str) -> bool:
    return word == part or (part.endswith("*") and word.startswith(part[:-1]))
