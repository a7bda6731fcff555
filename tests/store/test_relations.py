"""Suggestions, their order, and what a decision protects from."""

from __future__ import annotations

import pytest
from made_up import SPEAKER, Story, relation_between

from workbench.errors import NotFoundError, UsageError
from workbench.store import NewEvent, RelationFilter
from workbench.workflows.review import Review


def listed(story: Story, **wanted: object) -> list[str]:
    """Ids of the relations that fit, in the order of the list."""
    rows = story.ws.relations_by_rowid(story.ws.relation_rowids(RelationFilter(**wanted)))
    return [row.relation.id for row in rows]


def test_relations_come_back_equal(story: Story) -> None:
    """Kind, score, detector and evidence survive, with both mentions beside them."""
    rows = story.ws.relations_by_rowid(story.ws.relation_rowids())
    assert [row.relation for row in rows] == story.suggestions
    assert [row.left.mention.id for row in rows] == [relation.left for relation in story.suggestions]
    assert {(row.state, row.by, row.note_count) for row in rows} == {("suggested", None, 0)}


def test_open_relations_come_first_then_skipped_then_decided(story: Story) -> None:
    """The list is ordered by what still asks for a decision, then by score."""
    review = Review(story.ws, "an")
    first, second, third, fourth = story.relations
    review.accept(first)
    review.skip(second)
    review.flag(fourth)
    assert listed(story) == [third, fourth, second, first]


def test_each_filter_restricts(story: Story) -> None:
    """States, kinds, groups, articles, speaker, words and tags each restrict, and restrict together."""
    review = Review(story.ws, "an")
    first, second, third, fourth = story.relations
    review.accept(first)
    assert listed(story, states=("accepted",)) == [first]
    assert listed(story, kinds=("refines", "denies")) == [third, fourth]
    assert listed(story, groups=("conflict",)) == [second, fourth]
    assert listed(story, groups=("conflict",), kinds=("refines",)) == []
    four = story.stored[3].extraction.article.id
    assert listed(story, articles=(four,)) == [fourth]
    assert listed(story, query="400 betogers") == [fourth]
    assert listed(story, query="...") == []
    assert listed(story, speaker=SPEAKER.id) == []
    review.tag(story.figures[3], "nakijken")
    review.tag(third, "nakijken")
    assert listed(story, tag="nakijken") == [third, fourth]
    assert listed(story, tag="nakijken", groups=("conflict",)) == [fourth]


@pytest.mark.parametrize(
    "wanted", [{}, {"states": ("suggested", "flagged")}, {"groups": ("conflict",)}, {"kinds": ("updates",)}]
)
def test_the_inbox_is_read_from_its_index(story: Story, wanted: dict[str, object]) -> None:
    """Listing what is open sorts nothing and reads no table, whatever it is filtered by."""
    seen: list[str] = []
    story.ws.connection.raw.set_trace_callback(seen.append)
    listing = story.ws.relation_rowids(RelationFilter(**wanted))
    story.ws.connection.raw.set_trace_callback(None)
    assert len(listing) > 0
    (query,) = [statement for statement in seen if statement.startswith("SELECT pk FROM relations")]
    ((_, _, _, plan),) = story.ws.connection.rows(f"EXPLAIN QUERY PLAN {query}")
    assert "USING COVERING INDEX relations_by_rank" in plan


def test_a_rerun_renews_suggestions_and_leaves_decisions(story: Story) -> None:
    """Suggesting a decided pair again with another kind and score changes neither decision nor its kind."""
    review = Review(story.ws, "an")
    first, second = story.relations[:2]
    review.decide(first, "refines", note="nauwkeuriger")
    one, two, three, _ = story.figures
    story.ws.put_relations(
        [relation_between(one, two, "denies", 0.1), relation_between(one, three, "updates", 0.99)], []
    )
    decided, renewed = story.ws.relation(first), story.ws.relation(second)
    assert (decided.state, decided.kind, decided.by, decided.note) == (
        "changed",
        "refines",
        "an",
        "nauwkeuriger",
    )
    assert (renewed.state, renewed.kind, renewed.relation.score) == ("suggested", "updates", 0.99)
    assert story.ws.check() == []


