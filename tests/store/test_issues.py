"""Issues as the file keeps them: after every kind of write they are what all relations together say."""

from __future__ import annotations

from itertools import combinations
from random import Random

from made_up import Story, extraction_of, relation_between

from workbench.store import RelationFilter, Workspace
from workbench.store.gathering import misplaced
from workbench.workflows.review import Review

KINDS = ("updates", "denies", "different_scope", "corroborates")


def issues(ws: Workspace) -> dict[str, str]:
    """Each relation with the mention that leads its issue."""
    sql = "SELECT r.id, m.id FROM relations r JOIN mentions m ON m.pk = r.issue"
    return dict(ws.connection.rows(sql))


def test_relations_have_the_issue_of_their_star(story: Story) -> None:
    """Figure three is bound to all others and leads; all four relations are one issue."""
    assert set(issues(story.ws).values()) == {story.figures[2]}
    assert story.ws.connection.rows("SELECT count(*), count(DISTINCT representative) FROM stars") == [(4, 1)]


def test_stars_follow_every_write(ws: Workspace) -> None:
    """Whatever comes, is renewed, pruned, or related and undone by hand: the issues are those of all relations."""
    random, review = Random(5), Review(ws, "an")
    ws.add_extractions([extraction_of(number) for number in range(1, 13)])
    articles = [row.id for row in ws.articles()]
    mentions = [row.mention.id for row in ws.mentions_by_rowid(ws.mention_ids())]
    pairs = list(combinations(mentions, 2))
    for _ in range(40):
        found = [
            relation_between(left, right, random.choice(KINDS), random.random())
            for left, right in random.sample(pairs, 8)
        ]
        ws.put_relations(found, random.sample(articles, 2), prune=random.random() < 0.3)
        if random.random() < 0.5:
            review.relate(*random.choice(pairs), "repeats")
        if random.random() < 0.3:
            review.undo()
        assert misplaced(ws.connection) == []
    stored = [extraction_of(number) for number in range(1, 4)]
    for one in stored:
        object.__setattr__(one.extraction, "figures", one.extraction.figures[:1])
    assert ws.replace_extractions(stored) == 3
    assert misplaced(ws.connection) == []
    assert not ws.connection.rows("SELECT 1 FROM stars WHERE mention NOT IN (SELECT pk FROM mentions)")
    assert [problem for problem in ws.check() if problem.startswith("issues")] == []


def test_one_quarrel_is_one_issue(ws: Workspace) -> None:
    """Three statements that two articles deny are one issue, found by the id of either denial."""
    ws.add_extractions([extraction_of(number) for number in range(1, 6)])
    articles = [row.id for row in ws.articles()]
    mentions = [ws.mentions_by_rowid(ws.mention_ids(article=article))[0].mention.id for article in articles]
    found = [
        relation_between(said, denial, "denies", 0.9) for said in mentions[:3] for denial in mentions[3:]
    ]
    ws.put_relations(found[:4], articles)
    ws.put_relations(found[4:], articles)
    assert len(ws.issue_rowids(RelationFilter())) == 1
    assert (
        len(ws.issue(f"i{mentions[3][1:]}").relations) == len(ws.issue(f"i{mentions[4][1:]}").relations) == 6
    )


def test_deciding_moves_nothing_to_another_issue(story: Story) -> None:
    """A rejected or changed relation stays in its issue, so that an issue under work does not fall apart."""
    review, before = Review(story.ws, "an"), issues(story.ws)
    review.reject(story.relations[0])
    review.decide(story.relations[1], "different_scope")
    assert issues(story.ws) == before


def test_the_list_of_issues_is_read_from_its_index(story: Story) -> None:
    """The order of the issues reads no row of relations, only the index."""
    seen: list[str] = []
    story.ws.connection.raw.set_trace_callback(seen.append)
    assert len(story.ws.issue_rowids(RelationFilter(states=("suggested",)))) == 1
    story.ws.connection.raw.set_trace_callback(None)
    (query,) = [statement for statement in seen if statement.startswith("SELECT issue")]
    plan = " ".join(row[3] for row in story.ws.connection.rows(f"EXPLAIN QUERY PLAN {query}"))
    assert "USING COVERING INDEX relations_by_issue" in plan


def test_doctor_names_a_misplaced_relation(story: Story) -> None:
    """An issue that another program changed is found."""
    with story.ws.connection.write():
        story.ws.connection.run("UPDATE relations SET issue = left_mention")
    assert any("another issue" in problem for problem in story.ws.check())
