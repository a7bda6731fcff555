"""``workbench check`` as an editor and a newsroom's pipeline use it, on drafts that quote the seeds."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from workbench.cli.main import cli

ROOT = Path(__file__).resolve().parent.parent.parent

WRONG = """De spanning rond Oekraïne loopt op.

"Dat zou een domme fout zijn", zei Antony Blinken over een inval.

'De realiteit is dat we de opmars van meer dan 100.000 militairen aan de Oekraïense grens en de pogingen om de \
soevereiniteit en de territoriale integriteit van Oekraïne te ondergraven, kunnen ontkennen', zei Liz Truss.

«We gaan al onze bondgenoten verdedigen en beschermen», zei Boris Johnson.

“Het is aan de Russen om te bepalen welke weg ze gaan inslaan […] als ze niet de diplomatieke weg inslaan”, aldus Psaki.

De Europese Unie trekt 13 miljoen euro uit voor veldhospitalen, logistiek en cybercapaciteiten van het Oekraïense leger.

Volgens Oekraïne staan er bijna 100.000 Russische manschappen bij de grens.

‘Wij slapen elke nacht met onze laarzen aan’, zei Jens Stoltenberg.

„Het is mogelijk dat Poetin en Biden snel contact met elkaar opnemen”, zei Blinken.
"""
"""Eight faults: an altered word, a dropped "niet", another speaker, a stretch left out with a sign, a wrong figure, an
outdated one, an invented quote, a paraphrase in quotation marks."""

RIGHT = """"Dat zou een grote fout zijn", zei Antony Blinken.

'We gaan al onze bondgenoten verdedigen en beschermen', aldus Jens Stoltenberg.

‘We moeten de zuidgrens van Belarus versterken’, zei Loekasjenko.

“De medeplichtigheid van Wit-Rusland aan een dergelijke aanval zou volkomen onaanvaardbaar zijn”, zei een woordvoerder \
van het State Department.

„Het is waarschijnlijk dat de presidenten elkaar in de nabije toekomst spreken”, zei Antony Blinken.

„Een nieuwe agressie van Rusland zal leiden tot een versterking van de aanwezigheid van de NAVO“, zei Jens Stoltenberg.

«Er is een alternatieve weg, een diplomatieke weg, die conflict en bloedvergieten vermijdt», aldus Liz Truss.

»We zijn nu op een punt beland waarin Rusland op elk moment een aanval kan lanceren op Oekraïne«, aldus Jen Psaki.

‘Minister Lavrov vertelde me vandaag’, zei Truss, ‘dat Rusland niet van plan is Oekraïne binnen te vallen.’

De Europese Unie trekt 31 miljoen euro uit voor veldhospitalen, logistiek en cybercapaciteiten van het Oekraïense leger.
"""
"""Every style of marks; nothing in it has to be mended."""

HOSTILE = (
    "\x1b]0;x\x07‘Dat \x1b[31mzou\u202e een <script>alert(1)</script>"
    " grote \u200bfout zijn’, zei <b>Blinken</b>.\n=1+1 12 doden\n"
)


def check(*arguments: str | Path, stdin: str | None = None) -> Result:
    """Run the command in this process: a new one for each call would cost most of the time."""
    return run("check", *arguments, stdin=stdin)


def run(*arguments: str | Path, stdin: str | None = None) -> Result:
    """Run another command."""
    done = CliRunner().invoke(cli, [*map(str, arguments)], input=stdin, prog_name="workbench")
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the five seeds."""
    path = tmp_path_factory.mktemp("check") / "seeds.db"
    done = run("import", ROOT / "seeds", "-w", path)
    assert done.exit_code == 0, done.stderr
    return path


def findings(done: Result) -> list[dict[str, Any]]:
    """The rows of a call with ``--format jsonl``."""
    assert done.exit_code in (0, 1), done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def outcome(rows: list[dict[str, Any]], words: str) -> str:
    """The outcome of the finding whose text has the words."""
    found = [row["outcome"] for row in rows if words in row["text"]]
    assert found, words
    return str(found[0])


def test_eight_faults_are_each_named(seeded: Path) -> None:
    """Each fault of the draft has the outcome that says what is wrong, and the exit code is 1."""
    done = check("-", "-w", seeded, "--format", "jsonl", stdin=WRONG)
    rows = findings(done)
    expected = {
        "domme fout": "altered",
        "kunnen ontkennen": "altered",
        "onze bondgenoten": "other_speaker",
        "Het is aan de Russen": "elided",
        "13 miljoen euro": "conflicts",
        "bijna 100.000 Russische manschappen": "outdated",
        "laarzen": "not_found",
        "Het is mogelijk": "altered",
    }
    quotes_and_figures = [row for row in rows if row.get("quote_kind") != "indirect"]
    assert {words: outcome(quotes_and_figures, words) for words in expected} == expected
    assert done.exit_code == 1


