"""Interval arithmetic of hedged, round and precise figures."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.compare.cases import figure
from workbench.compare.quantity import (
    SCALES,
    Fit,
    Interval,
    Quantity,
    compatible,
    fit,
    is_telling,
    quantity,
    ratio,
)
from workbench.languages.base import LANGUAGES
from workbench.languages.schema.units import UnitsTable
from workbench.model import BOUNDS, Figure


def made(value: float, bound: str = "exact", unit: str = "count", **ends: float) -> Quantity:
    """The quantity of a figure with these fields."""
    mention = figure(f"Het zijn er [{value}].", value, None, bound=bound, unit=unit, **ends).mention
    assert isinstance(mention, Figure)
    found = quantity(mention)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (made(100_000, "below"), made(127_000), "disjoint"),
        (made(127_000), made(100_000, "above"), "nested"),
        (made(100_000, "below"), made(100_000), "overlap"),
        (made(100_000, "below"), made(100_000, "above"), "adjacent"),
        (made(100_000, "above"), made(100_000, "above"), "equal"),
        (made(1_237), made(1_237_000), "slip"),
        (made(12, "min"), made(48), "disjoint"),
        (made(70, "above"), made(70), "nested"),
        (made(12, "min"), made(13), "nested"),
        (made(5_000), made(20_000), "disjoint"),
        (made(31), made(31.0), "equal"),
    ],
)
def test_fit(left: Quantity, right: Quantity, expected: Fit) -> None:
    """Two stated numbers fit as a careful reader takes them, whichever way round."""
    assert fit(left, right) == fit(right, left) == expected


def test_units_of_one_dimension_are_converted() -> None:
    """Ten kilometres and ten thousand metres are one length; euros and dollars are not compared."""
    assert made(10, unit="kilometer").value == made(10_000, unit="meter").value
    assert made(10, unit="EUR").dimension != made(10, unit="USD").dimension


def test_units_are_called_as_the_languages_call_them() -> None:
    """Every unit that is converted is one that some language's table can give."""
    tables = [found for language in LANGUAGES.all() if (found := language.table("units", UnitsTable))]
    named = {name for table in tables for name in (*table.measures, *table.time)}
    assert SCALES.keys() <= named | {"second", "minute", "hour", "day", "week", "month", "year"}


def test_round_numbers_leave_room() -> None:
    """A bare round number can be off by some percent; a precise one by half of its last place."""
    assert compatible(made(100_000), made(110_000))
    assert not compatible(made(127_000), made(128_000))


def test_range_is_its_ends() -> None:
    """A range means all between its ends and nothing else."""
    assert made(15, "range", value_min=10, value_max=20).hard == Interval(10, 20)


def test_ends_that_touch() -> None:
    """Below N and above N touch and do not meet; at most N and at least N share N."""
    assert not Interval(0, 5, high_open=True).meets(Interval(5, inf))
    assert Interval(0, 5).meets(Interval(5, inf))


@pytest.mark.parametrize(
    ("value", "expected"), [(12_345, True), (127_000, True), (100_000, False), (1_200, False), (0, False)]
)
def test_telling_numbers(value: float, expected: bool) -> None:
    """Only a number with some digits of its own is a cue that two articles speak of one thing."""
    assert is_telling(made(value), made(value, "about")) is expected


NUMBERS = st.one_of(st.integers(0, 10**9), st.floats(0, 1e9, allow_nan=False))
QUANTITIES = st.builds(made, NUMBERS, st.sampled_from([b for b in BOUNDS if b != "range"]))


@given(QUANTITIES, QUANTITIES)
def test_fit_is_symmetric(left: Quantity, right: Quantity) -> None:
    """The order of the two never matters."""
    assert fit(left, right) == fit(right, left)
    assert compatible(left, right) == compatible(right, left)
    assert ratio(left, right) == ratio(right, left) >= 1


@given(QUANTITIES)
def test_figure_fits_itself(item: Quantity) -> None:
    """A figure is equal to itself, and logic allows what usage means."""
    assert fit(item, item) == "equal"
    assert item.soft.within(item.hard) or item.soft == item.hard
