"""An article cut into blocks and sentences, each in its language; pure, spans by construction."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property

from workbench.errors import NotFoundError
from workbench.languages.base import LANGUAGES, Language
from workbench.model import Article, Span
from workbench.segment.blocks import BlockKind, kind_of, lines
from workbench.segment.detection import detect_language, may_be_other
from workbench.segment.sentences import split_sentences

__all__ = ["Block", "BlockKind", "Segmented", "detect_language", "segment", "split_sentences"]

BLOCK_WORDS = 8
"""A block with fewer words has the article's language: too little to tell."""
BLOCK_SAMPLE = 600
"""Characters of a block that its language is found by."""
BLOCK_CONFIDENCE = 0.4
"""How sure another language must be before a block is taken to be in it."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like unit: one line of the article."""

    span: Span
    """Where it stands, without outer white space."""
    kind: BlockKind
    """What it is."""
    lang: str
    """Its language: the article's unless its words say another."""
    sentences: tuple[Span, ...]
    """Its sentences, in order."""


@dataclass(frozen=True)
class Segmented:
    """An article with its blocks and sentences."""

    article: Article
    """The article, its language filled in."""
    blocks: tuple[Block, ...]
    """Every line that has text, in order."""

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """All sentences, in order."""
        return tuple(s for block in self.blocks for s in block.sentences)

    @cached_property
    def sentence_starts(self) -> list[int]:
        """Where the sentences begin."""
        return [s.start for s in self.sentences]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [b.span.start for b in self.blocks]

    def sentence_at(self, offset: int) -> Span:
        """The sentence around ``offset``; between two, the one before; an empty span when there is no sentence."""
        if not self.sentences:
            return Span(self.article.span.start, self.article.span.start)
        return self.sentences[max(0, bisect_right(self.sentence_starts, offset) - 1)]

    def block_at(self, offset: int) -> Block:
        """The block around ``offset``; between two, the one before; an empty paragraph when there is none."""
        if not self.blocks:
            start = self.article.span.start
            return Block(Span(start, start), "paragraph", self.article.lang, ())
        return self.blocks[max(0, bisect_right(self._block_starts, offset) - 1)]

    def language_at(self, offset: int) -> str:
        """The code of the language at ``offset``."""
        return self.block_at(offset).lang


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
    blocks = tuple(_block(text, line, code, alone=len(found) == 1) for line in found)
    return Segmented(replace(article, lang=code), blocks)


def _block(text: str, line: Span, code: str, *, alone: bool) -> Block:
    words = line.of(text)
    own = code
    sample = words[:BLOCK_SAMPLE]
    if not alone and words.count(" ") >= BLOCK_WORDS and may_be_other(sample, code):
        other, sure = detect_language(sample)
        own = other if other != "und" and sure >= BLOCK_CONFIDENCE else code
    language = _language(own)
    kind = kind_of(words, language, alone=alone)
    return Block(line, kind, own, tuple(split_sentences(text, line, language)))
