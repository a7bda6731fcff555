"""Blocks and sentences as columns of numbers; the objects are made when they are asked for.

A text may be a million lines of one letter: as objects they would take a hundred times the room of the text.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, overload

from workbench.model import Span

BlockKind = Literal["header", "heading", "caption", "paragraph", "post", "list"]
"""What a line is: ``header`` is a by-line or date line."""

Column: TypeAlias = "array[int]"
"""Offsets, four bytes each."""


SLICE = 1000
"""So many are copied at once; more are read one by one."""


def column() -> Column:
    """An empty column."""
    return array("I")


class Spans(Sequence[Span]):
    """Spans in order, held as two columns, or a range of them."""

    __slots__ = ("_first", "_stop", "ends", "starts")

    def __init__(self, starts: Column, ends: Column, first: int = 0, stop: int | None = None) -> None:
        self.starts = starts
        """Where the spans of the whole columns begin."""
        self.ends = ends
        """Where they end."""
        self._first, self._stop = first, len(starts) if stop is None else stop

    def __len__(self) -> int:
        return self._stop - self._first

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> Spans: ...
    def __getitem__(self, index: int | slice) -> Span | Spans:
        if isinstance(index, slice):
            first, stop, _ = index.indices(len(self))
            return Spans(self.starts, self.ends, self._first + first, self._first + max(first, stop))
        at = self._first + index if index >= 0 else self._stop + index
        if not self._first <= at < self._stop:
            raise IndexError(index)
        return Span(self.starts[at], self.ends[at])

    def __iter__(self) -> Iterator[Span]:
        return (Span(start, end) for start, end in self.pairs())

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Start and end of every span, without making it."""
        if self._stop - self._first > SLICE:
            return ((self.starts[i], self.ends[i]) for i in range(self._first, self._stop))
        return zip(self.starts[self._first : self._stop], self.ends[self._first : self._stop], strict=True)

    def number_at(self, offset: int) -> int:
        """The number of the last span that begins at ``offset`` or before; -1 where all begin after it."""
        return bisect_right(self.starts, offset, self._first, self._stop) - 1 - self._first


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like unit: one line of the article."""

    span: Span
    """Where it stands, without outer white space."""
    kind: BlockKind
    """What it is."""
    lang: str
    """Its language: the article's unless its words say another."""
    sentences: Spans = field(compare=False)
    """Its sentences, in order."""


class Blocks(Sequence[Block]):
    """The blocks of an article, in order."""

    def __init__(self) -> None:
        self.sentence_starts = column()
        """Where the sentences begin."""
        self.sentence_ends = column()
        """Where they end."""
        self._starts, self._ends, self._firsts, self._sort = column(), column(), column(), column()
        self._sorts: list[tuple[BlockKind, str]] = []
        self._made: tuple[int, Block] | None = None

    def open(self) -> None:
        """Begin a block: the sentences that are added from here on are its own."""
        self._firsts.append(len(self.sentence_starts))

    def close(self, start: int, end: int, kind: BlockKind, lang: str) -> None:
        """End the block that was begun last."""
        self._made = None
        self._starts.append(start)
        self._ends.append(end)
        if (kind, lang) not in self._sorts:  # a handful
            self._sorts.append((kind, lang))
        self._sort.append(self._sorts.index((kind, lang)))

    @property
    def spans(self) -> Spans:
        """Where the blocks stand."""
        return Spans(self._starts, self._ends)

    @property
    def sentences(self) -> Spans:
        """The sentences of all blocks."""
        return Spans(self.sentence_starts, self.sentence_ends)

    def __len__(self) -> int:
        return len(self._sort)

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Block]: ...
    def __getitem__(self, index: int | slice) -> Block | Sequence[Block]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        if self._made is not None and self._made[0] == index:
            return self._made[1]  # a block is asked for many times in a row
        at = range(len(self))[index]
        kind, lang = self.sort(at)
        stop = self._firsts[at + 1] if at + 1 < len(self) else len(self.sentence_starts)
        sentences = Spans(self.sentence_starts, self.sentence_ends, self._firsts[at], stop)
        self._made = at, Block(Span(self._starts[at], self._ends[at]), kind, lang, sentences)
        return self._made[1]

    @property
    def sole_language(self) -> str | None:
        """The language of all blocks; None where they have several."""
        languages = {lang for _, lang in self._sorts}
        return languages.pop() if len(languages) == 1 else None

    def sort(self, number: int) -> tuple[BlockKind, str]:
        """What the block with that number is, and its language."""
        return self._sorts[self._sort[number]]
