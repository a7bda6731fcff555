"""Lining up what articles say: the comparison over a workspace."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from workbench.compare import ArticleInfo, Comparable, chosen, lead, paragraph
from workbench.compare import compare as compare_mentions
from workbench.model import Article, Mention, Span
from workbench.store import MentionRow, RelationFilter, RelationRow, StarRow, Workspace
from workbench.workflows.encoder import Encoder
from workbench.workflows.likening import Likening
from workbench.workflows.origins import trace
from workbench.workflows.rows import evidence_row
from workbench.workflows.standing import Standing

CHUNK = 200
"""Articles compared and stored in one transaction."""
CANDIDATES_KEPT = 10_000
"""Stored mentions kept ready to be compared: those on the matter of the day are asked for again and again."""
CROWD, FEW = 32, 4
"""Relations of a representative from which it stands for the others of its issue, but for the few that share most."""
TEXTS_KEPT = 20_000_000
"""Characters of article text kept while comparing."""


def comparable(mention: Mention, article: Article, speaker_id: str | None) -> Comparable:
    """A mention of an article in memory, ready to be compared."""
    info = ArticleInfo(
        article.id, article.name, article.published, article.outlet, article.lang, article.title, None,
        lead(article.text, article.body), article.text,
    )  # fmt: skip
    around = paragraph(article.text, mention.sentence, article.body)
    return Comparable(mention, info, mention.sentence.of(article.text), speaker_id, around)


def stored_comparable(row: MentionRow, text: str = "", body: Span | None = None) -> Comparable:
    """A stored mention, ready to be compared.

    Args:
        row: the mention.
        text: its article's text, for its beginning and for the paragraph around the mention.
        body: where the text's body is.

    """
    info = ArticleInfo(
        row.article_id,
        row.article_name,
        row.published,
        row.outlet,
        row.lang,
        row.title,
        row.origin,
        lead(text, body),
        text,
        row.credits,
    )
    around = paragraph(text, row.mention.sentence, body) if text else ""
    return Comparable(row.mention, info, row.context, row.speaker_id, around, called=row.speaker_name)


class _Texts:
    """Texts of the articles used last, so that every paragraph of an article costs one read."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._kept: OrderedDict[str, tuple[str, Span | None]] = OrderedDict()
        self._chars = 0

    def of(self, article: str) -> tuple[str, Span | None]:
        """The text of an article, and its body."""
        if article in self._kept:
            self._kept.move_to_end(article)
            return self._kept[article]
        text = self._kept[article] = self._workspace.article_text(article)
        self._chars += len(text[0])
        while self._chars > TEXTS_KEPT and len(self._kept) > 1:
            self._chars -= len(self._kept.popitem(last=False)[1][0])
        return text

    def comparable(self, row: MentionRow) -> Comparable:
        """A stored mention with its paragraph."""
        return stored_comparable(row, *self.of(row.article_id))


