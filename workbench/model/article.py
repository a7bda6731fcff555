"""One document, as it is stored."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import blake2b

from workbench.model.offsets import OffsetMap
from workbench.model.span import Span


def short_id(prefix: str, *parts: object) -> str:
    """A stable id: ``prefix`` and 12 hexadecimal digits of BLAKE2b over the parts."""
    digest = blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=6)
    return f"{prefix}{digest.hexdigest()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A document whose text never changes after import; a changed file is another article."""

    name: str
    """File name, or the id given in the input; what people call the article by."""
    text: str
    """The stored text: newlines are ``\\n``, no NUL, no lone surrogates."""
    sha256: str
    """Hex digest of the source bytes (of the row's text for JSON Lines)."""
    lang: str = "und"
    """ISO 639-1 code, ``und`` while unknown."""
    published: str | None = None
    """Publication date in EDTF, no more precise than the source: ``2022-01``."""
    title: str | None = None
    """Headline."""
    outlet: str | None = None
    """Newspaper, agency or site."""
    author: str | None = None
    """By-line."""
    url: str | None = None
    """Address the article came from; text, never followed."""
    body: Span | None = None
    """What the finders read; None means all of the text. A header is stored but skipped."""
    reader: str = "text"
    """Name of the reader that made the text."""
    encoding: str = "utf-8"
    """Encoding the source bytes were decoded with."""
    repairs: tuple[str, ...] = ()
    """What was mended at import, in words."""
    offsets: OffsetMap = field(default_factory=lambda: OffsetMap(()))
    """Back to the source bytes; empty where the reader rewrites the text (HTML)."""

    @property
    def id(self) -> str:
        """``a`` and 12 hexadecimal digits, from the hash of the source: the same bytes are the same article."""
        return short_id("a", self.sha256)

    @property
    def span(self) -> Span:
        """What the finders read."""
        return self.body or Span(0, len(self.text))
