"""``workbench review``."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import click

from workbench.cli.options import by_option, workspace_option
from workbench.errors import UsageError


@click.command()
@workspace_option
@by_option
@click.option("--read-only", is_flag=True, help="Look, decide nothing.")
def review(workspace: Path, by: str | None, read_only: bool) -> None:
    """Cross-check suggestions side by side and decide; everything is saved at once."""
    open_review(workspace, by, read_only=read_only)


def open_review(workspace: Path, by: str | None, *, read_only: bool = False) -> None:
    """Start the review screen.

    Raises:
        UsageError: there is no terminal; says which commands do the same.
    """
    from workbench.store import Workspace
    from workbench.workflows.config import load_settings

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("review needs a terminal", "compare, decide and annotate do the same without one")
    settings = load_settings()
    # Errors of the file are one line on the terminal, not a screen that flashes by.
    with Workspace.open(workspace, readonly=True):
        pass
    from workbench.tui.app import run

    run(workspace, by or settings.analyst, settings.keys, readonly=read_only, theme=settings.theme)
    if not sys.stdin.isatty():
        # The terminal was closed. Textual's input thread goes on reading a terminal that is gone, and would keep the
        # process alive at full load for ever; all decisions are on disk by now.
        os._exit(128 + signal.SIGHUP)
