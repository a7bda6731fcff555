"""Start-up of the command line over bare Python."""

from __future__ import annotations

import math
import subprocess
import sys
import time

from benchmarks.measure import Outcome

BUDGET_MS = 60
"""What ``--version`` may cost over a bare interpreter; a bare interpreter takes 10 to 20 ms on the same machine."""


def run(short: bool) -> list[Outcome]:
    """``--version`` and ``--help`` in milliseconds over bare Python."""
    runs = 7 if short else 15
    bare = _milliseconds(["-c", "pass"], runs)
    out = []
    for option, at_most in (("--version", 1.0), ("--help", math.inf)):
        over = _milliseconds(["-m", "workbench", option], runs) - bare
        out.append(
            Outcome(
                f"workbench {option}, ms over bare Python",
                f"{over:.0f} ms",
                f"{bare:.0f} ms",
                over / BUDGET_MS,
                at_most=at_most,
            )
        )
    return out


def _milliseconds(arguments: list[str], runs: int) -> float:
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return sorted(times)[len(times) // 2] * 1000
