"""Speakers as they stand after the analyst's merges."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from workbench.model import Speaker
from workbench.store.codec import dumps, loads, speaker_of
from workbench.store.connection import Connection
from workbench.store.rows import SpeakerRow

_BELOW = """WITH RECURSIVE below(id) AS (
  SELECT ?1 UNION SELECT m.speaker FROM speaker_merges m JOIN below ON m.kept = below.id
) SELECT s.pk FROM speakers s JOIN below ON s.id = below.id ORDER BY s.pk"""


def merged_into(db: Connection, speaker: str) -> str:
    """Row numbers of a speaker and of all merged into it, as a JSON list."""
    return dumps(db.column(_BELOW, [speaker]))


class Roots:
    """Which speaker stands for another after all merges; read once for many rows.

    Args:
        db: the workspace.
    """

    def __init__(self, db: Connection) -> None:
        self._kept: dict[str, str] = dict(db.rows("SELECT speaker, kept FROM speaker_merges"))
        roots = {self.id_of(kept) for kept in self._kept.values()}
        self._names: dict[str, str] = dict(
            db.rows_in("SELECT id, name FROM speakers WHERE id IN ({})", sorted(roots))
        )

    def id_of(self, speaker: str) -> str:
        """Id of the speaker at the end of the merges."""
        seen = {speaker}
        while (further := self._kept.get(speaker)) is not None and further not in seen:
            seen.add(further)
            speaker = further
        return speaker

    def of(self, speaker: str, name: str) -> tuple[str, str]:
        """Id and name of the speaker at the end of the merges."""
        root = self.id_of(speaker)
        return root, self._names.get(root, name) if root != speaker else name


def stored(db: Connection) -> list[Speaker]:
    """Every speaker as stored, merges not applied, in order of coming."""
    return [
        speaker_of(row) for row in db.rows("SELECT id, name, kind, role, spellings FROM speakers ORDER BY pk")
    ]


def speaker_rows(db: Connection) -> list[SpeakerRow]:
    """Every speaker that was not merged into another, most mentions first, then by name."""
    with db.reading():
        roots = Roots(db)
        rows = db.rows(
            "SELECT s.pk, s.id, s.name, s.kind, s.role, s.spellings, coalesce(n.n, 0) FROM speakers s LEFT JOIN"
            " (SELECT speaker, count(*) AS n FROM mentions WHERE speaker IS NOT NULL GROUP BY speaker) n"
            " ON n.speaker = s.pk ORDER BY s.pk"
        )
    members = defaultdict(list)
    for row in rows:
        members[roots.id_of(row[1])].append(row)
    found = []
    for root, group in members.items():
        own = next((row for row in group if row[1] == root), group[0])
        spellings = [
            s for row in [own, *group] for s in (*loads(row[5]), *([row[2]] if row is not own else []))
        ]
        speaker = replace(speaker_of(own[1:6]), spellings=tuple(dict.fromkeys(spellings)))
        merged = tuple(row[1] for row in group if row is not own)
        found.append(
            SpeakerRow(rowid=own[0], speaker=speaker, mentions=sum(r[6] for r in group), merged=merged)
        )
    return sorted(found, key=lambda row: (-row.mentions, row.speaker.name.casefold(), row.speaker.id))
