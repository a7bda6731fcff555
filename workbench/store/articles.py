"""Reads of articles."""

from __future__ import annotations

from workbench.errors import NotFoundError, UsageError
from workbench.model import Article, Span
from workbench.store.codec import (
    ARTICLE_COLUMNS,
    article_of,
    loads,
)
from workbench.store.connection import Connection
from workbench.store.rows import ArticleRow


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


def text(db: Connection, article_id: str) -> tuple[str, Span | None]:
    """The text alone of one article, and its body where that is not the whole text.

    Raises:
        NotFoundError: no article has that id.
    """
    row = db.one("SELECT text, body_start, body_end FROM articles WHERE id = ?", [article_id])
    if row is None:
        raise NotFoundError(f"no article {article_id!r}", "`workbench list articles` shows them")
    return str(row[0]), None if row[1] is None else Span(row[1], row[2])


_ROW = """SELECT a.pk, a.id, a.name, a.title, a.outlet, a.published, a.lang, a.chars, a.quotes, a.figures,
  c.article IS NOT NULL, a.imported_at, e.name, coalesce(o.shared, 0.0), coalesce(o.credits, '[]')
FROM articles a LEFT JOIN compared c ON c.article = a.pk LEFT JOIN origins o ON o.article = a.pk
  LEFT JOIN articles e ON e.pk = o.origin ORDER BY a.pk"""


def article_rows(db: Connection) -> list[ArticleRow]:
    """Every article without its text, in order of import."""
    return [
        ArticleRow(
            rowid=r[0], id=r[1], name=r[2], title=r[3], outlet=r[4], published=r[5], lang=r[6], chars=r[7], quotes=r[8],
            figures=r[9], compared=bool(r[10]), imported_at=r[11], origin=r[12], shared=r[13], credits=tuple(loads(r[14])),
        )
        for r in db.rows(_ROW)
    ]  # fmt: skip


def uncompared(db: Connection) -> list[str]:
    """Ids of the articles that were not compared yet, in order of import."""
    waiting = db.rows("SELECT (SELECT count(*) FROM articles) - (SELECT count(*) FROM compared)")[0][0]
    # They are most often the last: from the end, as many as there are, so that no article before them is read.
    found = db.column(
        "SELECT id FROM articles WHERE pk NOT IN (SELECT article FROM compared) ORDER BY pk DESC LIMIT ?",
        [waiting],
    )
    return found[::-1]
