"""Issues of a workspace, described: question, values over time, sources, origins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from workbench.compare.issues import Gathered, describe
from workbench.model.issue import Issue
from workbench.store import IssueRow, MentionRow, RelationFilter, RelationRow, Workspace
from workbench.workflows.comparing import relation_json, stored_comparable
from workbench.workflows.rows import mention_json

PAGE = 50
"""Issues described at once."""


@dataclass(frozen=True, slots=True)
class IssueView:
    """An issue with the rows behind it."""

    rowid: int
    """Row number of its representative."""
    issue: Issue
    """What it tells."""
    mentions: tuple[MentionRow, ...]
    """Its mentions, in the order of the issue."""
    relations: tuple[RelationRow, ...]
    """Its relations, most worth a look first."""


def issues(workspace: Workspace, wanted: RelationFilter, limit: int | None = None) -> Iterator[IssueView]:
    """Issues that have such relations, most worth a look first, fetched page by page."""
    rowids = workspace.issue_rowids(wanted)[:limit]
    for start in range(0, len(rowids), PAGE):
        yield from described(workspace, rowids[start : start + PAGE])


def described(workspace: Workspace, rowids: Sequence[int]) -> list[IssueView]:
    """The issues of these representatives, in that order; unknown numbers are left out."""
    return [_view(workspace, row) for row in workspace.issues_by_rowid(rowids)]


def issue_view(workspace: Workspace, issue: str) -> IssueView:
    """The issue of an id, or that a relation is told of in; NotFoundError when there is none."""
    return _view(workspace, workspace.issue(issue))


def _view(workspace: Workspace, row: IssueRow) -> IssueView:
    relations = workspace.relations_by_rowid(row.relations)
    standing = [found for found in relations if found.state != "rejected"] or relations
    sides = {side.mention.id: side for found in standing for side in (found.left, found.right)}
    if row.representative not in sides:
        sides |= {side.mention.id: side for side in workspace.mentions([row.representative])}
    found = describe(
        Gathered(
            representative=row.representative,
            mentions=[stored_comparable(side) for side in sides.values()],
            relations=[(relation.relation, relation.kind) for relation in relations],
            conflicts=row.conflicts,
            open_conflicts=row.open_conflicts,
            open=row.open,
            decided=row.decided,
            look=row.look,
        )
    )
    return IssueView(row.rowid, found, tuple(sides[mention] for mention in found.mentions), tuple(relations))


def issue_json(view: IssueView) -> dict[str, Any]:
    """An issue as ``list issues --format jsonl`` writes it."""
    row = asdict(view.issue)
    return {**row, "look": round(row["look"], 4)}


def issue_full_json(view: IssueView) -> dict[str, Any]:
    """An issue with its mentions and relations in full."""
    return {
        **issue_json(view),
        "mentions": [mention_json(row) for row in view.mentions],
        "relations": [relation_json(row) for row in view.relations],
    }
