"""The log: events are appended, never changed; undo and redo are events too.

Each event carries the hash of the one before (``prev``) and its own over all its columns, so that a changed, missing
or reordered row is found by recomputing. The end of the chain is kept in ``meta``, so that a cut tail is found too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Any

from workbench.errors import NotFoundError, UsageError
from workbench.model import Annotation, Event, EventOp, short_id
from workbench.store import intents, states
from workbench.store.codec import dumps, loads
from workbench.store.connection import Connection, Row
from workbench.store.rows import NewEvent

COLUMNS = (
    "seq",
    "id",
    "at",
    "analyst",
    "op",
    "target",
    "subject",
    "facet",
    "before",
    "after",
    "batch",
    "prev",
    "hash",
)
"""Columns of ``events``; the hash covers all but itself."""
GENESIS = "0" * 64
"""``prev`` of the first event."""
_SELECT = f"SELECT {', '.join(COLUMNS)} FROM events"


def chain_hash(values: Sequence[Any]) -> str:
    """The hash of an event: SHA-256 over its columns but the last, as canonical JSON."""
    return sha256(dumps(list(values)).encode("utf-8", "surrogatepass")).hexdigest()


def append(db: Connection, events: Sequence[NewEvent], at: str) -> list[Event]:
    """Append events and make their states the present ones; the caller holds the write transaction."""
    return [_act(db, new, at) for new in events]


def _act(db: Connection, new: NewEvent, at: str) -> Event:
    """Append one action and put it on the analyst's stack of steps."""
    seq, prev, workspace = _head(db)
    event_id = short_id("e", workspace, prev, seq, at, new.by, new.op, new.target)
    facet = intents.facet_of(new, event_id)
    before = states.read(db, facet)
    after = intents.state_of(db, new, before)
    if after is not None:
        after |= {"analyst": new.by, "at": at, "event": event_id}
    event = Event(
        seq=seq, id=event_id, at=at, by=new.by, op=new.op, target=new.target, before=before, after=after, batch=new.batch
    )  # fmt: skip
    _write(db, event, facet, prev)
    states.put(db, facet, after)
    _push(db, event)
    return event


def _push(db: Connection, event: Event) -> None:
    """A new action: what the analyst had undone can no longer be redone."""
    step = event.batch or event.id
    known = db.one("SELECT analyst FROM steps WHERE id = ?", [step])
    if known is not None and known[0] == event.by:
        return
    if known is not None:
        raise UsageError(f"batch {step} belongs to {known[0]}", "give every bulk action a batch of its own")
    db.run("UPDATE steps SET state = 'dropped' WHERE analyst = ? AND state = 'undone'", [event.by])
    db.run(
        "INSERT INTO steps (id, analyst, position, state) VALUES (?, ?, ?, 'done')",
        [step, event.by, event.seq],
    )


def record(db: Connection, event: Event, facet: states.Facet, before: states.State | None) -> None:
    """Append an event that was made elsewhere, as it is but for its place in the log and the state before."""
    seq, prev, _ = _head(db)
    moved = replace(event, seq=seq, before=before)
    _write(db, moved, facet, prev)
    states.put(db, facet, event.after)
    if event.op not in ("undo", "redo"):
        _push(db, moved)
        return
    original = db.one("SELECT coalesce(batch, id) FROM events WHERE id = ?", [event.target])
    assert original is not None
    state = "undone" if event.op == "undo" else "done"
    db.run("UPDATE steps SET state = ? WHERE id = ?", [state, original[0]])


def next_id(db: Connection) -> str:
    """Something that no event had before: workspace, place and hash of the last event."""
    seq, prev, workspace = _head(db)
    return f"{workspace}:{seq}:{prev}"


def undo(db: Connection, by: str, at: str) -> list[Event]:
    """Take back the analyst's last step; [] when there is none. The caller holds the write transaction."""
    return _turn(db, by, at, "done", "undone")


def redo(db: Connection, by: str, at: str) -> list[Event]:
    """Do again what the analyst undid last; [] when there is nothing."""
    return _turn(db, by, at, "undone", "done")


def _turn(db: Connection, by: str, at: str, old: str, new: str) -> list[Event]:
    """Move one step between done and undone, event by event."""
    undoing = new == "undone"
    order = "DESC" if undoing else "ASC"
    step = db.one(
        f"SELECT id FROM steps WHERE analyst = ? AND state = ? ORDER BY position {order} LIMIT 1",
        [by, old],
    )
    if step is None:
        return []
    originals = db.rows(
        f"{_SELECT} WHERE (id = ?1 OR batch = ?1) AND op NOT IN ('undo', 'redo') ORDER BY seq {order}", step
    )
    batch = short_id("b", step[0], _head(db)[0]) if len(originals) > 1 else None
    done = [_turn_one(db, row, by, at, batch, undoing) for row in originals]
    db.run("UPDATE steps SET state = ? WHERE id = ?", [new, step[0]])
    return done


