"""What the command line writes: results to standard output, all else to standard error, nothing raw."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

import click

from workbench.text.visible import visible

_ESCAPED = re.compile(
    "[\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)


def say(text: str = "") -> None:
    """A line of results for people; control and hidden characters are shown, not sent."""
    click.echo(visible(text))


def complain(text: str) -> None:
    """A line on standard error."""
    click.echo(f"workbench: {visible(text)}", err=True)


def note(text: str) -> None:
    """A line on standard error that is no complaint: progress, counts."""
    click.echo(visible(text), err=True)


def json_line(row: Mapping[str, object]) -> str:
    """One JSON Lines row; characters that steer a terminal are escaped, which loses nothing."""
    return _ESCAPED.sub(_escape, json.dumps(row, ensure_ascii=False, separators=(",", ":")))


def say_rows(rows: Iterable[Mapping[str, object]]) -> None:
    """Rows as JSON Lines on standard output."""
    for row in rows:
        click.echo(json_line(row))


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x10000:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
