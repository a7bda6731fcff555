"""The date a figure holds for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from workbench.extract.quantities.draft import Draft
from workbench.extract.quantities.edtf import Reference
from workbench.model import Span


class Datings:
    """The dates of a text that can date a figure, in order."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._dates = [draft for draft in drafts if _can_date(draft)]
        self._starts = [draft.start for draft in self._dates]

    def of(self, draft: Draft, sentence: Span, reference: Reference) -> str | None:
        """The nearest date in the figure's sentence, else the publication date."""
        after = bisect_left(self._starts, draft.start)
        near = [self._dates[i] for i in (after - 1, after) if 0 <= i < len(self._dates)]
        inside = [date for date in near if sentence.start <= date.start < sentence.end]
        if inside:
            best = min(inside, key=lambda date: (_gap(draft, date), date.start))
            assert best.date is not None
            return best.date.first
        return reference.edtf if reference.year is not None else None


def _can_date(draft: Draft) -> bool:
    date = draft.date
    return (
        date is not None
        and not date.clock
        and not date.since
        and date.first is not None
        and "X" not in date.first
    )


def _gap(draft: Draft, date: Draft) -> int:
    return draft.start - date.end if date.end <= draft.start else date.start - draft.end
