"""Relations: suggestions in, lists in their present state out."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from typing import Any

from workbench.errors import NotFoundError, UsageError
from workbench.model import GROUPS, Relation
from workbench.model.learning import learnt_score
from workbench.store import articles, gathering, learning, mentions, search, states
from workbench.store.codec import dumps, evidence_json, relation_of
from workbench.store.connection import Connection
from workbench.store.gathering import Change
from workbench.store.rows import RelationFilter, RelationRow
from workbench.store.speakers import merged_into

_UPSERT = """INSERT INTO relations (id, left_mention, right_mention, issue, kind, score, detector, state, present_kind,
  rank, evidence, grounds)
VALUES (?1, ?2, ?3, ?2, ?4, ?5, ?6, 'suggested', ?4, ?7, ?8, ?9)
ON CONFLICT (id) DO UPDATE SET left_mention = ?2, right_mention = ?3, kind = ?4, score = ?5,
  detector = ?6, state = 'suggested', present_kind = ?4, rank = ?7, evidence = ?8, grounds = ?9"""


def put(
    db: Connection, relations: Sequence[Relation], compared: Collection[str], at: str, *, prune: bool
) -> None:
    """Add or renew suggestions and note which articles were compared. The caller holds the write transaction.

    A decision is never touched; ``unrelated`` as a suggestion says nothing and is left out.

    Args:
        db: the workspace.
        relations: what the detectors suggest.
        compared: ids of the articles that were compared.
        at: the time, for the articles compared.
        prune: also remove the suggestions on those articles that are not among ``relations``, unless someone has
            decided or annotated them.
    """
    useful = [relation for relation in relations if relation.kind != "unrelated"]
    sides = {side for relation in useful for side in (relation.left, relation.right)}
    pks: dict[str, int] = dict(db.rows_in("SELECT id, pk FROM mentions WHERE id IN ({})", sorted(sides)))
    missing = sorted(sides - pks.keys())
    if missing:
        raise UsageError(f"a relation refers to the mention {missing[0]}, which is not in the workspace")
    ids = [relation.id for relation in useful]
    known: dict[str, tuple[str, float]] = {i: (kind, score) for i, kind, score in db.rows_in(_KNOWN, ids)}
    grounds = gathering.Grounds(db)
    db.run_many(
        _UPSERT,
        [
            (i, pks[r.left], pks[r.right], r.kind, r.score, r.detector, -r.score, evidence_json(r.evidence),
             grounds.of(r.kind, r.detector, [level.name for level in r.evidence.levels]))
            for i, r in zip(ids, useful, strict=True)
        ],
    )  # fmt: skip
    changes = [
        Change(pks[r.left], pks[r.right], known[i][0] if i in known else None, r.kind)
        for i, r in dict(zip(ids, useful, strict=True)).items()
        if known.get(i) != (r.kind, r.score)
    ]
    _settle_decided(db, ids)
    if prune:
        changes += _prune(db, set(ids), compared)
    gathering.follow(db, changes)
    for (pk,) in list(db.rows_in("SELECT pk FROM articles WHERE id IN ({})", sorted(set(compared)))):
        db.run("INSERT OR REPLACE INTO compared VALUES (?, ?)", [pk, at])


def _settle_decided(db: Connection, ids: Sequence[str]) -> None:
    """Give renewed suggestions that someone has decided or flagged their state back."""
    flagged = "SELECT target FROM annotations WHERE kind = 'flag' AND target IN ({})"
    touched = {row[0] for row in db.rows_in("SELECT relation FROM decisions WHERE relation IN ({})", ids)}
    touched |= {row[0] for row in db.rows_in(flagged, ids)}
    for relation in sorted(touched):
        states.settle_relation(db, relation)


_KNOWN = "SELECT id, kind, score FROM relations WHERE id IN ({})"
_OPEN_ON = """SELECT r.id, r.left_mention, r.right_mention, r.kind FROM relations r
JOIN mentions l ON l.pk = r.left_mention JOIN mentions t ON t.pk = r.right_mention
WHERE (l.article = ?1 OR t.article = ?1) AND r.detector <> 'analyst'
  AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.relation = r.id)
  AND NOT EXISTS (SELECT 1 FROM annotations n WHERE n.target = r.id)"""


def _prune(db: Connection, keep: set[str], compared: Collection[str]) -> list[Change]:
    changes = []
    for (article,) in list(db.rows_in("SELECT pk FROM articles WHERE id IN ({})", sorted(set(compared)))):
        gone = [row for row in db.rows(_OPEN_ON, [article]) if row[0] not in keep]
        db.run_many("DELETE FROM relations WHERE id = ?", [(row[0],) for row in gone])
        changes += [Change(left, right, kind, None) for _, left, right, kind in gone]
    return changes


def rowids(db: Connection, wanted: RelationFilter) -> array[int]:
    """Row numbers, most worth a look first: open by score, then skipped, then decided."""
    with db.reading():
        where, values = conditions(db, wanted)
        shifts = learning.shifts(db)
        if not shifts:
            return db.numbers(f"SELECT pk FROM relations {where} ORDER BY rank, pk", values)
        rows = db.rows(f"SELECT pk, rank, grounds FROM relations {where}", values)
    return array(
        "q",
        (pk for _, pk in sorted((placed(rank, shifts.get(ground, 0.0)), pk) for pk, rank, ground in rows)),
    )


def placed(rank: float, shift: float) -> float:
    """The place of a relation with what was learnt; those that were decided stay where they are."""
    tier = states.tier(rank)
    return rank if tier > states.tier(2.0) else tier - learnt_score(states.score_at(rank), shift)


NOTHING = "WHERE 0"
"""The condition of a filter that can find nothing."""


def conditions(db: Connection, wanted: RelationFilter) -> tuple[str, list[Any]]:
    """A filter as the ``WHERE`` of a query on relations, and its values."""
    where: list[str] = []
    values: list[Any] = []
    kinds = set(wanted.kinds)
    if wanted.groups:
        of_groups = {kind for kind, group in GROUPS.items() if group in wanted.groups}
        kinds = kinds & of_groups if kinds else of_groups
        if not kinds:
            return NOTHING, []
    # The plus keeps SQLite from gathering nearly every row by state and sorting it: the inbox is read off its index.
    few = wanted.states and "suggested" not in wanted.states
    for column, allowed in (("state" if few else "+state", wanted.states), ("+present_kind", kinds)):
        if allowed:
            where.append(f"{column} IN ({','.join('?' * len(allowed))})")
            values += sorted(allowed)
    for inner, inner_values in _mention_filters(db, wanted):
        if inner is None:
            return NOTHING, []
        where.append(f"(left_mention IN ({inner}) OR right_mention IN ({inner}))")
        values += [*inner_values, *inner_values]
    if wanted.tag is not None:
        tagged = "SELECT target FROM annotations WHERE kind = 'tag' AND value = ?"
        on_mentions = f"SELECT pk FROM mentions WHERE id IN ({tagged})"
        where.append(
            f"(id IN ({tagged}) OR left_mention IN ({on_mentions}) OR right_mention IN ({on_mentions}))"
        )
        values += [wanted.tag] * 3
    if wanted.issue is not None:
        where.append("issue IN (SELECT pk FROM mentions WHERE id IN (?, ?))")
        values += led_by(wanted.issue)
    return "WHERE " + " AND ".join(where) if where else "", values


def led_by(issue: str) -> list[str]:
    """Ids of the quote and the figure that could lead the issue of that id."""
    return [f"{letter}{issue[1:]}" for letter in "qf"]


def _mention_filters(db: Connection, wanted: RelationFilter) -> list[tuple[str | None, list[Any]]]:
    """Queries for the mentions that either side must be among; None for one that can find nothing."""
    found: list[tuple[str | None, list[Any]]] = []
    if wanted.articles:
        pks = sorted({pk for name in wanted.articles for pk in articles.rowids_of(db, name)})
        found.append(
            ("SELECT pk FROM mentions WHERE article IN (SELECT value FROM json_each(?))", [dumps(pks)])
        )
    if wanted.speaker is not None:
        inner = "SELECT pk FROM mentions WHERE speaker IN (SELECT value FROM json_each(?))"
        found.append((inner, [merged_into(db, wanted.speaker)]))
    if wanted.query is not None and wanted.query.strip():
        match = search.quoted(wanted.query)
        inner = "SELECT rowid FROM mentions_fts WHERE mentions_fts MATCH ?"
        found.append((inner if match else None, [match]))
    return found


_SELECT = """SELECT r.pk, r.left_mention, r.right_mention, r.kind, r.score, r.detector, r.evidence, r.state,
  r.present_kind, d.analyst, d.at, d.note,
  (SELECT count(*) FROM annotations n WHERE n.target = r.id AND n.kind = 'note'), r.grounds
