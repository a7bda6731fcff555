"""What every language with tables of figures must do: its own examples, to the letter."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from workbench.extract.finders.figures import find_figures
from workbench.extract.quantities.lexicon import build
from workbench.languages.base import LANGUAGES
from workbench.languages.schema.figure_examples import ExpectedFigure, FigureExample, FigureExamples
from workbench.model import Article, Figure
from workbench.segment import segment

TABLES = ("numbers", "units", "calendar", "nouns")


def examples() -> Iterator[tuple[str, str, FigureExample]]:
    """Every example of every language and table."""
    for language in LANGUAGES.all():
        for table in TABLES:
            found = language.table(f"examples_{table}", FigureExamples)
            for example in found.examples if found else ():
                yield language.code, table, example


def figures_in(example: FigureExample, code: str) -> list[Figure]:
    """What the finder finds in the example."""
    article = Article(
        name="example", text=example.text, sha256="0" * 64, lang=code, published=example.published
    )
    return find_figures(segment(article, code))


def described(figure: Figure, expected: ExpectedFigure) -> ExpectedFigure:
    """The figure in the words of the example; the as-of date only where the example is about it."""
    return ExpectedFigure(
        text=figure.text,
        value=figure.value,
        low=figure.value_min,
        high=figure.value_max,
        bound=figure.bound,
        unit=figure.unit,
        noun=figure.noun_text,
        modifiers=figure.modifiers,
        as_of=figure.as_of if expected.as_of else None,
    )


@pytest.mark.parametrize(("code", "table", "example"), examples(), ids=lambda v: getattr(v, "text", v))
def test_example_is_found_as_written(code: str, table: str, example: FigureExample) -> None:
    """A sentence of the examples yields exactly the figures written beside it."""
    found = figures_in(example, code)
    assert [figure.text for figure in found] == [expected.text for expected in example.figures]
    pairs = zip(found, example.figures, strict=True)
    assert [described(figure, expected) for figure, expected in pairs] == list(example.figures)


@pytest.mark.parametrize("code", LANGUAGES.names())
def test_every_table_is_proved(code: str) -> None:
    """A language with figures has examples for each of its four tables."""
    language = LANGUAGES.load(code)
    if build(language) is None:
        pytest.skip("has no tables of figures")
    for table in TABLES:
        found = language.table(f"examples_{table}", FigureExamples)
        assert found is not None, table
        assert found.examples, table


@pytest.mark.parametrize(("code", "table", "example"), examples(), ids=lambda v: getattr(v, "text", v))
def test_spans_say_what_the_text_says(code: str, table: str, example: FigureExample) -> None:
    """Every figure and every measured noun slices to its own text, and no two figures have one id."""
    found = figures_in(example, code)
    assert all(figure.span.of(example.text) == figure.text for figure in found)
    assert all(figure.noun is None or figure.noun.of(example.text) == figure.noun_text for figure in found)
    assert len({figure.id for figure in found}) == len(found)


def test_date_line_of_a_foreign_post_is_read_in_the_articles_language() -> None:
    """What follows the handle of an English post in a Dutch article is a Dutch date."""
    text = (
        "De minister reageerde donderdag op sociale media op de berichten over de grens.\n"
        "We will meet with our partners and the allies this week. — Minister Jo Smith (@jo) 18 januari 2022"
    )
    article = Article(name="x", text=text, sha256="00", lang="nl", published="2022-01")
    dates = [(f.text, f.value) for f in find_figures(segment(article)) if f.unit == "date"]
    assert dates == [("18 januari 2022", "2022-01-18")]
