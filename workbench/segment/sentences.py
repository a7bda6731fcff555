"""Sentence ends by rules: a full stop ends a sentence unless its neighbours say otherwise.

Quotation marks never hold a sentence together: a quote of eight sentences is eight sentences, a mark that closes
directly after the stop goes with the sentence before it. Everything is a span into the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from workbench.languages.base import Language
from workbench.languages.schema.segmentation import Segmentation
from workbench.model import Span
from workbench.segment.columns import Column, Spans, column

_STOP = re.compile(
    r"[.!?…](?<![.!?…].)[.!?…]*+"  # the lookbehind tries each run of stops once: linear on a megabyte of dots
    r"[\"'”’“»«›)\]]*+"
    r"(?:[ \u00a0\u202f][»›]|[ \u00a0\u202f]?'')?+"
    r"(?=\s)"
)
_OPENERS = "\"'“„‘‚«»‹›(["
_LEADING = re.compile(r"[\s\"'“”„‘’‚«»‹›(\[–—\-¿¡]{0,8}")
_WORD = re.compile(r"[^\W\d_]{1,24}(?:[’'][^\W\d_]{1,24})?")
_ACRONYM = re.compile(r"(?:[^\W\d_]{1,2}\.){1,6}[^\W\d_]{1,2}")
_INITIAL_BEFORE = re.compile(r"(?<!\w)[^\W\d_a-z]\.\s?$")
_BEFORE_TOKEN = re.compile(r"[\s(\"“„‘«\[/–—-]")
_LONGEST_TOKEN = 24


@dataclass(frozen=True)
class _Rules:
    """A table's lists as sets."""

    never: frozenset[str]
    sometimes: frozenset[str]
    numbered: frozenset[str]
    starters: frozenset[str]
    particles: frozenset[str]
    clitics: tuple[str, ...]
    ordinal_stop: bool


@cache
def _rules(language: Language) -> _Rules:
    table = language.table("segmentation", Segmentation)
    if table is None:
        return _Rules(frozenset(), frozenset(), frozenset(), frozenset(), frozenset(), (), False)
    return _Rules(
        frozenset(table.never_final),
        frozenset(table.sometimes_final),
        frozenset(table.before_number),
        frozenset(table.starters),
        frozenset(table.particles),
        tuple(mark + word[1:] for word in table.clitics for mark in "'’‘"),
        table.ordinal_stop,
    )


def split_sentences(text: str, span: Span, language: Language) -> Spans:
    """The sentences inside ``span``, in order; outer white space belongs to none of them."""
    starts, ends = column(), column()
    add_sentences(text, *_stripped(text, span.start, min(span.end, len(text))), language, starts, ends)
    return Spans(starts, ends)


def add_sentences(text: str, start: int, end: int, language: Language, starts: Column, ends: Column) -> None:
    """Add the sentences of a line, which has no outer white space, to the columns."""
    rules = _rules(language)
    for stop in _STOP.finditer(text, start, end):
        at, after = stop.span()
        if at >= start and _ends(text, start, stop, end, rules):
            starts.append(start)
            ends.append(after)
            start = _skip_space(text, after, end) if text[after + 1].isspace() else after + 1
    if start < end:
        starts.append(start)
        ends.append(end)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), max(start, end - (len(piece) - len(piece.rstrip())))


_SPACE = re.compile(r"\s*")


def _skip_space(text: str, at: int, end: int) -> int:
    match = _SPACE.match(text, at, end)
    return match.end() if match else at


def _ends(text: str, start: int, stop: re.Match[str], end: int, rules: _Rules) -> bool:
    """Whether the stop ends the sentence that began at ``start``."""
    if stop.end() - stop.start() == 1 and _plainly_ends(text, start, stop.start(), end, rules):
        return True
    ahead = _skip_space(text, stop.end(), end)
    if ahead >= end or text.startswith(rules.clitics, ahead):
        return ahead < end and _clitic_starts(text, ahead)
    lead = _LEADING.match(text, ahead, end)
    at = lead.end() if lead else ahead
    if at >= end:
        return False
    char = text[at]
    if char.islower():
        return False
    marks = stop.group()
    if marks[0] != "." or marks[1:2] in (".", "!", "?", "…"):
        return not (marks[0] in "!?" and char in ",;:")
    return _full_stop_ends(text, start, stop.start(), at, rules)


def _plainly_ends(text: str, start: int, dot: int, end: int, rules: _Rules) -> bool:
    """The usual case without further looks: a full stop after a lower-case word, a space, a capital."""
    if text[dot] != "." or dot + 2 >= end or text[dot + 1] != " " or not text[dot + 2].isupper():
        return False
    word = text[text.rfind(" ", max(start, dot - _LONGEST_TOKEN), dot) + 1 : dot]
    return (
        len(word) < _LONGEST_TOKEN
        and word.isalpha()
        and word.islower()
        and word not in rules.never
        and word not in rules.sometimes
    )


def _clitic_starts(text: str, at: int) -> bool:
    """``'s Avonds`` begins a sentence, ``'s avonds`` does not."""
    word = text.find(" ", at, at + 4) + 1
    return word > 0 and text[word : word + 1].isupper()


def _full_stop_ends(text: str, start: int, dot: int, following: int, rules: _Rules) -> bool:
    token = _token_before(text, start, dot)
    word = _WORD.match(text, following)
    next_word = word.group().lower() if word else ""
    key = token[:1].lower() + token[1:]
    if key in rules.numbered and text[following].isdigit():
        return False
    if key in rules.never:
        return False
    if token.isdigit() and len(token) <= 3 and dot - len(token) == start:
        return False  # the number of a list entry
    if rules.ordinal_stop and token.isdigit() and len(token) <= 2:
        return next_word in rules.starters
    if (
        2 <= len(token) <= 3
        and token.istitle()
        and _INITIAL_BEFORE.search(text, max(start, dot - 8), dot - len(token))
    ):
        return False  # the second initial of "G. Th. Smit"
    if len(token) == 1 and token.isupper():
        return next_word in rules.starters and next_word not in rules.particles
    if key in rules.sometimes or _ACRONYM.fullmatch(token):
        return next_word in rules.starters or text[following - 1] in _OPENERS
    return True


def _token_before(text: str, start: int, dot: int) -> str:
    return _BEFORE_TOKEN.split(text[max(start, dot - _LONGEST_TOKEN) : dot])[-1].lstrip("'’")
