"""Lining up what articles say: the comparison over a workspace."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from workbench.compare import ArticleInfo, Comparable
from workbench.compare import compare as compare_mentions
from workbench.model import Article, Mention
from workbench.store import MentionRow, RelationFilter, RelationRow, Workspace
from workbench.workflows.rows import evidence_row

CHUNK = 200
"""Articles compared and stored in one transaction."""


def comparable(mention: Mention, article: Article, speaker_id: str | None) -> Comparable:
    """A mention of an article in memory, ready to be compared."""
    info = ArticleInfo(
        article.id, article.name, article.published, article.outlet, article.lang, article.title, None
    )
    return Comparable(mention, info, mention.sentence.of(article.text), speaker_id)


def stored_comparable(row: MentionRow) -> Comparable:
    """A stored mention, ready to be compared."""
    info = ArticleInfo(row.article_id, row.article_name, row.published, row.outlet, row.lang, row.title, None)
    return Comparable(row.mention, info, row.context, row.speaker_id)


class StoredCandidates:
    """Candidates out of the workspace: mentions that share a block key and were compared before."""

    def __init__(self, workspace: Workspace, pending: Collection[str]) -> None:
        self._workspace = workspace
        self._pending = frozenset(pending)

    def candidates(self, keys: Collection[str], exclude: str) -> Iterator[Comparable]:
        """Stored mentions that share one of the keys, without those of articles that wait for their turn."""
        for row in self._workspace.candidates(keys, exclude):
            if row.article_id not in self._pending:
                yield stored_comparable(row)


def compare_pending(workspace: Workspace) -> int:
    """Compare every article that was not compared yet with all before it; returns the relations suggested.

    An import that was killed between storing and comparing is taken up here, so nothing stays uncompared.
    """
    pending = workspace.uncompared()
    total = 0
    while pending:
        chunk, rest = pending[:CHUNK], pending[CHUNK:]
        new = [stored_comparable(row) for article in chunk for row in _mentions_of(workspace, article)]
        relations = list(compare_mentions(new, StoredCandidates(workspace, pending)))
        workspace.put_relations(relations, chunk)
        total += len(relations)
        pending = rest
    return total


def _mentions_of(workspace: Workspace, article: str) -> Iterable[MentionRow]:
    return workspace.mentions_by_rowid(workspace.mention_ids(article=article))


def relations(
    workspace: Workspace, wanted: RelationFilter, limit: int | None = None
) -> Iterator[RelationRow]:
    """Relations that fit the filter, most worth a look first, fetched page by page."""
    rowids = workspace.relation_rowids(wanted)
    if limit is not None:
        rowids = rowids[:limit]
    for start in range(0, len(rowids), 200):
        yield from workspace.relations_by_rowid(rowids[start : start + 200])


def relation_json(row: RelationRow) -> dict[str, Any]:
    """A relation as ``compare --format jsonl`` writes it."""
    relation = row.relation
    return {
        "id": relation.id,
        "kind": row.kind,
        "suggested": relation.kind,
        "score": round(relation.score, 4),
        "state": row.state,
        "left": _side(row.left),
        "right": _side(row.right),
        "evidence": evidence_row(relation.evidence),
        "detector": relation.detector,
    }


def _side(row: MentionRow) -> dict[str, Any]:
    mention = row.mention
    return {
        "mention": mention.id,
        "article": row.article_name,
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "speaker": row.speaker_name,
    }
