"""The date a figure holds for."""

from __future__ import annotations

from workbench.extract.quantities.edtf import Reference
from workbench.extract.quantities.reader import Draft
from workbench.model import Span


def as_of(draft: Draft, dates: list[Draft], sentence: Span, reference: Reference) -> str | None:
    """The nearest date in the figure's sentence that can date it, else the publication date."""
    best, distance = None, len(sentence) + 1
    for candidate in dates:
        if not (sentence.start <= candidate.start < sentence.end):
            continue
        date = candidate.date
        if date is None or date.clock or date.since or date.first is None or "X" in date.first:
            continue
        gap = draft.start - candidate.end if candidate.end <= draft.start else candidate.start - draft.end
        if gap < distance:
            best, distance = date, gap
    if best is not None:
        return best.first
    return reference.edtf if reference.year is not None else None
