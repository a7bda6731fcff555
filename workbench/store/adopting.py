"""Events that were made in another workspace: read back from an export, or merged from a colleague's file."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.errors import UsageError
from workbench.model import RELATION_KINDS, Event
from workbench.store import intents, log, states
from workbench.store.connection import Connection
from workbench.store.rows import NewEvent


def adopt(db: Connection, events: Sequence[Event]) -> int:
    """Append events with their ids, times and authors, and make their states the present ones; known ids are skipped.

    The state before is the one found here, so nothing that was said here is lost without trace. The caller holds the
    write transaction.

    Raises:
        UsageError: an event cannot be one of ours.
    """
    known = {row[0] for row in db.rows_in("SELECT id FROM events WHERE id IN ({})", [e.id for e in events])}
    added = 0
    for event in events:
        if event.id in known:
            continue
        known.add(event.id)
        facet = _facet(db, event)
        _check(event, facet)
        log.record(db, event, facet, states.read(db, facet))
        added += 1
    return added


def _facet(db: Connection, event: Event) -> states.Facet:
    """Which facet a foreign event changes."""
    if event.op in ("undo", "redo"):
        return log.facet_of(db, event.target)
    if event.op == "note" and event.before is not None:
        return log.facet_of(db, str(event.before.get("event")))
    after = event.after or event.before
    return intents.facet_of(NewEvent(by=event.by, op=event.op, target=event.target, after=after), event.id)


def _check(event: Event, facet: states.Facet) -> None:
    """Raise UsageError unless the state has what its table holds."""
    if event.after is None:
        return
    columns = set(states.TABLES[facet[0]][1])
    kind = event.after.get("kind") if facet[0] == "decisions" else RELATION_KINDS[0]
    if set(event.after) != columns or kind not in RELATION_KINDS:
        raise UsageError(f"the event {event.id} is none that the workbench makes", "export it again")
