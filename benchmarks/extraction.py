"""Whole extraction against the bare two-pattern ``re`` pass over the same text, and how it grows."""

from __future__ import annotations

import re
import time

from benchmarks.corpus import articles
from benchmarks.measure import Outcome, best_seconds, exponent
from workbench.extract import extract
from workbench.workflows.extracting import extract_rows

MARKS = re.compile(
    "„[^”“\n]{3,500}[”“]|“[^”\n]{3,500}”|‘[^’\n]{3,500}’|«[^»\n]{3,500}»|\"[^\"\n]{3,500}\"|(?<!\\w)'[^'\n]{3,500}'(?!\\w)"
)
FIGURES = re.compile(
    r"(?:\b(?:bijna|ruim|meer dan|ongeveer|zo'n) )?\b\d+(?:[.,]\d+)*(?: (?:miljoen|miljard|duizend))?(?: \w+)?"
)


def run(short: bool) -> list[Outcome]:
    """Speed, growth exponent and the gain of a second process."""
    sizes = (100, 200, 400) if short else (300, 1000, 3000)
    made = list(articles(sizes[-1]))
    for article in made[:20]:
        extract(article)
    seconds = [best_seconds(lambda n=n: [extract(a) for a in made[:n]], 2) for n in sizes]
    megabytes = sum(len(a.text.encode()) for a in made) / 1e6
    bare = best_seconds(lambda: [(MARKS.findall(a.text), FIGURES.findall(a.text)) for a in made])
    speed = megabytes / seconds[-1]
    return [
        # The goal of 1 MB/s is reported; what fails the run is the share of the re pass, which no machine changes.
        Outcome("extract, MB/s (goal 1)", f"{speed:.2f} MB/s", "1 MB/s", speed),
        Outcome(
            "extract, share of bare re speed",
            f"{speed:.2f} MB/s",
            f"{megabytes / bare:.1f} MB/s",
            bare / seconds[-1],
            at_least=0.015,
        ),
        Outcome(
            "extract, growth exponent",
            f"{sizes[0]}..{sizes[-1]}",
            "linear",
            exponent(sizes, seconds),
            at_most=1.15,
        ),
        _processes(sizes[-1]),
    ]


def _processes(count: int) -> Outcome:
    def wall(jobs: int) -> float:
        start = time.perf_counter()
        for _ in extract_rows(iter(made), jobs=jobs):
            pass
        return time.perf_counter() - start

    made = list(articles(count))
    one, two = wall(1), wall(2)
    return Outcome("extract, two processes against one", f"{two:.1f} s", f"{one:.1f} s", one / two)
