"""Everything the figure finder knows of one language, compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from workbench.extract.quantities.composite import CompositeReader
from workbench.extract.quantities.context import Exclusions, HedgeReader
from workbench.extract.quantities.dates import DateRanges, DateReader
from workbench.extract.quantities.deictic import DeicticReader
from workbench.extract.quantities.digits import VULGAR
from workbench.extract.quantities.nouns import NounReader
from workbench.extract.quantities.numerals import NumeralReader, alternation
from workbench.extract.quantities.phrases import PhraseReader
from workbench.extract.quantities.ranges import RangeReader
from workbench.extract.quantities.units import UnitReader
from workbench.languages.base import LANGUAGES, Language
from workbench.languages.schema.calendar import CalendarTable
from workbench.languages.schema.nouns import NounsTable
from workbench.languages.schema.numbers import NumbersTable
from workbench.languages.schema.units import UnitsTable

_SHARED = Language(code="world", name="Shared signs and codes")


@dataclass(frozen=True)
class Lexicon:
    """The readers of one language."""

    numbers: NumbersTable
    """The table of numbers."""
    calendar: CalendarTable
    """The table of dates."""
    numerals: NumeralReader
    """Numbers in digits and words."""
    units: UnitReader
    """Money, percent, time, measures."""
    hedges: HedgeReader
    """Words that bound."""
    exclusions: Exclusions
    """What is no figure."""
    dates: DateRanges
    """Calendar dates and their ranges."""
    deictic: DeicticReader
    """Dates in words."""
    nouns: NounReader
    """The measured noun."""
    trigger: re.Pattern[str]
    """Where a figure can begin, in lower-cased text."""
    ranges: RangeReader
    """Two ends."""
    composites: CompositeReader
    """Two units."""
    phrases: PhraseReader
    """What belongs to a date."""


@cache
def lexicon(code: str) -> Lexicon | None:
    """The lexicon of a language; None where it has no tables for figures."""
    if code not in LANGUAGES.names():
        return None
    return build(LANGUAGES.load(code))


def build(language: Language) -> Lexicon | None:
    """Compile the tables of a language; None where one is missing."""
    numbers = language.table("numbers", NumbersTable)
    calendar = language.table("calendar", CalendarTable)
    nouns = language.table("nouns", NounsTable)
    units = language.table("units", UnitsTable)
    if not (numbers and calendar and nouns and units):
        return None
    numerals = NumeralReader(numbers)
    dates = DateReader(calendar)
    deictic = DeicticReader(calendar)
    units_reader = UnitReader(units, _SHARED.table("symbols", UnitsTable) or UnitsTable())
    return Lexicon(
        numbers=numbers,
        calendar=calendar,
        numerals=numerals,
        units=units_reader,
        hedges=HedgeReader(numbers),
        exclusions=Exclusions(numbers),
        dates=DateRanges(calendar, numbers.ranges, dates),
        deictic=deictic,
        nouns=NounReader(nouns),
        trigger=_trigger(numbers, numerals, dates, deictic),
        ranges=RangeReader(numbers, numerals, units_reader),
        composites=CompositeReader(numerals, units_reader, numbers.spelling.connectors),
        phrases=PhraseReader(calendar),
    )


def _trigger(
    numbers: NumbersTable, numerals: NumeralReader, dates: DateReader, deictic: DeicticReader
) -> re.Pattern[str]:
    articles = frozenset(numbers.spelling.articles)
    spelling, vague, fractions = numbers.spelling, numbers.vague, numbers.fractions
    words = [word for word in numerals.starts() if word not in articles]
    tails = [
        *spelling.hundred,
        *spelling.scales,
        *vague.tens,
        *vague.dozens,
        *fractions.parts,
        *spelling.cardinals,
    ]
    glued = (
        rf"(?:{alternation([*spelling.connectors, *spelling.hundred, *spelling.scales])})"
        if spelling.glued
        else "(?!)"
    )
    article = rf"(?:{alternation(articles)})(?=(?:[ -](?:{alternation(tails)}))(?!\w)|{glued})"
    months = rf"(?:{alternation(dates.starts())})(?!\w)"
    end = "" if spelling.glued else r"(?![^\W_])"
    trie = trie_pattern(words)
    digits = rf"\d|(?<![\w.,])[.,](?=\d)|[{''.join(VULGAR)}]|(?<!\w)['’](?=\d0)"
    return re.compile(rf"{digits}|\b(?:{trie}{end}|{article}|{months}|{deictic.pattern})")


def trie_pattern(words: list[str]) -> str:
    """A pattern for any of the words that tries each letter once."""
    root: dict[str, dict[str, object]] = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})  # type: ignore[assignment]  # a node's children are nodes; the type is recursive
        node[""] = {}
    return _trie(root)


def _trie(node: dict[str, dict[str, object]]) -> str:
    branches = [re.escape(char) + _trie(child) for char, child in sorted(node.items()) if char]  # type: ignore[arg-type]  # recursive type
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and "" not in node else f"(?:{'|'.join(branches)})"
    return f"{body}?" if "" in node else body
