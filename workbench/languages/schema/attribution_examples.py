"""Sentences that prove a language's attribution table: ``examples_attribution.toml``."""

from __future__ import annotations

from workbench.languages.base import Table
from workbench.model import Polarity, QuoteKind


class ExpectedQuote(Table):
    """A quote that must be found."""

    kind: QuoteKind
    """Its kind."""
    content: str
    """Its words, as written."""
    source: str | None = None
    """Its source, as written; None where it has none."""
    cue: str | None = None
    """Its cue, as written; None where it has none."""
    speaker: str | None = None
    """Whom its source names, where the example is about that; "" for nobody."""
    polarity: Polarity = "affirmed"
    """Whether its source affirms it."""


class Example(Table):
    """A text and every quote in it."""

    text: str
    """The text."""
    quotes: tuple[ExpectedQuote, ...] = ()
    """The quotes by start; none where nothing may be found."""


class AttributionExamples(Table):
    """The examples of one language."""

    example: tuple[Example, ...]
    """In any order."""
