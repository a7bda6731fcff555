"""The log: appended events, present state, undo and redo."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_up import MAYOR, SPEAKER, Story, everything

from workbench.errors import NotFoundError, UsageError
from workbench.model import Event
from workbench.store import NewEvent, SavedSet, Workspace
from workbench.workflows.review import Review


def test_an_event_holds_who_when_before_and_after(story: Story) -> None:
    """A decision is logged with what held before and what holds now."""
    review = Review(story.ws, "an")
    first = review.decide(story.relations[0], "updates")
    second = review.decide(story.relations[0], "refines", note="zie tabel")
    assert (first.by, first.op, first.target, first.before) == ("an", "decide", story.relations[0], None)
    assert second.before == first.after
    assert second.after is not None
    assert (second.after["state"], second.after["kind"], second.after["note"]) == (
        "changed",
        "refines",
        "zie tabel",
    )
    assert second.at > first.at
    assert story.ws.log() == [second, first]
    assert story.ws.event(1) == story.ws.event(first.id) == first
    with pytest.raises(NotFoundError, match="no event 77"):
        story.ws.event(77)


def test_undo_takes_back_and_redo_does_again(story: Story) -> None:
    """Undo restores the state before, redo the state after, and both are events."""
    review = Review(story.ws, "an")
    empty = everything(story.ws)
    done = review.decide(story.relations[0], "refines")
    decided = everything(story.ws)
    undone = review.undo()
    assert undone is not None
    assert (undone.op, undone.target) == ("undo", done.id)
    assert everything(story.ws) == empty
    redone = review.redo()
    assert redone is not None
    assert (redone.op, redone.target) == ("redo", done.id)
    assert everything(story.ws) == decided
    assert review.redo() is None
    assert len(story.ws.log()) == 3


def test_nothing_to_undo_is_none(story: Story) -> None:
    """Undo and redo at the ends of the stack do nothing and log nothing."""
    review = Review(story.ws, "an")
    assert review.undo() is None
    assert review.redo() is None
    assert story.ws.log() == []


def test_a_bulk_action_is_one_step(story: Story) -> None:
    """A batch is undone and redone as one, also after the file was closed and opened again."""
    review = Review(story.ws, "an")
    review.accept(story.relations[0])
    before = everything(story.ws)
    events = review.decide_many(story.relations[1:], "unrelated")
    assert len({event.batch for event in events}) == 1
    after = everything(story.ws)
    with Workspace.open(story.ws.path) as reopened:
        again = Review(reopened, "an")
        undone = again.undo()
        assert everything(reopened) == before
        assert undone is not None
        assert again.describe(undone) == "undo: unrelated, 003–004 and 2 more"
        assert again.redo() is not None
        assert everything(reopened) == after
        again.undo()
        again.undo()
        assert reopened.relation(story.relations[0]).state == "suggested"


def test_a_new_action_ends_redo(story: Story) -> None:
    """What was undone can be redone only until something new is done."""
    review = Review(story.ws, "an")
    review.accept(story.relations[0])
    review.undo()
    review.accept(story.relations[2])
    assert review.redo() is None
    review.undo()
    assert review.undo() is None


def test_each_analyst_undoes_their_own(story: Story) -> None:
    """Undo takes back one's own last step, not a colleague's later one."""
    an, bo = Review(story.ws, "an"), Review(story.ws, "bo")
    an.accept(story.relations[0])
    bo.accept(story.relations[2])
    an.undo()
    assert story.ws.relation(story.relations[0]).state == "suggested"
    assert story.ws.relation(story.relations[2]).by == "bo"


def test_undo_never_overwrites_a_colleagues_later_decision(story: Story) -> None:
    """Where someone else has decided since, undo refuses, names both and changes nothing."""
    an, bo = Review(story.ws, "an"), Review(story.ws, "bo")
    an.decide(story.relations[0], "updates")
    bo.decide(story.relations[0], "refines")
    before = everything(story.ws)
    with pytest.raises(UsageError, match="changed since, by bo: refines"):
        an.undo()
    assert everything(story.ws) == before
    assert len(story.ws.log()) == 2


def test_the_log_of_a_target_includes_its_undos(story: Story) -> None:
    """All that happened to one relation is listed under it."""
    review = Review(story.ws, "an")
    review.accept(story.relations[0])
    review.accept(story.relations[2])
    review.undo()
    assert [event.op for event in story.ws.log(target=story.relations[2])] == ["undo", "decide"]
    assert len(story.ws.log(limit=2)) == 2


def test_a_batch_is_appended_whole_or_not_at_all(story: Story) -> None:
    """One impossible event among several leaves none of them."""
    review = Review(story.ws, "an")
    with pytest.raises(NotFoundError):
        review.decide_many([story.relations[0], "r000000000000"], "updates")
    assert story.ws.log() == []
    assert story.ws.relation(story.relations[0]).state == "suggested"


def test_notes_tags_flags_verdicts_and_pins(story: Story) -> None:
    """Annotations stand on anything, are listed in order, and are taken away by name."""
    review = Review(story.ws, "an")
    target = story.figures[0]
    first = review.note(target, "eerste")
    review.note(target, "tweede\r\nregel")
    review.tag(target, "kern")
    review.flag(story.stored[0].extraction.article.id)
    review.verdict(target, "supported")
    review.pin(target)
    kinds = [(a.kind, a.value, a.by) for a in story.ws.annotations(target)]
    assert kinds == [
        ("note", "eerste", "an"),
        ("note", "tweede\nregel", "an"),
        ("tag", "kern", "an"),
        ("verdict", "supported", "an"),
        ("pin", "", "an"),
    ]
    review.edit_note(first.id, "eerste, verbeterd")
    review.untag(target, "kern")
    review.verdict(target, None)
    review.pin(target, pinned=False)
    assert sorted(a.value for a in story.ws.annotations(target)) == ["eerste, verbeterd", "tweede\nregel"]
    edited = next(a for a in story.ws.annotations(target) if a.value.startswith("eerste"))
    review.edit_note(edited.event, None)
    assert [a.value for a in story.ws.annotations(target)] == ["tweede\nregel"]
    assert len(story.ws.annotations()) == 2
    assert story.ws.check() == []


def test_senseless_annotations_are_refused(story: Story) -> None:
    """Nothing is taken away that is not there; verdicts are a closed list; targets must exist."""
    review = Review(story.ws, "an")
    target = story.figures[0]
    for act in (
        lambda: review.untag(target, "weg"),
        lambda: review.unflag(target),
        lambda: review.note("q000000000000", "x"),
        lambda: review.note("zomaar", "x"),
        lambda: review.drop_set("weg"),
        lambda: review.reopen("r000000000000"),
        lambda: review.edit_note("e000000000000", "x"),
    ):
        with pytest.raises(NotFoundError):
            act()
    for act in (
        lambda: review.verdict(target, "waar"),
        lambda: review.note(target, "  "),
        lambda: review.tag(target, ""),
        lambda: Review(story.ws, " "),
        lambda: story.ws.append([NewEvent(by="an", op="undo", target="e1")]),
    ):
        with pytest.raises(UsageError):
            act()
    assert story.ws.log() == []


def test_hostile_text_in_notes_is_stored_readably(story: Story) -> None:
    """NUL and lone surrogates, which no database text holds, are replaced; all else is kept."""
    Review(story.ws, "an").note(story.figures[0], "a\x00b\ud800c \x1b]0;x\x07 [@click=app.quit]x[/]")
    (note,) = story.ws.annotations(story.figures[0])
    assert note.value == "a\ufffdb\ufffdc \x1b]0;x\x07 [@click=app.quit]x[/]"


def test_contradicts_needs_its_ticks(story: Story) -> None:
    """Without the same event, scope and time nothing is said to contradict, neither by deciding nor by accepting."""
    review = Review(story.ws, "an")
    second = story.relations[1]
    with pytest.raises(UsageError, match="same event, scope, time"):
        review.decide(second, "contradicts")
    with pytest.raises(UsageError, match="the same scope"):
        review.accept(second, ticks={"event", "time"})
    event = review.decide(second, "contradicts", ticks={"event", "scope", "time"})
    assert event.after is not None
    assert event.after["ticks"] == ["event", "scope", "time"]
    assert story.ws.relation(second).state == "accepted"


def test_reopening_takes_a_decision_away(story: Story) -> None:
    """A decision taken away leaves the suggestion open, and can be undone."""
    review = Review(story.ws, "an")
    review.accept(story.relations[0])
    review.reopen(story.relations[0])
    assert story.ws.relation(story.relations[0]).state == "suggested"
    review.undo()
    assert story.ws.relation(story.relations[0]).state == "accepted"


def test_analysts_relate_mentions_by_hand(story: Story) -> None:
    """An analyst's own relation stands in the list, goes with undo and comes back with redo."""
    review = Review(story.ws, "an")
    left, right = story.figures[3], story.figures[0]
    event = review.relate(left, right, "corroborates", note="zelfde bron")
    row = story.ws.relation(event.target)
    assert (row.relation.detector, row.state, row.kind, row.note) == (
        "analyst",
        "accepted",
        "corroborates",
        "zelfde bron",
    )
    # Article 1 was published in February, article 4 in May.
    assert (row.left.mention.id, row.right.mention.id) == (right, left)
    review.undo()
    with pytest.raises(NotFoundError):
        story.ws.relation(event.target)
    review.redo()
    assert story.ws.relation(event.target) == row
    for bad, error in (((left, left), UsageError), ((left, "q000000000000"), NotFoundError)):
        with pytest.raises(error):
            review.relate(*bad, "updates")
    assert story.ws.check() == []


