"""Web pages: the article's text and its title, author, outlet and date (needs the ``html`` extra).

The date is read here, not by trafilatura: its date finder completes ``2022-01`` with today's day of the month.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any

from workbench.errors import ReadError
from workbench.model import Article
from workbench.readers.base import Read, Reader, field
from workbench.readers.dates import edtf
from workbench.readers.decoding import normalized, suspicions
from workbench.text.normalize import normalize

MAX_PAGE = 20_000_000
"""Largest page that is read; what is larger is no article, and its tree would fill the memory."""
_SCAN = 2_000_000
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s{0,5}=\s{0,5}[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,50})?(?:<!--[^>]{0,500}-->\s{0,50})?"
    rb"<(?:!doctype\s{1,5}html|html|head|body|article)\b",
    re.IGNORECASE,
)
_JSON_LD = re.compile(r'"datePublished"\s{0,5}:\s{0,5}"([^"]{4,40})"')
_URL_DATE = re.compile(r"/((?:19|20)\d{2})/(\d{1,2})(?:/(\d{1,2}))?/")
_META_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "publish-date", "publishdate",
    "publication_date", "pubdate", "article.published", "date",
)  # fmt: skip
"""Names of ``meta`` elements that give the date of publication, the surest first."""


class _Dates(HTMLParser):
    """Collects what a page says of its date of publication."""

    def __init__(self) -> None:
        super().__init__()
        self.metas: dict[str, str] = {}
        self.times: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a ``meta`` or ``time`` element."""
        if tag not in ("meta", "time"):
            return
        found = {key: value or "" for key, value in attrs}
        if tag == "time":
            self.times.append(found.get("datetime", ""))
            return
        for key in ("property", "name", "itemprop"):
            if key in found:
                self.metas.setdefault(found[key].lower(), found.get("content", ""))


def published(page: str, url: str | None, guess: str | None) -> str | None:
    """The date of publication as precise as the page gives it.

    Args:
        page: the markup.
        url: canonical address, which may hold the date.
        guess: a full date found by other means, taken only when the page has all its parts.

    """
    scanned = _Dates()
    scanned.feed(page[:_SCAN])
    linked = _JSON_LD.search(page, 0, _SCAN)
    stated = [
        linked[1] if linked else "",
        *(scanned.metas.get(name, "") for name in _META_DATES),
        *scanned.times[:1],
    ]
    for value in stated:
        if value and (found := edtf(value)):
            return found
    in_url = _URL_DATE.search(url or "")
    if in_url:
        return edtf("-".join(part for part in in_url.groups() if part))
    return guess if guess and _stands_in(guess, page) else None


def _stands_in(day: str, page: str) -> bool:
    """Whether the page has day and year near each other, so that the day is no invention."""
    year, _month, number = day.split("-")
    spelled = rf"{day}|\b0?{int(number)}\b[^<>]{{1,15}}\b{year}\b|\b0?{int(number)}[./-]\d{{1,2}}[./-]{year}"
    return re.search(spelled, page[:_SCAN]) is not None


def read(data: bytes, name: str) -> Iterator[Read]:
    """The article of the page; its text is taken out of the markup, so there is no map to the bytes."""
    if len(data) > MAX_PAGE:
        raise ReadError(
            f"{name}: is larger than {MAX_PAGE // 1_000_000} MB, no web page", "save its text as .txt"
        )
    declared = _CHARSET.search(data[:4096])
    found, encoding = normalized(data, name, declared[1].decode("ascii", "replace") if declared else None)
    document = _extracted(found.text, name)
    text = normalize(str(document.get("text") or "")).text
    if not text.strip():
        raise ReadError(
            f"{name}: has no article text that can be told from the page around it", "save it as .txt"
        )
    url = field(document.get("url"))
    yield Article(
        name=name,
        text=text,
        sha256=sha256(data).hexdigest(),
        published=published(found.text, url, document.get("date")),
        title=field(document.get("title")),
        outlet=field(document.get("sitename")),
        author=field(document.get("author")),
        url=url,
        reader="html",
        encoding=encoding,
        repairs=suspicions(text),
    )


def _extracted(page: str, name: str) -> dict[str, Any]:
    """What trafilatura makes of the page."""
    try:
        from trafilatura import bare_extraction  # noqa: PLC0415 - costs 0.3 s and is an extra
    except ImportError as error:
        raise ReadError(
            f"{name}: reading HTML needs the html extra", "pip install 'claim-workbench[html]'"
        ) from error
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # lxml's, about code of trafilatura
            found = bare_extraction(
                page,
                with_metadata=True,
                include_comments=False,
                date_extraction_params={"extensive_search": False, "original_date": True},
            )
    except Exception as error:  # whatever a broken page does to it, the other files go on
        raise ReadError(f"{name}: is broken HTML: {type(error).__name__}", "save its text as .txt") from error
    return {} if found is None else found if isinstance(found, dict) else found.as_dict()


READER = Reader(
    name="html",
    description="Web pages (html extra): the article's text, title, author, outlet, date and address.",
    suffixes=(".html", ".htm", ".xhtml"),
    sniff=lambda head, _name: _START.match(head) is not None,
    read=read,
)
