"""Blocks and sentences as columns of numbers."""

from __future__ import annotations

import tracemalloc
from array import array

import pytest

from workbench.model import Article, Span
from workbench.segment import Spans, segment


def _spans(*pairs: tuple[int, int]) -> Spans:
    return Spans(array("I", [a for a, _ in pairs]), array("I", [b for _, b in pairs]))


def test_spans_are_read_like_a_list() -> None:
    """Position, end of the list, slice, iteration."""
    spans = _spans((0, 3), (4, 6), (8, 9))
    assert list(spans) == [Span(0, 3), Span(4, 6), Span(8, 9)]
    assert spans[-1] == Span(8, 9)
    assert list(spans[1:]) == [Span(4, 6), Span(8, 9)]
    assert list(spans[1:][1:]) == [Span(8, 9)]
    assert len(spans[2:1]) == 0
    with pytest.raises(IndexError):
        spans[1:][2]


@pytest.mark.parametrize(("offset", "number"), [(0, -1), (1, 0), (4, 0), (5, 1), (99, 1)])
def test_the_last_span_that_begins_before_an_offset(offset: int, number: int) -> None:
    """The number counts from the first of a slice."""
    assert _spans((0, 1), (1, 3), (5, 6))[1:].number_at(offset) == number


def test_more_spans_than_are_copied_at_once_are_all_there() -> None:
    """Long columns are read one by one."""
    pairs = [(i, i + 1) for i in range(5000)]
    assert list(_spans(*pairs).pairs()) == pairs


def test_a_block_has_its_own_sentences() -> None:
    """The sentences of a block are those of its line."""
    text = "Dat is een. Dat is twee.\n\nDat is drie."
    blocks = segment(Article(name="x", text=text, sha256="0"), "nl").blocks
    assert [[s.of(text) for s in block.sentences] for block in blocks] == [
        ["Dat is een.", "Dat is twee."],
        ["Dat is drie."],
    ]
    assert blocks[-1] == blocks[1]
    assert [block.span for block in blocks[:1]] == [Span(0, 24)]


@pytest.mark.parametrize("unit", ["x\n", ". "])
def test_many_tiny_sentences_take_little_room(unit: str) -> None:
    """A line or sentence of one letter takes less than 60 bytes."""
    count = 40_000
    article = Article(name="x", text=unit * count, sha256="0")
    segment(article, "nl")
    tracemalloc.start()
    try:
        segmented = segment(article, "nl")
        assert len(segmented.sentences) >= count - 1
        assert tracemalloc.get_traced_memory()[1] < 60 * count
    finally:
        tracemalloc.stop()
