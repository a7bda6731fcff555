"""Scores on the development sets, held at what was reached; the sets are outside the project and may be missing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.shared


def score(shared: Path, kind: str, gold: str, tmp_path: Path, *options: str) -> dict[str, Any]:
    """Extract the set's texts through the command line and score them with the set's own scorer."""
    path = shared / "eval" / gold
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    if "--texts" in options:
        for row in rows:
            row["text"] = (shared / "seeds" / row["id"]).read_text(encoding="utf-8")
    keys = ("id", "text", "lang", "published", "date")
    lines = [
        json.dumps({("published" if k == "date" else k): row[k] for k in keys if row.get(k)}) for row in rows
    ]
    done = subprocess.run(
        [sys.executable, "-m", "workbench", "extract", "--input-format", "jsonl"],
        input="\n".join(lines).encode(),
        capture_output=True,
        check=True,
    )
    (tmp_path / "pred.jsonl").write_bytes(done.stdout)
    scorer = [
        sys.executable,
        shared / "eval" / f"score_{kind}.py",
        path,
        tmp_path / "pred.jsonl",
        "--json",
        *options,
    ]
    return dict(json.loads(subprocess.run(scorer, capture_output=True, check=True).stdout))


def test_quotes_of_the_seeds(shared: Path, tmp_path: Path) -> None:
    """Overlap F1 and speaker accuracy on the seeds with gold reach .85."""
    result = score(shared, "quotes", "seeds.gold.dev.jsonl", tmp_path, "--texts", str(shared / "seeds"))
    assert result["overlap"]["f1"] >= 0.85
    assert result["speaker_acc"] >= 0.85


def test_figures_of_the_seeds(shared: Path, tmp_path: Path) -> None:
    """F1 of the seeds' figures reaches .95, every value and bound is right."""
    result = score(shared, "figures", "seeds.gold.dev.jsonl", tmp_path, "--texts", str(shared / "seeds"))
    assert result["overlap"]["f1"] >= 0.95
    assert result["value_acc"] == 1.0
    assert result["bound_acc"] == 1.0
