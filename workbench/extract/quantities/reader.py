"""One figure at one place: number, range, unit, noun and hedge put together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from workbench.extract.quantities.context import last_word, next_word
from workbench.extract.quantities.dates import DateExpression
from workbench.extract.quantities.edtf import Reference
from workbench.extract.quantities.lexicon import Lexicon
from workbench.extract.quantities.numerals import Numeral
from workbench.extract.quantities.units import Unit
from workbench.model import Bound, Span

_TIME_UNITS = frozenset({"year", "month", "week", "day", "hour", "minute", "second"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure before it gets its id and its as-of date."""

    start: int
    end: int
    bound: Bound
    value: Decimal | str | None
    low: Decimal | str | None
    high: Decimal | str | None
    unit: str
    hedge: str | None = None
    noun: Span | None = None
    modifiers: tuple[str, ...] = ()
    date: DateExpression | None = None
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader stands: the text, and the sentence that bounds every look to the side."""

    text: str
    low: str
    floor: int
    limit: int
    reference: Reference


class FigureReader:
    """Reads figures of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def read(self, at: int, place: Place) -> Draft | int:
        """The figure at ``at``, or where to look on when there is none."""
        lexicon, low = self._lexicon, place.low
        digit = low[at].isdecimal()
        currency = lexicon.units.before(place.text, at, place.floor) if digit else None
        if digit and currency is None:
            junk = lexicon.exclusions.junk_end(low, at, place.floor, (place.floor, place.limit))
            dated = self._date(at, place) if junk is None or low[junk - 1].isdecimal() else None
            if dated is not None and (
                junk is None or (dated.date and dated.date.value and not dated.date.bare_year)
            ):
                return dated
            if junk is not None:
                return max(junk, at + 1)
        elif not digit and (dated := self._date(at, place)):
            return dated
        return self._quantity(at, place, currency)

    def _date(self, at: int, place: Place) -> Draft | None:
        lexicon, low = self._lexicon, place.low
        if low[at] in ".,":
            return None
        found = lexicon.dates.read(low, at, place.floor, place.reference) or lexicon.deictic.read(
            low, at, place.floor, place.reference
        )
        if found is None or (found.bare_year and not self._is_year(found, place)):
            return None
        since = last_word(low, found.start, place.floor) in lexicon.calendar.since
        found = replace(found, since=since)
        ranged = found.value is None
        return Draft(found.start, found.end, "range" if ranged else "exact", found.value,
                     found.low if ranged else found.value, found.high if ranged else found.value, "date", date=found)  # fmt: skip

    def _is_year(self, found: DateExpression, place: Place) -> bool:
        """Whether four digits are a year and not a count."""
        low, lexicon = place.low, self._lexicon
        year = int(low[found.start : found.start + 4])
        if lexicon.units.after(place.text, low, found.end):
            return False
        before = last_word(low, found.start, place.floor)
        if lexicon.exclusions.is_label(low, found.start, place.floor):
            return False
        counted = lexicon.nouns.find(place.text, found.end, place.limit) is not None
        if before in lexicon.calendar.year_before:
            return year >= 1500 or not counted
        if lexicon.hedges.before(low, found.start, place.floor) is not None:
            return year >= 1700 and not counted
        if low[found.start - 1 : found.start] == "(" or not counted:
            return year >= 1300
        return year >= 1800 and year % 10 != 0

    def _quantity(self, at: int, place: Place, currency: Unit | None) -> Draft | int:
        lexicon, low = self._lexicon, place.low
        opened = lexicon.ranges.opener(low, at, place.floor)
        numeral = lexicon.numerals.read(place.text, low, at, connected=opened is None)
        if numeral is None or numeral.end > place.limit:
            return at + 1
        if not self._counts(numeral, place):
            return max(numeral.end, at + 1)
        if numeral.ordinal:
            if lexicon.nouns.find(place.text, numeral.end, place.limit):
                return numeral.end
            return Draft(
                at,
                numeral.end,
                "exact",
                numeral.value,
                numeral.value,
                numeral.value,
                "ordinal",
                confidence=0.6,
            )
        unit = currency or lexicon.units.after(place.text, low, numeral.end)
        if numeral.form == "few" and (unit is None or unit.name not in _TIME_UNITS):
            return numeral.end
        start = min(at, currency.start) if currency else at
        second = lexicon.ranges.second(place.text, low, numeral, unit, place.floor, place.limit)
        last = second.numeral if second else None
        if second is not None:
            unit = second.unit or unit
            start = start if second.start is None else second.start
        draft = self._assembled(start, numeral, last, unit, place)
        if last is None and unit is None and self._is_name(numeral, draft, place):
            return numeral.end
        return draft

    def _is_name(self, numeral: Numeral, draft: Draft, place: Place) -> bool:
        """Whether a number with neither unit nor range is a pronoun (*de twee*) or part of a name (*Apollo 11*)."""
        low, spelling = place.low, self._lexicon.numbers.spelling
        if numeral.form == "words" and draft.noun is None:
            before = last_word(low, numeral.start, place.floor)
            if before in spelling.pronoun_after or low[numeral.start : numeral.end] in spelling.pronouns:
                return next_word(low, numeral.end) not in spelling.pronoun_before
        if numeral.form != "plain" or draft.hedge:
            return False
        noun = draft.noun.of(place.text) if draft.noun else None
        counted = noun is not None and noun[0].islower() and self._lexicon.nouns.is_plural(noun)
        return not counted and follows_name(place.text, numeral.start, place.floor)

    def _counts(self, numeral: Numeral, place: Place) -> bool:
        """Whether the numeral is a quantity at all."""
        low, lexicon = place.low, self._lexicon
        follows = place.text[numeral.end : numeral.end + 2]
        if follows[:1].isalpha() and not (numeral.form == "digits" and follows.isupper()):
            if not lexicon.units.after(place.text, low, numeral.end):
                return False
        if numeral.form != "words":
            return not (
                numeral.form == "plain" and lexicon.exclusions.is_label(low, numeral.start, place.floor)
            )
        word = low[numeral.start : numeral.end]
        if word in lexicon.numbers.spelling.articles:
            return False
        if numeral.ordinal and word in lexicon.numbers.spelling.ordinals:
            return False
        if low[numeral.end : numeral.end + 1] == "-" and low[numeral.end + 1 : numeral.end + 2].isalpha():
            return (
                lexicon.units.after(place.text, low, numeral.end) is not None
                or not lexicon.numbers.spelling.glued
            )
        return not lexicon.exclusions.is_other_word(low, numeral.start, numeral.end, place.floor)

    def _assembled(
        self, start: int, first: Numeral, last: Numeral | None, unit: Unit | None, place: Place
    ) -> Draft:
        lexicon = self._lexicon
        end = last.end if last else first.end
        if unit and unit.start >= end:
            end = unit.end
        noun: Span | None = None
        modifiers: tuple[str, ...] = ()
        if unit is None or unit.name in ("percent", "percentage_point"):
            measured = lexicon.nouns.find(
                place.text, end, place.limit, singular=first.value == 1 and last is None
            )
            if measured and unit is None:
                noun, modifiers = measured.noun, measured.modifiers
        elif unit.word:
            noun = Span(unit.start, unit.end)
        hedge = lexicon.hedges.before(place.low, start, place.floor)
        begin = hedge.start if hedge else start
        stop = max(end, noun.end if noun and noun.end - end <= 60 else end)
        if hedge is None and (
            hedge := lexicon.hedges.after(place.low, stop) or lexicon.hedges.after(place.low, end)
        ):
            stop = max(stop, hedge.end)
        bound: Bound = hedge.bound if hedge else "about" if first.about else "exact"
        word = place.text[hedge.start : hedge.end] if hedge else None
        name = unit.name if unit else "count"
        low, high, value, bound = interval(first, last, unit, bound, self._negative(start, place))
        return Draft(
            begin,
            stop,
            bound,
            value,
            low,
            high,
            name,
            word,
            noun,
            modifiers,
            None,
            0.9 if noun or unit else 0.7,
        )

    def _negative(self, start: int, place: Place) -> bool:
        before = place.low[max(place.floor, start - 1) : start]
        if before in ("-", "−") and (start - 1 == place.floor or place.low[start - 2].isspace()):
            return True
        return last_word(place.low, start, place.floor) in self._lexicon.numbers.negative


