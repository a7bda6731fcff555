"""Dates that stand side by side made one: weekday, day and clock time, two ends, a word that bounds them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbench.extract.quantities.chains import ChainJoiner
from workbench.extract.quantities.date_ranges import comparable
from workbench.extract.quantities.draft import Draft, of_date
from workbench.extract.quantities.edtf import DateExpression, possible
from workbench.extract.quantities.hours import as_hours, before_part, in_part, whole
from workbench.extract.quantities.patterns import alternation, ending
from workbench.languages.schema.calendar import CalendarTable
from workbench.languages.schema.numbers import Ranges
from workbench.model import BOUNDS, Bound

_SPACE = r"[ \u00a0\u202f]{1,2}\n?"
_GAP = r"[ \u00a0\u202f]{0,2}"
_TAIL = 40
_MIDNIGHT = 24
_LEAD = 6
_MONTHS = 12
_SPANS = frozenset({"year", "month", "week", "day"})
_DOTTED = re.compile(r"(\d{1,2})\.([0-5]\d)").fullmatch
_FULL_DAY = re.compile(r"(?:\d{4}|X{4})-\d\d-\d\d").fullmatch
_DAY = re.compile(r"(?:\d{4}|X{4})-(?:\d\d|XX)-(?:\d\d|XX)").fullmatch


class DateLinker:
    """Joins the dates of one language that belong together."""

    def __init__(self, table: CalendarTable, ranges: Ranges) -> None:
        days = alternation(table.weekdays)
        self._weekday = re.compile(rf"(?:[^\W\d_]+{_SPACE}){{0,2}}(?:{days})(?:[- ]?[^\W\d_]+)?\Z").match
        middles = [middle for _, middle in ranges.around]
        joins = alternation([*ranges.infix, *middles])
        self._join = re.compile(
            rf"{_SPACE}(?P<word>{joins}){_SPACE}(?:(?:{alternation(table.lead)}){_SPACE})?|{_GAP}(?P<dash>[-–—]){_GAP}"
        ).match
        self._openers = {
            opener: frozenset(m for o, m in ranges.around if o == opener) for opener, _ in ranges.around
        }
        articles = alternation([*table.lead, *table.small])
        self._open = ending(
            [*self._openers, *table.lead, *table.small],
            rf"(?<!\w)(?P<word>{alternation(self._openers)}){_SPACE}(?:(?:{articles}){_SPACE})?",
        )
        self._inside = re.compile(rf"(?P<word>{alternation(self._openers)}){_SPACE}").match
        self._middles = frozenset(middles) - frozenset(ranges.infix)
        self._bounds: dict[str, Bound] = {}
        for bound in BOUNDS:
            self._bounds |= dict.fromkeys(getattr(table.bounds, bound, ()), bound)
        self._bound = ending(
            [*self._bounds, *table.lead, *table.small],
            rf"(?<!\w)(?P<word>{alternation(self._bounds)}){_SPACE}(?:(?:{articles}){_SPACE})?",
        )
        self._unbounded = re.compile(rf"(?<!\w)(?:{alternation(table.not_bounds)})\Z").search
        links = alternation([*table.links, *table.clock.before, *self._bounds])
        self._link = re.compile(rf"(?:,?{_SPACE}|,)(?:(?:{links}){_SPACE}){{0,2}}").fullmatch
        self._before_hour = frozenset(table.clock.before)
        self._at = ending(table.clock.before)
        lead = alternation([*table.lead, *table.small])
        ranks = alternation([*table.ranks, *table.previous])
        self._ranked = re.compile(rf"(?:(?:{lead}){_SPACE})?(?:{ranks}){_SPACE}").match
        self._of = re.compile(rf"{_SPACE}(?:{alternation([*table.of, *table.small])}){_SPACE}").fullmatch
        self._month_first = table.month_first
        self._chains = ChainJoiner(table)

    def linked(self, drafts: Sequence[Draft], text: str, low: str) -> Iterator[Draft]:
        """The drafts in order, those that are parts of one date made one."""
        if all(draft.date is None for draft in drafts):
            yield from drafts
            return
        last: Draft | None = None
        for draft in self._chained(drafts, low):
            if last is not None and (whole := self._range(last, draft, low)):
                last = whole
                continue
            if last is not None:
                yield self._bounded(last, text, low)
            last = draft
        if last is not None:
            yield self._bounded(last, text, low)

    def _chained(self, drafts: Sequence[Draft], low: str) -> Iterator[Draft]:
        """Days, weekdays and clock times side by side as one; figures that are hours or days by what they stand beside."""
        chain: list[DateExpression] = []
        held: list[Draft] = []
        date: DateExpression | None
        for draft in drafts:
            near = bool(held) and self._link(low[held[-1].end : draft.start]) is not None
            date = draft.date or (self._as_date(chain[-1], draft, low) if chain and near else None)
            date = date or (self._at_hour(draft, low) if chain and near else None)
            if chain and near and date is not None and (timed := in_part(chain[-1], date, low)):
                chain[-1], held[-1] = timed, of_date(timed)
                continue
            if chain and near and date is not None and self._chains.fits(chain, date, low):
                chain.append(date)
                held.append(draft)
                continue
            if not chain and held and draft.date and (part := self._part_of(held[-1], draft.date, low)):
                chain, held = [part], [of_date(part)]  # *de eerste drie dagen van mei*
                continue
            if not chain and near and date is not None and (timed := before_part(held[-1], date, low)):
                chain, held = [timed], [of_date(timed)]
                continue
            beside = date if date is not None and not date.clock and date.value else None
            if (
                not chain
                and near
                and beside
                and (clock := as_hours(held[-1], low) or self._at_hour(held[-1], low))
            ):
                chain, held = [clock, beside], [held[-1], draft]  # *tussen 3 en 5 op 1 januari*
                continue
            yield from self._chains.combined(chain, held, low)
            chain, held = [draft.date] if draft.date else [], [draft]
        yield from self._chains.combined(chain, held, low)

    def _as_date(self, before: DateExpression, draft: Draft, low: str) -> DateExpression | None:
        """A figure right behind a day that is part of the date: *maandag 21*, *vandaag van vijf tot zeven*."""
        if before.clock and before.value is None:
            return as_hours(draft, low)  # *morgens von 5 bis 7*
        if before.clock or before.value is None or not _DAY(before.value):
            return None
        if draft.bound == "range":
            if self._weekday(low[before.start : before.end]) and (day := self._day_month(draft, low)):
                return day
            return as_hours(draft, low)
        return self._one_value(before, draft, low)

    def _one_value(self, before: DateExpression, draft: Draft, low: str) -> DateExpression | None:
        """One number right behind a day: its hour, or the day of the month."""
        if (dotted := _DOTTED(low, draft.start, draft.end)) and int(dotted[1]) <= _MIDNIGHT:
            told = draft.unit == "count" and draft.noun is None and _FULL_DAY(before.value or "")
            return _clock(draft, int(dotted[1]), int(dotted[2])) if told else None
        value = whole(draft.value)
        if draft.bound != "exact" or value is None or before.value is None:
            return None
        if draft.unit == "hour" and 0 < value <= _MIDNIGHT and low[before.end] in " ,\u00a0":
            return _clock(draft, value)
        plain = draft.unit == "count" and low[draft.start : draft.end].isdecimal()
        if (
            not (plain or draft.unit == "ordinal")
            or not 1 <= value <= 31
            or not self._weekday(low[before.start : before.end])
        ):
            return None
        month = int(before.value[5:7]) if before.value[5:7].isdecimal() else 1
        known = before.value[:8] if possible(month, value) else f"{before.value[:5]}XX-"
        return DateExpression(draft.start, draft.end, f"{known}{value:02d}")

    def _part_of(self, draft: Draft, date: DateExpression, low: str) -> DateExpression | None:
        """So many units of a period, no finer than the period: *the last two days of this month*."""
        if draft.unit not in _SPANS or draft.date is not None or not self._of(low[draft.end : date.start]):
            return None
        return replace(date, start=draft.start) if self._ranked(low, draft.start) else None

    def _at_hour(self, draft: Draft, low: str) -> DateExpression | None:
        """A bare number after *at* or *om*; only beside a day is it an hour."""
        hour, minute = whole(draft.value), 0
        if dotted := _DOTTED(low, draft.start, draft.end):
            hour, minute = int(dotted[1]), int(dotted[2])
        hedged = draft.hedge is not None and draft.hedge.lower() in self._before_hour
        bare = draft.unit == "count" and draft.noun is None and (hedged or draft.bound == "exact")
        if not bare or hour is None or not 0 < hour <= _MIDNIGHT:
            return None
        if not hedged and not self._at(low[max(0, draft.start - _TAIL) : draft.start]):
            return None
        return _clock(draft, hour, minute)

    def _day_month(self, draft: Draft, low: str) -> DateExpression | None:
        """*maandag 11-4*: day and month where the language writes them so; two hours where it does not."""
        first, dash, last = low[draft.start : draft.end].partition("-")
        if self._month_first or not dash or not first.isdecimal() or not last.isdecimal():
            return None
        if int(last) > _MONTHS or not possible(int(last), int(first)):
            return None
        return DateExpression(draft.start, draft.end, f"XXXX-{int(last):02d}-{int(first):02d}")

    def _range(self, first: Draft, last: Draft, low: str) -> Draft | None:
        """Two dates with *tot* or a dash between them as one range."""
        early, late = first.date, last.date
        if early is None or late is None or early.value is None or late.value is None:
            return None
        join = self._join(low, early.end)
        if join is None or not late.start <= join.end() <= late.start + _LEAD or early.clock != late.clock:
            return None
        opener = self._open(low[max(0, early.start - _TAIL) : early.start])
        inside = self._inside(low, early.start)
        if inside and join["word"] in self._openers[inside["word"]]:
            opener = None
        elif join["word"] in self._middles and not (opener and join["word"] in self._openers[opener["word"]]):
            return None
        if join["dash"] and not opener and not early.deictic and not early.clock:
            return None  # *1933 - 1939* between brackets is a life or two columns as often as a range
        if not comparable(early.value, late.value) and not (early.deictic and late.deictic):
            return None
        start = early.start - len(opener.group()) if opener else early.start
        deictic, begins = early.deictic and late.deictic, early.value
        if deictic and not early.clock and begins > late.value and begins[:4].isdecimal():
            begins = f"{int(late.value[:4]) - (begins[4:] > late.value[4:]):04d}{begins[4:]}"
        return of_date(DateExpression(start, late.end, None, begins, late.value, deictic, early.clock))

    def _bounded(self, draft: Draft, text: str, low: str) -> Draft:
        """A date with the word that bounds it: *sinds 2014*, *before Friday*; a bare hour with *om*."""
        date = draft.date
        if date is None:
            return draft
        start = date.start
        tail = low[max(0, start - _TAIL) : start]
        at = self._at(tail) if date.clock else None
        found = self._bound(tail) or (self._bound(tail[: at.start()]) if at else None)
        if found and self._unbounded(tail[: found.end("word")]):
            found = None
        if found and (date.value is not None or not date.clock):
            begin = start - len(tail) + found.start()
            hedge = text[begin : begin + len(found["word"])]
            return of_date(replace(date, start=begin, bound=self._bounds[found["word"]], hedge=hedge))
        if at and not any(c.isdecimal() for c in low[start : date.end]):
            return of_date(replace(date, start=start - len(at.group())))
        return draft


def _clock(draft: Draft, hour: int, minute: int = 0) -> DateExpression:
    """The draft as a time of the day."""
    return DateExpression(draft.start, draft.end, f"T{hour % _MIDNIGHT:02d}:{minute:02d}", clock=True)
