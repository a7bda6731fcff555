"""Units beside a numeral: money, percent, time and measures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from workbench.extract.quantities.patterns import alternation
from workbench.languages.schema.units import UnitsTable

_MILLION = Decimal(1_000_000)
_TAIL = 24
_GAP = r"[ \u00a0\u202f]{0,2}"


@dataclass(frozen=True, slots=True)
class Unit:
    """What a figure is measured in."""

    name: str
    """``count``, ISO 4217 code, ``percent``, a time unit, or a measure."""
    start: int
    """Where its words begin."""
    end: int
    """Where they end."""
    factor: Decimal = Decimal(1)
    """What the number is multiplied by: 10 for decades counted in years, 0.01 for cents."""
    word: bool = True
    """It is a word, and so also the measured noun."""
    age: int = 0
    """Length of the words that make it an age: *oud*."""

    @property
    def stop(self) -> int:
        """Where the unit itself ends."""
        return self.end - self.age


class UnitReader:
    """Finds the unit right after a number, or the currency right before it."""

    def __init__(self, own: UnitsTable, shared: UnitsTable) -> None:
        self._names: dict[str, tuple[str, Decimal]] = {}
        for table in (shared, own):
            self._learn(table)
        self.codes = [code.lower() for table in (shared, own) for code in table.money]
        """Currency codes in lower case: one may be glued to its amount."""
        before = [w for table in (shared, own) for words in table.money.values() for w in words if _leads(w)]
        before += [f"M{code}" for code in shared.money]
        self._letters = frozenset(w for w in self._names if w[-1:].isalpha() or w[-1:] == ".")
        signs = [w for w in self._names if w not in self._letters]
        leading = alternation(own.leading)
        self._after = re.compile(
            rf"{_GAP}-?(?:(?:{leading})(?:(?<=['’])|[ \u00a0]))?"
            rf"(?:(?P<word>{alternation(self._letters)})(?![^\W\d]|\d|\^\d)|(?P<sign>{alternation(signs)}))"
        ).match
        self._before = re.compile(rf"(?<![^\W\d_])(?P<word>{alternation(before)}){_GAP}[-−]?{_GAP}\Z").search
        self.times = own.times
        """Nouns that count how often."""
        rated = alternation(word for word in own.per if word.isalpha())
        spans = alternation(word for words in own.time.values() for word in words)
        self._rate = re.compile(
            rf"[ \u00a0]{{1,2}}\n?(?P<rate>(?:{rated})[ \u00a0](?:{spans}|{alternation(own.rated)}))(?!\w)"
        ).match
        self._age = re.compile(rf"{_GAP}-?(?:{alternation(own.age)})(?!\w)").match
        self._age_before = re.compile(rf"(?<!\w)(?:{alternation(own.age_before)})[ \u00a0]{{1,2}}\Z").search
        self._suffixes = dict.fromkeys(own.age_suffixes, "year")
        self._suffixes |= {suffix: unit for unit, suffixes in own.glued.items() for suffix in suffixes}
        self._suffixed = re.compile(rf"{_GAP}[-‑–]?{_GAP}(?P<word>{alternation(self._suffixes)})(?!\w)").match

    def after(self, text: str, low: str, end: int) -> Unit | None:
        """The unit that stands right after ``end``."""
        if found := self._suffixed(low, end):
            return Unit(self._suffixes[found["word"]], found.start("word"), found.end())
        for source in (text, low):
            if match := self._after(source, end):
                group = match.lastgroup or "word"
                name, factor = self._names[match[group]]
                start, stop = match.span(group)
                if source is low and stop == start + 1 and text[start].isupper():
                    return None  # *3G* weighs nothing
                age = 0
                if name in ("year", "month", "week", "day") and (old := self._age(low, stop)):
                    age = old.end() - stop
                word = group == "word" and not match[group].isupper()
                return Unit(name, start, stop + age, factor, word, age)
        return None

    def aged(self, low: str, start: int, floor: int) -> Unit | None:
        """Years, where the words before a bare number make it an age: *aged 82*."""
        found = self._age_before(low[max(floor, start - _TAIL) : start])
        return Unit("year", start, start, word=False) if found else None

    def rate(self, low: str, end: int) -> re.Match[str] | None:
        """What the figure that ends at ``end`` is counted for: *per week*, *par an*."""
        return self._rate(low, end)

    def before(self, text: str, start: int, floor: int) -> Unit | None:
        """The currency that stands right before ``start``, not before ``floor``."""
        tail = text[max(floor, start - 12) : start]
        nearest = tail.rstrip("- \u00a0\u202f−")[-1:]
        if nearest.islower() or nearest.isdecimal() or not nearest:
            return None
        for source in (tail, tail.lower()):
            if match := self._before(source):
                name, factor = self._names[match["word"]]
                offset = start - len(tail)
                return Unit(name, offset + match.start("word"), start, factor, False)
        return None

    def _learn(self, table: UnitsTable) -> None:
        one = Decimal(1)
        for code, words in table.money.items():
            self._names |= {code: (code, one), code.lower(): (code, one), f"M{code}": (code, _MILLION)}
            self._names |= dict.fromkeys(words, (code, one))
        for code, words in table.cents.items():
            self._names |= dict.fromkeys(words, (code, one))
        self._names |= dict.fromkeys(table.percent, ("percent", one))
        self._names |= dict.fromkeys(table.points, ("percentage_point", one))
        for unit, words in table.time.items():
            self._names |= dict.fromkeys(words, (unit, one))
        for longer, words in table.longer.items():
            times, unit = longer.split()
            self._names |= dict.fromkeys(words, (unit, Decimal(times)))
        for measure, words in table.measures.items():
            self._names |= dict.fromkeys(words, (measure, one))


def _leads(word: str) -> bool:
    """Whether a currency's word may stand before the amount: signs and codes do, names do not."""
    return not word.isalpha() or word.isupper()
