"""``workbench extract``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.options import lang_option
from workbench.cli.output import complain, json_line
from workbench.errors import ReadError, UsageError

if TYPE_CHECKING:
    from workbench.model import Article


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--input-format", type=click.Choice(["jsonl"]), default=None, help="Read every input as this format."
)
@click.option("--jobs", default=1, show_default=True, type=click.IntRange(1, 64), help="Worker processes.")
@lang_option
def extract(paths: tuple[Path, ...], input_format: str | None, jobs: int, lang: str | None) -> None:
    """Quotes and figures of PATHS, or of standard input (-), as JSON Lines: one row an article.

    Offsets count Unicode code points of the article's text. With --input-format jsonl an input holds rows
    {"id", "text", "lang"?, "published"?}.
    """
    from workbench.languages.base import LANGUAGES
    from workbench.workflows.extracting import extract_rows

    if lang is not None:
        LANGUAGES.load(lang)
    done = refused = 0
    for result in extract_rows(_articles(paths or (Path("-"),), input_format), lang, jobs):
        if isinstance(result, ReadError):
            complain(str(result))
            refused += 1
        else:
            click.echo(json_line(result))
            done += 1
    if refused:
        sys.exit(1 if done else 2)


def _articles(paths: Iterable[Path], input_format: str | None) -> Iterator[Article | ReadError]:
    from workbench.readers import read_bytes
    from workbench.workflows.extracting import articles_of_lines, articles_of_paths

    for path in paths:
        if str(path) == "-" and input_format == "jsonl":
            yield from articles_of_lines(sys.stdin.buffer, "-")
        elif str(path) == "-":
            try:
                yield from read_bytes(sys.stdin.buffer.read(), "-")
            except ReadError as error:
                yield error
        elif input_format == "jsonl":
            try:
                with path.open("rb") as lines:
                    yield from articles_of_lines(lines, path.name)
            except OSError as error:
                yield ReadError(f"{path}: {error.strerror}", "check the path")
        elif not path.exists():
            raise UsageError(f"{path}: no such file or folder")
        else:
            yield from articles_of_paths([path])
