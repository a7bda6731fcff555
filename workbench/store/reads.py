"""What can be read of an open workspace."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator, Sequence

from workbench.model import Annotation, Article, Event, Span, Speaker
from workbench.model.learning import Learnt
from workbench.store import (
    articles,
    checks,
    gathering,
    issues,
    learning,
    log,
    mentions,
    origins,
    relations,
    search,
    speakers,
    tallies,
)
from workbench.store.connection import Connection
from workbench.store.rows import (
    ArticleRow,
    Hit,
    IssueRow,
    MentionRow,
    Orphan,
    RelationFilter,
    RelationRow,
    SavedSet,
    SpeakerRow,
    StarRow,
)


class Reads:
    """Every read there is; nothing here writes a byte.

    Args:
        db: the connection.
    """

    def __init__(self, db: Connection) -> None:
        self._db = db

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

    def stars(self, rowids: Sequence[int]) -> dict[int, StarRow]:
        """Whom mentions stand with, by row number; without those that have no relations."""
        return gathering.stars(self._db, rowids)

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
