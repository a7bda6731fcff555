"""Schema of ``segmentation.toml``: what sentences, blocks and the language of a text are known by."""

from __future__ import annotations

from workbench.languages.base import Table


class Segmentation(Table):
    """Sentence ends, blocks and function words of one language."""

    function_words: tuple[str, ...]
    """The most frequent closed-class words, lower case; what a language is recognised by."""
    never_final: tuple[str, ...]
    """Abbreviations that need a word after them, lower case, without their last full stop: ``prof``, ``o.m``."""
    sometimes_final: tuple[str, ...]
    """Abbreviations that may end a sentence; the next word decides: ``enz``, ``p.m``, ``inc``."""
    before_number: tuple[str, ...] = ()
    """Abbreviations only when a number follows: ``nr``, ``art``, ``no``."""
    starters: tuple[str, ...]
    """Words that, capitalised after an abbreviation or initial, begin a sentence; lower case."""
    particles: tuple[str, ...] = ()
    """Starters that also begin a surname, lower case: after an initial they go on with the name (``J. De Boer``)."""
    clitics: tuple[str, ...] = ()
    """Apostrophe words that begin a sentence before a capital: ``'s``, ``'t``."""
    months: tuple[str, ...] = ()
    """Month names, lower case."""
    ordinal_stop: bool = False
    """Whether a full stop makes a number an ordinal (``24. Februar``)."""
    caption_starts: tuple[str, ...] = ()
    """Words a caption starts with, lower case: ``foto:``, ``satellietfoto van``."""
    credits: tuple[str, ...] = ()
    """Words that introduce a picture's origin near the end of a caption, lower case: ``beeld``, ``©``."""
    byline_starts: tuple[str, ...] = ()
    """Words a by-line starts with, lower case: ``door``, ``van onze``."""
    reference_starts: tuple[str, ...] = ()
    """Words that start a line pointing to another article, lower case: ``lees ook:``."""


class SentenceExample(Table):
    """A text and the sentences it has."""

    text: str
    """The text."""
    sentences: tuple[str, ...]
    """What it must be split into."""


class BlockExample(Table):
    """A text and the kind of each of its lines."""

    text: str
    """The text, with newlines."""
    kinds: tuple[str, ...]
    """The kind of each block."""


class SegmentationExamples(Table):
    """Proof of one language's ``segmentation.toml``."""

    sentences: tuple[SentenceExample, ...]
    """Sentence ends."""
    blocks: tuple[BlockExample, ...]
    """Kinds of blocks."""
    texts: tuple[str, ...]
    """Texts whose language must be recognised."""
