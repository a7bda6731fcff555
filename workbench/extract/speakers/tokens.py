"""Words and marks of a sentence, with their classes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.extract.speakers import classes as c
from workbench.extract.speakers.lexicon import Lexicon

_TOKEN = re.compile(r"['’](?:t|s|n|k)(?=\s)|\w+(?:[-’'.&/]\w+)*|[^\w\s]")
_ACRONYM = re.compile(r"(?:[^\W\d_][.-])*(?:[^\W\d_]\.)[^\W\d_]")
_ELISION = re.compile(r"([^\W\d_]{1,6})['’]")
_CONTRACTION = re.compile(r"([^\W\d_]{1,8})['’](?:s|ll|d|ve|re|m)")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark."""

    start: int
    """Index in the article's text."""
    end: int
    """Index after it."""
    text: str
    """As written, an abbreviation with its full stop."""
    flags: int
    """Its classes (:mod:`.lexicon`)."""

    @property
    def low(self) -> str:
        """Lower case, without the full stop of an abbreviation."""
        return self.text.lower().rstrip(".")


def tokenize(text: str, start: int, end: int, words: Lexicon) -> list[Token]:
    """The tokens of ``text[start:end]``."""
    out: list[Token] = []
    elisions = words.table.elisions if words.table else ()
    for match in _TOKEN.finditer(text, start, end):
        at, to = match.span()
        if elisions and (glued := _ELISION.match(text, at, to)) and glued.group(1).lower() in elisions:
            out.append(_token(text, at, glued.end(), words))
            at = glued.end()
            if at >= to:
                continue
        short = _CONTRACTION.fullmatch(text, at, to) if to - at <= 12 else None
        if short and words.flags(short.group(1)) & c.PRON:
            out.append(_token(text, at, short.end(1), words))
            out.append(Token(short.end(1), to, text[short.end(1) : to], c.WORD | c.AUX | c.STOP))
            continue
        if (
            text[to : to + 1] == "."
            and to < end
            and _is_abbreviation(text[at:to], text[to + 1 : to + 3], words)
        ):
            to += 1
        if out and at < out[-1].end:
            continue
        out.append(_token(text, at, to, words))
    return out


def _token(text: str, at: int, to: int, words: Lexicon) -> Token:
    word = text[at:to]
    bare = word.rstrip(".'’") if len(word) > 2 else word.rstrip(".'’") or word
    bits = words.flags(bare[:_LONGEST])
    if (
        word.endswith(".")
        and (len(bare) <= 3 or _ACRONYM.fullmatch(bare))
        and bare[0].isupper()
        and not bits & c.TITLE
    ):
        bits |= c.INITIAL
    return Token(at, to, word, bits)


def _is_abbreviation(word: str, following: str, words: Lexicon) -> bool:
    """Whether the full stop after the word belongs to it; inside a sentence a short capital word is one too."""
    if len(word) == 1:
        return word.isupper()
    if len(word) <= 12 and (words.flags(word) & c.TITLE or _ACRONYM.fullmatch(word)):
        return True
    return len(word) <= 3 and word.istitle() and following[:1] == " " and following[1:].isupper()