FROM relations r LEFT JOIN decisions d ON d.relation = r.id"""


def by_rowid(db: Connection, wanted: Sequence[int]) -> list[RelationRow]:
    """Rows in the order asked for; row numbers that do not exist are left out."""
    with db.reading():
        found = _load(db, list(db.rows_in(f"{_SELECT} WHERE r.pk IN ({{}})", dict.fromkeys(wanted))))
    return [found[pk] for pk in wanted if pk in found]


def _load(db: Connection, rows: list[tuple[Any, ...]]) -> dict[int, RelationRow]:
    sides = mentions.by_rowid(db, sorted({pk for row in rows for pk in row[1:3]}))
    by_pk = {side.rowid: side for side in sides}
    found = {}
    shifts = learning.shifts(db)
    for (
        pk,
        left,
        right,
        kind,
        score,
        detector,
        evidence,
        state,
        present,
        by,
        at,
        note,
        notes,
        grounds,
    ) in rows:
        one, other = by_pk[left], by_pk[right]
        found[pk] = RelationRow(
            rowid=pk,
            relation=relation_of(one.mention.id, other.mention.id, kind, score, detector, evidence),
            state=state,
            kind=present,
            by=by,
            at=at,
            note=note,
            note_count=notes + (note is not None),
            learnt=learnt_score(score, shifts[grounds]) if shifts.get(grounds) else None,
            left=one,
            right=other,
        )
    return found


def by_id(db: Connection, relation: str) -> RelationRow:
    """One relation.

    Raises:
        NotFoundError: no relation has that id.
    """
    row = db.one("SELECT pk FROM relations WHERE id = ?", [relation])
    if row is None:
        raise NotFoundError(f"no relation {relation!r}", "`workbench compare` lists them")
    return by_rowid(db, [row[0]])[0]


def of_mention(db: Connection, mention: str) -> list[RelationRow]:
    """Every relation of a mention, most worth a look first."""
    pks = db.column(
        "SELECT pk FROM relations WHERE left_mention = (SELECT pk FROM mentions WHERE id = ?1)"
        " OR right_mention = (SELECT pk FROM mentions WHERE id = ?1) ORDER BY rank, pk",
        [mention],
    )
    return by_rowid(db, pks)
