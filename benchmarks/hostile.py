"""Time per megabyte of hostile text against normal text: nothing may grow faster than its input."""

from __future__ import annotations

import subprocess
import sys

from benchmarks.corpus import articles
from benchmarks.measure import Outcome, best_seconds, exponent
from workbench.extract import extract
from workbench.model import Article, short_id

GENERATORS = {
    "one quotation mark": lambda n: '"' * n,
    "opening marks": lambda n: "„" * n,
    "alternating marks": lambda n: "“”‘’" * (n // 4),
    "marks and words": lambda n: '"a ' * (n // 3),
    "apostrophes": lambda n: "d'a'" * (n // 4),
    "double commas": lambda n: ",," * (n // 2),
    "digits": lambda n: "1" * n,
    "digit groups": lambda n: "1.000." * (n // 6),
    "digits and spaces": lambda n: "17 504 " * (n // 7),
    "number words": lambda n: "twintig" * (n // 7),
    "ranges": lambda n: "10 tot " * (n // 7),
    "between": lambda n: "tussen 10 en " * (n // 13),
    "capitals": lambda n: "Van De " * (n // 7),
    "one long word": lambda n: "a" * n,
    "full stops": lambda n: ". " * (n // 2),
    "abbreviations": lambda n: "o.a. " * (n // 5),
    "reporting verbs": lambda n: "zei dat " * (n // 8),
    "according to": lambda n: "volgens de " * (n // 11),
    "colons": lambda n: "Jan: " * (n // 5),
    "newlines": lambda n: "a\n" * (n // 2),
    "dashes": lambda n: "— ja\n" * (n // 5),
    "hyphens": lambda n: "a-" * (n // 2),
}
"""Name to a text of about n characters, each aimed at one part of the extraction."""

MEMORY_MB = 200
"""What a process may take for one article of 5 MB, whatever it says."""


def run(short: bool) -> list[Outcome]:
    """The worst generator's cost a megabyte against news text, and the worst growth exponent."""
    sizes = (8_000, 16_000, 32_000) if short else (60_000, 120_000, 240_000)
    normal = "\n\n".join(a.text for a in articles(sizes[-1] // 2500))
    worst_cost, worst_growth = ("", 0.0), ("", 0.0)
    for name, make in GENERATORS.items():
        reference = _seconds(normal) / len(normal)  # beside each, since a shared machine changes its speed
        seconds = [_seconds(make(size)) for size in sizes]
        cost = max(seconds) / sizes[-1] / reference
        growth = exponent(sizes, seconds) if seconds[-1] > 0.02 else 0.0
        worst_cost = max(worst_cost, (name, cost), key=lambda pair: pair[1])
        worst_growth = max(worst_growth, (name, growth), key=lambda pair: pair[1])
    return [
        *([] if short else map(_memory, ("full stops", "newlines", "reporting verbs"))),
        Outcome(
            f"hostile, worst cost a MB ({worst_cost[0]})",
            f"{worst_cost[1]:.1f} x",
            "news text",
            worst_cost[1],
            at_most=10,
        ),
        Outcome(
            f"hostile, worst growth ({worst_growth[0]})",
            f"{sizes[0]}..{sizes[-1]}",
            "linear",
            worst_growth[1],
            at_most=1.35,
        ),
    ]


def _memory(name: str) -> Outcome:
    """Peak memory of a process that reads one article of 5 MB of that text."""
    code = (
        "import sys, resource; from benchmarks import hostile; hostile.read(sys.argv[1], 5_000_000); "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", code, name], check=True, capture_output=True, text=True)
    peak = int(done.stdout) / 1000
    return Outcome(f"hostile, memory ({name})", f"{peak:.0f} MB", "5 MB of text", peak / MEMORY_MB, at_most=1)


def read(name: str, size: int) -> None:
    """Extract from the hostile text of that name."""
    extract(_article(GENERATORS[name](size)), "nl")


def _article(text: str) -> Article:
    return Article(
        name="hostile", text=text, sha256=short_id("", len(text), text[:20]), lang="nl", published="2022-01"
    )


def _seconds(text: str) -> float:
    article = _article(text)
    return best_seconds(lambda: extract(article, "nl"), 2)
