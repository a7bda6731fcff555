"""Storing extractions against plain ``executemany`` of as many rows, and one article into a filled workspace."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from pathlib import Path

from benchmarks.corpus import articles
from benchmarks.measure import Outcome
from workbench.compare import SpeakerDirectory
from workbench.extract import extract
from workbench.store import StoredExtraction, Workspace
from workbench.workflows.comparing import compare_pending
from workbench.workflows.preparing import prepare


def run(short: bool) -> list[Outcome]:
    """Bulk storing, and the time of one article's import at two sizes."""
    count = 200 if short else 2000
    directory = SpeakerDirectory(())
    ready = [prepare(extract(a), directory) for a in articles(count)]
    mentions = sum(len(r.extraction.mentions) for r in ready)
    with tempfile.TemporaryDirectory() as folder:
        stored = _store(Path(folder) / "w.db", ready)
        plain = _executemany(Path(folder) / "plain.db", mentions)
        small = _one_more(Path(folder) / "small.db", ready[: count // 10], ready[-20:])
        large = _one_more(Path(folder) / "large.db", ready[:-20], ready[-20:])
    return [
        Outcome(
            "import, mentions/s stored",
            f"{mentions / stored:.0f}/s",
            f"{mentions / plain:.0f}/s",
            stored / plain,
        ),
        Outcome(
            "import, one article, large against small",
            f"{large * 1000:.0f} ms",
            f"{small * 1000:.0f} ms",
            large / small,
        ),
    ]


def _store(path: Path, ready: list[StoredExtraction]) -> float:
    with Workspace.create_or_open(path) as workspace:
        start = time.perf_counter()
        workspace.add_extractions(ready)
        return time.perf_counter() - start


def _executemany(path: Path, rows: int) -> float:
    with sqlite3.connect(path) as connection:
        connection.execute("create table t (a text, b integer, c integer, d text, e text) strict")
        start = time.perf_counter()
        connection.executemany(
            "insert into t values (?,?,?,?,?)",
            (("q" * 13, n, n + 90, "w" * 90, "s" * 13) for n in range(rows)),
        )
        connection.commit()
        return time.perf_counter() - start


def _one_more(path: Path, before: list[StoredExtraction], more: list[StoredExtraction]) -> float:
    """Median seconds to store one more article and compare it with those before."""
    times = []
    with Workspace.create_or_open(path) as workspace:
        workspace.add_extractions(before)
        compare_pending(workspace)
        for one in more:
            start = time.perf_counter()
            workspace.add_extractions([one])
            compare_pending(workspace)
            times.append(time.perf_counter() - start)
    return sorted(times)[len(times) // 2]
