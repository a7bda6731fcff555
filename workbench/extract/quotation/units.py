"""Reading units: sentences, joined where a quote runs over their ends, as tokens with marked stretches folded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, islice, repeat
from typing import NamedTuple, overload

from workbench.extract.quotation.lexicon import Kind, Lexicon
from workbench.extract.quotation.marks import Stretch
from workbench.model import Span
from workbench.segment import Block, Blocks, Spans, column

_TOKEN = re.compile(r"[^\W\d_](?:[\w]|[-’'](?=[^\W_]))*|\d[\w.,:%]*(?<![.,:])|\S")
_SPLIT = re.compile(f"({_TOKEN.pattern})")
_SLICE = 8000
"""Longest stretch that is taken apart at once, in code points."""
MARKED = "“”"
"""Text of the token that stands for a marked stretch."""
_new = tuple.__new__
TAG = 60
"""Longest name and verb after closing marks, in code points."""
MAX_TOKENS = 400
"""Longest unit that is analysed; what follows is not looked at."""


class Token(NamedTuple):
    """A word, a sign, or a folded stretch; a named tuple, since a text has very many."""

    start: int
    """Where it starts."""
    end: int
    """Where it ends."""
    text: str
    """As written; :data:`MARKED` for a stretch."""
    low: str
    """Lower case."""
    kind: int
    """What the word may be."""
    stretch: Stretch | None = None
    """The stretch it stands for."""

    @property
    def word(self) -> bool:
        """Whether it is a word or number."""
        return self.stretch is None and (self.text[0].isalnum())

    @property
    def upper(self) -> bool:
        """Whether it is written with a capital."""
        return self.text[0].isupper()


@dataclass(slots=True)
class Unit:
    """One sentence, or several that a quote holds together."""

    span: Span
    """From the first sentence's start to the last one's end."""
    block: Block
    """The paragraph."""
    index: int
    """Position among the article's units."""
    stretches: list[Stretch] = field(default_factory=list)
    """Outermost stretches, by start."""
    tokens: list[Token] = field(default_factory=list)
    """Empty where the unit has neither cue nor stretch."""


class Units(Sequence[Unit]):
    """The units of an article; made when they are asked for, since most of a long text never is."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks
        self._starts, self._ends, self._block = column(), column(), column()
        self._made: dict[int, Unit] = {}

    def add(self, start: int, end: int, block: int) -> int:
        """Add a unit; its number.

        Args:
            start: where its first sentence starts.
            end: where its last one ends.
            block: number of its paragraph.
        """
        self._starts.append(start)
        self._ends.append(end)
        self._block.append(block)
        return len(self._block) - 1

    def keep(self, unit: Unit, block: int) -> None:
        """Add a unit that is made already."""
        self._made[self.add(unit.span.start, unit.span.end, block)] = unit

    def __len__(self) -> int:
        return len(self._block)

    @overload
    def __getitem__(self, index: int) -> Unit: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Unit]: ...
    def __getitem__(self, index: int | slice) -> Unit | Sequence[Unit]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        number = range(len(self))[index]
        known = self._made.get(number)
        if known is None:
            span = Span(self._starts[number], self._ends[number])
            known = self._made[number] = Unit(span, self._blocks[self._block[number]], number)
        return known


def unit_rows(
    text: str, sentences: Spans, stretches: Sequence[Stretch], end: int, lexicon: Lexicon | None
) -> Iterator[tuple[int, int, list[Stretch]]]:
    """Start, end and outermost stretches of every unit of a paragraph that ends at ``end``."""
    outer = [s for s in stretches if s.parent is None]
    position, start, stop = 0, -1, -1
    own: list[Stretch] = []
    for first, last in sentences.pairs():
        if start < 0:
            start, stop = first, last
        elif (own and own[-1].end > first) or _runs_on(text, stop, first, lexicon):
            stop = max(stop, last)
        else:
            yield start, stop, own
            start, stop, own = first, last, []
        while position < len(outer) and outer[position].start < last:
            own.append(outer[position])
            position += 1
    if start >= 0:
        yield start, max(stop, min(end, own[-1].end)) if own else stop, own


def _runs_on(text: str, end: int, start: int, lexicon: Lexicon | None) -> bool:
    """Whether a sentence only goes on after closing marks: ``“Wait!” she said``, ``“Why?” Ann Lee asked.``."""
    if text[max(0, end - 1) : end] not in "\"'”’»“‘›":
        return False
    return text[start : start + 1].islower() or (
        lexicon is not None and not lexicon.table.verb_second and _is_tag(text, start, lexicon)
    )


def _is_tag(text: str, start: int, lexicon: Lexicon) -> bool:
    """Whether a name and a verb of saying, with nothing said, begin here."""
    words = text[start : start + TAG].split()
    at = next((k for k, word in enumerate(words) if not word[0].isupper()), 0)
    forms = lexicon.forms.get(words[at].rstrip(".,;:"), ()) if at else ()
    if not any(
        form.shape in ("finite", "either") and form.verb.use in ("say", "voice", "hold") for form in forms
    ):
        return False
    if not words[at][-1].isalpha() or at + 1 == len(words):
        return True
    if lexicon.kind(words[at + 1].lower()) & (Kind.PREPOSITION | Kind.ADVERB):
        return True
    stop = next((k for k in range(at + 1, len(words)) if words[k][-1] in ".,"), None)
    rest = [word.lower().strip(".,") for word in words[at + 1 : (stop or at) + 1]]
    return bool(rest) and not any(word in lexicon.forms or lexicon.kind(word) & Kind.FINITE for word in rest)


def tokenize(text: str, span: Span, stretches: Sequence[Stretch], lexicon: Lexicon) -> list[Token]:
    """The tokens of a span, each outermost stretch folded into one."""
    tokens: list[Token] = []
    at = span.start
    for stretch in (*stretches, None):
        stop = max(at, stretch.start if stretch else span.end)
        if stop - at > _SLICE or _is_glued(text, at, stop, lexicon):
            _add_glued(text, at, stop, lexicon, tokens)
        else:
            _add_plain(text, at, stop, lexicon.kinds, tokens)
        if len(tokens) >= MAX_TOKENS:
            return tokens
        if stretch:
            tokens.append(Token(stretch.start, stretch.end, MARKED, MARKED, Kind.NONE, stretch))
            at = stretch.end
    return tokens


def _is_glued(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether some word may be several tokens."""
    if text.find("'", start, end) >= 0 or text.find("’", start, end) >= 0:
        return True
    return bool(lexicon.table.elisions) and text.find("-", start, end) >= 0


