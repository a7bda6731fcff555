"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

workspace_option = click.option(
    "-w",
    "--workspace",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("workbench.db"),
    envvar="WORKBENCH_WORKSPACE",
    show_default=True,
    show_envvar=True,
    help="The workspace file.",
)
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="For people or programs.",
)
by_option = click.option(
    "--by", default=None, help="Name of the analyst [default: settings, then login name]."
)
lang_option = click.option(
    "--lang", default=None, help="Language of all inputs (nl, en, ...) [default: found for each]."
)


def analyst(by: str | None) -> str:
    """Who decides: the option, else the settings."""
    from workbench.workflows.config import load_settings

    return by or load_settings().analyst
