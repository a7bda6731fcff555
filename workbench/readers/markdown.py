"""Markdown, stored as it is; front matter gives date, title, author, outlet, language and address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256

from workbench.errors import ReadError
from workbench.model import Article, Span
from workbench.readers.base import Read, Reader, field
from workbench.readers.decoding import normalized, suspicions
from workbench.readers.frontmatter import article_fields, front_matter

_HEADING = re.compile(r"\s{0,200}#[ \t]{1,4}(\S.{0,1000})")
_TOP = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n(?:[^\n]{0,400}\n){0,60}?---[ \t]*\r?(?:\n|\Z)")


def read(data: bytes, name: str) -> Iterator[Read]:
    """The file as one article; the front matter stays in the text, and finders skip it."""
    found, encoding = normalized(data, name)
    values, start = front_matter(found.text)
    if not found.text[start:].strip():
        raise ReadError(f"{name}: has front matter and no text after it", "nothing to read in it")
    fields, repairs = article_fields(values)
    heading = _HEADING.match(found.text, start)
    if not fields["title"] and heading:
        fields["title"] = field(heading[1].rstrip("# \t"))
    yield Article(
        name=name,
        text=found.text,
        sha256=sha256(data).hexdigest(),
        body=Span(start, len(found.text)) if start else None,
        reader="markdown",
        encoding=encoding,
        repairs=(*found.repairs, *repairs, *suspicions(found.text)),
        offsets=found.offsets,
        **fields,
    )


READER = Reader(
    name="markdown",
    description="Markdown; front matter gives title, date, author, outlet, url and lang.",
    suffixes=(".md", ".markdown"),
    sniff=lambda head, _name: _TOP.match(head) is not None,
    read=read,
)