def test_evidence_slices_to_the_seeds(seeded: Path) -> None:
    """Offsets of evidence are into the seed's text, those of a finding into the draft's."""
    for row in findings(check("-", "-w", seeded, "--format", "jsonl", stdin=WRONG)):
        assert WRONG[row["start"] : row["end"]] == row["text"]
        proof = row["evidence"]
        if proof:
            text = (ROOT / "seeds" / proof["article"]).read_text(encoding="utf-8")
            assert text[proof["start"] : proof["end"]] == proof["text"]
            for step in (step for step in row["diff"] if step["op"] != "equal"):
                assert text[step["source_start"] : step["source_end"]] == step["source"]
                assert WRONG[step["draft_start"] : step["draft_end"]] == step["draft"]


def test_offsets_of_a_difference_in_an_interrupted_quote(seeded: Path) -> None:
    """What a change replaces is found in the draft and in the article, though reporting words stand in between."""
    draft = "‘Minister Lavrov vertelde me gisteren’, zei Truss, ‘dat Rusland niet van zin is Oekraïne binnen te vallen.’"
    rows = findings(check("-", "-w", seeded, "--format", "jsonl", stdin=draft))
    text = (ROOT / "seeds" / rows[0]["evidence"]["article"]).read_text(encoding="utf-8")
    changed = [step for row in rows for step in row["diff"] if step["op"] == "replace"]
    assert [(step["source"], step["draft"]) for step in changed] == [("vandaag", "gisteren"), ("plan", "zin")]
    for step in changed:
        assert text[step["source_start"] : step["source_end"]] == step["source"]
        assert draft[step["draft_start"] : step["draft_end"]] == step["draft"]


def test_reasons_and_word_difference(seeded: Path) -> None:
    """The text names who said it, the words that differ, and the articles' value; worst first."""
    text = check("-", "-w", seeded, stdin=WRONG).stdout
    assert "Dat zou een [-grote-]{+domme+} fout zijn" in text
    assert "Jens Stoltenberg says this, not Boris Johnson" in text
    assert "31 miljoen euro" in text
    assert "127.000 militairen" in text
    assert (
        text.index("OTHER SPEAKER") < text.index("ALTERED") < text.index("NOT FOUND") < text.index("ELIDED")
    )


def test_right_quotes_in_every_style_of_marks(seeded: Path) -> None:
    """Nothing has to be mended in a draft that is right."""
    done = check("-", "-w", seeded, "--format", "jsonl", "--fail-on", "mend", stdin=RIGHT)
    rows = findings(done)
    wrong = [(row["text"], row["outcome"], row["reason"]) for row in rows if row["mend"]]
    assert wrong == []
    assert [row["outcome"] for row in rows if row["kind"] == "quote"].count("verbatim") >= 8
    assert done.exit_code == 0


