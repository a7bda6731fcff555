"""A large import: statements that come back are gathered first, and that loses nothing and costs less."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.compare import STAR, SpeakerDirectory
from workbench.extract import extract
from workbench.model import GROUPS, Article, short_id
from workbench.store import RelationFilter, RelationRow, Workspace
from workbench.workflows import standing
from workbench.workflows.comparing import compare_pending
from workbench.workflows.preparing import prepare

WHOLE = "De dijk bij Wervelo houdt het tot morgenochtend, maar langer durft niemand van ons te beloven"
COPIES = (
    WHOLE,
    "De dijk bij Wervelo houdt het tot morgenochtend",
    "maar langer durft niemand van ons te beloven",
    "De dijk bij Wervelo houdt het tot morgenavond, maar langer durft niemand van ons te beloven",
)


def article(number: int) -> Article:
    """An article with a copy of the statement, and another statement of its own beside it."""
    own = f"In straat {number} van Wervelo pompt de brandweer al {number + 2} kelders leeg sinds gisteren"
    text = f"„{COPIES[number % len(COPIES)]}”, zei dijkgraaf Els Maas. „{own}”, zei Koen Claes."
    return Article(
        name=f"n{number}",
        text=text,
        sha256=short_id("", number),
        lang="nl",
        published="2024-05-04",
        outlet=f"krant {number}",
    )


def compared(path: Path, count: int) -> list[RelationRow]:
    """The relations of so many articles that came in at once."""
    with Workspace.create_or_open(path) as workspace:
        directory = SpeakerDirectory(())
        workspace.add_extractions([prepare(extract(article(number)), directory) for number in range(count)])
        compare_pending(workspace)
        return workspace.relations_by_rowid(workspace.relation_rowids(RelationFilter()))


def said_by_maas(rows: list[RelationRow]) -> dict[str, set[str]]:
    """For each mention of the statement those that it is said to be the same as."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if (
            row.left.mention.text in COPIES
            and row.right.mention.text in COPIES
            and GROUPS[row.kind] == "same"
        ):
            found[row.left.mention.id].add(row.right.mention.id)
            found[row.right.mention.id].add(row.left.mention.id)
    return found


def test_gathered_first_or_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every copy is still related to one wording that has them all, with far fewer relations than pairs."""
    count = 60
    plain = compared(tmp_path / "plain.db", count)
    monkeypatch.setattr(standing, "BULK", 10)
    gathered = compared(tmp_path / "gathered.db", count)
    found = said_by_maas(gathered)
    assert found.keys() == said_by_maas(plain).keys()
    assert len(found) == count
    representative = max(found, key=lambda mention: len(found[mention]))
    assert found[representative] == found.keys() - {representative}
    assert sum(map(len, found.values())) / 2 <= count * (STAR + 1)
    assert len(gathered) <= len(plain)


WORDS = st.lists(st.sampled_from(COPIES), min_size=1, max_size=STAR - 1)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS)
def test_at_once_or_one_by_one(monkeypatch: pytest.MonkeyPatch, said: list[str]) -> None:
    """A few articles have the same relations whether they are gathered over columns or come in one by one."""
    articles = [
        Article(name=f"n{at}", text=f"„{text}”, zei dijkgraaf Els Maas. Er stonden {40 + at % 2} pompen in Wervelo.",
                sha256=short_id("", at, text), lang="nl", published="2024-05-04")
        for at, text in enumerate([WHOLE, *said])
    ]  # fmt: skip
    found = []
    for at_once in (True, False):
        monkeypatch.setattr(standing, "BULK", 1 if at_once else 1000)
        with (
            tempfile.TemporaryDirectory() as folder,
            Workspace.create_or_open(Path(folder) / "w.db") as workspace,
        ):
            directory = SpeakerDirectory(())
            ready = [prepare(extract(one), directory) for one in articles]
            for batch in [ready] if at_once else [[one] for one in ready]:
                workspace.add_extractions(batch)
                compare_pending(workspace)
            rows = workspace.relations_by_rowid(workspace.relation_rowids(RelationFilter()))
            found.append({(row.relation.id, row.kind, round(row.relation.score, 9)) for row in rows})
    assert found[0]
    assert found[0] == found[1]


def test_figures_that_are_everywhere_stand_around_one(tmp_path: Path) -> None:
    """A figure of forty papers makes a relation or two a paper, and all of its copies are one issue."""
    lead = "De brand in Wervelo is geblust, zegt commandant Ida Loos van de brandweer."
    with Workspace.create_or_open(tmp_path / "w.db") as workspace:
        directory = SpeakerDirectory(())
        for number in range(40):
            text = f"{lead} Bij de brand in Wervelo werden 1.370 woningen ontruimd. Nummer {number}."
            found = Article(
                name=str(number), text=text, sha256=short_id("", text), lang="nl", published="2024-05-04"
            )
            workspace.add_extractions([prepare(extract(found), directory)])
            compare_pending(workspace)
        rows = workspace.relations_by_rowid(workspace.relation_rowids(RelationFilter()))
    of_figures = [row for row in rows if row.left.mention.text.startswith("1.370")]
    sides = {side for row in of_figures for side in (row.left.mention.id, row.right.mention.id)}
    assert len(sides) == 40
    assert len(of_figures) <= 40 * 2 + STAR * STAR
    assert len({row.relation.id for row in of_figures}) == len(of_figures)


def test_each_pair_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mention and its representative are one relation, from whichever side they are met."""
    monkeypatch.setattr(standing, "BULK", 10)
    pairs = [
        frozenset((row.left.mention.id, row.right.mention.id)) for row in compared(tmp_path / "w.db", 30)
    ]
    assert len(pairs) == len(set(pairs))


def test_what_stands_beside_a_copy_is_still_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A paraphrase of the quotation beside it is found, though the quotation is one of many copies."""
    monkeypatch.setattr(standing, "BULK", 10)
    with Workspace.create_or_open(tmp_path / "w.db") as workspace:
        directory = SpeakerDirectory(())
        said = "„Het is waarschijnlijk dat de presidenten elkaar spreken over de aanval op de haven”"
        texts = [f"{said}, zei Els Maas." for _ in range(12)]
        texts.append(
            f"Maas zei dat het mogelijk is dat de presidenten spreken over de aanval. {said}, zei Els Maas."
        )
        found = [
            extract(
                Article(name=str(at), text=text, sha256=short_id("", at), lang="nl", published="2024-05-04")
            )
            for at, text in enumerate(texts)
        ]
        workspace.add_extractions([prepare(one, directory) for one in found])
        compare_pending(workspace)
        rows = workspace.relations_by_rowid(workspace.relation_rowids(RelationFilter()))
    assert any(row.left.article_id == row.right.article_id for row in rows)
