"""Schema of the examples that prove the tables of figures: ``examples_numbers.toml`` and its siblings."""

from __future__ import annotations

from pydantic import Field

from workbench.languages.base import Table


class ExpectedFigure(Table):
    """A figure that must be found."""

    text: str
    """What it spans."""
    value: int | float | str | None = None
    """The number as stated; absent for a range."""
    low: int | float | str | None = None
    """Lower end; absent when open."""
    high: int | float | str | None = None
    """Upper end; absent when open."""
    bound: str = "exact"
    """How the value is bounded."""
    unit: str = "count"
    """What it is measured in."""
    noun: str | None = None
    """The measured noun."""
    modifiers: tuple[str, ...] = ()
    """What narrows the noun."""
    as_of: str | None = None
    """The date it holds for, where the example is about that."""


class FigureExample(Table):
    """A sentence and every figure in it."""

    text: str
    """One sentence."""
    published: str | None = None
    """The article's date."""
    figures: tuple[ExpectedFigure, ...] = ()
    """All figures, in order; none means that the sentence has none."""


class FigureExamples(Table):
    """An ``examples_*.toml`` of one table."""

    examples: tuple[FigureExample, ...]
    """The examples."""
    spelled: dict[int, str] = Field(default_factory=dict)
    """How whole numbers are spelled from a number on: ``<`` is how often its power of ten fits, ``>`` the rest; what
    stands in brackets falls away without a rest: ``30 = "treinta[ y >]"``. Numbers up to a million must be read back."""
