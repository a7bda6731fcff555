"""Schema of ``calendar.toml``: dates, months, weekdays and words that point at a time."""

from __future__ import annotations

from pydantic import Field

from workbench.languages.base import Table
from workbench.languages.schema.numbers import Bounds


class Clock(Table):
    """How a language says a time of the day."""

    words: tuple[str, ...] = ()
    """After the hour: *uur*, *Uhr*; alone they also measure durations."""
    sure: tuple[str, ...] = ()
    """Those that never measure a duration: *pm*, *o'clock*."""
    full: tuple[str, ...] = ()
    """Those that minutes may stand behind: *20 Uhr 15*."""
    late: tuple[str, ...] = ()
    """Words and phrases behind the hour that add twelve hours before noon: *pm*, *'s middags*."""
    glue: tuple[str, ...] = ()
    """Letters between hour and minutes: *h* in *15h30*."""
    before: tuple[str, ...] = ()
    """Before an hour: *om*, *at*."""
    stated: tuple[str, ...] = ()
    """Words that state the time, and are no part of it: *il est*."""
    named: dict[str, str] = Field(default_factory=dict)
    """Words for one time: *middernacht* is ``00:00``."""
    named_before: tuple[str, ...] = ()
    """Such a word counts only after one of these; empty means always."""
    leads: dict[str, int] = Field(default_factory=dict)
    """Before the hour, and the minutes that they add: *half* is -30, *kwart over* is 15."""
    past: dict[str, int] = Field(default_factory=dict)
    """Between minutes and the hour they follow: *over* adds nothing more, *over half* takes 30 minutes off."""
    to: dict[str, int] = Field(default_factory=dict)
    """Between minutes and the hour they go before: *voor*, *voor half*."""
    less: tuple[str, ...] = ()
    """Behind the hour, before minutes that are taken off: *moins* in *huit heures moins vingt*."""
    tails: dict[str, int] = Field(default_factory=dict)
    """Behind the hour, and the minutes that they add: *et demie* is 30."""
    phrases: tuple[str, ...] = ()
    """Parts of the day after a clock time: *'s ochtends*."""
    parts: dict[str, str] = Field(default_factory=dict)
    """Parts of the day that stand alone, with their hours: *in de ochtend* is ``T06:00/T12:00``."""


