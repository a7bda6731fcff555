"""The command line as outside scripts use it: commands, exit codes, streams."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from pathlib import Path

import click
import pytest

from workbench.cli.main import COMMANDS

ROOT = Path(__file__).resolve().parent.parent.parent


def workbench(*arguments: str | Path, stdin: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run the command line as a process."""
    command = [sys.executable, "-m", "workbench", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, check=False)


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the five seeds, made through the command line."""
    path = tmp_path_factory.mktemp("cli") / "seeds.db"
    done = workbench("import", ROOT / "seeds", "-w", path)
    assert done.returncode == 0, done.stderr.decode()
    return path


def rows(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, object]]:
    """The JSON Lines of a call that went well."""
    assert done.returncode == 0, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_exists_and_has_help(name: str) -> None:
    """Each name of the table loads, carries its name, and its help begins like the table's line says it should."""
    module, _, attribute = COMMANDS[name][0].partition(":")
    command = getattr(importlib.import_module(module), attribute)
    assert isinstance(command, click.Command)
    assert command.name == name
    assert command.help


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme(name: str) -> None:
    """A newcomer finds each command in the README."""
    assert f"`{name}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_unknown_command_is_a_usage_error() -> None:
    """A misspelt command exits with 2 and says so on standard error."""
    done = workbench("imporrt")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"imporrt" in done.stderr


def test_missing_workspace_is_one_clear_line(tmp_path: Path) -> None:
    """A workspace that is not there: exit 2, one line with the file's name, nothing made."""
    done = workbench("compare", "-w", tmp_path / "none.db")
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"none.db" in done.stderr
    assert not (tmp_path / "none.db").exists()


def test_import_again_changes_nothing(seeded: Path) -> None:
    """The second import reports everything as known and leaves every row as it was."""
    before = workbench("list", "relations", "-w", seeded, "--format", "jsonl").stdout
    done = workbench("import", ROOT / "seeds", "-w", seeded)
    assert b"0 new, 5 known" in done.stdout
    assert workbench("list", "relations", "-w", seeded, "--format", "jsonl").stdout == before


def test_import_names_what_it_refuses_and_goes_on(tmp_path: Path) -> None:
    """An empty and a binary file are named, the good one is imported, the exit code is 1."""
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "good.txt").write_text("De minister zei dat er 12 doden zijn.", encoding="utf-8")
    done = workbench("import", tmp_path, "-w", tmp_path / "w.db")
    assert done.returncode == 1
    assert b"1 new" in done.stdout
    assert b"empty.txt" in done.stderr
    assert b"binary.txt" in done.stderr


def test_compare_rows_follow_the_contract(seeded: Path) -> None:
    """Each row has the contract's keys and its spans slice to the text of the article's file."""
    found = rows(workbench("compare", "-w", seeded, "--format", "jsonl"))
    assert found
    for row in found:
        assert {"id", "kind", "score", "state", "left", "right", "evidence", "detector"} <= row.keys()
        for side in (row["left"], row["right"]):
            assert isinstance(side, dict)
            text = (ROOT / "seeds" / str(side["article"])).read_text(encoding="utf-8")
            assert text[side["start"] : side["end"]] == side["text"]


def test_compare_limit_keeps_the_first(seeded: Path) -> None:
    """``--limit`` gives the head of the same order."""
    everything = rows(workbench("compare", "-w", seeded, "--format", "jsonl"))
    assert rows(workbench("compare", "-w", seeded, "--format", "jsonl", "--limit", "3")) == everything[:3]


def test_extract_of_stdin_rows_gives_a_row_for_each(tmp_path: Path) -> None:
    """Good rows give rows with their ids in order; a bad row is named by line and the exit code is 1."""
    lines = [
        {"id": "a", "text": "Hij zei dat er meer dan 100 mensen waren.", "lang": "nl"},
        {"id": "b", "text": "‘We gaan door’, aldus Jan Smit."},
    ]
    data = "\n".join([json.dumps(lines[0]), "{broken", json.dumps(lines[1])]).encode()
    done = workbench("extract", "--input-format", "jsonl", stdin=data)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["id"] for row in found] == ["a", "b"]
    assert done.returncode == 1
    assert b"2" in done.stderr
    figure = found[0]["figures"][0]
    assert (figure["value_min"], figure["value_max"], figure["bound"]) == (100, None, "above")
    assert found[0]["quotes"][figure["in_quote"]]["kind"] == "indirect"
    assert found[1]["quotes"][0]["speaker"] == "Jan Smit"


