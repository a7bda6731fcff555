"""Clock times that only what stands beside them shows: hours beside a day or its part."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from workbench.extract.quantities.draft import Draft
from workbench.extract.quantities.edtf import DateExpression

_MIDNIGHT = 24
_NOON = "T12:00"
_TIME = r"([01]?\d|2[0-3])\.([0-5]\d)"
_DOTTED_ENDS = re.compile(rf"\D*{_TIME}\D{{1,12}}{_TIME}(?:\D.*)?\Z").match


def in_part(part: DateExpression, time: DateExpression, low: str) -> DateExpression | None:
    """The hours that are named after their part of the day: *nachmittags von 3 bis 5 Uhr*."""
    if low[part.end] == "," or not (part.clock and part.deictic and part.low) or time.deictic:
        return None
    if not time.clock or time.start < part.end:
        return None
    return replace(after_noon(time) if part.low >= _NOON else time, start=part.start)


def after_noon(time: DateExpression) -> DateExpression:
    """The time twelve hours later where it is said as before noon."""
    if (time.high or time.value or _NOON) >= _NOON:
        return time
    value, first, last = (
        f"T{int(end[1:3]) + 12:02d}{end[3:]}" if end else None for end in (time.value, time.low, time.high)
    )
    return replace(time, value=value, low=first, high=last)


def before_part(draft: Draft, part: DateExpression, low: str) -> DateExpression | None:
    """Two hours with their part of the day behind them: *tussen drie en vijf uur 's middags*."""
    time = as_hours(draft, low) if part.clock and part.value is None and part.deictic and part.low else None
    if time is None or part.low is None:
        return None
    return replace(after_noon(time) if part.low >= _NOON else time, end=part.end)


def whole(value: object) -> int | None:
    """A stated number that is whole; None for any other."""
    return int(value) if isinstance(value, Decimal) and value == int(value) else None


def as_hours(draft: Draft, low: str) -> DateExpression | None:
    """A range of small numbers as two hours; only beside a day does it mean that."""
    if (
        draft.bound != "range"
        or draft.unit not in ("count", "hour")
        or (draft.noun and draft.unit == "count")
    ):
        return None
    if dotted := _DOTTED_ENDS(low[draft.start : draft.end]):
        first, last = f"T{int(dotted[1]):02d}:{dotted[2]}", f"T{int(dotted[3]):02d}:{dotted[4]}"
        return DateExpression(draft.start, draft.end, None, first, last, clock=True)
    least, most = whole(draft.low), whole(draft.high)
    if least is None or most is None or not 0 <= least < most <= _MIDNIGHT:
        return None
    first, last = (f"T{end % _MIDNIGHT:02d}:00" for end in (least, most))
    return DateExpression(draft.start, draft.end, None, first, last, clock=True)
