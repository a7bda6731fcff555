"""Readers that take the text out of a document: HTML, PDF, DOCX."""

from __future__ import annotations

import builtins
import io
import zipfile
from typing import Any

import pytest

from workbench.errors import ReadError
from workbench.model import Article
from workbench.readers import docx as docx_reader
from workbench.readers import read_bytes
from workbench.readers.html import published
from workbench.readers.paragraphs import rejoin

BODY = (
    "<p>De burgemeester zei dinsdag dat er ruim 1.350 containers op de kade staan te wachten.</p>"
    "<p>Volgens de bond doen duizenden mensen mee aan de staking, die nog weken kan duren.</p>"
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def one(data: bytes, name: str) -> Article:
    """The only article of an input."""
    (found,) = read_bytes(data, name)
    assert isinstance(found, Article)
    return found


def page(head: str = "", body: str = BODY) -> bytes:
    """A web page."""
    return f"<!DOCTYPE html><html><head>{head}</head><body><article>{body}</article></body></html>".encode()


def word(body: str) -> bytes:
    """A Word document with the body."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
    return out.getvalue()


def paragraph(text: str) -> str:
    """A Word paragraph."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_a_page_gives_text_and_fields() -> None:
    """The article is taken out of the page, with title, outlet, author and address; navigation stays behind."""
    head = (
        '<title>Haven ligt stil | De Kade</title><meta property="og:title" content="Haven ligt stil">'
        '<meta property="og:site_name" content="De Kade"><meta name="author" content="An Jansen">'
        '<link rel="canonical" href="https://www.voorbeeld.nl/haven">'
    )
    article = one(page(head, f"<nav><a href='/'>Lees ook dit</a></nav>{BODY}"), "a.html")
    assert "ruim 1.350 containers" in article.text
    assert "<p>" not in article.text
    assert (article.title, article.outlet, article.author) == ("Haven ligt stil", "De Kade", "An Jansen")
    assert article.url == "https://www.voorbeeld.nl/haven"


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ('<meta property="article:published_time" content="2022-01-18T09:30:00+01:00">', "2022-01-18"),
        ('<meta property="article:published_time" content="2022-01">', "2022-01"),
        ('<meta name="dc.date" content="2022">', "2022"),
        ('<meta itemprop="datePublished" content="2022-01-18">', "2022-01-18"),
        (
            '<script type="application/ld+json">{"datePublished": "2022-01-18T09:30:00Z"}</script>',
            "2022-01-18",
        ),
        ("", None),
    ],
)
def test_the_date_is_as_precise_as_the_page_gives_it(head: str, date: str | None) -> None:
    """A month is not completed with a day, and a page without date has none."""
    assert one(page(head), "a.html").published == date


def test_a_date_in_the_address_counts_and_an_invented_day_does_not() -> None:
    """The address may hold the date; a guess is taken only when the page has its parts."""
    assert published("<p>x</p>", "https://x.invalid/2022/01/18/haven", None) == "2022-01-18"
    assert published("<p>x</p>", "https://x.invalid/2022/01/haven", None) == "2022-01"
    assert published("<p>januari 2022</p>", None, "2022-01-22") is None
    assert published("<p>18 januari 2022</p>", None, "2022-01-18") == "2022-01-18"


def test_a_declared_charset_is_used() -> None:
    """A page in windows-1251 is read as what it says."""
    words = "Министр сказал во вторник, что в порту ждут 1350 контейнеров, и это ещё не конец забастовки."
    data = page('<meta charset="windows-1251">', f"<p>{words}</p><p>{words}</p>").decode().encode("cp1251")
    assert words in one(data, "a.html").text


def test_a_page_without_an_article_is_refused() -> None:
    """Nothing that can be told from the page around it is an error, not an empty article."""
    with pytest.raises(ReadError, match=r"a\.html: has no article text"):
        one(b"<!DOCTYPE html><html><body></body></html>", "a.html")


