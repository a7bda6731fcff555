"""The inbox of issues: what a row shows, opening one, deciding all of it at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.events import Key

from workbench.model import Event
from workbench.store import RelationFilter, Workspace
from workbench.tui.app import ReviewApp
from workbench.tui.presenters.issue_row import issue_row
from workbench.workflows.issues import issues

Press = Callable[..., Any]
Text = Callable[..., str]


@pytest.fixture
def inbox(workspace: Path) -> ReviewApp:
    """The app as it starts."""
    return ReviewApp(workspace, "an")


def states(workspace: Path) -> dict[str, int]:
    """How many relations are in each state."""
    with Workspace.open(workspace, readonly=True) as ws:
        found = ws.counts()
        return {
            state: found[state] for state in ("suggested", "accepted", "rejected", "skipped") if found[state]
        }


@pytest.mark.parametrize("size", [(60, 24), (80, 24), (120, 40)])
async def test_a_row_is_an_issue(
    inbox: ReviewApp, press: Press, text_of: Text, size: tuple[int, int]
) -> None:
    """Three figures are one issue, three quotes the other: question, what is open, values, sources below."""
    async with inbox.run_test(size=size) as pilot:
        await press(pilot, "g")
        text = text_of(inbox.screen)
    assert "1/2" in text
    assert "! 1 of 3" in text
    assert "How many evacuated" in text
    assert "no source: bijna 2.000 inwoners" in text
    if size[0] >= 80:
        assert "2 000–2 350" in text


def test_a_question_without_values_has_their_room(workspace: Path) -> None:
    """In a narrow terminal a long question on words runs on into the empty column; one with values stops before it."""
    with Workspace.open(workspace, readonly=True) as ws:
        views = list(issues(ws, RelationFilter()))
    for view in views:
        long = replace(view, issue=replace(view.issue, question="What of it " * 9))
        text = "".join(piece.text for piece in issue_row(long, 79))
        assert len(text) == 79
        assert text.count("What of it") == (3 if view.issue.spread else 5)


async def test_a_key_pressed_before_the_list_is_seen_acts_on_nothing(
    inbox: ReviewApp, workspace: Path, press: Press, text_of: Text
) -> None:
    """What was typed while the list was read neither rejects nor opens its first row; the next press does."""
    early = [Key("S", "S"), Key("X", "X"), Key("enter", None)]
    async with inbox.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g")
        for key in early:
            inbox.post_message(key)
            await pilot.pause()
        text = text_of(inbox.screen)
        assert "1/2" in text
        assert "was not there yet" in text
        assert states(workspace) == {"suggested": 5}
        await press(pilot, "enter")
        assert "issue › i" in text_of(inbox.screen)


KEYS: list[tuple[tuple[str, ...], str]] = [
    (("enter",), "issue › i"), (("l",), "issue › i"), (("c",), "issue › i"), (("j", "enter"), "2 to decide"),
    (("enter", "enter"), "compare › r"), (("enter", "escape"), "2 000–2 350"), (("enter", "T"), "time-line › inwoners"),
    (("s",), "no issue is flagged"), (("s", "s"), "no issue is decided"), (("s", "s", "s"), "1/2"),
    (("slash", *"tijdbom", "enter"), "1/1"), (("F", "j", "space", "enter"), "1/1"), (("s", "escape"), "1/2"),
    (("G",), "2/2"), (("R",), "passage A"), (("enter", "s", "s"), "no relation is"), (("enter", "question_mark"), "keys of"),
]  # fmt: skip
"""Keys from the inbox, and what is then on the screen."""


@pytest.mark.parametrize(
    ("keys", "words"), KEYS, ids=lambda value: " ".join(value) if isinstance(value, tuple) else ""
)
async def test_keys_of_the_inbox(
    inbox: ReviewApp, press: Press, text_of: Text, keys: tuple[str, ...], words: str
) -> None:
    """Each key shows what it promises."""
    async with inbox.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g", *keys)
        assert words in text_of(inbox.screen)


async def test_an_issue_shows_its_figures_over_time(inbox: ReviewApp, press: Press, text_of: Text) -> None:
    """The values are drawn on one scale over the relations to decide, and the cursor decides them one after another."""
    async with inbox.run_test(size=(120, 40)) as pilot:
        await press(pilot, "g", "enter", "a")
        text = text_of(inbox.screen)
        assert "2021-08" in text
        assert "●" in text
        assert "✓ accepted" in text
        assert "2 to decide" in text
        await press(pilot, "escape")
        assert "! 1 of 2" in text_of(inbox.screen)


@pytest.mark.parametrize("where", [(), ("enter",)], ids=["inbox", "issue"])
@pytest.mark.parametrize(
    ("keys", "left"),
    [
        (("A", "enter"), {"suggested": 3, "accepted": 2}),
        (("X", "enter"), {"suggested": 2, "rejected": 3}),
        (("S",), {"suggested": 2, "skipped": 3}),
    ],
)
async def test_an_issue_is_decided_as_a_whole(
    inbox: ReviewApp,
    press: Press,
    workspace: Path,
    where: tuple[str, ...],
    keys: tuple[str, ...],
    left: dict[str, int],
) -> None:
    """All but contradictions are accepted, all are rejected or skipped, as one step that one undo takes back."""
    async with inbox.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g", *where, *keys)
        assert states(workspace) == left
        await press(pilot, "z")
        assert states(workspace) == {"suggested": 5}


async def test_a_question_left_decides_nothing(
    inbox: ReviewApp, press: Press, events: Callable[[], list[Event]], text_of: Text
) -> None:
    """The number of relations is asked about first; escape leaves all as it is."""
    async with inbox.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g", "X")
        assert "reject 3: " in text_of(inbox.screen)
        await press(pilot, "escape")
    assert events() == []


async def test_what_was_decided_leaves_the_inbox_and_comes_back(
    inbox: ReviewApp, press: Press, text_of: Text
) -> None:
    """A decided issue is listed no longer; undo brings it back under the cursor."""
    async with inbox.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g", "X", "enter")
        assert "1/1" in text_of(inbox.screen)
        await press(pilot, "z")
        assert "1/2" in text_of(inbox.screen)


async def test_a_note_on_an_issue_is_kept_with_the_mention_that_leads_it(
    inbox: ReviewApp, workspace: Path, press: Press, text_of: Text
) -> None:
    """The note stands below the list, and in the file at the representative; a tag goes there too."""
    async with inbox.run_test(size=(100, 30)) as pilot:
        await press(pilot, "g", "i", *"bel", "enter")
        await press(pilot, "t", *"dijk", "enter")
        text = text_of(inbox.screen)
    assert "note bel; tag dijk" in text or "tag dijk; note bel" in text
    with Workspace.open(workspace, readonly=True) as ws:
        found = [(note.kind, note.value, note.target[0]) for note in ws.annotations()]
    assert sorted(found) == [("note", "bel", "f"), ("tag", "dijk", "f")]


async def test_what_was_said_of_a_step_is_gone_with_the_next(
    inbox: ReviewApp, press: Press, text_of: Text
) -> None:
    """The line about a note names the issue, stays while the cursor moves, and does not follow into another screen."""
    async with inbox.run_test(size=(100, 30)) as pilot:
        await press(pilot, "g", "i", *"bel", "enter", "j", "k")
        assert "note on this issue (i" in text_of(inbox.screen)
        await press(pilot, "enter")
        assert "note on" not in text_of(inbox.screen)
