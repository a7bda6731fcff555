"""One quantity at one place: number, range, unit, noun and hedge put together."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from workbench.extract.quantities.context import Hedge, last_word, next_word
from workbench.extract.quantities.distances import TIME_UNITS, DistanceReader
from workbench.extract.quantities.draft import Draft, Place, interval
from workbench.extract.quantities.lexicon import Lexicon
from workbench.extract.quantities.numeral import Numeral
from workbench.extract.quantities.units import Unit
from workbench.model import Bound, Span

_FAR = 60
_BEFORE_MINUS = "<>=≤≥("


class QuantityReader:
    """Reads everything but dates."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._distances = DistanceReader(lexicon)

    def read(self, at: int, place: Place, currency: Unit | None) -> Draft | int:
        """The quantity at ``at``, or where to look on when there is none."""
        lexicon, low = self._lexicon, place.low
        opened = lexicon.ranges.opener(low, at, place.floor)
        numeral = lexicon.numerals.read(place.text, low, at, connected=opened is None)
        if numeral is None or numeral.end > place.limit:
            return at + 1
        if not self._counts(numeral, place):
            return max(numeral.end, at + 1)
        if numeral.ordinal or self._is_pointed(numeral, place):
            return self._rank(numeral, place)
        unit = currency or lexicon.units.after(place.text, low, numeral.end)
        if unit is None and (begin := lexicon.phrases.step_inside(low, numeral.end)) != numeral.end:
            unit = lexicon.units.after(place.text, low, begin)
            unit = unit if unit and unit.name in TIME_UNITS else None
        if unit is None and numeral.form in ("plain", "words"):
            unit = lexicon.units.aged(low, numeral.start, place.floor)
        if unit and unit.name.isupper() and (scaled := lexicon.numerals.scaled_after(low, numeral, unit.end)):
            numeral, unit = scaled, replace(unit, end=scaled.end)
        if numeral.form == "few" and (unit is None or unit.name not in TIME_UNITS):
            return numeral.end
        draft = self._measured(numeral, unit, place)
        if draft.bound != "range" and self._is_name(numeral, unit, draft, place):
            return draft.end if unit else numeral.end
        return draft

    def _counts(self, numeral: Numeral, place: Place) -> bool:
        """Whether the numeral is a quantity at all."""
        low, lexicon = place.low, self._lexicon
        follows = place.text[numeral.end : numeral.end + 2]
        glued = follows[:1].isalpha() and not (numeral.form == "digits" and follows.isupper())
        glued = glued or self._in_compound(numeral, follows)
        unmeasured = glued and not lexicon.units.after(place.text, low, numeral.end)
        if unmeasured or lexicon.exclusions.is_ranked(low, numeral.start, numeral.end, place.floor):
            return False
        if numeral.form == "fraction":
            return (
                not self._is_unhedged(numeral, place)
                and not self._is_ranked(numeral, place)
                and not lexicon.exclusions.is_other_word(low, numeral.start, numeral.end, place.floor)
            )
        if numeral.form != "words":
            return numeral.form != "plain" or not lexicon.exclusions.is_label(low, numeral.start, place.floor)
        spelling = lexicon.numbers.spelling
        word = low[numeral.start : numeral.end]
        if word in spelling.articles:
            return self._distances.counts(numeral, place)
        if numeral.ordinal and word in spelling.ordinals:
            return spelling.ranks_alone and self._is_place(numeral, place)
        if place.text[numeral.start].isupper() and lexicon.exclusions.is_label(
            low, numeral.start, place.floor
        ):
            return False
        if follows[:1] == "-" and follows[1:].isalpha():
            return not spelling.glued or lexicon.units.after(place.text, low, numeral.end) is not None
        return not lexicon.exclusions.is_other_word(low, numeral.start, numeral.end, place.floor)

    def _in_compound(self, numeral: Numeral, follows: str) -> bool:
        """Whether digits are part of a word: *grip 1-situatie*, *G7-land*."""
        hyphened = follows[:1] == "-" and follows[1:].isalpha()
        return hyphened and numeral.form == "plain" and self._lexicon.numbers.spelling.glued

    def _is_ranked(self, numeral: Numeral, place: Place) -> bool:
        """Whether *een vierde* before a noun is a rank: *een vierde plaats*."""
        article = place.low[numeral.start : numeral.end].split(" ")[0]
        lexicon = self._lexicon
        if article not in lexicon.numbers.fractions.numerators or place.text[numeral.start].isdigit():
            return False
        if next_word(place.low, numeral.end) in lexicon.nouns.of_words:
            return False
        if lexicon.units.after(place.text, place.low, numeral.end):
            return False
        last = place.low[numeral.start : numeral.end].split(" ")[-1]
        ranked = last in lexicon.numbers.spelling.ordinals
        return ranked and lexicon.nouns.find(place.text, numeral.end, place.limit) is not None

    def _is_unhedged(self, numeral: Numeral, place: Place) -> bool:
        """Whether a fraction that needs a hedge has none: *half* but for *nearly half*."""
        low, lexicon = place.low, self._lexicon
        if low[numeral.start : numeral.end] not in lexicon.numbers.fractions.hedged:
            return False
        return (
            low[numeral.end : numeral.end + 1] == "-"
            or lexicon.hedges.before(low, numeral.start, place.floor) is None
        )

    @staticmethod
    def _is_place(numeral: Numeral, place: Place) -> bool:
        """Whether an ordinal stands for who took that place: *als Dritte*; adjectives are lower case."""
        written = numeral.start > place.floor and place.text[numeral.start].isupper()
        return written or place.text[numeral.end : place.limit].lstrip("\"'”“»")[:1] in ("", ".", "!", "?")

    def _is_pointed(self, numeral: Numeral, place: Place) -> bool:
        """Whether a point inside the sentence makes the digits a rank: *am 15. Spieltag*."""
        if not self._lexicon.numbers.digits.ordinal_point or numeral.form != "plain":
            return False
        behind = place.text[numeral.end : min(numeral.end + 3, place.limit)]
        return behind[:1] == "." and behind[1:2] in (" ", "\u00a0") and behind[2:3].isalpha()

    def _rank(self, numeral: Numeral, place: Place) -> Draft | int:
        """An ordinal that stands alone; before a noun it says which one, not how many."""
        end = numeral.end + self._is_pointed(numeral, place)
        if self._lexicon.nouns.find(place.text, end, place.limit):
            return end
        value = numeral.value
        return Draft(numeral.start, numeral.end, "exact", value, value, value, "ordinal", confidence=0.6)

    def _measured(self, first: Numeral, unit: Unit | None, place: Place) -> Draft:
        """The quantity with its second end, unit, noun and hedge."""
        lexicon, low = self._lexicon, place.low
        start = min(first.start, unit.start) if unit else first.start
        second = lexicon.ranges.second(place.text, low, first, unit, place.floor, place.limit)
        last = second.numeral if second else None
        end = last.end if last else first.end
        if second is not None:
            unit = second.unit or unit
            start = start if second.start is None else second.start
            first = replace(first, value=-first.value) if second.negative and first.value else first
        elif unit and (whole := lexicon.composites.read(place.text, low, first, unit, place.limit)):
            first = replace(first, value=whole.value)
            end, unit = whole.end, replace(whole.unit, factor=Decimal(1))
        end = max(end, unit.end) if unit else end
        if (
            unit
            and unit.name in TIME_UNITS
            and last is None
            and (moved := self._distances.moved(first, unit, start, end, place))
        ):
            return moved
        return self._bounded(start, end, first, last, unit, place)

    def _bounded(
        self, start: int, end: int, first: Numeral, last: Numeral | None, unit: Unit | None, place: Place
    ) -> Draft:
        lexicon, low = self._lexicon, place.low
        signed = first.value is not None and first.value < 0
        negative = None if signed else self._sign_start(start, first, unit, place)
        start = start if negative is None else negative
        noun, modifiers = self._noun(end, first, last, unit, place)
        stop = noun.end if noun and 0 <= noun.end - end <= _FAR else end
        placed = False
        if unit and unit.name in TIME_UNITS:
            around = lexicon.phrases.around(low, start, end, place.floor)
            if around is not None:
                placed = around.start < start
                start, stop = around.start, max(stop, around.end)
        hedge = None if placed else lexicon.hedges.before(low, start, place.floor)
        if hedge is None:
            hedge = lexicon.hedges.after(low, stop) or lexicon.hedges.after(low, end)
            if hedge and noun is None:
                noun, modifiers = self._noun(hedge.end, first, last, unit, place)
                stop = noun.end if noun and noun.end - end <= _FAR else stop
        if rate := lexicon.units.rate(low, max(end, noun.end if noun else end)):
            if low[start : noun.end if noun else end].endswith(lexicon.units.times):
                stop = max(stop, rate.end())
            modifiers += (place.text[rate.start("rate") : rate.end()],)
        bound: Bound = hedge.bound if hedge else "about" if first.about else "exact"
        least, most, value, bound = interval(first, last, unit, bound, negative is not None)
        begin, stop = _with_hedge(self._article_start(start, first, place), stop, hedge)
        return Draft(
            begin, stop, bound, value, least, most, unit.name if unit else "count",
            place.text[hedge.start : hedge.end] if hedge else None, noun, modifiers,
            confidence=0.9 if noun or unit else 0.7,
        )  # fmt: skip

    def _noun(
        self, end: int, first: Numeral, last: Numeral | None, unit: Unit | None, place: Place
    ) -> tuple[Span | None, tuple[str, ...]]:
        if unit is None:
            singular = first.value == 1 and last is None
            measured = self._lexicon.nouns.find(place.text, end, place.limit, singular=singular)
            return (measured.noun, measured.modifiers) if measured else (None, ())
        return (Span(unit.start, unit.stop), ()) if unit.word and unit.start >= first.end else (None, ())

    def _sign_start(self, start: int, first: Numeral, unit: Unit | None, place: Place) -> int | None:
        """Where the minus of a negative number begins; None for a number that is not negative."""
        low = place.low
        if start < first.start and low[first.start - 1 : first.start] in ("-", "−"):
            return start
        tail = low[max(place.floor, start - 12) : start]
        bare = tail.rstrip(" \u00a0")
        if bare.endswith(("-", "−")):
            first_sign = len(bare) == 1 or bare[-2].isspace() or bare[-2] in _BEFORE_MINUS
            near = len(bare) == 1 or bare == tail or (unit is not None and unit.name.startswith("degree"))
            if first_sign and near:
                return start - (len(tail) - len(bare)) - 1
        word = last_word(low, start, place.floor)
        if word not in self._lexicon.numbers.negative or self._lexicon.hedges.before(low, start, place.floor):
            return None
        return low.rfind(word, place.floor, start)

    def _article_start(self, start: int, first: Numeral, place: Place) -> int:
        """The article before a number word that needs none: *a dozen*, *een miljoen*."""
        if first.form not in ("words", "few") or start != first.start:
            return start
        lexicon = self._lexicon
        word = last_word(place.low, start, place.floor)
        if (
            word not in lexicon.numbers.fractions.numerators
            or next_word(place.low, start) not in lexicon.bare
        ):
            return start
        return place.low.rfind(word, place.floor, start)

    def _is_name(self, numeral: Numeral, unit: Unit | None, draft: Draft, place: Place) -> bool:
        """Whether a number without a range is a pronoun (*de twee*) or part of a name (*Apollo 11*, *Model 3s*)."""
        low, spelling = place.low, self._lexicon.numbers.spelling
        if unit is not None:
            letter = unit.start == numeral.end and unit.end == unit.start + 1 and low[unit.start].isalpha()
            return letter and numeral.form == "plain" and follows_name(place.text, numeral.start, place.floor)
        if numeral.form == "words" and draft.noun is None:
            before = last_word(low, numeral.start, place.floor)
            if before in spelling.pronoun_after or low[numeral.start : numeral.end] in spelling.pronouns:
                return next_word(low, numeral.end) not in spelling.pronoun_before
        if numeral.form != "plain" or draft.hedge:
            return False
        noun = draft.noun.of(place.text) if draft.noun else None
        counted = noun is not None and noun[0].islower() and self._lexicon.nouns.is_plural(noun)
        return not counted and follows_name(place.text, numeral.start, place.floor)


def follows_name(text: str, start: int, floor: int) -> bool:
    """Whether a capitalised word that does not begin the sentence stands right before ``start``."""
    before = text[max(floor, start - 24) : start]
    words = before.split()
    if not words or not before[-1:].isspace() or words[-1].islower() or not words[-1][0].isalpha():
        return False
    return words[-1][-1].isalnum() and start - len(before) + before.rfind(words[-1]) > floor


def _with_hedge(start: int, end: int, hedge: Hedge | None) -> tuple[int, int]:
    return (min(start, hedge.start), max(end, hedge.end)) if hedge else (start, end)
