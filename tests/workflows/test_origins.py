"""Where imported articles come from, and what that does to agreement and to counts of sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.store import RelationFilter, Workspace
from workbench.workflows.comparing import relations
from workbench.workflows.exporting import claim_set
from workbench.workflows.importing import import_paths
from workbench.workflows.issues import issues
from workbench.workflows.restoring import restore

REPORT = (
    "In de haven van Zierikzee is zaterdag een loods met bouwmateriaal volledig uitgebrand, waarna de rook tot ver in de"
    " omtrek te zien was en bewoners van de kade hun ramen moesten sluiten. Bij de brand in Zierikzee raakten 14 mensen"
    " gewond. De brandweer kreeg het vuur pas tegen de ochtend onder controle, omdat er in de smalle straten rond de haven"
    " te weinig bluswater beschikbaar was en de wind telkens van richting veranderde.\n"
)
OWN = (
    "Wie zondag langs het water liep, zag alleen nog het zwarte skelet van de loods staan. De gemeente wil dat de eigenaar"
    " het terrein binnen een maand opruimt.\n"
)
INDEPENDENT = (
    "Na de brand in Zierikzee telde het ziekenhuis 14 gewonden. Artsen spreken van een drukke nacht, waarin alle bedden op"
    " de eerste hulp bezet waren.\n"
)


def imported(path: Path, *texts: str) -> Workspace:
    """A workspace with these articles, imported one after another."""
    workspace = Workspace.create_or_open(path / "case.db")
    for number, text in enumerate(texts):
        file = path / f"krant-{number}.txt"
        file.write_text(f"date 2023-04-0{number + 1}\n\n{text}", encoding="utf-8")
        import_paths(workspace, [file])
    return workspace


def kinds(workspace: Workspace) -> set[str]:
    """Kinds of the relations between figures of two articles."""
    rows = relations(workspace, RelationFilter())
    return {row.kind for row in rows if row.left.article_id != row.right.article_id}


def test_a_copy_with_its_own_end_is_traced(tmp_path: Path) -> None:
    """The copy names what it shares; the figure in it is repeated, not corroborated; the issue counts one origin."""
    with imported(tmp_path, REPORT, REPORT + OWN) as workspace:
        first, second = workspace.articles()
        assert (first.origin, first.shared) == (None, 0)
        assert second.origin == first.name
        assert 0.6 < second.shared < 0.9
        found = [view.issue for view in issues(workspace, RelationFilter())]
        assert {(issue.articles, issue.origins) for issue in found} == {(2, 1)}
        assert kinds(workspace) == {"repeats"}


def test_two_own_reports_corroborate(tmp_path: Path) -> None:
    """Another text with the same figure is independent."""
    with imported(tmp_path, REPORT, INDEPENDENT) as workspace:
        assert [row.shared for row in workspace.articles()] == [0, 0]
        (view,) = issues(workspace, RelationFilter())
        assert (view.issue.articles, view.issue.origins) == (2, 2)
        assert "corroborates" in kinds(workspace)


@pytest.mark.parametrize(("credit", "origins"), [("(ANP)", 1), ("", 2)])
def test_one_agency_is_one_origin(tmp_path: Path, credit: str, origins: int) -> None:
    """Two papers that both print the agency have it from one place."""
    with imported(tmp_path, f"{REPORT}\n{credit}\n", f"{INDEPENDENT}\n{credit}\n") as workspace:
        (view,) = issues(workspace, RelationFilter())
        assert view.issue.origins == origins
        assert {row.credits for row in workspace.articles()} == {("ANP",) if credit else ()}


def test_origins_come_back_with_an_export(tmp_path: Path) -> None:
    """A claim set that is read back into an empty workspace has the same origins."""
    with imported(tmp_path, REPORT, REPORT + OWN) as workspace:
        claims = claim_set(workspace, RelationFilter())
        before = [(row.name, row.origin, row.shared) for row in workspace.articles()]
    with Workspace.create_or_open(tmp_path / "other.db") as other:
        restore(other, claims)
        assert [(row.name, row.origin, row.shared) for row in other.articles()] == before
