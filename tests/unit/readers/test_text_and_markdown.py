"""Readers that keep the file's text as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.errors import ReadError
from workbench.model import Article
from workbench.readers import read_bytes, read_path
from workbench.readers.dates import header
from workbench.readers.frontmatter import language


def one(data: str | bytes, name: str) -> Article:
    """The only article of an input."""
    (found,) = read_bytes(data if isinstance(data, bytes) else data.encode(), name)
    assert isinstance(found, Article)
    return found


def test_every_seed_has_its_month_and_its_text(seeds: Path) -> None:
    """The header gives a date with month precision, stays in the text and is skipped by the finders."""
    for path in sorted(seeds.glob("*.txt")):
        (article,) = read_path(path)
        assert isinstance(article, Article)
        assert article.text == path.read_text("utf-8")
        assert article.published is not None
        assert len(article.published) == len("2022-01")
        assert article.text[: article.span.start] == f" date {article.published} "
        assert article.title is None
        assert article.name == path.name


@pytest.mark.parametrize(
    ("text", "date", "rest"),
    [
        (" date 2022-01 De VS", "2022-01", "De VS"),
        ("date: 2022-01-18\n\nDe VS", "2022-01-18", "De VS"),
        ("date 2022 De VS", "2022", "De VS"),
        ("date 2022-13 De VS", None, "date 2022-13 De VS"),
        ("update 2022-01 De VS", None, "update 2022-01 De VS"),
        ("date 2022-01x De VS", None, "date 2022-01x De VS"),
        ("De date 2022-01 was", None, "De date 2022-01 was"),
    ],
)
def test_only_a_date_at_the_start_is_a_header(text: str, date: str | None, rest: str) -> None:
    """Words that look like the header but are none stay part of the article."""
    published, start = header(text)
    assert (published, text[start:]) == (date, rest)


def test_a_header_alone_is_an_empty_file() -> None:
    """A date and nothing else is refused."""
    with pytest.raises(ReadError, match="no text after"):
        one(" date 2022-01 \n", "x.txt")


def test_line_ends_are_normalised_and_lead_back() -> None:
    """Windows line ends become one character, and offsets after them still find their byte."""
    data = b"Een.\r\nTwee.\r\nDrie."
    article = one(data, "x.txt")
    assert article.text == "Een.\nTwee.\nDrie."
    assert data[article.offsets.to_source(article.text.index("Drie")) :] == b"Drie."
    assert article.repairs


def test_front_matter_fills_the_fields_and_is_skipped() -> None:
    """Title, date, author, outlet, address and language come from the front matter; the text keeps it."""
    text = (
        "---\ntitle: 'Haven: ligt ''stil'''\ndate: 2023-03  # maand\nauthors:\n  - An Jansen\n  - \"Bo\"\n"
        "source: De Kade\nurl: https://voorbeeld.invalid/a\nlang: nl-BE\ntags: [a, b]\n---\nDe haven ligt stil.\n"
    )
    article = one(text, "x.md")
    assert article.text == text
    assert article.span.of(text) == "De haven ligt stil.\n"
    assert article.title == "Haven: ligt 'stil'"
    assert article.published == "2023-03"
    assert article.author == "An Jansen, Bo"
    assert (article.outlet, article.lang) == ("De Kade", "nl")
    assert article.url == "https://voorbeeld.invalid/a"


def test_a_date_that_cannot_be_read_is_named() -> None:
    """The article is kept, its date left out, and the report says so."""
    article = one("---\ndate: ergens in maart\n---\nTekst.", "x.md")
    assert article.published is None
    assert "ergens in maart" in article.repairs[0]


@pytest.mark.parametrize(
    "text", ["---\ntitle: x\nTekst zonder eind.", "--- x\nTekst.", "Tekst.\n---\ntitle: x\n---\n"]
)
def test_lines_that_are_no_front_matter_are_text(text: str) -> None:
    """A rule, or a front matter that never ends, is part of the article."""
    article = one(text, "x.md")
    assert article.span.of(article.text) == text
    assert article.title is None


def test_the_first_heading_is_the_title_without_front_matter() -> None:
    """A Markdown file that starts with a heading is called by it."""
    assert one("# Haven ligt stil #\n\nTekst.", "x.md").title == "Haven ligt stil"


def test_hostile_titles_are_one_line_and_not_endless() -> None:
    """A title of a megabyte is cut; NUL and line ends do not get in."""
    article = one(f"---\ntitle: {'x' * 15_000}\x00\n---\nTekst.", "x.md")
    assert article.title is not None
    assert len(article.title) <= 1000
    assert "\0" not in article.title


@pytest.mark.parametrize(
    ("value", "code"), [("nl", "nl"), ("nl-NL", "nl"), ("EN_us", "en"), ("Dutch", "und"), (None, "und")]
)
def test_language_codes_lose_their_region(value: str | None, code: str) -> None:
    """A word that is no code is no language."""
    assert language(value) == code
