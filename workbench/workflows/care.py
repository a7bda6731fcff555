"""Keeping a workspace: safe copies, and finding what is wrong."""

from __future__ import annotations

import os
from pathlib import Path

from workbench.store import Workspace

__all__ = ["back_up", "discard", "examine"]


def back_up(workspace: Path, target: Path) -> None:
    """Copy a workspace, complete to the last decision, also while others write.

    Raises:
        WorkspaceError: it cannot be read, or the copy cannot be written; an earlier copy is then still there.
    """
    with Workspace.open(workspace, readonly=True) as opened:
        opened.backup(target)


def discard(workspace: Path) -> None:
    """Remove a workspace that was just made and holds nothing, with the files that SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        workspace.with_name(workspace.name + suffix).unlink(missing_ok=True)


def examine(workspace: Path) -> list[str]:
    """Everything that is wrong with a workspace, one line each; [] when all is well.

    Nothing in it is changed. Comparing the search index with the texts word for word takes SQLite's write lock, so
    that is left out for a file that may not be written.

    Raises:
        WorkspaceError: the file cannot be opened at all.
    """
    readonly = not (os.access(workspace, os.W_OK) and os.access(workspace.parent, os.W_OK))
    with Workspace.open(workspace, readonly=readonly) as opened:
        return opened.check()
