"""``workbench compare``."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import click

from workbench.cli.options import format_option, workspace_option
from workbench.cli.output import say, say_rows


@click.command()
@workspace_option
@format_option
@click.option("--limit", type=click.IntRange(1), default=None, help="At most so many.")
@click.option("--state", "states", multiple=True, help="Only these states (suggested, accepted, ...).")
@click.option("--kind", "kinds", multiple=True, help="Only these kinds (updates, denies, ...).")
@click.option(
    "--full", is_flag=True, help="In text, with the word difference and every level with its weight."
)
def compare(
    workspace: Path,
    form: str,
    limit: int | None,
    states: tuple[str, ...],
    kinds: tuple[str, ...],
    full: bool,
) -> None:
    """Suggested and decided relations of the workspace, most worth a look first."""
    from workbench.cli.filters import relation_filter
    from workbench.cli.render import relation_text
    from workbench.store import Workspace
    from workbench.workflows.comparing import relation_json, relations

    wanted = relation_filter(states, kinds)
    with Workspace.open(workspace, readonly=True) as opened:
        rows = relations(opened, wanted, limit)
        if form == "jsonl":
            say_rows(relation_json(row) for row in rows)
            return
        first = next(rows, None)
        if first is None:
            say("no relations (import at least two articles, or widen the filter)")
            return
        for row in chain([first], rows):
            say(relation_text(row, full=full))
            say()
