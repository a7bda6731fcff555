"""What is read of an article around a mention: its paragraph and how the article begins, never its header."""

from __future__ import annotations

from workbench.compare import lead, paragraph
from workbench.compare.types import AROUND, LEAD
from workbench.model import Span

TEXT = " date 2024-05 De brug is dicht. Er is schade.\nMorgen gaat zij open."
BODY = Span(14, len(TEXT))


def test_a_header_is_no_part_of_a_paragraph() -> None:
    """The first paragraph starts where the body does, with and without its header known."""
    second = Span(TEXT.index("Er is"), TEXT.index("Er is") + len("Er is schade."))
    assert paragraph(TEXT, second, BODY) == "De brug is dicht. Er is schade."
    assert paragraph(TEXT, second).lstrip().startswith("date")


def test_a_paragraph_ends_at_its_line() -> None:
    """The line after it is another paragraph."""
    third = Span(TEXT.index("Morgen"), len(TEXT))
    assert paragraph(TEXT, third, BODY) == "Morgen gaat zij open."


def test_long_paragraphs_are_cut() -> None:
    """No more than the window around the sentence is read, however long the line is."""
    text = "woord " * 1000
    assert len(paragraph(text, Span(3000, 3005))) <= 2 * AROUND


def test_an_article_begins_after_its_header() -> None:
    """The beginning leaves the header out, and ends with a whole word."""
    assert lead(TEXT, BODY) == TEXT[14:]
    long = lead("woord " * 1000)
    assert LEAD - 20 < len(long) <= LEAD
    assert long.split() == ["woord"] * len(long.split())
