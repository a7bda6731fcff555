"""Issues in exports: grouped in the dossiers, carried by JSON Lines, only as far as what is exported."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.export import EXPORTERS
from workbench.export.jsonl import read_claimset
from workbench.model.claimset import ClaimSet
from workbench.store import RelationFilter, Workspace
from workbench.workflows.exporting import claim_set
from workbench.workflows.importing import import_paths

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The seeds."""
    with Workspace.create_or_open(tmp_path_factory.mktemp("seeds") / "seeds.db") as opened:
        import_paths(opened, [SEEDS])
        yield opened


def written(claims: ClaimSet, form: str) -> str:
    """The set in a format."""
    stream = io.StringIO()
    EXPORTERS.load(form).write(claims, stream)
    return stream.getvalue()


def test_jsonl_carries_issues_without_loss(workspace: Workspace) -> None:
    """What is read back is equal, issues and all; every relation is in one of them."""
    claims = claim_set(workspace, RelationFilter())
    assert {one for issue in claims.issues for one in issue.relations} == {
        reviewed.relation.id for reviewed in claims.relations
    }
    lines = written(claims, "jsonl").encode().splitlines(keepends=True)
    back = read_claimset(lines)
    assert back.issues == tuple(claims.issues)
    assert len(back.relations) == len(claims.relations)


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_dossiers_are_grouped_by_issue(workspace: Workspace, form: str) -> None:
    """Every question is a heading over its relations, and no relation is told of twice."""
    claims = claim_set(workspace, RelationFilter())
    text = written(claims, form)
    places = [text.index(issue.question.split("“")[0].split("(")[0]) for issue in claims.issues]
    assert places == sorted(places)
    assert "Conflicts" not in text
    heads = text.count("\n#### ") if form == "markdown" else text.count("<article class=")
    assert heads == len(claims.relations)


def test_a_selection_has_only_its_part_of_an_issue(workspace: Workspace) -> None:
    """Of an issue only the relations and mentions that are exported are named."""
    claims = claim_set(workspace, RelationFilter(kinds=("denies",)), "kind:denies")
    relations = {reviewed.relation.id for reviewed in claims.relations}
    mentions = {mention.id for mention in claims.mentions}
    assert claims.issues
    for issue in claims.issues:
        assert relations.issuperset(issue.relations)
        assert mentions.issuperset(issue.mentions)
