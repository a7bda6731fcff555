"""What the figure finder does beyond single examples: dates against the publication, the seeds, hostile text."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.extract.finders.figures import find_figures, lowered
from workbench.model import Article, Figure, Span
from workbench.segment import segment


def found(text: str, code: str = "nl", published: str | None = None) -> list[Figure]:
    """The figures of a text in a language."""
    article = Article(name="text", text=text, sha256="0" * 64, lang=code, published=published)
    return find_figures(segment(article, code))


def seed(folder: Path, number: str) -> list[Figure]:
    """The figures of a seed article, its header skipped."""
    path = next(folder.glob(f"{number}_*.txt"))
    text = path.read_text(encoding="utf-8")
    _, _, published, rest = text.split(" ", 3)
    body = Span(len(text) - len(rest), len(text))
    article = Article(name=path.name, text=text, sha256=number, lang="nl", published=published, body=body)
    return find_figures(segment(article, "nl"))


def test_seed_figures_carry_hedge_noun_and_scope(seeds: Path) -> None:
    """The border figure of seed 001 is open below, counts men, and keeps what narrows them."""
    figure = next(f for f in seed(seeds, "001") if f.value == 100_000)
    assert (figure.bound, figure.value_min, figure.value_max, figure.hedge) == (
        "below",
        None,
        100_000,
        "bijna",
    )
    assert (figure.noun_text, figure.modifiers) == ("manschappen", ("Russische", "bij de grens"))


def test_seed_figure_is_dated_by_the_month_beside_it(seeds: Path) -> None:
    """What officials said in May holds for May, not for the month of the article."""
    figures = {f.value: f for f in seed(seeds, "001")}
    assert figures[80_000].as_of == "2021-05"
    assert figures[100_000].as_of == "2021-11"


def test_seed_exercise_is_dated_in_the_nearest_year(seeds: Path) -> None:
    """A day and month without a year fall in the year nearest to the publication."""
    figure = next(f for f in seed(seeds, "000") if f.bound == "range")
    assert (figure.text, figure.value_min, figure.value_max) == (
        "tussen 10 en 20 februari",
        "2022-02-10",
        "2022-02-20",
    )


def test_seed_years_are_dates_and_no_counts(seeds: Path) -> None:
    """Plain years in the seeds are dates."""
    years = [
        f
        for number in ("001", "002", "003", "004")
        for f in seed(seeds, number)
        if f.text in ("2014", "1994")
    ]
    assert len(years) == 5
    assert {f.unit for f in years} == {"date"}


@pytest.mark.parametrize(
    ("published", "value"),
    [("2022-01-24", "2022-01-20"), ("2022-01", None), ("2022", None), (None, "XXXX-XX-XX")],
)
def test_a_weekday_is_never_more_precise_than_the_article(published: str | None, value: str | None) -> None:
    """A weekday is resolved where the publication day is known; an article dated to its month names no day."""
    figures = found("De brug ging donderdag dicht.", published=published)
    assert [f.value for f in figures] == ([value] if value else [])


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("De wet is van vorige maand.", "2022-01-24", "2021-12"),
        ("De wet is van vorig jaar.", "2022-01-24", "2021"),
        ("De wet is van gisteren.", "2022-03-01", "2022-02-28"),
        ("De wet is van 3 december.", "2022-01", "2021-12-03"),
        ("De wet is van 3 maart.", "2022-01", "2022-03-03"),
        ("De wet is van 3 maart.", None, "XXXX-03-03"),
        ("De wet kwam drie maanden geleden.", "2022-01-24", "2021-10"),
        ("De wet komt over twee weken.", "2022-01-24", "2022-02-07"),
        ("De wet is van 31 februari 2022.", None, None),
    ],
)
def test_relative_dates_count_from_the_publication(
    text: str, published: str | None, value: str | None
) -> None:
    """Deictic dates and dates without a year are placed by the publication date; impossible days are no dates."""
    dates = [f.value for f in found(text, published=published) if f.unit == "date" and len(str(f.value)) > 4]
    assert dates == ([value] if value else []) or (
        value is not None and [value] == [f.value for f in found(text, published=published)]
    )


def test_an_unknown_language_finds_nothing() -> None:
    """A language without tables never falls back to another."""
    article = Article(name="text", text="There were 100 men.", sha256="0" * 64, lang="und")
    assert find_figures(segment(article, "und")) == []


def test_separators_follow_the_language() -> None:
    """The same characters are another number in another language."""
    assert [f.value for f in found("Er zijn 1.500 vogels.")] == [1500]
    assert [f.value for f in found("There are 1.500 grams.", "en")] == [1.5]
    assert [f.value for f in found("There are 1,500 birds.", "en")] == [1500]


def test_lower_case_keeps_every_place() -> None:
    """A capital whose small letter is two characters shifts nothing."""
    text = "İstanbul telt 15 wijken."
    assert len(lowered(text)) == len(text)
    assert found(text)[0].text == "15 wijken"


HOSTILE = {
    "digits": "1" * 40,
    "grouped": "1.000.000.",
    "spaced": "1 ",
    "signs": "-+~<>=",
    "number words": "tweeëntwintigduizend",
    "connectors": "twee en twintig en ",
    "openers": "tussen tussen ",
    "hedges": "bijna ruim meer dan ",
    "months": "1 mei 1 mei ",
    "years": "2014-2015-",
    "weekdays": "maandag dinsdag ",
    "currency": "€$£ 5 ",
    "percent": "5%",
    "fractions": "1/2 ",
    "vulgar": "½¼",
    "articles": "een een ",
    "adjectives": "5 grote kleine rode ",
    "quotation marks": '"',
    "apostrophes": "'80 ",
    "newlines": "1\n",
}


@pytest.mark.timeout(100)
@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_text_ends(name: str) -> None:
    """Reading ends on any repeated pattern, with figures in order that say what the text has."""
    text = HOSTILE[name] * (32_000 // len(HOSTILE[name]))
    figures = find_figures(segment(_article(text), "nl"))
    assert [f.span for f in figures] == sorted(f.span for f in figures)
    assert all(f.span.of(text) == f.text for f in figures)


def _article(text: str) -> Article:
    return Article(name="hostile", text=text, sha256="0" * 64, lang="nl")
