"""What analysts do, as events that are only ever appended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

EventOp = Literal[
    "decide",
    "note",
    "tag",
    "untag",
    "flag",
    "unflag",
    "verdict",
    "pin",
    "merge_speakers",
    "split_speaker",
    "set",
    "forget",
    "undo",
    "redo",
]
"""What was done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing an analyst did."""

    seq: int
    """Position in this workspace's log, from 1."""
    id: str
    """Unique over workspaces; what ``merge`` compares."""
    at: str
    """UTC time, ISO 8601 with seconds."""
    by: str
    """Name of the analyst."""
    op: EventOp
    """What was done."""
    target: str
    """Id of the relation, mention, article or speaker; of the event for undo and redo."""
    before: dict[str, Any] | None = None
    """State of the target before, as far as the event changes it."""
    after: dict[str, Any] | None = None
    """State after."""
    batch: str | None = None
    """Events of one bulk action share it and are undone together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """A note, tag, flag or verdict as it stands now."""

    target: str
    """Id of the relation, mention, article or speaker."""
    kind: Literal["note", "tag", "flag", "verdict", "pin"]
    """What it is."""
    value: str
    """The note's text, the tag, the verdict; empty for a flag."""
    by: str
    """Who set it."""
    at: str
    """When, UTC."""
    event: str
    """Id of the event that set it."""
