"""Long lists by pages: row numbers in order, rows fetched where they are looked at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")

PAGE = 64
"""Rows fetched at once: a screen and a bit."""
KEPT = 3072
"""Rows kept; those of the page that was used least recently go first."""


class Pages(Generic[T]):
    """A sequence of rows of which only the pages near the cursor are in memory.

    Args:
        keys: the row numbers in display order.
        fetch: the rows for some row numbers, in that order.
        size: rows fetched at once.
        kept: rows that stay in memory.
    """

    def __init__(
        self,
        keys: Sequence[int],
        fetch: Callable[[Sequence[int]], Sequence[T]],
        size: int = PAGE,
        kept: int = KEPT,
    ) -> None:
        self.keys = keys
        """Row numbers in display order."""
        self._fetch = fetch
        self._size = size
        self._most = max(1, kept // size)
        self._kept: OrderedDict[int, Sequence[T]] = OrderedDict()

    @classmethod
    def of(cls, rows: Sequence[T]) -> Pages[T]:
        """Pages over rows that are in memory already."""
        return cls(range(len(rows)), lambda keys: [rows[key] for key in keys])

    def __len__(self) -> int:
        return len(self.keys)

    def __getitem__(self, index: int) -> T:
        """The row at that place.

        Raises:
            IndexError: there is no such place, or its row is gone.
        """
        if not 0 <= index < len(self.keys):
            raise IndexError(index)
        return self._page(index // self._size)[index % self._size]

    def forget(self) -> None:
        """Fetch every row again when it is looked at next: something was written."""
        self._kept.clear()

    def _page(self, number: int) -> Sequence[T]:
        if number in self._kept:
            self._kept.move_to_end(number)
            return self._kept[number]
        rows = self._fetch(self.keys[number * self._size : (number + 1) * self._size])
        self._kept[number] = rows
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return rows
