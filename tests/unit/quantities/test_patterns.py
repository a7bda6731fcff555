"""Patterns made from lists of words."""

from __future__ import annotations

import pytest

from workbench.extract.quantities.patterns import ending


@pytest.mark.parametrize("text", ["ruim over ", "over\u00a0", "ruim over \n", "vanaf over  "])
def test_a_word_at_the_end_is_found(text: str) -> None:
    """With the space behind it, of whatever kind."""
    found = ending(["over", "in"])(text)
    assert found is not None
    assert found.group().strip() == "over"


@pytest.mark.parametrize("text", ["over", "daarover ", "over de ", ""])
def test_nothing_else_is(text: str) -> None:
    """Not a part of a word, nor a word without a space or with another word behind it."""
    assert ending(["over", "in"])(text) is None


def test_a_pattern_may_go_on_before_its_words() -> None:
    """The words only tell where it can end."""
    found = ending(["over", "-"], r"ruim[ ]over[ -]")
    assert found("nu ruim over ") is not None
    assert found("nu over ") is None


def test_no_words_find_nothing() -> None:
    """A language without the list has none."""
    assert ending([])("over ") is None
