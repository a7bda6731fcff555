"""Words as they are compared: folded, and found in tables of words, beginnings, endings and phrases."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

TOKEN = re.compile(r"\w+(?:[-'’.]\w+)*")
"""A word; hyphens, apostrophes and inner full stops (``100.000``, ``U.S``) belong to it."""
MAX_CONTEXT = 4000
"""Characters of a sentence that are looked at; longer ones are no prose."""
MAX_KNOWN = 50_000
"""Words whose lookup is remembered."""
_DROP = str.maketrans({"’": "'", "‘": "'", "ß": "ss", "ø": "o", "ł": "l", "ı": "i"})


def fold(text: str) -> str:
    """Lower case without accents; the length may change."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.translate(_DROP))
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text."""

    start: int
    """Where it starts."""
    end: int
    """Where it ends."""
    text: str
    """As written."""
    folded: str
    """As compared."""

    @property
    def capital(self) -> bool:
        """Whether it starts with a capital."""
        return self.text[0].isupper()


def words_of(text: str) -> list[Word]:
    """The words of a text, at most of its first 4,000 characters."""
    return [Word(m.start(), m.end(), m.group(), fold(m.group())) for m in TOKEN.finditer(text[:MAX_CONTEXT])]


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of words that a phrase book knows."""

    first: int
    """Index of the first word."""
    last: int
    """Index after the last word."""
    labels: tuple[str, ...]
    """What it may be."""


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
        tails = ("", *endings)
        for label, entries in table.items():
            for entry in entries:
                self._add(label, fold(entry), tails)
        for phrases in self._phrases.values():
            phrases.sort(key=lambda p: -len(p[0]))

    def _add(self, label: str, entry: str, tails: Iterable[str]) -> None:
        parts = tuple(entry.split())
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
        for cut in range(min(len(word), 40), 1, -1):
            found = self._begin.get(word[:cut])
            if found is not None:
                return found
        for cut in range(2, min(len(word) - 3, 40)):
            found = self._end.get(word[cut:])
            if found is not None:
                return found
        return ()

    def find(self, words: list[Word]) -> Iterator[Found]:
        """What is known of the words, left to right, phrases before single words."""
        at = 0
        while at < len(words):
            found = self._phrase_at(words, at)
            if found is None:
                labels = self.labels(words[at].folded)
                found = Found(at, at + 1, labels) if labels else None
            if found is not None:
                yield found
            at = found.last if found is not None else at + 1

    def _phrase_at(self, words: list[Word], at: int) -> Found | None:
        phrases = self._phrases.get(words[at].folded[:3])
        if phrases is None:
            return None
        for parts, label in phrases:
            if not _fits(words[at].folded, parts[0]):
                continue
            stretch = words[at : at + len(parts)]
            if len(stretch) == len(parts) and all(
                _fits(w.folded, p) for w, p in zip(stretch, parts, strict=True)
            ):
                return Found(at, at + len(parts), (label,))
        return None


def _put(table: dict[str, tuple[str, ...]], key: str, label: str) -> None:
    known = table.get(key, ())
    if label not in known:
        table[key] = (*known, label)


def _fits(word: str, part: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part.rstrip(".")
