"""The words around a number: what bounds it, and what shows that it is none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.extract.quantities.patterns import alternation
from workbench.languages.schema.numbers import Bounds, NumbersTable
from workbench.model import BOUNDS, Bound

_TAIL = 48
_WORDS = 5
_REACH = 60
_WORD = 20
_SPLIT = re.compile(r"[^\s\u00a0(\[\"“„«]+")
_SIGNS: dict[str, Bound] = {
    "<": "below",
    ">": "above",
    "≤": "max",
    "≥": "min",
    "~": "about",
    "±": "about",
    "≈": "about",
}
_SIGN = re.compile(r"(?:(?P<two>[<>] ?=)|(?P<one>[<>≤≥~±≈]))[ \u00a0]?\Z")
_GLUED = re.compile(r"(?:[^\W\d_]|[^\W\d_][-‑–./@]|\d[.,:/@_-]|[_@#%&?\\]|[&?][^\s=]{1,20}=)\Z")
_NAME = re.compile(r"[^\W_]*[^\W\d_]-\Z")
_REFERENCE = re.compile(r"\d{1,3}(?:[ \u00a0]?[,–-][ \u00a0]?\d{1,3}){0,12}\]")
_JUNK = re.compile(
    r"\+\d{1,3}(?:[ ()./-]{0,2}\d{1,4}){2,6}"  # international telephone
    # Version, section or network address; groups of three are a number in many languages.
    r"|(?!\d{1,3}(?:\.\d{3}){2,6}(?![\d.]))\d{1,4}(?:\.\d{1,4}){2,6}(?![\d,])"
    r"|\d{2,5}[-/]\d{2,4}[- ]\d{2,4}(?:[- ]\d{2,4}){0,3}(?!\d)"  # telephone
    r"|\d{1,5}-\d{1,7}-\d{1,7}-[\dxX](?!\w)"  # book number
    r"|\d{3}[-–]\d{4}(?!\d)"  # telephone without area
    r"|(?:[\d.,/:'’%+-]{1,24}[ \t]{1,4}){8,}"  # row of a table
    r"|0\d{1,4}[-/ ]\d{5,9}(?!\d)"  # telephone with area
    r"|0[89]00-\d{4}(?!\d)"  # service number
    r"|\d{1,2}[.:][0-5]\d[.,]\d{1,3}(?![\d.,]\d|\d)"  # time of a race
    r"|\d{1,3} ?: ?\d(?!\d)"  # score
)
_PAIR = re.compile(r"(?P<left>\d{1,3})(?P<space> ?)[-–](?P=space)(?P<right>\d{1,3})(?![\w]|[.,]\d|-)")
_LIST = re.compile(r"\d{1,3}[.)](?=[ \t\n])")
_LINE_START = re.compile(r"(?:^|\n)[ \t]*[(\[]?\Z")


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word that bounds a number."""

    bound: Bound
    """The bound it gives."""
    start: int
    """Where it begins."""
    end: int
    """Where it ends."""


class HedgeReader:
    """Finds hedges before and after a number."""

    def __init__(self, table: NumbersTable) -> None:
        self._before = _by_word(table.hedges)
        self._fillers = frozenset(table.fillers)
        self._levels = frozenset(table.levels)
        self._lasts = self._fillers | {words.split()[-1] for words in self._before}
        changed = alternation(table.changed)
        self._changed = re.compile(rf"(?<!\w)(?:{changed})(?!\w)[^,;:()]{{0,{_REACH}}}\Z").search
        self._longest = max((word.count(" ") + 1 for word in self._before), default=1)
        trailers = _by_word(table.trailers)
        self._trailers = trailers
        self._after = re.compile(rf"[ \u00a0]{{0,2}}\n?(?P<word>{alternation(trailers)})(?!\w)").match

    def before(self, low: str, start: int, floor: int) -> Hedge | None:
        """The hedge that stands right before ``start``, not before ``floor``."""
        tail = low[max(floor, start - _TAIL) : start]
        nearest = tail.rsplit(None, 1)[-1:]
        if nearest and nearest[0].isalpha() and nearest[0] not in self._lasts:
            return None
        offset = start - len(tail)
        if sign := _SIGN.search(tail):
            mark = sign.group().strip().replace(" ", "")
            signed: Bound = _SIGNS[mark[0]] if len(mark) == 1 else ("max" if mark[0] == "<" else "min")
            return Hedge(signed, offset + sign.start(), offset + sign.end())
        words = [(m.start(), m.end()) for m in _SPLIT.finditer(tail)][-_WORDS:]
        if words and words[-1][1] == len(tail) and not tail.endswith(("'", "’")):
            return None
        while words:
            for size in range(min(self._longest, len(words)), 0, -1):
                first, last = words[-size][0], words[-1][1]
                word = " ".join(tail[a:b] for a, b in words[-size:])
                bound = self._before.get(word)
                if bound and word in self._levels and self._leads_to(low, offset + first, floor):
                    return None
                if bound:
                    return Hedge(bound, offset + first, offset + last)
            if tail[slice(*words[-1])] not in self._fillers:
                return None
            words.pop()
        return None

    def _leads_to(self, low: str, start: int, floor: int) -> bool:
        """Whether a verb of change before ``start`` makes the number the new level: *steeg tot 2,6 procent*."""
        return self._changed(low[max(floor, start - _REACH - _WORD) : start]) is not None

    def after(self, low: str, end: int) -> Hedge | None:
        """The hedge that stands right after ``end``: *of meer*."""
        if not (match := self._after(low, end)):
            return None
        if f"{match['word'].split()[-1]} {next_word(low, match.end())}" in self._before:
            return None  # *65 of meer dan* begins another hedge
        return Hedge(self._trailers[match["word"]], match.start("word"), match.end())


