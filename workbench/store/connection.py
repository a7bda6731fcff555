"""One connection: how the file is opened, how every statement waits its turn, and what SQLite's errors mean."""

from __future__ import annotations

import sqlite3
import time
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

from workbench.errors import WorkspaceError
from workbench.store import gate, schema

T = TypeVar("T")
Row = tuple[Any, ...]

PATIENCE = 10.0
"""Seconds a statement waits for another process before it gives up."""
_PAUSES = (0.001, 0.002, 0.004, 0.008)
_LAST_PAUSE = 0.010
CHUNK = 500
"""How many values go into one ``IN (…)``; below the limit on variables."""

_MEANINGS: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_NOTADB: ("is not a workspace: no SQLite database", "give the path of a workspace"),
    sqlite3.SQLITE_CORRUPT: ("is damaged", "restore a backup; `workbench doctor` says what is wrong"),
    sqlite3.SQLITE_FULL: (
        "cannot be written: the disk is full; nothing was changed",
        "make room and try again",
    ),
    sqlite3.SQLITE_READONLY: (
        "is read-only; nothing was changed",
        "copy it elsewhere, or mend its permissions",
    ),
    sqlite3.SQLITE_READONLY_ROLLBACK: (
        "was left in the middle of a write, and reading cannot mend it",
        "open it for writing once",
    ),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", "check the path and its permissions"),
    sqlite3.SQLITE_BUSY: ("is in use by another program; nothing was changed", "try again when it is done"),
    sqlite3.SQLITE_LOCKED: ("is in use; nothing was changed", "try again"),
    sqlite3.SQLITE_IOERR: ("cannot be read or written: input/output error", "check the disk"),
    sqlite3.SQLITE_TOOBIG: ("cannot hold a text of that length", "split the article"),
    sqlite3.SQLITE_PERM: ("may not be opened", "check its permissions"),
    sqlite3.SQLITE_PROTOCOL: ("is in use by another program", "try again"),
}


