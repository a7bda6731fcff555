"""``workbench export``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from workbench.cli.options import workspace_option
from workbench.cli.output import counted, note, say
from workbench.errors import UsageError


@click.command()
@click.argument("form", metavar="FORMAT", required=False)
@workspace_option
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="File to write [default: stdout].",
)
@click.option("--set", "name", default=None, help="Export this named claim set.")
@click.option(
    "--filter", "words", default="", help="Only relations that fit, e.g. 'state:decided kind:updates'."
)
@click.option("--title", default=None, help="Title of the dossier.")
@click.option("--force", is_flag=True, help="Overwrite the file.")
@click.option("--list", "listing", is_flag=True, help="List the formats.")
def export(
    form: str | None,
    workspace: Path,
    output: Path | None,
    name: str | None,
    words: str,
    title: str | None,
    force: bool,
    listing: bool,
) -> None:
    """Write the annotated claim set as FORMAT (see --list), to a file or standard output."""
    from workbench.cli.filters import parse_filter
    from workbench.store import Workspace
    from workbench.workflows.exporting import EXPORTERS, claim_set, saved_set, write_export

    if listing:
        for exporter in EXPORTERS.all():
            kept = "lossless" if exporter.lossless else f"leaves out: {exporter.loss}"
            say(f"{exporter.name:<14} {exporter.suffix:<8} {exporter.description} ({kept})")
        return
    if form is None:
        raise UsageError("no format given", "see workbench export --list")
    exporter = EXPORTERS.load(form)
    with Workspace.open(workspace, readonly=True) as opened:
        saved = saved_set(opened, name) if name else None
        words = words or (str(saved.filter.get("words", "")) if saved else "")
        picked = saved.picked if saved else ()
        claims = claim_set(opened, parse_filter(words), words, picked=picked, title=title or name)
        write_export(exporter, claims, output, sys.stdout, overwrite=force)
    if output is not None:
        note(
            f"{output}: {counted(len(claims.mentions), 'mentions')}, "
            f"{counted(len(claims.relations), 'relations')} as {exporter.name}"
        )