def test_offsets_count_the_rows_own_text() -> None:
    """Line ends that are stored shorter do not shift the offsets of a row."""
    text = "Hallo.\r\nEr zijn 1.350 containers.\r\n‘We gaan door’, zei Jan Smit."
    data = json.dumps({"id": "a", "text": text, "lang": "nl"}).encode()
    row = rows(workbench("extract", "--input-format", "jsonl", stdin=data))[0]
    figure, quote = row["figures"][0], row["quotes"][0]
    assert text[figure["start"] : figure["end"]] == "1.350 containers"
    assert text[quote["start"] : quote["end"]] == "We gaan door"
    assert text[quote["speaker_start"] : quote["speaker_end"]] == "Jan Smit"


def test_extract_is_the_same_in_two_processes() -> None:
    """Worker processes change neither rows nor order."""
    data = "\n".join(
        json.dumps({"id": str(n), "text": f"Volgens Oekraïne zijn er {n} doden."}) for n in range(150)
    )
    one = workbench("extract", "--input-format", "jsonl", stdin=data.encode())
    two = workbench("extract", "--input-format", "jsonl", "--jobs", "2", stdin=data.encode())
    assert one.stdout == two.stdout
    assert len(one.stdout.splitlines()) == 150


def test_unknown_language_is_refused_not_guessed() -> None:
    """A language without a pack is an error that lists those there are, never a silent fallback."""
    done = workbench("extract", "--lang", "xx", stdin=b"Hallo.")
    assert done.returncode == 2
    assert b"nl" in done.stderr


def test_decide_undo_redo_and_log(seeded: Path, tmp_path: Path) -> None:
    """A decision changes the relation's state, undo takes it back, redo sets it again, and the log tells all three."""
    path = tmp_path / "w.db"
    assert workbench("backup", path, "-w", seeded).returncode == 0
    first = rows(workbench("compare", "-w", path, "--format", "jsonl", "--limit", "1"))[0]

    def state() -> object:
        return rows(workbench("show", str(first["id"]), "-w", path, "--format", "jsonl"))[0]["state"]

    assert workbench("decide", str(first["id"]), "accept", "-w", path, "--by", "an").returncode == 0
    assert state() == "accepted"
    assert workbench("undo", "-w", path).returncode == 0
    assert state() == "suggested"
    assert workbench("redo", "-w", path).returncode == 0
    assert state() == "accepted"
    told = workbench("log", "-w", path).stdout.decode()
    assert str(first["id"]) in told
    assert f"undo: {first['kind']}, " in told
    ops = [row["op"] for row in rows(workbench("log", "-w", path, "--format", "jsonl"))]
    assert ops == ["redo", "undo", "decide"]


def test_contradicts_needs_its_ticks(seeded: Path, tmp_path: Path) -> None:
    """``contradicts`` without same event, scope and time is refused with what to give; with them it holds."""
    path = tmp_path / "w.db"
    workbench("backup", path, "-w", seeded)
    first = str(rows(workbench("compare", "-w", path, "--format", "jsonl", "--limit", "1"))[0]["id"])
    refused = workbench("decide", first, "contradicts", "-w", path)
    assert refused.returncode == 2
    assert b"--same event --same scope --same time" in refused.stderr
    ticks = [word for tick in ("event", "scope", "time") for word in ("--same", tick)]
    assert workbench("decide", first, "contradicts", *ticks, "-w", path).returncode == 0


def test_a_decision_is_told_in_words(seeded: Path, tmp_path: Path) -> None:
    """Number, time, analyst, kind, both articles, relation and note; no stored fields."""
    path = tmp_path / "w.db"
    workbench("backup", path, "-w", seeded)
    first = rows(workbench("compare", "-w", path, "--format", "jsonl", "--limit", "1"))[0]
    done = workbench("decide", str(first["id"]), "reject", "--note", "other day", "-w", path, "--by", "an")
    told = done.stdout.decode().strip().split("  ")
    assert told[2] == "an"
    assert told[3].startswith("decide unrelated, 00")
    assert told[4:] == [str(first["id"]), "note: other day"]


def test_a_set_holds_only_what_there_is(seeded: Path, tmp_path: Path) -> None:
    """No name for nothing, and no unknown id in a claim set."""
    path = tmp_path / "w.db"
    workbench("backup", path, "-w", seeded)
    for arguments, word in (((), b"nothing to save"), (("r000000000000",), b"no relation 'r000000000000'")):
        done = workbench("set", "mine", *arguments, "-w", path)
        assert done.returncode == 2
        assert word in done.stderr
    assert workbench("list", "sets", "-w", path).stdout == b""


