"""A number as the text states it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Form = Literal["digits", "plain", "words", "fraction", "vague", "few"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as the text states it, before hedges, units and nouns."""

    start: int
    """Where it begins."""
    end: int
    """Where it ends."""
    form: Form
    """How it is written; ``plain`` is digits without a separator."""
    value: Decimal | None
    """What it says; None for *tientallen*."""
    low: Decimal | None = None
    """Least value of a vague numeral."""
    high: Decimal | None = None
    """Greatest value of a vague numeral."""
    about: bool = False
    """The form itself is approximate: *twintigtal*, *een paar duizend*."""
    ordinal: bool = False
    """It is a rank: *22ste*, *derde*."""
    scale: int = 1
    """The scale word it was said with: 1,000,000 for *10 miljoen*."""
