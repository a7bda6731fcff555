"""Figures in words and on scales."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from workbench.export.charts import Scale, date_ticks, value_ticks
from workbench.export.figures import Extent, days, interval, measured, number, values
from workbench.model import Figure, Span


def figure(**fields: Any) -> Figure:
    """A figure with the fields."""
    return Figure(id="f1", article="a1", span=Span(0, 1), text="x", sentence=Span(0, 1), **fields)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0"), (999, "999"), (127000, "127\u202f000"), (127000.0, "127\u202f000"), (2.5, "2.5"),
        (-1500.25, "−1\u202f500.25"), (0.1 + 0.2, "0.3"), (10**12, "1\u202f000\u202f000\u202f000\u202f000"),
        (10**400, "10" + "\u202f000" * 133), ("2022-02", "2022-02"), (None, "…"),
    ],
)  # fmt: skip
def test_numbers_are_grouped_by_a_mark_no_language_reads_as_decimal(value: Any, shown: str) -> None:
    """127.000 and 127,000 mean different things in Dutch and English; a thin space does not."""
    assert number(value) == shown


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"value": 5, "value_min": 5, "value_max": 5}, "5"),
        ({"value": 5, "value_max": 5, "bound": "below"}, "<\u00a05"),
        ({"value": 5, "value_min": 5, "bound": "above"}, ">\u00a05"),
        ({"value": 5, "value_min": 5, "bound": "min"}, "≥\u00a05"),
        ({"value": 5, "value_max": 5, "bound": "max"}, "≤\u00a05"),
        ({"value": 5, "bound": "about"}, "≈\u00a05"),
        ({"value_min": 5, "value_max": 9, "bound": "range"}, "5\u00a0–\u00a09"),
        ({"value_min": 20, "value_max": 90, "bound": "about"}, "≈\u00a020"),
        ({}, ""),
    ],
)
def test_an_interval_is_shown_by_its_sign(fields: dict[str, Any], shown: str) -> None:
    """Each bound has a sign of its own, so that "almost" and "more than" are told apart without colour."""
    assert interval(figure(**fields)) == shown


def test_open_ends_are_open_on_the_scale() -> None:
    """A lower bound has no upper end; a figure with a value alone is a point; a date is on no scale of numbers."""
    assert values(figure(value=5, value_min=5, bound="above")) == Extent(5, None)
    assert values(figure(value=5, bound="about")) == Extent(5, 5)
    assert values(figure(value="2022-02", unit="date")) is None


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2022-02", "2022-02-01", "2022-02-28"),
        ("2022-02-10", "2022-02-10", "2022-02-10"),
        ("2022-02-10/2022-02-20", "2022-02-10", "2022-02-20"),
        ("2022-02~", "2022-02-01", "2022-02-28"),
    ],
)
def test_a_date_covers_all_its_days(edtf: str, first: str, last: str) -> None:
    """A month is drawn as the whole month, since no more is known."""
    ends = date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()
    assert days(edtf) == Extent(*ends)


@pytest.mark.parametrize("edtf", [None, "", "2022-13", "gisteren", "0000"])
def test_what_is_no_date_has_no_days(edtf: str | None) -> None:
    """An unknown date is left out of the drawing, not put somewhere."""
    assert days(edtf) is None


def test_what_is_measured_names_noun_and_scope() -> None:
    """The noun, what narrows it, and a unit that is not mere counting."""
    assert measured(figure(noun_text="soldaten", modifiers=("Russische",))) == "soldaten (Russische)"
    assert measured(figure(noun_text="Russische\nsoldaten", modifiers=("Russische",))) == "Russische soldaten"
    assert measured(figure(unit="percent")) == "%"


@pytest.mark.parametrize(
    ("low", "high"), [(0, 1), (0, 9), (95_000, 131_000), (-5, 5), (0.001, 0.009), (1, 1e12)]
)
def test_value_ticks_are_few_and_round(low: float, high: float) -> None:
    """Two to eight ticks, inside the scale, evenly spaced."""
    ticks = value_ticks(Scale(low, high, 0, 100))
    assert 2 <= len(ticks) <= 8
    assert all(low <= tick <= high for tick in ticks)
    steps = {round(b - a, 9) for a, b in pairwise(ticks)}
    assert max(steps) == pytest.approx(min(steps))


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2022-01-03", "2022-01-09"),
        ("2021-11-01", "2022-02-28"),
        ("1994-01-01", "2022-12-31"),
        ("0100-01-01", "2022-01-01"),
        ("9999-10-01", "9999-12-31"),
    ],
)
def test_date_ticks_are_few_and_on_the_scale(first: str, last: str) -> None:
    """One to seven firsts of a month or year, whatever the span."""
    scale = Scale(date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal(), 0, 100)
    ticks = date_ticks(scale)
    assert 1 <= len(ticks) <= 7
    assert all(scale.low <= tick <= scale.high for tick, _ in ticks)
