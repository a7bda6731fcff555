"""Posts of social media: the words, the name, the handle, the date."""

from __future__ import annotations

import re

from workbench.extract.quotation.drafts import Draft
from workbench.extract.quotation.units import Unit
from workbench.model import Span
from workbench.segment import Block

_TAIL = re.compile(
    r"\s*[—–-]\s{0,2}(?P<name>[^\n—–()]{1,80}?)\s{0,2}\((?P<handle>@\w{1,30})\)(?P<date>[^\n]{0,40})$"
)
_LINK = re.compile(r"(?:\s*(?:https?://\S{1,200}|pic\.twitter\.com/\w{1,30}|t\.co/\w{1,30}))+\s*$")
_TAIL_LENGTH = 200


def read_post(text: str, block: Block, index: int) -> Draft | None:
    """The post that a block holds; None without a signature."""
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
    unit = Unit(block.span, block, index, first=True)
    draft = Draft("post", start, stop, unit, "post")
    draft.source = Span(*tail.span("name"))
    draft.date = tail.group("date").strip() or None
    return draft
