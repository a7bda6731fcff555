"""Quotes of the workspace, and sentences of pinned texts, that are near in meaning to a quote of a draft."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from workbench.compare import ArticleInfo, Comparable
from workbench.compare.detectors.quote_similarity import LEAST_WORDS
from workbench.compare.drafts import Draft
from workbench.compare.similarity import cosine
from workbench.compare.world import weights
from workbench.model import Article, Figure, Quote, Span, mention_id
from workbench.segment import Segmented, segment
from workbench.store import MentionRow, Workspace
from workbench.workflows.encoder import Encoder
from workbench.workflows.extracting import extract_or_error
from workbench.workflows.vectors import VectorBook, in_own_language, nearest

SPOKEN = 2_000
"""A speaker's mentions that one quote is held against: the newest."""
SENTENCES = 3_000
"""Sentences of pinned texts that are read; further ones are found by their words alone."""
FLOOR = 0.45
"""Cosine from which a long quote is looked through for the sentence that is meant."""
_ANY_TIME = ("", "~")


@dataclass
class Nearness:
    """What of a workspace is near in meaning to the quotes of a draft."""

    workspace: Workspace
    """The workspace."""
    encoder: Encoder
    """Makes the vectors."""
    spoken: Callable[[MentionRow], Comparable]
    """A stored quote under the speaker that it has now."""
    pinned: Sequence[str] = ()
    """Ids of the pinned articles."""
    own: str = ""
    """Id of the draft, which is no evidence."""
    _book: VectorBook = field(init=False)

    def __post_init__(self) -> None:
        self._book = VectorBook(self.workspace, self.encoder)

    def ready(self, draft: Draft) -> Draft:
        """The quote in the language of its words, with its vector and figures."""
        side = in_own_language(draft.comparable)
        (vector,) = self._book.of_texts([draft.shown.text])
        return Draft(replace(side, vector=vector, figures=self._figures(side)))

    def near(self, draft: Draft) -> list[Comparable]:
        """Quotes of its speaker and sentences of pinned texts, the nearest first; each with vector and figures."""
        vector = draft.comparable.vector
        if vector is None or len(draft.wording.words) < LEAST_WORDS:
            return []
        places = nearest(vector, [side.vector or b"" for side in self._sentences], FLOOR)
        whole = [*(self._sentences[at] for at in places), *self._quotes(draft, vector)]
        sides = self._nearest_sentences(whole, vector)
        found = [
            (cosine(vector, side.vector or b""), replace(side, figures=self._figures(side))) for side in sides
        ]
        found.sort(key=lambda pair: -pair[0])
        return [side for near, side in found if near >= weights().limits.similar]

    def _quotes(self, draft: Draft, vector: bytes) -> list[Comparable]:
        """Quotes of its speaker; where none is near, of anybody: one may be named otherwise in two languages."""
        stored, speaker = self.workspace.vectors, draft.comparable.speaker_id
        own = stored.spoken_before(speaker, sys.maxsize, _ANY_TIME, SPOKEN) if speaker else ()
        near = self._nearest(vector, list(own))
        if not near:
            anybody = stored.nameless_before("", sys.maxsize, _ANY_TIME, SPOKEN, whoever=True)
            near = self._nearest(vector, list(anybody))
        rows = (row for row in self.workspace.mentions_by_rowid(near) if row.article_id != self.own)
        return [replace(in_own_language(self.spoken(row)), vector=self._book[row.rowid]) for row in rows]

    def _nearest(self, vector: bytes, rowids: list[int]) -> list[int]:
        self._book.make(rowids)
        return self._book.nearest(vector, rowids, FLOOR)

    def _nearest_sentences(self, sides: Sequence[Comparable], vector: bytes) -> list[Comparable]:
        """Of each quote the sentence that comes nearest, where that is nearer than the whole."""
        parts = [part for side in sides for part in _sentences_in(side)]
        # All at once: an encoder takes as long for one text as for twenty.
        vectors = self._book.of_texts([part.mention.text for part in parts])
        found = {side.mention.id: side for side in sides}
        for part, own in zip(parts, vectors, strict=True):
            if cosine(vector, own) > cosine(vector, found[part.mention.id].vector or b""):
                found[part.mention.id] = replace(part, vector=own)
        return list(found.values())

    @cached_property
    def _sentences(self) -> list[Comparable]:
        """The sentences of pinned texts, each as if it were a quote of nobody known."""
        found: list[Comparable] = []
        for article in self.pinned:
            if article != self.own:
                found += _sentences_of(segment(self.workspace.article(article)))
        found = found[:SENTENCES]
        vectors = self._book.of_texts([side.mention.text for side in found])
        return [replace(side, vector=vector) for side, vector in zip(found, vectors, strict=True)]

    @staticmethod
    def _figures(side: Comparable) -> tuple[Figure, ...]:
        """The figures of a quote, read in its own language."""
        text = side.mention.text
        lang = side.mention.lang if isinstance(side.mention, Quote) else side.article.lang
        found = extract_or_error(
            Article(name=side.article.name, text=text, sha256="", published=side.article.published), lang
        )
        return () if isinstance(found, Exception) else found.figures


def _sentences_in(side: Comparable) -> Iterator[Comparable]:
    """The sentences of a quote that has several."""
    quote = side.mention
    assert isinstance(quote, Quote)
    spans = segment(Article(name=side.article.name, text=quote.text, sha256=""), quote.lang).sentences
    for span in spans if len(spans) > 1 else ():
        place = Span(quote.span.start + span.start, quote.span.start + span.end)
        yield replace(side, mention=replace(quote, span=place, text=span.of(quote.text)))


def _sentences_of(segmented: Segmented) -> Iterable[Comparable]:
    article = segmented.article
    info = ArticleInfo(
        article.id, article.name, article.published, article.outlet, article.lang, article.title, None
    )
    for block in segmented.blocks:
        for span in block.sentences:
            quote = Quote(
                id=mention_id(article.sha256, "quote", span), article=article.id, span=span,
                text=span.of(article.text), kind="direct", sentence=span, lang=block.lang,
            )  # fmt: skip
            if len(quote.text.split()) >= LEAST_WORDS:
                yield Comparable(quote, info, quote.text)
