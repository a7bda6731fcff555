"""Full-text search: words in, places out, whatever is typed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_up import Story, extraction_of

from workbench.store import search
from workbench.workflows.review import Review


def test_diacritics_and_case_are_folded(story: Story) -> None:
    """``zurich`` finds Zürich."""
    assert {hit.kind for hit in story.ws.search("zurich")} == {"mention", "article"}


def test_offsets_point_at_the_match(story: Story) -> None:
    """Start and end are code points of the article's text, and the snippet holds the match."""
    texts = {stored.extraction.article.id: stored.extraction.article.text for stored in story.stored}
    hits = [hit for hit in story.ws.search("politie") if hit.kind in ("mention", "article")]
    assert {hit.kind for hit in hits} == {"mention", "article"}
    for hit in hits:
        assert texts[hit.article_id][hit.start : hit.end] == "politie"
        assert "politie" in hit.snippet


def test_a_match_in_the_speakers_name_points_at_the_mention(story: Story) -> None:
    """A quote found by its speaker is shown itself."""
    (hit,) = [
        h for h in story.ws.search("anna") if h.kind == "mention" and h.article_name == "001_betoging.txt"
    ]
    quote = story.stored[0].extraction.quotes[0]
    assert (hit.id, hit.start, hit.end) == (quote.id, quote.span.start, quote.span.end)


def test_all_words_must_be_there(story: Story) -> None:
    """Several words narrow; a phrase in double quotes is one; a star finds beginnings."""
    assert [h.article_name for h in story.ws.search("300 betogers") if h.kind == "article"] == [
        "003_betoging.txt"
    ]
    assert [h for h in story.ws.search('"betogers 300"') if h.kind == "article"] == []
    assert len([h for h in story.ws.search('"liepen mee"') if h.kind == "article"]) == 4
    assert len([h for h in story.ws.search("betog*") if h.kind == "article"]) == 4
    assert [h for h in story.ws.search("betog") if h.kind == "article"] == []


def test_notes_are_found_until_they_are_taken_away(story: Story) -> None:
    """A note is found by its words with what it stands on, and not after undo."""
    review = Review(story.ws, "an")
    review.note(story.figures[0], "navragen bij de gemeente")
    (hit,) = story.ws.search("gemeente")
    assert (hit.kind, hit.id, hit.article_name) == ("note", story.figures[0], "001_betoging.txt")
    assert hit.snippet[hit.start : hit.end] == "gemeente"
    review.undo()
    assert story.ws.search("gemeente") == []


def test_the_limit_holds_over_all_kinds(story: Story) -> None:
    """At most as many hits as asked for."""
    assert len(story.ws.search("zurich", limit=5)) == 5
    assert len(story.ws.search("zurich", limit=2)) == 2


def test_a_title_is_searched_and_shown(story: Story) -> None:
    """An article found by its headline alone shows the headline."""
    stored = extraction_of(7)
    article = replace(stored.extraction.article, title="Optocht verboden")
    story.ws.add_extractions([replace(stored, extraction=replace(stored.extraction, article=article))])
    (hit,) = story.ws.search("verboden")
    assert (hit.kind, hit.snippet, hit.start) == ("article", "Optocht verboden", 0)


def test_a_word_too_common_to_rank_is_listed_as_it_comes(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Above the limit for ranking the first matches are given, as many as asked for."""
    monkeypatch.setattr(search, "RANKED_AT_MOST", 3)
    assert len(story.ws.search("zurich", limit=4)) == 4


@pytest.mark.parametrize(
    "query",
    [
        *('"open', "a AND", "col:x", "-x", "NEAR(", "*", "text:*", "(", '""', "' OR 1=1", "^", "a*b*"),
        *("\x00", "\ud800", "+", "{a b}: c"),
    ],
)
def test_query_syntax_is_only_words(story: Story, query: str) -> None:
    """Nothing that is typed is taken for query syntax."""
    story.ws.search(query)
    story.ws.mention_ids(query=query)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(max_size=40))
def test_any_text_is_a_query(story: Story, query: str) -> None:
    """No text at all makes a search fail."""
    story.ws.search(query, limit=3)


def test_long_queries_are_cut(story: Story) -> None:
    """A whole article as a query costs no more than its first words."""
    assert story.ws.search("zurich " * 100_000, limit=1) != []
