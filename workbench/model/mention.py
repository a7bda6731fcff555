"""What finders find: quotes and figures, the two kinds of mention."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from workbench.model.article import Article, short_id
from workbench.model.span import Span

QuoteKind = Literal["direct", "mixed", "indirect", "post"]
"""How the words stand in the article (design.md section 2)."""
Modality = Literal["asserted", "reported", "possible", "likely", "predicted", "conditional", "demanded"]
"""How firmly the content is put forward; ``reported`` is *zou*, *naar verluidt*."""
Polarity = Literal["affirmed", "denied", "not_denied"]
"""Whether the source affirms the content, denies it, or is said not to have denied it."""
Bound = Literal["exact", "about", "above", "below", "min", "max", "range"]
"""How the stated number bounds the value: *bijna* N is ``below``, *minstens* N is ``min``."""
Value: TypeAlias = int | float | str
"""A number, or an ISO/EDTF string for dates."""

QUOTE_KINDS: tuple[QuoteKind, ...] = get_args(QuoteKind)
BOUNDS: tuple[Bound, ...] = get_args(Bound)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words that an article gives to a source."""

    id: str
    """``q`` and 12 hexadecimal digits: article hash, kind and span."""
    article: str
    """Id of the article."""
    span: Span
    """Content: the words themselves, without the quotation marks."""
    text: str
    """What the article has at ``span``."""
    kind: QuoteKind
    """Direct, mixed, indirect or post."""
    sentence: Span
    """The sentence or sentences around the content, for reading."""
    lang: str = "und"
    """Language of the content."""
    cue: Span | None = None
    """The reporting words: "zei", "aldus", "volgens"."""
    cue_text: str | None = None
    """What the article has at ``cue``."""
    source: Span | None = None
    """The words that carry the attribution: "zij", "Psaki", "het rapport"."""
    source_text: str | None = None
    """What the article has at ``source``."""
    speaker: str | None = None
    """Resolved name: the fullest that the article gives for the source."""
    confidence: float = 0.5
    """How sure the finder is of content and source together, 0 to 1."""
    in_quote: str | None = None
    """Id of the quote this one stands in: the clause of a mixed quote, the outer quote of a nested one."""
    chain: tuple[str, ...] = ()
    """Attribution from the outside in, the speaker last: ("CNN", "bronnen", "Russische veiligheidschef")."""
    modality: Modality = "asserted"
    """How firmly the content is put forward."""
    polarity: Polarity = "affirmed"
    """Whether the source affirms it."""
    date: str | None = None
    """EDTF date of the utterance where the article gives one (posts)."""
    parts: tuple[Span, ...] = ()
    """The pieces of an interrupted quote, outer marks left out; empty when there is one piece."""
    flags: tuple[str, ...] = ()
    """Any of ``floating``, ``nested``, ``unbalanced``, ``scare``, ``title``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number, amount, share, duration or date, with what it counts."""

    id: str
    """``f`` and 12 hexadecimal digits: article hash, kind and span."""
    article: str
    """Id of the article."""
    span: Span
    """From the hedge or number to the unit or measured noun."""
    text: str
    """What the article has at ``span``."""
    sentence: Span
    """The sentence around it."""
    value: Value | None = None
    """The number as stated ("bijna 100.000" has 100000); None for a range."""
    value_min: Value | None = None
    """Lower end; None where the figure has none ("bijna 100.000")."""
    value_max: Value | None = None
    """Upper end; None where the figure has none ("meer dan 100.000")."""
    bound: Bound = "exact"
    """How the value is bounded."""
    hedge: str | None = None
    """The hedge word as written: "bijna", "ruim", "ongeveer"."""
    unit: str = "count"
    """``count``, ISO 4217 code, ``percent``, ``year`` … ``second``, ``date``, or a UCUM name."""
    noun: Span | None = None
    """The measured noun: "militairen"."""
    noun_text: str | None = None
    """What the article has at ``noun``."""
    modifiers: tuple[str, ...] = ()
    """Words that narrow the noun, as written: ("Russische", "aan de grens"); the figure's scope."""
    as_of: str | None = None
    """EDTF date that the figure holds for."""
    in_quote: str | None = None
    """Id of the innermost quote it stands in."""
    source: Span | None = None
    """The words that name the figure's source."""
    speaker: str | None = None
    """Resolved source of the figure; None when the article itself says it."""
    confidence: float = 0.9
    """How sure the finder is."""


Mention: TypeAlias = Quote | Figure
"""One place where an article states something; the unit that is extracted, stored and compared."""


def mention_id(sha256: str, kind: Literal["quote", "figure"], span: Span) -> str:
    """The id that follows from the article's hash, the kind and the span; extracting again gives it again."""
    return short_id(kind[0], sha256, kind, span.start, span.end)


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything found in one article.

    Raises:
        ValueError: a span does not say what its mention says (invariant 1 of the design).

    """

    article: Article
    """The article, its language filled in."""
    quotes: tuple[Quote, ...] = ()
    """In order of their start."""
    figures: tuple[Figure, ...] = ()
    """In order of their start."""

    def __post_init__(self) -> None:
        text = self.article.text
        for quote in self.quotes:
            check_slice(text, quote.span, quote.text)
            check_slice(text, quote.cue, quote.cue_text)
            check_slice(text, quote.source, quote.source_text)
        for figure in self.figures:
            check_slice(text, figure.span, figure.text)
            check_slice(text, figure.noun, figure.noun_text)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Quotes and figures in one row, by start."""
        return tuple(sorted((*self.quotes, *self.figures), key=lambda m: (m.span, m.id)))


def check_slice(text: str, span: Span | None, expected: str | None) -> None:
    """Raise ValueError unless ``text`` has ``expected`` at ``span`` (both None is fine)."""
    if span is None and expected is None:
        return
    if span is None or expected is None or span.of(text) != expected:
        raise ValueError(f"text at {span} is not {expected!r}")
