"""``workbench extract``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.options import lang_option
from workbench.cli.output import complain
from workbench.errors import ReadError
from workbench.text.jsonline import json_line

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
    for path in paths:
        try:
            yield from _articles_of(path, input_format)
        except ReadError as error:
            yield error


def _articles_of(path: Path, input_format: str | None) -> Iterator[Article | ReadError]:
    from workbench.readers import read_bytes, read_lines
    from workbench.workflows.extracting import articles_of_paths

    if str(path) == "-":
        stdin = sys.stdin.buffer
        yield from read_lines(stdin, "-", input_format) if input_format else read_bytes(stdin.read(), "-")
    elif input_format is None:
        yield from articles_of_paths([path])
    else:
        try:
            with path.open("rb") as lines:
                yield from read_lines(lines, path.name, input_format)
        except OSError as error:
            raise ReadError(f"{path}: {error.strerror}", "check the path") from error
