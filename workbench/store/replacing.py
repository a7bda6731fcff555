"""Extracting again: new finders over stored articles, without losing what analysts said of the old mentions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from workbench.model import Event, EventOp, relation_id, short_id
from workbench.store import gathering, log, states
from workbench.store.codec import MENTION_COLUMNS, dumps, mention_values
from workbench.store.connection import Connection
from workbench.store.extractions import add_mentions, put_speakers, speaker_pks
from workbench.store.rows import StoredExtraction

MOVER = "workbench"
"""The name under which annotations move to a mention's successor."""


class _Old(NamedTuple):
    """A stored mention, as far as its successor must resemble it."""

    pk: int
    id: str
    kind: str
    start: int
    end: int


class _Pair(NamedTuple):
    """A relation and its two mentions, by id."""

    relation: str
    left: str
    right: str


_PAIRS = """SELECT r.id, l.id, t.id, l.pk, t.pk, r.kind FROM relations r
JOIN mentions l ON l.pk = r.left_mention JOIN mentions t ON t.pk = r.right_mention
WHERE r.left_mention IN (SELECT pk FROM mentions WHERE article = ?1)
   OR r.right_mention IN (SELECT pk FROM mentions WHERE article = ?1)"""
_DECIDED = """SELECT relation, left_mention, right_mention FROM decisions
WHERE left_mention IN (SELECT value FROM json_each(?1)) OR right_mention IN (SELECT value FROM json_each(?1))"""


def replace(db: Connection, batch: Sequence[StoredExtraction], at: str) -> int:
    """Replace what was found in stored articles; the number of articles in which anything changed.

    An article of which the same is found is left alone. In the others mentions that are found again keep their ids and
    all that was said of them; what was said of a mention that is gone moves to the one new mention of its kind that
    overlaps it, as an event, or stays as an orphan where there is none or several. Changed articles wait to be compared
    again. The caller holds the write transaction.
    """
    changed: list[tuple[int, StoredExtraction]] = []
    for stored in batch:
        row = db.one("SELECT pk FROM articles WHERE sha256 = ?", [stored.extraction.article.sha256])
        if row is not None and _differs(db, row[0], stored):
            changed.append((row[0], stored))
    put_speakers(db, [speaker for _, stored in changed for speaker in stored.speakers])
    old = {pk: _remove(db, pk) for pk, _ in changed}
    _forget_keys(db, [mention.pk for mentions, _ in old.values() for mention in mentions])
    add_mentions(db, changed)
    for pk, stored in changed:
        found = stored.extraction
        db.run(
            "UPDATE articles SET lang = ?, quotes = ?, figures = ? WHERE pk = ?",
            [found.article.lang, len(found.quotes), len(found.figures), pk],
        )
        db.run("DELETE FROM compared WHERE article = ?", [pk])
        mentions, pairs = old[pk]
        _move(db, _successors(mentions, stored), pairs, at)
    _restore_own(db, (m.id for _, stored in changed for m in stored.extraction.mentions))
    return len(changed)


def _differs(db: Connection, pk: int, stored: StoredExtraction) -> bool:
    """Whether anything but the analyst's assignments would change."""
    speakers = _known_speakers(db, stored)
    wanted = [
        mention_values(mention, pk, stored.extraction.article.text, speakers.get(stored.speaker_ids.get(mention.id, "")))
        for mention in stored.extraction.mentions
    ]  # fmt: skip
    columns = ", ".join(f'"{name}"' for name in MENTION_COLUMNS)
    present = db.rows(f"SELECT {columns} FROM mentions WHERE article = ? ORDER BY pk", [pk])
    assigned = MENTION_COLUMNS.index("speaker")
    return [_without(row, assigned) for row in present] != [_without(row, assigned) for row in wanted]


def _known_speakers(db: Connection, stored: StoredExtraction) -> dict[str, int]:
    """Row numbers of the speakers of an extraction that are stored already; those that come with it have none yet."""
    coming = {speaker.id for speaker in stored.speakers}
    wanted = set(stored.speaker_ids.values())
    known = {
        row[0] for row in db.rows_in("SELECT id FROM speakers WHERE id IN ({})", sorted(coming & wanted))
    }
    return speaker_pks(db, (wanted - coming) | known)


def _without(row: tuple[Any, ...], index: int) -> tuple[Any, ...]:
    return row[:index] + row[index + 1 :]


