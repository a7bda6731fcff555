"""Reads of issues: their order, and each as it stands."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from workbench.errors import NotFoundError
from workbench.model import GROUPS, RelationKind
from workbench.model.issue import look_of
from workbench.store import learning, states
from workbench.store.connection import Connection
from workbench.store.relations import conditions, led_by, placed
from workbench.store.rows import IssueRow, RelationFilter
from workbench.store.tallies import OPEN_STATES

MOST = 200
"""Relations of an issue that are named; a statement that thousands of articles have is not listed in full."""
_TALLY = """SELECT issue, state, present_kind, count(*), min(rank), 0 FROM relations {}
GROUP BY issue, state, present_kind"""
_OPEN = f"state IN ({', '.join(repr(state) for state in OPEN_STATES)})"
_CONFLICT = (
    f"present_kind IN ({', '.join(repr(str(kind)) for kind, group in GROUPS.items() if group == 'conflict')})"
)
_ORDER = f"""SELECT issue, min(rank), sum({_OPEN}), sum({_OPEN} AND {_CONFLICT}), sum(state = 'skipped')
FROM relations {{}} GROUP BY issue"""
_TALLY_BY_GROUNDS = """SELECT issue, state, present_kind, count(*), min(rank), grounds FROM relations {}
GROUP BY issue, state, present_kind, grounds"""


class _Tally:
    """What an issue's relations add up to."""

    def __init__(self) -> None:
        self.conflicts = self.open_conflicts = self.open = self.skipped = self.decided = 0
        self.rank = float("inf")
        self.kinds: set[RelationKind] = set()

    def add(self, state: str, kind: RelationKind, count: int, rank: float) -> None:
        """Count relations of one state and kind."""
        conflict = states.is_conflict(kind) * count
        self.conflicts += conflict
        self.kinds.add(kind)
        self.rank = min(self.rank, rank)
        if state in OPEN_STATES:
            self.open += count
            self.open_conflicts += conflict
        elif state == "skipped":
            self.skipped += count
        else:
            self.decided += count

    @property
    def look(self) -> float:
        """How much it deserves a look: by what is open, else by what is not."""
        return look_of(min(1.0, states.score_at(self.rank)), self.open_conflicts)

    @property
    def tier(self) -> int:
        """Open ones first, then those put off, then the decided."""
        return 0 if self.open else 1 if self.skipped else 2


def rowids(db: Connection, wanted: RelationFilter) -> array[int]:
    """Representatives of the issues that have such relations, most worth a look first."""
    with db.reading():
        where, values = conditions(db, wanted)
        shifts = learning.shifts(db)
        if not shifts:
            return _in_order(db.rows(_ORDER.format(where), values))
        tallies = _tallies(db.rows(_TALLY_BY_GROUNDS.format(where), values), shifts)
    return array("q", sorted(tallies, key=lambda pk: (tallies[pk].tier, -tallies[pk].look, pk)))


def _in_order(rows: Sequence[tuple[int, float, int, int, int]]) -> array[int]:
    """The same from sums that the database made: as long as nothing was learnt, ranks need no correction."""
    looks = [
        (0 if open_ else 1 if skipped else 2, -look_of(min(1.0, states.score_at(rank)), conflicts), issue)
        for issue, rank, open_, conflicts, skipped in rows
    ]
    return array("q", [issue for *_, issue in sorted(looks)])


def _query(shifts: Mapping[int, float]) -> str:
    """The tallies; apart by grounds only where those make a difference."""
    return _TALLY_BY_GROUNDS if shifts else _TALLY


def _tallies(rows: Iterable[tuple[Any, ...]], shifts: Mapping[int, float]) -> dict[int, _Tally]:
    found: defaultdict[int, _Tally] = defaultdict(_Tally)
    for issue, state, kind, count, rank, grounds in rows:
        found[issue].add(state, kind, count, placed(rank, shifts.get(grounds, 0.0)))
    return found


def by_rowid(db: Connection, wanted: Sequence[int]) -> list[IssueRow]:
    """Issues in the order asked for, with all their relations, whatever a filter let through."""
    with db.reading():
        issues = dict.fromkeys(wanted)
        shifts = learning.shifts(db)
        query = _query(shifts).format("WHERE issue IN ({})")
        tallies = _tallies(db.rows_in(query, issues), shifts)
        names: dict[int, str] = dict(db.rows_in("SELECT pk, id FROM mentions WHERE pk IN ({})", issues))
        return [_row(db, pk, names[pk], tallies[pk]) for pk in wanted if pk in tallies]


_RELATIONS = (
    "SELECT id, left_mention, right_mention, state FROM relations WHERE issue = ? ORDER BY rank, pk LIMIT ?"
)
_ARTICLES = """SELECT count(DISTINCT m.article) FROM mentions m WHERE m.pk IN (
  SELECT left_mention FROM relations WHERE issue = ?1 AND (state <> 'rejected' OR ?2)
  UNION SELECT right_mention FROM relations WHERE issue = ?1 AND (state <> 'rejected' OR ?2))"""


def _row(db: Connection, pk: int, representative: str, tally: _Tally) -> IssueRow:
    relations = db.rows(_RELATIONS, [pk, MOST])
    standing = [row for row in relations if row[3] != "rejected"]
    sides = dict.fromkeys(side for row in standing or relations for side in row[1:3])
    return IssueRow(
        rowid=pk, representative=representative, relations=tuple(row[0] for row in relations),
        mentions=tuple(dict.fromkeys((pk, *sides))), kinds=frozenset(tally.kinds),
        articles=db.rows(_ARTICLES, [pk, not standing])[0][0], conflicts=tally.conflicts,
        open_conflicts=tally.open_conflicts, open=tally.open, skipped=tally.skipped, decided=tally.decided,
        look=tally.look,
    )  # fmt: skip


_LED = """SELECT coalesce((SELECT issue FROM relations WHERE issue = s.mention LIMIT 1),
  (SELECT issue FROM relations WHERE left_mention = s.mention LIMIT 1),
  (SELECT issue FROM relations WHERE right_mention = s.mention LIMIT 1))
FROM stars s JOIN mentions m ON m.pk = s.mention WHERE m.id IN (?, ?) AND s.representative = s.mention"""
"""The issue of a mention that leads: its own, or the one that it lodges in."""


def by_id(db: Connection, issue: str) -> IssueRow:
    """The issue of an id, or that a relation belongs to.

    Raises:
        NotFoundError: there is none.
    """
    if issue.startswith("r"):
        row = db.one("SELECT issue FROM relations WHERE id = ?", [issue])
    else:
        row = db.one(_LED, led_by(issue))
    found = by_rowid(db, row) if row else []
    if not found:
        raise NotFoundError(f"no issue {issue!r}", "`workbench list issues` shows them")
    return found[0]
