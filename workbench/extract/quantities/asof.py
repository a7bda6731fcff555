"""The date a figure holds for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from workbench.extract.quantities.draft import Draft
from workbench.extract.quantities.edtf import Reference
from workbench.model import Span

_TAIL = 40
_MARKS = ", ", "; ", ": ", "("


class Datings:
    """The dates of a text that can date a figure, in order.

    Args:
        drafts: the figures of the text.
        low: the text in lower case.
        compared: finds a word at the end of a text after which a date is what something is compared with.
    """

    def __init__(
        self, drafts: Sequence[Draft], low: str, compared: Callable[[str], object] | None = None
    ) -> None:
        self._low = low
        self._dates = [
            draft
            for draft in drafts
            if _can_date(draft)
            and not (compared and compared(low[max(0, draft.start - _TAIL) : draft.start]))
        ]
        self._starts = [draft.start for draft in self._dates]
        self._counts = [draft.start for draft in drafts if draft.date is None]

    def of(self, draft: Draft, sentence: Span, reference: Reference) -> str | None:
        """The nearest date in the figure's sentence, else the publication date."""
        after = bisect_left(self._starts, draft.start)
        near = [self._dates[i] for i in (after - 1, after) if 0 <= i < len(self._dates)]
        inside = [date for date in near if sentence.start <= date.start < sentence.end]
        inside = [date for date in inside if not self._of_another(draft, date)]
        if inside:
            best = min(inside, key=lambda date: (self._parted(draft, date), _gap(draft, date), date.start))
            assert best.date is not None
            return best.date.first
        return reference.edtf if reference.year is not None else None

    def _parted(self, draft: Draft, date: Draft) -> bool:
        """Whether a comma or the like stands between the two."""
        between = self._low[min(draft.end, date.end) : max(draft.start, date.start)]
        return any(mark in between for mark in _MARKS)

    def _of_another(self, draft: Draft, date: Draft) -> bool:
        """Whether a date dates the figure before it: *2,4 miljard, tegen 1,8 miljard vorig jaar*."""
        if date.start < draft.end or not self._parted(draft, date):
            return False
        following = bisect_left(self._counts, draft.end)
        return following < len(self._counts) and self._counts[following] < date.start


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
