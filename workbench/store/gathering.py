"""Issues in the file: which relation belongs to which star of mentions, kept relation by relation.

An issue has no table of its own: it is the relations that name one representative. The stars follow from the
suggestions alone, so that deciding a relation never moves it to another issue while somebody works on that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.model.stars import WEAK, Bond, Order, gathered, home, host_of, order_of, settle
from workbench.store.codec import dumps, loads
from workbench.store.connection import Connection
from workbench.store.rows import StarRow


@dataclass(frozen=True, slots=True)
class Change:
    """A relation that came, went, or was renewed."""

    left: int
    """Row number of the left mention."""
    right: int
    """Row number of the right one."""
    before: str | None
    """Its kind before; None when it is new."""
    after: str | None
    """Its kind now; None when it is gone."""

    @property
    def gained(self) -> int:
        """By how many relations that bind both mentions are richer."""
        return (self.after is not None and self.after not in WEAK) - (
            self.before is not None and self.before not in WEAK
        )


def follow(db: Connection, changes: Sequence[Change]) -> None:
    """Bring stars and issues up to date; the caller holds the write transaction and has written the relations."""
    if not changes:
        return
    stars = _Stars(db)
    touched = stars.count(changes)
    moved = settle(stars, touched)
    stars.save()
    ends = {(change.left, change.right) for change in changes if change.after is not None}
    looked_at = {node for change in changes for node in (change.left, change.right)}
    _rehome(db, stars, ends, moved, looked_at)


def rebuild(db: Connection) -> None:
    """Make stars, issues and grounds anew from the relations; the caller holds the write transaction."""
    db.run("DELETE FROM stars")
    rows = db.rows(f"SELECT left_mention, right_mention, score, {_WEAK} FROM relations r")
    graph = gathered(rows, _keys(db))
    db.run_many(
        "INSERT INTO stars VALUES (?, ?, ?)",
        ((node, star, graph.relations[node]) for node, star in sorted(graph.stars.items())),
    )
    hosts = graph.hosts()
    homes = ((home(left, right, graph.stars, hosts), left, right) for left, right, _, _ in rows)
    db.run_many("UPDATE relations SET issue = ? WHERE left_mention = ? AND right_mention = ?", homes)
    known = Grounds(db)
    found = [
        (known.of(kind, detector, [f"{level[0]}: {level[1].partition(': ')[0]}" for level in levels]), pk)
        for pk, kind, detector, levels in (
            (pk, kind, detector, loads(evidence)["levels"])
            for pk, kind, detector, evidence in db.rows("SELECT pk, kind, detector, evidence FROM relations")
        )
    ]
    db.run_many("UPDATE relations SET grounds = ? WHERE pk = ?", found)
    db.run("DELETE FROM grounds WHERE pk NOT IN (SELECT grounds FROM relations)")


def misplaced(db: Connection) -> list[str]:
    """Ids of relations that stand in another issue than their relations say; [] when all is well."""
    rows = db.rows(f"SELECT left_mention, right_mention, score, {_WEAK}, issue, id FROM relations r")
    graph = gathered((row[:4] for row in rows), _keys(db))
    hosts = graph.hosts()
    return [row[5] for row in rows if home(row[0], row[1], graph.stars, hosts) != row[4]]


def stars(db: Connection, rowids: Sequence[int]) -> dict[int, StarRow]:
    """Whom mentions stand with, by row number; without those that have no relations."""
    return {row[0]: StarRow(*row[1:]) for row in db.rows_in(_STARS, dict.fromkeys(rowids))}


_STARS = """SELECT s.mention, s.representative, s.relations, l.relations FROM stars s
JOIN stars l ON l.mention = s.representative WHERE s.mention IN ({})"""


def _keys(db: Connection) -> dict[int, tuple[str | None, str]]:
    """Date and id of every mention that has relations."""
    ends = "SELECT left_mention FROM relations UNION SELECT right_mention FROM relations"
    sql = f"SELECT m.pk, a.published, m.id FROM mentions m JOIN articles a ON a.pk = m.article WHERE m.pk IN ({ends})"
    return {pk: (published, mention) for pk, published, mention in db.rows(sql)}


class Grounds:
    """Row numbers of what suggestions rest on; made as they are met.

    Args:
        db: the workspace, in a write transaction.

    """

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._known: dict[tuple[str, str, str], int] = {}

    def of(self, kind: str, detector: str, levels: Sequence[str]) -> int:
        """The row number for a kind, a detector and the names of the levels."""
        key = (kind, detector, dumps(list(levels)))
        if key not in self._known:
            self._db.run("INSERT OR IGNORE INTO grounds (kind, detector, levels) VALUES (?, ?, ?)", key)
            sql = "SELECT pk FROM grounds WHERE kind = ? AND detector = ? AND levels = ?"
            self._known[key] = self._db.rows(sql, key)[0][0]
        return self._known[key]


def _rehome(
    db: Connection, stars: _Stars, ends: set[tuple[int, int]], moved: Iterable[int], looked_at: Iterable[int]
) -> None:
    """Write the issue of relations that are new, and of those with an end that moved to another star, or lodges now."""
    for node in sorted(moved):
        ends.update(_relations_of(db, node))
    near = {*looked_at, *(node for pair in ends for node in pair)}
    hosts = {}
    for node in sorted(node for node in near if stars.representative(node) == node):
        host = host_of(stars, node)
        if host is not None:
            hosts[node] = host
        # One that has relations, and no issue, lodged until now.
        if host is not None or not db.rows(_HAS_ISSUE, [node])[0][0]:
            ends.update(_relations_of(db, node))
    places = {node: stars.representative(node) or node for pair in ends for node in pair}
    db.run_many(
        "UPDATE relations SET issue = ?1 WHERE left_mention = ?2 AND right_mention = ?3 AND issue <> ?1",
        [(home(left, right, places, hosts), left, right) for left, right in sorted(ends)],
    )


def _relations_of(db: Connection, node: int) -> Iterable[tuple[int, int]]:
    """The ends of all relations of a mention."""
    of_node = "SELECT left_mention, right_mention FROM relations WHERE {} = ?"
    for side in ("left_mention", "right_mention"):
        yield from db.rows(of_node.format(side), [node])


_HAS_ISSUE = "SELECT EXISTS (SELECT 1 FROM relations WHERE issue = ?)"
_LEADS_OTHERS = "SELECT EXISTS (SELECT 1 FROM stars WHERE representative = ?1 AND mention <> ?1)"
_WEAK = f"r.kind IN ({', '.join(repr(str(kind)) for kind in sorted(WEAK))})"
_BONDS = f"""SELECT r.right_mention, r.score, {_WEAK} FROM relations r WHERE r.left_mention = ?1
UNION ALL SELECT r.left_mention, r.score, {_WEAK} FROM relations r WHERE r.right_mention = ?1"""
_TO_LEADERS = (
    f"""SELECT r.left_mention, r.right_mention, r.score, {_WEAK} FROM relations r
