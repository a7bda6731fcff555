"""Plain text, stored as it is; a first line ``date 2022-01`` gives the publication date."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from workbench.errors import ReadError
from workbench.model import Article, Span
from workbench.readers.base import Read, Reader
from workbench.readers.dates import header
from workbench.readers.decoding import normalized, suspicions


def read(data: bytes, name: str) -> Iterator[Read]:
    """The file as one article; its text is the file's, so that offsets are the same."""
    found, encoding = normalized(data, name)
    published, start = header(found.text)
    if start == len(found.text):
        raise ReadError(f"{name}: has a date and no text after it", "nothing to read in it")
    yield Article(
        name=name,
        text=found.text,
        sha256=sha256(data).hexdigest(),
        published=published,
        body=Span(start, len(found.text)) if start else None,
        reader="text",
        encoding=encoding,
        repairs=(*found.repairs, *suspicions(found.text)),
        offsets=found.offsets,
    )


READER = Reader(
    name="text",
    description="Plain text; a header ` date 2022-01 ` at the start gives the publication date.",
    suffixes=(".txt", ".text"),
    sniff=lambda _head, _name: False,  # whatever nobody else claims
    read=read,
)
