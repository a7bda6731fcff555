"""Full-text search; what people type is quoted, so that it is always words and never query syntax."""

from __future__ import annotations

import re
import secrets
from typing import Any

from workbench.store.connection import Connection
from workbench.store.rows import Hit

RANKED_AT_MOST = 5000
"""Up to this many matches are ranked; ranking reads every match, so a commoner word is listed as it comes."""
_SNIPPET_BEFORE, _SNIPPET_AFTER = 60, 140
# A phrase in double quotes, or a run of anything but spaces and double quotes.
_TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')
_TERMS_AT_MOST = 50


def quoted(query: str) -> str | None:
    """An FTS5 query that finds all the words; None when there is none.

    Each word is a phrase of its own, words in double quotes are one phrase, and a star at the end of a word finds all
    words that begin so.
    """
    terms = []
    for match in _TERM.finditer(query.replace("\x00", " ").encode("utf-8", "replace").decode("utf-8")):
        phrase = match.group(1) if match.group(1) is not None else match.group(2)
        if any(char.isalnum() for char in phrase):
            star = "*" if match.group(1) is None and phrase.endswith("*") else ""
            terms.append('"' + phrase.rstrip("*") + '"' + star)
    return " AND ".join(terms[:_TERMS_AT_MOST]) or None


def hits(db: Connection, query: str, limit: int) -> list[Hit]:
    """The best places, mentions before articles, then speakers and notes."""
    match = quoted(query)
    if match is None:
        return []
    mark = secrets.token_hex(8)
    found: list[Hit] = []
    with db.reading():
        for look in (_mentions, _articles, _speakers, _notes):
            if len(found) < limit:
                found += look(db, match, limit - len(found), f"\x02{mark}", f"\x03{mark}")
    return found


def articles_with(db: Connection, words: str, limit: int) -> list[str]:
    """Ids of the articles whose text or title has all the words, the best first."""
    match = quoted(words)
    if match is None:
        return []
    with db.reading():
        pks = _matches(db, "articles_fts", match, limit)
        ids: dict[int, str] = dict(db.rows_in("SELECT pk, id FROM articles WHERE pk IN ({})", pks))
    return [ids[pk] for pk in pks if pk in ids]


def _matches(db: Connection, table: str, match: str, limit: int) -> list[int]:
    """Row numbers of the best matches, or of the first ones where there are too many to rank."""
    sql = f"SELECT rowid FROM {table} WHERE {table} MATCH ?"
    some = db.column(f"{sql} LIMIT ?", [match, RANKED_AT_MOST + 1])
    if len(some) > RANKED_AT_MOST:
        return some[:limit]
    return db.column(f"{sql} ORDER BY rank, rowid LIMIT ?", [match, limit])


def _marked(db: Connection, table: str, columns: str, match: str, limit: int, on: str, off: str) -> list[Any]:
    """Rows of the best matches with the matched words marked, best first."""
    found = []
    for rowid in _matches(db, table, match, limit):
        row = db.one(
            f"SELECT rowid, {columns} FROM {table} WHERE {table} MATCH ? AND rowid = ?",
            [on, off] * columns.count("?, ?") + [match, rowid],
        )
        if row is not None:
            found.append(row)
    return found


def _mentions(db: Connection, match: str, limit: int, on: str, off: str) -> list[Hit]:
    found = []
    rows = _marked(db, "mentions_fts", "highlight(mentions_fts, 0, ?, ?)", match, limit, on, off)
    for rowid, context in rows:
        about = db.one(
            'SELECT m.id, a.id, a.name, m.context_start, m.start, m."end" FROM mentions m'
            " JOIN articles a ON a.pk = m.article WHERE m.pk = ?",
            [rowid],
        )
        if about is None:
            continue
        snippet, start, end = _cut(context, on, off)
        # A match in the speaker's name alone marks no word of the sentence: show the mention itself.
        span = (about[3] + start, about[3] + end) if end else (about[4], about[5])
        found.append(_hit("mention", about[:3], snippet, *span))
    return found


def _articles(db: Connection, match: str, limit: int, on: str, off: str) -> list[Hit]:
    found = []
    columns = "highlight(articles_fts, 0, ?, ?), highlight(articles_fts, 1, ?, ?)"
    for rowid, title, text in _marked(db, "articles_fts", columns, match, limit, on, off):
        about = db.one("SELECT id, id, name FROM articles WHERE pk = ?", [rowid])
        if about is None:
            continue
        snippet, start, end = _cut(text, on, off)
        if not end and title:
            snippet = _cut(title, on, off)[0]
        found.append(_hit("article", about, snippet, start, end))
    return found


def _speakers(db: Connection, match: str, limit: int, on: str, off: str) -> list[Hit]:
    found = []
    columns = "highlight(speakers_fts, 0, ?, ?)"
    for rowid, name in _marked(db, "speakers_fts", columns, match, limit, on, off):
        about = db.one("SELECT id, NULL, NULL FROM speakers WHERE pk = ?", [rowid])
        if about is not None:
            snippet, start, end = _cut(name, on, off)
            found.append(_hit("speaker", about, snippet, start, end))
    return found


def _notes(db: Connection, match: str, limit: int, on: str, off: str) -> list[Hit]:
    found = []
    columns = "highlight(annotations_fts, 0, ?, ?)"
    for rowid, value in _marked(db, "annotations_fts", columns, match, limit, on, off):
        about = db.one(
            "SELECT n.target, a.id, a.name FROM annotations n LEFT JOIN mentions m ON m.id = n.target"
            " LEFT JOIN articles a ON a.pk = m.article WHERE n.pk = ?",
            [rowid],
        )
        if about is not None:
            snippet, start, end = _cut(value, on, off)
            found.append(_hit("note", about, snippet, start, end))
    return found


def _hit(kind: str, about: tuple[Any, ...], snippet: str, start: int, end: int) -> Hit:
    return Hit(
        kind=kind,
        id=about[0],
        article_id=about[1],
        article_name=about[2],
        snippet=snippet,
        start=start,
        end=end,
    )


def _cut(marked: str, on: str, off: str) -> tuple[str, int, int]:
    """Words around the first match, and where it stands in the text without marks (0, 0 when nothing is marked)."""
    start = marked.find(on)
    if start < 0:
        return marked[: _SNIPPET_BEFORE + _SNIPPET_AFTER], 0, 0
    end = marked.find(off, start) - len(on)
    # Enough of the marked text to hold the window, then without marks.
    window = (
        marked[max(0, start - _SNIPPET_BEFORE) : start]
        + marked[start:].replace(on, "").replace(off, "")[: _SNIPPET_AFTER + end - start]
    )
    return window, start, end
