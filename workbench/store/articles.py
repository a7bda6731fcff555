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
    pks = rowids_of(db, id_or_name)
    if len(pks) > 1:
        ids = db.column(
            f"SELECT id FROM articles WHERE pk IN ({', '.join('?' * len(pks[:5]))}) ORDER BY pk", pks[:5]
        )
        raise UsageError(f"{len(pks)} articles are named {id_or_name!r}", f"use an id: {', '.join(ids)}")
    row = db.one(f"SELECT {columns} FROM articles WHERE pk = ?", pks)
    assert row is not None
    return article_of(row)


_LONGEST = "\U0010ffff"


def rowids_of(db: Connection, id_or_name: str) -> list[int]:
    """Row numbers of the article of an id, of those of a name, or of the only one whose name begins so.

    Raises:
        NotFoundError: there is none.
        UsageError: several names begin so.
    """
    pks: list[int] = db.column("SELECT pk FROM articles WHERE id = ?", [id_or_name])
    if not pks:
        # Names have no index: they are looked through only for what is no id.
        pks = db.column("SELECT pk FROM articles WHERE name = ? ORDER BY pk", [id_or_name])
    if not pks and id_or_name:
        begun = db.rows(
            "SELECT pk, name FROM articles WHERE name >= ?1 AND name < ?2 ORDER BY name LIMIT 6",
            [id_or_name, id_or_name + _LONGEST],
        )
        if len(begun) > 1:
            names = ", ".join(name for _, name in begun[:5])
            raise UsageError(f"several articles begin with {id_or_name!r}", f"give more of the name: {names}")
        pks = [pk for pk, _ in begun]
    if not pks:
        raise NotFoundError(f"no article {id_or_name!r}", "`workbench list articles` shows them")
    return pks


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
