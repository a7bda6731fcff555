"""Every key that shows something: press it, look at the screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from workbench.tui.app import ReviewApp
from workbench.tui.commands import SCREENS

Press = Callable[..., Any]
Text = Callable[..., str]


async def shown(
    app: ReviewApp, press: Press, text_of: Text, *keys: str, size: tuple[int, int] = (80, 24)
) -> str:
    """What the screen shows after the keys."""
    async with app.run_test(size=size) as pilot:
        await press(pilot, "g", *keys)
        return text_of(app.screen)


JOURNEYS: dict[str, list[tuple[tuple[str, ...], str]]] = {
    "tabs": [
        (("f2",), "[Inbox]"), (("f3",), "[Articles]"), (("f4",), "[Speakers]"), (("f5",), "[Search]"), (("f6",), "[Log]"),
        (("at",), "[Log]"), (("right_square_bracket",), "[Articles]"), (("tab",), "[Articles]"),
        (("left_square_bracket",), "[Inbox]"), (("shift+tab",), "[Inbox]"), (("f2", "f7"), "[Relations]"),
        (("f2", "R"), "[Relations]"),
    ],
    "card": [
        (("c",), "compare › r"), (("enter",), "compare › r"), (("l",), "compare › r"), (("c", "o"), "flood-1.txt"),
        (("c", "O"), "flood-2.txt"), (("c", "escape"), "passage A"), (("c", "q"), "passage A"), (("c", "n"), "2/5"),
        (("c", "right"), "2/5"), (("c", "n", "N"), "1/5"), (("c", "n", "left"), "1/5"), (("c", "N"), "no previous card"),
        (("c", "right_square_bracket"), "3/5"), (("c", "G", "left_square_bracket"), "no conflict before"),
        (("c", "T"), "time-line › inwoners"), (("c", "T", "enter"), "flood-4.txt"),
    ],
    "article": [
        (("f3", "enter", "n"), "direct quote 2/2"), (("f3", "enter", "n", "N"), "figure 1/2"),
        (("f3", "enter", "c"), "compare › r"), (("f3", "enter", "T"), "time-line"), (("f3", "G", "enter"), "flood-4.txt"),
    ],
    "lists": [
        (("j", "j"), "3/5"), (("down", "up"), "1/5"), (("G",), "5/5"), (("end", "home"), "1/5"), (("pagedown",), "5/5"),
        (("pagedown", "pageup"), "1/5"), (("ctrl+d", "ctrl+u"), "1/5"), (("k",), "1/5"),
    ],
    "filters": [
        (("s",), "no relation is flagged"), (("s", "s"), "no relation is decided"), (("s", "s", "s"), "1/5"),
        (("s", "escape"), "1/5"), (("f4", "G", "enter"), "Tilly Arends"),
    ],
    "help": [
        (("question_mark",), "keys of this screen"), (("question_mark", "escape"), "passage A"),
        (("question_mark", "enter"), "compare › r"), (("c", "question_mark"), "Decide: same quantity and scope"),
    ],
}  # fmt: skip
"""Keys from the list of relations, and what is then on the screen."""


@pytest.mark.parametrize("journey", JOURNEYS)
async def test_keys_lead_where_the_help_says(
    app: ReviewApp, press: Press, text_of: Text, journey: str
) -> None:
    """Each moving and opening key shows what it promises."""
    async with app.run_test(size=(80, 24)) as pilot:
        for keys, words in JOURNEYS[journey]:
            app.show_tab("relations")
            await press(pilot, "escape", "g", *keys)
            assert words in text_of(app.screen), keys


async def test_the_log_opens_what_an_event_is_about(
    app: ReviewApp, press: Press, text_of: Text, story: Any
) -> None:
    """Enter on an event of the log shows its card."""
    text = await shown(app, press, text_of, "a", "f6", "enter")
    assert story.relation_id("almost", "exact") in text


async def test_filter_by_kind(app: ReviewApp, press: Press, text_of: Text) -> None:
    """F lists only the kinds that are ticked."""
    text = await shown(app, press, text_of, "F", "j", "space", "enter")
    assert "= variant" in text
    assert "updates" not in text


async def test_filter_by_words(app: ReviewApp, press: Press, text_of: Text) -> None:
    """/ lists only relations with these words in either passage."""
    text = await shown(app, press, text_of, "slash", *"tijdbom", "enter")
    assert "denies" in text
    assert "updates" not in text


async def test_search_finds_and_opens_at_the_mention(app: ReviewApp, press: Press, text_of: Text) -> None:
    """/ on the search tab finds words; enter opens the article at the hit."""
    text = await shown(app, press, text_of, "f5", "slash", *"tijdbom", "enter", "enter")
    assert "flood-3.txt" in text
    assert "▸“" in text


@pytest.mark.parametrize("query", ['"', "AND", "a*b", "col:x", "(", "NEAR(", "-x", "'; DROP TABLE"])
async def test_any_search_words_are_only_words(
    app: ReviewApp, press: Press, text_of: Text, query: str
) -> None:
    """No search text is an error of the search engine."""
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "f5", "slash")
        app.screen.query_one("Input").value = query
        await press(pilot, "enter")
        text = text_of(app.screen)
    assert "syntax" not in text
    assert "nothing matches" in text or "found in" in text


async def test_word_differences_go_on_and_off(app: ReviewApp, press: Press, text_of: Text) -> None:
    """D hides the words section, and shows it again."""
    on = await shown(app, press, text_of, "j", "c")
    assert "De dijk [-is-]{+was+} veilig {+genoeg+}" in on
    async with (again := ReviewApp(app.session.path, "an", tab="relations")).run_test(size=(80, 24)) as pilot:
        await press(pilot, "g", "j", "c", "d")
        assert "[-is-]" not in text_of(again.screen)


async def test_more_and_less_context(app: ReviewApp, press: Press, text_of: Text) -> None:
    """} shows the sentences around the passages, { takes them away again."""
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g", "c")
        assert "buiten haar" not in text_of(app.screen)
        await press(pilot, "right_curly_bracket")
        assert "buiten haar" in text_of(app.screen)
        await press(pilot, "left_curly_bracket")
        assert "buiten haar" not in text_of(app.screen)


async def test_a_citation_is_copied(app: ReviewApp, press: Press, story: Any) -> None:
    """Y puts words, article, place and hash of both passages on the clipboard."""
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g", "c", "y")
        assert "“bijna 2.000 inwoners”" in app.clipboard
        assert story.articles["flood-1.txt"].sha256 in app.clipboard


async def test_the_palette_runs_a_command_by_name(app: ReviewApp, press: Press, text_of: Text) -> None:
    """A command is found by part of its name and runs on the screen below."""
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g", "colon", *"articles")
        await pilot.pause(0.4)
        await press(pilot, "enter")
        assert "[Articles]" in text_of(app.screen)


async def test_themes_change_by_command(app: ReviewApp, press: Press) -> None:
    """The theme command goes from the dark to the light theme."""
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g")
        app.screen.action_command("app.theme")
        assert app.theme == "workbench-light"


async def test_q_on_a_top_screen_leaves(app: ReviewApp, press: Press) -> None:
    """Q leaves at once: everything is saved."""
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "q")
        assert not app.is_running


async def test_a_keymap_changes_keys_bar_and_help(workspace: Path, press: Press, text_of: Text) -> None:
    """A key of one's own works, the old one does not, and bar and help show it."""
    app = ReviewApp(workspace, "an", {"relation.accept": "y", "card.copy": "Y"}, tab="relations")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g", "a")
        assert app.session.ws.log() == []
        assert " y accept" in text_of(app.screen)
        await press(pilot, "question_mark")
        assert "y            Accept" in text_of(app.screen)
        await press(pilot, "escape", "y")
        assert len(app.session.ws.log()) == 1


PLACES: list[tuple[str, ...]] = [
    (), ("c",), ("j", "c"), ("c", "T"), ("c", "0"), ("i",), ("F",), ("f3",), ("f3", "enter"), ("f4",), ("f5",), ("f6",),
    ("question_mark",),
]  # fmt: skip
"""Keys to every screen and dialog."""


@pytest.mark.parametrize("keys", PLACES, ids="-".join)
async def test_every_screen_fits_every_size(
    app: ReviewApp, press: Press, text_of: Text, keys: tuple[str, ...]
) -> None:
    """Lines fill the terminal exactly, and the keys keep their place, down to tiny sizes."""
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g", *keys)
        for width, height in ((80, 24), (120, 40), (40, 24), (40, 12), (20, 6)):
            await pilot.resize_terminal(width, height)
            await pilot.pause(0.1)  # Textual gathers resizes for a moment
            await press(pilot)
            lines = text_of(app.screen).split("\n")
            assert len(lines) == height
            assert lines[-1].strip()


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40)])
async def test_the_card_is_complete_at(
    app: ReviewApp, press: Press, text_of: Text, width: int, height: int
) -> None:
    """Passages, values, reasons and kinds are all in view without scrolling."""
    text = await shown(app, press, text_of, "c", size=(width, height))
    for words in (
        ">>bijna",
        "2.000",
        "2.350",
        "── values",
        "── why",
        "5 ~ updates",
        "x · unrelated",
        "a accept",
        "1/5",
    ):
        assert words in text


