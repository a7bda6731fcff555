"""``workbench check``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.options import lang_option, workspace_option
from workbench.cli.output import complain, note, say, say_rows
from workbench.errors import ReadError, UsageError

if TYPE_CHECKING:
    from workbench.model import Article
    from workbench.workflows.check_report import Report


@click.command()
@click.argument("draft", type=click.Path(path_type=Path, allow_dash=True))
@workspace_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl", "html"]),
    default="text",
    show_default=True,
    help="For editors, for programs, or as a page.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=None,
    help="Write to this file, not to the terminal.",
)
@click.option("--force", is_flag=True, help="Overwrite the file of --output.")
@click.option(
    "--date",
    default=None,
    metavar="YYYY-MM-DD",
    help="Date of the draft (YYYY, YYYY-MM) [default: its own, else that of the latest article].",
)
@lang_option
@click.option("--all", "everything", is_flag=True, help="In text, show also what is right.")
@click.option(
    "--fail-on",
    default="mend",
    metavar="OUTCOME,…",
    show_default=True,
    help="Exit with 1 if the draft has one: outcomes, mend, open, all, or never.",
)
def check(
    draft: Path,
    workspace: Path,
    form: str,
    output: Path | None,
    force: bool,
    date: str | None,
    lang: str | None,
    everything: bool,
    fail_on: str,
) -> None:
    """Hold every quote and figure of DRAFT (a file, or - for standard input) against the workspace.

    \b
    Quotes    verbatim, elided (words left out), altered (with the difference of
              the words), other_speaker, translated, not_found
    Figures and reported statements
              supported, conflicts, outdated (there is a later value), unsupported

    The texts of all articles count, not only the quotes found in them. What is pinned as primary (annotate ID --pin)
    is believed before any other article.

    \b
    Exit code 0   the draft has nothing of what --fail-on names
              1   it has: mend stands for altered, other_speaker, conflicts and
                  outdated, open for not_found and unsupported, all for both
              2   the draft or the workspace cannot be used
    """  # noqa: D301  (the backspace is click's mark of lines that are not to be filled)
    from workbench.languages.base import LANGUAGES
    from workbench.store import Workspace
    from workbench.workflows.checking import check as check_draft
    from workbench.workflows.encoder import in_use

    if lang is not None:
        LANGUAGES.load(lang)
    _check_date(date)
    failing = _outcomes(fail_on)
    articles = _read(draft)
    try:
        with Workspace.open(workspace, readonly=True) as opened:
            reports = [check_draft(opened, article, date, lang, in_use()) for article in articles]
    except ReadError as error:
        complain(str(error))
        sys.exit(2)
    if form == "html" and len(reports) > 1:
        raise UsageError(f"{draft}: has {len(reports)} articles", "check them one by one for html")
    _write(reports, form, output, force, everything)
    if any(report.has(failing) for report in reports):
        sys.exit(1)


def _read(draft: Path) -> list[Article]:
    """The articles of the draft; a draft that cannot be read is a usage error, since 1 means that it has faults."""
    from workbench.readers import read_bytes, read_path

    try:
        stdin = str(draft) == "-"
        found: list[Article | ReadError] = [
            *(read_bytes(sys.stdin.buffer.read(), "-") if stdin else read_path(draft))
        ]
    except ReadError as error:
        found = [error]
    refused = [error for error in found if isinstance(error, ReadError)]
    if refused:
        complain(str(refused[0]))
        sys.exit(2)
    articles = [article for article in found if not isinstance(article, ReadError)]
    if not articles:
        raise UsageError(f"{draft}: holds no article", "give a file with text")
    return articles


def _outcomes(names: str) -> frozenset[str]:
    """The outcomes that make the exit code 1."""
    from workbench.model import OPEN, OUTCOMES, TO_MEND

    groups: dict[str, frozenset[str]] = {
        "mend": TO_MEND,
        "open": OPEN,
        "all": TO_MEND | OPEN,
        "never": frozenset(),
    }
    found: set[str] = set()
    for name in (part.strip() for part in names.split(",")):
        if name not in groups and name not in OUTCOMES:
            known = ", ".join((*groups, *OUTCOMES))
            raise UsageError(f"--fail-on: no outcome is called {name!r}", f"there are: {known}")
        found |= groups.get(name, {name})
    return frozenset(found)


def _check_date(date: str | None) -> None:
    from workbench.workflows.checking import is_date

    if date is not None and not is_date(date):
        raise UsageError(f"{date!r} is no date", "write it as 2022-02-10, 2022-02 or 2022")


def _write(reports: list[Report], form: str, output: Path | None, force: bool, everything: bool) -> None:
    from contextlib import nullcontext

    from workbench.cli.checked_text import report_text
    from workbench.text.jsonline import json_line
    from workbench.text.visible import visible
    from workbench.workflows.check_report import atomic_write, finding_row, write_page

    if output is None and form != "html":
        for report in reports:
            if form == "jsonl":
                say_rows(finding_row(report, finding) for finding in report.findings)
            else:
                say(report_text(report, everything=everything))
        return
    with nullcontext(sys.stdout) if output is None else atomic_write(output, overwrite=force) as stream:
        for report in reports:
            if form == "html":
                write_page(report, stream)
            elif form == "jsonl":
                stream.writelines(json_line(finding_row(report, f)) + "\n" for f in report.findings)
            else:
                stream.write(visible(report_text(report, everything=everything)) + "\n")
    if output is not None:
        for report in reports:
            note(report.summary)
