"""``workbench list``, ``show`` and ``search``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import click

from workbench.cli.options import format_option, workspace_option
from workbench.cli.output import say, say_rows

if TYPE_CHECKING:
    from workbench.store import MentionRow, Workspace

ID_LENGTH = 13
"""Characters of an id: a letter and twelve digits."""
KINDS = ("articles", "issues", "mentions", "quotes", "figures", "relations", "speakers", "sets", "weights")


@click.command("list")
@click.argument("what", metavar="[WHAT]", type=click.Choice(KINDS), default="articles")
@workspace_option
@format_option
@click.option("--article", default=None, help="Only what this article has a part in (name or id).")
@click.option("--speaker", default=None, help="Only what this speaker has a part in (id).")
def list_(what: str, workspace: Path, form: str, article: str | None, speaker: str | None) -> None:
    """List WHAT is in the workspace: articles, issues, mentions, quotes, figures, relations, speakers, sets, weights.

    Weights are what decisions taught the ranking; `workbench forget` takes that back.
    """
    from workbench.store import Workspace

    with Workspace.open(workspace, readonly=True) as opened:
        for row, text, row_json in _rows(opened, what, article, speaker):
            if form == "jsonl":
                say_rows([row_json(row)])
            else:
                say(text(row))


Listed: TypeAlias = "tuple[Any, Callable[[Any], str], Callable[[Any], dict[str, Any]]]"
"""A row with how it is written for people and for programs."""


def _rows(opened: Workspace, what: str, article: str | None, speaker: str | None) -> Iterator[Listed]:
    from workbench.cli import render
    from workbench.store import RelationFilter
    from workbench.workflows import rows
    from workbench.workflows.comparing import relation_json, relations
    from workbench.workflows.issues import issue_json, issues

    if what == "articles":
        yield from ((row, render.article_text, rows.article_json) for row in opened.articles())
    elif what == "speakers":
        yield from ((row, render.speaker_text, rows.speaker_json) for row in opened.speakers())
    elif what in ("issues", "relations"):
        wanted = RelationFilter(articles=(opened.article(article).id,) if article else (), speaker=speaker)
        if what == "issues":
            yield from ((row, render.issue_text, issue_json) for row in issues(opened, wanted))
        else:
            yield from ((row, render.relation_text, relation_json) for row in relations(opened, wanted))
    elif what == "weights":
        yield from ((row, render.weight_text, dict) for row in rows.weight_rows(opened.learnt()))
    elif what == "sets":
        yield from ((row, render.set_text, rows.set_json) for row in opened.sets())
    else:
        found = _mentions(opened, what, article, speaker)
        yield from ((row, render.mention_text, rows.mention_json) for row in found)


def _mentions(opened: Workspace, what: str, article: str | None, speaker: str | None) -> Iterator[MentionRow]:
    kind = {"quotes": "quote", "figures": "figure"}.get(what)
    rowids = opened.mention_ids(
        article=opened.article(article).id if article else None, kind=kind, speaker=speaker
    )
    for start in range(0, len(rowids), 200):
        yield from opened.mentions_by_rowid(rowids[start : start + 200])


@click.command()
@click.argument("target", metavar="ID")
@workspace_option
@format_option
def show(target: str, workspace: Path, form: str) -> None:
    """Everything about ID: an article (id or file name), issue, mention, relation or speaker."""
    from workbench.store import Workspace
    from workbench.workflows.showing import show_json, show_lines

    with Workspace.open(workspace, readonly=True) as opened:
        if form == "jsonl":
            say_rows([show_json(opened, target)])
        elif target[:1] == "i" and len(target) == ID_LENGTH:
            _show_issue(opened, target)
        else:
            for line in show_lines(opened, target):
                say(line)


def _show_issue(opened: Workspace, target: str) -> None:
    """An issue with its notes and every relation, as the review screen has them."""
    from workbench.cli.render import issue_text, note_text, relation_text
    from workbench.store import RelationFilter
    from workbench.workflows.comparing import relations
    from workbench.workflows.issues import issue_view

    view = issue_view(opened, target)
    say(issue_text(view))
    for row in view.mentions:
        for note in opened.annotations(row.mention.id):
            say(note_text(note, row))
    for relation in relations(opened, RelationFilter(issue=view.issue.id)):
        say(relation_text(relation) + "\n")


@click.command()
@click.argument("query", nargs=-1, required=True)
@workspace_option
@format_option
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1), help="At most so many.")
def search(query: tuple[str, ...], workspace: Path, form: str, limit: int) -> None:
    """Search articles, mentions and notes for the words of QUERY; accents and case do not count."""
    from dataclasses import asdict

    from workbench.store import Workspace
    from workbench.text.visible import one_line

    with Workspace.open(workspace, readonly=True) as opened:
        hits = opened.search(" ".join(query), limit)
    if form == "jsonl":
        say_rows(asdict(hit) for hit in hits)
        return
    for hit in hits:
        say(f"{hit.kind:<8} {hit.id}  {hit.article_name or '-'}: {one_line(hit.snippet)}")
    if not hits:
        say("nothing found")
