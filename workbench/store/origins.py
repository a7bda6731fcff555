"""Where articles come from: rows of words by which copies are found, passages that were copied, credits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from workbench.store.codec import dumps, loads
from workbench.store.connection import Connection
from workbench.store.rows import TracedArticle

MOST_SHARING = 12
"""Articles that have one row of words, at most: what more of them share is a formula, or copied from the first."""


def put(db: Connection, found: Sequence[TracedArticle]) -> None:
    """Store where articles come from; the caller holds the write transaction."""
    wanted = {one.article for one in found} | {passage[2] for one in found for passage in one.passages}
    pks: dict[str, int] = dict(db.rows_in("SELECT id, pk FROM articles WHERE id IN ({})", sorted(wanted)))
    for one in found:
        pk = pks[one.article]
        for table in ("origins", "copies"):
            db.run(f"DELETE FROM {table} WHERE article = ?", [pk])
        db.run_many(
            "INSERT OR IGNORE INTO shingles (key, article) VALUES (?, ?)",
            [(key, pk) for key in sorted(one.keys)],
        )
        origin = pks.get(one.origin or "")
        db.run("INSERT INTO origins VALUES (?, ?, ?, ?)", [pk, origin, one.shared, dumps(list(one.credits))])
        db.run_many(
            "INSERT INTO copies VALUES (?, ?, ?, ?)",
            [(pk, start, end, pks[other]) for start, end, other in one.passages],
        )


_FIRST = "SELECT article FROM shingles WHERE key = k.value AND article < ?1 ORDER BY article LIMIT ?2"
_SHARING = f"SELECT (SELECT json_group_array(article) FROM ({_FIRST})) FROM json_each(?3) k"


def sharing(db: Connection, article: str, keys: Collection[int]) -> list[tuple[str, int]]:
    """Ids of earlier articles that have rows of words in common with one, and how many.

    Each row is asked for the articles that had it first, at most so many, so that one more article costs the same
    however many there are.
    """
    row = db.one("SELECT pk FROM articles WHERE id = ?", [article])
    if row is None:
        return []
    values = [row[0], MOST_SHARING, dumps(sorted(keys))]
    counts = Counter(article for (found,) in db.rows(_SHARING, values) for article in loads(found))
    ids: dict[int, str] = dict(db.rows_in("SELECT pk, id FROM articles WHERE pk IN ({})", sorted(counts)))
    return [(ids[pk], counts[pk]) for pk in sorted(counts)]
