"""``workbench extract`` as a stream: memory that does not grow with the input, the first result before its end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

from benchmarks.corpus import articles
from benchmarks.measure import Outcome

BUDGET_MB = 200
"""What the process may take at most, whatever the size of the input."""
STATUS = "/proc/{}/status"
"""Where Linux says how much memory a process has had at most."""


def run(short: bool) -> list[Outcome]:
    """Peak memory over a stream and its tenth part; how much was read when the first result came."""
    few, many = (30, 300) if short else (500, 5000)
    if not Path(STATUS.format(os.getpid())).exists():
        return []
    small, _ = _streamed(few)
    large, first = _streamed(many)
    return [
        Outcome(
            "stream, peak memory",
            f"{large:.0f} MB",
            f"{small:.0f} MB",
            large / BUDGET_MB,
            at_most=1.0,
        ),
        Outcome(
            "stream, growth of memory", f"{many} articles", f"{few} articles", large / small, at_most=1.25
        ),
        Outcome(
            "stream, read at the first result", f"{first} rows", f"{many} rows", first / many, at_most=0.5
        ),
    ]


def _streamed(count: int) -> tuple[float, int]:
    """Peak memory in MB, and how many rows were written when the first result came."""
    with subprocess.Popen(
        [sys.executable, "-m", "workbench", "extract", "-", "--input-format", "jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        fed = [0]
        done = threading.Event()
        feeder = threading.Thread(target=_feed, args=(process.stdin, count, fed, done))
        feeder.start()
        process.stdout.readline()
        first = fed[0]
        for _ in range(count - 1):
            process.stdout.readline()
        status = Path(STATUS.format(process.pid)).read_text(encoding="ascii")
        done.set()
        feeder.join()
    peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(peak.split()[1]) / 1000, first


def _feed(pipe: IO[bytes], count: int, fed: list[int], done: threading.Event) -> None:
    """Write the rows and count them; the pipe stays open until the peak has been read."""
    for article in articles(count):
        row = {"id": article.name, "text": article.text, "lang": article.lang, "published": article.published}
        pipe.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
        pipe.flush()
        fed[0] += 1
    done.wait()
    pipe.close()