def follows_name(text: str, start: int, floor: int) -> bool:
    """Whether a capitalised word that does not begin the sentence stands right before ``start``."""
    before = text[max(floor, start - 24) : start]
    words = before.split()
    if not words or not before[-1:].isspace() or words[-1].islower() or not words[-1][0].isalpha():
        return False
    return words[-1][-1].isalnum() and start - len(before) + before.rfind(words[-1]) > floor


def interval(
    first: Numeral, last: Numeral | None, unit: Unit | None, bound: Bound, negative: bool
) -> tuple[Decimal | None, Decimal | None, Decimal | None, Bound]:
    """Lower end, upper end, stated value and bound of a figure."""
    factor = (unit.factor if unit else Decimal(1)) * (-1 if negative else 1)
    if last is not None and last.value is not None and first.value is not None:
        low, high = first.value, last.value
        if low < 1000 <= high or low > high:
            low = scaled_like(low, high)
        return low * factor, high * factor, None, "range"
    if first.value is None:
        return (first.low or Decimal(0)) * factor, (first.high or Decimal(0)) * factor, None, "about"
    value = first.value * factor
    if bound in ("below", "max"):
        return None, value, value, bound
    if bound in ("above", "min"):
        return value, None, value, bound
    return value, value, value, bound


def scaled_like(low: Decimal, high: Decimal) -> Decimal:
    """The first end of *10 tot 20 miljoen*: it takes the scale of the second."""
    scale = Decimal(1)
    while scale * 1000 <= high and high % (scale * 1000) == 0:
        scale *= 1000
    stretched = low * scale
    return stretched if scale > 1 and low < 1000 and stretched <= high else low
