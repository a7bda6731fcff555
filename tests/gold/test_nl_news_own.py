"""Quotes and speakers in six Dutch news texts of our own, as a whole and by text."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from workbench.extract import extract
from workbench.model import Article, Quote

TEXTS: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("nl_news_own.toml").read_text(encoding="utf-8")
)["article"]
_WORD = re.compile(r"\w+")


@dataclass
class Score:
    """Counts of one or more texts."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    speakers: int = 0
    kinds: int = 0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (2 * self.right + self.wrong + self.missed)


def words(text: str, start: int, end: int) -> set[int]:
    """Where the words of a stretch start."""
    return {match.start() for match in _WORD.finditer(text, start, end)}


def overlap(one: set[int], other: set[int]) -> float:
    """Shared words by all words."""
    return len(one & other) / len(one | other) if one | other else 0.0


def one_name(one: str | None, other: str | None) -> bool:
    """Whether two names are equal or end in the same capitalised word; what has none must be equal."""
    ends = [
        next((w for w in reversed(_WORD.findall(name or "")) if w[0].isupper()), name)
        for name in (one, other)
    ]
    return ends[0] == ends[1]


def scored(article: dict[str, Any], score: Score) -> list[str]:
    """Add the counts of one text; a match shares four fifths of the words. Returns what went wrong."""
    text = article["text"]
    found: list[Quote] = list(extract(Article(name="x", text=text, sha256="00", lang="nl")).quotes)
    faults: list[str] = []
    for expected in article["quotes"]:
        start = text.index(expected["content"])
        wanted = words(text, start, start + len(expected["content"]))
        best = max(found, key=lambda q: overlap(wanted, words(text, q.span.start, q.span.end)), default=None)
        if best is None or overlap(wanted, words(text, best.span.start, best.span.end)) < 0.8:
            score.missed += not expected.get("optional")
            faults += [] if expected.get("optional") else [f"missed: {expected['content']}"]
            continue
        found.remove(best)
        if expected.get("optional"):
            continue
        score.right += 1
        score.kinds += best.kind == expected["kind"]
        wanted_speaker = expected.get("speaker", best.speaker)
        score.speakers += one_name(best.speaker, wanted_speaker)
        if not one_name(best.speaker, wanted_speaker):
            faults.append(f"speaker: {best.speaker} for {wanted_speaker}: {best.text}")
        faults += [] if best.kind == expected["kind"] else [f"kind: {best.kind}: {best.text}"]
    score.wrong += len(found)
    return faults + [f"wrong: {quote.kind} {quote.text} ({quote.speaker})" for quote in found]


def test_quotes_of_six_texts() -> None:
    """Over all texts F1, speakers and kinds reach .85."""
    score = Score()
    faults = [fault for article in TEXTS for fault in scored(article, score)]
    assert score.f1 >= 0.85, faults
    assert score.speakers / score.right >= 0.85, faults
    assert score.kinds / score.right >= 0.85, faults


@pytest.mark.parametrize("article", TEXTS, ids=lambda article: article["name"])
def test_no_text_fails_as_a_whole(article: dict[str, Any]) -> None:
    """No text is much worse than the rest: its F1 reaches .7."""
    score = Score()
    faults = scored(article, score)
    assert score.f1 >= 0.7, faults
