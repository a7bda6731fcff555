"""Number words with a suffix that makes them about so many, or so many times: *vijftiental*, *driemaal*."""

from __future__ import annotations

import re
from decimal import Decimal

from workbench.extract.quantities.patterns import alternation
from workbench.extract.quantities.spelled import WordReader
from workbench.languages.schema.numbers import Vague

_LEAST = 10


class CollectiveReader:
    """Reads such words of one language."""

    def __init__(self, table: Vague, words: WordReader) -> None:
        self._table, self._words = table, words
        self._suffixed = re.compile(
            rf"(?P<stem>[^\W\d_]{{2,40}}?)(?P<suffix>{alternation([*table.collective, *table.times])})(?!\w)"
        ).match

    def read(self, low: str, start: int) -> tuple[int, Decimal, bool] | None:
        """Where the word at ``start`` ends, what it says, and whether that is about."""
        match = self._suffixed(low, start) if self._table.collective or self._table.times else None
        if match is None or match.group() in self._table.not_collective:
            return None
        stem, about = match["stem"], match["suffix"] in self._table.collective
        spelled = self._words.read(stem, 0)
        if spelled is None or spelled.end != len(stem) or spelled.value < (_LEAST if about else 2):
            return None  # a *tweetal* is the two just named, *eenmaal* an adverb
        return match.end(), spelled.value, about
