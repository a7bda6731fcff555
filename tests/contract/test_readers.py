"""What every reader promises, over every registered name."""

from __future__ import annotations

import io
import json
import socket
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.errors import ReadError
from workbench.model import Article
from workbench.readers import READERS, Reader, read_bytes, read_path
from workbench.readers.base import Read

WORDS = "De burgemeester zei: “Wij laten niemand achter.” Er liggen 1.350 containers op de kade van de haven."
PAGE = f"""<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Haven ligt stil</title>
<meta property="og:site_name" content="De Kade"><meta property="article:published_time" content="2023-03">
</head><body><nav><a href="/">Home</a></nav><article><h1>Haven ligt stil</h1><p>{WORDS}</p>
<p>Volgens de bond doen ruim 3.400 mensen mee aan de staking, die tot het eind van de maand duurt.</p>
</article></body></html>"""
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx() -> bytes:
    """A Word document of one paragraph."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml",
            f"<w:document {_W}><w:body><w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p></w:body></w:document>",
        )
    return out.getvalue()


def pdf() -> bytes:
    """A PDF file of one line of text."""
    content = b"BT /F1 12 Tf 72 720 Td (Er liggen 1.350 containers op de kade.) Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + trailer


SAMPLES: dict[str, bytes] = {
    "text": f" date 2023-03 {WORDS}".encode(),
    "markdown": f"---\ntitle: Haven ligt stil\ndate: 2023-03\n---\n{WORDS}\n".encode(),
    "jsonl": json.dumps({"id": "a", "text": WORDS, "published": "2023-03"}).encode(),
    "html": PAGE.encode(),
    "pdf": pdf(),
    "docx": docx(),
}
"""One good input for each reader."""


@pytest.fixture(params=READERS.names())
def reader(request: pytest.FixtureRequest) -> Reader:
    """Every registered reader."""
    return READERS.load(request.param)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any try to reach the network fails the test."""

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise AssertionError("a reader reached for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def articles(found: Iterator[Read]) -> list[Article]:
    """All of them, which must be articles."""
    result = list(found)
    assert all(isinstance(one, Article) for one in result), result
    return [one for one in result if isinstance(one, Article)]


def test_has_a_sample(reader: Reader) -> None:
    """A reader without a sample here would not be held to this contract."""
    assert reader.name in SAMPLES


def test_its_name_is_its_module_and_its_endings_are_its_own(reader: Reader) -> None:
    """The registry finds a reader by module, and a file name can have one reader only."""
    assert READERS.load(reader.name) is reader
    others = [s for other in READERS.all() if other is not reader for s in other.suffixes]
    assert reader.suffixes
    assert not set(reader.suffixes) & set(others)
    assert all(s.startswith(".") and s == s.lower() for s in reader.suffixes)


def test_says_what_it_reads(reader: Reader) -> None:
    """The description is one line, shown where formats are listed."""
    assert reader.description.strip()
    assert "\n" not in reader.description


def test_is_documented(reader: Reader) -> None:
    """The list of formats has every reader with its endings."""
    page = (Path(__file__).resolve().parents[2] / "docs/formats.md").read_text("utf-8")
    inputs = page.partition("## Output")[0]
    (row,) = [line for line in inputs.splitlines() if line.startswith(f"| `{reader.name}` |")]
    assert all(ending in row for ending in reader.suffixes)


def test_sniff_is_exclusive(reader: Reader) -> None:
    """At most one reader claims an input by its first bytes; plain text is what nobody claims."""
    head = SAMPLES[reader.name][:4096]
    claims = [other.name for other in READERS.all() if other.sniff(head, "input")]
    assert claims == ([] if reader.name == "text" else [reader.name])


def test_is_chosen_by_ending_and_by_content(reader: Reader, tmp_path: Path) -> None:
    """The same article comes from a file of its ending and from bytes without a telling name."""
    path = tmp_path / f"haven{reader.suffixes[0]}"
    path.write_bytes(SAMPLES[reader.name])
    (by_name,) = articles(read_path(path))
    (by_content,) = articles(read_bytes(SAMPLES[reader.name], "haven"))
    assert by_name.reader == by_content.reader == reader.name
    assert by_name.text == by_content.text


def test_text_is_whole_and_storable(reader: Reader) -> None:
    """The words arrive with their quotation marks, without carriage return, NUL or surrogate, and body is in the text."""
    (article,) = articles(reader.read(SAMPLES[reader.name], "haven"))
    assert "1.350 containers" in article.span.of(article.text)
    assert not set(article.text) & {"\r", "\0"}
    article.text.encode()
    assert "date" not in article.span.of(article.text)


def test_reading_again_gives_the_same_article(reader: Reader) -> None:
    """No clock and no chance: the same bytes are the same article."""
    data = SAMPLES[reader.name]
    assert list(reader.read(data, "haven")) == list(reader.read(data, "haven"))


def test_offsets_lead_back_to_the_source(reader: Reader) -> None:
    """Where a reader keeps the source's text, a place in it leads to the same words in the source."""
    data = SAMPLES[reader.name]
    (article,) = articles(reader.read(data, "haven"))
    if not article.offsets.runs:
        assert reader.name in ("html", "pdf", "docx")
        return
    start = article.text.index("1.350")
    place = article.offsets.to_source(start)
    source: str | bytes = WORDS if reader.name == "jsonl" else data
    wanted: str | bytes = "1.350" if reader.name == "jsonl" else b"1.350"
    assert source[place : place + 5] == wanted


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf"], ids=["nothing", "white", "mark"])
def test_an_empty_file_is_refused_by_name(reader: Reader, data: bytes, tmp_path: Path) -> None:
    """Nothing to read is an error that names the file, not an article without text."""
    path = tmp_path / f"leeg{reader.suffixes[0]}"
    path.write_bytes(data)
    with pytest.raises(ReadError, match="leeg"):
        list(read_path(path))


BROKEN = {
    "picture": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)),
    "random": bytes((i * 197 + i // 7) % 256 for i in range(5000)),
    "half a zip": docx()[:150],
    "half a pdf": pdf()[:200],
    "only a mark of a zip": b"PK\x03\x04word/",
    "nested": b"[" * 100_000,
    "tags": b"<html>" + b"<div>" * 50_000,
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_an_error_or_an_article(reader: Reader, data: bytes) -> None:
    """Whatever the bytes, a reader gives articles or ReadErrors that name the input; nothing else gets out."""
    try:
        found = list(reader.read(data, "stuk.bin"))
    except ReadError as error:
        found = [error]
    for one in found:
        assert isinstance(one, (Article, ReadError))
        if isinstance(one, ReadError):
            assert "stuk.bin" in str(one)
            assert "\n" not in str(one)


@pytest.mark.parametrize("data", [BROKEN["picture"], BROKEN["random"]], ids=["picture", "random"])
def test_a_binary_file_is_refused_under_any_ending(reader: Reader, data: bytes, tmp_path: Path) -> None:
    """A picture under the ending of a text is no article."""
    path = tmp_path / f"plaatje{reader.suffixes[0]}"
    path.write_bytes(data)
    try:
        found = list(read_path(path))
    except ReadError as error:
        found = [error]
    assert found
    assert all(isinstance(one, ReadError) and "plaatje" in str(one) for one in found)
