"""Lines of an article and what each of them is: paragraph, heading, caption, post, by-line, list entry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from workbench.languages.base import Language
from workbench.languages.schema.segmentation import Segmentation
from workbench.model import Span
from workbench.segment.columns import BlockKind, Spans, column

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_HANDLE = re.compile(r"[—–-] {0,2}[^\n—–]{1,80}\(@\w{1,30}\)|pic\.twitter\.com/\w+|\bt\.co/\w+")
_BULLET = re.compile(r"[•▪‣*·◦] {0,4}\S|\d{1,2}[.)] {1,4}\S")
_AGENCY = re.compile(r" [-–—|/] {0,2}(?:[A-Z]{2,8}|[A-Z][\w’'-]{1,20})(?:[/ ][A-Z][\w’'-]{1,20}){0,3}\)?$")
_FINAL = re.compile(r"[.!?…:;,]['\"”’“»›)\]]{0,3}$")
_DATE_LINE = re.compile(
    r"(?:\D{0,20}\d{1,2}[ ./-]\w{1,12}[ ./-]\d{4}|\d{4}-\d\d-\d\d)[,| \d:.h-]{0,20}\w{0,4}$"
)
HEADING_LENGTH = 120
"""Longer lines are paragraphs, with or without a final stop."""
CAPTION_LENGTH = 400
"""Longer lines are no captions."""


@dataclass(frozen=True)
class _Starts:
    caption: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    reference: tuple[str, ...] = ()


@cache
def _starts(language: Language) -> _Starts:
    table = language.table("segmentation", Segmentation)
    if table is None:
        return _Starts()
    return _Starts(table.caption_starts, table.credits, table.byline_starts, table.reference_starts)


def lines(text: str, span: Span) -> Spans:
    """Every line with something on it, without outer white space."""
    starts, ends = column(), column()
    for match in _LINE.finditer(text, span.start, min(span.end, len(text))):
        starts.append(match.start())
        ends.append(match.end())
    return Spans(starts, ends)


def kind_of(line: str, language: Language, *, alone: bool) -> BlockKind:
    """What a line is.

    Args:
        line: the line without outer white space.
        language: whose by-line and caption words count.
        alone: whether it is the article's only line, which then is what the article says, not a heading.
    """
    if _is_post(line[-300:]):
        return "post"
    if alone:
        return "paragraph"
    starts, low = _starts(language), line[:60].lower()
    if len(line) <= CAPTION_LENGTH and _is_caption(line, low, starts):
        return "caption"
    if len(line) > HEADING_LENGTH:
        return "list" if _BULLET.match(line) else "paragraph"
    final = bool(_FINAL.search(line[-5:]))
    if not final and (low.startswith(starts.byline) or _DATE_LINE.match(line)) and len(line) <= 80:
        return "header"
    if low.startswith(starts.reference):
        return "heading"
    if _BULLET.match(line) or (line[0] in "-–" and not final):
        return "list"
    return "paragraph" if final or line[0].islower() else "heading"


def _is_post(tail: str) -> bool:
    """Whether a line ends like a post: with a handle or a link."""
    return ("(@" in tail or "t.co/" in tail or "pic.twitter.com/" in tail) and bool(_HANDLE.search(tail))


def _is_caption(line: str, low: str, starts: _Starts) -> bool:
    """A picture's text: it begins like one, or ends with who made the picture."""
    if starts.caption and low.startswith(starts.caption):
        return True
    if _AGENCY.search(line[-60:]) and len(line) > 12:
        return True
    tail = line.rsplit(None, 4)[1:] if len(line) > 12 else []
    at = next(
        (i for i, word in enumerate(tail) if word.strip("()").lower().rstrip(":") in starts.credits), None
    )
    return at is not None and at < len(tail) - 1 and all(w.strip("()")[:1].isupper() for w in tail[at:])
