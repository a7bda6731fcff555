"""Plain text for people and screen readers: everything the review screen shows, line by line."""

from __future__ import annotations

from collections.abc import Mapping
from math import log
from textwrap import shorten
from typing import Any

from workbench.cli.output import counted
from workbench.model import Annotation, Figure, Quote
from workbench.store import ArticleRow, MentionRow, RelationRow, SavedSet, SpeakerRow
from workbench.text.diff import marked
from workbench.text.visible import one_line
from workbench.workflows.issues import IssueView

WIDTH = 100
"""Longest excerpt in a list."""
SIDES = 12
"""Most mentions of an issue in a list."""


def relation_text(row: RelationRow, *, full: bool = False) -> str:
    """A relation: head line, both sides, why; with the word diff and every level when ``full``."""
    relation = row.relation
    detail = relation.evidence.subtype or relation.evidence.reason
    kind = f"{row.kind} ({detail})" if detail and row.kind == relation.kind else row.kind
    decided = f", by {row.by} {row.at}" if row.by else ""
    learnt = "" if row.learnt is None else f", with what decisions taught {row.look:.2f}"
    lines = [
        f"{relation.id}  {kind}  [{row.state}{decided}]  score {relation.score:.2f}{learnt}",
        f"  A  {side_text(row.left)}",
        f"  B  {side_text(row.right)}",
        f"  why: {relation.evidence.summary}",
    ]
    if row.note:
        lines.append(f"  note: {one_line(row.note)}")
    if full:
        # Of two statements that are no wordings of one, the difference of the words is all their words.
        if isinstance(row.left.mention, Quote) and row.kind in ("variant", "misquotes", "misattributed"):
            lines.append(f"  words: {one_line(marked(row.left.mention.text, row.right.mention.text))}")
        base = log(relation.score / (1 - relation.score)) - sum(x.weight for x in relation.evidence.levels)
        lines.append(f"  {base:+.1f}  kind: {relation.kind}")
        for level in relation.evidence.levels:
            shown = " | ".join(
                shorten(side, WIDTH // 2, placeholder=" …") for side in (level.left, level.right)
            )
            sides = f"  ({shown})" if level.left or level.right else ""
            lines.append(f"  {level.weight:+.1f}  {level.comparison}: {level.label}{sides}")
        lines.append(f"  detector: {relation.detector}")
    return "\n".join(lines)


def side_text(row: MentionRow) -> str:
    """One side of a relation in one line."""
    who = row.speaker_name or "the article itself"
    return f"{row.article_name} · {row.published or 'no date'} · {who}: {excerpt(row)}"


def mention_text(row: MentionRow) -> str:
    """A mention in one line."""
    mention = row.mention
    sort = mention.kind if isinstance(mention, Quote) else figure_text(mention)
    return f"{mention.id}  {row.article_name}  {sort}  {row.speaker_name or '-'}: {excerpt(row)}"


def excerpt(row: MentionRow) -> str:
    """The mention marked in its sentence, cut to one line."""
    mention = row.mention
    start = mention.span.start - row.context_start
    end = mention.span.end - row.context_start
    if not 0 <= start <= end <= len(row.context) or isinstance(mention, Quote):
        text = mention.text
        return one_line(text if len(text) <= WIDTH else text[: WIDTH - 1] + "…")
    before, after = row.context[:start], row.context[end:]
    room = max(20, (WIDTH - len(mention.text)) // 2)
    left = before if len(before) <= room else "…" + before[-room:]
    right = after if len(after) <= room else after[:room] + "…"
    return one_line(f"{left}>>{mention.text}<<{right}").strip()


def figure_text(figure: Figure) -> str:
    """Value, bound and unit of a figure."""
    low, high = figure.value_min, figure.value_max
    stated = figure.value if figure.value is not None else low if low is not None else high
    value = f"{low}..{high}" if figure.bound == "range" else f"{stated}"
    sign = {"above": ">", "below": "<", "min": ">=", "max": "<=", "about": "~"}.get(figure.bound, "")
    noun = f" {figure.noun_text}" if figure.noun_text and figure.unit == "count" else ""
    return f"{sign}{value} {figure.unit}{noun}"


def article_text(row: ArticleRow) -> str:
    """An article in one line."""
    title = f"  {one_line(row.title)}" if row.title else ""
    found = f"{counted(row.quotes, 'quotes')}  {counted(row.figures, 'figures')}"
    return f"{row.id}  {row.name}  {row.published or '-'}  {row.lang}  {found}{origin_text(row)}{title}"


def origin_text(row: ArticleRow) -> str:
    """Where an article comes from: what it shares with an earlier one, and the agencies it is credited to."""
    shared = f"  {row.shared:.0%} as in {row.origin or 'earlier articles'}" if row.shared else ""
    return shared + (f"  credit {'/'.join(row.credits)}" if row.credits else "")


def issue_text(view: IssueView) -> str:
    """An issue: its question, how much is open, and each value or statement with its source in order of time."""
    issue = view.issue
    articles = f"{counted(issue.articles, 'articles')}, {counted(issue.origins, 'origins')}"
    conflicts = f", {counted(issue.open_conflicts, 'conflicts')} open" if issue.open_conflicts else ""
    open_ = f"{counted(issue.open, 'relations')} to decide{conflicts}"
    lines = [
        f"{issue.id}  {one_line(issue.question)}",
        f"  {open_}, {issue.decided} decided; {articles}; look {issue.look:.2f}",
        *(f"  - {side_text(row)}" for row in view.mentions[:SIDES]),
    ]
    more = len(view.mentions) - SIDES
    return "\n".join([*lines, *([f"  and {more} more"] if more > 0 else []), ""])


def note_text(note: Annotation, row: MentionRow) -> str:
    """A note, tag, flag or verdict on a mention, in one line."""
    said = f" {note.value}" if note.value else ""
    return one_line(
        f"  {note.kind}{said}  on {note.target} ({row.mention.text[:40]})  by {note.by} {note.at}"
    )


def weight_text(row: Mapping[str, Any]) -> str:
    """What was learnt of a kind with its detector, or of a level, in one line."""
    what = f"{row['kind']} by {row['detector']}" if row["what"] == "kind" else row["level"]
    return f"{row['shift']:+.2f}  {what}  ({row['accepted']} accepted, {row['rejected']} rejected)"


def speaker_text(row: SpeakerRow) -> str:
    """A speaker with every spelling, in one line."""
    speaker = row.speaker
    others = [name for name in speaker.spellings if name != speaker.name]
    also = f"  also: {', '.join(others)}" if others else ""
    role = f"  ({speaker.role})" if speaker.role else ""
    return one_line(
        f"{speaker.id}  {speaker.name}{role}  {speaker.kind}  {counted(row.mentions, 'mentions')}{also}"
    )


def set_text(row: SavedSet) -> str:
    """A named claim set in one line."""
    words = row.filter.get("words", "")
    return one_line(f"{row.name}  {len(row.picked)} picked  filter: {words or 'none'}  by {row.by} {row.at}")
