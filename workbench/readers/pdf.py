"""PDF files with a text layer (needs the ``pdf`` extra)."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Mapping
from hashlib import sha256

from workbench.errors import ReadError
from workbench.model import Article
from workbench.readers.base import Read, Reader, field
from workbench.readers.decoding import suspicions
from workbench.readers.paragraphs import rejoin
from workbench.text.normalize import normalize

MAX_PAGES = 2000
"""Pages that are read; what is longer is a book."""
MAX_CHARS = 20_000_000
"""Characters that are taken out: some bytes of a page can be drawn any number of times."""


def read(data: bytes, name: str) -> Iterator[Read]:
    """The text of all pages; lines are joined to paragraphs, so there is no map to the bytes.

    The file's own dates are when it was made, not when the article appeared, and are left out.
    """
    lines, fields, repairs = _extracted(data, name)
    text = normalize(rejoin(lines)).text
    if not text.strip():
        raise ReadError(f"{name}: has no text layer", "run it through OCR first")
    yield Article(
        name=name,
        text=text,
        sha256=sha256(data).hexdigest(),
        title=fields.get("title"),
        author=fields.get("author"),
        reader="pdf",
        encoding="binary",
        repairs=(*repairs, *suspicions(text)),
    )


def _extracted(data: bytes, name: str) -> tuple[list[str], dict[str, str | None], tuple[str, ...]]:
    """Lines of all pages, title and author, and what was left out."""
    try:
        from pypdf import PdfReader  # noqa: PLC0415 - costs 0.3 s and is an extra
    except ImportError as error:
        raise ReadError(
            f"{name}: reading PDF needs the pdf extra", "pip install 'claim-workbench[pdf]'"
        ) from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it reports every small fault on standard error
    lines: list[str] = []
    size = 0
    repairs: tuple[str, ...] = ()
    try:
        document = PdfReader(io.BytesIO(data))
        if document.is_encrypted and not document.decrypt(""):
            raise ReadError(f"{name}: is protected by a password", "save it without")
        for number, page in enumerate(document.pages, 1):
            found = page.extract_text() or ""
            size += len(found)
            if number > MAX_PAGES or size > MAX_CHARS:
                repairs = (f"text after page {number - 1} left out: too long",)
                break
            lines.extend(found.split("\n"))
        info: Mapping[str, object] = document.metadata or {}
        fields = {"title": field(info.get("/Title")), "author": field(info.get("/Author"))}
    except ReadError:
        raise
    except Exception as error:  # whatever a broken file does to it, the other files go on
        raise ReadError(
            f"{name}: is a broken PDF: {type(error).__name__}", "save its text as .txt"
        ) from error
    return lines, fields, repairs


READER = Reader(
    name="pdf",
    description="PDF with a text layer (pdf extra): text, title, author; lines are joined to paragraphs.",
    suffixes=(".pdf",),
    sniff=lambda head, _name: head.startswith(b"%PDF-"),
    read=read,
    binary=True,
)
