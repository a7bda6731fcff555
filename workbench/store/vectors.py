"""Vectors of quotes, and which quotes may be the same utterance by speaker and time."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping

from workbench.store.connection import Connection
from workbench.store.speakers import merged_into

_IN_TIME = "(a.published IS NULL OR (a.published >= ?3 AND a.published < ?4))"
_SPOKEN = f"""SELECT n.pk FROM (
  SELECT m.pk, m.article, m.kind FROM mentions m WHERE m.speaker IN (SELECT value FROM json_each(?1)) AND m.pk < ?2
  ORDER BY m.pk DESC LIMIT ?5
) n JOIN articles a ON a.pk = n.article
WHERE n.kind = 'quote' AND {_IN_TIME}"""
_NAMELESS = f"""SELECT n.pk FROM (
  SELECT m.pk, m.article, m.kind, m.speaker FROM mentions m WHERE m.pk < ?2 ORDER BY m.pk DESC LIMIT ?5
) n JOIN articles a ON a.pk = n.article
WHERE n.kind = 'quote' AND (n.speaker IS NULL OR ?1) AND a.lang <> ?6 AND {_IN_TIME}"""


class Vectors:
    """Reads and writes of vectors.

    Args:
        db: the workspace.

    """

    def __init__(self, db: Connection) -> None:
        self._db = db

    def known(self, encoder: str, mentions: Iterable[int]) -> dict[int, bytes]:
        """What that encoder made of quotes, by row number, as far as it is kept."""
        sql = "SELECT mention, encoder, vector FROM vectors WHERE mention IN ({})"
        return {pk: vector for pk, by, vector in self._db.rows_in(sql, mentions) if by == encoder}

    def put(self, encoder: str, vectors: Mapping[int, bytes]) -> None:
        """Keep what an encoder made of quotes, by row number."""
        rows = [(pk, encoder, vector) for pk, vector in sorted(vectors.items())]
        with self._db.write():
            self._db.run_many("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)

    def spoken_before(self, speaker: str, before: int, between: tuple[str, str], most: int) -> array[int]:
        """Row numbers of a speaker's quotes, the newest first.

        Args:
            speaker: id of the speaker; what is merged into it counts too.
            before: row number of the first mention that does not count.
            between: publication from the first date up to, not including, the second; no date counts too.
            most: how many of the speaker's mentions are looked at.

        """
        return self._db.numbers(_SPOKEN, [merged_into(self._db, speaker), before, *between, most])

    def nameless_before(
        self, lang: str, before: int, between: tuple[str, str], most: int, *, whoever: bool
    ) -> array[int]:
        """Row numbers of quotes without a known speaker in articles of other languages, the newest first.

        Args:
            lang: the language that does not count.
            before: row number of the first mention that does not count.
            between: publication from the first date up to, not including, the second; no date counts too.
            most: how many mentions are looked at.
            whoever: whether quotes with a known speaker count too.

        """
        return self._db.numbers(_NAMELESS, [int(whoever), before, *between, most, lang])