def test_relating_a_suggested_pair_decides_it(story: Story) -> None:
    """A pair has one relation: relating what was suggested decides the suggestion."""
    review = Review(story.ws, "an")
    review.relate(story.figures[0], story.figures[1], "denies")
    assert story.ws.relation(story.relations[0]).state == "changed"
    assert len(story.ws.relation_rowids()) == 4


def test_speakers_merge_and_split(story: Story) -> None:
    """Merged speakers count as one everywhere, keep every spelling, and come apart again."""
    review = Review(story.ws, "an")
    review.merge_speakers(MAYOR.id, SPEAKER.id)
    (row,) = story.ws.speakers()
    assert (row.speaker.name, row.mentions, row.merged) == ("Burgemeester Smit", 4, (SPEAKER.id,))
    assert set(row.speaker.spellings) == {"Smit", "Verhoeven", "Anna Verhoeven"}
    (mention,) = story.ws.mentions([story.quotes[0]])
    assert (mention.speaker_id, mention.speaker_name) == (MAYOR.id, "Burgemeester Smit")
    assert len(story.ws.mention_ids(speaker=MAYOR.id)) == 4
    with pytest.raises(UsageError, match="one speaker already"):
        review.merge_speakers(SPEAKER.id, MAYOR.id)
    assert story.ws.counts()["speakers"] == 1
    review.split_speaker(SPEAKER.id)
    assert story.ws.counts()["speakers"] == 2
    assert story.ws.check() == []


