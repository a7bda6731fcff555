"""The senses of words of general vocabulary: synonyms have one, and so have their translations."""

from __future__ import annotations

from functools import cache

from workbench.compare.words import MAX_KNOWN, fold
from workbench.languages.base import TableT
from workbench.languages.schema.thesaurus import SensesTable, ThesaurusTable
from workbench.languages.world import WORLD

LEAST = 3
"""Letters of a word that are left when its endings are cut off, at least."""
CUTS = 2
"""Endings that are cut off one after another, at most."""
_SPELT = {"v": "f", "z": "s", "y": "i", "d": "t"}
"""Last letters that change with the form of a word."""


class Senses:
    """The senses of one language's words.

    Args:
        begin: what begins a participle.
        end: endings.

    """

    def __init__(self, begin: tuple[str, ...] = (), end: tuple[str, ...] = ()) -> None:
        self._begin = begin
        self._end = tuple(sorted(end, key=len, reverse=True))
        self._senses: dict[str, frozenset[str]] = {}
        self._known: dict[str, frozenset[str]] = {}

    def add(self, word: str, sense: str) -> None:
        """Give a word one more sense."""
        root = self.root(fold(word))
        self._senses[root] = self._senses.get(root, frozenset()) | {sense}

    def of(self, word: str) -> frozenset[str]:
        """The senses of a folded word, whatever its form; none where it is not known."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= MAX_KNOWN:
                self._known.clear()
            known = self._known[word] = self._senses.get(self.root(word), frozenset())
        return known

    def root(self, word: str) -> str:
        """What the forms of a folded word share: no participle's beginning, no endings, one letter for two."""
        for start in self._begin:
            if word.startswith(start) and len(word) >= len(start) + LEAST + 1 and word[-1] in "tdn":
                word = word[len(start) :]
                break
        for _ in range(CUTS):
            ends = (end for end in self._end if len(word) >= len(end) + LEAST and word.endswith(end))
            word = word.removesuffix(next(ends, ""))
        single = "".join(char for at, char in enumerate(word) if not at or char != word[at - 1])
        return single[:-1] + _SPELT.get(single[-1], single[-1]) if single else word


@cache
def senses(code: str) -> Senses:
    """The senses of a language's words; none for a language that the thesaurus lacks."""
    table = _need("thesaurus", ThesaurusTable)
    if code not in table.languages:
        return Senses()
    found, column = Senses(table.begin.get(code, ()), table.end.get(code, ())), table.languages.index(code)
    for part in table.parts:
        for field, rows in _need(f"thesaurus_{part}", SensesTable).fields.items():
            for number, row in enumerate(rows):
                for word in row.split("|")[column].split():
                    found.add(word, f"={field}.{number}")
    return found


def _need(stem: str, model: type[TableT]) -> TableT:
    table = WORLD.table(stem, model)
    if table is None:
        raise FileNotFoundError(f"languages/world/{stem}.toml")
    return table
