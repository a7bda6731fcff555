"""Which marks open, close, or belong to a word."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.extract.quotation.marks import find_stretches

CLITICS = frozenset(("s", "t", "n", "em"))


def inner(text: str) -> list[str]:
    """The marked texts, outer before inner."""
    return [text[s.inner : s.stop] for s in find_stretches(text, 0, len(text), CLITICS)]


@pytest.mark.parametrize(
    "text",
    [
        "Hij zei „goed zo” en ging.",
        "Hij zei “goed zo” en ging.",
        "Er sagte „goed zo“ und ging.",
        "Hij zei ‘goed zo’ en ging.",
        "Hij zei 'goed zo' en ging.",
        'Hij zei "goed zo" en ging.',
        "Hij zei ,,goed zo'' en ging.",
        "Hij zei ‚goed zo‘ en ging.",
        "Il dit « goed zo » et partit.",
        "Er sagte »goed zo« und ging.",
        "Er sagte ›goed zo‹ und ging.",
    ],
)
def test_every_style_of_marks_is_paired(text: str) -> None:
    """Each pair of marks holds the words between, without the marks and their inner spaces."""
    assert inner(text) == ["goed zo"]


@pytest.mark.parametrize(
    "text",
    [
        "De Navo’s inzet en Amerika's bases",
        "'s Avonds en ’s nachts, in 't veld",
        "rock 'n' roll in de jaren '90 en daarna",
        "l'Union et l’Europe",
        "the voters' rights and the states' duties",
    ],
)
def test_apostrophes_mark_nothing(text: str) -> None:
    """A mark that belongs to a word neither opens nor closes."""
    assert inner(text) == []


def test_plural_possessive_does_not_close_a_single_quoted_sentence() -> None:
    """The apostrophe after a plural is left alone when a closing mark still comes."""
    assert inner("He said: 'The voters' rights come first.'") == ["The voters' rights come first."]


def test_nested_marks_know_the_stretch_around_them() -> None:
    """The inner stretch has the outer one as its parent."""
    outer, nested = find_stretches("“Hij riep ‘nee’ en ging”", 0, 24, CLITICS)
    assert nested.parent is outer
    assert outer.children == [nested]


def test_an_open_mark_runs_to_the_end_of_the_paragraph_and_is_flagged() -> None:
    """Nothing is lost when the closing mark is missing."""
    text = "Hij zei: „Wij gaan door."
    (stretch,) = find_stretches(text, 0, len(text), CLITICS)
    assert text[stretch.inner : stretch.stop] == "Wij gaan door."
    assert stretch.unclosed


def test_a_closing_mark_alone_holds_what_stands_before_it() -> None:
    """Nothing is lost when the opening mark is missing."""
    text = "Wij gaan door,” zei hij."
    (stretch,) = find_stretches(text, 0, len(text), CLITICS)
    assert text[stretch.inner : stretch.stop] == "Wij gaan door,"
    assert stretch.unopened


def test_a_lone_single_mark_is_no_quote() -> None:
    """An unclosed single mark inside a paragraph is an apostrophe."""
    assert inner("Het ging om 'een ramp volgens velen.") == []


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab ’‘'\"„”“«».,\n", max_size=60))
def test_stretches_stay_inside_the_text_and_nest(text: str) -> None:
    """Whatever the marks, stretches lie in the text, are not empty, and lie inside their parents."""
    for s in find_stretches(text, 0, len(text), CLITICS):
        assert 0 <= s.start <= s.inner < s.stop <= s.end <= len(text)
        assert s.parent is None or (s.parent.start <= s.start and s.end <= s.parent.end)