class StoredCandidates:
    """Candidates out of the workspace: mentions that share a block key and were compared before."""

    def __init__(self, workspace: Workspace, pending: Collection[str], texts: _Texts) -> None:
        self._workspace = workspace
        self._texts = texts
        self._kept: dict[int, Comparable] = {}
        self._rowids: dict[str, int] = {}
        self._stars: dict[int, StarRow | None] = {}
        self.expect(pending)

    def expect(self, pending: Collection[str]) -> None:
        """Leave out these articles, which wait for their turn; what was compared since is found."""
        self._pending = frozenset(pending)
        self._stars = {}
        self._upto = self._workspace.last_compared()

    def keep(self, ready: Mapping[int, Comparable]) -> None:
        """Keep mentions that are ready already, so that one that is met again is the same object, and not read again."""
        if len(self._kept) + len(ready) > CANDIDATES_KEPT:
            self._kept, self._rowids = {}, {}
        self._kept.update(ready)
        self._rowids.update((one.mention.id, rowid) for rowid, one in ready.items())

    def candidates(self, keys: Collection[str], exclude: str) -> Iterator[Comparable]:
        """Stored mentions worth a comparison, without those of articles that wait for their turn."""
        for found in self.ready(self._few_of_a_crowd(chosen(keys, self._posted))):
            if found.article.id not in self._pending and exclude != found.article.id:
                yield found

    def _few_of_a_crowd(self, wanted: Sequence[int]) -> Sequence[int]:
        """The same mentions, of those that stand with one whom many stand with the first few, and that one."""
        self._look_up(wanted)
        kept, taken = dict[int, None](), Counter[int]()
        for rowid in wanted:
            star = self._stars[rowid]
            if star is None or star.relations_of_representative < CROWD:
                kept[rowid] = None
                continue
            taken[star.representative] += 1
            if taken[star.representative] <= FEW:
                kept[rowid] = None
            kept[star.representative] = None
        return list(kept)

    def ready(self, wanted: Sequence[int]) -> Sequence[Comparable]:
        """Stored mentions by their row numbers, ready to be compared."""
        missing = [rowid for rowid in wanted if rowid not in self._kept]
        if len(self._kept) + len(missing) > CANDIDATES_KEPT:
            self._kept, self._rowids, missing = {}, {}, list(wanted)
        for row in self._workspace.mentions_by_rowid(missing):
            self._kept[row.rowid] = self._texts.comparable(row)
            self._rowids[row.mention.id] = row.rowid
        return [self._kept[rowid] for rowid in wanted if rowid in self._kept]

    def relations(self, mention: Comparable) -> int:
        """How many relations a stored mention has, those left out that only say that two look alike."""
        star = self._star(mention)
        return star.relations if star else 0

    def chief(self, mention: Comparable) -> Comparable | None:
        """The representative of the issue that a stored mention stands in."""
        star = self._star(mention)
        return next(iter(self.ready((star.representative,))), None) if star else None

    def _star(self, mention: Comparable) -> StarRow | None:
        rowid = self._rowids.get(mention.mention.id)
        if rowid is None:
            return None
        self._look_up((rowid,))
        return self._stars[rowid]

    def _look_up(self, rowids: Sequence[int]) -> None:
        """Read whom mentions stand with, once between two writes of relations."""
        missing = [rowid for rowid in rowids if rowid not in self._stars]
        found = self._workspace.stars(missing) if missing else {}
        self._stars.update((rowid, found.get(rowid)) for rowid in missing)

    def _posted(self, keys: Collection[str], most: int, newest: bool) -> Mapping[str, Sequence[int]]:
        return self._workspace.posted(keys, most, newest=newest, upto=self._upto) if self._upto else {}


def compare_pending(workspace: Workspace, encoder: Encoder | None = None) -> int:
    """Compare every article that was not compared yet with all before it; returns the relations suggested.

    An import that was killed between storing and comparing is taken up here, so nothing stays uncompared.

    Args:
        workspace: open for writing.
        encoder: finds quotes that are near in meaning; without one, quotes are compared by their words alone.

    """
    pending, texts = workspace.uncompared(), _Texts(workspace)
    likening = Likening(workspace, encoder, texts.comparable) if encoder else None
    stored = StoredCandidates(workspace, pending, texts)
    standing = Standing(workspace, pending, stored.ready)
    total = 0
    while pending:
        chunk, rest = pending[:CHUNK], pending[CHUNK:]
        trace(workspace, chunk, lambda article: texts.of(article)[0])
        new = {
            row.rowid: texts.comparable(row) for article in chunk for row in _mentions_of(workspace, article)
        }
        stored.expect(pending)
        stored.keep(new)
        relations = list(compare_mentions(new.values(), stored, standing.leader))
        if likening:
            near = likening.relations(chunk, relations)
            relations = list({found.id: found for found in (*relations, *near)}.values())
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
        "look": round(row.look, 4),
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