@pytest.mark.parametrize(
    ("package", "data", "name", "extra"),
    [("trafilatura", page(), "a.html", "html"), ("pypdf", b"%PDF-1.4\n", "a.pdf", "pdf")],
)
def test_a_missing_extra_is_named(
    monkeypatch: pytest.MonkeyPatch, package: str, data: bytes, name: str, extra: str
) -> None:
    """Without the package the error says which extra to install."""
    real = builtins.__import__

    def without(wanted: str, *args: Any, **kwargs: Any) -> Any:
        if wanted == package:
            raise ImportError(wanted)
        return real(wanted, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ReadError, match=f"needs the {extra} extra") as refused:
        one(data, name)
    assert f"[{extra}]" in refused.value.hint


def test_word_paragraphs_tables_and_breaks() -> None:
    """Paragraphs are lines, in order, those of tables too; tabs and breaks are kept, deleted words are not."""
    body = (
        paragraph("Een.")
        + f"<w:tbl><w:tr><w:tc>{paragraph('Cel.')}</w:tc></w:tr></w:tbl>"
        + "<w:p><w:r><w:t>Twee</w:t><w:tab/><w:t>drie</w:t><w:br/><w:t>vier</w:t></w:r>"
        + "<w:del><w:r><w:t>weg</w:t></w:r></w:del></w:p>"
    )
    assert one(word(body), "a.docx").text == "Een.\nCel.\nTwee\tdrie\nvier"


def test_word_properties_are_title_and_author() -> None:
    """The document's own title and author are read; its dates are not those of publication."""
    core = (
        '<cp xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/">'
        "<dc:title>Haven</dc:title><dc:creator>An</dc:creator><t:created>2022-01-01T00:00:00Z</t:created></cp>"
    )
    out = io.BytesIO(word(paragraph("Tekst.")))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("docProps/core.xml", core)
    article = one(out.getvalue(), "a.docx")
    assert (article.title, article.author, article.published) == ("Haven", "An", None)


def test_a_zip_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file that unpacks to a huge one is stopped at the limit, whatever its header claims."""
    monkeypatch.setattr(docx_reader, "MAX_PART", 100_000)
    data = word(paragraph("x" * 1_000_000))
    assert len(data) < 10_000
    with pytest.raises(ReadError, match="unpacks to more than"):
        one(data, "a.docx")


def test_entities_are_refused() -> None:
    """A document that declares entities, as a billion laughs does, is not parsed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "word/document.xml", f'<!DOCTYPE x [<!ENTITY a "b">]><w:document {W}>&a;</w:document>'
        )
    with pytest.raises(ReadError, match="entities"):
        one(out.getvalue(), "a.docx")


def test_a_zip_that_is_no_document_is_refused() -> None:
    """Some other archive under the ending .docx is named as such."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("x.txt", "x")
    with pytest.raises(ReadError, match="no Word document"):
        one(out.getvalue(), "a.docx")


def test_deep_nesting_is_walked() -> None:
    """Thousands of elements in each other do not end the program: they are walked without recursion."""
    deep = "<w:sdt>" * 20_000 + paragraph("Tekst.") + "</w:sdt>" * 20_000
    assert one(word(deep), "a.docx").text == "Tekst."


def test_lines_are_joined_to_paragraphs() -> None:
    """Lines of a column become paragraphs; a broken word is whole again, a hyphen of its own stays."""
    lines = [
        "De haven ligt al drie weken stil en dat gaat door zolang de onder-",
        "handelingen niets opleveren, zegt de bond. Het zuid-",
        "Hollandse bedrijf wil niet praten over loon.",
        "Volgens de politie zijn er tussen de drie- en vierduizend mensen op de been",
        "",
        "Einde.",
    ]
    assert rejoin(lines) == (
        "De haven ligt al drie weken stil en dat gaat door zolang de onderhandelingen niets opleveren, zegt de bond. "
        "Het zuid- Hollandse bedrijf wil niet praten over loon.\n"
        "Volgens de politie zijn er tussen de drie- en vierduizend mensen op de been\nEinde."
    )


def test_no_lines_are_no_paragraphs() -> None:
    """Nothing in, nothing out."""
    assert rejoin([]) == rejoin(["", "  "]) == ""
