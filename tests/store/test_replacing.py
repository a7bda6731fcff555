"""Extracting stored articles again loses nothing that analysts said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_up import MAYOR, Story, everything

from workbench.model import Span, mention_id
from workbench.store import StoredExtraction
from workbench.workflows.review import Review


def shifted(stored: StoredExtraction, by: int = 4, copies: int = 1) -> StoredExtraction:
    """The extraction with its first figure's span cut from the left; twice, with different starts, for two copies."""
    article = stored.extraction.article
    first, *rest = stored.extraction.figures
    cut = []
    for copy in range(copies):
        span = Span(first.span.start + by + copy, first.span.end)
        ident = mention_id(article.sha256, "figure", span)
        cut.append(replace(first, id=ident, span=span, text=span.of(article.text)))
    keys = dict(stored.block_keys) | {figure.id: frozenset({"noun:betogers"}) for figure in cut}
    return replace(stored, extraction=replace(stored.extraction, figures=(*cut, *rest)), block_keys=keys)


@pytest.fixture
def said(story: Story) -> Review:
    """A review that said something of article 1 and its first figure."""
    review = Review(story.ws, "an")
    review.decide(story.relations[0], "refines", note="zie tabel")
    review.note(story.figures[0], "navragen")
    review.tag(story.relations[0], "kern")
    review.note(story.relations[1], "open")
    review.relate(story.figures[0], story.figures[3], "denies")
    review.split_speaker("s000000000001", story.quotes[:1], "Piet")
    return review


def test_the_same_again_changes_nothing(story: Story, said: Review) -> None:
    """An article in which the same is found is not touched: rows, relations and decisions stay."""
    before = everything(story.ws)
    assert story.ws.replace_extractions(story.stored) == 0
    assert everything(story.ws) == before
    assert story.ws.uncompared() == []


def test_other_fields_change_and_all_that_was_said_stays(story: Story, said: Review) -> None:
    """A mention of the same span keeps its id, its decisions, notes and assigned speaker."""
    one = story.stored[0]
    quote = replace(one.extraction.quotes[0], confidence=0.4)
    changed = replace(
        one,
        extraction=replace(one.extraction, quotes=(quote,)),
        speaker_ids={quote.id: MAYOR.id},
    )
    before = everything(story.ws)
    assert story.ws.replace_extractions([changed]) == 1
    (row,) = story.ws.mentions([quote.id])
    assert (row.mention, row.speaker_name) == (quote, "Piet")
    assert story.ws.uncompared() == [one.extraction.article.id]
    story.ws.put_relations(story.suggestions, story.ws.uncompared())
    after = everything(story.ws)
    for table in ("decisions", "annotations", "assignments"):
        assert after[table] == before[table]
    assert story.ws.relation(story.relations[0]).kind == "refines"
    assert story.ws.check() == []


def test_what_was_said_moves_to_the_only_successor(story: Story, said: Review) -> None:
    """A mention whose span changed hands on decisions, notes, tags and hand-made relations, with their authors."""
    new = shifted(story.stored[0])
    successor = new.extraction.figures[0].id
    story.ws.replace_extractions([new])
    second = replace(story.suggestions[1], left=successor)
    assert {orphan.target for orphan in story.ws.orphans()} <= {second.id}
    story.ws.put_relations([second], [])
    assert story.ws.orphans() == []
    assert [a.value for a in story.ws.annotations(second.id)] == ["open"]
    assert [a.value for a in story.ws.annotations(successor)] == ["navragen"]
    own = story.ws.relations_of(successor)[-1]
    assert (own.kind, own.by, own.relation.detector) == ("denies", "an", "analyst")
    first = replace(story.suggestions[0], left=successor)
    story.ws.put_relations([first], [])
    row = story.ws.relation(first.id)
    assert (row.state, row.kind, row.by, row.note) == ("changed", "refines", "an", "zie tabel")
    assert [a.value for a in story.ws.annotations(first.id)] == ["kern"]
    assert {event.by for event in story.ws.log(limit=4)} == {"workbench"}
    assert story.ws.check() == []


def test_without_one_successor_it_stays_an_orphan(story: Story, said: Review) -> None:
    """Where two new mentions overlap the old one, or none does, what was said is kept and listed."""
    story.ws.replace_extractions([shifted(story.stored[0], copies=2)])
    orphans = {(orphan.what, orphan.value) for orphan in story.ws.orphans()}
    assert {("decision", "refines"), ("note", "navragen"), ("decision", "denies")} <= orphans
    assert all(problem.startswith("orphans: ") for problem in story.ws.check())
    story.ws.replace_extractions([story.stored[0]])
    story.ws.put_relations(story.suggestions, [])
    assert story.ws.orphans() == []
    assert story.ws.relation(story.relations[0]).kind == "refines"
    assert story.ws.check() == []


def test_search_and_block_keys_follow(story: Story) -> None:
    """Removed mentions are found no more, by words or by key."""
    one = story.stored[0]
    bare = replace(one, extraction=replace(one.extraction, quotes=(), figures=()))
    story.ws.replace_extractions([bare])
    assert len(story.ws.mention_ids(query="100 betogers")) == 0
    assert list(story.ws.candidates(["n:1"], "none")) == []
    assert story.ws.connection.rows("SELECT count(*) FROM block_keys WHERE key = 'n:1'") == [(0,)]
    assert story.ws.check() == []
