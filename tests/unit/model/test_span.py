"""Spans and the invariant that ties them to the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model import Article, Extraction, Quote, Span, mention_id


@given(st.integers(-5, 50), st.integers(-5, 50))
def test_span_refuses_impossible_ends(start: int, end: int) -> None:
    """A span exists exactly when 0 <= start <= end."""
    if 0 <= start <= end:
        assert len(Span(start, end)) == end - start
    else:
        with pytest.raises(ValueError, match="no span"):
            Span(start, end)


@given(st.text(max_size=30), st.data())
def test_slice_is_what_python_slices(text: str, data: st.DataObject) -> None:
    """A span inside the text covers the same characters as a Python slice."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert Span(start, end).of(text) == text[start:end]


def test_slice_past_the_end_is_an_error() -> None:
    """A span that ends after the text is refused, not cut short."""
    with pytest.raises(ValueError, match="ends after"):
        Span(2, 9).of("short")


@given(*(st.tuples(st.integers(0, 20), st.integers(0, 20)) for _ in range(2)))
def test_containment_implies_overlap(a: tuple[int, int], b: tuple[int, int]) -> None:
    """What contains a non-empty span overlaps it, and overlap is symmetric."""
    one, other = Span(min(a), max(a)), Span(min(b), max(b))
    assert one.overlaps(other) == other.overlaps(one)
    if one.contains(other) and len(other):
        assert one.overlaps(other)


def quote(article: Article, span: Span, text: str) -> Quote:
    """A direct quote without source."""
    return Quote(
        id=mention_id(article.sha256, "quote", span),
        article=article.id,
        span=span,
        text=text,
        kind="direct",
        sentence=span,
    )


def test_extraction_refuses_a_quote_whose_text_is_not_at_its_span() -> None:
    """The constructor holds invariant 1: text at the span is what the mention says."""
    article = Article(name="x", text="Zij zei: 'ja'.", sha256="00")
    good = quote(article, Span(10, 12), "ja")
    assert Extraction(article, (good,)).mentions == (good,)
    with pytest.raises(ValueError, match="is not 'nee'"):
        Extraction(article, (quote(article, Span(10, 12), "nee"),))


def test_mention_id_follows_from_hash_kind_and_span_alone() -> None:
    """The same place gives the same id; another hash, kind or span another one."""
    ids = [
        mention_id("aa", "quote", Span(1, 2)),
        mention_id("ab", "quote", Span(1, 2)),
        mention_id("aa", "figure", Span(1, 2)),
        mention_id("aa", "quote", Span(1, 3)),
    ]
    assert ids[0] == mention_id("aa", "quote", Span(1, 2))
    assert len(set(ids)) == 4
    assert ids[0][0] == "q"
    assert ids[2][0] == "f"