JOIN stars s ON s.mention = r.right_mention AND s.representative = s.mention WHERE r.left_mention IN ({{}})""",
    f"""SELECT r.right_mention, r.left_mention, r.score, {_WEAK} FROM relations r
JOIN stars s ON s.mention = r.left_mention AND s.representative = s.mention WHERE r.right_mention IN ({{}})""",
)
_HAS = """SELECT EXISTS (SELECT 1 FROM relations WHERE left_mention = ?1)
  OR EXISTS (SELECT 1 FROM relations WHERE right_mention = ?1)"""
_STRENGTH = """SELECT max(score) FROM relations
WHERE (left_mention = ?1 AND right_mention = ?2) OR (left_mention = ?2 AND right_mention = ?1)"""
_NODES = """SELECT m.pk, a.published, m.id, s.representative, coalesce(s.relations, 0) FROM mentions m
JOIN articles a ON a.pk = m.article LEFT JOIN stars s ON s.mention = m.pk WHERE m.pk IN ({})"""


@dataclass(slots=True)
class _Node:
    """A mention as far as it was looked at."""

    key: tuple[str | None, str]
    """Date and id."""
    representative: int | None
    """Whom it stands with."""
    relations: int
    """How many relations it has that are not weak."""
    changed: bool = False
    """Whether its row is to be written."""


class _Stars:
    """The stars of a workspace as a graph: rows are read where the work leads, and written at the end."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._nodes: dict[int, _Node] = {}
        self._bonds: dict[int, Sequence[Bond]] = {}
        self._leaders: dict[int, list[Bond]] = {}

    def count(self, changes: Sequence[Change]) -> set[int]:
        """Write down who gained and lost relations; returns the mentions whose place may change by that."""
        gained: dict[int, int] = {}
        for change in changes:
            for node in (change.left, change.right):
                gained[node] = gained.get(node, 0) + change.gained
        self._load(gained)
        before = {node: self.order(node) for node in gained}
        for node, more in gained.items():
            if more:
                self._nodes[node].relations += more
                self._nodes[node].changed = True
        touched = self._ends(changes)
        for node, was in before.items():
            now = self.order(node)
            # One that leads and comes further to the front goes on leading, and so does nobody bound to it.
            if now > was or (now < was and self.representative(node) != node):
                touched.add(node)
                touched.update(bond.other for bond in self.bonds(node))
        lost = {node for change in changes if change.after is None for node in (change.left, change.right)}
        gone = [node for node in sorted(lost) if not self._db.rows(_HAS, [node])[0][0]]
        self._db.run_many("DELETE FROM stars WHERE mention = ?", [(node,) for node in gone])
        for node in gone:
            self._nodes[node].representative = None
        touched.difference_update(gone)
        self._load_leaders(touched)
        return touched

    def _ends(self, changes: Sequence[Change]) -> set[int]:
        """Ends of relations whose place may change: who leads is not moved by a new one that comes later in the line."""
        touched = set()
        for change in changes:
            first, last = sorted((change.left, change.right), key=self.order)
            touched.add(last)
            if change.before is not None or self._may_move(first, last):
                touched.add(first)
        return touched

    def _may_move(self, first: int, last: int) -> bool:
        """Whether a mention may stand with one behind it in the line: it does not lead, and is bound to it more strongly."""
        present = self.representative(first)
        if present is None or present == first:
            return present is None
        strengths = [self._db.rows(_STRENGTH, [first, other])[0][0] for other in (present, last)]
        return strengths[0] is None or strengths[1] is None or strengths[1] >= strengths[0]

    def order(self, node: int) -> Order:
        """The mention's place in the line."""
        found = self._node(node)
        return order_of(found.relations, *found.key)

    def bonds(self, node: int) -> Sequence[Bond]:
        """Everything that it has a relation with."""
        if node not in self._bonds:
            found = [Bond(other, score, bool(weak)) for other, score, weak in self._db.rows(_BONDS, [node])]
            self._load(bond.other for bond in found)
            self._bonds[node] = found
        return self._bonds[node]

    def bonds_to_leaders(self, node: int) -> Sequence[Bond]:
        """Those of its bonds that go to a mention that leads, as the file has it."""
        if node not in self._leaders:
            self._load_leaders([node])
        return self._leaders[node]

    def _load_leaders(self, nodes: Iterable[int]) -> None:
        wanted = sorted(nodes)
        self._leaders.update((node, []) for node in wanted)
        for query in _TO_LEADERS:
            for node, other, score, weak in self._db.rows_in(query, wanted):
                self._leaders[node].append(Bond(other, score, bool(weak)))
        self._load(bond.other for node in wanted for bond in self._leaders[node])

    def bound(self, node: int) -> bool:
        """Whether it has a bond that is not weak."""
        return self._node(node).relations > 0

    def representative(self, node: int) -> int | None:
        """Whom it stands with."""
        return self._node(node).representative

    def place(self, node: int, representative: int) -> None:
        """Let it stand with that one."""
        found = self._node(node)
        found.representative, found.changed = representative, True

    def leads_others(self, node: int) -> bool:
        """Whether another one stands with it, as the file has it."""
        return bool(self._db.rows(_LEADS_OTHERS, [node])[0][0])

    def save(self) -> None:
        """Write the rows that changed."""
        rows = (
            (node, found.representative, found.relations)
            for node, found in sorted(self._nodes.items())
            if found.changed and found.representative is not None
        )
        self._db.run_many("INSERT OR REPLACE INTO stars VALUES (?, ?, ?)", rows)

    def _node(self, node: int) -> _Node:
        if node not in self._nodes:
            self._load([node])
        return self._nodes[node]

    def _load(self, wanted: Iterable[int]) -> None:
        missing = sorted({node for node in wanted if node not in self._nodes})
        for pk, published, mention, representative, relations in self._db.rows_in(_NODES, missing):
            self._nodes[pk] = _Node((published, mention), representative, relations)
