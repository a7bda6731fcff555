"""Comparison in memory: mentions a second, and how it grows."""

from __future__ import annotations

from benchmarks.corpus import articles
from benchmarks.measure import Outcome, best_seconds, exponent
from workbench.compare import Comparable, MemoryIndex, SpeakerDirectory, compare
from workbench.extract import extract
from workbench.workflows.comparing import comparable


def run(short: bool) -> list[Outcome]:
    """Speed and growth over three sizes."""
    sizes = (50, 100, 200) if short else (200, 400, 800)
    prepared = [_comparables(count) for count in sizes]
    seconds = [best_seconds(lambda p=p: list(compare(p, MemoryIndex())), 1) for p in prepared]
    counts = [len(p) for p in prepared]
    return [
        Outcome(
            "compare, mentions/s",
            f"{counts[-1] / seconds[-1]:.0f}/s",
            "30000/s",
            counts[-1] / seconds[-1] / 30000,
        ),
        Outcome(
            "compare, growth exponent", f"{counts[0]}..{counts[-1]}", "linear", exponent(counts, seconds)
        ),
    ]


def _comparables(count: int) -> list[Comparable]:
    directory = SpeakerDirectory(())
    out = []
    for article in articles(count):
        extraction = extract(article)
        for mention in extraction.mentions:
            speaker = directory.resolve(mention.speaker, article.id).id if mention.speaker else None
            out.append(comparable(mention, extraction.article, speaker))
    return out
