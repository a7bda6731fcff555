"""A quote that was put together: from two quotes of one speaker, or from one with its parts in another order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.compare.drafts import Draft, Known
from workbench.compare.passages import COMMON, MAX_QUOTE
from workbench.compare.types import Comparable
from workbench.compare.whose import told_apart
from workbench.model import Span

LEAST_WORDS = 4
"""Words in a row that a piece must have."""
COVERED = 0.7
"""Share of the quote's words that the pieces must have together."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the draft's quote that stand in a row in a quote of an article."""

    first: int
    """Its first word in the draft's quote."""
    last: int
    """The word after its last."""
    known: Known
    """The article."""
    span: Span
    """Where the words stand there."""
    said: Comparable | None
    """The article's quote."""

    @property
    def place(self) -> str:
        """The words with where they stand."""
        return f"“{self.span.of(self.known.text)}” ({self.known.article.name}, characters {self.span.start}-{self.span.end})"


def put_together(draft: Draft, known: Sequence[Known]) -> tuple[tuple[Piece, ...], str] | None:
    """The pieces that make up nearly all of a quote, first first, and what was done; None where it is in one piece."""
    words = draft.wording.words[:MAX_QUOTE]
    pieces: list[Piece] = []
    at = 0
    while at <= len(words) - LEAST_WORDS:
        found = max(_pieces(draft, words, at, known), key=lambda p: p.last, default=None)
        if found is None:
            at += 1
        else:
            pieces.append(found)
            at = found.last
    covered = sum(piece.last - piece.first for piece in pieces)
    if len(pieces) < 2 or covered < COVERED * len(words):
        return None
    quotes = list(
        dict.fromkeys((p.known.article.id, p.said.mention.id if p.said else p.span) for p in pieces)
    )
    if len(quotes) > 1:
        return tuple(pieces), f"run together from {len(quotes)} quotes"
    in_order = all(a.span.start < b.span.start for a, b in pairwise(pieces))
    return None if in_order else (tuple(pieces), "the parts of one quote in another order")


def _pieces(draft: Draft, words: list[str], at: int, known: Iterable[Known]) -> Iterator[Piece]:
    """The longest runs of words from one place on that stand in quotation marks, by nobody who is told apart."""
    for one in known:
        text = one.wording.words
        spots = one.wording.places.get(words[at], ())
        for spot in spots if len(spots) <= COMMON else ():
            length = _run(words, at, text, spot)
            if length < LEAST_WORDS:
                continue
            span = one.wording.span(spot, spot + length)
            standing, said = one.standing(span, draft.comparable)
            if standing == "quote" and said is not None and not told_apart(draft.comparable, said):
                yield Piece(at, at + length, one, span, said)


def _run(words: list[str], at: int, text: list[str], spot: int) -> int:
    """How many words from both places on are the same."""
    most = min(len(words) - at, len(text) - spot)
    return next((n for n in range(most) if words[at + n] != text[spot + n]), most)
