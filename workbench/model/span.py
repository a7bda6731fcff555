"""Where something stands in an article's text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A half-open range ``[start, end)`` of Unicode code points in an article's stored text.

    Raises:
        ValueError: the ends are negative or in the wrong order.

    """

    start: int
    """Index of the first code point."""
    end: int
    """Index after the last code point."""

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"no span: [{start}, {end})")
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """What the span covers in ``text``.

        Raises:
            ValueError: the span ends after the text.

        """
        if self.end > len(text):
            raise ValueError(f"span [{self.start}, {self.end}) ends after the text of {len(text)} characters")
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside, ends included."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


# The slots themselves: a text has very many spans, and this is twice as fast as object.__setattr__.
_set_start = Span.__dict__["start"].__set__
_set_end = Span.__dict__["end"].__set__
