"""Changes of the schema, each one transaction, forward only; the way back is the copy made before.

A migration that was released is never edited. This is the one module that imports sqlite_utils, and it is imported
only when there is something to migrate: that import costs more than opening a workspace and listing it.
"""

from __future__ import annotations

import secrets
import sqlite3

from sqlite_utils import Database, Migrations

from workbench.store import schema

MIGRATIONS = Migrations("workbench")
"""In the order in which they apply."""

_RELATIONS_1 = """CREATE TABLE relations (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  left_mention INTEGER NOT NULL REFERENCES mentions(pk),
  right_mention INTEGER NOT NULL REFERENCES mentions(pk),
  kind TEXT NOT NULL,
  score REAL NOT NULL,
  detector TEXT NOT NULL,
  state TEXT NOT NULL,
  present_kind TEXT NOT NULL,
  rank REAL NOT NULL,
  evidence TEXT NOT NULL
) STRICT"""
_INDEXES_1 = {
    "relations_by_rank": "CREATE INDEX relations_by_rank ON relations(rank, pk, state, present_kind)",
    "relations_by_left": "CREATE INDEX relations_by_left ON relations(left_mention)",
    "relations_by_right": "CREATE INDEX relations_by_right ON relations(right_mention)",
}
_OF_RELATIONS_1 = ("relations_by_rank", "relations_by_left", "relations_by_right", "relations_by_state")
_NEW_IN_4 = ("shingles", "origins", "copies", "learning")
_NEW_SINCE_1 = ("grounds", "stars", "relations_by_issue", "stars_by_representative", "vectors", *_NEW_IN_4)


@MIGRATIONS(name="m001_initial")
def initial(db: Database) -> None:
    """Make the tables, indexes, full-text tables and views of version 1."""
    first = schema.TABLES | schema.INDEXES | schema.FULL_TEXT | schema.VIEWS
    first |= {"relations": _RELATIONS_1} | _INDEXES_1
    for name, statement in first.items():
        if name not in _NEW_SINCE_1:
            db.execute(statement)
    db.execute("INSERT INTO meta VALUES ('workspace', ?)", [secrets.token_hex(8)])
    db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")


@MIGRATIONS(name="m002_issues")
def issues(db: Database) -> None:
    """Relations get their issue and what they rest on; both are filled in when all migrations are done."""
    db.execute("DROP VIEW relation_list")
    for index in _OF_RELATIONS_1:
        db.execute(f"DROP INDEX {index}")
    db.execute("ALTER TABLE relations RENAME TO relations_1")
    for table in ("grounds", "relations", "stars"):
        db.execute(schema.TABLES[table])
    db.execute("INSERT INTO grounds VALUES (1, '', '', '')")
    db.execute(
        "INSERT INTO relations SELECT pk, id, left_mention, right_mention, left_mention, 1, kind, score, detector,"
        " state, present_kind, rank, evidence FROM relations_1"
    )
    db.execute("DROP TABLE relations_1")
    for index in (*_OF_RELATIONS_1, "relations_by_issue", "stars_by_representative"):
        db.execute(schema.INDEXES[index])
    db.execute(schema.VIEWS["relation_list"])
    db.execute("PRAGMA user_version = 2")


@MIGRATIONS(name="m003_vectors")
def vectors(db: Database) -> None:
    """Vectors of quotes get a table."""
    db.execute(schema.TABLES["vectors"])
    db.execute("PRAGMA user_version = 3")


@MIGRATIONS(name="m004_origins_and_learning")
def origins_and_learning(db: Database) -> None:
    """Articles imported from now on know what they share with others; what decisions teach can be forgotten."""
    for table in _NEW_IN_4:
        db.execute(schema.TABLES[table])
    db.execute("PRAGMA user_version = 4")


@MIGRATIONS(name="m005_quarrels")
def quarrels(db: Database) -> None:
    """One quarrel becomes one issue: issues are made anew when all migrations are done."""
    db.execute("PRAGMA user_version = 5")


def apply(conn: sqlite3.Connection) -> None:
    """Apply what is pending; the caller holds the write transaction."""
    MIGRATIONS.apply(Database(conn, execute_plugins=False, use_counts_table=False))
