"""What the command line writes: results to standard output, all else to standard error, nothing raw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import click

from workbench.text.jsonline import json_line
from workbench.text.visible import visible


def say(text: str = "") -> None:
    """A line of results for people; control and hidden characters are shown, not sent."""
    click.echo(visible(text))


def complain(text: str) -> None:
    """A line on standard error."""
    click.echo(f"workbench: {visible(text)}", err=True)


def note(text: str) -> None:
    """A line on standard error that is no complaint: progress, counts."""
    click.echo(visible(text), err=True)


def say_rows(rows: Iterable[Mapping[str, object]]) -> None:
    """Rows as JSON Lines on standard output."""
    for row in rows:
        click.echo(json_line(row))


def counted(count: int, plural: str) -> str:
    """A count with its noun, ``1 quote`` and ``2 quotes``; the plural ends in s."""
    return f"{count} {plural[:-1] if count == 1 else plural}"