def test_a_backup_overwrites_only_when_told(seeded: Path, tmp_path: Path) -> None:
    """A file that is there stays as it is without --force."""
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    done = workbench("backup", tmp_path / "notes.txt", "-w", seeded)
    assert done.returncode == 2
    assert b"notes.txt: exists already" in done.stderr
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_a_filter_key_that_does_not_exist_is_refused(seeded: Path) -> None:
    """A mistyped key gives the keys there are, not an empty export."""
    done = workbench("export", "csv", "--filter", "stat:decided", "-w", seeded)
    assert done.returncode == 2
    assert b"no filter named 'stat' (there are: state, kind" in done.stderr


def test_issues_are_listed_and_shown(seeded: Path) -> None:
    """``list issues`` has every relation in one issue; ``show`` has the mentions and relations of one in full."""
    issues = rows(workbench("list", "issues", "-w", seeded, "--format", "jsonl"))
    relations = rows(workbench("list", "relations", "-w", seeded, "--format", "jsonl"))
    told = [relation for issue in issues for relation in issue["relations"]]  # type: ignore[attr-defined]
    assert sorted(told) == sorted(str(relation["id"]) for relation in relations)
    assert len(issues) < len(relations)
    looks = [issue["look"] for issue in issues]
    assert looks == sorted(looks, reverse=True)
    first = issues[0]
    (shown,) = rows(workbench("show", str(first["id"]), "-w", seeded, "--format", "jsonl"))
    assert [mention["mention"] for mention in shown["mentions"]] == first["mentions"]  # type: ignore[attr-defined]
    assert str(first["question"]).encode() in workbench("list", "issues", "-w", seeded).stdout
    assert workbench("show", "i000000000000", "-w", seeded).returncode == 2


def test_what_decisions_taught_is_listed_and_forgotten(seeded: Path, tmp_path: Path) -> None:
    """``list weights`` shows each kind and level with its counts; ``forget`` empties it, ``undo`` brings it back."""
    path = tmp_path / "taught.db"
    path.write_bytes(seeded.read_bytes())
    relations = rows(workbench("list", "relations", "-w", path, "--format", "jsonl"))
    for relation, kind in zip(relations[:4], ("accept", "reject", "accept", "reject"), strict=True):
        same = ("--same", "event", "--same", "scope", "--same", "time")
        assert workbench("decide", str(relation["id"]), kind, *same, "--by", "an", "-w", path).returncode == 0
    taught = rows(workbench("list", "weights", "-w", path, "--format", "jsonl"))
    kinds = [row for row in taught if row["what"] == "kind"]
    assert sum(int(str(row["accepted"])) for row in kinds) == 2
    assert sum(int(str(row["rejected"])) for row in kinds) == 2
    assert b"rejected)" in workbench("list", "weights", "-w", path).stdout
    assert workbench("forget", "--by", "an", "-w", path).returncode == 0
    assert rows(workbench("list", "weights", "-w", path, "--format", "jsonl")) == []
    assert b"forget" in workbench("log", "-w", path).stdout
    assert workbench("undo", "--by", "an", "-w", path).returncode == 0
    assert rows(workbench("list", "weights", "-w", path, "--format", "jsonl")) == taught


def test_relations_are_listed_by_article(seeded: Path) -> None:
    """``list relations --article`` gives those with a side in it, and refuses an article it does not know."""
    articles = rows(workbench("list", "articles", "-w", seeded, "--format", "jsonl"))
    name = str(articles[0]["name"])
    found = rows(workbench("list", "relations", "--article", name, "-w", seeded, "--format", "jsonl"))
    assert found
    assert all(name in {row[side]["article"] for side in ("left", "right")} for row in found)
    assert len(found) < len(rows(workbench("list", "relations", "-w", seeded, "--format", "jsonl")))
    assert workbench("list", "relations", "--article", "none", "-w", seeded).returncode == 2


def test_a_folder_without_articles_is_named(tmp_path: Path) -> None:
    """Nothing done is exit 2 and says in which folder nothing was found."""
    (tmp_path / "empty").mkdir()
    done = workbench("import", tmp_path / "empty", "-w", tmp_path / "w.db")
    assert done.returncode == 2
    assert b"empty: no articles in it" in done.stderr


def test_annotations_are_found_by_search(seeded: Path, tmp_path: Path) -> None:
    """A note on a mention is stored and searchable; a tag stands in ``show``."""
    path = tmp_path / "w.db"
    workbench("backup", path, "-w", seeded)
    mention = str(rows(workbench("list", "figures", "-w", path, "--format", "jsonl"))[0]["mention"])
    done = workbench("annotate", mention, "--note", "navragen bij redactie", "--tag", "troepen", "-w", path)
    assert done.returncode == 0, done.stderr.decode()
    shown = rows(workbench("show", mention, "-w", path, "--format", "jsonl"))[0]
    assert {a["value"] for a in shown["annotations"]} == {"navragen bij redactie", "troepen"}
    assert b"navragen" in workbench("search", "navragen", "-w", path).stdout


