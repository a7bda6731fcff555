"""Timing and the shape of a result."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Outcome:
    """One measured ratio and its goal."""

    name: str
    """What was measured."""
    value: str
    """The figure with its unit."""
    reference: str
    """The reference's figure, from the same run."""
    ratio: float
    """Value against reference, or a growth exponent."""
    at_least: float = -math.inf
    """Smallest ratio that reaches the goal."""
    at_most: float = math.inf
    """Largest ratio that reaches the goal."""

    @property
    def reached(self) -> bool:
        """Whether the ratio lies within the goal."""
        return self.at_least <= self.ratio <= self.at_most

    @property
    def goal_text(self) -> str:
        """The goal in words; "reported" where there is none."""
        parts = [f">= {self.at_least:g}"] if self.at_least > -math.inf else []
        parts += [f"<= {self.at_most:g}"] if self.at_most < math.inf else []
        return " and ".join(parts) or "reported"


def best_seconds(work: Callable[[], object], runs: int = 3) -> float:
    """Shortest of some runs of processor time: the one least disturbed by other work on the machine."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return max(min(times), 1e-9)


def exponent(sizes: Sequence[float], seconds: Sequence[float]) -> float:
    """Slope of the least-squares line through log size and log time: 1 is linear."""
    xs, ys = [math.log(s) for s in sizes], [math.log(t) for t in seconds]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    top = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    return top / sum((x - mean_x) ** 2 for x in xs)
