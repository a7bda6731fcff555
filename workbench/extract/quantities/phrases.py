"""What belongs to a date or duration around it: *eind deze week*, *drie jaar geleden*, *maandag om 10.00 uur*."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.extract.quantities.edtf import Reference, ymd
from workbench.extract.quantities.patterns import alternation, ending
from workbench.languages.schema.calendar import CalendarTable

_SPACE = r"[ \u00a0\u202f]{1,2}\n?"
_TAIL = 40
_CLAUSE = 60
_ABBREVIATED = 10


@dataclass(frozen=True, slots=True)
class Around:
    """A duration with the words that place it in time."""

    start: int
    """Where the phrase begins."""
    end: int
    """Where it ends."""
    direction: int
    """-1 for the past (*geleden*), 1 for the future (*over*), 0 when the words do not say how far."""


class PhraseReader:
    """Looks left and right of dates and durations for the words that belong to them."""

    def __init__(self, table: CalendarTable) -> None:
        small = alternation(table.small)
        parts = alternation(table.parts)
        self._lead = ending(
            [*table.parts, *table.small, *table.lead],
            rf"(?<!\w)(?:(?:{parts})(?:{_SPACE}|-)(?:(?:{small})(?:{_SPACE}|(?<=['’]))){{0,2}}|(?:{alternation(table.lead)})(?:{_SPACE}|(?<=['’])))",
        )
        self._weekday = re.compile(rf"(?<!\w)(?:{alternation(table.short_weekdays)})\.?,?{_SPACE}\Z").search
        steps = [*table.previous, *table.current, *table.next, *table.every, *table.ranks]
        lead = alternation([*table.lead, *table.small])
        counted = alternation(table.every_counted)
        self._steps = ending(
            [*steps, *table.every_counted],
            rf"(?<!\w)(?:(?:(?:{lead}){_SPACE})?(?:{alternation(steps)})|{counted}){_SPACE}",
        )
        inner = alternation([*table.previous, *table.current, *table.next])
        self._inside = re.compile(rf"{_SPACE}(?:{inner})[ \u00a0](?=\w)").match
        self._every = ending(table.every)
        self._ahead = ending(table.ahead)
        self._record = re.compile(
            rf"(?<!\w)(?:{alternation(table.records)})(?:{_SPACE}[\w-]{{1,20}}){{0,3}}{_SPACE}\Z"
        ).search
        self._before = ending(table.ago_before)
        self._ago = re.compile(rf"{_SPACE}(?:{alternation(table.ago)})(?!\w)").match
        self.compared = ending(table.compared)
        """Finds the word before a date that makes it what something is compared with."""
        self._after_unit = table.after_unit
        self._behind = re.compile(rf"{_SPACE}(?P<word>{alternation(table.after_unit)})(?!\w)").match
        self._hence = re.compile(rf"{_SPACE}(?:{alternation(table.ahead_behind)})(?!\w)").match
        self._later = re.compile(
            rf"{_SPACE}(?:{alternation([*table.ahead_after, *table.after_unit])})(?!\w)"
        ).match

        articles = alternation([*table.lead, *table.small])
        self._anchor = re.compile(
            rf"{_SPACE}(?P<word>{alternation(table.anchors)})(?:{_SPACE}|(?<=['’]))(?:(?:{articles}){_SPACE})?(?=\w)"
        ).match
        self._anchors = table.anchors

    def anchor(self, low: str, end: int) -> Around | None:
        """Where the day begins that a duration is counted from: *twee dagen na Kerst*."""
        found = self._anchor(low, end)
        return Around(found.end(), found.end(), self._anchors[found["word"]]) if found else None

    def behind(self, low: str, end: int) -> Around | None:
        """The word behind a day that tells whether it is past: *3 mei jongstleden*, *le 3 mai prochain*."""
        found = self._behind(low, end)
        return Around(end, found.end(), self._after_unit[found["word"]]) if found else None

    def ahead_start(self, low: str, start: int, floor: int) -> int:
        """Where a duration begins with *over* or *in* before it."""
        found = self._ahead(low[max(floor, start - _TAIL) : start])
        return start - len(found.group()) if found else start

    def date_start(self, low: str, start: int, floor: int) -> int:
        """Where a date begins with the part of the period that is named before it."""
        found = self._lead(low[max(floor, start - _TAIL) : start])
        return start - len(found.group()) if found else start

    def weekday_start(self, low: str, start: int, floor: int) -> int:
        """Where a day begins with its weekday abbreviated before it: *wo 5 januari*."""
        found = self._weekday(low[max(floor, start - _ABBREVIATED) : start])
        return start - len(found.group()) if found else start

    def every_start(self, low: str, start: int, floor: int) -> int | None:
        """Where *elke* before a repeated date begins."""
        found = self._every(low[max(floor, start - _TAIL) : start])
        return start - len(found.group()) if found else None

    def step_inside(self, low: str, end: int) -> int:
        """Where the unit begins when *komende* stands between it and the number: *de 2 komende dagen*."""
        found = self._inside(low, end)
        return found.end() - 1 if found else end

    def around(self, low: str, start: int, end: int, floor: int) -> Around | None:
        """The words that place the duration between ``start`` and ``end`` in time."""
        tail = low[max(floor, start - _TAIL) : start]
        if found := self._ago(low, end):
            return Around(start, found.end(), -1)
        if found := self._hence(low, end):
            return Around(start, found.end(), 1)
        if found := self._before(tail):
            return Around(start - len(found.group()), end, -1)
        if found := self._steps(tail):
            return Around(start - len(found.group()), end, 0)
        if found := self._later(low, end):
            return Around(start, found.end(), 0)
        if found := self._ahead(tail):
            begin = start - len(found.group())
            stood = self._record(low[max(floor, begin - _CLAUSE) : begin])
            return Around(start, end, 0) if stood else Around(begin, end, 1)
        return None


def distant(reference: Reference, unit: str, count: int) -> str | None:
    """The date so many units from the publication, as precise as the unit; None where that is not known."""
    if abs(count) > 9999:
        return None
    if unit == "year" and reference.year is not None and 0 < reference.year + count < 10000:
        return ymd(reference.year + count)
    if unit == "month" and reference.year is not None and reference.month is not None:
        return reference.months_from(count)
    if unit in ("week", "day") and reference.exact is not None:
        return reference.days_from(count * (7 if unit == "week" else 1))
    return None