def test_mentions_get_another_speaker(story: Story) -> None:
    """Mentions that somebody else said are given a speaker of their own, as one step."""
    review = Review(story.ws, "an")
    events = review.split_speaker(SPEAKER.id, story.quotes[:2], "Piet Verhoeven")
    assert [event.target for event in events] == story.quotes[:2]
    assert {row.speaker_name for row in story.ws.mentions(story.quotes[:2])} == {"Piet Verhoeven"}
    assert len(story.ws.mention_ids(speaker=SPEAKER.id)) == 2
    assert [hit.snippet for hit in story.ws.search("piet") if hit.kind == "speaker"] == ["Piet Verhoeven"]
    assert story.ws.check() == []
    review.undo()
    assert len(story.ws.mention_ids(speaker=SPEAKER.id)) == 4
    with pytest.raises(UsageError, match="no name"):
        review.split_speaker(SPEAKER.id, story.quotes[:1])


def test_claim_sets_are_saved_and_dropped(story: Story) -> None:
    """A set holds a filter and ids picked by hand; saving again replaces, dropping can be undone."""
    review = Review(story.ws, "an")
    review.save_set("kern", "kind:updates", [story.figures[0], story.relations[0], story.figures[0]])
    (saved,) = story.ws.sets()
    assert isinstance(saved, SavedSet)
    assert (saved.name, saved.filter, saved.picked) == (
        "kern",
        {"words": "kind:updates"},
        (story.figures[0], story.relations[0]),
    )
    review.drop_set("kern")
    assert story.ws.sets() == []
    review.undo()
    assert story.ws.sets() == [saved]


