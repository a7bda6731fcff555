"""Text from outside cannot act: not as markup, not as a control character."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from workbench.model import Speaker
from workbench.store import Workspace
from workbench.tui.app import ReviewApp
from workbench.tui.display import ROLES, Piece, content

EVIL = "[@click=app.quit]x[/] [/] [red] \x1b]52;c;cHduZWQ=\x07 \x1b[6n \x9b5n \u202eevil\u2066 \u200b\ufeff \U000e0041"
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]")
ROUND = [
    (), ("c",), ("c", "T"), ("c", "i"), ("c", "0"), ("c", "question_mark"), ("f3",), ("f3", "enter"), ("f3", "enter", "V"),
    ("f4",), ("f5", "slash", "d", "i", "j", "k", "enter"), ("f6",), ("ctrl+p",), ("F",),
]  # fmt: skip
"""Keys to every screen and dialog."""


@pytest.fixture
def hostile(story: Any, build: Callable[..., Path]) -> Path:
    """The flood, told by somebody who attacks the terminal in every field."""
    texts = {
        f"{name} {EVIL}": (date, f"{EVIL} {text} {EVIL} zei dijk.")
        for name, (date, text) in _texts(story).items()
    }
    evil = type(story)(texts)
    first, second, third = list(texts)[:3]
    evil.figure(
        "almost",
        first,
        "bijna 2.000 inwoners",
        "below",
        2000,
        hedge=EVIL,
        as_of=f"2021-07{EVIL}",
        speaker=EVIL,
    )
    evil.figure("exact", second, f"{EVIL} Achteraf blijkt dat 2.350 inwoners", "exact", 2350, speaker=EVIL)
    evil.quote("bomb", third, f"een tikkende tijdbom’. In totaal gingen 40 straten onder water. {EVIL}", EVIL)
    from dataclasses import replace

    relation = evil.relation("almost", "exact", "updates", 0.9)
    evidence = replace(
        relation.evidence,
        summary=EVIL,
        reason=EVIL,
        levels=(replace(relation.evidence.levels[0], label=EVIL),),
    )
    path = build(
        evil,
        [replace(relation, evidence=evidence, detector=EVIL), evil.relation("exact", "bomb", "denies", 0.5)],
    )
    with Workspace.open(path) as ws:
        ws.put_speakers([Speaker(id="s0000000000ff", name=EVIL, spellings=(EVIL,), role=EVIL)])
    return path


def _texts(story: Any) -> dict[str, tuple[str, str]]:
    return {name: (article.published, article.text) for name, article in story.articles.items()}


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_no_raw_control_reaches_any_screen(
    hostile: Path, press: Callable[..., Any], text_of: Callable[..., str], size: tuple[int, int]
) -> None:
    """On no screen does a line hold a control, bidi or hidden character; square brackets are shown as they are."""
    app = ReviewApp(hostile, f"an {EVIL}", tab="relations")
    seen = []
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await press(pilot, "g", "i", *"x", "enter", "t", *"y", "enter")
        app.session.write(lambda review: review.note(app.screen.subject(), EVIL))
        for keys in ROUND:
            app.show_tab("relations")
            await press(pilot, "g", *keys)
            text = text_of(app.screen)
            seen.append(text)
            for line in text.split("\n"):
                assert RAW.search(line) is None, (keys, line)
            while len(app.screen_stack) > 1:
                app.pop_screen()
            await pilot.pause()
        assert app.is_running
    assert any("[@click=app.quit]x[/]" in text for text in seen)


async def test_a_click_on_text_runs_nothing(hostile: Path, press: Callable[..., Any]) -> None:
    """A link written into an article is not a link."""
    app = ReviewApp(hostile, "an")
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "g", "f3", "enter")
        for x in range(3, 40, 4):
            await pilot.click(offset=(x, 2))
        assert app.is_running


@pytest.mark.parametrize("role", ROLES)
def test_a_piece_cannot_hold_a_raw_character(role: Any) -> None:
    """What a piece holds is visible, one line, and as long as what was given."""
    piece = Piece(EVIL + "\n\t", role)
    assert RAW.search(piece.text) is None
    assert "\n" not in piece.text
    assert len(piece.text) == len(EVIL) + 2


def test_content_is_no_markup() -> None:
    """Square brackets stay square brackets in what Textual's own widgets get."""
    shown = content("[@click=app.quit]x[/]")
    assert shown.plain == "[@click=app.quit]x[/]"
    assert shown.spans == []


TEXT_TAKERS = {
    "Static",
    "Label",
    "Button",
    "Checkbox",
    "OptionList",
    "Option",
    "Select",
    "RichLog",
    "Markdown",
    "Collapsible",
    "Text",
}


def test_no_widget_takes_a_string() -> None:
    """No screen makes a widget that would parse a string as markup, nor notifies, nor sets a title or tooltip."""
    found = []
    for path in (Path(__file__).resolve().parents[2] / "workbench" / "tui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                if name in TEXT_TAKERS or name in ("notify", "from_markup", "from_text"):
                    found.append(f"{path.name}:{node.lineno} {name}")
            if isinstance(node, ast.Assign):
                for target in node.targets:
                    if getattr(target, "attr", "") in (
                        "border_title",
                        "border_subtitle",
                        "tooltip",
                        "title",
                        "sub_title",
                    ):
                        found.append(f"{path.name}:{node.lineno} {ast.unparse(target)}")
    assert found == []
