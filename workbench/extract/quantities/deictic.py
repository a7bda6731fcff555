"""Dates that only the publication date can place: *gisteren*, *vorige maand*, *afgelopen donderdag*, *de jaren negentig*."""

from __future__ import annotations

import re
from dataclasses import replace

from workbench.extract.quantities.date_ranges import DateRanges
from workbench.extract.quantities.dates import DateReader
from workbench.extract.quantities.edtf import UNPLACED, DateExpression, Reference, halved, ymd
from workbench.extract.quantities.holidays import holiday, placed
from workbench.extract.quantities.nights import NightReader
from workbench.extract.quantities.patterns import alternation, ending, heads, merged, opening
from workbench.extract.quantities.periods import PeriodReader
from workbench.languages.schema.calendar import CalendarTable

_SPACE = r"[ \u00a0\u202f]{1,2}\n?"
_FRIDAY = 5
_DAY_DASHES = 2
_MAY = 5
_MONTH = re.compile(r"\d{4}-(?:0\d|1[0-2])").fullmatch


class DeicticReader:
    """Reads dates in words of one language."""

    def __init__(
        self, table: CalendarTable, dates: DateReader, ranges: DateRanges, periods: PeriodReader
    ) -> None:
        self._table, self._periods, self._ranges = table, periods, ranges
        self.nights = NightReader(table, dates)
        """Nights from one day to the next."""
        self._months = table.months | table.short_months
        steps = (table.previous, -1), (table.current, 0), (table.next, 1)
        self._unplaced = frozenset([*table.every, *table.same])
        self._step = {word: step for words, step in steps for word in words}
        self._step |= table.after_unit | table.further
        months = {month for month in self._months if len(month) > 3 or table.months.get(month) == _MAY}
        nouns = [*table.units, *table.weekdays, *table.seasons, *table.named, *months]
        things = alternation([*nouns, *table.hours])
        parts = rf"(?:-?(?:{alternation(table.day_parts)})s?|{_SPACE}(?:{alternation(table.day_parts)}))?"
        parts += rf"(?:{_SPACE}(?:{alternation(table.day_tails)}))?"
        tails = rf"(?:{alternation(table.unit_tails)})?"
        behind = rf"(?:{_SPACE}(?P<behind>{alternation(table.after_unit)}))"
        before = [*table.previous, *table.current, *table.next, *table.further, *table.every, *table.same]
        self._stepped = re.compile(
            rf"(?P<step>{alternation(before)}){_SPACE}(?P<thing>{things}){tails}{parts}(?!\w)"
        ).match
        self._behind = re.compile(rf"(?P<thing>{things}){behind}{tails}(?!\w)").match
        self._weekday = re.compile(
            rf"(?P<day>{alternation(table.weekdays)})(?:\.(?=,|[ \u00a0]\d))?{parts}(?!\w)"
        ).match
        self._day = re.compile(rf"(?P<day>{alternation(table.days)}){parts}(?!\w)").match
        self._compile_rest(things, tails)
        self._dates = dates
        self.starts = self._starts(before, nouns)
        """Every word such a date can begin with, and the pattern that must follow it."""
        self._begins = heads(self.starts)

    def _compile_rest(self, things: str, tails: str) -> None:
        """What stands without a step: days with names, ranks, parts of a unit, a neighbouring unit."""
        table = self._table
        steps_on = alternation([*table.previous, *table.next])
        self._own = re.compile(
            rf"(?P<thing>{alternation(table.own)})(?:{_SPACE}(?P<year>(?:19|20)\d\d))?(?![\w-])"
        ).match
        self._fixed = re.compile(
            rf"(?!(?:{alternation(table.not_repeated)})(?!\w))"
            rf"(?:{alternation([*table.unplaced, *table.repeated])})(?!\w)(?!{_SPACE}(?:{steps_on})(?!\w))"
        ).match
        others = alternation([*table.ranks, *table.every_other])
        self._each = re.compile(
            rf"(?:{alternation(table.every)}){_SPACE}(?:(?:{others}){_SPACE}(?:{things})|(?:{alternation(table.day_parts)})s?"
            rf"|(?:\d{{1,2}}|[^\W\d_]{{2,10}}){_SPACE}(?:{alternation(table.weekdays)}))(?!\w)"
        ).match
        small = rf"(?:(?:{alternation(table.small)})(?:{_SPACE}|(?<=['’]))){{0,2}}"
        units = alternation(table.units)
        self._part = re.compile(
            rf"(?:{alternation(table.parts)}){_SPACE}{small}(?:(?:{alternation(self._step)}){_SPACE})?(?P<thing>{units}){tails}(?!\w)(?!{_SPACE}(?:['’]?\d?\d?\d0|{alternation(table.decades)})(?!\d))"
        ).match
        ranks = rf"(?:(?P<rank>{alternation(table.ranks)})|(?P<number>\d{{1,2}})(?:{alternation(table.day_suffixes)}))"
        self._ranked = re.compile(
            rf"{ranks}{_SPACE}(?P<thing>{units}|{alternation(table.weekdays)})(?!\w)"
            rf"(?:(?P<of>{_SPACE}(?:(?:{alternation([*table.of, *table.small])})(?:{_SPACE}|(?<=['’]))){{0,2}})(?=\w))?"
        ).match
        neighbours = alternation(table.neighbours)
        articles = rf"(?:(?:{alternation([*table.lead, *table.small])})(?:{_SPACE}|(?<=['’])))?"
        self._neighbour = re.compile(
            rf"{articles}(?P<word>{neighbours})(?:{_SPACE}|(?<=['’])){articles}(?=\w)"
        ).match
        self._definite = re.compile(rf"(?P<thing>{alternation(table.definite)})(?![\w-])").match
        self._definite_before = ending(table.lead)
        self._bare = re.compile(rf"(?P<thing>{units})(?!\w)").match

    def _starts(self, before: list[str], things: list[str]) -> dict[str, str]:
        table = self._table
        behind = rf"(?={_SPACE}{opening(table.after_unit)})"
        whole = [*table.unplaced, *table.repeated]
        every = [*table.ranks, *table.every_other]
        return merged(
            dict.fromkeys(
                before, rf"(?={_SPACE}{opening([*things, *every, *table.hours, *table.day_parts])})"
            ),
            dict.fromkeys(
                [*table.units, *table.hours, *table.weekdays, *table.seasons, *self._months], behind
            ),
            dict.fromkeys(table.parts, rf"(?={_SPACE}{opening([*table.small, *self._step, *table.units])})"),
            dict.fromkeys(table.ranks, rf"(?={_SPACE}{opening([*table.units, *table.weekdays])})"),
            dict.fromkeys([*whole, *table.definite, *table.own], r"(?![\w])"),
            dict.fromkeys(
                [*table.neighbours, *table.nights_before, *(before for before, _ in table.nights)],
                rf"(?={_SPACE}|['’])",
            ),
            dict.fromkeys([*table.weekdays, *table.days], ""),
            self._periods.starts(),
        )

    def read(self, low: str, start: int, floor: int, reference: Reference) -> DateExpression | None:
        """The date in words at ``start``."""
        numbered = low[start].isdecimal()
        if not numbered and not self._begins(low, start):
            return None
        if numbered and (found := self._periods.numbered(low, start, reference)):
            return found
        if (match := self._ranked(low, start)) and (ranked := self._of_rank(low, match, reference)):
            return ranked
        if numbered:
            return None
        if match := self._stepped(low, start) or self._behind(low, start):
            return self._moved(match, reference)
        if match := self._part(low, start):
            behind = self._behind(low, match.start("thing"))
            found = self._moved(behind or match, reference)
            return replace(found, start=start) if found else None
        return (
            self._periods.read(low, start, floor, reference)
            or self.nights.read(low, start, reference)
            or self._week_around(low, start, floor, reference)
            or self._beside(low, start, floor, reference)
            or self._on_day(low, start, reference)
            or self._unplaced_at(low, start)
        )

    def _unplaced_at(self, low: str, start: int) -> DateExpression | None:
        match = self._fixed(low, start) or self._each(low, start)
        return DateExpression(start, match.end(), UNPLACED, deictic=True) if match else None

    def _week_around(self, low: str, start: int, floor: int, reference: Reference) -> DateExpression | None:
        """*the week of May 3*: Monday to Sunday around a day; *the morning of May 3* is no finer than the day."""
        found = self._periods.part_of(low, start)
        if found is None:
            return None
        begin, whole_week = found
        day = self._ranges.read(low, begin, floor, reference) or self._periods.read(
            low, begin, floor, reference
        )
        if not whole_week and day and day.value is None and not day.clock:
            return replace(day, start=start)
        if not whole_week:
            return replace(day, start=start) if day and day.value and not day.clock else None
        ends = Reference.parse(day.value).week(0) if day and day.value and "X" not in day.value else None
        return DateExpression(start, day.end, None, *ends) if day and ends else None

    def _beside(self, low: str, start: int, floor: int, reference: Reference) -> DateExpression | None:
        """A day beside one that is named, *de dag voor Kerst*, or a unit that its article places: *het weekend*."""
        if (match := self._neighbour(low, start)) and match.end() < len(low):
            at = match.end()
            day = self._dates.read(low, at, reference) or self._periods.read(low, at, floor, reference)
            day = day or self._on_day(low, at, reference)
            if day is not None and not day.clock and day.value and day.value.count("-") == _DAY_DASHES:
                value = Reference.parse(day.value).days_from(self._table.neighbours[match["word"]])
                return DateExpression(start, day.end, UNPLACED if "X" in day.value else value, deictic=True)
        if (match := self._definite(low, start)) and self._definite_before(
            low[max(floor, start - 24) : start]
        ):
            here = reference.exact
            step = -1 if here and here.isoweekday() < _FRIDAY else 0
            found = DateExpression(start, match.end(), None, deictic=True)
            return self._unit(found, self._table.units[match["thing"]], step, reference)
        return None

    def _moved(self, match: re.Match[str], reference: Reference) -> DateExpression | None:
        """*vorige week*, *mardi prochain*; *elke* and *dezelfde* leave open which."""
        word = match.groupdict().get("step") or match.groupdict().get("behind") or ""
        if word in self._unplaced:
            return DateExpression(match.start(), match.end(), UNPLACED, deictic=True)
        return self._placed(match, match["thing"], self._step.get(word, 0), reference)

    def _on_day(self, low: str, start: int, reference: Reference) -> DateExpression | None:
        """A weekday or *gisteren*."""
        if match := self._weekday(low, start):
            number = self._table.weekdays[match["day"]]
            return DateExpression(start, match.end(), reference.weekday(number), deictic=True)
        if match := self._own(low, start):
            if match["year"]:
                return DateExpression(start, match.end(), match["year"])
            found = DateExpression(start, match.end(), None, deictic=True)
            return self._unit(found, self._table.own[match["thing"]], 0, reference)
        if match := self._day(low, start):
            value = reference.days_from(self._table.days[match["day"]])
            return DateExpression(start, match.end(), value, deictic=True)
        return None

    def _of_rank(self, low: str, match: re.Match[str], reference: Reference) -> DateExpression | None:
        """*de eerste week van 2015*, *derde kwartaal*: no finer than the period it is part of."""
        begin = match.end()
        whole = self._dates.read(low, begin, reference) if begin < len(low) else None
        if whole is None and begin < len(low) and self._table.units.get(match["thing"]) == "half":
            whole = self._periods.years(low, begin)
        whole = whole or self._dates.month_at(low, begin, reference)
        stepped = (self._stepped(low, begin) or self._behind(low, begin)) if whole is None else None
        if stepped and stepped.groupdict().get("step") not in self._unplaced:
            whole = self._moved(stepped, reference)
        elif whole is None and match["of"] and (bare := self._bare(low, begin)):
            whole = self._placed(bare, bare["thing"], 0, reference)
        unit = self._table.units.get(match["thing"])
        quarter = unit == "quarter"
        number = int(match["number"]) if match["number"] else self._table.ranks[match["rank"]]
        if whole is None or whole.value is None:
            end = match.start("thing") + len(match["thing"])
            if unit not in ("quarter", "half") or number == -1 or match["thing"] in self._table.shares:
                return None
            whole = DateExpression(match.start(), end, reference.years_from(0), deictic=True)
        assert whole.value is not None
        year, value = whole.value[:4], whole.value
        if quarter and 1 <= number <= 4:
            value = f"{year}-{32 + number}"
        elif match["thing"] in self._table.weekdays and _MONTH(value) and number <= 4:
            value = holiday(f"{value[5:]}-{self._table.weekdays[match['thing']]}#{number}", int(year))
        found = DateExpression(match.start(), whole.end, value, deictic=whole.deictic)
        ends = halved(whole.value, int(number != 1)) if unit == "half" and number in (1, 2, -1) else None
        return replace(found, value=None, low=ends[0], high=ends[1]) if ends else found

    def _placed(
        self, match: re.Match[str], thing: str, step: int, reference: Reference
    ) -> DateExpression | None:
        """A unit, weekday, month or season with *vorige*, *deze* or *volgende*."""
        found = DateExpression(match.start(), match.end(), None, deictic=True)
        value: str | None = None
        if thing in self._table.weekdays:
            value = reference.weekday(self._table.weekdays[thing], step)
        elif thing in self._months:
            month = self._months[thing]
            year = reference.month_year(month) if step == 0 else _stepped_year(month, step, reference)
            value = ymd(year, month)
        elif thing in self._table.hours:
            value = UNPLACED
        elif thing in self._table.named:
            value = placed(self._table.named[thing], step, reference)
        elif thing in self._table.seasons:
            season = self._table.seasons[thing]
            value = ymd(reference.season_year(season, step), season)
        else:
            return self._unit(found, self._table.units[thing], step, reference)
        return DateExpression(found.start, found.end, value, deictic=True)

    @staticmethod
    def _unit(found: DateExpression, unit: str, step: int, reference: Reference) -> DateExpression | None:
        low = high = value = None
        if unit == "day":
            value = reference.days_from(step)
        elif unit == "month":
            value = reference.months_from(step)
        elif unit == "year":
            value = reference.years_from(step)
        elif unit in ("week", "weekend"):
            low, high = reference.week(step) or (None, None)
            if unit == "weekend" and high:
                low = Reference.parse(high).days_from(-1)
            value = None if low else reference.coarse("XXXX-XX-XX")
        elif unit == "quarter":
            value = _quarter(step, reference)
        elif unit == "half":
            value = reference.years_from(0)
        elif unit == "decade":
            value = "XXXX" if reference.year is None else f"{(reference.year + 10 * step) // 10:03d}X"
        else:
            value = "XXXX" if reference.year is None else f"{(reference.year - 1) // 100 + step:02d}XX"
        return DateExpression(found.start, found.end, value, low, high, deictic=True)


def _stepped_year(month: int, step: int, reference: Reference) -> int | None:
    """The year of *vorige mei*, *volgende mei*, *vorletzten Mai*."""
    if reference.year is None:
        return None
    here = reference.month or month
    if step < 0:
        return reference.year - (1 if month >= here else 0) + step + 1
    return reference.year + (1 if month <= here else 0) + step - 1


def _quarter(step: int, reference: Reference) -> str:
    """EDTF quarter (33 to 36) so many quarters from the publication."""
    if reference.year is None or reference.month is None:
        return reference.coarse("XXXX")
    index = reference.year * 4 + (reference.month - 1) // 3 + step
    return f"{index // 4:04d}-{33 + index % 4}"
