"""Date expressions in a text: calendar dates, and their two ends where they make a range."""

from __future__ import annotations

import re
from dataclasses import replace

from workbench.extract.quantities.clock import ClockReader
from workbench.extract.quantities.day_numbers import DayNumberReader
from workbench.extract.quantities.edtf import DateExpression, Reference, possible, ymd
from workbench.extract.quantities.patterns import alternation, ending, heads
from workbench.extract.quantities.ranked_days import RankedDayReader
from workbench.extract.quantities.short_dates import ShortDateReader
from workbench.languages.schema.calendar import CalendarTable

_SPACE = r"[ \u00a0\u202f]{1,2}\n?"
_GAP = r"[ \u00a0\u202f]{0,2}"
_NO_MORE = r"(?![\w]|[.,:/-]\d)"
_YEAR = r"(?:1[0-9]|20)\d\d"
_MONTHS = 12
_QUARTERS = 32

_ISO = re.compile(
    r"(?P<year>\d{4})(?:([-/])(?P<mon>\d{2})\2(?P<day>\d{2})(?!\d)|(?P<sep>[/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?![./]?\d))"
).match
_NUMERIC = re.compile(r"(?P<a>\d{1,2})([-/.])(?P<b>\d{1,2})\2(?P<y>['’]?\d{2}|\d{4})(?![\w.,]?\d|\w)").match
_YEAR_NUMBER = re.compile(rf"(?P<year>{_YEAR})-(?P<mon>0[1-9]|1[0-2]){_NO_MORE}").match
_NUMBER_YEAR = re.compile(rf"(?P<mon>0?[1-9]|1[0-2])[-/](?P<year>{_YEAR}){_NO_MORE}").match
_PAIR = re.compile(rf"(?P<year>{_YEAR})(?P<sep>[/-])(?P<next>\d\d){_NO_MORE}").match
_YEAR_ALONE = re.compile(rf"(?P<year>{_YEAR})(?![\w])(?![.,:/]\d)").match
_ERA_YEAR = re.compile(r"\d{1,4}(?![\w]|[.,:]\d)").match


