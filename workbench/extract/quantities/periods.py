"""Periods with a name: *zomer 2015*, *Goede Vrijdag*, *Q3 2021*, *week 12*, *de jaren negentig*, *le XXe siècle*."""

from __future__ import annotations

import re

from workbench.extract.quantities.edtf import UNPLACED, DateExpression, Reference, halved, week_of, ymd
from workbench.extract.quantities.holidays import holiday, placed
from workbench.extract.quantities.patterns import alternation, ending, merged, opening
from workbench.languages.schema.calendar import CalendarTable

_SPACE = r"[ \u00a0\u202f]{1,2}\n?"
_YEAR = r"(?P<year>(?:1\d|20)\d\d)"
_QUARTERS = 32
_ROMAN = {"i": 1, "v": 5, "x": 10}


class PeriodReader:
    """Reads such periods of one language.

    Args:
        table: the calendar.
        ordinals: ordinal words, for centuries.
    """

    def __init__(self, table: CalendarTable, ordinals: dict[str, int]) -> None:
        self._table, self._ordinals = table, ordinals
        joins = alternation([*table.of, *table.small])
        year = rf"(?:,?{_SPACE}(?:(?:{joins}){_SPACE})?{_YEAR})?(?!\w)"
        self._season = re.compile(rf"(?P<season>{alternation(table.seasons)}){year}").match
        self._season_before = ending(table.season_before)
        weekend = alternation(word for word, unit in table.units.items() if unit == "weekend")
        parts = rf"(?:{_SPACE}(?:(?P<weekend>{weekend})|(?:{alternation(table.day_parts)})))?"
        self._named = re.compile(rf"(?P<name>{alternation(table.named)})(?!\w){parts}{year}").match
        halves = alternation(table.halves)
        self._half = re.compile(rf"(?:{halves})(?P<half>[12])(?!\w){year}").match
        fiscal = alternation(table.fiscal)
        self._fiscal = re.compile(rf"(?:{fiscal})(?:{_YEAR}|['’]?(?P<short>\d\d))(?![\w]|[.,:]\d)").match
        quarters = alternation(table.quarters)
        self._quarter = re.compile(rf"(?:{quarters})(?P<quarter>[1-4])(?!\w){year}").match
        self._year_before = re.compile(rf"(?<!\w){_YEAR}[ \u00a0-]\Z").search
        self._weeks = [word for word, unit in table.units.items() if unit == "week"]
        weeks = alternation(self._weeks)
        ordered = rf"(?:{alternation(table.day_suffixes)}){_SPACE}(?:{alternation(table.calendar_weeks)})"
        self._week_behind = re.compile(rf"(?P<week>[1-4]?\d|5[0-3]){ordered}{year}").match
        opened = rf"(?:(?:{weeks}){_SPACE}|(?:{alternation(table.calendar_weeks)}))"
        self._week = re.compile(rf"{opened}(?P<week>[1-4]?\d|5[0-3]){year}(?![.,:/-]\d)").match
        weekends = [word for word, unit in table.units.items() if unit == "weekend"]
        self._week_of = re.compile(
            rf"(?:(?P<week>{weeks})|(?:{alternation([*table.day_parts, *weekends])})){_SPACE}"
            rf"(?:{alternation([*table.of, *table.lead])}){_SPACE}(?:(?:{alternation(table.lead)}){_SPACE})?(?=\w)"
        ).match
        suffix = rf"(?:{alternation(table.decade_suffixes)}){'?' if table.decade_bare else ''}"
        digits = rf"(?:['’]?(?P<tens>\d)0|(?P<full>1\d|20)(?P<ten>\d)0){suffix}"
        named = rf"(?P<word>{alternation(table.decades)})(?:{alternation(table.decade_tails)})?"
        self._decade = re.compile(
            rf"(?:{alternation(table.decade_before)}){_SPACE}(?:{named}|{digits})(?!\w)"
        ).match
        centuries = alternation(table.centuries)
        marks = alternation(table.day_suffixes)
        self._century = re.compile(
            rf"(?:(?P<word>{alternation(ordinals)})|(?P<roman>x{{0,2}}(?:i{{1,3}}|iv|vi{{0,3}}|ix)?)(?:{marks})?){_SPACE}(?:{centuries})(?!\w)"
        ).match

    def starts(self) -> dict[str, str]:
        """Every word such a period can begin with, and the pattern that must follow it."""
        table = self._table
        starts = dict.fromkeys([*table.seasons, *table.named], r"(?!\w)")
        numbered = (dict.fromkeys(letters, r"(?=[1-4](?!\w))") for letters in (table.quarters, table.halves))
        starts = merged(starts, *numbered, dict.fromkeys(table.fiscal, r"(?=['’]?\d)"))
        starts |= dict.fromkeys(table.calendar_weeks, r"(?=\d|[ \u00a0]\d)")
        starts |= dict.fromkeys(
            (week for week in self._weeks if week not in starts),
            rf"(?=[ \u00a0](?:\d|{opening([*table.of, *table.lead])}))",
        )
        of = rf"(?=[ \u00a0]{opening([*table.of, *table.lead])})"
        parts = [*table.day_parts, *(word for word, unit in table.units.items() if unit == "weekend")]
        starts |= dict.fromkeys((part for part in parts if part not in starts), of)
        starts |= dict.fromkeys(table.decade_before, rf"(?={_SPACE}['’]?(?:\d|{alternation(table.decades)}))")
        century = rf"(?={_SPACE}{opening(table.centuries)})"
        starts |= dict.fromkeys((word for word in self._ordinals if table.centuries), century)
        return starts | (
            dict.fromkeys("ivx", rf"[ivx]{{0,4}}[^\W\d]{{0,3}}{century}") if table.romans else {}
        )

    def part_of(self, low: str, start: int) -> tuple[int, bool] | None:
        """Where the day begins of which a part is named, or else the week: *morning of May 3*, *week of May 3*."""
        found = self._week_of(low, start)
        return (found.end(), found["week"] is not None) if found else None

    def read(self, low: str, start: int, floor: int, reference: Reference) -> DateExpression | None:
        """The period at ``start``."""
        return (
            self._of_season(low, start, floor, reference)
            or self.named(low, start, reference)
            or self._of_number(low, start, reference)
            or self.years(low, start)
        )

    def _of_season(self, low: str, start: int, floor: int, reference: Reference) -> DateExpression | None:
        match = self._season(low, start)
        if match is None:
            return None
        stated = match["year"]
        needed = bool(self._table.season_before) and not stated
        if needed and not self._season_before(low[max(floor, start - 20) : start]):
            return None
        season = self._table.seasons[match["season"]]
        year = int(stated) if stated else reference.season_year(season)
        return DateExpression(start, match.end(), ymd(year, season), deictic=not stated)

    def numbered(self, low: str, start: int, reference: Reference) -> DateExpression | None:
        """The period that begins with digits: *1. Weihnachtstag*, *12. Kalenderwoche*."""
        found = self.named(low, start, reference)
        return found or (self._of_number(low, start, reference) if self._week_behind(low, start) else None)

    def named(self, low: str, start: int, reference: Reference) -> DateExpression | None:
        """A day of the year that has a name: *Goede Vrijdag*, *1. Weihnachtstag*."""
        match = self._named(low, start)
        if match is None:
            return None
        rule, stated = self._table.named[match["name"]], match["year"]
        value = holiday(rule, int(stated)) if stated else placed(rule, None, reference)
        if match["weekend"] and (ends := _weekend(value)):
            return DateExpression(start, match.end(), None, *ends, not stated)
        return DateExpression(start, match.end(), value, deictic=not stated)

    def _of_number(self, low: str, start: int, reference: Reference) -> DateExpression | None:
        """A quarter or week by its number."""
        if match := self._quarter(low, start):
            before = None if match["year"] else self._year_before(low[max(0, start - 5) : start])
            year = match["year"] or (before["year"] if before else reference.years_from(0))
            begin = start - len(before.group()) if before else start
            value = f"{year}-{_QUARTERS + int(match['quarter'])}"
            return DateExpression(begin, match.end(), value, deictic=not (match["year"] or before))
        if match := self._fiscal(low, start):
            return DateExpression(start, match.end(), match["year"] or f"20{match['short']}")
        if (match := self._half(low, start)) and match["year"]:
            ends = halved(match["year"], int(match["half"]) - 1)
            return DateExpression(start, match.end(), None, *(ends or ()))
        if match := self._week(low, start) or self._week_behind(low, start):
            known = int(match["year"]) if match["year"] else reference.year
            low_end, high_end = (week_of(known, int(match["week"])) if known else None) or (None, None)
            return DateExpression(start, match.end(), None if low_end else UNPLACED, low_end, high_end)
        return None

    def years(self, low: str, start: int) -> DateExpression | None:
        """A decade, or a century whose number is no digits."""
        if match := self._decade(low, start):
            if match["full"]:
                value = f"{match['full']}{match['ten']}X"
            else:
                tens = match["tens"] or str(self._table.decades[match["word"]] // 10)
                value = f"{'20' if tens in '01' else '19'}{tens}X"
            return DateExpression(start, match.end(), value, deictic=not (match["tens"] or match["full"]))
        match = self._century(low, start)
        number = self._ordinals.get(match["word"] or "") or _roman(match["roman"] or "") if match else 0
        if match is None or not 0 < number <= 21 or not (match["word"] or self._table.romans):
            return None
        return DateExpression(start, match.end(), f"{number - 1:02d}XX")


def _weekend(day: str) -> tuple[str, str] | None:
    """The days off around a feast, from Saturday to Monday or from the feast to Sunday; None for no whole day."""
    here = Reference.parse(day)
    week = here.week(0)
    if week is None:
        return None
    if day == week[0]:
        return here.days_from(-2), day
    return min(day, Reference.parse(week[1]).days_from(-1)), week[1]


def _roman(numeral: str) -> int:
    """The value of a small Roman numeral."""
    values = [_ROMAN[letter] for letter in numeral]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