async def test_a_card_that_goes_on_below_says_so(app: ReviewApp, press: Press, text_of: Text) -> None:
    """The status line has a sign until the last line is in view."""
    async with app.run_test(size=(60, 14)) as pilot:
        await press(pilot, "g", "c")
        assert "↓ more  1/5" in text_of(app.screen)
        await press(pilot, "G")
        assert "more" not in text_of(app.screen)


@pytest.mark.parametrize(("height", "shown_there"), [(24, True), (16, False)])
async def test_the_inbox_shows_the_pair_under_the_cursor(
    app: ReviewApp, press: Press, text_of: Text, height: int, shown_there: bool
) -> None:
    """Below the list, and it follows the cursor; a low terminal leaves the lines to the list."""
    async with app.run_test(size=(80, height)) as pilot:
        await press(pilot, "g", "j")
        assert (" A 2021-07  Tilly Arends: De dijk is veilig" in text_of(app.screen)) == shown_there


async def test_passages_are_stacked_in_a_narrow_terminal(app: ReviewApp, press: Press, text_of: Text) -> None:
    """Under 70 columns B stands below A."""
    text = await shown(app, press, text_of, "c", size=(60, 40))
    lines = text.split("\n")
    assert next(i for i, line in enumerate(lines) if line.startswith(" A ")) < next(
        i for i, line in enumerate(lines) if line.startswith(" B ")
    )


def test_all_screens_are_looked_at() -> None:
    """The sizes are tried on as many screens as there are."""
    assert len(SCREENS) <= len(PLACES)


async def test_an_export_is_written_once_and_never_over_a_file(
    app: ReviewApp, press: Press, text_of: Text, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """E asks what, format and file; the file holds the relations listed; the second time it is refused, not replaced."""
    monkeypatch.chdir(tmp_path)
    async with app.run_test(size=(120, 24)) as pilot:
        await press(pilot, "g", "F", "j", "space", "enter", "e", "j", "enter", "enter")
        assert "story-listed.csv" in text_of(app.screen)
        await press(pilot, "enter")
        assert "story-listed.csv: 1 relation as csv" in text_of(app.screen)
        written = (tmp_path / "story-listed.csv").read_bytes()
        assert b"variant" in written
        assert b"denies" not in written
        await press(pilot, "e", "j", "enter", "enter", "enter")
        assert "exists already" in text_of(app.screen)
    assert (tmp_path / "story-listed.csv").read_bytes() == written
