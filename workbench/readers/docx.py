"""Word documents (.docx), with the standard library: a zip of XML, both read within limits."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, ParseError

from workbench.errors import ReadError
from workbench.model import Article
from workbench.readers.base import Read, Reader, field
from workbench.readers.decoding import suspicions
from workbench.text.normalize import normalize

MAX_PART = 50_000_000
"""Largest part that is unpacked: 195 kB can unpack to 200 MB and more."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_BODY = "word/document.xml"
_CORE = "docProps/core.xml"
_SKIPPED = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_MC}Fallback"})
_CHARACTERS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}


def read(data: bytes, name: str) -> Iterator[Read]:
    """The paragraphs of the document, one a line; changes that are marked as deleted are left out.

    The file's own dates are when it was written, not when the article appeared, and are left out.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            body = _part(archive, _BODY, name)
            core = _part(archive, _CORE, name) if _CORE in archive.namelist() else None
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise ReadError(
            f"{name}: is no Word document, or a broken one", "save it again as .docx or .txt"
        ) from error
    text = normalize("\n".join(_paragraphs(body))).text
    if not text.strip():
        raise ReadError(f"{name}: is empty", "there is no text in the document")
    yield Article(
        name=name,
        text=text,
        sha256=sha256(data).hexdigest(),
        title=_property(core, "title"),
        author=_property(core, "creator"),
        reader="docx",
        encoding="binary",
        repairs=suspicions(text),
    )


def _part(archive: zipfile.ZipFile, part: str, name: str) -> Element:
    """The tree of one part of the archive."""
    with archive.open(part) as file:
        data = file.read(MAX_PART + 1)
    if len(data) > MAX_PART:
        raise ReadError(f"{name}: unpacks to more than {MAX_PART // 1_000_000} MB", "save its text as .txt")
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
        raise ReadError(
            f"{name}: declares XML entities, which no Word document does", "save its text as .txt"
        )
    try:
        # Entities are refused above, so that the parser has nothing to expand.
        return ElementTree.fromstring(data)  # noqa: S314
    except ParseError as error:
        raise ReadError(f"{name}: is a broken Word document: {error}", "save it again") from error


def _paragraphs(root: Element) -> Iterator[str]:
    """Text of each paragraph in the order of the document; nesting is walked without recursion."""
    pieces: list[str] = []
    stack: list[tuple[Element, bool]] = [(root, False)]
    while stack:
        element, closing = stack.pop()
        if closing:
            yield "".join(pieces)
            pieces = []
            continue
        if element.tag in _SKIPPED:
            continue
        if element.tag == f"{_W}t":
            pieces.append(element.text or "")
        pieces.append(_CHARACTERS.get(element.tag, ""))
        if element.tag == f"{_W}p":
            stack.append((element, True))
        if element.tag != f"{_W}pPr":
            stack.extend((child, False) for child in reversed(element))
    if any(pieces):
        yield "".join(pieces)


def _property(core: Element | None, key: str) -> str | None:
    return field(core.findtext(f"{_DC}{key}")) if core is not None else None


READER = Reader(
    name="docx",
    description="Word documents: the paragraphs, title and author.",
    suffixes=(".docx",),
    sniff=lambda head, _name: (
        head.startswith(b"PK\x03\x04") and (b"[Content_Types].xml" in head or b"word/" in head)
    ),
    read=read,
    binary=True,
)
