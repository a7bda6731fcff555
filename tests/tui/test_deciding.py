"""Every key that writes: press it, look into the log."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from workbench.model import Event
from workbench.store import Workspace
from workbench.tui.app import ReviewApp

Press = Callable[..., Any]
Events = Callable[[], list[Event]]
Text = Callable[..., str]


async def pressed(app: ReviewApp, press: Press, *keys: str) -> None:
    """Run the app, press the keys, leave it."""
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *keys)


@pytest.mark.parametrize("where", [(), ("c",)], ids=["inbox", "card"])
@pytest.mark.parametrize(
    ("key", "state", "kind"),
    [
        ("a", "accepted", "updates"),
        ("x", "rejected", "unrelated"),
        ("space", "skipped", "updates"),
        ("f", "flagged", "updates"),
    ],
)
async def test_one_key_decides(
    app: ReviewApp,
    press: Press,
    workspace: Path,
    story: Any,
    where: tuple[str, ...],
    key: str,
    state: str,
    kind: str,
) -> None:
    """Accept, reject, skip and flag write one event each, in the list as on the card."""
    await pressed(app, press, "g", *where, key)
    with Workspace.open(workspace, readonly=True) as ws:
        row = ws.relation(story.relation_id("almost", "exact"))
        assert (row.state, row.kind) == (state, kind)
        assert len(ws.log()) == 1


NUMBERS = {
    "1": "repeats", "2": "variant", "3": "misquotes", "4": "misattributed", "6": "refines", "7": "corroborates",
    "8": "different_scope", "9": "denies", "minus": "disputes",
}  # fmt: skip


async def test_a_number_changes_the_kind(app: ReviewApp, press: Press, workspace: Path, story: Any) -> None:
    """The key of another kind decides on that kind."""
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g", "c")
        for key, kind in NUMBERS.items():
            await press(pilot, key)
            with Workspace.open(workspace, readonly=True) as ws:
                row = ws.relation(story.relation_id("almost", "exact"))
                assert (row.state, row.kind, row.by) == ("changed", kind, "an")
            await press(pilot, "z")


async def test_the_number_of_the_suggested_kind_accepts(
    app: ReviewApp, press: Press, workspace: Path, story: Any
) -> None:
    """Choosing what was suggested is accepting it."""
    await pressed(app, press, "g", "c", "5")
    with Workspace.open(workspace, readonly=True) as ws:
        assert ws.relation(story.relation_id("almost", "exact")).state == "accepted"


async def test_a_contradiction_needs_its_three_ticks(
    app: ReviewApp, press: Press, events: Events, text_of: Text
) -> None:
    """Enter before all three are ticked takes nothing; with all three it is decided, and the ticks are in the log."""
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g", "c", "0", "space", "enter")
        assert "All 3 must hold" in text_of(app.screen)
        assert events() == []
        await press(pilot, "j", "space", "j", "space", "enter")
        (event,) = events()
        assert event.after is not None
        assert event.after["kind"] == "contradicts"
        assert set(event.after["ticks"]) == {"event", "scope", "time"}


async def test_a_contradiction_can_be_left(
    app: ReviewApp, press: Press, events: Events, text_of: Text
) -> None:
    """Escape decides nothing and says so."""
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g", "c", "0", "space", "escape")
        assert "not decided" in text_of(app.screen)
    assert events() == []


async def test_accepting_a_suggested_contradiction_asks_for_the_ticks(
    app: ReviewApp, press: Press, events: Events, text_of: Text
) -> None:
    """The accept key is no way round the three ticks, on the card or in the list."""
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "G", "a")
        assert "three ticks" in text_of(app.screen)
        await press(pilot, "a")
        assert "same event" in text_of(app.screen)
    assert events() == []


async def test_after_a_decision_the_next_open_card_is_shown_and_undo_brings_it_back(
    app: ReviewApp, press: Press, text_of: Text, story: Any
) -> None:
    """A decides and moves on; z takes the decision back and shows the same card; backspace does the same."""
    first, second = story.relation_id("almost", "exact"), story.relation_id("safe", "enough")
    async with app.run_test(size=(80, 24)) as pilot:
        for undo in ("z", "backspace"):
            await press(pilot, "g", "c", "a")
            assert second in text_of(app.screen)
            await press(pilot, undo)
            assert first in text_of(app.screen)
            assert "○ open" in text_of(app.screen)
            assert "undo: updates" in text_of(app.screen)
            await press(pilot, "escape")


async def test_redo_decides_again(app: ReviewApp, press: Press, events: Events) -> None:
    """Undo and redo are events of their own."""
    await pressed(app, press, "g", "c", "a", "z", "Z")
    assert [event.op for event in events()] == ["decide", "undo", "redo"]


async def test_undo_works_after_a_restart(
    workspace: Path, press: Press, events: Events, text_of: Text
) -> None:
    """What was decided in one session can be undone in the next."""
    await pressed(ReviewApp(workspace, "an", tab="relations"), press, "g", "a")
    app = ReviewApp(workspace, "an", tab="relations")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "z")
        assert "undo: updates" in text_of(app.screen)
        assert "▸○ open     ~ updates" in text_of(app.screen)
    assert [event.op for event in events()] == ["decide", "undo"]


async def test_nothing_to_undo_says_so(app: ReviewApp, press: Press, events: Events, text_of: Text) -> None:
    """Undo in a fresh workspace is a message, not an event."""
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "z")
        assert "nothing to undo" in text_of(app.screen)
    assert events() == []


@pytest.mark.parametrize("where", [("g",), ("g", "c"), ("f3",), ("f3", "enter"), ("f4",)])
async def test_a_note_is_written_on_what_is_shown(
    app: ReviewApp, press: Press, events: Events, text_of: Text, where: tuple[str, ...]
) -> None:
    """A note can be put on a relation, an article, a mention and a speaker."""
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *where, "i", *"why", "enter")
        (event,) = events()
        assert (event.op, event.after and event.after["value"]) == ("note", "why")
        assert "note on this" in text_of(app.screen)
        assert f"({event.target})" in text_of(app.screen)


async def test_a_note_that_was_left_is_still_there(
    app: ReviewApp, press: Press, events: Events, text_of: Text
) -> None:
    """Escape keeps what was typed for the next time, and writes nothing."""
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g", "i", *"half", "escape", "i")
        assert "half" in text_of(app.screen)
        await press(pilot, "escape")
    assert events() == []


async def test_letters_typed_into_a_note_decide_nothing(app: ReviewApp, press: Press, events: Events) -> None:
    """The decision keys are letters like any other while text is typed."""
    await pressed(app, press, "g", "i", *"axfz", "escape")
    assert events() == []


@pytest.mark.parametrize("key", ["t", "number_sign"])
async def test_a_tag_is_put_on_and_taken_off(app: ReviewApp, press: Press, events: Events, key: str) -> None:
    """The same tag a second time takes it off."""
    await pressed(app, press, "g", key, *"urgent", "enter", key, *"urgent", "enter")
    assert [event.op for event in events()] == ["tag", "untag"]


async def test_a_flag_is_taken_off_again(app: ReviewApp, press: Press, events: Events) -> None:
    """F on a flagged relation takes the flag off."""
    await pressed(app, press, "g", "f", "g", "f")
    assert [event.op for event in events()] == ["flag", "unflag"]


async def test_a_passage_is_pinned(app: ReviewApp, press: Press, events: Events, story: Any) -> None:
    """P pins the left passage as primary source."""
    await pressed(app, press, "g", "c", "P")
    assert [(event.op, event.target) for event in events()] == [("pin", story.mentions["almost"].id)]


@pytest.mark.parametrize(("key", "op"), [("f", "flag"), ("P", "pin")])
async def test_a_mention_is_flagged_and_pinned_in_its_article(
    app: ReviewApp, press: Press, events: Events, story: Any, key: str, op: str
) -> None:
    """In the article the keys go to the mention under the cursor."""
    await pressed(app, press, "f3", "enter", key)
    assert [(event.op, event.target) for event in events()] == [(op, story.mentions["almost"].id)]


async def test_a_verdict_is_given(app: ReviewApp, press: Press, events: Events, story: Any) -> None:
    """V asks for a verdict on the mention and writes the chosen one."""
    await pressed(app, press, "f3", "enter", "V", "j", "enter")
    (event,) = events()
    assert (event.op, event.target) == ("verdict", story.mentions["almost"].id)
    assert event.after is not None
    assert event.after["value"] == "refuted"


async def test_two_speakers_are_merged_and_split(
    app: ReviewApp, press: Press, events: Events, text_of: Text, workspace: Path
) -> None:
    """M on one and M on another makes them one; S takes them apart; the first one's name stays."""
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "f4", "G", "m", "k", "m")
        assert "+1 merged" in text_of(app.screen)
        with Workspace.open(workspace, readonly=True) as ws:
            assert sorted(row.speaker.name for row in ws.speakers() if row.mentions) == [
                "Bo Katz",
                "Tilly Arends",
            ]
        await press(pilot, "g", "S")
        assert "merged" not in text_of(app.screen).replace("nothing was merged", "")
    assert [event.op for event in events()] == ["merge_speakers", "split_speaker"]


