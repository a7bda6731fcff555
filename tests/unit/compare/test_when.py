"""Dates as stretches of days."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.compare.when import days, order


@pytest.mark.parametrize(
    ("edtf", "length"),
    [("2024", 366), ("2023-02", 28), ("2023-02-11", 1), ("2022-02-10/2022-02-20", 11), ("2021-11~", 30), ("2023-21", 92),
     ("2022-01-18T10:30", 1), ("2023-24", 91)],
)  # fmt: skip
def test_stretch(edtf: str, length: int) -> None:
    """A year, season, month, day or range is as long as it is."""
    found = days(edtf)
    assert found is not None
    assert found.length == length


@pytest.mark.parametrize("text", ["", "gisteren", "2023-13", "2023-02-30", "0000-00-00", "2024/2023", "x/y"])
def test_no_date(text: str) -> None:
    """What is no date gives none, and never an error."""
    assert days(text) is None


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("2021-11", "2022-01", "earlier"),
        ("2022-02", "2022-01-31", "later"),
        ("2022-02-01", "2022-02-01", "same_day"),
        ("2022-02", "2022-02-11", "same_time"),
        ("2022", "2022-02", "wide"),
        (None, "2022-02", "unknown"),
    ],
)
def test_order(left: str | None, right: str | None, expected: str) -> None:
    """Two dates lie apart, on one day, in one month, or too vaguely to say."""
    assert order(days(left), days(right)) == expected


@given(st.text(max_size=30))
def test_anything_is_read(text: str) -> None:
    """No text breaks the reading of dates."""
    found = days(text)
    assert found is None or found.first <= found.last