def _turn_one(db: Connection, row: Row, by: str, at: str, batch: str | None, undoing: bool) -> Event:
    """Append the event that takes one event back, or does it again."""
    original = event_of(row)
    facet: states.Facet = tuple(loads(row[COLUMNS.index("facet")]))
    present = states.read(db, facet)
    expected, wanted = (original.after, original.before) if undoing else (original.before, original.after)
    if present != expected:
        who = present["analyst"] if present else "someone else"
        raise UsageError(
            f"{facet[1]} was changed since, by {who}: {intents.brief(present)}",
            "decide it anew instead of undoing",
        )
    seq, prev, workspace = _head(db)
    op: EventOp = "undo" if undoing else "redo"
    event = Event(
        seq=seq, id=short_id("e", workspace, prev, seq, at, by, op, original.id), at=at, by=by, op=op,
        target=original.id, before=present, after=wanted, batch=batch,
    )  # fmt: skip
    _write(db, event, facet, prev)
    states.put(db, facet, wanted)
    return event


def _head(db: Connection) -> tuple[int, str, str]:
    """Number of the next event, hash of the last, id of the workspace."""
    found: dict[str, str] = dict(db.rows("SELECT key, value FROM meta WHERE key IN ('workspace', 'head')"))
    seq, prev = loads(found.get("head", f'[0,"{GENESIS}"]'))
    return seq + 1, prev, found["workspace"]


def _write(db: Connection, event: Event, facet: states.Facet, prev: str) -> None:
    values: list[Any] = [
        event.seq, event.id, event.at, event.by, event.op, event.target, facet[1], dumps(facet), _json(event.before),
        _json(event.after), event.batch, prev,
    ]  # fmt: skip
    digest = chain_hash(values)
    db.run(
        f"INSERT INTO events ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})",
        [*values, digest],
    )
    db.run("INSERT OR REPLACE INTO meta VALUES ('head', ?)", [dumps([event.seq, digest])])


def _json(state: states.State | None) -> str | None:
    return None if state is None else dumps(state)


def event_of(row: Row) -> Event:
    """The event of one row with ``COLUMNS``."""
    seq, event_id, at, by, op, target, _, _, before, after, batch, _, _ = row
    return Event(
        seq=seq, id=event_id, at=at, by=by, op=op, target=target, batch=batch,
        before=None if before is None else loads(before), after=None if after is None else loads(after),
    )  # fmt: skip


def events(db: Connection, limit: int | None, target: str | None) -> list[Event]:
    """The last events, newest first; those of one target include their undos and redos."""
    where = "" if target is None else " WHERE subject = ?"
    values: list[Any] = [] if target is None else [target]
    rows = db.rows(f"{_SELECT}{where} ORDER BY seq DESC LIMIT ?", [*values, -1 if limit is None else limit])
    return [event_of(row) for row in rows]


def event(db: Connection, key: int | str) -> Event:
    """The event of that position or id."""
    column = "seq" if isinstance(key, int) else "id"
    row = db.one(f"{_SELECT} WHERE {column} = ?", [key])
    if row is None:
        raise NotFoundError(f"no event {key}", "`workbench log` lists them")
    return event_of(row)


def of_batch(db: Connection, batch: str) -> list[Event]:
    """The events of one bulk action, in order."""
    return [event_of(row) for row in db.rows(f"{_SELECT} WHERE batch = ? ORDER BY seq", [batch])]


def slot_of(db: Connection, note: str) -> str:
    """The last part of the key of the facet that an event changed: for a note, the event that first made it."""
    return facet_of(db, note)[-1]


def facet_of(db: Connection, event_id: str) -> states.Facet:
    """Which facet an event changed.

    Raises:
        NotFoundError: no event has that id.
    """
    row = db.one("SELECT facet FROM events WHERE id = ?", [event_id])
    if row is None:
        raise NotFoundError(f"no event {event_id}", "`workbench log` lists them")
    return tuple(loads(row[0]))


def standing(db: Connection, target: str | None) -> list[Annotation]:
    """What stands on one target, or on anything, in the order in which it was set."""
    where = "" if target is None else " WHERE target = ?"
    rows = db.rows(
        f"SELECT target, kind, value, analyst, at, event FROM annotations{where} ORDER BY at, pk",
        [] if target is None else [target],
    )
    return [Annotation(target=t, kind=k, value=v, by=b, at=a, event=e) for t, k, v, b, a, e in rows]
