"""Articles by name, and what a failing first import leaves behind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from workbench.cli.main import cli

FIRST = "Bij de brand in Gent vielen 12 doden, zei burgemeester Els Maas."
SECOND = "Bij de brand in Gent vielen 14 doden, zei burgemeester Els Maas."


def run(*arguments: str | Path) -> Result:
    """Run a command in this process."""
    done = CliRunner().invoke(cli, [*map(str, arguments)], prog_name="workbench")
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with two articles, one of which has a space in its name."""
    for name, text in (("een.txt", FIRST), ("nog een.txt", SECOND)):
        (tmp_path / name).write_text(f" date 2024-05-03 {text}", encoding="utf-8")
    made = tmp_path / "w.db"
    assert run("import", tmp_path / "een.txt", tmp_path / "nog een.txt", "-w", made).exit_code == 0
    return made


def test_an_article_is_pinned_and_unpinned_by_its_name(workspace: Path) -> None:
    """The name does what the id does; the log shows both steps, and a name nobody has is refused."""
    assert run("annotate", "nog een.txt", "--pin", "-w", workspace).exit_code == 0
    assert run("annotate", "nog een.txt", "--unpin", "-w", workspace).exit_code == 0
    rows = [json.loads(x) for x in run("log", "-w", workspace, "--format", "jsonl").stdout.splitlines()]
    assert [row["op"] for row in rows] == ["pin", "pin"]
    assert all(row["target"].startswith("a") for row in rows)
    done = run("annotate", "drie.txt", "--pin", "-w", workspace)
    assert done.exit_code == 2
    assert "no article 'drie.txt'" in done.stderr


@pytest.mark.parametrize(
    "words", ["article:een.txt", 'article:"nog een.txt"', 'article:"nog een.txt" kind:updates']
)
def test_a_filter_takes_names(workspace: Path, words: str) -> None:
    """The relations of an article are exported by its name, in double quotes where it has spaces."""
    done = run("export", "jsonl", "--filter", words, "-w", workspace)
    assert done.exit_code == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert any(row["type"] == "relation" and row["kind"] == "updates" for row in rows)


def test_a_filter_for_an_article_that_is_not_there_says_so(workspace: Path) -> None:
    """A typing error does not come out as an empty export."""
    done = run("export", "jsonl", "--filter", "article:twee.txt", "-w", workspace)
    assert done.exit_code == 2
    assert "no article 'twee.txt'" in done.stderr


def test_a_failing_first_import_leaves_no_workspace(tmp_path: Path) -> None:
    """Nothing that can be read, no file; a workspace that was there stays."""
    made, broken = tmp_path / "w.db", tmp_path / "rows.jsonl"
    broken.write_text('{"text": "a row without an id"}\n', encoding="utf-8")
    done = run("import", broken, "-w", made)
    assert done.exit_code == 2
    assert "rows.jsonl:1: has no id" in done.stderr
    assert "no workspace" in done.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["rows.jsonl"]
    (tmp_path / "een.txt").write_text(FIRST, encoding="utf-8")
    assert run("import", tmp_path / "een.txt", "-w", made).exit_code == 0
    assert run("import", broken, "-w", made).exit_code == 2
    assert made.exists()


def test_an_article_is_meant_by_how_its_name_begins(workspace: Path) -> None:
    """The beginning of one name will do to pin, show and filter; of several names it is refused with them."""
    assert run("annotate", "nog", "--pin", "-w", workspace).exit_code == 0
    assert "nog een.txt" in run("show", "nog", "-w", workspace).stdout
    whole = run("export", "csv", "--filter", "article:een.txt", "-w", workspace)
    assert run("export", "csv", "--filter", "article:een", "-w", workspace).stdout == whole.stdout
    (workspace.parent / "nog twee.txt").write_text("Er was geen brand.", encoding="utf-8")
    assert run("import", workspace.parent / "nog twee.txt", "-w", workspace).exit_code == 0
    several = run("annotate", "nog", "--pin", "-w", workspace)
    assert several.exit_code == 2
    assert "nog een.txt, nog twee.txt" in several.stderr


def test_an_issue_takes_notes(workspace: Path) -> None:
    """A note on an issue goes to the mention that leads it, and stands where the issue is shown."""
    issue = run("list", "issues", "-w", workspace).stdout.split()[0]
    assert run("annotate", issue, "--note", "bel de burgemeester", "-w", workspace).exit_code == 0
    shown = run("show", issue, "-w", workspace).stdout
    assert "note bel de burgemeester" in shown
    assert "12 doden" in shown
    assert "why: " in shown
    row = json.loads(run("show", issue, "-w", workspace, "--format", "jsonl").stdout)
    assert [note["value"] for note in row["annotations"]] == ["bel de burgemeester"]
    assert run("annotate", "i000000000000", "--note", "x", "-w", workspace).exit_code == 2


def test_an_import_that_breaks_off_leaves_no_empty_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever stops a first import, no file without articles stays behind."""

    def broken(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("workbench.workflows.importing.import_paths", broken)
    (tmp_path / "een.txt").write_text(FIRST, encoding="utf-8")
    done = CliRunner().invoke(cli, ["import", str(tmp_path / "een.txt"), "-w", str(tmp_path / "w.db")])
    assert done.exit_code != 0
    assert [path.name for path in tmp_path.iterdir()] == ["een.txt"]
