"""``workbench import``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from workbench.cli.options import lang_option, workspace_option
from workbench.cli.output import complain, counted, note, say


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@workspace_option
@lang_option
def import_(paths: tuple[Path, ...], workspace: Path, lang: str | None) -> None:
    """Read PATHS (files and folders), find quotes and figures, and compare them with what is there.

    The workspace is made if there is none. Importing the same files again changes nothing. A claim set exported as
    jsonl is read back with its decisions.
    """
    from workbench.languages.base import LANGUAGES
    from workbench.store import Workspace
    from workbench.workflows.care import discard
    from workbench.workflows.encoder import in_use
    from workbench.workflows.importing import import_paths

    if lang is not None:
        LANGUAGES.load(lang)
    is_new = not workspace.exists()
    empty = is_new
    try:
        with Workspace.create_or_open(workspace) as opened:
            try:
                report = import_paths(opened, paths, lang=lang, encoder=in_use(), progress=show_progress)
            finally:
                counts = opened.counts()
                empty = is_new and not counts["articles"]
    finally:
        if empty:
            discard(workspace)
    clear_progress()
    for line in report.repaired:
        note(f"mended: {line}")
    for error in report.refused:
        complain(str(error))
    if not (report.added or report.known or report.refused):
        complain(f"{', '.join(map(str, paths))}: no articles in it (give files, or folders that hold some)")
    found = ", ".join(counted(counts[what], what) for what in ("articles", "quotes", "figures"))
    say(
        f"{report.added} new, {report.known} known, {len(report.refused)} refused; "
        + (
            f"no workspace {workspace} was made"
            if empty
            else f"{counted(report.relations, 'relations')} suggested; {workspace} has {found}"
        )
    )
    if not (report.added or report.known):
        sys.exit(2)
    if report.refused:
        sys.exit(1)


def show_progress(count: int, name: str) -> None:
    """One line that is written over, on a terminal only."""
    if sys.stderr.isatty():
        from workbench.text.visible import one_line

        click.echo(f"\r\x1b[K{count} {one_line(name)[:60]}", err=True, nl=False)


def clear_progress() -> None:
    """Remove the progress line."""
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", err=True, nl=False)
