"""The cards to decide, in order, and where the analyst is among them."""

from __future__ import annotations

from collections.abc import Callable

from workbench.model import GROUPS
from workbench.store.rows import RelationRow
from workbench.tui.paging import Pages

LOOK_AHEAD = 1000
"""How many cards a jump looks at before it gives up; keeps a key's answer fast in a list of a million."""


class Queue:
    """A place in a list of relations.

    Args:
        pages: the relations in order.
        position: where to start.
    """

    def __init__(self, pages: Pages[RelationRow], position: int = 0) -> None:
        self.pages = pages
        """The relations in order."""
        self.position = max(0, min(position, len(pages) - 1))
        """Index of the present card."""

    def __len__(self) -> int:
        return len(self.pages)

    @property
    def current(self) -> RelationRow | None:
        """The present card; None when there is none."""
        try:
            return self.pages[self.position]
        except IndexError:
            return None

    def step(self, by: int) -> bool:
        """Go to the next or previous card; False at the end."""
        return self._go(self.position + by)

    def next_open(self) -> bool:
        """Go to the next card that waits for a decision: those ahead, then those passed over, then those skipped."""
        return (
            self._seek(1, lambda row: row.state == "suggested")
            or self._seek(1, lambda row: row.state == "suggested", start=-1)
            or self._seek(1, lambda row: row.state == "skipped")
            or self._seek(1, lambda row: row.state == "skipped", start=-1)
        )

    def next_conflict(self, by: int) -> bool:
        """Go to the next or previous card of a kind of the group *conflict*."""
        return self._seek(by, lambda row: GROUPS[row.kind] == "conflict")

    def find(self, rowid: int) -> bool:
        """Go to the card of the relation with that row number; False when it is not in the list."""
        try:
            return self._go(self.pages.keys.index(rowid))
        except ValueError:
            return False

    def _seek(self, by: int, fits: Callable[[RelationRow], bool], start: int | None = None) -> bool:
        index = (self.position if start is None else start) + by
        for _ in range(LOOK_AHEAD):
            if not 0 <= index < len(self.pages):
                return False
            if index != self.position and fits(self.pages[index]):
                return self._go(index)
            index += by
        return False

    def _go(self, index: int) -> bool:
        if not 0 <= index < len(self.pages):
            return False
        self.position = index
        return True