def test_events_of_another_workspace_are_taken_over(story: Story, tmp_path: Path) -> None:
    """A log replayed in a workspace of the same articles gives the same state, once however often it is taken over."""
    review = Review(story.ws, "an")
    review.accept(story.relations[0], note="gezien")
    note = review.note(story.figures[0], "eerste")
    review.edit_note(note.id, "beter")
    review.tag(story.figures[0], "kern")
    review.untag(story.figures[0], "kern")
    review.relate(story.figures[0], story.figures[3], "denies")
    review.decide_many(story.relations[1:3], "unrelated")
    review.undo()
    events: list[Event] = list(reversed(story.ws.log(limit=None)))
    with Workspace.create_or_open(tmp_path / "other.db") as other:
        Story(other)
        assert other.add_events(events) == len(events)
        assert other.add_events(events) == 0
        assert everything(other) == everything(story.ws)
        assert [e.id for e in other.log()] == [e.id for e in story.ws.log()]
        assert other.check() == []
        Review(other, "an").redo()
        review.redo()
        assert everything(other)["decisions"] == everything(story.ws)["decisions"]


def test_events_that_are_none_of_ours_are_refused(story: Story) -> None:
    """An event whose state does not fit its table is refused and nothing is appended."""
    event = Review(story.ws, "an").accept(story.relations[0])
    forged = Event(
        seq=9,
        id="e000000000009",
        at=event.at,
        by="x",
        op="decide",
        target=event.target,
        after={"kind": "updates"},
    )
    with pytest.raises(UsageError, match="e000000000009"):
        story.ws.add_events([forged])
    assert len(story.ws.log()) == 1


ACTIONS = st.sampled_from(
    [
        "accept",
        "reject",
        "skip",
        "change",
        "reopen",
        "note",
        "edit",
        "tag",
        "untag",
        "flag",
        "unflag",
        "bulk",
        "relate",
        "verdict",
        "pin",
        "merge",
        "split",
        "assign",
        "set",
        "drop",
        "undo",
        "redo",
    ]
)


def act(story: Story, review: Review, action: str, pick: int) -> None:
    """Do one action on the target that ``pick`` chooses; what makes no sense at the moment is refused."""
    relation, figure = story.relations[pick % 4], story.figures[pick % 4]
    notes = [a.event for a in story.ws.annotations() if a.kind == "note"]
    actions = {
        "accept": lambda: review.accept(relation, ticks={"event", "scope", "time"}),
        "reject": lambda: review.reject(relation),
        "skip": lambda: review.skip(relation),
        "change": lambda: review.decide(relation, "variant", note="n"),
        "reopen": lambda: review.reopen(relation),
        "note": lambda: review.note(relation, "noot"),
        "edit": lambda: review.edit_note(notes[0], None) if notes else None,
        "tag": lambda: review.tag(figure, f"t{pick % 2}"),
        "untag": lambda: review.untag(figure, f"t{pick % 2}"),
        "flag": lambda: review.flag(relation),
        "unflag": lambda: review.unflag(relation),
        "bulk": lambda: review.decide_many(story.relations[pick % 4 :], "unrelated"),
        "relate": lambda: review.relate(story.figures[0], story.figures[3], "denies"),
        "verdict": lambda: review.verdict(figure, "refuted"),
        "pin": lambda: review.pin(figure, pinned=bool(pick % 2)),
        "merge": lambda: review.merge_speakers(SPEAKER.id, MAYOR.id),
        "split": lambda: review.split_speaker(MAYOR.id),
        "assign": lambda: review.split_speaker(SPEAKER.id, story.quotes[: pick % 3 + 1], "Piet"),
        "set": lambda: review.save_set("kern", "", [figure]),
        "drop": lambda: review.drop_set("kern"),
        "undo": review.undo,
        "redo": review.redo,
    }
    with suppress(NotFoundError, UsageError):
        actions[action]()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(ACTIONS, st.integers(0, 11)), max_size=14), turns=st.integers(1, 16))
def test_any_undos_and_as_many_redos_change_nothing(
    tmp_path: Path, steps: list[tuple[str, int]], turns: int
) -> None:
    """After any actions, n undos and n redos give the same state, and what is stored equals what the log says."""
    path = tmp_path / "any.db"
    path.unlink(missing_ok=True)
    with Workspace.create_or_open(path) as ws:
        story = Story(ws)
        start = everything(ws)
        for action, pick in steps:
            act(story, Review(ws, "an"), action, pick)
        state = everything(ws)
        # Every turn opens the file anew: the stack of steps lives in it, not in memory.
        undone = 0
        for _ in range(turns):
            with Workspace.open(path) as again:
                undone += Review(again, "an").undo() is not None
        if undone < turns:
            assert everything(ws) == start
        for _ in range(undone):
            with Workspace.open(path) as again:
                assert Review(again, "an").redo() is not None
        assert everything(ws) == state
        assert ws.check() == []
