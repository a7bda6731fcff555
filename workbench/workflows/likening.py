"""A second look at quotes: those that a sentence encoder finds near in meaning, though they share no word."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from workbench.compare import Comparable, relate
from workbench.compare.detectors.quote_meaning import ONE_OCCASION
from workbench.compare.detectors.quote_similarity import LEAST_WORDS, NAMELESS_DAYS
from workbench.compare.when import days
from workbench.compare.world import weights
from workbench.model import Figure, Mention, Quote, Relation
from workbench.store import MentionRow, Workspace
from workbench.workflows.encoder import Encoder
from workbench.workflows.vectors import VectorBook, in_own_language

LOOKED_AT = 2_000
"""A speaker's mentions, and mentions of no known speaker, that one quote is held against: the newest."""
_ALWAYS = ("", "~")
_Rows = tuple[MentionRow, MentionRow]


class Likening:
    """Relations between quotes of new articles and what is near to them in meaning.

    Args:
        workspace: open for writing: vectors that are made are kept there.
        encoder: makes the vectors.
        ready: a stored mention, ready to be compared.

    """

    def __init__(
        self, workspace: Workspace, encoder: Encoder, ready: Callable[[MentionRow], Comparable]
    ) -> None:
        self._workspace = workspace
        self._ready = ready
        self._book = VectorBook(workspace, encoder)

    def relations(self, articles: Iterable[str], known: Sequence[Relation]) -> list[Relation]:
        """What is to be said of the quotes of new articles and of those stored before them, by their vectors.

        Args:
            articles: ids of the articles.
            known: what was said of them by words; a variant of it is said again, with what its vectors say.

        """
        said = {frozenset((found.left, found.right)) for found in known}
        again = [found for found in known if found.kind == "variant"]
        sides = {
            row.mention.id: row
            for row in self._workspace.mentions([r.left for r in again] + [r.right for r in again])
            if isinstance(row.mention, Quote)
        }
        pairs = [(sides[r.left], sides[r.right]) for r in again if r.left in sides and r.right in sides]
        found = [r for r in self._related(pairs) if r is not None]
        quotes = [[row for row in self._of(article, "quote") if _long_enough(row)] for article in articles]
        wanted = [{pk: found for pk, found in self._candidates(rows) if found} for rows in quotes]
        # All at once: an encoder takes as long for one text as for twenty.
        self._book.make({pk for each in wanted for pk in chain(each, *each.values())})
        for rows, candidates in zip(quotes, wanted, strict=True):
            near = [pair for pair in self._near(rows, candidates) if not _said(pair, said)]
            found += _one_of_nested(near, self._related(near))
        return found

    def _near(self, rows: Sequence[MentionRow], wanted: Mapping[int, Sequence[int]]) -> list[_Rows]:
        """An article's quotes, each with those of its candidates that are near to it in meaning."""
        self._book.make(chain(wanted, *wanted.values()))
        least = weights().limits.similar
        near = {pk: self._book.nearest(self._book[pk], found, least) for pk, found in wanted.items()}
        others = self._workspace.mentions_by_rowid(sorted({*chain.from_iterable(near.values())}))
        by_pk = {row.rowid: row for row in others if _long_enough(row)}
        return [(row, by_pk[pk]) for row in rows for pk in near.get(row.rowid, ()) if pk in by_pk]

    def _candidates(self, rows: Sequence[MentionRow]) -> Iterator[tuple[int, list[int]]]:
        """For each of an article's quotes those stored before that may be the same utterance, by speaker and time."""
        if not rows:
            return
        stored, before = self._workspace.vectors, min(row.rowid for row in rows)
        within = _around(rows[0].published, NAMELESS_DAYS)
        nameless, anybody = (
            list(stored.nameless_before(rows[0].lang, before, within, LOOKED_AT, whoever=whoever))
            for whoever in (False, True)
        )
        for row in rows:
            if not row.speaker_id:
                yield row.rowid, anybody
                continue
            within = _around(_uttered(row), ONE_OCCASION)
            spoken = stored.spoken_before(row.speaker_id, before, within, LOOKED_AT)
            yield row.rowid, list(dict.fromkeys([*spoken, *nameless]))

    def _related(self, pairs: Sequence[_Rows]) -> list[Relation | None]:
        """What the rules say of each pair, its vectors known; None where it is no variant."""
        rows = {row.rowid: row for row in chain.from_iterable(pairs)}
        self._book.make(rows)
        ready = self._with_vectors(rows.values())
        related = (relate(ready[one.rowid], ready[other.rowid]) for one, other in pairs)
        return [found if found and found.kind == "variant" else None for found in related]

    def _of(self, article: str, kind: str) -> list[MentionRow]:
        return self._workspace.mentions_by_rowid(self._workspace.mention_ids(article=article, kind=kind))

    def _with_vectors(self, rows: Iterable[MentionRow]) -> dict[int, Comparable]:
        """Quotes ready to be compared, each with its vector and the figures inside it."""
        figures: dict[str, list[MentionRow]] = {}
        found = {}
        for row in rows:
            if row.article_id not in figures:
                figures[row.article_id] = self._of(row.article_id, "figure")
            inside = tuple(
                other.mention
                for other in figures[row.article_id]
                if isinstance(other.mention, Figure) and row.mention.span.contains(other.mention.span)
            )
            side = in_own_language(self._ready(row))
            found[row.rowid] = replace(side, vector=self._book[row.rowid], figures=inside)
        return found


def _long_enough(row: MentionRow) -> bool:
    return len(row.mention.text.split()) >= LEAST_WORDS


def _root(mention: Mention) -> str:
    """The clause around a fragment, or the mention itself."""
    return (isinstance(mention, Quote) and mention.in_quote) or mention.id


def _one_of_nested(pairs: Sequence[_Rows], related: Sequence[Relation | None]) -> list[Relation]:
    """A fragment in quotation marks and the clause around it say one thing twice: the fragment is kept."""
    best: dict[frozenset[str], tuple[tuple[bool, float, str], Relation]] = {}
    for (one, other), found in zip(pairs, related, strict=True):
        if found is not None:
            sides = one.mention, other.mention
            rank = (all(_root(side) != side.id for side in sides), found.score, found.id)
            key = frozenset(map(_root, sides))
            if key not in best or rank > best[key][0]:
                best[key] = rank, found
    return [found for _, found in best.values()]


def _said(pair: _Rows, said: Collection[frozenset[str]]) -> bool:
    """Whether these quotes, fragments of them or the clauses around them were related by their words."""
    names = [{row.mention.id, _root(row.mention)} for row in pair]
    return any(frozenset((one, other)) in said for one in names[0] for other in names[1])


def _uttered(row: MentionRow) -> str | None:
    """When a quote was said, as far as that is known."""
    own = row.mention.date if isinstance(row.mention, Quote) else None
    return own or row.published


def _around(edtf: str | None, margin: int) -> tuple[str, str]:
    """Publication dates from so many days before a time to so many after; all where there is no time."""
    when = days(edtf)
    if when is None:
        return _ALWAYS
    first = date.fromordinal(max(date.min.toordinal(), when.first - margin))
    last = date.fromordinal(min(date.max.toordinal(), when.last + margin + 1))
    # A month sorts before its days, so what is dated by its month alone counts with all of them.
    return first.isoformat()[:7], last.isoformat()
