"""The workspace: one SQLite file, one connection, every read and write there is."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from workbench.errors import WorkspaceError
from workbench.model import Annotation, Article, Event, Relation, Span, Speaker
from workbench.model.learning import Learnt
from workbench.store import (
    adopting,
    articles,
    backup,
    checks,
    extractions,
    issues,
    learning,
    log,
    mentions,
    opening,
    origins,
    relations,
    replacing,
    search,
    speakers,
    tallies,
)  # fmt: skip
from workbench.store.connection import Connection
from workbench.store.rows import (
    ArticleRow,
    Hit,
    IssueRow,
    MentionRow,
    NewEvent,
    Orphan,
    RelationFilter,
    RelationRow,
    SavedSet,
    SpeakerRow,
    StoredExtraction,
    TracedArticle,
)  # fmt: skip
from workbench.store.vectors import Vectors


class Workspace:
    """An open workspace; a context manager. It belongs to the thread that opened it.

    Args:
        db: the connection; use ``open`` or ``create_or_open``.
    """

    def __init__(self, db: Connection) -> None:
        self._db = db
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

    # Reads.

    def counts(self) -> dict[str, int]:
        """How many there are of everything that a status line shows."""
        return tallies.counts(self._db)

    def article(self, id_or_name: str) -> Article:
        """One article with its text; NotFoundError when there is none."""
        return articles.article(self._db, id_or_name)

    def article_text(self, article: str) -> tuple[str, Span | None]:
        """The text alone of the article with that id, and its body; NotFoundError when there is none."""
        return articles.text(self._db, article)

    def articles(self) -> list[ArticleRow]:
        """Every article without its text, in order of import."""
        return articles.article_rows(self._db)

    def has_article(self, sha256: str) -> bool:
        """Whether an article of these source bytes is there."""
        return self._db.one("SELECT 1 FROM articles WHERE sha256 = ?", [sha256]) is not None

    def uncompared(self) -> list[str]:
        """Ids of the articles that were not compared yet."""
        return articles.uncompared(self._db)

    def sharing(self, article: str, keys: Collection[int]) -> list[tuple[str, int]]:
        """Ids of earlier articles that have rows of words in common with one, and how many; the first ones first."""
        return origins.sharing(self._db, article, keys)

    def mentions(self, ids: Sequence[str]) -> list[MentionRow]:
        """Mentions in the order asked for; unknown ids are left out."""
        return mentions.by_id(self._db, ids)

    def mention_ids(
        self,
        *,
        article: str | None = None,
        kind: str | None = None,
        speaker: str | None = None,
        query: str | None = None,
    ) -> array[int]:
        """Row numbers of mentions in reading order."""
        return mentions.rowids(self._db, article, kind, speaker, query)

    def mentions_by_rowid(self, rowids: Sequence[int]) -> list[MentionRow]:
        """Mentions in the order asked for; unknown numbers are left out."""
        return mentions.by_rowid(self._db, rowids)

    def relation_rowids(self, wanted: RelationFilter | None = None) -> array[int]:
        """Row numbers of relations, most worth a look first."""
        return relations.rowids(self._db, wanted or RelationFilter())

    def relations_by_rowid(self, rowids: Sequence[int]) -> list[RelationRow]:
        """Relations in the order asked for; unknown numbers are left out."""
        return relations.by_rowid(self._db, rowids)

    def relation(self, relation: str) -> RelationRow:
        """One relation; NotFoundError when there is none."""
        return relations.by_id(self._db, relation)

    def relations_of(self, mention: str) -> list[RelationRow]:
        """Every relation of a mention."""
        return relations.of_mention(self._db, mention)

    def learnt(self) -> Learnt:
        """What the decisions teach the ranking."""
        return learning.learnt(self._db)

    def issue_rowids(self, wanted: RelationFilter | None = None) -> array[int]:
        """Row numbers of issues that have such relations, most worth a look first."""
        return issues.rowids(self._db, wanted or RelationFilter())

    def issues_by_rowid(self, rowids: Sequence[int]) -> list[IssueRow]:
        """Issues in the order asked for; unknown numbers are left out."""
        return issues.by_rowid(self._db, rowids)

    def issue(self, issue: str) -> IssueRow:
        """The issue of that id, or in which the relation of that id is told of; NotFoundError when there is none."""
        return issues.by_id(self._db, issue)

    def candidates(self, keys: Collection[str], exclude: str) -> Iterator[MentionRow]:
        """Mentions that share a block key, without the mention or article ``exclude``."""
        return mentions.candidates(self._db, keys, exclude)

    def posted(self, keys: Collection[str], most: int, *, newest: bool, upto: int) -> dict[str, list[int]]:
        """Row numbers of the mentions behind each block key, up to a row number, at most so many."""
        return mentions.posted(self._db, keys, most, newest, upto)

    def last_compared(self) -> int:
        """The highest row number of a mention whose article was compared."""
        return mentions.last_compared(self._db)

    def speakers(self) -> list[SpeakerRow]:
        """Speakers with the analyst's merges applied, most mentions first."""
        return speakers.speaker_rows(self._db)

    def stored_speakers(self) -> list[Speaker]:
        """Speakers as they were stored, merges not applied."""
        return speakers.stored(self._db)

    def search(self, query: str, limit: int = 100) -> list[Hit]:
        """Where words stand: mentions, articles, speakers, notes."""
        return search.hits(self._db, query, limit)

    def articles_with(self, words: str, limit: int = 20) -> list[str]:
        """Ids of the articles that have all the words in text or title, best first."""
        return search.articles_with(self._db, words, limit)

    def annotations(self, target: str | None = None) -> list[Annotation]:
        """Notes, tags, flags, verdicts and pins on one thing, or all."""
        return log.standing(self._db, target)

    def log(self, limit: int | None = 200, target: str | None = None) -> list[Event]:
        """The last events, newest first."""
        return log.events(self._db, limit, target)

    def event(self, key: int | str) -> Event:
        """The event of that position or id; NotFoundError when there is none."""
        return log.event(self._db, key)

    def batch(self, batch: str) -> list[Event]:
        """The events of one bulk action, in order."""
        return log.of_batch(self._db, batch)

    def slot_of(self, note: str) -> str:
        """Under which key the note stands that an event made or changed."""
        return log.slot_of(self._db, note)

    def orphans(self) -> list[Orphan]:
        """Decisions and annotations whose target is not there any more."""
        return checks.orphans(self._db)

    def sets(self) -> list[SavedSet]:
        """Named claim sets by name."""
        return tallies.saved_sets(self._db)
