"""Quotes of every kind, with their cues and sources."""

from __future__ import annotations

from workbench.extract.quotation.reading import read_quotes
from workbench.model import Quote
from workbench.segment import Segmented


def find_quotes(segmented: Segmented) -> list[Quote]:
    """Every quote of the article, by start."""
    return read_quotes(segmented)
