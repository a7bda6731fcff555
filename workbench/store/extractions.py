"""Whole extractions in: articles, mentions, their words for search and their block keys, many rows a statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from workbench.errors import UsageError
from workbench.model import Speaker
from workbench.store import states
from workbench.store.codec import (
    ARTICLE_COLUMNS,
    MENTION_COLUMNS,
    article_values,
    dumps,
    insert_sql,
    loads,
    mention_values,
)
from workbench.store.connection import Connection
from workbench.store.rows import StoredExtraction

_INSERT_ARTICLE = insert_sql("articles", ("pk", *ARTICLE_COLUMNS))
_INSERT_MENTION = insert_sql("mentions", ("pk", *MENTION_COLUMNS))
_INSERT_KEY = "INSERT OR IGNORE INTO block_keys (key, mention) VALUES (?, ?)"
_CONTEXT, _NAME = MENTION_COLUMNS.index("context"), MENTION_COLUMNS.index("speaker_name")


def add(db: Connection, batch: Sequence[StoredExtraction], now: str) -> int:
    """Store whole articles with their mentions; known ones are skipped. The caller holds the write transaction."""
    by_hash = {stored.extraction.article.sha256: stored for stored in reversed(batch)}
    known = set(db.rows_in("SELECT sha256 FROM articles WHERE sha256 IN ({})", by_hash))
    fresh = [stored for sha, stored in reversed(by_hash.items()) if (sha,) not in known]
    put_speakers(db, [speaker for stored in fresh for speaker in stored.speakers])
    first = (db.rows("SELECT max(pk) FROM articles")[0][0] or 0) + 1
    placed = list(enumerate(fresh, first))
    db.run_many(_INSERT_ARTICLE, (_article_row(pk, stored, now) for pk, stored in placed))
    db.run_many(
        "INSERT INTO articles_fts (rowid, title, text) VALUES (?, ?, ?)",
        ((pk, stored.extraction.article.title, stored.extraction.article.text) for pk, stored in placed),
    )
    add_mentions(db, placed)
    return len(fresh)


def _article_row(pk: int, stored: StoredExtraction, now: str) -> tuple[Any, ...]:
    found = stored.extraction
    at = stored.imported_at or now
    return (pk, *article_values(found.article, len(found.quotes), len(found.figures), at))


def add_mentions(db: Connection, placed: Sequence[tuple[int, StoredExtraction]]) -> None:
    """Store the mentions of articles, given with the articles' row numbers."""
    wanted = {speaker for _, stored in placed for speaker in stored.speaker_ids.values()}
    speakers = speaker_pks(db, wanted)
    # The last number given out, whether or not its row still exists: AUTOINCREMENT goes on from there.
    last = db.one("SELECT seq FROM sqlite_sequence WHERE name = 'mentions'")
    pk = last[0] if last else 0
    rows: list[tuple[Any, ...]] = []
    keys: list[tuple[str, int]] = []
    for article_pk, stored in placed:
        text = stored.extraction.article.text
        for mention in stored.extraction.mentions:
            pk += 1
            speaker = speakers.get(stored.speaker_ids.get(mention.id, ""))
            rows.append((pk, *mention_values(mention, article_pk, text, speaker)))
            keys.extend((key, pk) for key in stored.block_keys.get(mention.id, ()))
    db.run_many(_INSERT_MENTION, rows)
    db.run_many(
        "INSERT INTO mentions_fts (rowid, context, speaker_name) VALUES (?, ?, ?)",
        ((row[0], row[1 + _CONTEXT], row[1 + _NAME]) for row in rows),
    )
    # In the order of the tree: an order of magnitude fewer pages are touched.
    keys.sort()
    db.run_many(_INSERT_KEY, keys)
    settle_assigned(db, (row[1] for row in rows))


def settle_assigned(db: Connection, mentions: Iterable[str]) -> None:
    """Give mentions the speakers that an analyst assigned to them before they were stored (again)."""
    for (mention,) in list(db.rows_in("SELECT mention FROM assignments WHERE mention IN ({})", mentions)):
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
    for speaker in _merged(speakers):
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


def _merged(speakers: Sequence[Speaker]) -> list[Speaker]:
    """One speaker an id: what was said last, with every spelling."""
    found: dict[str, Speaker] = {}
    for speaker in speakers:
        earlier = found.get(speaker.id)
        if earlier is None or earlier == speaker:
            found[speaker.id] = speaker
            continue
        spellings = tuple(dict.fromkeys((*speaker.spellings, *earlier.spellings)))
        found[speaker.id] = replace(speaker, spellings=spellings, role=speaker.role or earlier.role)
    return list(found.values())
