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


@MIGRATIONS(name="m001_initial")
def initial(db: Database) -> None:
    """Make the tables, indexes, full-text tables and views of version 1."""
    for statement in schema.STATEMENTS:
        db.execute(statement)
    db.execute("INSERT INTO meta VALUES ('workspace', ?)", [secrets.token_hex(8)])
    db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")


def apply(conn: sqlite3.Connection) -> None:
    """Apply what is pending; the caller holds the write transaction."""
    MIGRATIONS.apply(Database(conn, execute_plugins=False, use_counts_table=False))
