"""A complete copy of a workspace, taken while others write to it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from workbench.errors import WorkspaceError
from workbench.store import schema
from workbench.store.connection import Connection, explained


def back_up(db: Connection, target: Path) -> None:
    """Copy the workspace to ``target``: all of it or nothing, complete to the last commit.

    SQLite's backup API copies from one read transaction, which copying the file does not; the copy is checked, synced
    and renamed into place, so that an earlier copy is there until the new one is whole.

    Raises:
        WorkspaceError: the target is the workspace itself, some other file, or cannot be written.
    """
    if not target.parent.is_dir():
        raise WorkspaceError(f"the folder {target.parent} does not exist", "make it, or give another path")
    if target.exists() and not _is_copy(db.path, target):
        raise WorkspaceError(f"{target} exists and is no copy of a workspace", "give another path")
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    except OSError as error:
        raise WorkspaceError(f"{target} cannot be written: {error.strerror}", "give another path") from error
    os.close(handle)
    part = Path(name)
    try:
        _copy(db, part, target)
        shutil.copymode(db.path, part)
        _sync(part)
        part.replace(target)
        _sync(target.parent)
    except OSError as error:
        raise WorkspaceError(
            f"{target} cannot be written: {error.strerror}", "make room and try again"
        ) from error
    finally:
        part.unlink(missing_ok=True)


def _copy(db: Connection, part: Path, target: Path) -> None:
    with explained(target), closing(sqlite3.connect(part, isolation_level=None)) as copy:
        db.raw.backup(copy, pages=-1)
        # A copy of a WAL database carries its mode; one file that needs no other beside it is a better backup.
        copy.execute("PRAGMA journal_mode = DELETE")
        found = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise WorkspaceError(f"{db.path} is damaged, so the copy would be: {found}", "keep the older backups")


def _is_copy(path: Path, target: Path) -> bool:
    """Whether an existing target may be replaced: a workspace, but not the open one."""
    if target.samefile(path) or not target.is_file():
        return False
    with target.open("rb") as file:
        head = file.read(72)
    return head[:15] == b"SQLite format 3" and int.from_bytes(head[68:72]) == schema.APPLICATION_ID


def _sync(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
