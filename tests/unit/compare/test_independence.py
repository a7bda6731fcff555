"""Independence: what one text has from another, and who is credited."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from workbench.compare.cases import figure
from workbench.compare.engine import relate
from workbench.compare.independence import SHARED_KEYS, credits, keys, one_origin, traced
from workbench.compare.types import Comparable
from workbench.model import Span

WORDS = [f"woord{number}" for number in range(1500)]


def text_of(seed: int, paragraphs: int = 8) -> str:
    """Paragraphs of 60 words that nobody else has."""
    random = Random(seed)
    rows = [" ".join(random.choice(WORDS) for _ in range(60)) for _ in range(paragraphs)]
    return "\n\n".join(rows)


def edited(text: str, share: float) -> str:
    """The text with that share of its words replaced, evenly spread by chance."""
    random = Random(9)
    return " ".join(
        f"anders{at}" if random.random() < share else word for at, word in enumerate(text.split(" "))
    )


STORY, OTHER = text_of(1), text_of(2)
COPIES = {
    "whole": (STORY, 0.99),
    "edited": (edited(STORY, 0.05), 0.9),
    "own lead": (f"{text_of(3, 2)}\n\n{STORY}", 0.75),
    "three paragraphs": ("\n\n".join([*OTHER.split("\n\n")[:5], *STORY.split("\n\n")[2:5]]), 0.34),
}
"""Texts made of the story, and how much of each is shared at least."""


@pytest.mark.parametrize("name", COPIES)
def test_copies_are_found_and_measured(name: str) -> None:
    """The keys lead to the original, and the passages are what was copied, no more."""
    text, share = COPIES[name]
    assert len(keys(text) & keys(STORY)) >= SHARED_KEYS
    found = traced(text, [("a1", STORY)])
    assert share <= found.shared <= share + 0.1
    assert {passage.origin for passage in found.passages} == {"a1"}
    assert found.whole == ("a1" if share > 0.5 else None)


def test_own_text_is_in_no_passage() -> None:
    """The lead that a paper wrote itself stays its own."""
    text, _ = COPIES["own lead"]
    (passage,) = traced(text, [("a1", STORY)]).passages
    assert text[passage.span.start :] == STORY


def test_two_texts_on_one_matter_are_independent() -> None:
    """Single rows in common make no passage, and what nobody has makes nothing."""
    mixed = text_of(4) + " " + " ".join(STORY.split()[:20])
    assert traced(mixed, [("a1", STORY)]).passages == ()
    assert traced(OTHER, [("a1", STORY)]).shared == 0
    assert traced("", [("a1", STORY)]).shared == 0


def test_words_between_quotation_marks_are_no_copy() -> None:
    """A long quote that both papers have is the speaker's, not the other paper's."""
    said = " ".join(STORY.split()[:60])
    text = f"{text_of(5, 1)} “{said}” {text_of(6, 1)}"
    start = text.index(said)
    assert traced(text, [("a1", STORY)], [Span(start, start + len(said))]).passages == ()
    assert len(traced(text, [("a1", STORY)]).passages) == 1


def test_each_passage_has_its_own_origin() -> None:
    """A text pieced together from two names both; what both have is the first one's."""
    text = "\n\n".join([*STORY.split("\n\n")[:2], *OTHER.split("\n\n")[:2]])
    found = traced(text, [("a1", STORY), ("a2", OTHER), ("a3", STORY)])
    assert [passage.origin for passage in found.passages] == ["a1", "a2"]


@pytest.mark.parametrize(
    ("text", "author", "found"),
    [
        ("BRUSSEL (ANP) - De brug blijft dicht.\nMeer volgt.", None, {"ANP"}),
        ("De brug blijft dicht.\n\nBron: ANP", None, {"ANP"}),
        ("De brug blijft dicht.", "ANP/AFP", {"ANP", "AFP"}),
        ("De brug blijft dicht.\n© Belga", None, {"Belga"}),
        ("Der Verkehr ruht.\nQuelle: dpa", None, {"dpa"}),
        ("De brug blijft dicht, meldt persbureau ANP.", "Els Maas", set()),
        ("De brug (1902) blijft dicht (ANP meldt het).", None, set()),
        ("", None, set()),
    ],
)
def test_credits(text: str, author: str | None, found: set[str]) -> None:
    """A by-line, a dateline, a line of its own; a report that only mentions an agency is not credited to it."""
    assert credits(text, author) == found


def agreeing() -> tuple[Comparable, Comparable]:
    """Two papers with one figure."""
    left = figure("Bij de brand in Luik vielen [12 doden].", 12, "doden", published="2024-05-04", article="a")
    right = figure(
        "De brand in Luik kostte het leven aan [12 doden].", 12, "doden", published="2024-05-04", article="b"
    )
    return left, right


@pytest.mark.parametrize("how", ["copied", "credited"])
def test_agreement_of_one_origin_is_repetition(how: str) -> None:
    """What corroborates between two papers is repeated where both have it from one, and the level says so."""
    left, right = agreeing()
    independent = relate(left, right)
    assert independent is not None
    assert independent.kind == "corroborates"
    if how == "copied":
        right = replace(right, article=replace(right.article, origin=left.article.id))
    else:
        left, right = (
            replace(side, article=replace(side.article, credits=frozenset({"ANP"}))) for side in (left, right)
        )
    assert one_origin(left.article, right.article)
    found = relate(left, right)
    assert found is not None
    assert found.kind == "repeats"
    assert "origin: one origin" in [level.name for level in found.evidence.levels]
    assert found.score < independent.score
