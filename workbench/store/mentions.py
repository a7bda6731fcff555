"""Reads of mentions: ordered row numbers for a list, rows for the part of it that is on the screen."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

from workbench.store import search
from workbench.store.codec import dumps, loads, mention_of
from workbench.store.connection import CHUNK, Connection
from workbench.store.rows import MentionRow
from workbench.store.speakers import Roots, merged_into

_COLUMNS = (
    "pk", "id", "kind", "form", "start", "end", "text", "speaker_name", "confidence", "in_quote", "sentence_start",
    "sentence_end", "context_start", "context", "detail",
)  # fmt: skip
_SELECT = (
    "SELECT "
    + ", ".join(f'm."{name}"' for name in _COLUMNS)
    + ", a.id, a.name, a.published, a.outlet, a.lang,"
    " a.title, s.id, s.name, o.credits, e.id FROM mentions m JOIN articles a ON a.pk = m.article"
    " LEFT JOIN speakers s ON s.pk = m.speaker LEFT JOIN origins o ON o.article = m.article"
    ' LEFT JOIN copies c ON c.article = m.article AND c.start <= m.start AND c."end" >= m."end"'
    " LEFT JOIN articles e ON e.pk = c.origin"
)


def by_rowid(db: Connection, rowids: Sequence[int]) -> list[MentionRow]:
    """Rows in the order asked for; row numbers that do not exist are left out."""
    with db.reading():
        return _ordered(db, "m.pk", rowids, lambda row: row.rowid)


def by_id(db: Connection, ids: Sequence[str]) -> list[MentionRow]:
    """Rows in the order asked for; ids that do not exist are left out."""
    with db.reading():
        return _ordered(db, "m.id", ids, lambda row: row.mention.id)


def _ordered(
    db: Connection, column: str, wanted: Sequence[Any], key: Callable[[MentionRow], Any]
) -> list[MentionRow]:
    roots = Roots(db)
    found = {
        key(row): row
        for row in (
            _row(r, roots) for r in db.rows_in(f"{_SELECT} WHERE {column} IN ({{}})", dict.fromkeys(wanted))
        )
    }
    return [found[one] for one in wanted if one in found]


def _row(r: tuple[Any, ...], roots: Roots) -> MentionRow:
    columns = dict(zip(_COLUMNS, r, strict=False))
    article_id, article_name, published, outlet, lang, title, speaker, name, credits, origin = r[
        len(_COLUMNS) :
    ]
    if speaker is not None:
        speaker, name = roots.of(speaker, name)
    return MentionRow(
        rowid=columns["pk"],
        mention=mention_of(columns, article_id),
        article_id=article_id,
        article_name=article_name,
        published=published,
        outlet=outlet,
        lang=lang,
        title=title,
        speaker_id=speaker,
        speaker_name=name or columns["speaker_name"],
        context=columns["context"],
        context_start=columns["context_start"],
        origin=origin,
        credits=frozenset(loads(credits)) if credits else frozenset(),
    )


def rowids(
    db: Connection, article: str | None, kind: str | None, speaker: str | None, query: str | None
) -> array[int]:
    """Row numbers in reading order: articles as imported, mentions as they stand in the text."""
    where: list[str] = []
    values: list[Any] = []
    if article is not None:
        # Names have no index: they are looked through only for what is no id.
        by_id = db.column("SELECT pk FROM articles WHERE id = ?", [article])
        pks = by_id or db.column("SELECT pk FROM articles WHERE name = ?", [article])
        where.append("article IN (SELECT value FROM json_each(?))")
        values.append(dumps(pks))
    if kind is not None:
        where.append("kind = ?")
        values.append(kind)
    if speaker is not None:
        where.append("speaker IN (SELECT value FROM json_each(?))")
        values.append(merged_into(db, speaker))
    if query is not None:
        match = search.quoted(query)
        if match is None:
            return array("q")
        where.append("pk IN (SELECT rowid FROM mentions_fts WHERE mentions_fts MATCH ?)")
        values.append(match)
    sql = "SELECT pk FROM mentions" + (" WHERE " + " AND ".join(where) if where else "")
    return db.numbers(f"{sql} ORDER BY pk", values)


def candidates(db: Connection, keys: Collection[str], exclude: str) -> Iterator[MentionRow]:
    """Mentions that share a block key, without the one (or without the article) of the id ``exclude``.

    Row numbers are gathered first and rows fetched piece by piece, so that no cursor stays open between two rows and a
    hot key costs memory for its numbers only.
    """
    found: set[int] = set()
    for (pk,) in db.rows_in("SELECT mention FROM block_keys WHERE key IN ({})", sorted(set(keys))):
        found.add(pk)
    ordered = sorted(found)
    for start in range(0, len(ordered), CHUNK):
        for row in by_rowid(db, ordered[start : start + CHUNK]):
            if exclude not in (row.mention.id, row.article_id):
                yield row


def posted(db: Connection, keys: Collection[str], most: int, newest: bool, upto: int) -> dict[str, list[int]]:
    """Row numbers of the mentions behind each block key, at most so many, the newest or the oldest first.

    Args:
        db: the workspace.
        keys: the block keys.
        most: how many are read behind each; what a key has beyond costs nothing.
        newest: whether the newest come first.
        upto: the last row number that is looked at.

    """
    order = "DESC" if newest else "ASC"
    behind = f"SELECT mention FROM block_keys WHERE key = k.value AND mention <= ? ORDER BY mention {order} LIMIT ?"
    sql = f"SELECT k.value, (SELECT json_group_array(mention) FROM ({behind})) FROM json_each(?) k"
    return {key: loads(found) for key, found in db.rows(sql, [upto, most, dumps(sorted(keys))])}


def last_compared(db: Connection) -> int:
    """The highest row number of a mention whose article was compared; 0 for none."""
    sql = "SELECT m.pk FROM mentions m JOIN compared c ON c.article = m.article ORDER BY m.pk DESC LIMIT 1"
    row = db.one(sql)
    return row[0] if row else 0
