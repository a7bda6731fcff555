"""Out of the workspace: a claim set, and a claim set in a format."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from workbench import __version__
from workbench.errors import NotFoundError
from workbench.export import EXPORTERS, Exporter, atomic_write
from workbench.model import Event
from workbench.model.claimset import ClaimSet, ReviewedRelation
from workbench.model.issue import Issue
from workbench.store import RelationFilter, RelationRow, SavedSet, Workspace
from workbench.workflows.comparing import relations
from workbench.workflows.issues import issues

__all__ = ["EXPORTERS", "claim_set", "saved_set", "write_export"]


def claim_set(
    workspace: Workspace,
    wanted: RelationFilter,
    words: str = "",
    *,
    picked: Sequence[str] = (),
    title: str | None = None,
) -> ClaimSet:
    """What is exported.

    Without a filter and hand-picked ids everything is; with them, the relations that fit or were picked, the mentions
    they join or that were picked, and the articles and speakers those need. Articles are always whole, so that every
    span can be checked by whoever receives the file.
    """
    everything = wanted == RelationFilter() and not picked
    rows = {row.relation.id: row for row in relations(workspace, wanted)} if everything or words else {}
    for identity in picked:
        if identity[:1] == "r":
            rows.setdefault(identity, workspace.relation(identity))
    if everything:
        mention_rows = workspace.mentions_by_rowid(workspace.mention_ids())
    else:
        sides = [side.mention.id for row in rows.values() for side in (row.left, row.right)]
        mention_rows = workspace.mentions(
            list(dict.fromkeys([*sides, *(p for p in picked if p[:1] in "qf")]))
        )
    articles = {row.article_id for row in mention_rows}
    speakers = {row.speaker_id for row in mention_rows}
    mentions = {row.mention.id for row in mention_rows}
    targets = articles | mentions | rows.keys() | {s for s in speakers if s}
    return ClaimSet(
        articles=[
            workspace.article(row.id) for row in workspace.articles() if everything or row.id in articles
        ],
        speakers=[row.speaker for row in workspace.speakers() if everything or row.speaker.id in speakers],
        mentions=[row.mention for row in mention_rows],
        relations=[_reviewed(row) for row in rows.values()],
        issues=_issues(workspace, wanted if everything or words else None, rows.keys(), mentions),
        annotations=[a for a in workspace.annotations() if everything or a.target in targets],
        events=[e for e in reversed(workspace.log(limit=None)) if everything or _belongs(e, targets)],
        title=title or workspace.path.stem,
        filter=words,
        generated=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        generator=f"workbench {__version__}",
    )


def _issues(
    workspace: Workspace, wanted: RelationFilter | None, relations: Set[str], mentions: Set[str]
) -> list[Issue]:
    """The issues of these relations, as far as they and their mentions are exported; a None filter is for picked ones."""
    found = issues(workspace, wanted or RelationFilter()) if relations else ()
    return [
        replace(
            issue,
            relations=tuple(one for one in issue.relations if one in relations),
            mentions=tuple(one for one in issue.mentions if one in mentions),
            spread=tuple(stated for stated in issue.spread if stated.mention in mentions),
        )
        for issue in (view.issue for view in found)
        if issue.representative in mentions and not relations.isdisjoint(issue.relations)
    ]


def _belongs(event: Event, targets: set[str]) -> bool:
    """Whether an event is about one of the targets; told oldest first, so that undo and redo follow what they undo."""
    if event.target not in targets:
        return False
    targets.add(event.id)
    return True


def saved_set(workspace: Workspace, name: str) -> SavedSet:
    """The claim set of that name.

    Raises:
        NotFoundError: there is none; the hint lists those there are.
    """
    sets = {row.name: row for row in workspace.sets()}
    if name not in sets:
        raise NotFoundError(f"no claim set named {name!r}", f"there are: {', '.join(sets) or 'none'}")
    return sets[name]


def _reviewed(row: RelationRow) -> ReviewedRelation:
    return ReviewedRelation(
        relation=row.relation, state=row.state, kind=row.kind, by=row.by, at=row.at, note=row.note
    )


def write_export(
    exporter: Exporter, claims: ClaimSet, output: Path | None, stdout: TextIO, *, overwrite: bool = False
) -> None:
    """Write the claim set to a file, whole or not at all, or to a stream.

    Raises:
        ExportError: the file exists and may not be overwritten, or cannot be written.
    """
    if output is None:
        exporter.write(claims, stdout)
        return
    with atomic_write(output, overwrite=overwrite) as stream:
        exporter.write(claims, stream)
