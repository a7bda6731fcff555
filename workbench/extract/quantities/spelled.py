"""Number words: from morphemes to a value.

One grammar serves every language; what differs (order of unit and ten, glued words, *quatre-vingt*) is data.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from workbench.extract.quantities.patterns import alternation, trie_pattern
from workbench.languages.schema.numbers import NumbersTable

Part = Literal["unit", "teen", "tens", "hundred", "scale", "half", "and"]
_HALF = Decimal("0.5")
_GAP = re.compile(r"[ \u00a0\u202f]{1,2}|-|[ \u00a0]?\n?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Morpheme:
    """The smallest piece of a number word."""

    part: Part
    """What it does in the number."""
    value: int
    """What it is worth."""
    ordinal: bool = False
    """It ends an ordinal."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number in words."""

    end: int
    """Where it ends."""
    value: Decimal
    """What it says."""
    ordinal: bool
    """It is a rank."""
    morphemes: int
    """How many pieces it has."""


class _Sum:
    """A number while it is being read; ``add`` refuses what cannot follow."""

    __slots__ = (
        "_after",
        "_hundreds",
        "_last",
        "_room",
        "_scale",
        "_small",
        "_spelling",
        "_total",
        "_uplift",
    )

    def __init__(self, words: WordReader) -> None:
        self._spelling = words
        self._total = self._hundreds = self._small = 0
        self._room = self._scale = 1 << 80
        self._last: Part | None = None
        self._after: Part | None = None
        self._uplift = Decimal(0)

    def value(self) -> Decimal:
        return Decimal(self._total + self._hundreds + self._small) + self._uplift

    def add(self, piece: Morpheme) -> bool:
        """Whether the piece fits; takes it when it does."""
        if self._last == "half":
            return False
        fits = getattr(self, f"_add_{piece.part}")(piece.value)
        if fits:
            self._after, self._last = self._last, piece.part
        return bool(fits)

    def _add_and(self, _: int) -> bool:
        kind = "unit" if self._last == "teen" else self._last
        return kind in self._spelling.connector_after

    def _add_unit(self, value: int) -> bool:
        if self._last == "teen" or value >= self._room or (value == 0 and self._last):
            return False
        if self._small and self._last == "and" and (self._after == "unit" or not self._joined(value)):
            return False
        self._small += value
        self._room = 1
        return True

    def _joined(self, value: int) -> bool:
        """Whether a connector may stand between a ten and ``value``."""
        return not self._spelling.connector_units or value in self._spelling.connector_units

    def _add_teen(self, value: int) -> bool:
        if value >= self._room or (self._small and self._small not in self._spelling.wide_tens):
            return False
        self._small += value
        self._room = 1
        return True

    def _add_tens(self, value: int) -> bool:
        if self._spelling.vigesimal and value == 20 and self._small == 4 and self._last == "unit":
            self._small = 80
            self._room = 20
            return True
        inverted = self._spelling.units_first and self._last == "and" and self._after == "unit"
        if inverted and 0 < self._small < 10:
            self._small += value
            self._room = 1
            return True
        if self._small or value >= self._room:
            return False
        self._small = value
        self._room = 20 if value in self._spelling.wide_tens else 1 if value % 10 else 10
        return True

    def _add_hundred(self, value: int) -> bool:
        if (
            self._hundreds
            or self._last == "and"
            or self._small >= self._spelling.hundreds_below
            or (self._last and self.value() == 0)
        ):
            return False
        if self._small and value > 100:
            return False  # *doscientos* is 200 already
        self._hundreds = value * (self._small or 1)
        self._small = 0
        self._room = 100
        return True

    def _add_scale(self, value: int) -> bool:
        group = self._hundreds + self._small
        if self._last == "and" or value == self._scale or (self._last and self.value() == 0):
            return False
        if value < self._scale:
            self._total += value * (group or 1)
        else:
            self._total = (self._total + group) * value
        self._hundreds = self._small = 0
        self._scale = value
        self._room = 1000
        return True

    def _add_half(self, _: int) -> bool:
        if self._last not in ("and", *self._spelling.halves_after):
            return False
        self._uplift = _HALF
        return True


