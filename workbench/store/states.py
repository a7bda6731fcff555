"""Present state: what the log of events adds up to, kept row by row in the transaction that appends them.

A *facet* is one thing that an event can change: the decision on a relation, a note, a tag, a merge of speakers … It is
written as a tuple of its table and its key. The state of a facet is its row as a dict, or None when there is none.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from workbench.model import GROUPS, RelationKind
from workbench.store import gathering
from workbench.store.codec import dumps, loads
from workbench.store.connection import Connection

Facet: TypeAlias = tuple[str, ...]
State: TypeAlias = dict[str, Any]

_DECISION = (
    "left_mention", "right_mention", "state", "kind", "suggested", "detector", "note", "ticks", "analyst", "at", "event",
)  # fmt: skip
TABLES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "decisions": (
        ("relation",),
        _DECISION,
    ),
    "annotations": (("target", "kind", "slot"), ("value", "analyst", "at", "event")),
    "speaker_merges": (("speaker",), ("kept", "analyst", "at", "event")),
    "assignments": (("mention",), ("speaker", "name", "analyst", "at", "event")),
    "learning": (("name",), ("value", "analyst", "at", "event")),
    "sets": (("name",), ("filter", "picked", "analyst", "at", "event")),
}
"""Key columns and state columns of every table that follows from the log."""
JSON_COLUMNS = frozenset({"ticks", "filter", "picked"})
"""State columns that hold JSON."""

_TIERS = {"suggested": 0.0, "flagged": 0.0, "skipped": 2.0}


def tier(rank: float) -> float:
    """Which part of the inbox a place is in: 0 for open, then put off, then decided."""
    return 0.0 if rank <= 0 else 2.0 if rank <= 2 else 4.0


def rank(state: str, score: float) -> float:
    """Place in the inbox, lowest first: open ones by score, then those put off, then the decided."""
    return _TIERS.get(state, 4.0) - score


def score_at(rank: float) -> float:
    """The score of a relation at that place: tiers lie 2 apart."""
    return -rank % 2.0


def read(db: Connection, facet: Facet) -> State | None:
    """The present state of a facet."""
    table, *key = facet
    keys, columns = TABLES[table]
    where = " AND ".join(f"{name} = ?" for name in keys)
    row = db.one(f"SELECT {', '.join(columns)} FROM {table} WHERE {where}", key)
    if row is None:
        return None
    found = zip(columns, row, strict=True)
    return {name: loads(value) if name in JSON_COLUMNS else value for name, value in found}


def put(db: Connection, facet: Facet, state: State | None) -> None:
    """Make ``state`` the present state of the facet, with everything that follows from it."""
    table, *key = facet
    keys, columns = TABLES[table]
    if table == "annotations":
        _unindex_annotation(db, key)
    where = " AND ".join(f"{name} = ?" for name in keys)
    db.run(f"DELETE FROM {table} WHERE {where}", key)
    if state is not None:
        values = [dumps(state[name]) if name in JSON_COLUMNS else state[name] for name in columns]
        places = ", ".join("?" * (len(keys) + len(columns)))
        db.run(f"INSERT INTO {table} ({', '.join(keys + columns)}) VALUES ({places})", [*key, *values])
    _follow(db, table, key)


def _follow(db: Connection, table: str, key: list[str]) -> None:
    """Bring what is derived from a facet up to date."""
    if table == "decisions":
        settle_relation(db, key[0])
    elif table == "annotations":
        _index_annotation(db, key)
        if key[1] == "flag" and key[0].startswith("r"):
            settle_relation(db, key[0])
    elif table == "assignments":
        settle_speaker(db, key[0])


def settle_relation(db: Connection, relation: str) -> None:
    """Write a relation's present state, kind and rank; make or remove the row of an analyst's own relation."""
    decision = read(db, ("decisions", relation))
    sql = "SELECT kind, score, detector, left_mention, right_mention FROM relations WHERE id = ?"
    row = db.one(sql, [relation])
    if row is None:
        if decision is None or decision["detector"] != "analyst" or not _insert_own(db, relation, decision):
            return
        row = db.rows(sql, [relation])[0]
    suggested, score, detector, left, right = row
    if decision is None and detector == "analyst":
        db.run("DELETE FROM relations WHERE id = ?", [relation])
        gathering.follow(db, [gathering.Change(left, right, suggested, None)])
        return
    state, kind = "suggested", suggested
    if decision is not None:
        state, kind = decision["state"], decision["kind"]
        if state == "skipped":
            kind = suggested
    elif db.one("SELECT 1 FROM annotations WHERE target = ? AND kind = 'flag'", [relation]):
        state = "flagged"
    db.run(
        "UPDATE relations SET state = ?, present_kind = ?, rank = ? WHERE id = ?",
        [state, kind, rank(state, score), relation],
    )


def _insert_own(db: Connection, relation: str, decision: State) -> bool:
    """Make the row of a relation that no detector suggested; whether both mentions are there."""
    pks = [
        db.one("SELECT pk FROM mentions WHERE id = ?", [decision[side]])
        for side in ("left_mention", "right_mention")
    ]
    if pks[0] is None or pks[1] is None:
        return False
    evidence = dumps(
        {"summary": decision["note"] or "", "levels": [], "reason": None, "subtype": None, "facts": {}}
    )
    suggested, left, right = decision["suggested"], pks[0][0], pks[1][0]
    grounds = gathering.Grounds(db).of(suggested, "analyst", ())
    db.run(
        "INSERT INTO relations (id, left_mention, right_mention, issue, grounds, kind, score, detector, state,"
        " present_kind, rank, evidence) VALUES (?1, ?2, ?3, ?2, ?4, ?5, 1.0, 'analyst', 'accepted', ?6, 0.0, ?7)",
        [relation, left, right, grounds, suggested, decision["kind"], evidence],
    )
    gathering.follow(db, [gathering.Change(left, right, None, suggested)])
    return True


def settle_speaker(db: Connection, mention: str) -> None:
    """Write a mention's present speaker: the analyst's assignment, else what was extracted."""
    assigned = read(db, ("assignments", mention))
    if assigned is None:
        db.run("UPDATE mentions SET speaker = extracted_speaker WHERE id = ?", [mention])
        return
    row = db.one("SELECT pk FROM speakers WHERE id = ?", [assigned["speaker"]])
    if row is None:
        db.run(
            "INSERT INTO speakers (id, name, kind, role, spellings) VALUES (?, ?, 'unknown', NULL, ?)",
            [assigned["speaker"], assigned["name"], dumps([assigned["name"]])],
        )
        row = db.one("SELECT pk FROM speakers WHERE id = ?", [assigned["speaker"]])
        assert row is not None
        db.run(
            "INSERT INTO speakers_fts (rowid, name, spellings) VALUES (?, ?, ?)",
            [row[0], assigned["name"], dumps([assigned["name"]])],
        )
    db.run("UPDATE mentions SET speaker = ? WHERE id = ?", [row[0], mention])


def is_conflict(kind: RelationKind) -> bool:
    """Whether a kind belongs to the group of conflicts."""
    return GROUPS[kind] == "conflict"


_ANNOTATION = "SELECT pk, value FROM annotations WHERE target = ? AND kind = ? AND slot = ?"


def _unindex_annotation(db: Connection, key: list[str]) -> None:
    row = db.one(_ANNOTATION, key)
    if row is not None:
        db.run(
            "INSERT INTO annotations_fts (annotations_fts, rowid, value) VALUES ('delete', ?, ?)", list(row)
        )


def _index_annotation(db: Connection, key: list[str]) -> None:
    row = db.one(_ANNOTATION, key)
    if row is not None:
        db.run("INSERT INTO annotations_fts (rowid, value) VALUES (?, ?)", list(row))
