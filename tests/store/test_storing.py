"""What goes in comes out: articles, mentions, speakers, block keys."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_up import MAYOR, SPEAKER, Story, extraction_of

from workbench.errors import NotFoundError, UsageError, WorkspaceError
from workbench.model import Article, Extraction, Figure, OffsetMap, Quote, Span, Speaker, mention_id
from workbench.store import StoredExtraction, Workspace
from workbench.text.normalize import normalize


def test_articles_and_mentions_come_back_equal(story: Story) -> None:
    """Every field of every article, quote and figure survives the database."""
    for stored in story.stored:
        article = stored.extraction.article
        assert story.ws.article(article.id) == article
        assert story.ws.article(article.name) == article
        rows = story.ws.mentions_by_rowid(story.ws.mention_ids(article=article.id))
        assert tuple(row.mention for row in rows) == stored.extraction.mentions


def test_known_articles_are_skipped(story: Story) -> None:
    """Storing the same extractions again changes nothing."""
    before = story.ws.connection.rows("SELECT * FROM mentions")
    assert story.ws.add_extractions(story.stored) == 0
    assert story.ws.connection.rows("SELECT * FROM mentions") == before
    assert story.ws.has_article(story.stored[0].extraction.article.sha256)
    assert not story.ws.has_article("0" * 64)


def test_a_batch_is_stored_whole_or_not_at_all(ws: Workspace) -> None:
    """A batch with one article that cannot be stored leaves none of the others."""
    good, bad = extraction_of(1), replace(extraction_of(2), speakers=())
    bad = replace(bad, speaker_ids={bad.extraction.quotes[0].id: "s999999999999"})
    with pytest.raises(UsageError, match="no speaker s999999999999"):
        ws.add_extractions([good, bad])
    assert ws.articles() == []
    assert ws.check() == []


def test_article_rows_tell_what_lists_show(story: Story) -> None:
    """A list of articles has counts, length and whether each was compared, and not the text."""
    story.ws.add_extractions([extraction_of(9)])
    rows = story.ws.articles()
    assert [(row.quotes, row.figures, row.compared) for row in rows] == [(1, 2, True)] * 4 + [(1, 2, False)]
    assert rows[0].chars == len(story.stored[0].extraction.article.text)
    assert story.ws.uncompared() == [rows[4].id]


def test_unknown_articles_are_named(story: Story) -> None:
    """Asking for an article that is not there says which, and what to do."""
    with pytest.raises(NotFoundError, match=r"no article 'nope'.*workbench list"):
        story.ws.article("nope")
    with pytest.raises(NotFoundError, match=r"no article 'nope'.*workbench list"):
        story.ws.article_text("nope")


def test_the_text_alone_of_an_article(story: Story) -> None:
    """The comparison reads the text and where its body is, without the rest of the article."""
    article = story.stored[0].extraction.article
    assert story.ws.article_text(article.id) == (article.text, article.body)


def test_two_articles_of_one_name_are_told_apart_by_id(ws: Workspace) -> None:
    """A name that several articles have is refused with their ids."""
    one = extraction_of(1)
    other = extraction_of(2)
    renamed = replace(other.extraction.article, name=one.extraction.article.name)
    ws.add_extractions([one, replace(other, extraction=replace(other.extraction, article=renamed))])
    with pytest.raises(UsageError, match=f"2 articles are named .*{one.extraction.article.id}"):
        ws.article(one.extraction.article.name)


def test_mention_rows_carry_article_speaker_and_sentence(story: Story) -> None:
    """A row has all that a list shows; its context is the sentence, placed in the text."""
    (row,) = story.ws.mentions([story.quotes[1]])
    article = story.stored[1].extraction.article
    assert (row.article_id, row.article_name, row.published) == (article.id, article.name, article.published)
    assert (row.speaker_id, row.speaker_name) == (SPEAKER.id, "Anna Verhoeven")
    assert article.text[row.context_start :].startswith(row.context)
    assert row.mention.text in row.context


def test_unresolved_speakers_keep_the_name_the_article_gives(story: Story) -> None:
    """Without a speaker id, the row shows the name that was found in the article."""
    police = [row for row in _all(story.ws) if row.mention.speaker == "politie"]
    assert {(row.speaker_id, row.speaker_name) for row in police} == {(None, "politie")}


def test_mentions_are_listed_by_kind_speaker_and_words(story: Story) -> None:
    """Each restriction works alone and together with others, in reading order."""
    quotes = story.ws.mention_ids(kind="quote")
    assert [row.mention.id for row in story.ws.mentions_by_rowid(quotes)] == story.quotes
    assert story.ws.mention_ids(speaker=SPEAKER.id) == quotes
    assert len(story.ws.mention_ids(kind="figure", query="zurich 300")) == 1
    assert len(story.ws.mention_ids(query="   ")) == 0
    assert list(story.ws.mention_ids(article="003_betoging.txt", kind="quote")) == [quotes[2]]


def test_unknown_ids_are_left_out_of_lists(story: Story) -> None:
    """Rows come in the order asked for, and those that do not exist are skipped."""
    asked = [story.quotes[2], "q000000000000", story.quotes[0]]
    assert [row.mention.id for row in story.ws.mentions(asked)] == [story.quotes[2], story.quotes[0]]
    assert story.ws.mentions_by_rowid([99999]) == []


def test_candidates_share_a_block_key(story: Story) -> None:
    """A candidate shares a key, is not the mention itself, and comes once however many keys it shares."""
    found = [row.mention.id for row in story.ws.candidates(["n:2", "noun:betogers"], story.figures[1])]
    assert len(found) == len(set(found)) == 11
    assert story.figures[1] not in found
    assert len(list(story.ws.candidates(["n:2"], "a000000000000"))) == 3
    assert list(story.ws.candidates(["n:2"], story.stored[1].extraction.article.id)) == []
    assert list(story.ws.candidates([], story.figures[0])) == []


def test_candidates_may_be_read_while_writing(story: Story) -> None:
    """A write between two candidates neither fails nor disturbs the rest."""
    found = story.ws.candidates(["noun:betogers"], "none")
    next(found)
    story.ws.put_speakers([Speaker(id="s000000000009", name="Nieuw")])
    assert len(list(found)) == 11


def test_speakers_keep_every_spelling(story: Story) -> None:
    """A speaker seen again adds spellings, takes the fuller name, and loses no role."""
    story.ws.put_speakers(
        [Speaker(id=MAYOR.id, name="Burgemeester Jan Smit", kind="person", spellings=("Jan Smit",))]
    )
    found = next(row.speaker for row in story.ws.speakers() if row.speaker.id == MAYOR.id)
    assert found == Speaker(
        id=MAYOR.id,
        name="Burgemeester Jan Smit",
        kind="person",
        spellings=("Jan Smit", "Smit"),
        role="burgemeester",
    )
    assert [hit.id for hit in story.ws.search("smit") if hit.kind == "speaker"] == [MAYOR.id]
    assert found in story.ws.stored_speakers()
    assert story.ws.check() == []


def test_long_sentences_are_cut_to_a_window(ws: Workspace) -> None:
    """A mention in a sentence of a million characters costs a window around it, not the sentence."""
    text = "a " * 300_000 + "er waren 150 " + "b " * 300_000 + "\n"
    stored = extraction_of(1, text)
    ws.add_extractions([stored])
    (row,) = _all(ws)
    assert len(row.context) <= 2000
    assert "150" in row.context
    assert ws.check() == []


@pytest.mark.parametrize("value", [10**400, -(2**63) - 1, 0.1, "2022-01", None])
def test_values_that_no_column_holds_come_back_exactly(
    ws: Workspace, value: int | float | str | None
) -> None:
    """A figure's value is kept exactly, also where it exceeds SQLite's numbers."""
    stored = extraction_of(1)
    figure = replace(stored.extraction.figures[0], value=value, value_min=value, value_max=None)
    ws.add_extractions([replace(stored, extraction=replace(stored.extraction, figures=(figure,)))])
    assert [row.mention for row in ws.mentions([figure.id])] == [figure]


def test_figures_are_found_by_range(story: Story) -> None:
    """The REAL columns allow range queries; an open end is NULL."""
    rows = story.ws.connection.rows("SELECT value, value_lo, value_hi FROM mentions WHERE value_hi = 250")
    assert rows == [("250", None, 250.0)]


_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=60)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=_TEXT, data=st.data())
def test_any_text_and_any_span_survive(tmp_path: Path, text: str, data: st.DataObject) -> None:
    """Whatever Unicode an article holds, text, spans, names and offsets come back as they went in."""
    text = normalize(text).text
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    sha = data.draw(st.text("0123456789abcdef", min_size=64, max_size=64))
    extra = data.draw(_TEXT)
    article = Article(
        name=extra, text=text, sha256=sha, title=extra, offsets=OffsetMap(((0, 3, 1),)), repairs=(extra,)
    )
    common = {"article": article.id, "span": span, "text": span.of(text), "sentence": Span(0, len(text))}
    quote = Quote(
        id=mention_id(sha, "quote", span),
        kind="post",
        chain=(extra,),
        cue=span,
        cue_text=span.of(text),
        **common,
    )
    figure = Figure(
        id=mention_id(sha, "figure", span), unit=extra, value="2022", modifiers=(extra, ""), **common
    )
    extraction = Extraction(article, (quote,), (figure,))
    path = tmp_path / "any.db"
    path.unlink(missing_ok=True)
    with Workspace.create_or_open(path) as ws:
        ws.add_extractions([StoredExtraction(extraction)])
        assert ws.article(article.id) == article
        assert {row.mention for row in _all(ws)} == {quote, figure}
        assert ws.check() == []


def test_a_lone_surrogate_is_refused_and_nothing_is_stored(ws: Workspace) -> None:
    """Text that UTF-8 cannot hold is refused as a whole; normalisation at import keeps it from coming here."""
    article = Article(name="x", text="a\ud800b", sha256="0" * 64)
    with pytest.raises((WorkspaceError, UnicodeEncodeError)):
        ws.add_extractions([StoredExtraction(Extraction(article))])
    assert ws.articles() == []


def _all(ws: Workspace) -> list:
    return ws.mentions_by_rowid(ws.mention_ids())


def test_mentions_behind_a_key_are_read_up_to_a_number(story: Story) -> None:
    """The oldest or the newest mentions behind a key come first, no more than asked for, none beyond the last compared."""
    every = [row.rowid for row in story.ws.candidates(["n:2"], "none")]
    last = story.ws.last_compared()
    assert len(every) == 3
    assert story.ws.posted(["n:2"], 2, newest=False, upto=last)["n:2"] == every[:2]
    assert story.ws.posted(["n:2"], 2, newest=True, upto=last)["n:2"] == every[:0:-1]
    assert story.ws.posted(["n:2", "n:none"], 9, newest=True, upto=every[1]) == {
        "n:2": every[1::-1],
        "n:none": [],
    }
    before = last
    story.ws.add_extractions([extraction_of(9)])
    assert story.ws.last_compared() == before