class DateReader:
    """Reads calendar dates of one language."""

    def __init__(
        self, table: CalendarTable, clock: ClockReader, brief: ShortDateReader, ranks: RankedDayReader
    ) -> None:
        self._table, self._clock, self._brief = table, clock, brief
        self.ranks = ranks
        """Days by their rank."""
        self._days = DayNumberReader(table, brief.openers)
        self._months = table.months | table.short_months
        dot = rf"(?:\.(?={_GAP}['’]?\d|{_GAP}[,;)]|[ \u00a0][^\W\d_]))?"
        self._heads = frozenset(name[:3] for name in self._months)
        self._month_begins = heads(self._months)
        month = rf"(?P<month>{alternation(self._months)}){dot}"
        plain = rf"(?P<month>{alternation(table.months)})"
        of = rf"(?:{_GAP}(?:{alternation(table.of)}){_GAP}|{_GAP}[,/-]{_GAP}|{_SPACE})"
        suffix = rf"(?:{alternation(table.day_suffixes)})?"
        year = rf"(?P<year>{_YEAR})"
        short = r"['’](?P<short>\d\d)"
        tail = rf"(?:{of}(?:{year}|{short}){_NO_MORE})?(?![\w])"
        tight = r"\." if "." in table.day_suffixes else r"(?!)"
        self._day_month = re.compile(rf"(?P<day>\d{{1,2}})(?:{suffix}{of}|{tight}){month}{tail}").match
        self._tail = re.compile(rf"{of}{month}{tail}").match
        later = rf",?{_SPACE}(?:(?:{alternation(table.of)}){_SPACE})?{year}"
        self._month_day = re.compile(
            rf"{month}[ /\u00a0]\n?(?P<day>\d{{1,2}}){suffix}(?:{later})?(?![\w]|[.,:/]\d|-\d\d\d)"
        ).match
        self._dashed = re.compile(
            rf"{month}(?P<sep>[-/])(?:(?P<day>\d{{1,2}})(?P=sep){year}|(?P<first>{_YEAR})(?P=sep)(?P<last>\d{{1,2}})){_NO_MORE}"
        ).match
        self._month_year = re.compile(rf"{month}{of}(?:{year}|{short}){_NO_MORE}").match
        self._month = re.compile(rf"{plain}(?!\w)").match
        self._short_month = re.compile(rf"(?P<month>{alternation(table.short_months)})(?!\w)").match
        self._behind = re.compile(rf"{_SPACE}(?:{alternation(table.after_unit)})(?!\w)").match
        self._month_before = re.compile(
            rf"(?<!\w)(?:{alternation(table.month_before)})(?:{_SPACE}|-)\Z"
        ).search
        self._year_quarter = re.compile(
            rf"{year}[ \u00a0-]?(?:{alternation(table.quarters)})(?P<quarter>[1-4])(?!\w)"
        ).match
        self._comma = re.compile(rf",?{_SPACE}(?:(?:{alternation(table.of)}){_SPACE})?").match
        self._decade = re.compile(
            rf"(?P<century>1\d|20)?(?P<tens>\d)0(?:{alternation(table.decade_suffixes)})(?!\w)"
        ).match
        self._era = re.compile(rf"(?P<year>\d{{1,4}}){_GAP}(?P<era>{alternation(table.eras)})(?!\w)").match
        self._century_era = re.compile(rf"{_GAP}(?P<era>{alternation(table.eras)})(?!\w)").match
        self._era_before = ending(table.era_before)
        self._century = re.compile(
            rf"(?P<n>\d{{1,2}}){suffix}(?:{_SPACE}|-)(?:{alternation(table.centuries)})(?!\w)"
        ).match

    def starts(self) -> dict[str, str]:
        """Every word a calendar date can begin with, and the pattern that must follow it."""
        return dict.fromkeys(self._months, r"(?!\w)")

    def begins(self, low: str, start: int) -> bool:
        """Whether a calendar date or a time may begin at ``start``: a quick look before :meth:`read`."""
        return not low[start].isalpha() or bool(
            self._month_begins(low, start) or self._clock.begins(low, start)
        )

    def read(self, low: str, start: int, reference: Reference) -> DateExpression | None:
        """The date at ``start`` of the lower-cased text; ranges are put together by the caller."""
        if low[start].isdecimal():
            return self._numbered(low, start, reference)
        if low[start] in "'’":
            return self._from_decade(low, start + 1, start) or self._clock.read(low, start)
        return self._named(low, start, reference) or self._clock.read(low, start)

    def month_at(self, low: str, start: int, reference: Reference) -> DateExpression | None:
        """A month by its name alone, short names too, where the words before it ask for one."""
        match = self._month(low, start) or self._short_month(low, start)
        if match is None:
            return None
        number = self._months[match["month"]]
        return DateExpression(start, match.end(), ymd(reference.month_year(number), number), deictic=True)

    def after_day(
        self, low: str, start: int, end: int, day: int, reference: Reference
    ) -> DateExpression | None:
        """The date whose day is said in words before ``end``: *second of August*, *negenentwintig mei*."""
        match = self._tail(low, end)
        if match is None:
            return None
        month = self._months[match["month"]]
        found = self._made(match, self._year_of(match, month, reference), month, day)
        found = self._in_said_year(low, found, match)
        return replace(found, start=start) if found else None

    def _numbered(self, low: str, start: int, reference: Reference) -> DateExpression | None:
        if match := _ISO(low, start):
            month, day = match["mon"] or match["m"], match["day"] or match["d"]
            return self._made(match, int(match["year"]), int(month), int(day))
        if (match := _NUMERIC(low, start)) and (found := self._from_numeric(match)):
            return found
        if match := self._day_month(low, start):
            year = self._year_of(match, self._months[match["month"]], reference)
            day = self._made(match, year, self._months[match["month"]], int(match["day"]))
            return self._in_said_year(low, day, match)
        if found := self._brief.read(low, start, reference):
            return found
        if match := _NUMBER_YEAR(low, start):
            return DateExpression(start, match.end(), ymd(int(match["year"]), int(match["mon"])))
        found = self._clock.read(low, start) or self._days.read(low, start, reference)
        return found or self._years(low, start)

    def _years(self, low: str, start: int) -> DateExpression | None:
        if match := self._era(low, start):
            sign = self._table.eras[match["era"]]
            return DateExpression(start, match.end(), ymd(int(match["year"]) * sign))
        if self._era_before(low[max(0, start - 8) : start]) and (match := _ERA_YEAR(low, start)):
            return DateExpression(start, match.end(), ymd(int(match.group())))
        whole = low[start : start + 4].isdecimal()
        if whole and (found := self._of_year(low, start)):
            return found
        if match := self._century(low, start):
            number = int(match["n"])
            era = self._century_era(low, match.end())
            before, end = ("-", era.end()) if era and self._table.eras[era["era"]] < 0 else ("", match.end())
            return DateExpression(start, end, f"{before}{number - 1:02d}XX") if number else None
        if found := self._from_decade(low, start, start):
            return found
        if whole and (match := _YEAR_ALONE(low, start)):
            return DateExpression(start, match.end(), match["year"], bare_year=True)
        return None

    def _of_year(self, low: str, start: int) -> DateExpression | None:
        """What is written onto a year: a second one, a quarter, a month: *2023/24*, *2017 Q1*, *2015-12*."""
        if (match := _PAIR(low, start)) and (pair := _two_years(match)):
            return pair
        if match := self._year_quarter(low, start):
            return DateExpression(start, match.end(), f"{match['year']}-{_QUARTERS + int(match['quarter'])}")
        if (match := _YEAR_NUMBER(low, start)) and int(match["mon"]) != (int(match["year"]) + 1) % 100:
            return DateExpression(start, match.end(), ymd(int(match["year"]), int(match["mon"])))
        return None

    def _from_decade(self, low: str, at: int, start: int) -> DateExpression | None:
        if not (match := self._decade(low, at)):
            return None
        century = match["century"] or ("20" if match["tens"] in "01" else "19")
        return DateExpression(start, match.end(), f"{century}{match['tens']}X")

    def _named(self, low: str, start: int, reference: Reference) -> DateExpression | None:
        if low[start : start + 3] not in self._heads:
            return None
        if match := self._month_day(low, start):
            number = self._months[match["month"]]
            if self._table.month_first or not match["year"] or "," in match.group():
                year = int(match["year"]) if match["year"] else reference.month_year(number)
                return self._made(match, year, number, int(match["day"]))
        if match := self._dashed(low, start):
            stated, day = match["year"] or match["first"], match["day"] or match["last"]
            return self._made(match, int(stated), self._months[match["month"]], int(day))
        if ranked := self._ranked(low, start, reference):
            return ranked
        if match := self._month_year(low, start):
            number = self._months[match["month"]]
            return DateExpression(start, match.end(), ymd(self._year_of(match, number, reference), number))
        if (match := self._month(low, start)) or (
            (match := self._short_month(low, start)) and self._month_before(low[max(0, start - 16) : start])
        ):
            if self._behind(low, match.end()):
                return None  # *mai dernier* is placed by the word behind it
            number = self._months[match["month"]]
            return DateExpression(start, match.end(), ymd(reference.month_year(number), number), deictic=True)
        return None

    def _ranked(self, low: str, start: int, reference: Reference) -> DateExpression | None:
        """*March the third*, *July sixteenth nineteen eighty*; a name that is also another word needs one before it."""
        match = self._month(low, start) or self._short_month(low, start)
        rank = self.ranks.after_month(low, match.end()) if match else None
        if match is None or rank is None:
            return None
        month = self._months[match["month"]]
        if match["month"] not in self._table.months and not self.ranks.announced(
            low[max(0, start - 16) : start]
        ):
            return None
        if not possible(month, rank.value):
            return None
        day = DateExpression(start, rank.end, ymd(reference.month_year(month), month, rank.value))
        return self._in_said_year(low, day, None)

    def _in_said_year(
        self, low: str, day: DateExpression | None, match: re.Match[str] | None
    ) -> DateExpression | None:
        """The day with a year behind it that its pattern does not hold: one in words, or any behind a rank."""
        if day is None or day.value is None or (match and (match["year"] or match["short"])):
            return day
        gap = self._comma(low, day.end)
        if gap is None or gap.end() >= len(low):
            return day
        if year := _YEAR_ALONE(low, gap.end()):
            return replace(day, end=year.end(), value=f"{year['year']}{day.value[4:]}")
        said = self.ranks.year_at(low, gap.end())
        return replace(day, end=said.end, value=f"{said.value:04d}{day.value[4:]}") if said else day

    def _from_numeric(self, match: re.Match[str]) -> DateExpression | None:
        first, second = int(match["a"]), int(match["b"])
        day, month = (second, first) if self._table.month_first else (first, second)
        if month > 12:
            day, month = month, day
        digits = match["y"].lstrip("'’")
        year = (
            int(digits)
            if len(digits) == 4
            else 2000 + int(digits)
            if int(digits) < 70
            else 1900 + int(digits)
        )
        if not 1000 <= year <= 2199:
            return None
        return self._made(match, year, month, day)

    @staticmethod
    def _year_of(match: re.Match[str], month: int, reference: Reference) -> int | None:
        if match["year"]:
            return int(match["year"])
        if match["short"]:
            return int(match["short"]) + (2000 if int(match["short"]) < 70 else 1900)
        return reference.month_year(month)

    @staticmethod
    def _made(match: re.Match[str], year: int | None, month: int, day: int) -> DateExpression | None:
        if not possible(month, day, year):
            return None
        end = match.end() - match.group().endswith(".")  # the full stop of the sentence, not of *dec.*
        return DateExpression(match.start(), end, ymd(year, month, day))


def _two_years(match: re.Match[str]) -> DateExpression | None:
    """The season of two years: *2023/24*; *2011-12* is a month rather."""
    year, following = int(match["year"]), int(match["next"])
    if (year + 1) % 100 != following or (match["sep"] == "-" and following <= _MONTHS):
        return None
    return DateExpression(match.start(), match.end(), None, ymd(year), ymd(year + 1))