class Connection:
    """A connection to one workspace file; it belongs to the thread that made it.

    Args:
        path: the file; it must exist unless ``create``.
        readonly: open without writing a byte.
        create: make the file when it is missing.
    """

    def __init__(self, path: Path, *, readonly: bool = False, create: bool = False) -> None:
        self.path = path
        """The workspace file."""
        self.readonly = readonly
        """Whether writing is refused."""
        with explained(self.path):
            self._conn = sqlite3.connect(
                _uri(path, readonly, create), uri=True, isolation_level=None, timeout=0
            )
        self._conn.text_factory = str
        self._remembered: dict[str, tuple[object, Any]] = {}
        for limit, value in gate.LIMITS.items():
            self._conn.setlimit(limit, value)
        try:
            with explained(self.path):
                self._pragmas()
        except BaseException:
            self._conn.close()
            raise

    @property
    def raw(self) -> sqlite3.Connection:
        """The driver's connection, for the backup API and migrations."""
        return self._conn

    def close(self) -> None:
        """Close; an open transaction is rolled back."""
        self._conn.close()

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Every row of one statement; waits while another process commits."""
        with explained(self.path):
            return self._patiently(lambda: self._conn.execute(sql, values).fetchall())

    def one(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        """The first row, or None."""
        found = self.rows(sql, values)
        return found[0] if found else None

    def column(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        """The first column of every row."""
        return [row[0] for row in self.rows(sql, values)]

    def numbers(self, sql: str, values: Sequence[Any] = ()) -> array[int]:
        """The first column of every row as a compact array, for lists of any length."""
        return array("q", chain.from_iterable(self.rows(sql, values)))

    def rows_in(self, sql: str, values: Iterable[Any]) -> Iterator[Row]:
        """Rows of ``sql``, whose ``{}`` becomes the places of an ``IN (…)``, over any number of values."""
        wanted = list(values)
        for start in range(0, len(wanted), CHUNK):
            chunk = wanted[start : start + CHUNK]
            yield from self.rows(sql.replace("{}", ",".join("?" * len(chunk))), chunk)

    def remembered(self, name: str, make: Callable[[], T]) -> T:
        """What ``make`` gave for the file as it is now; made again when anybody has written since."""
        state = (self._conn.total_changes, self.rows("PRAGMA data_version")[0][0])
        if name not in self._remembered or self._remembered[name][0] != state:
            self._remembered[name] = (state, make())
        found: T = self._remembered[name][1]
        return found

    def run(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Run one writing statement inside ``write()``; the number of rows it changed."""
        self._must_be_writing()
        return self._conn.execute(sql, values).rowcount

    def run_many(self, sql: str, values: Iterable[Sequence[Any]]) -> None:
        """Run one writing statement for many rows inside ``write()``."""
        self._must_be_writing()
        self._conn.executemany(sql, values)

    @contextmanager
    def write(self) -> Iterator[None]:
        """One ``BEGIN IMMEDIATE`` transaction: all of the block or nothing of it.

        Raises:
            WorkspaceError: the workspace is read-only, full, damaged, or stays locked.
        """
        if self.readonly:
            raise WorkspaceError(f"{self.path} was opened for reading only", "open it for writing")
        with explained(self.path):
            self._patiently(lambda: self._conn.execute("BEGIN IMMEDIATE"))
            try:
                yield
                self._patiently(lambda: self._conn.execute("COMMIT"))
            except BaseException:
                # SQLite has rolled back by itself after a full disk or an I/O error.
                if self._conn.in_transaction:
                    self._conn.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One state of the file for several reads; inside ``write()`` it adds nothing."""
        if self._conn.in_transaction:
            yield
            return
        with explained(self.path):
            self._conn.execute("BEGIN")
            try:
                yield
            finally:
                if self._conn.in_transaction:
                    self._conn.execute("ROLLBACK")

    def _must_be_writing(self) -> None:
        if not self._conn.in_transaction:
            raise RuntimeError("a write outside of write()")

    def _patiently(self, action: Callable[[], T]) -> T:
        """Try again while the file is busy; short even pauses, since SQLite's own growing ones starve a writer."""
        deadline, tries = time.monotonic() + PATIENCE, 0
        while True:
            try:
                return action()
            except sqlite3.OperationalError as error:
                if _code(error) & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() >= deadline:
                    raise
            time.sleep(_PAUSES[tries] if tries < len(_PAUSES) else _LAST_PAUSE)
            tries += 1

    def _pragmas(self) -> None:
        for pragma in (
            "trusted_schema = OFF",
            "cell_size_check = ON",
            "foreign_keys = ON",
            "mmap_size = 0",
            "temp_store = MEMORY",
            "synchronous = FULL",
        ):
            self.rows(f"PRAGMA {pragma}")

    def set_journal(self) -> None:
        """Choose the journal that is safe here; a no-op when the file has it already."""
        wanted = gate.journal_mode(self.path)
        present = self.rows("PRAGMA journal_mode")[0][0]
        if present != wanted:
            self.rows(f"PRAGMA journal_mode = {wanted}")

    def schema_version(self) -> int:
        """The file's schema version, 0 for an empty file.

        Raises:
            WorkspaceError: a SQLite database of another program, or of a newer version of this one.
        """
        with self.reading():
            (application,) = self.rows("PRAGMA application_id")[0]
            (version,) = self.rows("PRAGMA user_version")[0]
            (objects,) = self.rows("SELECT count(*) FROM sqlite_master")[0]
        if application == schema.APPLICATION_ID and version > schema.VERSION:
            raise WorkspaceError(
                f"{self.path} was made by a newer version of the workbench (schema {version}, here {schema.VERSION})",
                "install the newer version",
            )
        if application != schema.APPLICATION_ID or not version:
            if objects or application or version:
                raise WorkspaceError(
                    f"{self.path} is a SQLite database, but no workspace", "give another path"
                )
            return 0
        return int(version)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about a file into a WorkspaceError with one clear line."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise WorkspaceError(f"{path} is damaged: text that is no UTF-8", "restore a backup") from error
    except sqlite3.Error as error:
        raise _explain(path, error) from error


def _uri(path: Path, readonly: bool, create: bool) -> str:
    """How SQLite is to open the file; without a WAL, reading takes no lock and makes no file beside it."""
    base = f"file:{quote(str(path.absolute()))}"
    if not readonly:
        return f"{base}?mode={'rwc' if create else 'rw'}"
    return f"{base}?mode=ro{'&immutable=1' if _wal_at_rest(path) else ''}"


def _wal_at_rest(path: Path) -> bool:
    """Whether the file is in WAL mode and nobody has it open, so that opening it would make files beside it."""
    try:
        with path.open("rb") as file:
            head = file.read(20)
    except OSError:
        return False
    wal = path.with_name(path.name + "-wal")
    return head[18:20] == b"\x02\x02" and not (wal.exists() and wal.stat().st_size)


def _code(error: sqlite3.Error) -> int:
    """SQLite's extended code; 0 for an error that the driver made itself, which has none."""
    return getattr(error, "sqlite_errorcode", None) or 0


def _explain(path: Path, error: sqlite3.Error) -> WorkspaceError:
    """What an error of SQLite means for the person at the keyboard."""
    code = _code(error)
    meaning = _MEANINGS.get(code) or _MEANINGS.get(code & 0xFF)
    if meaning is None and "decode to UTF-8" in str(error):
        meaning = ("is damaged: text that is no UTF-8", "restore a backup")
    if meaning is None:
        return WorkspaceError(f"{path}: {error}", "if this is not your own file, do not trust it")
    return WorkspaceError(f"{path} {meaning[0]}", meaning[1])
