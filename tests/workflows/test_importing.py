"""Importing: what goes in, what is refused, what a killed run leaves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from workbench.model import Article, Extraction
from workbench.store import RelationFilter, Workspace
from workbench.workflows import extracting
from workbench.workflows.comparing import compare_pending, relations
from workbench.workflows.exporting import claim_set
from workbench.workflows.importing import import_paths
from workbench.workflows.restoring import restore
from workbench.workflows.review import Review

ONE = (
    "De politie meldt dat bij de overstroming in Luik 31 doden zijn gevallen.\n"
    "‘We zoeken door’, zei burgemeester Els Maes."
)
TWO = "Volgens de politie zijn bij de overstroming in Luik 37 doden gevallen.\n‘We zoeken door’, zei Maes dinsdag."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles on one flood, a day apart."""
    made = tmp_path / "articles"
    made.mkdir()
    rows = [
        {"id": "een", "text": ONE, "published": "2021-07-15", "lang": "nl"},
        {"id": "twee", "text": TWO, "published": "2021-07-16", "lang": "nl"},
    ]
    (made / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return made


def kinds(workspace: Workspace) -> list[str]:
    """Present kinds of all relations, sorted."""
    return sorted(row.kind for row in relations(workspace, RelationFilter()))


def test_articles_are_stored_compared_and_known_the_second_time(folder: Path, tmp_path: Path) -> None:
    """The first import adds and relates, the second changes nothing."""
    with Workspace.create_or_open(tmp_path / "w.db") as workspace:
        first = import_paths(workspace, [folder])
        assert (first.added, first.known, first.refused) == (2, 0, [])
        found = kinds(workspace)
        assert found
        again = import_paths(workspace, [folder])
        assert (again.added, again.known, again.relations) == (0, 2, 0)
        assert kinds(workspace) == found


def test_comparison_that_was_cut_off_is_taken_up(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Articles stored by a run that died before comparing are compared by the next one."""
    path = tmp_path / "w.db"
    with Workspace.create_or_open(path) as workspace, monkeypatch.context() as patched:
        patched.setattr("workbench.workflows.importing.compare_pending", lambda _workspace, _encoder: 0)
        import_paths(workspace, [folder])
        assert kinds(workspace) == []
        assert len(workspace.uncompared()) == 2
    with Workspace.open(path) as workspace:
        assert compare_pending(workspace) > 0
        assert workspace.uncompared() == []
        assert kinds(workspace)


def test_order_of_import_does_not_change_the_relations(folder: Path, tmp_path: Path) -> None:
    """One article at a time, in either order, gives the relations that both at once give."""
    lines = (folder / "rows.jsonl").read_text(encoding="utf-8").split("\n")
    found = []
    for name, order in (("ab", lines), ("ba", lines[::-1])):
        with Workspace.create_or_open(tmp_path / f"{name}.db") as workspace:
            for number, line in enumerate(order):
                path = tmp_path / f"{name}{number}.jsonl"
                path.write_text(line, encoding="utf-8")
                import_paths(workspace, [path])
            found.append({row.relation.id: row.kind for row in relations(workspace, RelationFilter())})
    assert found[0] == found[1]
    assert found[0]


def test_fault_in_one_article_costs_that_article_alone(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A finder that raises is reported with the article's name; the others are stored."""

    def faulty(article: Article, lang: str | None = None) -> Extraction:
        if article.name == "een":
            raise IndexError("out of range")
        return Extraction(article)

    monkeypatch.setattr(extracting, "extract", faulty)
    with Workspace.create_or_open(tmp_path / "w.db") as workspace:
        report = import_paths(workspace, [folder])
        assert report.added == 1
        assert [str(error) for error in report.refused if "een" in str(error)]
        assert [row.name for row in workspace.articles()] == ["twee"]


def test_claim_set_comes_back_with_its_decisions(folder: Path, tmp_path: Path) -> None:
    """Export and restore give the same relations in the same states, and undo still works."""
    with Workspace.create_or_open(tmp_path / "a.db") as workspace:
        import_paths(workspace, [folder])
        review = Review(workspace, "an")
        first = next(relations(workspace, RelationFilter()))
        review.reject(first.relation.id, note="ander gebied")
        review.tag(first.left.mention.id, "luik")
        before = [(row.relation, row.state, row.note) for row in relations(workspace, RelationFilter())]
        claims = claim_set(workspace, RelationFilter())
    with Workspace.create_or_open(tmp_path / "b.db") as other:
        assert restore(other, claims) == 2
        assert [(row.relation, row.state, row.note) for row in relations(other, RelationFilter())] == before
        assert [a.value for a in other.annotations(first.left.mention.id)] == ["luik"]
        assert restore(other, claims) == 0


def test_claim_set_into_a_filled_workspace_is_compared(folder: Path, tmp_path: Path) -> None:
    """Restored articles are lined up with those that are there."""
    lines = (folder / "rows.jsonl").read_text(encoding="utf-8").split("\n")
    for number, line in enumerate(lines):
        (tmp_path / f"{number}.jsonl").write_text(line, encoding="utf-8")
    with Workspace.create_or_open(tmp_path / "a.db") as workspace:
        import_paths(workspace, [tmp_path / "0.jsonl"])
        claims = claim_set(workspace, RelationFilter())
    with Workspace.create_or_open(tmp_path / "b.db") as other:
        import_paths(other, [tmp_path / "1.jsonl"])
        restore(other, claims)
        pairs = {
            (row.left.article_name, row.right.article_name) for row in relations(other, RelationFilter())
        }
        assert ("een", "twee") in pairs


def test_filtered_claim_set_holds_what_its_relations_need(folder: Path, tmp_path: Path) -> None:
    """A filter keeps its relations with their mentions, articles, speakers and events, and nothing else."""
    with Workspace.create_or_open(tmp_path / "a.db") as workspace:
        import_paths(workspace, [folder])
        review = Review(workspace, "an")
        chosen = next(relations(workspace, RelationFilter())).relation
        review.accept(chosen.id)
        review.undo()
        review.redo()
        claims = claim_set(workspace, RelationFilter(states=("accepted",)), "state:accepted")
    assert [row.relation.id for row in claims.relations] == [chosen.id]
    assert {mention.id for mention in claims.mentions} == {chosen.left, chosen.right}
    assert [event.op for event in claims.events] == ["decide", "undo", "redo"]
