"""Text whose lines were broken at a width reads like text with a paragraph a line."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.extract import extract
from workbench.model import Extraction, Span
from workbench.readers import read_bytes
from workbench.segment import unwrapped

SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))
PROSE = (
    "De burgemeester van Brakel heeft woensdag gezegd dat de brug over de\n"
    "rivier tot het voorjaar dicht blijft. Volgens een woordvoerder zijn er\n"
    "scheuren gevonden in drie van de pijlers.\n"
    "Reacties\n"
    "„We hadden dit graag eerder\n"
    "geweten”, zegt een ondernemer."
)


def found(text: str) -> Extraction:
    """What is found in a text."""
    return extract(next(read_bytes(text.encode(), "a.txt")))


def words(text: str) -> str:
    """The text with single spaces."""
    return " ".join(text.split())


def test_lines_of_a_paragraph_are_joined() -> None:
    """Line ends inside a paragraph become spaces; those around a heading stay."""
    assert unwrapped(PROSE, Span(0, len(PROSE))).split("\n") == [
        words(" ".join(PROSE.split("\n")[:3])), "Reacties", words(" ".join(PROSE.split("\n")[4:])),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Een kop\nDe brug is dicht.\nHij gaat open.\nDat is gezegd.\nHet was mooi.\nZo is het.",
        PROSE + "\n" + "Een regel van meer dan honderddertig tekens. " * 4,
        "a\nb\nc",
        "",
    ],
)
def test_other_text_is_left_alone(text: str) -> None:
    """Sentences that begin their own lines, a long line and a few lines are no broken paragraphs."""
    assert unwrapped(text, Span(0, len(text))) is text


@given(st.text(alphabet="ab A.\n-1", max_size=200))
def test_only_line_ends_change(text: str) -> None:
    """Every offset stays: a newline becomes a space, and nothing else changes."""
    result = unwrapped(text, Span(0, len(text)))
    assert len(result) == len(text)
    assert all(a == b or (a, b) == ("\n", " ") for a, b in zip(text, result, strict=True))


@pytest.mark.parametrize("width", [60, 76])
@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name[:3])
def test_a_wrapped_article_says_the_same(seed: Path, width: int) -> None:
    """The quotes, speakers and figures of an article do not depend on where its lines were broken."""
    text = seed.read_text(encoding="utf-8")
    paragraphs = [
        textwrap.wrap(line, width, break_on_hyphens=False) for line in text.splitlines() if line.strip()
    ]
    wrapped = "\n\n".join("\n".join(lines) for lines in paragraphs)
    once, again = found(text), found(" " + wrapped.lstrip())
    assert [(q.kind, words(q.text), q.speaker) for q in once.quotes] == [
        (q.kind, words(q.text), q.speaker) for q in again.quotes
    ]
    assert [(words(f.text), f.value) for f in once.figures] == [
        (words(f.text), f.value) for f in again.figures
    ]