def test_unrelated_is_never_suggested_again(story: Story) -> None:
    """A rejected pair stays rejected when a detector suggests it again, either way round."""
    review = Review(story.ws, "an")
    review.reject(story.relations[0])
    one, two = story.figures[:2]
    for left, right in ((one, two), (two, one)):
        story.ws.put_relations([relation_between(left, right, "contradicts", 1.0)], [])
        row = story.ws.relation(story.relations[0])
        assert (row.state, row.kind) == ("rejected", "unrelated")
    assert listed(story, states=("suggested",)) == story.relations[1:]


def test_a_rejection_holds_where_the_suggestion_was_removed(story: Story) -> None:
    """The decision is kept by the pair's id, not by the suggestion's row."""
    review = Review(story.ws, "an")
    review.reject(story.relations[0])
    with story.ws.connection.write():
        story.ws.connection.run("DELETE FROM relations WHERE id = ?", [story.relations[0]])
    story.ws.put_relations(story.suggestions, [])
    assert story.ws.relation(story.relations[0]).state == "rejected"


def test_suggestions_that_are_gone_stay_until_told(story: Story) -> None:
    """A re-run without a suggestion leaves it; with ``prune`` it goes, unless decided or annotated."""
    review = Review(story.ws, "an")
    articles = [stored.extraction.article.id for stored in story.stored]
    first, second, third, fourth = story.relations
    review.accept(first)
    review.note(second, "nog navragen")
    story.ws.put_relations([], articles)
    assert set(listed(story)) == set(story.relations)
    story.ws.put_relations([story.suggestions[3]], articles, prune=True)
    assert set(listed(story)) == {first, second, fourth}
    assert third not in listed(story)
    assert story.ws.check() == []


def test_suggesting_unrelated_is_no_suggestion(story: Story) -> None:
    """A detector that says ``unrelated`` adds no row."""
    story.ws.put_relations([relation_between(story.figures[0], story.figures[3], "unrelated")], [])
    assert len(listed(story)) == 4


def test_a_relation_needs_both_mentions(story: Story) -> None:
    """A suggestion about a mention that is not stored is refused, and none of its batch is stored."""
    good = relation_between(story.figures[0], story.figures[3])
    bad = relation_between(story.figures[0], "f000000000000")
    with pytest.raises(UsageError, match="f000000000000"):
        story.ws.put_relations([good, bad], [])
    assert len(listed(story)) == 4


def test_relations_of_a_mention(story: Story) -> None:
    """All relations of a mention are listed, whichever side it is on."""
    found = [row.relation.id for row in story.ws.relations_of(story.figures[2])]
    assert found == [story.relations[1], story.relations[2], story.relations[3]]
    with pytest.raises(NotFoundError, match="no relation 'r0'"):
        story.ws.relation("r0")


def test_counts_follow_every_change(story: Story) -> None:
    """Open, decided and conflicts are counted by the present state."""
    review = Review(story.ws, "an")
    assert story.ws.counts() | {"open": 4, "conflicts": 2, "quotes": 4, "figures": 8} == story.ws.counts()
    review.reject(story.relations[1])
    review.skip(story.relations[0])
    counts = story.ws.counts()
    assert (counts["open"], counts["decided"], counts["skipped"]) == (2, 1, 1)
    assert (counts["conflicts"], counts["open_conflicts"]) == (1, 1)


def test_flags_hold_an_open_relation_open(story: Story) -> None:
    """A flagged suggestion is open; a flag on a decided one changes nothing but the flag."""
    review = Review(story.ws, "an")
    review.flag(story.relations[0])
    assert story.ws.relation(story.relations[0]).state == "flagged"
    review.accept(story.relations[0])
    assert story.ws.relation(story.relations[0]).state == "accepted"
    review.unflag(story.relations[0])
    review.undo()
    review.undo()
    assert story.ws.relation(story.relations[0]).state == "flagged"


def test_events_of_unknown_things_are_refused(story: Story) -> None:
    """A decision on a relation that does not exist, and a kind that does not, change nothing."""
    with pytest.raises(NotFoundError, match="r999"):
        story.ws.append([NewEvent(by="an", op="decide", target="r999", after={"kind": "updates"})])
    with pytest.raises(UsageError, match="no relation kind 'nonsense'"):
        story.ws.append(
            [NewEvent(by="an", op="decide", target=story.relations[0], after={"kind": "nonsense"})]
        )
    assert story.ws.log() == []
