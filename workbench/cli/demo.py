"""``workbench demo``."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from workbench.cli.importing import clear_progress, show_progress
from workbench.cli.options import by_option
from workbench.cli.output import complain, say
from workbench.errors import UsageError


@click.command()
@click.option(
    "-w",
    "--workspace",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("demo.db"),
    envvar="WORKBENCH_WORKSPACE",
    show_default=True,
    help="The workspace to make.",
)
@by_option
def demo(workspace: Path, by: str | None) -> None:
    """Make a workspace from the five seed articles and open the review screen.

    Without a terminal it prints a summary of what was found. A demo workspace that is there already is opened as it is.
    """
    from workbench.cli.reviewing import open_review
    from workbench.cli.summary import summary_lines
    from workbench.store import Workspace
    from workbench.workflows.encoder import in_use
    from workbench.workflows.importing import import_paths

    with Workspace.create_or_open(workspace) as opened:
        report = import_paths(opened, [seeds_folder()], encoder=in_use(), progress=show_progress)
        clear_progress()
        for error in report.refused:
            complain(str(error))
        lines = summary_lines(opened)
    if sys.stdin.isatty() and sys.stdout.isatty():
        open_review(workspace, by)
        return
    for line in lines:
        say(line)
    program = "workbench" if shutil.which("workbench") else sys.argv[0]
    say(f"workspace: {workspace} (open it with: {program} review -w {workspace})")


def seeds_folder() -> Path:
    """Where the seed articles are: in the checkout, or beside the package where it was installed from a wheel.

    Raises:
        UsageError: they are in neither place.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package.parent / "seeds", package / "seeds"):
        if folder.is_dir():
            return folder
    raise UsageError("the seed articles are not here", "run demo from a checkout")
