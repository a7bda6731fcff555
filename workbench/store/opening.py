"""From a path to a connection that may be trusted: checks, migrations, journal."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from workbench.errors import WorkspaceError
from workbench.store import backup, gate, gathering, schema
from workbench.store.connection import Connection


def connect(path: Path, *, readonly: bool = False, create: bool = False) -> Connection:
    """A connection to a workspace of the present schema.

    Raises:
        WorkspaceError: the file is none of ours, damaged, newer, or cannot be written.
    """
    gate.check_sqlite()
    if path.is_dir():
        raise WorkspaceError(f"{path} is a folder", "give the path of a file")
    if not readonly:
        gate.check_writable(path)
    db = Connection(path, readonly=readonly, create=create)
    try:
        _prepare(db, create=create)
    except BaseException:
        db.close()
        raise
    return db


def _prepare(db: Connection, *, create: bool) -> None:
    """Check the file, bring its schema up to date, choose its journal."""
    version = db.schema_version()
    if not version and not create:
        raise WorkspaceError(
            f"{db.path} is no workspace: it is empty", "give another path, or import into it"
        )
    check = version == schema.VERSION
    found = db.rows("SELECT type, name, tbl_name, sql FROM sqlite_master")
    gate.check_schema(db.path, found, exact=check)
    if check:
        if not db.readonly:
            db.set_journal()
        return
    if db.readonly:
        raise WorkspaceError(
            f"{db.path} has an older schema ({version})",
            "`workbench review` or `workbench import` migrates it, after a copy",
        )
    _migrate(db)


def _migrate(db: Connection) -> None:
    """Apply pending migrations in one transaction, then check what they left."""
    # Imported here: it costs more than opening a workspace and listing it.
    from workbench.store import migrations  # noqa: PLC0415

    version = db.schema_version()
    if version:
        # Migrations only go forward; this copy is the way back.
        backup.back_up(db, db.path.with_name(f"{db.path.name}.schema-{version}"))
    with db.write():
        # Another process may have migrated while we waited.
        if db.schema_version() < schema.VERSION:
            migrations.apply(db.raw)
            gathering.rebuild(db)
    found = db.rows("SELECT type, name, tbl_name, sql FROM sqlite_master")
    gate.check_schema(db.path, found, exact=True)
    try:
        db.set_journal()
    except WorkspaceError as error:
        if not isinstance(error.__cause__, sqlite3.OperationalError):
            raise
