"""Clock times that only what stands beside them shows: hours beside a day or its part."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from workbench.extract.quantities.draft import Draft
from workbench.extract.quantities.edtf import DateExpression

_MIDNIGHT = 24
_NOON = "T12:00"


def in_part(part: DateExpression, time: DateExpression, low: str) -> DateExpression | None:
    """The hours that are named after their part of the day: *nachmittags von 3 bis 5 Uhr*."""
    if low[part.end] == "," or not (part.clock and part.deictic and part.low) or time.deictic:
        return None
    if not (time.clock and time.low and time.high):
        return None
    if part.low >= _NOON and time.high < _NOON:
        first, last = (f"T{int(end[1:3]) + 12:02d}{end[3:]}" for end in (time.low, time.high))
        return replace(time, start=part.start, low=first, high=last)
    return replace(time, start=part.start)


def whole(value: object) -> int | None:
    """A stated number that is whole; None for any other."""
    return int(value) if isinstance(value, Decimal) and value == int(value) else None


def as_hours(draft: Draft) -> DateExpression | None:
    """A range of small numbers as two hours; only beside a day does it mean that."""
    low, high = whole(draft.low), whole(draft.high)
    if (
        draft.bound != "range"
        or draft.unit not in ("count", "hour")
        or (draft.noun and draft.unit == "count")
    ):
        return None
    if low is None or high is None or not 0 <= low < high <= _MIDNIGHT:
        return None
    first, last = (f"T{end % _MIDNIGHT:02d}:00" for end in (low, high))
    return DateExpression(draft.start, draft.end, None, first, last, clock=True)
