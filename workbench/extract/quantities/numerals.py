"""Numerals: digits, words, fractions and vague quantities as one value."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from workbench.extract.quantities.collectives import CollectiveReader
from workbench.extract.quantities.digits import VULGAR, DigitReader, as_decimal
from workbench.extract.quantities.numeral import Numeral
from workbench.extract.quantities.patterns import alternation
from workbench.extract.quantities.spelled import WordReader
from workbench.languages.schema.numbers import NumbersTable

_SPACE = r"[ \u00a0\u202f]"
_MAX_DECIMALS = 12
_MAX_PART = 99
_MAX_WHOLE = 100_000
_LEAD = re.compile(rf"{_SPACE}{{1,2}}\n?|\n|-")


class NumeralReader:
    """Reads numerals of one language at a given place.

    Args:
        table: the numbers.
        suffixes: units that are glued to a number word: *jarige*.
    """

    def __init__(self, table: NumbersTable, suffixes: Iterable[str] = ()) -> None:
        self._table = table
        self._digits = DigitReader(table.digits)
        self.words = WordReader(table, suffixes)
        """The reader of number words."""
        spelling_scales = table.spelling.scales
        scales = spelling_scales | dict.fromkeys(table.spelling.hundred, 100)
        self._scales = scales
        self._scale = re.compile(rf"{_SPACE}{{0,2}}\n?(?P<word>{alternation(scales)})(?!\w)").match
        after_digits = scales if table.digits.hundreds else spelling_scales
        self._digit_scale = re.compile(
            rf"{_SPACE}{{0,2}}\n?(?P<word>{alternation(after_digits)})(?!\w)"
        ).match
        unless = rf"{_SPACE}(?:{alternation(table.digits.glued_not_before)})(?!\w)"
        self._glued = re.compile(
            rf"(?P<word>{alternation(table.digits.glued_scales)})(?![\w²³/]|{unless})"
        ).match
        self._ordinal = re.compile(rf"(?:{alternation(table.digits.ordinal_suffixes)})(?!\w)").match
        fractions = table.fractions
        self._fraction = re.compile(rf"(?:{alternation(fractions.words)})(?!\w)").match
        self._part = re.compile(rf"(?:{_SPACE}|-| / )(?P<word>{alternation(fractions.parts)})(?!\w)").match
        self._one = re.compile(
            rf"(?:{alternation(fractions.numerators)})(?:{_SPACE}|-)(?P<word>{alternation(fractions.parts)})(?!\w)"
        ).match
        self._article = re.compile(rf"(?:{alternation(fractions.numerators)})(?:{_SPACE}|-)").match
        self._out_of = re.compile(rf"{_SPACE}(?:{alternation(fractions.out_of)}){_SPACE}").match
        self._added = re.compile(rf"{_SPACE}(?P<word>{alternation(fractions.added)})(?!\w)").match
        vague = table.vague
        self._few = re.compile(rf"(?:{alternation(vague.few)})(?!\w)").match
        self._tens = re.compile(rf"(?:{alternation(vague.tens)})(?!\w)").match
        self._dozens = re.compile(rf"(?:{_SPACE}{{1,2}})?(?P<word>{alternation(vague.dozens)})(?!\w)").match
        self._link = re.compile(rf"{_SPACE}(?:{alternation(table.spelling.connectors)}){_SPACE}").match
        self._point = re.compile(rf"{_SPACE}(?:{alternation(table.spelling.point)}){_SPACE}").match
        self._collectives = CollectiveReader(vague, self.words)

    def starts(self) -> list[str]:
        """Every word a numeral can begin with."""
        vague, fractions = self._table.vague, self._table.fractions
        return [*self.words.words, *vague.few, *vague.tens, *vague.dozens, *fractions.words,
                *(f"{one} {part}" for one in fractions.numerators for part in fractions.parts)]  # fmt: skip

    def read(self, text: str, low: str, start: int, *, connected: bool = True) -> Numeral | None:
        """The numeral at ``start``.

        Args:
            text: the text.
            low: the same in lower case, of the same length.
            start: where the numeral would begin.
            connected: see :meth:`WordReader.read`.
        """
        first = text[start]
        if (
            first.isdecimal()
            or first in VULGAR
            or (first in ".," and text[start + 1 : start + 2].isdecimal())
        ):
            return self._read_digits(text, low, start)
        return (
            self._read_fraction(low, start)
            or self._read_vague(low, start)
            or self._read_words(low, start, connected)
        )

    def scales_at(self, low: str, end: int) -> bool:
        """Whether a scale word stands right after digits that end at ``end``."""
        return self._digit_scale(low, end) is not None

    def scaled_after(self, low: str, numeral: Numeral, end: int) -> Numeral | None:
        """The numeral with a scale word that stands behind its unit: *75 USD million*."""
        match = self._scale(low, end)
        if match is None or numeral.value is None or numeral.scale > 1 or end <= numeral.end:
            return None
        scale = self._scales[match["word"]]
        return replace(numeral, end=match.end(), value=numeral.value * scale, scale=scale)

    def _read_digits(self, text: str, low: str, start: int) -> Numeral | None:
        written = self._digits.read(text, start)
        if written is None:
            return None
        numeral = Numeral(start, written.end, "plain" if written.plain else "digits", written.value)
        if match := self._glued(text, written.end):
            scale = self._table.digits.glued_scales[match["word"]]
            return replace(numeral, end=match.end(), form="digits", value=written.value * scale)
        if written.plain and (match := self._ordinal(low, written.end)):
            return replace(numeral, end=match.end(), ordinal=True)
        return self._share(text, low, self._extended(low, numeral))

    def _share(self, text: str, low: str, numeral: Numeral) -> Numeral:
        """*één op de drie*, *3 out of 10*: a share of a small whole."""
        match = self._out_of(low, numeral.end)
        if (
            match is None
            or numeral.form not in ("plain", "words")
            or not numeral.value
            or numeral.value > _MAX_PART
        ):
            return numeral
        whole = self._read_share(text, low, match.end())
        if whole is None or whole.value is None or not numeral.value < whole.value <= _MAX_WHOLE:
            return numeral
        return replace(numeral, end=whole.end, form="fraction", value=numeral.value / whole.value)

    def _read_share(self, text: str, low: str, start: int) -> Numeral | None:
        if text[start : start + 1].isdecimal():
            written = self._digits.read(text, start)
            return Numeral(start, written.end, "plain", written.value) if written and written.plain else None
        spelled = self.words.read(low, start)
        return (
            Numeral(start, spelled.end, "words", spelled.value) if spelled and not spelled.ordinal else None
        )

    def _extended(self, low: str, numeral: Numeral) -> Numeral:
        """The numeral with the scale word, dozen or part that follows it."""
        value = numeral.value
        assert value is not None
        written = numeral.form in ("plain", "digits")
        counted = value < self._table.spelling.hundreds_below
        if match := (self._scale if counted and not written else self._digit_scale)(low, numeral.end):
            scale = self._scales[match["word"]]
            value *= scale
            numeral = replace(numeral, end=match.end(), form="digits", value=value, scale=scale)
            if further := self._scale(low, numeral.end):
                value *= self._scales[further["word"]]
                numeral = replace(numeral, end=further.end(), value=value)
        elif match := self._dozens(low, numeral.end):
            value *= self._table.vague.dozens[match["word"]]
            numeral = replace(
                numeral, end=match.end(), form="digits", value=value, about=self._table.vague.dozens_about
            )
        elif (match := self._part(low, numeral.end)) and 0 < value < max(
            part := self._table.fractions.parts[match["word"]], _MAX_PART + 1
        ):
            numeral = replace(numeral, end=match.end(), form="fraction", value=value / part)
        if numeral.form != "fraction" and (match := self._added(low, numeral.end)):
            return self._with_part(low, numeral, value, match)
        return numeral

    def _with_part(self, low: str, numeral: Numeral, value: Decimal, match: re.Match[str]) -> Numeral:
        """*twee en een half miljoen*, *drie miljoen en een kwart*, *een miljard en een half miljoen*."""
        part, end, scale = as_decimal(self._table.fractions.added[match["word"]]), match.end(), numeral.scale
        behind = self._scale(low, end)
        if behind is None:
            value += part * scale
        else:
            end, times = behind.end(), self._scales[behind["word"]]
            value = (value + part) * times if scale == 1 else value + part * times
            scale = max(scale, times)
        return replace(numeral, end=end, form="digits", value=value, scale=scale)

    def _read_fraction(self, low: str, start: int) -> Numeral | None:
        fractions = self._table.fractions
        if match := self._fraction(low, start):
            numeral = Numeral(start, match.end(), "fraction", as_decimal(fractions.words[match.group()]))
            if dozen := self._dozens(low, match.end()):
                assert numeral.value is not None
                times = self._table.vague.dozens[dozen["word"]]
                return replace(numeral, end=dozen.end(), form="words", value=numeral.value * times)
            if scale := self._scale(low, match.end()):
                assert numeral.value is not None
                times = self._scales[scale["word"]]
                return replace(numeral, end=scale.end(), form="words", value=numeral.value * times)
            return numeral
        if match := self._one(low, start):
            return Numeral(start, match.end(), "fraction", as_decimal(f"1/{fractions.parts[match['word']]}"))
        article = self._article(low, start)
        return (
            self._of_parts(low, Numeral(start, start, "words", Decimal(1)), article.end())
            if article
            else None
        )

    def _of_parts(self, low: str, numeral: Numeral, begin: int) -> Numeral | None:
        """So many parts that only a composed ordinal names: *un vingt-cinquième*, *drie eenentwintigste*."""
        part = self.words.read(low, begin)
        if part is None or not part.ordinal or part.morphemes == 1 or numeral.value is None:
            return None
        if not 0 < numeral.value < part.value:
            return None
        return replace(numeral, end=part.end, form="fraction", value=numeral.value / part.value)

    def _read_vague(self, low: str, start: int) -> Numeral | None:
        vague = self._table.vague
        if match := self._tens(low, start):
            unit = Decimal(vague.tens[match.group()])
            return self._scaled(low, Numeral(start, match.end(), "vague", None, unit * 2, unit * 10, True))
        if match := self._dozens(low, start):
            dozen = Decimal(vague.dozens[match["word"]])
            return Numeral(start, match.end(), "words", dozen, about=vague.dozens_about)
        if not (match := self._few(low, start)):
            return None
        few = Decimal(vague.few[match.group()])
        numeral = Numeral(start, match.end(), "few", few, about=True)
        if (gap := _LEAD.match(low, match.end())) and (tens := self._tens(low, gap.end())):
            unit = Decimal(vague.tens[tens.group()])
            return Numeral(start, tens.end(), "vague", few * unit, about=True)
        return self._scaled(low, numeral)

    def _scaled(self, low: str, numeral: Numeral) -> Numeral:
        gap = _LEAD.match(low, numeral.end)
        if match := self._scale(low, numeral.end):
            scale = self._scales[match["word"]]
        elif gap and (match := self._tens(low, gap.end())):
            scale = self._table.vague.tens[match.group()]
        else:
            return numeral
        times = [None if x is None else x * scale for x in (numeral.value, numeral.low, numeral.high)]
        return replace(numeral, end=match.end(), form="vague", value=times[0], low=times[1], high=times[2])

    def _read_words(self, low: str, start: int, connected: bool) -> Numeral | None:
        spelled = self.words.read(low, start, connected=connected)
        if spelled is None:
            found = self._collectives.read(low, start)
            return Numeral(start, found[0], "words", found[1], about=found[2]) if found else None
        if connected and spelled.value >= _MAX_PART and self._part(low, spelled.end):
            return self._read_words(low, start, False)  # *five billion and three quarters*
        numeral = Numeral(start, spelled.end, "words", spelled.value, ordinal=spelled.ordinal)
        if spelled.ordinal:
            return numeral
        numeral = replace(numeral, scale=_scale_of(spelled.value, spelled.morphemes))
        gap = _LEAD.match(low, numeral.end)
        if gap and spelled.morphemes == 1 and (parts := self._of_parts(low, numeral, gap.end())):
            return parts
        extended = self._mixed(low, self._extended(low, self._pointed(low, numeral)))
        if extended.form == "fraction":
            return extended
        return self._share(low, low, replace(extended, form="words"))

    def _mixed(self, low: str, numeral: Numeral) -> Numeral:
        """The numeral with the parts of one that are added: *three and one fourth*, *two million and three fifths*."""
        link = self._link(low, numeral.end) if numeral.form != "fraction" else None
        if link is None or numeral.value is None:
            return numeral
        share = self._one(low, link.end())
        if share is not None:
            part = Decimal(1) / self._table.fractions.parts[share["word"]]
            return replace(numeral, end=share.end(), value=numeral.value + part * numeral.scale)
        count = self.words.read(low, link.end(), connected=False)
        match = self._part(low, count.end) if count and not count.ordinal and 0 < count.value < 20 else None
        if count is None or match is None:
            return numeral
        part = count.value / self._table.fractions.parts[match["word"]]
        return replace(numeral, end=match.end(), value=numeral.value + part * numeral.scale)

    def _pointed(self, low: str, numeral: Numeral) -> Numeral:
        """Decimals in words: *five point five*, *zwei Komma drei*."""
        if not (match := self._point(low, numeral.end)):
            return numeral
        digits, end = "", match.end()
        while len(digits) < _MAX_DECIMALS and (spelled := self.words.read(low, end, connected=False)):
            if spelled.ordinal or spelled.value >= 100:
                break
            digits += str(spelled.value)
            numeral = replace(numeral, end=spelled.end)
            gap = _LEAD.match(low, spelled.end)
            end = gap.end() if gap else len(low)
        if not digits or numeral.value is None:
            return numeral
        return replace(numeral, value=numeral.value + Decimal(f"0.{digits}"))


def _scale_of(value: Decimal, morphemes: int) -> int:
    """The scale that a number in words was said with; 1 for *duizend* alone, which is a number of its own."""
    scale = 1
    while morphemes > 1 and value >= scale * 1000 and value % (scale * 1000) == 0:
        scale *= 1000
    return scale
