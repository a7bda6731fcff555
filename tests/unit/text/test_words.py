"""The bag of a text's words is what its pattern finds, in another order."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.words import bag_of_words

PATTERNS = [r"[^\W\d_]+", r"[^\W\d_]+(?:'[^\W\d_]+)?", r"\w+(?:-\w+)?"]


@pytest.mark.parametrize("pattern", PATTERNS)
@given(
    text=st.text(alphabet=st.one_of(st.sampled_from("ab é’'-_.1² \n\u00a0"), st.characters()), max_size=60)
)
def test_the_bag_is_what_the_pattern_finds(pattern: str, text: str) -> None:
    """Nothing is lost or made, whatever stands beside the words."""
    compiled = re.compile(pattern)
    assert Counter(bag_of_words(text, compiled)) == Counter(compiled.findall(text))
