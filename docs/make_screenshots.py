"""Draws the pictures of the README with the program itself, from the seed articles."""

from __future__ import annotations

import tempfile
from pathlib import Path

from workbench.store import RelationFilter, Workspace
from workbench.tui.app import screenshot
from workbench.workflows.comparing import relations
from workbench.workflows.importing import import_paths

ROOT = Path(__file__).resolve().parent.parent
SIZE = (110, 34)
"""Columns and rows of the terminal in the pictures."""


def main() -> None:
    """Import the seeds into a workspace that is thrown away and draw each screen."""
    images = ROOT / "docs" / "images"
    images.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "seeds.db"
        with Workspace.create_or_open(path) as workspace:
            import_paths(workspace, [ROOT / "seeds"])
            kinds = [row.kind for row in relations(workspace, RelationFilter())]
        # The relations in their own list; the inbox has issues.
        first_update = ["R", *["j"] * kinds.index("updates")]
        screenshot(path, images / "inbox.svg", SIZE)
        screenshot(path, images / "compare.svg", SIZE, [*first_update, "enter"])
        screenshot(path, images / "time-line.svg", SIZE, [*first_update, "enter", "T"])


if __name__ == "__main__":
    main()
