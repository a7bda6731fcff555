"""From a place in the stored text back to the bytes it came from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Maps code points of the stored text to bytes of the source.

    ``runs`` are ``(text_start, byte_start, width)``: from ``text_start`` on, every code point takes ``width`` bytes
    of the source, until the next run begins. A width of 0 means characters that stand in no byte of the source
    (a replacement made at import); a jump between two runs means bytes that the stored text leaves out.
    """

    runs: tuple[tuple[int, int, int], ...]
    """Sorted by text offset; the first starts at 0."""

    def __post_init__(self) -> None:
        if self.runs and self.runs[0][0] != 0:
            raise ValueError("the first run must start at text offset 0")
        if any(a[0] >= b[0] or a[1] > b[1] for a, b in pairwise(self.runs)):
            raise ValueError("runs must rise")

    def to_source(self, offset: int) -> int:
        """Byte offset in the source of the code point at ``offset`` (0 when the map is empty)."""
        if not self.runs:
            return 0
        text_start, byte_start, width = self.runs[bisect_right(self.runs, (offset, 1 << 62, 0)) - 1]
        return byte_start + (offset - text_start) * width
