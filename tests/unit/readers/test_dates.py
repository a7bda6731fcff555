"""Publication dates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.readers.dates import edtf


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2022", "2022"),
        ("2022-01", "2022-01"),
        (" 2022-01-18 ", "2022-01-18"),
        ("20220118", "2022-01-18"),
        ("2022/1/8", "2022-01-08"),
        ("2022-01-18T23:30:00-05:00", "2022-01-18"),
        ("2022-01-18 09:30", "2022-01-18"),
        ("20220118T093000Z", "2022-01-18"),
        ("Tue, 18 Jan 2022 09:30:00 GMT", "2022-01-18"),
    ],
)
def test_keeps_the_precision_of_the_source(written: str, expected: str) -> None:
    """A month stays a month; a time gives its day, as the source's own clock has it."""
    assert edtf(written) == expected


@pytest.mark.parametrize(
    "written", ["", "gisteren", "2022-13", "2022-02-30", "0000", "18", "202201", "٢٠٢٢", "1" * 500]
)
def test_what_is_no_date_is_none(written: str) -> None:
    """Nothing is guessed, and no month is read into six digits."""
    assert edtf(written) is None


@given(st.dates(), st.sampled_from([4, 7, 10]))
def test_edtf_stays_as_it_is(day: object, precision: int) -> None:
    """Every date that is EDTF already comes back unchanged."""
    assert edtf(str(day)[:precision]) == str(day)[:precision]


@given(st.text(max_size=100))
def test_any_text_is_a_date_or_none(text: str) -> None:
    """No text crashes it, and what comes back is read the same again."""
    found = edtf(text)
    assert found is None or edtf(found) == found
