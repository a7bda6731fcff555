"""Datelines: the place, agency or time before the first sentence of a report, which nobody says."""

from __future__ import annotations

import re

from workbench.model import Span

_OPENING = 600
"""How far into an article a dateline of a place alone may stand, in code points."""
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_AGENCY = re.compile(
    rf"(?:{_CAPITAL}[\w.’'/-]{{1,30}}(?:,? {{1,2}}[\w.’'/-]{{1,20}}){{0,5}},? )?"
    rf"\({_CAPITAL}?[\w./ -]{{2,30}}\) ?(?:--|[-–—]) (?=\S)"
)
_PLACE = re.compile(
    rf"{_CAPITAL}[\w.’'/-]{{2,30}}(?:[ ,]{{1,2}}{_CAPITAL}[\w.’'/-]{{1,20}}){{0,3}} [-–—] (?=\W?{_CAPITAL})"
)
_TIME = re.compile(r"\d{1,2}[:.]\d\d(?: uur| Uhr)? [-–—] (?=\S)")


def after_dateline(text: str, span: Span) -> int:
    """Where a paragraph says something: behind its dateline, or at its start where it has none."""
    patterns = (_AGENCY, _TIME, _PLACE) if span.start < _OPENING else (_AGENCY, _TIME)
    for pattern in patterns:
        match = pattern.match(text, span.start, span.end)
        if match is not None:
            return match.end()
    return span.start
