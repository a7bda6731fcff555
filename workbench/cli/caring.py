"""``workbench backup`` and ``doctor``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from workbench.cli.options import workspace_option
from workbench.cli.output import note, say
from workbench.errors import UsageError


@click.command()
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False))
@workspace_option
@click.option("--force", is_flag=True, help="Overwrite PATH.")
def backup(path: Path, workspace: Path, force: bool) -> None:
    """Copy the workspace to PATH, complete to the last decision, also while others write."""
    from workbench.workflows.care import back_up

    if path.exists() and not force:
        raise UsageError(f"{path}: exists already", "name another file, or overwrite it with --force")
    back_up(workspace, path)
    say(f"{path}: a complete copy of {workspace}")


@click.command()
@workspace_option
def doctor(workspace: Path) -> None:
    """Check the file, every span against its text, the hashes and the decisions; exit code 1 when something is wrong."""
    from workbench.workflows.care import examine
    from workbench.workflows.encoder import status

    note(status())
    problems = examine(workspace)
    for problem in problems:
        say(problem)
    say(f"{workspace}: {len(problems)} problems" if problems else f"{workspace}: all well")
    sys.exit(1 if problems else 0)
