"""Publication dates as sources write them, in EDTF and never more precise than the source."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate

_ISO = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:[T ]\d{1,2}:.{0,40}|[T ]?Z)?", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}.{0,10})?", re.ASCII)
_MAX = 80
_HEADER = re.compile(r"\s{0,20}date:?[ \t]{1,4}(\d{4}(?:-\d{2}){0,2})(?!\S)\s{0,20}", re.ASCII)


def edtf(value: str) -> str | None:
    """A date in EDTF with the precision it is written in; None for what is no date.

    Reads ISO 8601 dates and times (``2022``, ``2022-01``, ``20220118``, ``2022-01-18T09:30:00+01:00``) and mail dates
    (``Tue, 18 Jan 2022 09:30:00 GMT``). A time is dropped: the day is as the source's own clock has it.
    """
    text = value.strip()
    if not text or len(text) > _MAX:
        return None
    match = _COMPACT.fullmatch(text) or _ISO.fullmatch(text)
    if match:
        return _joined(*match.groups())
    mailed = parsedate(text)
    return _joined(*(str(part) for part in mailed[:3])) if mailed else None


def _joined(year: str, month: str | None = None, day: str | None = None) -> str | None:
    """The parts in EDTF, if they make a date of the calendar."""
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join([year.zfill(4), *(part.zfill(2) for part in (month, day) if part)])


def header(text: str) -> tuple[str | None, int]:
    """The date of a header `` date 2022-01 `` at the start, and where the text after it starts."""
    match = _HEADER.match(text)
    published = edtf(match[1]) if match else None
    return (published, match.end()) if match and published else (None, 0)
