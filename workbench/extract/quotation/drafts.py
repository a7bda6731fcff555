"""Quotes in the making."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from workbench.extract.quotation.cues import Cue
from workbench.extract.quotation.marks import Stretch
from workbench.extract.quotation.units import Unit
from workbench.model import QuoteKind, Span

Evidence = Literal[
    "after", "before", "colon", "name_colon", "inside", "continued", "floating", "dialogue", "post",
    "clause", "phrase", "infinitive", "bare", "postposed", "parenthesis", "preposed", "noun", "mood", "recalled",
]  # fmt: skip
"""What shows that the words are quoted; the confidence follows from it."""


@dataclass(slots=True)
class Draft:
    """A quote before its speaker is resolved."""

    kind: QuoteKind
    """Direct, mixed, indirect or post."""
    start: int
    """Where the content starts."""
    end: int
    """Where it ends."""
    unit: Unit
    """The unit the content starts in."""
    evidence: Evidence
    """What shows that it is a quote."""
    cue: Span | None = None
    """The reporting words."""
    source: Span | None = None
    """The words that carry the attribution."""
    mark: Cue | None = None
    """The cue, for its verb."""
    stretch: Stretch | None = None
    """The marked stretch."""
    parts: tuple[Span, ...] = ()
    """Pieces of the utterance."""
    flags: set[str] = field(default_factory=set)
    """As in :class:`workbench.model.Quote`."""
    speaker: str | None = None
    """Resolved name."""
    relay: Span | None = None
    """The words that name the source's own source."""
    relayed: str | None = None
    """That source, resolved."""
    date: str | None = None
    """Date of the utterance."""
    carried: bool = False
    """Whether the source is taken over from another quote or sentence."""

    @property
    def span(self) -> Span:
        """The content."""
        return Span(self.start, self.end)