def test_search_folds_accents(seeded: Path) -> None:
    """Oekraine finds Oekraïne."""
    assert "Oekraïne".encode() in workbench("search", "Oekraine", "-w", seeded).stdout


def test_search_takes_any_text(seeded: Path) -> None:
    """Characters that mean something to the index are only text."""
    for query in ('"open', "a AND", "col:x", "-x", "NEAR(", "*", "'"):
        assert workbench("search", "--", query, "-w", seeded).returncode in {0, 2}, query


@pytest.mark.parametrize("form", ["jsonl", "csv", "markdown", "html"])
def test_export_writes_every_format(seeded: Path, tmp_path: Path, form: str) -> None:
    """Each format is written whole to a file; a second run refuses to overwrite it."""
    target = tmp_path / f"out.{form}"
    done = workbench("export", form, "-w", seeded, "-o", target)
    assert done.returncode == 0, done.stderr.decode()
    assert target.stat().st_size > 1000
    again = workbench("export", form, "-w", seeded, "-o", target)
    assert again.returncode == 2
    assert b"--force" in again.stderr or b"exists" in again.stderr


def test_lossless_export_is_read_back(seeded: Path, tmp_path: Path) -> None:
    """Articles, mentions, relations and decisions of a jsonl export come back equal in a new workspace."""
    first = str(rows(workbench("compare", "-w", seeded, "--format", "jsonl", "--limit", "1"))[0]["id"])
    workbench("decide", first, "accept", "-w", seeded, "--note", "gezien")
    target, other = tmp_path / "all.jsonl", tmp_path / "other.db"
    assert workbench("export", "jsonl", "-w", seeded, "-o", target).returncode == 0
    done = workbench("import", target, "-w", other)
    assert done.returncode == 0, done.stderr.decode()
    for what in ("articles", "mentions", "relations"):
        mine = [_timeless(row) for row in rows(workbench("list", what, "-w", seeded, "--format", "jsonl"))]
        theirs = [_timeless(row) for row in rows(workbench("list", what, "-w", other, "--format", "jsonl"))]
        assert theirs == mine, what
    workbench("undo", "-w", seeded)


def _timeless(row: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in row.items() if key != "imported_at"}


def test_doctor_finds_the_seeds_workspace_well(seeded: Path) -> None:
    """A workspace made by the program has no problems."""
    done = workbench("doctor", "-w", seeded)
    assert done.returncode == 0
    assert b"all well" in done.stdout


def test_review_without_a_terminal_names_the_other_way(seeded: Path) -> None:
    """No terminal: exit 2 and one line that names the commands which do the same."""
    done = workbench("review", "-w", seeded, stdin=b"")
    assert done.returncode == 2
    assert b"decide" in done.stderr


def test_demo_without_a_terminal_prints_what_was_found(tmp_path: Path) -> None:
    """The demo makes a workspace from the seeds and prints a summary with its relations."""
    done = workbench("demo", "-w", tmp_path / "demo.db", stdin=b"")
    assert done.returncode == 0, done.stderr.decode()
    assert b"5 articles" in done.stdout
    assert b"updates" in done.stdout


def test_hostile_text_is_not_written_raw(tmp_path: Path) -> None:
    """Escape, OSC 52, C1 and bidi characters of an article appear in no output of any command."""
    evil = "\x1b]52;c;cHduZWQ=\x07 \x9b2J \u202e"
    (tmp_path / "evil\x1b]0;x\x07.txt").write_text(
        f"‘{evil} dat zijn [/] 100.000 [@click=app.quit]doden[/]’, zei minister Jan {evil} Smit.\n"
        f"Volgens Piet Bakker zijn er bijna 100.000 {evil} doden.",
        encoding="utf-8",
    )
    path = tmp_path / "w.db"
    outputs = [workbench("import", tmp_path, "-w", path)]
    outputs += [
        workbench("list", what, "-w", path) for what in ("articles", "mentions", "speakers", "relations")
    ]
    outputs += [
        workbench("list", "mentions", "-w", path, "--format", "jsonl"),
        workbench("search", "doden", "-w", path),
    ]
    outputs += [workbench("extract", tmp_path)]
    for done in outputs:
        for stream in (done.stdout, done.stderr):
            for raw in (b"\x1b", b"\x07", b"\xc2\x9b", "\u202e".encode()):
                assert raw not in stream, done.args
