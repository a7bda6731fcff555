"""The phrase that ends before a cue: every start is tried, the longest phrase that ends there wins."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.extract.speakers import classes as c
from workbench.extract.speakers.phrases import PhraseReader
from workbench.model import Span

REACH = 60
"""Words before the cue that are looked at."""
STARTS = 26
"""Words that the phrase may have."""
BETWEEN = 6
"""Words that may stand between phrase and cue."""
_BETWEEN = c.ADV | c.AUX | c.OBJ


def phrase_before(reader: PhraseReader, end: int) -> Span | None:
    """The source phrase that ends before token ``end``, adverbs, auxiliaries and objects left out."""
    tokens = reader.tokens
    low = _clause_start(reader, max(0, end - REACH), end)
    if end > low and tokens[end - 1].text == "," and (named := _before_aside(reader, low, end)):
        return named
    for stop in _ends(reader, low, end):
        found = _phrase_to(reader, low, stop)
        if found is not None:
            return found if len(found) else None
    return None


def _clause_start(reader: PhraseReader, low: int, end: int) -> int:
    """The first token after the last mark that no phrase goes over; what stands in parentheses does not count."""
    i = end - 1
    while i >= low:
        token = reader.tokens[i]
        if token.text == ")":
            i = next((j for j in range(i - 1, max(low, i - 9) - 1, -1) if reader.tokens[j].text == "("), i)
        elif token.flags & c.BREAK:
            return i + 1
        i -= 1
    return low


def _ends(reader: PhraseReader, low: int, end: int) -> Iterator[int]:
    """Where the phrase may end: right before the cue, then before each word that may stand between."""
    yield end
    adverb = False
    for stop in range(end - 1, max(low, end - BETWEEN), -1):
        last = reader.tokens[stop]
        timed = adverb and last.flags & c.PREP  # "on | Wednesday"
        if (
            last.text != ","
            and not timed
            and (not last.flags & _BETWEEN or last.flags & c.NOUN or _capital_before(reader, stop, end))
        ):
            return
        adverb = bool(last.flags & c.ADV)
        yield stop


def _capital_before(reader: PhraseReader, k: int, end: int) -> bool:
    """Whether token ``k`` is capitalised as a name is, with nothing to be seen from ``end`` on."""
    bits = reader.bits[k]
    if not bits & c.CAP:
        return False
    return not bits & c.NOTNAME or bool(bits & c.INITIAL) or (k + 1 < end and reader.surname_particle(k))


def _phrase_to(reader: PhraseReader, low: int, end: int) -> Span | None:
    """The longest phrase that ends exactly before token ``end``; an empty span where a preposition governs it."""
    tokens = reader.tokens
    for start in range(max(low, end - STARTS), end):
        if not _can_start(reader, start):
            continue
        phrase = reader.read(start, end, anchored=True)
        if (
            phrase is None
            or phrase.end != end
            or (phrase.pronoun and tokens[start].flags & c.OBJ and end - low > 1)
        ):
            continue
        if phrase.apposed and start > low and not tokens[start].flags & (c.DET | c.TITLE):
            continue
        if start > low and tokens[start - 1].flags & c.PREP and not tokens[start - 1].flags & c.CONJ:
            return Span(0, 0)
        return Span(tokens[start].start, tokens[end - 1].end)
    return None


def _before_aside(reader: PhraseReader, low: int, end: int) -> Span | None:
    """The name before an aside between commas: "Hester, who leads the board, | said"."""
    tokens = reader.tokens
    low += low < end and bool(tokens[low].flags & c.CONJ)
    if low >= end or not _can_start(reader, low):
        return None
    phrase = reader.read(low, end - 1)
    if phrase is None or phrase.pronoun or phrase.end >= end - 1 or tokens[phrase.end].text != ",":
        return None
    if phrase.name is None or any(t.text == "," for t in tokens[phrase.end + 1 : end - 1]):
        return None
    return Span(tokens[low].start, tokens[phrase.end - 1].end)


def _can_start(reader: PhraseReader, i: int) -> bool:
    """Whether a phrase may begin at token ``i``: not in the middle of another, not on a function word."""
    all_bits, bits = reader.bits, reader.bits[i]
    following = reader.bits[i + 1]
    content = bits & (c.DET | c.PRON | c.CAP | c.NOUN | c.ADJ)
    if bits & c.PUNCT or (bits & (c.PREP | c.CONJ | c.STOP | c.ADV) and not content):
        return False
    if bits & c.DET and bits & c.STOP and bits & c.PRON and following & (c.DET | c.CAP):
        return False  # "that Ava", "dat de"
    if bits & c.NOTNAME and not bits & (c.DET | c.PRON | c.NUM | c.NOUN | c.ADJ):
        return False
    before = all_bits[i - 1] if i else c.PUNCT
    return not (before & (c.DET | c.TITLE) and not before & (c.PRON | c.PUNCT | c.STOP)) or bool(bits & c.DET)