class Exclusions:
    """Tells numbers that are names, scores or telephone numbers from figures."""

    def __init__(self, table: NumbersTable, parts: tuple[str, ...]) -> None:
        self._part = re.compile(rf"(?<!\w)(?:{alternation(parts)})-\Z").search
        self._labels = frozenset(table.labels)
        self._spelled_labels = frozenset(table.spelled_labels)
        self._between = frozenset(table.spelling.between)
        self._words = frozenset(table.scores)
        self._scores = re.compile(rf"(?<!\w)(?:{alternation(table.scores)})(?!\w)").search
        spelling = table.spelling
        self._not_before = {key: frozenset(words) for key, words in spelling.not_before.items()}
        self._not_after = {key: frozenset(words) for key, words in spelling.not_after.items()}

    def junk_end(self, low: str, start: int, floor: int, sentence: tuple[int, int]) -> int | None:
        """Where the excluded digits at ``start`` end; None when they may be a figure."""
        tail = low[max(floor, start - 24) : start]
        if _GLUED.search(tail) and not tail.endswith(("$", "€", "£")) and not self._part(tail):
            return self._token_end(low, start)
        if tail.endswith("[") and (mark := _REFERENCE.match(low, start)):
            return mark.end()
        if match := _JUNK.match(low, start - 1 if tail.endswith("+") else start):
            return match.end()
        if _LINE_START.search(low[max(0, start - 3) : start]) and (match := _LIST.match(low, start)):
            return match.end()
        if (match := _PAIR.match(low, start)) and self._is_score(match, low, sentence):
            return match.end()
        return None

    def is_label(self, low: str, start: int, floor: int) -> bool:
        """Whether the word before makes the number a name: *artikel 5*."""
        return last_word(low, start, floor) in self._labels

    def is_ranked(self, low: str, start: int, end: int, floor: int) -> bool:
        """Whether a number is part of a rank: *nummer twee*, *op twee na grootste*."""
        before = last_word(low, start, floor)
        return before in self._spelled_labels or (before, next_word(low, end)) in self._between

    def is_other_word(self, low: str, start: int, end: int, floor: int) -> bool:
        """Whether a number word is something else here: *acht* as a verb."""
        word = low[start:end]
        if (words := self._not_before.get(word)) and next_word(low, end) in words:
            return True
        return bool((words := self._not_after.get(word)) and last_word(low, start, floor) in words)

    def _is_score(self, match: re.Match[str], low: str, sentence: tuple[int, int]) -> bool:
        if int(match["left"]) >= int(match["right"]) or match["left"] == "0":
            return True
        if match["space"] or max(len(match["left"]), len(match["right"])) == 1:
            following = next_word(low, match.end())
            return (len(following) <= 3 or following in self._words) and self._scores(
                low, *sentence
            ) is not None
        return False

    @staticmethod
    def _token_end(low: str, start: int) -> int:
        end = start
        while end < len(low) and (low[end].isalnum() or low[end] in "_@/"):
            end += 1
        return end


def last_word(low: str, start: int, floor: int) -> str:
    """The word that ends right before ``start``."""
    words = low[max(floor, start - 24) : start].split()
    if not words:
        return ""
    word = words[-1].lstrip("([\"'“„«‘")
    return word[word.find(word[1]) + 1 :] if word[1:2] in ("'", "’") else word


def next_word(low: str, end: int) -> str:
    """The word that begins right after ``end``."""
    words = low[end : end + 32].split(None, 1)
    return words[0].strip(".,;:!?)]\"'”“»’") if words else ""


def _by_word(bounds: Bounds) -> dict[str, Bound]:
    named: dict[str, Bound] = {}
    for bound in BOUNDS:
        named |= dict.fromkeys(getattr(bounds, bound, ()), bound)
    return named