class CalendarTable(Table):
    """The table ``calendar.toml``."""

    months: dict[str, int]
    """Names and abbreviations."""
    short_months: dict[str, int] = Field(default_factory=dict)
    """Names that are months only beside a day or year: *mar*, *may*."""
    month_before: tuple[str, ...] = ()
    """Words after which such a name is a month by itself: *in May*."""
    weekdays: dict[str, int]
    """Monday is 1."""
    short_weekdays: tuple[str, ...] = ()
    """Their abbreviations, which belong to the date behind them: *wo* in *wo 5 januari*."""
    day_parts: tuple[str, ...] = ()
    """Parts of the day, as words or glued to a weekday: *avond*."""
    seasons: dict[str, int] = Field(default_factory=dict)
    """EDTF 21 spring, 22 summer, 23 autumn, 24 winter."""
    season_before: tuple[str, ...] = ()
    """A season counts only after one of these; empty means always."""
    days: dict[str, int] = Field(default_factory=dict)
    """Words for a day counted from the publication: *gisteren* is -1."""
    units: dict[str, str] = Field(default_factory=dict)
    """Words for day, week, weekend, month, quarter, half (a year), year, decade, century."""
    hours: tuple[str, ...] = ()
    """Words for hour, a date only beside a word like *every* or *last*."""
    previous: tuple[str, ...] = ()
    """*vorige*, *last*."""
    current: tuple[str, ...] = ()
    """*deze*, *this*."""
    next: tuple[str, ...] = ()
    """*volgende*, *next*."""
    after_unit: dict[str, int] = Field(default_factory=dict)
    """Where the word stands behind the unit: *dernier* is -1, *before last* is -2."""
    further: dict[str, int] = Field(default_factory=dict)
    """Before a unit, further than the last or the next: *vorletzte* is -2, *übernächste* is 2."""
    ago: tuple[str, ...] = ()
    """After a duration: *geleden*."""
    ago_before: tuple[str, ...] = ()
    """Before a duration: *vor*, *il y a*."""
    ahead: tuple[str, ...] = ()
    """Before a duration: *over*, *in*."""
    records: tuple[str, ...] = ()
    """Words that make a duration behind them the time a record stood: *the worst drought in ten years*."""
    ahead_behind: tuple[str, ...] = ()
    """After a duration that is counted from the publication: *from now*."""
    ahead_after: tuple[str, ...] = ()
    """After a duration: *later*, *from now*."""
    parts: tuple[str, ...] = ()
    """Parts of a period before it: *begin*, *eind*, *half*."""
    decades: dict[str, int] = Field(default_factory=dict)
    """Words after the word for years: *negentig* is 90."""
    decade_before: tuple[str, ...] = ()
    """*de jaren* in *de jaren negentig*."""
    decade_bare: bool = False
    """Digits alone are a decade after those words: *de jaren 90*, but not *the 90*."""
    decade_suffixes: tuple[str, ...] = ()
    """After the digits: *1990s*, *1990er*."""
    decade_tails: tuple[str, ...] = ()
    """Behind such a word: *neunziger Jahre*."""
    romans: bool = False
    """Centuries are numbered in Roman numerals: *XXe siècle*."""
    centuries: tuple[str, ...] = ()
    """Words for century after an ordinal."""
    eras: dict[str, int] = Field(default_factory=dict)
    """Words after a year, -1 for before Christ."""
    era_before: tuple[str, ...] = ()
    """Before a year of our time: *A.D. 64*."""
    of: tuple[str, ...] = ()
    """Between month and year or day and month: *of*, *de*, *van*."""
    day_suffixes: tuple[str, ...] = ()
    """After the day: *e*, *th*, *.*."""
    month_first: bool = False
    """*May 8* and 5/8 for it."""
    year_before: tuple[str, ...] = ()
    """Words after which four digits are a year: *in*, *sinds*, *anno*."""
    year_before_noun: bool = False
    """A year of our time may stand before a noun: *2018 sales*."""
    since: tuple[str, ...] = ()
    """Words that make a date the beginning of something: *sinds*."""
    named: dict[str, str] = Field(default_factory=dict)
    """Named days: ``12-25``, ``easter+39``, ``05-7#2`` for the second Sunday of May (``#-1`` is the last), ``12-25<7``
    for the last Sunday before 25 December, ``moving`` where another calendar places it."""
    same: tuple[str, ...] = ()
    """Before a unit that the story has placed: *dezelfde*, *the same*."""
    unplaced: tuple[str, ...] = ()
    """Whole expressions for a day or period beside one that the story has named: *de dag erna*."""
    own: dict[str, str] = Field(default_factory=dict)
    """Words for a part of the period of the publication, and its unit: *Jahresende* is ``year``."""
    repeated: tuple[str, ...] = ()
    """Words for something that happens again and again: *wekelijks*."""
    not_repeated: tuple[str, ...] = ()
    """Names in which such a word says nothing of the kind: *dagelijks bestuur*."""
    quarters: tuple[str, ...] = ()
    """Letters that make the digit after them a quarter: *Q3*."""
    possessive: tuple[str, ...] = ()
    """Endings of a year that owns the quarter behind it: *'s* in *next year's first quarter*."""
    calendar_weeks: tuple[str, ...] = ()
    """Words for a week by its number that may stand behind the number: *12. Kalenderwoche*."""
    fiscal: tuple[str, ...] = ()
    """Letters before a year of books, in two digits or four: *FY18*."""
    halves: tuple[str, ...] = ()
    """Letters that make the digit after them half a year: *H2*."""
    now: tuple[str, ...] = ()
    """Words for the present as an end of a range: *tot nu toe*, *à ce jour*."""
    day_tails: tuple[str, ...] = ()
    """Words behind a part of a day that narrow it: *laat* in *donderdagavond laat*."""
    late_parts: tuple[str, ...] = ()
    """Ends of words for parts of the day after noon; an hour behind them counts from noon: *maandagavond om acht uur*."""
    shares: tuple[str, ...] = ()
    """Words for half of a period that need one: *helft*; *halfjaar* needs none."""
    neighbours: dict[str, int] = Field(default_factory=dict)
    """Words before a day that name one beside it, in days: *dag voor* is -1, *lendemain de* is 1."""
    definite: tuple[str, ...] = ()
    """Units that an article alone places: *in het weekend*."""
    nights: tuple[tuple[str, str], ...] = ()
    """Words before and between the two days of a night: *nacht van* … *op*."""
    nights_before: tuple[str, ...] = ()
    """Words before the one day that a night ends on: *Nacht zum*."""
    every_counted: tuple[str, ...] = ()
    """Before a counted unit that is repeated: *om de* in *om de drie dagen*."""
    unit_tails: tuple[str, ...] = ()
    """What may be glued to a unit: *-ci* in *ce mois-ci*."""
    short_before: tuple[str, ...] = ()
    """Before a day and month in digits without a year: *op* in *op 25-10*."""
    day_before: tuple[str, ...] = ()
    """Before a day by its rank in digits: *on the* in *on the 15th*, *am* in *am 15.*."""
    day_words_before: tuple[str, ...] = ()
    """Before a day by its rank in words: *am* in *am zwölften*."""
    month_ranks: bool = False
    """A month may be named by its rank behind the day: *den siebten vierten*."""
    compared: tuple[str, ...] = ()
    """Words before a date that something is compared with; it dates nothing: *dan vorig jaar*."""
    during: tuple[str, ...] = ()
    """Before an article and a unit of time that make a duration: *gedurende een week*, *for an hour*."""
    during_after: tuple[str, ...] = ()
    """After such an article and unit: *lang* in *een week lang*, *celstraf*."""
    anchors: dict[str, int] = Field(default_factory=dict)
    """Between a duration and the day it is counted from: *na* is 1, *before* is -1."""
    every: tuple[str, ...] = ()
    """Before a repeated time: *elke*."""
    every_other: tuple[str, ...] = ()
    """Between that word and the unit: *other* in *every other week*."""
    lead: tuple[str, ...] = ()
    """Articles that belong to a date in words: *le* in *le mois prochain*."""
    small: tuple[str, ...] = ()
    """Small words inside a date: *van*, *de*, *of the*."""
    links: tuple[str, ...] = ()
    """Words between the day and the clock time: *om*, *at*."""
    ranks: dict[str, int] = Field(default_factory=dict)
    """Ordinals before a unit: *eerste* is 1, *laatste* is -1."""
    bounds: Bounds = Field(default_factory=Bounds)
    """Words before a date that bound it: *sinds* is min, *before* is below."""
    not_bounds: tuple[str, ...] = ()
    """Phrases that end in such a word and bound nothing: *in tegenstelling tot*."""
    clock: Clock = Field(default_factory=Clock)
    """Times of the day."""
