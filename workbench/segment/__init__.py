"""An article cut into blocks and sentences, each in its language; pure, spans by construction."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property

from workbench.errors import NotFoundError
from workbench.languages.base import LANGUAGES, Language
from workbench.model import Article, Span
from workbench.segment.blocks import kind_of, lines
from workbench.segment.columns import Block, BlockKind, Blocks, Column, Spans, column
from workbench.segment.detection import detect_language, may_be_other
from workbench.segment.sentences import add_sentences, split_sentences
from workbench.segment.wrapping import unwrapped

__all__ = [
    "Block", "BlockKind", "Blocks", "Segmented", "Spans", "column", "detect_language", "segment", "split_sentences",
    "unwrapped",
]  # fmt: skip

BLOCK_WORDS = 8
"""A block with fewer words has the article's language: too little to tell."""
BLOCK_SAMPLE = 600
"""Characters of a block that its language is found by."""
BLOCK_CONFIDENCE = 0.4
"""How sure another language must be before a block is taken to be in it."""


@dataclass(frozen=True)
class Segmented:
    """An article with its blocks and sentences."""

    article: Article
    """The article, its language filled in."""
    blocks: Blocks
    """Every line that has text, in order."""

    @cached_property
    def article_id(self) -> str:
        """The article's id, worked out once for all that is found in it."""
        return self.article.id

    @cached_property
    def sentences(self) -> Spans:
        """All sentences, in order."""
        return self.blocks.sentences

    @cached_property
    def sentence_starts(self) -> Column:
        """Where the sentences begin."""
        return self.blocks.sentence_starts

    @cached_property
    def _sole_language(self) -> str | None:
        return self.blocks.sole_language

    @cached_property
    def _block_starts(self) -> Column:
        return self.blocks.spans.starts

    def sentence_at(self, offset: int) -> Span:
        """The sentence around ``offset``; between two, the one before; an empty span when there is no sentence."""
        starts = self.sentence_starts
        if not starts:
            return Span(self.article.span.start, self.article.span.start)
        at = bisect_right(starts, offset) - 1
        at = max(at, 0)
        return Span(starts[at], self.blocks.sentence_ends[at])

    def block_at(self, offset: int) -> Block:
        """The block around ``offset``; between two, the one before; an empty paragraph when there is none."""
        if not self.blocks:
            start = self.article.span.start
            return Block(Span(start, start), "paragraph", self.article.lang, self.sentences)
        return self.blocks[max(0, bisect_right(self._block_starts, offset) - 1)]

    def language_at(self, offset: int) -> str:
        """The code of the language at ``offset``."""
        if self._sole_language is not None:
            return self._sole_language
        if not self.blocks:
            return self.article.lang
        return self.blocks.sort(max(0, bisect_right(self._block_starts, offset) - 1))[1]


_NO_LANGUAGE = Language(code="und", name="Undetermined", package="workbench.languages.schema")
"""Has no tables: a text in it is cut by capitals alone."""


def _language(code: str) -> Language:
    try:
        return LANGUAGES.load(code)
    except NotFoundError:
        return _NO_LANGUAGE


def segment(article: Article, lang: str | None = None) -> Segmented:
    """Cut an article into blocks and sentences.

    Args:
        article: only ``article.span`` is read.
        lang: the article's language where it is known; else the article's own, else it is found by its words.
    """
    text, span = article.text, article.span
    code = lang or (
        article.lang if article.lang != "und" else detect_language(text[span.start : span.end])[0]
    )
    found = lines(text, span)
    blocks = Blocks()
    several, main = len(found) > 1, _language(code)
    for start, end in zip(found.starts, found.ends, strict=True):
        words = text[start:end]
        own = _language_of(words, code) if several else code
        language = main if own == code else _language(own)
        blocks.open()
        add_sentences(text, start, end, language, blocks.sentence_starts, blocks.sentence_ends)
        blocks.close(start, end, kind_of(words, language, alone=not several), own)
    return Segmented(replace(article, lang=code), blocks)


def _language_of(words: str, code: str) -> str:
    """The language of a block: the article's unless its words say clearly that it is another."""
    if words.count(" ") < BLOCK_WORDS:
        return code
    sample = words[:BLOCK_SAMPLE]
    if not may_be_other(sample, code):
        return code
    other, sure = detect_language(sample)
    return other if other != "und" and sure >= BLOCK_CONFIDENCE else code
