"""May this SQLite, on this file system, open this file, and how: checks made before the file is trusted."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from workbench.errors import WorkspaceError
from workbench.store import schema

OLDEST_SQLITE = (3, 38, 0)
"""STRICT tables, RETURNING and the JSON operators."""
NETWORK_FILE_SYSTEMS = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "9p",
        "fuse.sshfs",
        "afs",
        "ceph",
        "glusterfs",
        "fuse.rclone",
        "davfs",
    }
)
"""Types in the mount table on which WAL's shared memory does not work between machines."""
LIMITS: dict[int, int] = {
    sqlite3.SQLITE_LIMIT_LENGTH: 400_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 50,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 10,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 25_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 1_000,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
}
"""What a hostile file can make SQLite spend; the longest text we store is below the first."""


def wal_is_safe(version: tuple[int, int, int]) -> bool:
    """Whether this SQLite has no WAL-reset bug (two connections, a checkpoint race, lost pages)."""
    major_minor, patch = version[:2], version[2]
    if major_minor in ((3, 44), (3, 50)):
        return patch >= {44: 6, 50: 7}[version[1]]
    return version >= (3, 51, 3)


def on_network(path: Path, mounts: str | None = None) -> bool:
    """Whether the file lies on a network file system, by the longest mount point above it.

    Args:
        path: the workspace file; it need not exist.
        mounts: text of the mount table; None reads the system's, and where there is none the answer is no.
    """
    if mounts is None:
        try:
            mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return False
    resolved = str(path.resolve())
    best, kind = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = fields[1].replace("\\040", " ").rstrip("/")
        if (resolved == point or resolved.startswith(point + "/")) and len(point) >= best:
            best, kind = len(point), fields[2]
    return kind in NETWORK_FILE_SYSTEMS


def journal_mode(path: Path) -> str:
    """``wal`` where it is safe, else ``delete``: a rollback journal."""
    return "wal" if wal_is_safe(sqlite3.sqlite_version_info) and not on_network(path) else "delete"


def check_sqlite() -> None:
    """Raise WorkspaceError when the SQLite library is too old to hold a workspace."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        wanted = ".".join(map(str, OLDEST_SQLITE))
        raise WorkspaceError(
            f"SQLite {sqlite3.sqlite_version} is too old", f"a Python with SQLite {wanted} or later"
        )


def check_writable(path: Path) -> None:
    """Raise WorkspaceError when the file or its folder cannot be written (a journal is made beside the file)."""
    effective = os.access in os.supports_effective_ids
    for place, what in ((path, "workspace"), (path.parent, "folder of the workspace")):
        if place.exists() and not os.access(place, os.W_OK, effective_ids=effective):
            raise WorkspaceError(
                f"the {what} {place} is read-only", "copy it elsewhere, or mend its permissions"
            )


def check_schema(path: Path, found: list[tuple[str, str, str, str | None]], *, exact: bool) -> None:
    """Raise WorkspaceError when the file holds anything that could act on its own, or not what we made.

    Ordinary tables that are not ours are let be: nothing reads or writes them.

    Args:
        path: the workspace, for the message.
        found: type, name, table and SQL of every row of ``sqlite_master``.
        exact: also compare the SQL of what is ours (false for a file that is about to be migrated).
    """
    seen = set()
    for kind, name, table, sql in found:
        key = (kind, name)
        if name.startswith("sqlite_") or table.startswith("_sqlite_migrations") or name in schema.SHADOWS:
            if kind not in ("table", "index") or (sql or "").upper().startswith("CREATE VIRTUAL"):
                raise _foreign(path, kind, name)
        elif key in schema.EXPECTED:
            seen.add(key)
            if exact and sql != schema.EXPECTED[key]:
                raise _foreign(path, kind, name)
        elif not _inert(kind, table, sql):
            raise _foreign(path, kind, name)
    missing = sorted(name for kind, name in schema.EXPECTED.keys() - seen)
    if exact and missing:
        raise WorkspaceError(f"{path} is damaged: it has no {', '.join(missing)}", "restore a backup")


def _inert(kind: str, table: str, sql: str | None) -> bool:
    """Whether a foreign object does nothing by itself: a plain table, or an index on one."""
    ours = ("table", table) in schema.EXPECTED or table in schema.SHADOWS
    if kind == "index":
        return not ours or sql is None
    return kind == "table" and not (sql or "").upper().lstrip().startswith("CREATE VIRTUAL")


def _foreign(path: Path, kind: str, name: str) -> WorkspaceError:
    shown = "".join(c if c.isprintable() else "�" for c in name[:80])
    return WorkspaceError(
        f"{path} holds a {kind} {shown!r} that the workbench did not make",
        "do not trust the file; restore a backup, or remove it with the sqlite3 shell",
    )
