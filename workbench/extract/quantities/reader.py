"""One figure at one place: first as a date, then as a quantity."""

from __future__ import annotations

from dataclasses import replace

from workbench.extract.quantities.context import last_word
from workbench.extract.quantities.draft import Draft, Place, of_date
from workbench.extract.quantities.edtf import DateExpression
from workbench.extract.quantities.lexicon import Lexicon
from workbench.extract.quantities.quantity import QuantityReader

_FIRST_YEAR = 1300
_SURE_YEAR = 1500
_MODERN_YEAR = 1900
_ISO = 10
_THOUSAND = 1000


class FigureReader:
    """Reads figures of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._quantities = QuantityReader(lexicon)
        bounds = lexicon.calendar.bounds
        self._date_bounds = frozenset((*bounds.below, *bounds.above, *bounds.min, *bounds.max))

    def read(self, at: int, place: Place) -> Draft | int:
        """The figure at ``at``, or where to look on when there is none."""
        lexicon, low = self._lexicon, place.low
        if not low[at].isdecimal():
            return self._date(at, place) or self._quantities.read(at, place, None)
        currency = lexicon.units.before(place.text, at, place.floor)
        if currency is not None and lexicon.phrases.weekday_start(low, at, place.floor) == at:
            return self._quantities.read(at, place, currency)
        junk = lexicon.exclusions.junk_end(low, at, place.floor, (place.floor, place.limit))
        dated = self._date(at, place) if junk is None or low[junk - 1].isdecimal() else None
        if dated is not None and dated.date is not None and not (junk and dated.date.bare_year):
            return dated
        return self._quantities.read(at, place, None) if junk is None else max(junk, at + 1)

    def _date(self, at: int, place: Place) -> Draft | None:
        lexicon, low = self._lexicon, place.low
        if low[at] in ".,":
            return None
        near = lexicon.days.begins(low, at)
        found = lexicon.dates.read(low, at, place.floor, place.reference) if near else None
        found = (
            found or lexicon.deictic.read(low, at, place.floor, place.reference) or self._spelled(at, place)
        )
        found = (lexicon.year_parts.owned(low, found) or found) if found else None
        if found is None or (found.bare_year and not self._is_year(found, place)):
            return None
        found = self._without_count(found, place)
        since = last_word(low, found.start, place.floor) in lexicon.calendar.since
        if found.clock:
            night = lexicon.deictic.nights.behind(low, found, place.reference) if found.deictic else None
            return of_date(night or found)
        if (
            found.deictic
            and (every := lexicon.phrases.every_start(low, found.start, place.floor)) is not None
        ):
            return of_date(replace(found, start=every, value="XXXX-XX-XX", low=None, high=None))
        found = self._with_step(found, place)
        start = found.start
        if found.value and found.value[-3:-2] == "-" and len(found.value) == _ISO and not found.deictic:
            start = lexicon.phrases.weekday_start(low, start, place.floor)
        start = lexicon.phrases.date_start(low, start, place.floor)
        if start != found.start or since:
            found = replace(found, start=start, since=since)
        return of_date(found)

    def _without_count(self, found: DateExpression, place: Place) -> DateExpression:
        """The month alone where the number behind it counts or ranks: *in mei 2 procent*, *in mei het eerste deel*."""
        low, lexicon = place.low, self._lexicon
        if lexicon.calendar.month_first or found.clock or not low[found.start].isalpha():
            return found
        month = lexicon.days.month_at(low, found.start, place.reference)
        rest = low[month.end : found.end].strip() if month else ""
        digits = rest.isdecimal() and len(rest) <= 2
        if month is None or not (digits or (rest and not any(c.isdecimal() for c in rest))):
            return found
        return month if self._goes_on(found, place, digits=digits) else found

    def _goes_on(self, found: DateExpression, place: Place, *, digits: bool) -> bool:
        """Whether a unit, or a noun that can be counted or ranked, stands right behind a number."""
        low, lexicon = place.low, self._lexicon
        if lexicon.units.after(place.text, low, found.end) or lexicon.numerals.scales_at(low, found.end):
            return True
        noun = lexicon.nouns.find(place.text, found.end, place.limit)
        if noun is None or noun.noun.start > found.end + 1:
            return False
        return not digits or lexicon.nouns.is_plural(noun.noun.of(place.text))

    def _with_step(self, found: DateExpression, place: Place) -> DateExpression:
        """*3 mei jongstleden*, *le 3 mai prochain*: the word behind a day tells its year."""
        stepped = self._lexicon.phrases.behind(place.low, found.end)
        value, here = found.value or "", place.reference.exact
        if stepped is None or here is None or len(value) != _ISO or found.deictic:
            return found
        if value[:4] in place.low[found.start : found.end]:
            return found
        year, day = here.year, value[4:]
        if stepped.direction < 0:
            year -= day > here.isoformat()[4:]
        else:
            year += day <= here.isoformat()[4:]
        return replace(found, end=stepped.end, value=f"{year:04d}{day}")

    def _spelled(self, at: int, place: Place) -> DateExpression | None:
        """A date with its day, or a year, in words; a day by its rank alone."""
        where = place.low, at, place.floor, place.reference
        ranked = self._lexicon.days.ranks.rank_at(place.low, at) is not None
        between = self._lexicon.rank_ranges.read(*where) if ranked else None
        counted = between or self._lexicon.year_parts.counted(*where)
        if found := counted or self._ranked(at, place, ranked or not place.low[at].isalpha()):
            return found
        if not place.low[at].isalpha():
            return None
        day = self._lexicon.numerals.words.read(place.low, at)
        if day is None or not 1 <= day.value <= 31 or day.value != int(day.value):
            return None
        return self._lexicon.days.after_day(place.low, at, day.end, int(day.value), place.reference)

    def _ranked(self, at: int, place: Place, may_be_day: bool) -> DateExpression | None:
        """A day by its rank, or a year in words, where no noun is counted by it."""
        lexicon, low, ranks = self._lexicon, place.low, self._lexicon.days.ranks
        found = ranks.read(low, at, place.floor, place.reference) if may_be_day else None
        if found is None and last_word(low, at, place.floor) in lexicon.calendar.year_before:
            said = ranks.year_at(low, at)
            round_ = said is not None and said.value % _THOUSAND == 0
            found = DateExpression(at, said.end, str(said.value)) if said and not round_ else None
        if found is None or lexicon.nouns.find(place.text, found.end, place.limit):
            return None
        return None if lexicon.units.after(place.text, low, found.end) else found

    def _many(self, thing: str) -> bool:
        """Whether a noun is one that things are counted by: written small, in the plural."""
        return not thing[0].isupper() and self._lexicon.nouns.is_plural(thing)

    def _is_year(self, found: DateExpression, place: Place) -> bool:
        """Whether four digits are a year and not a count."""
        low, lexicon = place.low, self._lexicon
        year = int(low[found.start : found.start + 4])
        if lexicon.units.after(place.text, low, found.end):
            return False
        if lexicon.exclusions.is_label(low, found.start, place.floor):
            return False
        noun = lexicon.nouns.find(place.text, found.end, place.limit)
        counted = noun is not None
        hedge = lexicon.hedges.before(low, found.start, place.floor)
        if (
            hedge
            and hedge.bound in ("above", "below")
            and low[hedge.start : hedge.end] not in self._date_bounds
        ):
            return False
        if last_word(low, found.start, place.floor) in lexicon.calendar.year_before:
            # "Van 1600 banen": of a thing in the plural an early year is a number of them.
            sure = _SURE_YEAR if noun is None or not self._many(noun.noun.of(place.text)) else _MODERN_YEAR
            return year >= sure or not counted
        if hedge is not None:
            return year >= 1700 and not counted
        if low[found.start - 1 : found.start] == "(" or not counted:
            return year >= _FIRST_YEAR
        if lexicon.calendar.year_before_noun and 1900 <= year < 2050:
            return True
        assert noun is not None
        thing = noun.noun.of(place.text)
        return year >= 1800 and (thing[0].isupper() or not lexicon.nouns.is_plural(thing))