class WordReader:
    """Reads number words of one language.

    Args:
        table: the numbers.
        suffixes: units that are glued to a number word: *jarige*.
    """

    def __init__(self, table: NumbersTable, suffixes: Iterable[str] = ()) -> None:
        spelling = table.spelling
        self.units_first = spelling.units_first
        """The unit stands before the ten."""
        self.vigesimal = spelling.vigesimal
        """*quatre-vingt* is 80."""
        self.wide_tens = frozenset(spelling.wide_tens)
        """Tens that take 10 to 19 after them."""
        self.connector_after = frozenset(spelling.connector_after)
        """After which parts a connector may stand."""
        self.connector_units = spelling.connector_units
        """The only numbers that a connector joins to a ten; empty where all."""
        self.hundreds_below = spelling.hundreds_below
        """What may not be counted in hundreds any more."""
        self.halves_after = spelling.halves_after
        """After which parts a half may stand without a connector."""
        self._glued = spelling.glued
        self._suffix = re.compile(rf"(?:{alternation(suffixes)})(?!\w)").match
        self._pieces = _pieces(table)
        self._match = re.compile(trie_pattern(dict.fromkeys(self._pieces, ""))).match
        self._asked: tuple[str, int, bool] = "", -1, True
        self._answer: Spelled | None = None

    @property
    def words(self) -> list[str]:
        """Every morpheme that can begin a number."""
        return [word for word, piece in self._pieces.items() if piece.part not in ("and", "half")]

    def read(self, low: str, start: int, *, connected: bool = True) -> Spelled | None:
        """The longest number word at ``start`` of the lower-cased text; kept, since several readers ask for it in a row.

        Args:
            low: the text in lower case.
            start: where the word would begin.
            connected: whether a connector that stands alone may join two parts; not after *between*.
        """
        text, at, joined = self._asked
        if text is not low or at != start or joined != connected:
            self._asked, self._answer = (low, start, connected), self._read(low, start, connected)
        return self._answer

    def _read(self, low: str, start: int, connected: bool) -> Spelled | None:
        match = self._match(low, start)
        if match is None:
            return None
        number = _Sum(self)
        best = before_connector = None
        position, count = start, 0
        while match is not None:
            piece = self._pieces[match.group()]
            alone = position > start and not low[position - 1].isalpha()
            if piece.part == "and" and (alone and not connected):
                break
            if not number.add(piece):
                return before_connector or best if piece.part in ("hundred", "scale") else best
            count += 1
            position = match.end()
            inside = position < len(low) and (low[position].isalnum() or low[position] == "_")
            if inside and self._glued and piece.part != "and" and self._suffix(low, position):
                return Spelled(position, number.value(), piece.ordinal, count)
            if piece.part == "and":
                before_connector = best if alone else before_connector
            elif not inside:
                best = Spelled(position, number.value(), piece.ordinal, count)
                if piece.ordinal:
                    return best
            if not inside:
                position = self._next_word(low, position)
            elif not self._glued:
                return best
            match = self._match(low, position)
        return best

    @staticmethod
    def _next_word(low: str, position: int) -> int:
        gap = _GAP.match(low, position)
        return gap.end() if gap else position


def _pieces(table: NumbersTable) -> dict[str, Morpheme]:
    spelling = table.spelling
    pieces = {word: Morpheme("and", 0) for word in spelling.connectors}
    pieces |= {word: Morpheme("half", 0) for word in spelling.halves}
    pieces |= {word: Morpheme(_part(value), value) for word, value in spelling.cardinals.items()}
    pieces |= {word: Morpheme("hundred", 100) for word in spelling.hundred}
    pieces |= {word: Morpheme("scale", value) for word, value in spelling.scales.items()}
    pieces |= {word: Morpheme(_part(value), value, True) for word, value in spelling.ordinals.items()}
    return pieces


def _part(value: int) -> Part:
    if value < 10:
        return "unit"
    if value < 20:
        return "teen"
    if value < 100:
        return "tens"
    return "hundred" if value < 1000 else "scale"
