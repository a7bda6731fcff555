"""Bytes to text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import ReadError
from workbench.readers import decode
from workbench.readers.decoding import normalized, suspicions

WORDS = "Hij zei: “Geen één euro” – 100 % zeker."
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@pytest.mark.parametrize(
    ("data", "encoding", "mark"),
    [
        (WORDS.encode(), "utf-8", 0),
        (codecs.BOM_UTF8 + WORDS.encode(), "utf-8", 3),
        (codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), "utf-16-le", 2),
        (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), "utf-16-be", 2),
        (codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"), "utf-32-le", 4),
        (WORDS.encode("utf-16-le"), "utf-16-le", 0),
        (WORDS.encode("utf-16-be"), "utf-16-be", 0),
        (WORDS.encode("cp1252"), "cp1252", 0),
    ],
)
def test_finds_the_encoding(data: bytes, encoding: str, mark: int) -> None:
    """A mark decides, then UTF-16 by its NULs, UTF-8 by its form, and cp1252 is what is left."""
    assert decode(data) == (WORDS, encoding, mark)


def test_a_declared_encoding_is_tried_after_utf8() -> None:
    """A page that says windows-1251 is read so; one that is UTF-8 all the same is read as UTF-8."""
    russian = "Министр сказал"
    assert decode(russian.encode("cp1251"), declared="windows-1251")[0] == russian
    assert decode(russian.encode(), declared="windows-1251")[:2] == (russian, "utf-8")


@pytest.mark.parametrize("declared", ["iso-8859-1", "latin_1", "no-such-encoding"])
def test_latin_1_means_cp1252(declared: str) -> None:
    """Typographic quotation marks of a page that calls itself Latin-1 are not lost."""
    assert decode(WORDS.encode("cp1252"), declared=declared)[0] == WORDS


def test_some_broken_bytes_do_not_change_the_rest() -> None:
    """UTF-8 with a byte cut off stays UTF-8; the broken place is marked and every offset still leads to its byte."""
    data = WORDS.encode() + b"\xe2\x80 slot"
    found, encoding = normalized(data, "x")
    assert encoding == "utf-8"
    assert found.text == WORDS + "\ufffd\ufffd slot"
    assert data[found.offsets.to_source(found.text.index("slot")) :] == b"slot"


def test_bytes_that_cp1252_lacks_are_marked() -> None:
    """The five bytes without a character become U+FFFD, one for one."""
    data = "Hij zei “nee”, en liep weg uit de zaal; de zitting gaat door. ".encode("cp1252") + b"\x81 slot"
    found, encoding = normalized(data, "x")
    assert encoding == "cp1252"
    assert found.text.endswith("\ufffd slot")
    assert data[found.offsets.to_source(found.text.index("slot")) :] == b"slot"


def test_nul_in_text_is_replaced_not_refused() -> None:
    """A single NUL is damage, not a binary file."""
    found, _ = normalized(("Een zin met een NUL erin.\x00 " * 3).encode(), "x")
    assert found.text.count("\ufffd") == 3
    assert found.repairs


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        b"%PDF-1.7 x",
        b"\x1f\x8b\x08" + bytes(range(200)),
        bytes(range(256)) * 10,
        b"\x00\x01\x02\x03" * 100,
        b"SQLite format 3\x00" + bytes(100),
        b"{\\rtf1 Hallo}",
    ],
)
def test_binary_is_refused_by_name(data: bytes) -> None:
    """What is no text is named as such, with what to do."""
    with pytest.raises(ReadError, match=r"^foto\.txt: ") as refused:
        decode(data, "foto.txt")
    assert refused.value.hint


def test_a_mark_that_lies_is_refused() -> None:
    """A UTF-16 mark before bytes that are no UTF-16 is an error, not a crash."""
    with pytest.raises(ReadError, match="UTF-16-LE"):
        decode(codecs.BOM_UTF16_LE + b"abc", "x")


def test_words_decoded_wrongly_elsewhere_are_flagged() -> None:
    """Mojibake is named and left alone; good text with the same letters is not named."""
    broken = "Hij zei â€œneeâ€\x9d en cafÃ© en privÃ©."
    assert suspicions(broken)
    assert not suspicions("Ångström, São Paulo, â, Ã, café, “nee”")


@given(TEXT, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_marked_text_comes_back(text: str, encoding: str) -> None:
    """Text in a Unicode encoding with its mark is what it was, but for a mark of its own at the start."""
    data = text.encode(encoding)
    # The mark of UTF-16 before a NUL is that of UTF-32, and no text starts with one.
    if encoding == "utf-8" or text[0] in "\ufeff\0":
        return
    assert decode(data)[0] == text


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_an_error(data: bytes) -> None:
    """No bytes crash the ladder, and the map leads every character to a byte of the input, in order."""
    try:
        found, _ = normalized(data, "x")
    except ReadError:
        return
    places = [found.offsets.to_source(i) for i in range(len(found.text) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(data)
    found.text.encode()


@pytest.mark.parametrize(("char", "size"), [('"', 50_000_000), ("“", 50_000_000), ("\r\n", 1_000_000)])
@pytest.mark.timeout(100)
def test_a_large_file_of_one_character_passes(char: str, size: int) -> None:
    """A hostile file of 50 MB is decoded whole, within the time limit."""
    data = b"x" + char.encode() * (size // len(char.encode()))
    found, _ = normalized(data, "x")
    assert len(found.text) >= size // 3
