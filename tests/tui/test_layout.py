"""Fitting text into cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from workbench.model import Span
from workbench.tui.display import Piece, plain
from workbench.tui.layout import clip, fit, flow, marked_text, pad, side_by_side, width_of, wrap

WORDS = st.text(alphabet=st.sampled_from("ab é\n日🙂\u0301-"), max_size=80)


@given(WORDS, st.integers(min_value=2, max_value=30))
def test_wrapped_lines_fit_and_lose_only_white_space(text: str, cells: int) -> None:
    """Every line fits the width, lines are in order, and only spaces and newlines stand between them."""
    lines = wrap(text, cells)
    at = 0
    for span in lines:
        assert not text[at : span.start].strip(" \n")
        assert cell_len(span.of(text)) <= cells
        at = span.end
    assert not text[at:].strip(" \n")


@given(st.text(max_size=40), st.integers(min_value=0, max_value=30))
def test_padded_text_has_exactly_the_width(text: str, cells: int) -> None:
    """Padding gives exactly that many cells, wide characters and control characters included."""
    assert cell_len(pad(Piece(text).text, cells)) == cells


def test_wrap_keeps_every_newline() -> None:
    """An empty line stays an empty line."""
    assert [span.of("a\n\nb") for span in wrap("a\n\nb", 10)] == ["a", "", "b"]


def test_wrap_cuts_a_word_longer_than_the_line() -> None:
    """A word without spaces is cut at the width."""
    assert [span.of("abcdefgh") for span in wrap("abcdefgh", 3)] == ["abc", "def", "gh"]


def test_wrap_of_a_megabyte_line_is_quick() -> None:
    """A million characters without a newline are broken in linear time."""
    assert len(wrap("“" * 1_000_000, 80)) == 12_500


def test_clip_counts_cells_not_characters() -> None:
    """A wide character that does not fit whole is left out."""
    assert clip("日本語", 4) == "日…"


def test_fit_clips_the_piece_that_does_not_fit() -> None:
    """A line is cut inside a piece and has exactly the width."""
    line = fit((Piece("abc"), Piece("defgh", "dim")), 6)
    assert plain([line]) == "abcde…"
    assert width_of(line) == 6


def test_of_overlapping_marks_the_later_wins() -> None:
    """A figure inside a quote is drawn as a figure."""
    pieces = marked_text("abcdef", [(Span(0, 6), "quote"), (Span(2, 4), "figure")])
    assert [(piece.text, piece.role) for piece in pieces] == [
        ("ab", "quote"),
        ("cd", "figure"),
        ("ef", "quote"),
    ]


def test_flow_keeps_roles_over_line_ends() -> None:
    """A piece that is broken over two lines keeps its role in both."""
    lines = flow([Piece("one "), Piece("two three", "quote")], 8)
    assert [[piece.role for piece in line] for line in lines] == [["text", "quote"], ["quote"]]


@pytest.mark.parametrize("width", [20, 41, 80])
def test_columns_have_the_width_together(width: int) -> None:
    """Two columns with their rule fill the width on every line, also where one is shorter."""
    lines = side_by_side([(Piece("a"),)], [(Piece("b"),), (Piece("c"),)], width)
    assert [width_of(line) for line in lines] == [width, width]
