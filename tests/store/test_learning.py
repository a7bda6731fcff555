"""What decisions teach the lists: their order, what is shown, forgetting, undo."""

from __future__ import annotations

from itertools import combinations

import pytest
from made_up import extraction_of, relation_between

from workbench.store import RelationFilter, Workspace
from workbench.workflows.review import Review

OPEN = RelationFilter(states=("suggested",))


@pytest.fixture
def kinds(ws: Workspace) -> dict[str, list[str]]:
    """Relations of two kinds, those of one kind with the higher score; ids by kind."""
    ws.add_extractions([extraction_of(number) for number in range(1, 9)])
    figures = [row.mention.id for row in ws.mentions_by_rowid(ws.mention_ids(kind="figure"))]
    pairs = list(combinations(figures, 2))[:40]
    found = [
        relation_between(left, right, "denies", 0.7, "denial")
        if at % 2
        else relation_between(left, right, "updates", 0.6)
        for at, (left, right) in enumerate(pairs)
    ]
    ws.put_relations(found, [row.id for row in ws.articles()])
    return {kind: [one.id for one in found if one.kind == kind] for kind in ("denies", "updates")}


def first(ws: Workspace) -> str:
    """Kind of the relation that comes first."""
    return ws.relations_by_rowid(ws.relation_rowids(OPEN)[:1])[0].kind


def taught(ws: Workspace, kinds: dict[str, list[str]]) -> Review:
    """An analyst who rejects denials and accepts updates."""
    review = Review(ws, "an")
    for denied, updated in zip(kinds["denies"][:8], kinds["updates"][:8], strict=True):
        review.reject(denied)
        review.accept(updated)
    return review


def test_decisions_change_the_order_and_say_so(ws: Workspace, kinds: dict[str, list[str]]) -> None:
    """What is rejected time and again comes after what is accepted; the score itself stays, the look is shown."""
    assert first(ws) == "denies"
    taught(ws, kinds)
    assert first(ws) == "updates"
    (row,) = ws.relations_by_rowid(ws.relation_rowids(OPEN)[:1])
    assert (row.relation.score, row.learnt) == (0.6, row.look)
    assert row.look > 0.6
    learnt = ws.learnt()
    assert learnt.kinds["denies", "denial"].rejected == 8
    assert learnt.kinds["updates", "figure_interval"].shift > 0


def test_issues_follow(ws: Workspace, kinds: dict[str, list[str]]) -> None:
    """The look of an issue is that of its best open relation with what was learnt."""
    taught(ws, kinds)
    issues = ws.issues_by_rowid(ws.issue_rowids(OPEN))
    assert [issue.look for issue in issues] == sorted((issue.look for issue in issues), reverse=True)
    rows = ws.relations_by_rowid(ws.relation_rowids(RelationFilter(states=("suggested",))))
    assert max(issue.look for issue in issues) >= max(row.look for row in rows)


def test_forgetting_is_an_event_that_undo_takes_back(ws: Workspace, kinds: dict[str, list[str]]) -> None:
    """Decisions before it teach nothing and stay decided; those after it do; undo brings the old ones back."""
    review = taught(ws, kinds)
    decided = ws.counts()["decided"]
    review.forget()
    assert not ws.learnt()
    assert (first(ws), ws.counts()["decided"]) == ("denies", decided)
    review.reject(kinds["denies"][9])
    assert ws.learnt().kinds["denies", "denial"].rejected == 1
    review.undo()
    review.undo()
    assert ws.learnt().kinds["denies", "denial"].rejected == 8
    assert first(ws) == "updates"
    assert ws.check() == []


def test_nothing_is_kept_beside_the_decisions(ws: Workspace, kinds: dict[str, list[str]]) -> None:
    """Undoing every decision leads back to the order as it was; another connection sees the same weights."""
    before = list(ws.relation_rowids())
    review = taught(ws, kinds)
    with Workspace.open(ws.path, readonly=True) as other:
        assert other.learnt() == ws.learnt()
        assert list(other.relation_rowids()) == list(ws.relation_rowids())
    while review.undo():
        pass
    assert list(ws.relation_rowids()) == before


def test_rejected_pairs_never_come_back(ws: Workspace, kinds: dict[str, list[str]]) -> None:
    """Whatever was learnt, a pair said to be unrelated is not open again when it is suggested again."""
    taught(ws, kinds)
    gone = kinds["denies"][0]
    again = ws.relation(gone).relation
    ws.put_relations([again], [])
    assert ws.relation(gone).state == "rejected"
    assert gone not in {row.relation.id for row in ws.relations_by_rowid(ws.relation_rowids(OPEN))}