def test_seeds_as_drafts_have_nothing_to_mend_in_their_quotes(seeded: Path, tmp_path: Path) -> None:
    """An article under another name is verbatim in every quote: it is its own evidence."""
    for seed in sorted((ROOT / "seeds").iterdir()):
        copy = tmp_path / seed.name
        copy.write_text(seed.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        rows = findings(check(copy, "-w", seeded, "--format", "jsonl"))
        marked = [row for row in rows if row.get("quote_kind") in ("direct", "mixed", "post")]
        assert [(row["text"], row["outcome"]) for row in marked if row["outcome"] != "verbatim"] == []


@pytest.mark.parametrize(
    ("fail_on", "code"),
    [("mend", 0), ("open", 1), ("all", 1), ("never", 0), ("altered,not_found", 1), ("altered, elided", 0)],
)
def test_what_fails_is_the_newsrooms_choice(seeded: Path, fail_on: str, code: int) -> None:
    """An invented quote is only not found: whether that stops the pipeline is said by ``--fail-on``."""
    draft = "‘Wij slapen elke nacht met onze laarzen aan’, zei Jens Stoltenberg."
    assert check("-", "-w", seeded, "--fail-on", fail_on, stdin=draft).exit_code == code


def test_unknown_outcome_is_a_usage_error(seeded: Path) -> None:
    """A name that is no outcome is refused with the names there are, before anything is checked."""
    done = check("-", "-w", seeded, "--fail-on", "wrong", stdin="x")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "no outcome is called 'wrong'" in done.stderr
    assert "not_found" in done.stderr


def test_imported_draft_is_no_evidence_for_itself(seeded: Path, tmp_path: Path) -> None:
    """A draft that was imported too does not back its own quotes."""
    draft = tmp_path / "draft.txt"
    draft.write_text("‘Wij slapen elke nacht met onze laarzen aan’, zei Jens Stoltenberg.", encoding="utf-8")
    workspace = tmp_path / "copy.db"
    assert run("backup", workspace, "-w", seeded).exit_code == 0
    assert run("import", draft, "-w", workspace).exit_code == 0
    rows = findings(check(draft, "-w", workspace, "--format", "jsonl"))
    assert outcome(rows, "laarzen") == "not_found"


def test_pinned_transcript_is_the_primary_text(seeded: Path, tmp_path: Path) -> None:
    """A pinned transcript overrules the paper, is named as primary, and needs no quotation marks."""
    transcript = tmp_path / "transcript.txt"
    transcript.write_text(
        "BLINKEN: Laat ik er duidelijk over zijn. Dat zou een heel grote fout zijn. Wij staan klaar.",
        encoding="utf-8",
    )
    workspace = tmp_path / "copy.db"
    run("backup", workspace, "-w", seeded)
    run("import", transcript, "-w", workspace)
    draft = '"Dat zou een grote fout zijn", zei Antony Blinken. "Laat ik er duidelijk over zijn", zei Antony Blinken.'
    assert run("annotate", "transcript.txt", "--pin", "-w", workspace, "--by", "Els").exit_code == 0
    rows = findings(check("-", "-w", workspace, "--format", "jsonl", stdin=draft))
    assert [row["outcome"] for row in rows] == ["elided", "verbatim"]
    assert all(row["evidence"]["primary"] for row in rows)
    assert "primary" in check("-", "-w", workspace, stdin=draft).stdout


@pytest.mark.parametrize("form", ["text", "jsonl", "html"])
def test_hostile_draft_comes_out_harmless(seeded: Path, form: str) -> None:
    """No control, hidden or bidirectional character and no markup of the draft reaches an output."""
    done = check("-", "-w", seeded, "--format", form, "--all", stdin=HOSTILE)
    assert done.exit_code in (0, 1), done.stderr
    out = done.stdout
    assert out
    assert not set(out) & set("\x1b\x07\u202e\u200b")
    if form == "html":
        assert "<script" not in out
        assert "<b>" not in out


class _Tags(HTMLParser):
    """The tags of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += attrs
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_page_needs_nothing_else(seeded: Path, tmp_path: Path) -> None:
    """The page is well formed, has no script and no address to fetch, and is not overwritten without a yes."""
    page = tmp_path / "report.html"
    assert check("-", "-w", seeded, "--format", "html", "-o", page, stdin=WRONG).exit_code == 1
    html = page.read_text(encoding="utf-8")
    tags = _Tags()
    tags.feed(html)
    assert tags.open == []
    assert not [value for name, value in tags.attributes if name in ("src", "srcset", "action")]
    assert all(value and value.startswith("#") for name, value in tags.attributes if name == "href")
    assert "domme" in html
    assert check("-", "-w", seeded, "--format", "html", "-o", page, stdin=WRONG).exit_code == 2
    assert check("-", "-w", seeded, "--format", "html", "-o", page, "--force", stdin=WRONG).exit_code == 1


def test_unusable_input_is_a_usage_error(seeded: Path, tmp_path: Path) -> None:
    """A missing draft, a binary one, a wrong date and a missing workspace exit with 2 and one line."""
    binary = tmp_path / "binary.txt"
    binary.write_bytes(bytes(range(256)) * 20)
    calls = [
        check(tmp_path / "none.txt", "-w", seeded),
        check(binary, "-w", seeded),
        check("-", "-w", seeded, "--date", "yesterday", stdin="x"),
        check("-", "-w", tmp_path / "none.db", stdin="x"),
    ]
    assert [call.exit_code for call in calls] == [2, 2, 2, 2]
    assert [call.stderr.count("\n") for call in calls] == [1, 1, 1, 1]


def test_draft_without_quotes_or_figures(seeded: Path) -> None:
    """There is nothing to mend in a text that quotes nothing, and the output says so."""
    done = check("-", "-w", seeded, stdin="Het was een rustige dag.")
    assert done.exit_code == 0
    assert "no quote or figure" in done.stdout
