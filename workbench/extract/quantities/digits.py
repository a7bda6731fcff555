"""Numbers in digits: separators by language and by what the groups allow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from workbench.languages.schema.numbers import Digits

VULGAR = {
    "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5", "⅘": "4/5",
    "⅙": "1/6", "⅚": "5/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8",
}  # fmt: skip
"""Fraction characters and what they say."""
_SLASHED = re.compile(
    r"(?:[ \u00a0]{0,2}([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]))|[ \u00a0]{1,2}(\d{1,3})/(\d{1,4})(?![\d/.,-]*\d)"
)
_PLAIN_FRACTION = re.compile(r"(\d{1,4}) ?/ ?(\d{1,5})(?![\d/.-]*\d)")
_EXPONENT = re.compile(r"[eE]([+-]?\d{1,2})(?!\w)|\^([+-]?\d{1,3})(?!\w)")
_MAX_DIGITS = 40


@dataclass(frozen=True, slots=True)
class Written:
    """A number in digits."""

    end: int
    """Where it ends."""
    value: Decimal
    """What it says."""
    plain: bool
    """Digits only: no separator, fraction or exponent; such a number may be a year or a day."""


def as_decimal(fraction: str) -> Decimal:
    """``"2/3"`` as a decimal of 28 digits."""
    parts = Fraction(fraction)
    return Decimal(parts.numerator) / Decimal(parts.denominator)


class DigitReader:
    """Reads numbers in digits as one language writes them."""

    def __init__(self, digits: Digits) -> None:
        own, point = re.escape(digits.thousands), re.escape(digits.decimal)
        other = re.escape("," if digits.decimal == "." else ".")
        space = r"[ \u00a0\u202f\u2009]" if digits.space_groups else r"[\u00a0\u202f\u2009]"
        fine = rf"(?:{point}\d{{1,20}})?(?![\d])"
        self._decimal = digits.decimal
        self._match = re.compile(
            rf"(?P<own>\d{{1,3}}(?:{own}\d{{3}}){{1,8}}{fine})"
            rf"|(?P<indian>\d{{1,2}}(?:{own}\d\d){{1,5}}{own}\d{{3}}{fine})"
            rf"|(?P<space>\d{{1,3}}(?:{space}\d{{3}}){{1,8}}{fine}|\d{{1,3}}(?: \d{{3}}){{2,8}}{fine})"
            rf"|(?P<tick>\d{{1,3}}(?:['’]\d{{3}}){{1,8}}{fine})"
            rf"|(?P<foreign>\d{{1,3}}(?:{other}\d{{3}}){{2,8}}(?:{own}\d{{1,20}})?(?!\d))"
            rf"|(?P<point>\d{{0,20}}{point}\d{{1,20}}(?![\d]))"
            rf"|(?P<odd>\d{{1,20}}{other}\d{{1,20}}(?![\d]))"
            rf"|(?P<plain>\d{{1,{_MAX_DIGITS}}})"
        ).match

    def read(self, text: str, start: int) -> Written | None:
        """The number that begins at ``start``, which must be a digit, a decimal sign or a fraction character."""
        if text[start] in VULGAR:
            return Written(start + 1, as_decimal(VULGAR[text[start]]), False)
        match = self._match(text, start)
        if match is None:
            return None
        kind = match.lastgroup or "plain"
        value = self._value(match.group(), kind)
        return self._with_fraction(text, match.end(), start, value, kind == "plain")

    def _value(self, written: str, kind: str) -> Decimal:
        if kind in ("odd", "plain"):
            return Decimal(written.replace(",", "."))
        if kind == "foreign":
            other = "," if self._decimal == "." else "."
            whole, _, fraction = written.replace(other, "").partition("." if other == "," else ",")
        else:
            whole, _, fraction = written.partition(self._decimal)
        return Decimal(re.sub(r"\D", "", whole) or "0") + (Decimal(f"0.{fraction}") if fraction else 0)

    @staticmethod
    def _with_fraction(text: str, end: int, start: int, value: Decimal, plain: bool) -> Written:
        if plain and (added := _SLASHED.match(text, end)):
            fraction = VULGAR[added[1]] if added[1] else f"{added[2]}/{added[3]}"
            if not fraction.endswith("/0") and Fraction(fraction) < 1:
                return Written(added.end(), value + as_decimal(fraction), False)
        if plain and (whole := _PLAIN_FRACTION.match(text, start)) and int(whole[2]):
            return Written(whole.end(), as_decimal(f"{whole[1]}/{whole[2]}"), False)
        if power := _EXPONENT.match(text, end):
            if power[1]:
                return Written(power.end(), value.scaleb(int(power[1])), False)
            if value and abs(value) < 10**6:
                return Written(power.end(), value ** int(power[2]), False)
        return Written(end, value, plain)
