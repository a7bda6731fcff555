"""Number words up to a million are read back as the number that was spelled, by the rules in a language's examples."""

from __future__ import annotations

import re
from bisect import bisect_right

import pytest

from workbench.extract.quantities.spelled import WordReader
from workbench.languages.base import LANGUAGES
from workbench.languages.schema.figure_examples import FigureExamples
from workbench.languages.schema.numbers import NumbersTable

SAMPLE = [*range(1200), *range(1200, 1_000_000, 487), *range(100_000, 1_000_000, 100_000), 999_999, 1_000_000]
RULES = {
    language.code: examples.spelled
    for language in LANGUAGES.all()
    if (examples := language.table("examples_numbers", FigureExamples)) and examples.spelled
}


def spell(number: int, rules: dict[int, str]) -> str:
    """The number in words."""
    bases = sorted(rules)
    base = bases[bisect_right(bases, number) - 1]
    power = 10 ** (len(str(base)) - 1)
    times, rest = divmod(number, power)
    text = re.sub(r"\[(.*?)\]", r"\1" if rest else "", rules[base])
    if "<" in text:
        text = text.replace("<", spell(times, rules))
    return text.replace(">", spell(rest, rules)) if ">" in text else text


@pytest.mark.parametrize("code", sorted(RULES))
def test_numbers_up_to_a_million_are_read_back(code: str) -> None:
    """Every sampled number from 0 to 1,000,000, spelled by rule, is read as itself to its last letter."""
    table = LANGUAGES.load(code).table("numbers", NumbersTable)
    assert table is not None
    read = WordReader(table).read
    wrong = []
    for number in SAMPLE:
        word = spell(number, RULES[code])
        found = read(word, 0)
        if found is None or found.end != len(word) or found.value != number:
            wrong.append((number, word, found))
    assert wrong == []
