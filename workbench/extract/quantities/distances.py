"""Durations that say how far something lies from a day: *drie jaar geleden*, *over twee weken*, *een dag na Kerst*."""

from __future__ import annotations

from workbench.extract.quantities.context import last_word, next_word
from workbench.extract.quantities.draft import Draft, Place, of_date
from workbench.extract.quantities.edtf import UNPLACED, DateExpression, Reference
from workbench.extract.quantities.lexicon import Lexicon
from workbench.extract.quantities.numeral import Numeral
from workbench.extract.quantities.phrases import distant
from workbench.extract.quantities.units import Unit
from workbench.model import Bound

TIME_UNITS = frozenset({"year", "month", "week", "day", "hour", "minute", "second"})
"""Units of time."""
_LONG_UNITS = frozenset({"year", "month", "week", "day"})


_TURNED: dict[Bound, Bound] = {
    "above": "below", "min": "max", "below": "above", "max": "min", "about": "about", "exact": "exact", "range": "range",
}  # fmt: skip


class DistanceReader:
    """Reads such durations of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def counts(self, numeral: Numeral, place: Place) -> bool:
        """Whether an article counts a unit of time: *een jaar geleden*, *ruim een week*, *an hour and a half*."""
        lexicon, low = self._lexicon, place.low
        unit = lexicon.units.after(place.text, low, numeral.end)
        if unit is None or unit.name not in TIME_UNITS:
            return False
        told = (
            lexicon.hedges.before(low, numeral.start, place.floor)
            or last_word(low, numeral.start, place.floor) in lexicon.calendar.during
            or next_word(low, unit.end) in lexicon.calendar.during_after
            or last_word(low, numeral.start, place.floor) in lexicon.numbers.exact
        )
        if told or (unit.factor != 1 and unit.name != "year"):
            return True
        if unit.name not in _LONG_UNITS:
            return lexicon.nouns.find(place.text, unit.end, place.limit) is None
        if lexicon.composites.read(place.text, low, numeral, unit, place.limit) or self._anchored(
            int(unit.factor), unit, numeral.start, unit.end, place
        ):
            return True
        around = lexicon.phrases.around(low, numeral.start, unit.end, place.floor)
        if around is None or around.direction == 0:
            return around is not None and around.end > unit.end
        return distant(place.reference, unit.name, int(unit.factor) * around.direction) is not None

    def moved(self, first: Numeral, unit: Unit, start: int, end: int, place: Place) -> Draft | None:
        """*drie jaar geleden*, *over twee weken*: a date where the publication date allows it."""
        if first.form == "few" or first.value is None:
            return None
        count = first.value * unit.factor
        if count != int(count):
            return None
        if anchored := self._anchored(int(count), unit, start, end, place):
            return anchored
        return self._hedged(int(count), unit, start, end, place) or self._from_here(
            int(count), unit, start, end, place
        )

    def _from_here(self, count: int, unit: Unit, start: int, end: int, place: Place) -> Draft | None:
        """So far from the publication."""
        around = self._lexicon.phrases.around(place.low, start, end, place.floor)
        if around is None or around.direction == 0:
            return None
        value = distant(place.reference, unit.name, count * around.direction)
        return of_date(DateExpression(around.start, around.end, value)) if value else None

    def _hedged(self, count: int, unit: Unit, start: int, end: int, place: Place) -> Draft | None:
        """*more than twenty years ago*: further back than the day so far from the publication, which is earlier."""
        lexicon, low = self._lexicon, place.low
        hedge = lexicon.hedges.before(low, start, place.floor)
        exact = last_word(low, start, place.floor)
        if hedge is None and exact in lexicon.numbers.exact:
            begin = low.rfind(exact, place.floor, start)
            return self._from_here(count, unit, begin, end, place)
        around = lexicon.phrases.around(low, hedge.start, end, place.floor) if hedge else None
        if hedge is None or around is None or around.direction == 0:
            return None
        value = distant(place.reference, unit.name, count * around.direction)
        if value is None:
            return None
        bound = _TURNED[hedge.bound] if around.direction < 0 else hedge.bound
        words = place.text[hedge.start : hedge.end]
        return of_date(DateExpression(around.start, around.end, value, bound=bound, hedge=words))

    def _anchored(self, count: int, unit: Unit, start: int, end: int, place: Place) -> Draft | None:
        """*twee dagen na Kerst*, *three weeks from today*: so far from a day that is named."""
        lexicon, low = self._lexicon, place.low
        anchor = lexicon.phrases.anchor(low, end) if unit.name in _LONG_UNITS else None
        if anchor is None or anchor.start >= place.limit:
            return None
        day = lexicon.dates.read(low, anchor.start, place.floor, place.reference) or lexicon.deictic.read(
            low, anchor.start, place.floor, place.reference
        )
        if day is None or day.value is None or day.clock or day.start < end:
            return None
        value = distant(Reference.parse(day.value), unit.name, count * anchor.direction)
        begin = lexicon.phrases.ahead_start(low, start, place.floor)
        return of_date(DateExpression(begin, day.end, value or UNPLACED))
