"""What the comparison must show on the five seed articles, and what it must not cry wolf about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from workbench.store import RelationFilter, Workspace
from workbench.workflows.comparing import relation_json, relations
from workbench.workflows.importing import import_paths

Row = dict[str, Any]


@pytest.fixture(scope="module")
def found(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Row]:
    """Every relation over the seeds."""
    with Workspace.create_or_open(tmp_path_factory.mktemp("gold") / "w.db") as workspace:
        report = import_paths(workspace, [seeds])
        assert (report.added, report.refused) == (5, [])
        return [relation_json(row) for row in relations(workspace, RelationFilter())]


def between(found: list[Row], one: tuple[str, str], other: tuple[str, str]) -> list[Row]:
    """Relations between a mention of article ``one[0]`` holding the words ``one[1]`` and one of ``other`` likewise."""

    def fits(side: Row, wanted: tuple[str, str]) -> bool:
        return side["article"].startswith(wanted[0]) and wanted[1] in side["text"]

    return [
        row
        for row in found
        if (fits(row["left"], one) and fits(row["right"], other))
        or (fits(row["left"], other) and fits(row["right"], one))
    ]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (("001", "bijna 100.000"), ("000", "127.000"), "updates"),
        (("001", "bijna 100.000"), ("004", "meer dan 100.000"), "updates"),
        (("000", "127.000"), ("004", "meer dan 100.000"), "refines"),
        (("002", "100.000 militairen"), ("000", "127.000"), "updates"),
        (("001", "bijna 100.000"), ("002", "100.000 militairen"), "misattributed"),
        (("003", "tienduizend"), ("004", "30.000"), "different_scope"),
        (("000", "tussen 10 en 20 februari"), ("004", "10 dagen"), "corroborates"),
    ],
)
def test_figure_relations(found: list[Row], one: tuple[str, str], other: tuple[str, str], kind: str) -> None:
    """The worked figure pairs of the design come out with their kind."""
    rows = between(found, one, other)
    assert rows, f"no relation between {one} and {other}"
    assert {row["kind"] for row in rows} == {kind}, [row["evidence"]["summary"] for row in rows]


def test_denial_against_assertion(found: list[Row]) -> None:
    """The Kremlin's denial of an attack denies the intelligence service's preparations."""
    rows = between(found, ("004", "aanval op zijn buurland"), ("000", "voorbereidingen bevestigen"))
    assert "denies" in {row["kind"] for row in rows}


def test_images_called_fake(found: list[Row]) -> None:
    """The Kremlin's "van lage kwaliteit" of the satellite images disputes what is said of the troops they show."""
    rows = between(found, ("001", "van lage kwaliteit"), ("001", "bijna 100.000 Russische manschappen"))
    assert [row["kind"] for row in rows] == ["disputes"]
    assert (rows[0]["left"]["speaker"], rows[0]["right"]["speaker"]) == ("Oekraïne", "Kremlin")


def test_a_denial_that_another_tells_is_no_assertion(found: list[Row]) -> None:
    """Truss, who tells what Lavrov says is not planned, asserts nothing that the Kremlin's denial answers."""
    assert not between(found, ("004", "Minister Lavrov vertelde me"), ("004", "aanval op zijn buurland"))
    denials = [row for row in found if row["kind"] == "denies"]
    assert denials
    assert not any("vertelde me" in row[side]["text"] for row in denials for side in ("left", "right"))


def test_paraphrase_weaker_than_the_quote_beside_it(found: list[Row]) -> None:
    """'mogelijk' in the paraphrase against 'waarschijnlijk' in the quote misquotes, by modality."""
    rows = between(found, ("002", "mogelijk"), ("002", "waarschijnlijk"))
    assert [(row["kind"], row["evidence"]["reason"]) for row in rows] == [("misquotes", "modality")]


def test_dropped_source_is_named(found: list[Row]) -> None:
    """The 100.000 that 002 states itself, and 001 gives to Ukraine, lost its source."""
    rows = between(found, ("001", "bijna 100.000"), ("002", "100.000 militairen"))
    assert {row["evidence"]["subtype"] for row in rows} == {"attribution_dropped"}


def test_nothing_contradicts(found: list[Row]) -> None:
    """No pair of the seeds is called a contradiction: no two share event, scope and time and still differ."""
    assert [row["evidence"]["summary"] for row in found if row["kind"] == "contradicts"] == []


def test_money_is_no_troop_figure(found: list[Row]) -> None:
    """31 million euro is related to no count."""
    assert not [row for row in found if "31 miljoen" in row["left"]["text"] + row["right"]["text"]]


@pytest.mark.parametrize("year", ["2014", "1994"])
def test_years_are_no_counts(found: list[Row], year: str) -> None:
    """A year is never related to a count."""
    for row in found:
        texts = [row["left"]["text"], row["right"]["text"]]
        if year in texts:
            other = texts[1 - texts.index(year)]
            assert not any(word in other for word in ("militair", "soldaten", "manschappen", "troepen")), row[
                "evidence"
            ]["summary"]


@pytest.mark.parametrize(
    ("spellings", "searched"),
    [
        (("Sergei Lavrov", "Sergej Lavrov"), "Sergei"),
        (("NAVO", "Navo"), "Navo"),
        (("Wit-Rusland", "Belarus"), "Belarus"),
    ],
)
def test_one_speaker_with_every_spelling(
    seeds: Path, tmp_path: Path, spellings: tuple[str, str], searched: str
) -> None:
    """Two spellings of one name resolve to one speaker, keep both, and either finds the articles."""
    from workbench.compare import SpeakerDirectory

    directory = SpeakerDirectory(())
    ids = {directory.resolve(name, "a1").id for name in spellings}
    assert len(ids) == 1
    assert set(spellings) <= set(directory.resolve(spellings[0], "a2").spellings)
    with Workspace.create_or_open(tmp_path / "w.db") as workspace:
        import_paths(workspace, [seeds])
        assert workspace.search(searched, 20)
