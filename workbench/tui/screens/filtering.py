"""Lists of relations or of issues: which states, kinds, words and speaker are let through."""

from __future__ import annotations

from typing import TypeVar

from workbench.model import RELATION_KINDS, RelationKind, RelationState
from workbench.store.rows import RelationFilter
from workbench.tui.display import Line, Piece, kind_word
from workbench.tui.screens.dialogs import ChoiceDialog
from workbench.tui.screens.exporting import ExportingScreen
from workbench.tui.screens.listing import ListScreen

T = TypeVar("T")

STATE_FILTERS: dict[str, tuple[RelationState, ...]] = {
    "to decide": ("suggested", "flagged", "skipped"),
    "flagged": ("flagged",),
    "decided": ("accepted", "changed", "rejected"),
    "all": (),
}
"""What the state key goes through."""


class FilteredScreen(ListScreen[T], ExportingScreen):
    """A list that follows a filter on relations."""

    usual = "to decide"
    """The states listed when nothing was asked for."""
    what = "relation"
    """What is listed, for messages."""

    def __init__(self) -> None:
        super().__init__()
        self.states = self.usual
        """Which states are listed, a key of ``STATE_FILTERS``."""
        self.kinds: tuple[RelationKind, ...] = ()
        """Which kinds are listed; empty means all."""
        self.speaker: tuple[str, str] | None = None
        """Id and name of the speaker whose relations are listed."""

    def trail(self) -> list[str]:
        """The filter in words."""
        parts = [self.states]
        if self.kinds:
            parts.append(", ".join(kind_word(kind) for kind in self.kinds))
        if self.speaker:
            parts.append(self.speaker[1])
        return [*parts, *([f'"{self.words}"'] if self.words else [])]

    def empty(self) -> Line:
        """Say how to see more."""
        if self._seen < 0 or self.words:
            return super().empty()
        left = "nothing left to decide here"
        words = left if self.states == "to decide" else f"no {self.what} is {self.states}"
        return (Piece(f"{words}; s shows other states", "dim"),)

    def wanted(self) -> RelationFilter:
        """What the states, kinds, words and speaker let through."""
        return RelationFilter(
            states=STATE_FILTERS[self.states], kinds=self.kinds, query=self.words or None,
            speaker=self.speaker[0] if self.speaker else None,
        )  # fmt: skip

    def do_filter_states(self) -> None:
        """Next state filter."""
        names = list(STATE_FILTERS)
        self.states = names[(names.index(self.states) + 1) % len(names)]
        self.load()

    def do_filter_kinds(self) -> None:
        """Ask for kinds."""
        options = [(kind, kind_word(kind)) for kind in RELATION_KINDS]
        self.shell.push_screen(
            ChoiceDialog("Kinds of relation to list", options, ticked=set(self.kinds), many=True), self._kinds
        )

    def _kinds(self, chosen: list[str] | None) -> None:
        if chosen is not None:
            self.kinds = tuple(kind for kind in RELATION_KINDS if kind in chosen)
            self.load()

    def list_speaker(self, speaker_id: str, name: str) -> None:
        """List the relations of one speaker."""
        self.speaker, self.states = (speaker_id, name), "all"
        if self.is_mounted:
            self.load()

    def do_filter_clear(self) -> None:
        """Back to the usual states, everything else let through."""
        self.states, self.kinds, self.speaker = self.usual, (), None
        super().do_filter_clear()
