"""Schema of ``units.toml``: money, shares, time and measures."""

from __future__ import annotations

from pydantic import Field

from workbench.languages.base import Table


class UnitsTable(Table):
    """The tables ``units.toml`` of a language and ``symbols.toml`` of all."""

    money: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """ISO 4217 code (historical codes too) to words and symbols."""
    cents: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Small coins of no stated currency: name to words."""
    percent: tuple[str, ...] = ()
    """Words and signs for percent."""
    points: tuple[str, ...] = ()
    """Words for percentage points."""
    time: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """``year`` … ``second`` to words."""
    longer: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Multiples of a time unit, ``10 year`` for a decade."""
    measures: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """UCUM-style name to words and symbols."""
    leading: tuple[str, ...] = ()
    """Words that may stand between number and unit: *vierkante*."""
    age: tuple[str, ...] = ()
    """What makes a duration an age, after the unit: *oud*, *years old*."""
    age_suffixes: tuple[str, ...] = ()
    """Suffixes on digits that mean years of age: *-jarige*, *-year-old*."""
    age_before: tuple[str, ...] = ()
    """Words before a bare number that make it years of age: *aged*, *in de leeftijd van*."""
    glued: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Suffixes on number words and digits that measure time, by unit: *driedaagse*, *tweeweekse*."""
    per: tuple[str, ...] = ()
    """Words for a rate: *per*, *an*."""
    rated: tuple[str, ...] = ()
    """What else a rate can be for: *persoon*, *habitant*."""
    times: tuple[str, ...] = ()
    """Nouns that count how often; a rate behind them is part of the figure: *twee keer per week*."""