def _remove(db: Connection, article: int) -> tuple[list[_Old], list[_Pair]]:
    """Take an article's mentions and the suggestions on them away; decisions and annotations stay."""
    rows = db.rows(
        'SELECT pk, id, kind, start, "end", context, speaker_name FROM mentions WHERE article = ?', [article]
    )
    found = db.rows(_PAIRS, [article])
    pairs = [_Pair(*row[:3]) for row in found]
    db.run_many("DELETE FROM relations WHERE id = ?", [(pair.relation,) for pair in pairs])
    gathering.follow(db, [gathering.Change(left, right, kind, None) for *_, left, right, kind in found])
    db.run_many(
        "INSERT INTO mentions_fts (mentions_fts, rowid, context, speaker_name) VALUES ('delete', ?, ?, ?)",
        [(row[0], row[5], row[6]) for row in rows],
    )
    db.run("DELETE FROM mentions WHERE article = ?", [article])
    return [_Old(*row[:5]) for row in rows], pairs


def _forget_keys(db: Connection, pks: Collection[int]) -> None:
    """One pass over the block keys for all removed mentions: an index by mention would double the table."""
    if pks:
        db.run("DELETE FROM block_keys WHERE mention IN (SELECT value FROM json_each(?))", [dumps(list(pks))])


def _successors(old: Sequence[_Old], stored: StoredExtraction) -> dict[str, str]:
    """Ids of mentions that are gone, to the one new mention of their kind that overlaps them."""
    known, kept = {mention.id for mention in old}, {mention.id for mention in stored.extraction.mentions}
    found = {}
    for kind in ("quote", "figure"):
        new = [m for m in stored.extraction.mentions if m.id not in known and m.id[0] == kind[0]]
        starts = [mention.span.start for mention in new]
        # The furthest end so far: going back from a place, nothing overlaps once it lies before it.
        reach = list(accumulate((mention.span.end for mention in new), max))
        for gone in (mention for mention in old if mention.kind == kind and mention.id not in kept):
            fitting: list[str] = []
            at = bisect_left(starts, gone.end) - 1
            while at >= 0 and reach[at] > gone.start and len(fitting) < 2:
                if new[at].span.end > gone.start:
                    fitting.append(new[at].id)
                at -= 1
            if len(fitting) == 1:
                found[gone.id] = fitting[0]
    return found


_OPS: dict[str, EventOp] = {"decisions": "decide", "assignments": "split_speaker"}


def _move(db: Connection, successors: dict[str, str], pairs: Sequence[_Pair], at: str) -> None:
    """Move what was said of mentions, and of their relations, to their successors."""
    moves: dict[states.Facet, tuple[str, states.State]] = {}
    targets = dict(successors)
    for pair in pairs:
        sides = [successors.get(side, side) for side in (pair.left, pair.right)]
        targets[pair.relation] = relation_id(sides[0], sides[1])
    for relation, one, other in db.rows(_DECIDED, [dumps(list(successors))]):
        left, right = successors.get(one, str(one)), successors.get(other, str(other))
        targets[relation] = relation_id(left, right)
        new = {"left_mention": left, "right_mention": right}
        moves["decisions", relation] = (targets[relation], _state(db, ("decisions", relation)) | new)
    for mention, successor in successors.items():
        if states.read(db, ("assignments", mention)) is not None:
            moves["assignments", mention] = (successor, _state(db, ("assignments", mention)))
    notes = "SELECT target, kind, slot FROM annotations WHERE target IN ({})"
    for target, kind, slot in list(db.rows_in(notes, targets)):
        if targets[target] != target:
            note: states.Facet = ("annotations", target, kind, slot)
            moves[note] = (targets[target], _state(db, note))
    for facet, (target, state) in moves.items():
        _move_one(db, facet, target, state, at)


def _state(db: Connection, facet: states.Facet) -> states.State:
    state = states.read(db, facet)
    assert state is not None, facet
    return state


def _move_one(db: Connection, facet: states.Facet, target: str, state: states.State, at: str) -> None:
    """Append two events: what stood on the old target stands on the new one; nothing when that is taken."""
    moved: states.Facet = (facet[0], target, *facet[2:])
    if states.read(db, moved) is not None:
        return
    op: EventOp = _OPS.get(facet[0]) or facet[2]  # type: ignore[assignment]  # kinds of annotations are names of ops
    batch = short_id("b", MOVER, log.next_id(db), *facet)
    for where, before, after in ((facet, states.read(db, facet), None), (moved, None, state)):
        event = Event(
            seq=0, id=short_id("e", log.next_id(db), *where), at=at, by=MOVER, op=op, target=where[1], before=before,
            after=after, batch=batch,
        )  # fmt: skip
        log.record(db, event, where, before)


def _restore_own(db: Connection, mentions: Iterable[str]) -> None:
    """Put analysts' own relations on these mentions back: no detector will suggest them again."""
    ids = list(mentions)
    own = {
        row[0]
        for side in ("left_mention", "right_mention")
        for row in db.rows_in(
            f"SELECT relation FROM decisions WHERE detector = 'analyst' AND {side} IN ({{}})", ids
        )
    }
    for relation in sorted(own):
        states.settle_relation(db, relation)
