"""Everything the figure finder knows of one language, compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from workbench.extract.quantities.clock import ClockReader
from workbench.extract.quantities.composite import CompositeReader
from workbench.extract.quantities.context import Exclusions, HedgeReader
from workbench.extract.quantities.date_ranges import DateRanges
from workbench.extract.quantities.dates import DateReader
from workbench.extract.quantities.deictic import DeicticReader
from workbench.extract.quantities.digits import VULGAR
from workbench.extract.quantities.linking import DateLinker
from workbench.extract.quantities.nouns import NounReader
from workbench.extract.quantities.numerals import NumeralReader
from workbench.extract.quantities.patterns import alternation, merged, trie_pattern
from workbench.extract.quantities.periods import PeriodReader
from workbench.extract.quantities.phrases import PhraseReader
from workbench.extract.quantities.ranges import RangeReader
from workbench.extract.quantities.rank_ranges import RankRanges
from workbench.extract.quantities.ranked_days import RankedDayReader
from workbench.extract.quantities.sharing import UnitSharer
from workbench.extract.quantities.short_dates import ShortDateReader
from workbench.extract.quantities.small_numbers import small_numbers
from workbench.extract.quantities.units import UnitReader
from workbench.extract.quantities.year_parts import YearParts
from workbench.languages.base import LANGUAGES, Language
from workbench.languages.schema.calendar import CalendarTable
from workbench.languages.schema.nouns import NounsTable
from workbench.languages.schema.numbers import NumbersTable
from workbench.languages.schema.units import UnitsTable

_MINUTES = 60
_SHARED = Language(code="world", name="Shared signs and codes")


@dataclass(frozen=True)
class Lexicon:
    """The readers of one language."""

    numbers: NumbersTable
    """The table of numbers."""
    calendar: CalendarTable
    """The table of dates."""
    numerals: NumeralReader
    """Numbers in digits and words."""
    units: UnitReader
    """Money, percent, time, measures."""
    hedges: HedgeReader
    """Words that bound."""
    exclusions: Exclusions
    """What is no figure."""
    dates: DateRanges
    """Calendar dates and their ranges."""
    year_parts: YearParts
    """Quarters and halves by what stands beside them."""
    rank_ranges: RankRanges
    """Days from one rank to another."""
    days: DateReader
    """Single calendar dates."""
    deictic: DeicticReader
    """Dates in words."""
    nouns: NounReader
    """The measured noun."""
    trigger: re.Pattern[str]
    """Where a figure can begin, in lower-cased text."""
    ranges: RangeReader
    """Two ends."""
    bare: frozenset[str]
    """Number words that an article can stand before: *dozen*, *million*."""
    composites: CompositeReader
    """Two units."""
    phrases: PhraseReader
    """What belongs to a date."""
    linker: DateLinker
    """Dates side by side."""
    sharer: UnitSharer
    """Currencies said once."""


@cache
def lexicon(code: str) -> Lexicon | None:
    """The lexicon of a language; None where it has no tables for figures."""
    if code not in LANGUAGES.names():
        return None
    return build(LANGUAGES.load(code))


def build(language: Language) -> Lexicon | None:
    """Compile the tables of a language; None where one is missing."""
    numbers = language.table("numbers", NumbersTable)
    calendar = language.table("calendar", CalendarTable)
    nouns = language.table("nouns", NounsTable)
    units = language.table("units", UnitsTable)
    if not (numbers and calendar and nouns and units):
        return None
    suffixes = [*units.age_suffixes, *(word for words in units.glued.values() for word in words)]
    numerals = NumeralReader(numbers, suffixes)
    openers, middles = ([pair[side] for pair in numbers.ranges.around] for side in (0, 1))
    joins = [*middles, *numbers.ranges.infix]
    minute = units.time.get("minute", ())
    small = small_numbers(numerals.words, numbers.spelling.cardinals, numbers.spelling.connectors, _MINUTES)
    clock = ClockReader(calendar.clock, small, minute, openers, joins)
    short = ShortDateReader(calendar, openers, middles, numbers.ranges.infix)
    dates = DateReader(calendar, clock, short, RankedDayReader(calendar, numerals.words, numbers.spelling))
    date_ranges = DateRanges(calendar, numbers.ranges, dates)
    periods = PeriodReader(calendar, numbers.spelling.ordinals)
    deictic = DeicticReader(calendar, dates, date_ranges, periods)
    units_reader = UnitReader(units, _SHARED.table("symbols", UnitsTable) or UnitsTable())
    return Lexicon(
        numbers=numbers,
        calendar=calendar,
        numerals=numerals,
        units=units_reader,
        hedges=HedgeReader(numbers),
        exclusions=Exclusions(numbers, calendar.parts),
        dates=date_ranges,
        year_parts=YearParts(calendar, numerals.words),
        rank_ranges=RankRanges(calendar, numbers.ranges, dates),
        days=dates,
        deictic=deictic,
        nouns=NounReader(nouns, lambda word: numerals.words.read(word, 0) is not None),
        trigger=_trigger(
            numbers, units, numerals, [clock.starts(), deictic.starts, dates.starts()], units_reader.codes
        ),
        ranges=RangeReader(numbers, numerals, units_reader),
        bare=frozenset(
            (*numbers.spelling.hundred, *numbers.spelling.scales, *numbers.vague.dozens, *numbers.vague.few)
        ),
        composites=CompositeReader(
            numerals, units_reader, numbers.spelling.connectors, numbers.fractions.added
        ),
        phrases=PhraseReader(calendar),
        linker=DateLinker(calendar, numbers.ranges),
        sharer=UnitSharer(numbers, nouns),
    )


def _trigger(
    numbers: NumbersTable,
    units: UnitsTable,
    numerals: NumeralReader,
    dated: list[dict[str, str]],
    codes: Iterable[str],
) -> re.Pattern[str]:
    spelling, vague, fractions = numbers.spelling, numbers.vague, numbers.fractions
    starts = merged(*dated, dict.fromkeys(numerals.starts(), "" if spelling.glued else r"(?![^\W_])"))
    after = [
        *spelling.hundred,
        *spelling.scales,
        *vague.tens,
        *vague.dozens,
        *fractions.parts,
        *spelling.cardinals,
        *fractions.out_of,
        *(word.lower() for words in (*units.time.values(), *units.longer.values()) for word in words),
    ]
    glued = (
        alternation([*spelling.connectors, *spelling.hundred, *spelling.scales]) if spelling.glued else "(?!)"
    )
    starts |= dict.fromkeys(spelling.articles, rf"(?=[ -](?:{alternation(after)})(?!\w)|{glued})")
    signs = rf"[.,](?<![\w.,].)(?=\d)|['’](?=\d0)|[{''.join(VULGAR)}]"
    amounts = dict.fromkeys(codes, r"(?=\d)")
    return re.compile(rf"(?<![^\W_])(?:\d|{trie_pattern(merged(starts, amounts))}|{signs})")
