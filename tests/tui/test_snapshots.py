"""A few pictures: the look of the main screens."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from workbench.tui.app import ReviewApp, screenshot, settled


def pressed(*keys: str) -> Any:
    """Press keys, each when what it acts on can be seen."""

    async def before(pilot: Pilot[None]) -> None:
        for key in ("g", *keys):
            await settled(pilot)
            await pilot.press(key)
        await settled(pilot)

    return before


@pytest.mark.parametrize(
    ("theme", "size", "keys"),
    [
        ("workbench", (80, 24), ()),
        ("workbench", (120, 40), ("c",)),
        ("workbench", (120, 40), ("R", "g", "c")),
        ("workbench-contrast", (80, 24), ("R", "g", "j", "c")),
        ("workbench-light", (80, 24), ("f3", "enter")),
    ],
    ids=["inbox", "issue", "card", "card-contrast", "article-light"],
)
def test_screen(
    snap_compare: Any, workspace: Path, theme: str, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    """The screen looks as it did."""
    app = ReviewApp(workspace, "an", theme=theme)
    assert snap_compare(app, run_before=pressed(*keys), terminal_size=size)


def test_a_screenshot_loads_nothing_and_changes_nothing(workspace: Path, tmp_path: Path) -> None:
    """The picture for the README is made over a copy and names no address but that of SVG itself."""
    before = workspace.read_bytes()
    screenshot(workspace, tmp_path / "out.svg", (100, 30), ("R", "g", "c", "a"))
    picture = (tmp_path / "out.svg").read_text(encoding="utf-8")
    assert "url(" not in picture.replace("url(#", "")
    assert "decided" in picture or "accepted" in picture
    assert workspace.read_bytes() == before