async def test_undo_of_a_merge_shows_both_speakers_again(app: ReviewApp, press: Press, text_of: Text) -> None:
    """A merge is undone like any decision."""
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "f4", "G", "m", "k", "m", "z")
        assert "T. Arends" in text_of(app.screen)
        assert "+1 merged" not in text_of(app.screen)


async def test_a_failing_write_keeps_the_card_and_says_what_to_do(
    app: ReviewApp, press: Press, text_of: Text, story: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When nothing can be written the card stays, the message is one line, and the mark says NOT SAVED."""
    from workbench.errors import WorkspaceError

    def full(*_: Any) -> Any:
        raise WorkspaceError("the disk is full", "make room and try again")

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g", "c")
        monkeypatch.setattr(app.session.ws, "append", full)
        await press(pilot, "a")
        shown = text_of(app.screen)
        assert "[NOT SAVED]" in shown
        assert "the disk is full (make room and try again)" in shown
        assert story.relation_id("almost", "exact") in shown
        monkeypatch.undo()
        await press(pilot, "a")
        assert "[saved]" in text_of(app.screen)


async def test_a_workspace_open_for_reading_cannot_be_changed(
    workspace: Path, press: Press, events: Events, text_of: Text
) -> None:
    """Read-only: the keys that write do nothing, are not offered, and the status line says why."""
    before = workspace.read_bytes()
    app = ReviewApp(workspace, "an", readonly=True, tab="relations")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g", "a", "x", "i", "c", "a", "5", "z", "escape", "f4", "m", "f3", "enter", "f")
        shown = text_of(app.screen)
        assert "[read-only]" in shown
        assert "note" not in shown.splitlines()[-1]
    assert events() == []
    assert workspace.read_bytes() == before


async def test_looking_changes_nothing(workspace: Path, press: Press, events: Events) -> None:
    """Browsing every screen writes no event."""
    keys = "g c n d T escape escape f3 enter n escape f4 f5 f6 question_mark"
    await pressed(ReviewApp(workspace, "an", tab="relations"), press, *keys.split())
    assert events() == []


async def test_marked_rows_are_rejected_as_one_step(
    app: ReviewApp, press: Press, events: Events, text_of: Text, workspace: Path
) -> None:
    """V marks rows, x asks with their number, enter rejects them all; one undo brings them all back."""
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g", "v", "v", "v")
        assert text_of(app.screen).count("» marked") == 3
        await press(pilot, "x")
        assert "reject 3 relations" in text_of(app.screen)
        assert events() == []
        await press(pilot, "enter")
        assert "1/2" in text_of(app.screen)
        await press(pilot, "z")
    with Workspace.open(workspace, readonly=True) as ws:
        assert {row.state for row in ws.relations_by_rowid(ws.relation_rowids())} == {"suggested"}
    batches = {event.batch for event in events() if event.op == "decide"}
    assert len(batches) == 1


async def test_marked_rows_of_several_kinds_are_not_accepted_together(
    app: ReviewApp, press: Press, events: Events, text_of: Text
) -> None:
    """Accepting many is one decision only when they are of one kind; escape unmarks."""
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g", "v", "v", "a")
        assert "only relations of one kind" in text_of(app.screen)
        await press(pilot, "escape")
        assert "» marked" not in text_of(app.screen)
    assert events() == []


async def test_two_mentions_of_different_articles_are_related(
    app: ReviewApp, press: Press, workspace: Path, story: Any
) -> None:
    """R on one mention and r on another, in another article, asks for the kind and writes the relation."""
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "f3", "g", "enter", "r", "escape", "j", "enter", "n", "r", "enter")
    with Workspace.open(workspace, readonly=True) as ws:
        row = ws.relation(story.relation_id("almost", "enough"))
        assert (row.kind, row.by) == ("repeats", "an")


async def test_relating_by_contradiction_asks_for_the_ticks(
    app: ReviewApp, press: Press, events: Events, text_of: Text
) -> None:
    """An analyst's own contradiction needs its three ticks, too."""
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "f3", "g", "enter", "r", "escape", "j", "enter", "n", "r", "G", "k", "enter")
        assert "same scope" in text_of(app.screen)
        await press(pilot, "space", "j", "space", "j", "space", "enter")
    (event,) = events()
    assert event.after is not None
    assert event.after["kind"] == "contradicts"


@pytest.mark.parametrize("where", [(), ("c",)], ids=["inbox", "card"])
async def test_a_decision_names_the_pair_and_the_key_that_takes_it_back(
    app: ReviewApp, press: Press, text_of: Text, where: tuple[str, ...]
) -> None:
    """What was done to which articles, and how to undo it, stand in the status line."""
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g", *where, "x")
        assert "rejected: updates, flood-1–flood-2 · z takes it back" in text_of(app.screen)


async def test_a_note_that_is_left_is_kept_and_says_so(app: ReviewApp, press: Press, text_of: Text) -> None:
    """Escape loses no typed text: the status line says it is kept, and the same key shows it again."""
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g", "i", *"ring", "escape")
        assert "draft kept" in text_of(app.screen)
        await press(pilot, "i")
        assert " ring" in text_of(app.screen)
        assert app.session.ws.log() == []
