"""Articles and what was found in them: whole extractions in, articles out."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.errors import NotFoundError, UsageError
from workbench.model import Article, Extraction, Speaker
from workbench.store import states
from workbench.store.codec import (
    ARTICLE_COLUMNS,
    MENTION_COLUMNS,
    article_of,
    article_values,
    dumps,
    insert_sql,
    loads,
    mention_values,
)
from workbench.store.connection import Connection
from workbench.store.rows import ArticleRow, StoredExtraction

_INSERT_ARTICLE = insert_sql("articles", ARTICLE_COLUMNS)
_INSERT_MENTION = insert_sql("mentions", MENTION_COLUMNS)
_INSERT_KEY = "INSERT OR IGNORE INTO block_keys (key, mention) VALUES (?, ?)"


def add(db: Connection, batch: Sequence[StoredExtraction], now: str) -> int:
    """Store whole articles with their mentions; known ones are skipped. The caller holds the write transaction."""
    added = 0
    for stored in batch:
        article = stored.extraction.article
        if db.one("SELECT 1 FROM articles WHERE sha256 = ?", [article.sha256]) is not None:
            continue
        put_speakers(db, stored.speakers)
        pk = _add_article(db, stored.extraction, stored.imported_at or now)
        add_mentions(db, stored, pk)
        added += 1
    return added


def _add_article(db: Connection, extraction: Extraction, at: str) -> int:
    values = article_values(extraction.article, len(extraction.quotes), len(extraction.figures), at)
    db.run(_INSERT_ARTICLE, values)
    pk = int(db.rows("SELECT last_insert_rowid()")[0][0])
    db.run(
        "INSERT INTO articles_fts (rowid, title, text) VALUES (?, ?, ?)",
        [pk, extraction.article.title, extraction.article.text],
    )
    return pk


def add_mentions(db: Connection, stored: StoredExtraction, article_pk: int) -> None:
    """Store the mentions of one article that are not there yet, their words for search and their block keys."""
    extraction = stored.extraction
    known = set(db.column("SELECT id FROM mentions WHERE article = ?", [article_pk]))
    mentions = [mention for mention in extraction.mentions if mention.id not in known]
    if not mentions:
        return
    speakers = speaker_pks(db, {stored.speaker_ids[m.id] for m in mentions if m.id in stored.speaker_ids})
    text = extraction.article.text
    # The last number given out, whether or not its row still exists: AUTOINCREMENT goes on from there.
    last = db.one("SELECT seq FROM sqlite_sequence WHERE name = 'mentions'")
    first = (last[0] if last else 0) + 1
    rows = [
        mention_values(mention, article_pk, text, speakers.get(stored.speaker_ids.get(mention.id, "")))
        for mention in mentions
    ]
    db.run_many(_INSERT_MENTION, rows)
    context, name = MENTION_COLUMNS.index("context"), MENTION_COLUMNS.index("speaker_name")
    db.run_many(
        "INSERT INTO mentions_fts (rowid, context, speaker_name) VALUES (?, ?, ?)",
        [(pk, row[context], row[name]) for pk, row in enumerate(rows, first)],
    )
    keys = sorted(
        (key, pk) for pk, m in enumerate(mentions, first) for key in stored.block_keys.get(m.id, ())
    )
    db.run_many(_INSERT_KEY, keys)
    for (mention,) in db.rows_in(
        "SELECT mention FROM assignments WHERE mention IN ({})", [m.id for m in mentions]
    ):
        states.settle_speaker(db, mention)


def speaker_pks(db: Connection, ids: set[str]) -> dict[str, int]:
    """Row numbers of speakers.

    Raises:
        UsageError: one of them is not in the workspace.
    """
    found: dict[str, int] = dict(db.rows_in("SELECT id, pk FROM speakers WHERE id IN ({})", sorted(ids)))
    missing = sorted(ids - found.keys())
    if missing:
        raise UsageError(f"no speaker {missing[0]}", "give the speakers along with the extraction")
    return found


def put_speakers(db: Connection, speakers: Sequence[Speaker]) -> None:
    """Add speakers; a known one takes the new name, kind and role and keeps every spelling ever seen."""
    for speaker in speakers:
        row = db.one("SELECT pk, name, spellings, kind, role FROM speakers WHERE id = ?", [speaker.id])
        known = loads(row[2]) if row else []
        spellings = dumps(list(dict.fromkeys((*speaker.spellings, *known))))
        if row is None:
            db.run(
                "INSERT INTO speakers (id, name, kind, role, spellings) VALUES (?, ?, ?, ?, ?)",
                [speaker.id, speaker.name, speaker.kind, speaker.role, spellings],
            )
            pk = db.rows("SELECT last_insert_rowid()")[0][0]
        else:
            pk = row[0]
            if (speaker.name, spellings, speaker.kind, speaker.role) == row[1:]:
                continue
            db.run(
                "INSERT INTO speakers_fts (speakers_fts, rowid, name, spellings) VALUES ('delete', ?, ?, ?)",
                [pk, row[1], row[2]],
            )
            db.run(
                "UPDATE speakers SET name = ?, kind = ?, role = coalesce(?, role), spellings = ? WHERE pk = ?",
                [speaker.name, speaker.kind, speaker.role, spellings, pk],
            )
        db.run(
            "INSERT INTO speakers_fts (rowid, name, spellings) VALUES (?, ?, ?)",
            [pk, speaker.name, spellings],
        )


def article(db: Connection, id_or_name: str) -> Article:
    """One article with its text.

    Raises:
        NotFoundError: no article has that id or name.
        UsageError: several have that name.
    """
    columns = ", ".join(ARTICLE_COLUMNS)
    row = db.one(f"SELECT {columns} FROM articles WHERE id = ?", [id_or_name])
    if row is None:
        ids = db.column("SELECT id FROM articles WHERE name = ? ORDER BY pk", [id_or_name])
        if not ids:
            raise NotFoundError(f"no article {id_or_name!r}", "`workbench list articles` shows them")
        if len(ids) > 1:
            raise UsageError(
                f"{len(ids)} articles are named {id_or_name!r}", f"use an id: {', '.join(ids[:5])}"
            )
        row = db.one(f"SELECT {columns} FROM articles WHERE id = ?", ids)
        assert row is not None
    return article_of(row)


_ROW = """SELECT a.pk, a.id, a.name, a.title, a.outlet, a.published, a.lang, a.chars, a.quotes, a.figures,
  c.article IS NOT NULL, a.imported_at FROM articles a LEFT JOIN compared c ON c.article = a.pk ORDER BY a.pk"""


def article_rows(db: Connection) -> list[ArticleRow]:
    """Every article without its text, in order of import."""
    return [
        ArticleRow(
            rowid=r[0], id=r[1], name=r[2], title=r[3], outlet=r[4], published=r[5], lang=r[6], chars=r[7], quotes=r[8],
            figures=r[9], compared=bool(r[10]), imported_at=r[11],
        )
        for r in db.rows(_ROW)
    ]  # fmt: skip


def uncompared(db: Connection) -> list[str]:
    """Ids of the articles that were not compared yet, in order of import."""
    return db.column(
        "SELECT id FROM articles WHERE pk NOT IN (SELECT article FROM compared) ORDER BY pk",
    )
