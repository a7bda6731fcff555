"""Posts of social media: the words, the name, the handle, the date."""

from __future__ import annotations

import re

from workbench.extract.quantities.edtf import possible, ymd
from workbench.extract.quotation.drafts import Draft
from workbench.extract.quotation.units import Unit
from workbench.languages.base import LANGUAGES
from workbench.languages.schema.calendar import CalendarTable
from workbench.model import Span

_TAIL = re.compile(
    r"\s*[—–-]\s{0,2}(?P<name>[^\n—–()]{1,80}?)\s{0,2}\((?P<handle>@\w{1,30})\)(?P<date>[^\n]{0,40})$"
)
_LINK = re.compile(r"(?:\s*(?:https?://\S{1,200}|pic\.twitter\.com/\w{1,30}|t\.co/\w{1,30}))+\s*$")
_TAIL_LENGTH = 200


_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})\.?\s(?P<month>[^\W\d_]{3,12})\.?,?\s(?P<year>\d{4})")
_MONTH_FIRST = re.compile(r"(?P<month>[^\W\d_]{3,12})\.?\s(?P<day>\d{1,2}),?\s(?P<year>\d{4})")


def read_post(text: str, unit: Unit, lang: str) -> Draft | None:
    """The post that a paragraph holds; None without a signature.

    Args:
        text: the article.
        unit: the whole paragraph.
        lang: the article's language, in which the date stands whatever the language of the post.
    """
    block = unit.block
    floor = max(block.span.start, block.span.end - _TAIL_LENGTH)
    tail = _TAIL.search(text, floor, block.span.end)
    if tail is None:
        return None
    stop = tail.start()
    link = _LINK.search(text, max(block.span.start, stop - _TAIL_LENGTH), stop)
    if link is not None:
        stop = link.start()
    start = block.span.start
    if stop <= start:
        return None
    draft = Draft("post", start, stop, unit, "post")
    draft.source = Span(*tail.span("name"))
    draft.date = next(
        (d for d in (_date(tail.group("date"), code) for code in (lang, block.lang)) if d), None
    )
    return draft


def _date(words: str, lang: str) -> str | None:
    """The EDTF date of a signature."""
    table = LANGUAGES.load(lang).table("calendar", CalendarTable) if lang in LANGUAGES.names() else None
    match = _DAY_FIRST.search(words) or _MONTH_FIRST.search(words)
    if table is None or match is None:
        return None
    name = match["month"].lower()
    month = table.months.get(name) or table.short_months.get(name)
    day, year = int(match["day"]), int(match["year"])
    return ymd(year, month, day) if month and possible(month, day, year) else None
