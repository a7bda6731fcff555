"""Issues of a workspace, described: question, values over time, sources, origins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from workbench.compare.issues import Gathered, describe
from workbench.model.issue import Issue
from workbench.store import IssueRow, MentionRow, RelationFilter, Workspace
from workbench.workflows.comparing import relation_json, relations, stored_comparable
from workbench.workflows.rows import annotation_json, mention_json

PAGE = 50
"""Issues described at once."""
MENTIONS_READ = 60
"""Mentions of one issue that are read at most: more do not fit on a screen."""


@dataclass(frozen=True, slots=True)
class IssueView:
    """An issue with its mentions."""

    rowid: int
    """Row number of its representative."""
    issue: Issue
    """What it tells."""
    mentions: tuple[MentionRow, ...]
    """Its mentions, in the order of the issue."""


def issues(workspace: Workspace, wanted: RelationFilter, limit: int | None = None) -> Iterator[IssueView]:
    """Issues that have such relations, most worth a look first, fetched page by page."""
    rowids = workspace.issue_rowids(wanted)[:limit]
    for start in range(0, len(rowids), PAGE):
        yield from described(workspace, rowids[start : start + PAGE])


def described(workspace: Workspace, rowids: Sequence[int]) -> list[IssueView]:
    """The issues of these representatives, in that order; unknown numbers are left out."""
    rows = workspace.issues_by_rowid(rowids)
    wanted = dict.fromkeys(mention for row in rows for mention in row.mentions[:MENTIONS_READ])
    read = {row.rowid: row for row in workspace.mentions_by_rowid(list(wanted))}
    return [_view(row, [read[mention] for mention in row.mentions[:MENTIONS_READ]]) for row in rows]


def issue_view(workspace: Workspace, issue: str) -> IssueView:
    """The issue of an id, or that a relation is told of in; NotFoundError when there is none."""
    row = workspace.issue(issue)
    return _view(row, workspace.mentions_by_rowid(row.mentions[:MENTIONS_READ]))


def _view(row: IssueRow, mentions: Sequence[MentionRow]) -> IssueView:
    sides = {side.mention.id: side for side in mentions}
    found = describe(
        Gathered(
            representative=row.representative,
            mentions=[stored_comparable(side) for side in mentions],
            relations=row.relations,
            kinds=row.kinds,
            articles=row.articles,
            conflicts=row.conflicts,
            open_conflicts=row.open_conflicts,
            open=row.open,
            decided=row.decided,
            look=row.look,
        )
    )
    return IssueView(row.rowid, found, tuple(sides[mention] for mention in found.mentions))


def issue_json(view: IssueView) -> dict[str, Any]:
    """An issue as ``list issues --format jsonl`` writes it."""
    row = asdict(view.issue)
    return {**row, "look": round(row["look"], 4)}


def issue_full_json(workspace: Workspace, view: IssueView) -> dict[str, Any]:
    """An issue with its mentions and relations in full."""
    found = [annotation for row in view.mentions for annotation in workspace.annotations(row.mention.id)]
    return {
        **issue_json(view),
        "annotations": [annotation_json(one) for one in found],
        "mentions": [mention_json(row) for row in view.mentions],
        "relations": [
            relation_json(row) for row in relations(workspace, RelationFilter(issue=view.issue.id))
        ],
    }
