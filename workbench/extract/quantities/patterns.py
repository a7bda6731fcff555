"""Patterns made from lists of words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

_HEAD = 4
_OPENING = 2
_BLANK = " \u00a0\u202f\n-"


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; one that never matches when there are none."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda w: (-len(w), w))) or r"(?!)"


def opening(words: Iterable[str]) -> str:
    """A short pattern for how any of the words begins: enough to tell that a reader may find something there."""
    return trie_pattern({word[:_OPENING]: "" for word in words if word}) if words else r"(?!)"


def ending(words: Iterable[str], pattern: str = "") -> Callable[[str], re.Match[str] | None]:
    """What finds a pattern at the end of a text; most texts, which end in no such word, cost next to nothing.

    Args:
        words: what the pattern ends with, before spaces and hyphens.
        pattern: what is looked for; one of the words, whole and with the space behind it, where it is not given.
    """
    known = [*words]
    whole = pattern or rf"(?<!\w)(?:{alternation(known)})[ \u00a0\u202f]{{1,2}}\n?"
    search = re.compile(rf"(?:{whole})\Z").search
    ends = tuple({word[-_HEAD:] for word in known})
    return lambda text: search(text) if text.rstrip(_BLANK).endswith(ends) else None


def heads(words: Iterable[str]) -> Callable[[str, int], object]:
    """A quick test whether any of the words may begin at a place, by their first letters."""
    return re.compile(trie_pattern({word[:_HEAD]: "" for word in words if word})).match


def merged(*tables: dict[str, str]) -> dict[str, str]:
    """Words with what must follow them, in one table; a word of several may go on as in any of them."""
    whole: dict[str, str] = {}
    for table in tables:
        for word, after in table.items():
            whole[word] = f"(?:{whole[word]}|{after})" if whole.get(word, after) != after else after
    return whole


def trie_pattern(words: dict[str, str]) -> str:
    """A pattern for any of the words, each with the pattern that must follow it; every letter is tried once."""
    branches: dict[str, dict[str, str]] = {}
    for word, tail in words.items():
        if word:
            branches.setdefault(word[0], {})[word[1:]] = tail
    patterns = [re.escape(char) + trie_pattern(rest) for char, rest in sorted(branches.items())]
    if "" in words:
        patterns.append(words[""])
    return patterns[0] if len(patterns) == 1 else f"(?:{'|'.join(patterns)})"
