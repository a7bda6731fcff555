"""Number words: what a speller writes, the reader reads back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from workbench.extract.quantities.spelled import WordReader
from workbench.languages.base import LANGUAGES
from workbench.languages.schema.numbers import NumbersTable

NL = [
    "nul",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
]
NL_TENS = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]
EN = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
EN_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
DE = [
    "null",
    "ein",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
]
DE_TENS = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
FR = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
FR_TENS = ["vingt", "trente", "quarante", "cinquante", "soixante"]


def dutch(number: int, *, trema: bool = True) -> str:
    """Dutch as the spelling rules have it: a space after *duizend*, a trema after a vowel."""
    if number < 20:
        return NL[number]
    if number < 100:
        tens, unit = NL_TENS[number // 10 - 2], number % 10
        link = "ën" if trema and NL[unit].endswith("e") else "en"
        return f"{NL[unit]}{link}{tens}" if unit else tens
    if number < 1000:
        head, rest = ("" if number < 200 else NL[number // 100]) + "honderd", number % 100
        return head + (dutch(rest, trema=trema) if rest else "")
    if number < 1_000_000:
        thousands, rest = divmod(number, 1000)
        head = ("" if thousands == 1 else dutch(thousands, trema=trema)) + "duizend"
        return head + (f" {dutch(rest, trema=trema)}" if rest else "")
    return "een miljoen"


def english(number: int, link: str = " and ") -> str:
    """English with a hyphen in the tens and *and* after the hundreds."""
    if number < 20:
        return EN[number]
    if number < 100:
        return EN_TENS[number // 10 - 2] + (f"-{EN[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = number % 100
        return f"{EN[number // 100]} hundred" + (link + english(rest, link) if rest else "")
    if number < 1_000_000:
        thousands, rest = divmod(number, 1000)
        small = link if 0 < rest < 100 else " "
        return f"{english(thousands, link)} thousand" + (small + english(rest, link) if rest else "")
    return "one million"


def german(number: int) -> str:
    """German in one word, *eins* at the end."""
    return _german(number) + ("s" if number % 100 == 1 else "")


def _german(number: int) -> str:
    if number < 20:
        return DE[number]
    if number < 100:
        unit = number % 10
        return (f"{DE[unit]}und" if unit else "") + DE_TENS[number // 10 - 2]
    if number < 1000:
        return f"{DE[number // 100]}hundert" + (_german(number % 100) if number % 100 else "")
    if number < 1_000_000:
        return f"{_german(number // 1000)}tausend" + (_german(number % 1000) if number % 1000 else "")
    return "eine million"


def french(number: int) -> str:
    """French in the traditional spelling of France."""
    if number < 20:
        return FR[number]
    if number < 100:
        return _french_tens(number)
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        plural = "s" if hundreds > 1 and not rest else ""
        return (
            ("" if hundreds == 1 else f"{FR[hundreds]} ")
            + f"cent{plural}"
            + (f" {french(rest)}" if rest else "")
        )
    if number < 1_000_000:
        thousands, rest = divmod(number, 1000)
        head = (
            ""
            if thousands == 1
            else f"{french(thousands).removesuffix('s') if thousands % 100 == 80 else french(thousands)} "
        )
        return f"{head}mille" + (f" {french(rest)}" if rest else "")
    return "un million"


def _french_tens(number: int) -> str:
    if number >= 80:
        return "quatre-vingts" if number == 80 else f"quatre-vingt-{french(number - 80)}"
    base = min(number // 10, 6)
    rest = number - base * 10
    word = FR_TENS[base - 2]
    if not rest:
        return word
    return f"{word} et {french(rest)}" if rest in (1, 11) else f"{word}-{french(rest)}"


SPELLERS: dict[str, Callable[[int], str]] = {"nl": dutch, "en": english, "de": german, "fr": french}
SAMPLE = [*range(1200), *range(1200, 1_000_000, 487), *range(100_000, 1_000_000, 100_000), 999_999, 1_000_000]


def reader(code: str) -> WordReader:
    """The reader of number words of a language."""
    table = LANGUAGES.load(code).table("numbers", NumbersTable)
    assert table is not None
    return WordReader(table)


def wrong(code: str, spell: Callable[[int], str]) -> list[str]:
    """What was not read back whole and right."""
    read = reader(code).read
    bad = []
    for number in SAMPLE:
        word = spell(number)
        found = read(word, 0)
        if found is None or found.end != len(word) or found.value != number:
            bad.append(f"{number} {word} {found}")
    return bad


@pytest.mark.parametrize("code", sorted(SPELLERS))
def test_numbers_up_to_a_million_are_read_back(code: str) -> None:
    """Every sampled number from 0 to 1,000,000, spelled by rule, is read as itself to its last letter."""
    assert wrong(code, SPELLERS[code]) == []


def test_dutch_without_trema_is_read() -> None:
    """A Dutch number spelled without its trema has the same value."""
    assert wrong("nl", lambda number: dutch(number, trema=False)) == []


def test_dutch_in_one_word_is_read() -> None:
    """A Dutch number written without the space after *duizend* has the same value."""
    assert wrong("nl", lambda number: dutch(number).replace("duizend ", "duizend")) == []


def test_american_english_without_and_is_read() -> None:
    """English without *and* has the same value."""
    assert wrong("en", lambda number: english(number, " ")) == []


@pytest.mark.parametrize(
    ("code", "text", "end"),
    [
        ("nl", "tweemansfractie", None),
        ("nl", "drie vier", 4),
        ("nl", "honderd en tweehonderd", 7),
        ("en", "one hundred and two hundred", 11),
        ("en", "onerous", None),
        ("de", "zweifel", None),
        ("fr", "deux cents et trois cents", 10),
    ],
)
def test_a_number_ends_where_the_next_begins(code: str, text: str, end: int | None) -> None:
    """Two numbers side by side are not added up, and a longer word that begins like a number is none."""
    found = reader(code).read(text, 0)
    assert (found.end if found else None) == end


def test_a_million_number_words_in_a_row_take_linear_time() -> None:
    """A text of nothing but number words is read in pieces that do not grow with it."""
    text = "duizend " * 50_000
    read, position, pieces = reader("nl").read, 0, 0
    while position < len(text) and (found := read(text, position)):
        position, pieces = found.end + 1, pieces + 1
    assert pieces == 50_000