def _add_plain(text: str, start: int, end: int, kinds: Mapping[str, int], tokens: list[Token]) -> None:
    """Add the tokens of a stretch without glued words."""
    parts = _SPLIT.split(text[start:end])  # gaps and tokens by turns, in one call
    places = list(accumulate(map(len, parts), initial=start))
    texts = parts[1::2]
    lows = list(map(str.lower, texts))
    columns = zip(
        places[1::2], places[2::2], texts, lows, map(kinds.get, lows, repeat(0)), repeat(None), strict=False
    )
    tokens += islice(map(_new, repeat(Token), columns), max(1, MAX_TOKENS - len(tokens)))


def _add_glued(text: str, start: int, end: int, lexicon: Lexicon, tokens: list[Token]) -> None:
    """Add the tokens of a stretch, taking apart what apostrophes and hyphens hold together."""
    kinds = lexicon.kinds
    joins = bool(lexicon.table.elisions)
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        apostrophe = "’" in word or "'" in word
        if joins and (apostrophe or "-" in word) and len(word) > 2:
            tokens.extend(_split(match.start(), word, lexicon))
            continue
        if apostrophe:
            tokens.extend(_contracted(match.start(), word, kinds))
            continue
        low = word.lower()
        tokens.append(_new(Token, (*match.span(), word, low, kinds.get(low, 0), None)))
        if len(tokens) >= MAX_TOKENS:
            return


def _contracted(start: int, word: str, kinds: Mapping[str, int]) -> list[Token]:
    """A pronoun with its auxiliary taken off ("she’s", "they've"); any other word whole."""
    low = word.lower()
    at = low.replace("’", "'").find("'")
    if at > 0 and kinds.get(low[:at], Kind.NONE) & Kind.PRONOUN:
        rest = Token(start + at, start + len(word), word[at:], low[at:], Kind.AUXILIARY | Kind.FINITE)
        return [Token(start, start + at, word[:at], low[:at], kinds[low[:at]]), rest]
    return [Token(start, start + len(word), word, low, kinds.get(low, Kind.NONE))]


def _split(start: int, word: str, lexicon: Lexicon) -> list[Token]:
    """A word with its elided article or its inverted pronoun taken off: "l'homme", "dit-elle", "demanda-t-il"."""
    pieces: list[str] = []
    head, apostrophe, _ = word.replace("’", "'").partition("'")
    if apostrophe and head.lower() in lexicon.table.elisions:
        pieces.append(word[: len(head) + 1])
        word = word[len(head) + 1 :]
    verb, hyphen, pronoun = word.partition("-")
    if hyphen and lexicon.kind(pronoun.removeprefix("t-").lower()) & Kind.PRONOUN:
        pieces += [verb, hyphen + pronoun]
    elif word:
        pieces.append(word)
    tokens = []
    for piece in pieces:
        low = piece.lower().removeprefix("-t-").removeprefix("-").rstrip("'’") or piece
        lead = len(piece) - len(piece.removeprefix("-t-").removeprefix("-"))
        tokens.append(Token(start + lead, start + len(piece), piece[lead:], low, lexicon.kind(low)))
        start += len(piece)
    return tokens
