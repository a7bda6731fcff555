"""The table of docs/check.md: what was tried on the seeds, and what came out."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from workbench.cli.main import cli

ROOT = Path(__file__).resolve().parent.parent.parent
_NAME = re.compile(r"_[0-9a-f]{16}\.txt")
_ROW = re.compile(r"\| ([^|]+) \| ([^|]+) \| `(\w+)` \| (\w+) \| ([^|]+) \|")
TRIED = _ROW.findall((ROOT / "docs" / "check.md").read_text(encoding="utf-8"))
"""What was done, the draft's paragraph, its outcome, the article, the reason."""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[int, list[dict[str, Any]]]:
    """The findings of a draft of all paragraphs, by line."""
    folder = tmp_path_factory.mktemp("table")
    workspace, draft = folder / "seeds.db", folder / "draft.md"
    draft.write_text("\n\n".join(row[1] for row in TRIED) + "\n", encoding="utf-8")
    calls = (["import", ROOT / "seeds"], ["check", draft, "--format", "jsonl"])
    imported, checked = (CliRunner().invoke(cli, [*map(str, call), "-w", str(workspace)]) for call in calls)
    assert (imported.exit_code, checked.exit_code) == (0, 1), checked.output
    lines: dict[int, list[dict[str, Any]]] = {}
    for row in map(json.loads, checked.stdout.splitlines()):
        lines.setdefault(row["line"], []).append(row)
    return lines


def test_enough_was_tried() -> None:
    """The table is read whole, and has every outcome that words alone can give."""
    assert len(TRIED) >= 30
    assert {row[2] for row in TRIED} == {
        "altered", "other_speaker", "elided", "verbatim", "not_found", "conflicts", "outdated", "unsupported",
        "supported",
    }  # fmt: skip


@pytest.mark.parametrize("index", range(len(TRIED)), ids=[row[0] for row in TRIED])
def test_what_was_tried(found: dict[int, list[dict[str, Any]]], index: int) -> None:
    """Each paragraph has one finding, with the outcome, article and reason that the table has."""
    _, _, outcome, article, reason = TRIED[index]
    (row,) = found[2 * index + 1]
    evidence = row["evidence"]
    assert (row["outcome"], evidence["article"][:3] if evidence else "none") == (outcome, article)
    assert _NAME.sub("", row["reason"]) == reason
