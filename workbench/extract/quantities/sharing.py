"""A currency that is said once: *2,4 miljard, tegen 1,8 miljard euro vorig jaar*."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from workbench.extract.quantities.draft import Draft
from workbench.extract.quantities.patterns import alternation
from workbench.languages.schema.nouns import NounsTable
from workbench.languages.schema.numbers import NumbersTable
from workbench.model import Span

_LARGE = 1_000_000
_CODE = 3


class UnitSharer:
    """Gives large numbers without a unit the currency beside them, in one language."""

    def __init__(self, numbers: NumbersTable, nouns: NounsTable) -> None:
        scales = numbers.spelling.scales | numbers.digits.glued_scales
        large = alternation(word.lower() for word, value in scales.items() if value >= _LARGE)
        self._large = re.compile(rf"(?<![^\W\d_])(?:{large})(?!\w)").search
        self._money = nouns.money

    def shared(self, drafts: Iterable[Draft], low: str, sentence_at: Callable[[int], Span]) -> list[Draft]:
        """The drafts of a block, with the currency of the sentence, before a noun of money that of the block.

        Args:
            drafts: the figures of the block, in order.
            low: the text in lower case.
            sentence_at: the sentence at a place.
        """
        found = list(drafts)
        money = [(draft.start, draft.unit) for draft in found if _is_currency(draft)]
        if not money:
            return found
        return [self._with_currency(draft, money, low, sentence_at) for draft in found]

    def _with_currency(
        self, draft: Draft, money: list[tuple[int, str]], low: str, sentence_at: Callable[[int], Span]
    ) -> Draft:
        if draft.date is not None or draft.unit != "count" or not self._large(low, draft.start, draft.end):
            return draft
        costs = draft.noun is not None and low[draft.noun.start : draft.noun.end].endswith(self._money)
        if draft.noun is not None and not costs:
            return draft
        if costs:
            codes = {code for _, code in money}
        else:
            sentence = sentence_at(draft.start)
            codes = {code for start, code in money if sentence.start <= start < sentence.end}
        return replace(draft, unit=codes.pop()) if len(codes) == 1 else draft


def _is_currency(draft: Draft) -> bool:
    return len(draft.unit) == _CODE and draft.unit.isupper()
