"""The gate for text from outside."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.visible import one_line, visible


@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=80))
def test_length_stays_and_nothing_raw_passes(text: str) -> None:
    """Every output is as long as its input and free of control, bidi and lone surrogate characters."""
    shown = visible(text)
    assert len(shown) == len(text)
    for char in shown:
        assert char in "\n\t" or unicodedata.category(char) not in {"Cc", "Cs"}
        assert unicodedata.bidirectional(char) not in {
            "LRE",
            "RLE",
            "LRO",
            "RLO",
            "PDF",
            "LRI",
            "RLI",
            "FSI",
            "PDI",
        }


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]52;c;cm0=\x07", "␛]52;c;cm0=␇"),
        ("did\u202eton", "did\ufffdton"),
        ("a\u200bb\ufeff", "a·b·"),
        ("\x9b2J\x7f", "\ufffd2J␡"),
        ("tag\U000e0041", "tag\ufffd"),
        ("gewoon ‘tekst’ met ë\n", "gewoon ‘tekst’ met ë\n"),
    ],
)
def test_what_is_hidden_becomes_visible(text: str, shown: str) -> None:
    """Each dangerous character has a visible stand-in; ordinary text is left alone."""
    assert visible(text) == shown


def test_joiners_stay_where_a_script_or_emoji_needs_them() -> None:
    """A zero-width joiner inside an emoji stays, between Latin letters it is shown."""
    family = "👨\u200d👩\u200d👧"
    assert visible(family) == family
    assert visible("on\u200dgeldig") == "on·geldig"


def test_one_line_keeps_length() -> None:
    """Newlines and tabs become spaces one for one."""
    assert one_line("a\nb\tc") == "a b c"
