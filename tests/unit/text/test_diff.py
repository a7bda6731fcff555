"""Word differences."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.text.diff import marked, word_diff

WORDS = st.lists(st.sampled_from(["het", "is", "mogelijk", "100.000", "doden,", "niet"]), max_size=12).map(
    " ".join
)


@given(WORDS, WORDS)
def test_steps_cover_both_texts(left: str, right: str) -> None:
    """The spans of the steps, end to end, are the two texts."""
    ops = word_diff(left, right)
    assert "".join(op.left.of(left) for op in ops) == left
    assert "".join(op.right.of(right) for op in ops) == right


@given(WORDS)
def test_equal_wordings_have_no_difference(text: str) -> None:
    """Comparing a wording with itself gives only equal steps."""
    assert all(op.tag == "equal" for op in word_diff(text, text))


def test_a_number_with_separators_is_one_word() -> None:
    """100.000 against 127.000 is one replacement."""
    assert marked("bijna 100.000 doden", "bijna 127.000 doden") == "bijna [-100.000-]{+127.000+} doden"


def test_marks_say_what_went_and_what_came() -> None:
    """Dropped, inserted and replaced words are marked in plain text."""
    assert (
        marked("Het is mogelijk dat", "Het is waarschijnlijk dat")
        == "Het is [-mogelijk-]{+waarschijnlijk+} dat"
    )
    assert marked("wij gaan niet weg", "wij gaan weg") == "wij gaan [-niet-] weg"
