"""The workspace: one SQLite file, one connection, every write there is; reads are in ``reads``."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from workbench.errors import WorkspaceError
from workbench.model import Event, Relation, Speaker
from workbench.store import (
    adopting,
    backup,
    checks,
    extractions,
    log,
    opening,
    origins,
    relations,
    replacing,
)
from workbench.store.connection import Connection
from workbench.store.reads import Reads
from workbench.store.rows import (
    NewEvent,
    StoredExtraction,
    TracedArticle,
)
from workbench.store.vectors import Vectors


class Workspace(Reads):
    """An open workspace; a context manager. It belongs to the thread that opened it.

    Args:
        db: the connection; use ``open`` or ``create_or_open``.
    """

    def __init__(self, db: Connection) -> None:
        super().__init__(db)
        self.path: Path = db.path
        """The file."""
        self.readonly: bool = db.readonly
        """Whether every write is refused."""
        self.now: Callable[[], datetime] = lambda: datetime.now(UTC)
        """The clock; tests set it."""

    @classmethod
    def create_or_open(cls, path: Path | str) -> Workspace:
        """Open a workspace for writing; make it when there is none.

        Raises:
            WorkspaceError: the folder is missing, or the file is none of ours, damaged, newer or not writable.
        """
        path = Path(path)
        if not path.parent.is_dir():
            raise WorkspaceError(f"the folder {path.parent} does not exist", "make it, or give another path")
        return cls(opening.connect(path, create=not path.exists() or path.stat().st_size == 0))

    @classmethod
    def open(cls, path: Path | str, *, readonly: bool = False) -> Workspace:
        """Open a workspace that exists; with ``readonly`` not a byte is written.

        Raises:
            WorkspaceError: the file is missing, or none of ours, damaged, newer, or not writable.
        """
        path = Path(path)
        if not path.exists():
            raise WorkspaceError(f"there is no workspace {path}", "`workbench import` makes one")
        return cls(opening.connect(path, readonly=readonly))

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def __enter__(self) -> Workspace:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def connection(self) -> Connection:
        """The connection, for the other modules of the store."""
        return self._db

    @property
    def vectors(self) -> Vectors:
        """What a sentence encoder made of quotes, and which quotes to hold against each other by it."""
        return Vectors(self._db)

    def _at(self) -> str:
        return self.now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    # Writes: each is one transaction.

    def add_extractions(self, batch: Sequence[StoredExtraction]) -> int:
        """Store whole articles or nothing; known ones are skipped. The number added."""
        with self._db.write():
            return extractions.add(self._db, batch, self._at())

    def replace_extractions(self, batch: Sequence[StoredExtraction]) -> int:
        """Replace what was found in stored articles, keeping decisions and annotations. The number that changed."""
        with self._db.write():
            return replacing.replace(self._db, batch, self._at())

    def put_relations(
        self, found: Sequence[Relation], compared: Collection[str], *, prune: bool = False
    ) -> None:
        """Add or renew suggestions, never touching a decision, and mark articles as compared.

        Args:
            found: what the detectors suggest.
            compared: ids of the articles that were compared.
            prune: remove undecided suggestions on these articles that are no longer suggested.
        """
        with self._db.write():
            relations.put(self._db, found, compared, self._at(), prune=prune)

    def put_origins(self, found: Sequence[TracedArticle]) -> None:
        """Store where articles come from; what was known of them is replaced."""
        with self._db.write():
            origins.put(self._db, found)

    def put_speakers(self, found: Sequence[Speaker]) -> None:
        """Add speakers; known ones keep every spelling."""
        with self._db.write():
            extractions.put_speakers(self._db, found)

    def append(self, events: Sequence[NewEvent]) -> list[Event]:
        """Append what an analyst does, all or nothing, and make it the present state."""
        with self._db.write():
            return log.append(self._db, events, self._at())

    def undo(self, by: str) -> list[Event]:
        """Take back the analyst's last step, a batch as one; [] when there is none."""
        with self._db.write():
            return log.undo(self._db, by, self._at())

    def redo(self, by: str) -> list[Event]:
        """Do again what the analyst undid last; [] when there is nothing."""
        with self._db.write():
            return log.redo(self._db, by, self._at())

    def add_events(self, events: Sequence[Event]) -> int:
        """Append events made in another workspace with their ids and times; known ones are skipped. The number added."""
        with self._db.write():
            return adopting.adopt(self._db, events)

    # Care.

    def backup(self, path: Path | str) -> None:
        """Copy the workspace, complete to the last commit, also while others write."""
        backup.back_up(self._db, Path(path))

    def check(self) -> list[str]:
        """Everything that is wrong with the file, one line each; [] when all is well."""
        found = checks.problems(self._db)
        return found if self.readonly else found + checks.index_problems(self._db)
