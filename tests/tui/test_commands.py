"""Commands: one declaration for bindings, palette, help, key bar, documentation."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.errors import UsageError
from workbench.model import RELATION_KINDS
from workbench.tui.app import ReviewApp
from workbench.tui.commands import COMMANDS, SCREENS, ChooseKind, Command, key_name
from workbench.tui.commands.review import KIND_KEYS
from workbench.tui.keymap import checked
from workbench.tui.keys_page import page
from workbench.tui.screens.article import ArticleScreen
from workbench.tui.screens.base import WorkbenchScreen
from workbench.tui.screens.compare import CompareScreen
from workbench.tui.screens.help import HelpScreen
from workbench.tui.screens.timeline import TimeLineScreen

ROOT = Path(__file__).resolve().parents[2]
SCREEN_CLASSES: list[type[WorkbenchScreen]] = [
    *ReviewApp.MODES.values(),
    ArticleScreen,
    CompareScreen,
    HelpScreen,
    TimeLineScreen,
]


def test_no_key_has_two_commands_on_any_screen() -> None:
    """The keys as shipped do not clash."""
    assert checked({}) == {}


@pytest.mark.parametrize("screen", SCREEN_CLASSES, ids=lambda screen: screen.__name__)
def test_every_screen_carries_out_every_command_it_offers(screen: type[WorkbenchScreen]) -> None:
    """Each command of a screen's set has its method there; the kinds are carried out together."""
    missing = [
        command.id
        for command in screen.COMMAND_SET
        if not issubclass(command, ChooseKind) and not hasattr(screen, command.method())
    ]
    assert missing == []


@pytest.mark.parametrize("command", COMMANDS.values(), ids=lambda command: command.id)
def test_every_command_explains_itself(command: type[Command]) -> None:
    """Each command has a name and one sentence of help, which is its docstring."""
    assert command.title
    assert command.help().endswith(".")
    assert "\n" not in command.help()


def test_every_kind_can_be_chosen_by_a_key() -> None:
    """All kinds but ``unrelated`` have a key of their own; that one is the reject key."""
    assert set(KIND_KEYS) | {"unrelated"} == set(RELATION_KINDS)


def test_the_page_of_keys_is_up_to_date() -> None:
    """docs/keys.md says what the commands say."""
    assert (ROOT / "docs" / "keys.md").read_text(encoding="utf-8") == page()


def test_the_page_of_keys_names_every_command() -> None:
    """No command is missing from the documentation."""
    assert [name for name in COMMANDS if f"`{name}`" not in page()] == []


def test_an_unknown_command_in_a_keymap_is_refused() -> None:
    """A misspelt name is an error that lists the names there are."""
    with pytest.raises(UsageError, match=r"relation\.acept.*relation\.accept"):
        checked({"relation.acept": "y"})


def test_a_key_given_twice_is_refused() -> None:
    """One key for two commands of one screen is an error that names both."""
    with pytest.raises(
        UsageError, match=r"relation\.accept, relation\.reject|relation\.reject, relation\.accept"
    ):
        checked({"relation.accept": "x"})


def test_two_keys_can_be_exchanged() -> None:
    """A keymap may swap two commands' keys."""
    assert checked({"relation.accept": "x", "relation.reject": "a"})


def test_an_empty_key_is_refused() -> None:
    """A trailing comma is an error."""
    with pytest.raises(UsageError, match="empty key"):
        checked({"relation.accept": "y,"})


def test_the_same_key_written_two_ways_is_one_key() -> None:
    """``?`` and ``question_mark`` clash, since they are the same key."""
    with pytest.raises(UsageError, match="'\\?'"):
        checked({"relation.accept": "?"})


@pytest.mark.parametrize(
    ("key", "name"),
    [("ctrl+p", "^p"), ("question_mark", "?"), ("shift+tab", "shift+tab"), ("G", "G"), ("minus", "-")],
)
def test_keys_are_named_as_people_write_them(key: str, name: str) -> None:
    """Keys are shown short."""
    assert key_name(key) == name


def test_every_screen_has_help_and_a_way_out() -> None:
    """The help key and a way back or out are on every full screen."""
    for name, commands in SCREENS.items():
        ids = {command.id for command in commands}
        assert ids & {"app.back", "app.quit", "dialog.cancel"}, name
        assert "app.help" in ids or name in ("Keys", "Choice", "Line of text"), name
