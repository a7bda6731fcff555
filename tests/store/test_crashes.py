"""Killed at any moment: nothing acknowledged is lost, nothing is half done, nothing is damaged."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from made_up import Story

from workbench.store import Workspace

HERE = Path(__file__).parent
ENVIRONMENT = {**os.environ, "PYTHONPATH": f"{HERE}{os.pathsep}{HERE.parents[1]}"}


def start(*words: object) -> subprocess.Popen[bytes]:
    """Start a writer and wait until it has the file open."""
    process = subprocess.Popen(
        [sys.executable, HERE / "writer.py", *map(str, words)], stdout=subprocess.PIPE, env=ENVIRONMENT
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    return process


def kill_after(process: subprocess.Popen[bytes], seconds: float) -> list[str]:
    """Let it write for a while, kill it, and give what it acknowledged."""
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    out, _ = process.communicate()
    assert process.returncode == -signal.SIGKILL
    # The last line may have been cut off by the kill: then it was not acknowledged.
    return out.decode().rpartition("\n")[0].splitlines()


def kill_loop(path: Path, kills: int, kinds: tuple[str, ...]) -> int:
    """Kill writers again and again; the number of acknowledged transactions, all of them found again."""
    noise = random.Random(kills)
    acknowledged, next_article = 0, 1000
    # A bulk writer decides all the relations there are when it starts; imports add one an article.
    sizes = {4}
    for turn in range(kills):
        kind = kinds[turn % len(kinds)]
        done = kill_after(
            start(path, kind, next_article if kind == "import" else "an"), noise.uniform(0.001, 0.12)
        )
        acknowledged += len(done)
        with Workspace.open(path) as ws:
            if kind == "import":
                names = {row.name for row in ws.articles()}
                assert {f"{int(number):03}_betoging.txt" for number in done} <= names
                next_article = 1000 + len(names)
            else:
                ids = [event for line in done for event in line.split()]
                known = set(ws.connection.column("SELECT id FROM events"))
                assert set(ids) <= known
                batches = ws.connection.column(
                    "SELECT count(*) FROM events WHERE batch IS NOT NULL GROUP BY batch"
                )
                assert set(batches) <= sizes
            sizes.add(len(ws.relation_rowids()))
            # Whole articles only: each has its three mentions, in the table and in the index.
            assert all((row.quotes, row.figures) == (1, 2) for row in ws.articles())
            assert ws.check() == []
    return acknowledged


@pytest.mark.timeout(300)
def test_thirty_kills_lose_nothing(path: Path, story: Story) -> None:
    """Thirty kills during imports, decisions and bulk decisions: every acknowledged one is there, whole."""
    story.ws.close()
    assert kill_loop(path, 30, ("import", "decide", "bulk")) > 10


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("kinds", [("import",), ("decide", "bulk")])
def test_two_hundred_kills_lose_nothing(path: Path, story: Story, kinds: tuple[str, ...]) -> None:
    """Two hundred kills of each sort of writer: nothing acknowledged is lost."""
    story.ws.close()
    assert kill_loop(path, 200, kinds) > 500


def test_a_journal_left_by_a_crash_is_rolled_back(path: Path, story: Story) -> None:
    """A write that was cut off in the middle is undone by whoever opens the file for writing next."""
    story.ws.close()
    code = (
        "import os, sys; from workbench.store import Workspace\n"
        "ws = Workspace.open(sys.argv[1]); db = ws.connection\n"
        "for first in ('PRAGMA cache_size = 1', 'PRAGMA cache_spill = 1', 'BEGIN IMMEDIATE'): db.raw.execute(first)\n"
        "for n in range(200): db.raw.execute('INSERT INTO meta VALUES (?, ?)', (str(n), 'x' * 3000))\n"
        "os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code, path], env=ENVIRONMENT, check=False)
    assert path.with_name("case.db-journal").exists()
    with Workspace.open(path) as ws:
        assert ws.connection.rows("SELECT count(*) FROM meta WHERE value LIKE 'x%'") == [(0,)]
        assert ws.check() == []


def test_an_interrupted_creation_is_taken_up(tmp_path: Path) -> None:
    """A file that was made but never filled becomes a workspace."""
    path = tmp_path / "case.db"
    path.touch()
    with Workspace.create_or_open(path) as ws:
        assert ws.check() == []
