"""Words and marks of a sentence, with their classes."""

from __future__ import annotations

import re
from itertools import accumulate, repeat
from typing import NamedTuple

from workbench.extract.speakers import classes as c
from workbench.extract.speakers.lexicon import Lexicon

_TOKEN = re.compile(r"(['’](?:t|s|n|k)(?=\s)|\w+(?:[-’'.&/]\w+)*|[^\w\s])")
_ACRONYM = re.compile(r"(?:[^\W\d_][.-])*(?:[^\W\d_]\.)[^\W\d_]")
_ELISION = re.compile(r"([^\W\d_]{1,6})['’]")
_CONTRACTION = re.compile(r"([^\W\d_]{1,8})['’](?:s|ll|d|ve|re|m)")
_new = tuple.__new__


class Token(NamedTuple):
    """A word or a mark; a named tuple, since a text has very many."""

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
    parts = _TOKEN.split(text[start:end])  # gaps and tokens by turns; no Python code runs for a single token
    places = list(accumulate(map(len, parts), initial=start))
    texts = parts[1::2]
    columns = zip(places[1::2], places[2::2], texts, map(words.seen.__getitem__, texts), strict=False)
    tokens = list(map(_new, repeat(Token), columns))
    if text.find("'", start, end) >= 0 or text.find("’", start, end) >= 0:
        tokens = _unglued(text, tokens, words)
        texts = [token[2] for token in tokens]
    return _abbreviated(text, tokens, texts, words) if "." in texts else tokens


def _unglued(text: str, tokens: list[Token], words: Lexicon) -> list[Token]:
    """The tokens with what an apostrophe glues to a word as tokens of their own."""
    out: list[Token] = []
    elisions = words.table.elisions if words.table else ()
    for token in tokens:
        if "'" not in token.text and "’" not in token.text:
            out.append(token)
            continue
        at = _split_off(text, token.start, token.end, elisions, words, out)
        if at < token.end:
            word = text[at : token.end]
            out.append(Token(at, token.end, word, words.flags(word.rstrip("'’") or word)))
    return out


def _abbreviated(text: str, tokens: list[Token], texts: list[str], words: Lexicon) -> list[Token]:
    """The tokens with the full stop of an abbreviation taken to its word."""
    out: list[Token] = []
    done, i = 0, -1
    for _ in range(texts.count(".")):
        i = texts.index(".", i + 1)
        before, (start, end, _, _) = tokens[i - 1], tokens[i]
        final = i == len(tokens) - 1 and len(before[2]) > 1 and not before[3] & c.TITLE
        if (
            i > done
            and not final
            and before[1] == start
            and _is_abbreviation(before[2], text[end : end + 2], words)
        ):
            out += tokens[done : i - 1]
            out.append(_abbreviation(before[0], before[2] + ".", words))
            done = i + 1
    return out + tokens[done:] if done else tokens


def _split_off(
    text: str, at: int, to: int, elisions: tuple[str, ...], words: Lexicon, out: list[Token]
) -> int:
    """Add what an apostrophe glues to a word ("l’", "he’s"); where the rest begins."""
    glued = _ELISION.match(text, at, to) if elisions else None
    if glued and glued.group(1).lower() in elisions:
        out.append(Token(at, glued.end(), glued.group(), words.flags(glued.group(1))))
        return glued.end()
    short = _CONTRACTION.fullmatch(text, at, to) if to - at <= 12 else None
    if short and words.flags(short.group(1)) & c.PRON:
        out.append(Token(at, short.end(1), short.group(1), words.flags(short.group(1))))
        out.append(Token(short.end(1), to, text[short.end(1) : to], c.WORD | c.AUX | c.STOP))
        return to
    return at


def _abbreviation(at: int, word: str, words: Lexicon) -> Token:
    """A word with its full stop; a short capitalised one that is no form of address counts as an initial."""
    bare = word[:-1]
    bits = words.flags(bare)
    if (len(bare) <= 3 or _ACRONYM.fullmatch(bare)) and bare[0].isupper() and not bits & c.TITLE:
        bits |= c.INITIAL
    return Token(at, at + len(word), word, bits)


def _is_abbreviation(word: str, following: str, words: Lexicon) -> bool:
    """Whether the full stop after the word belongs to it; inside a sentence a short capital word is one too."""
    if len(word) == 1:
        return word.isupper()
    if len(word) <= 12 and (words.flags(word) & c.TITLE or _ACRONYM.fullmatch(word)):
        return True
    return len(word) <= 3 and word.istitle() and following[:1] == " " and following[1:].isupper()
