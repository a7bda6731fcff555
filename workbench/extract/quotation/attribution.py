"""Speakers: sources resolved to names, and speech without a cue given to whom it belongs."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.extract.quotation.drafts import Draft
from workbench.extract.quotation.units import Unit
from workbench.extract.speakers import Speakers
from workbench.model import Span
from workbench.segment import Segmented

REACH = 4
"""How many units back a floating quote looks for its speaker."""


def attribute(segmented: Segmented, units: Sequence[Unit], drafts: list[Draft], speakers: Speakers) -> None:
    """Fill in the speakers, in the order of the text."""
    drafts.sort(key=lambda draft: (draft.start, -draft.end))
    last: Draft | None = None
    for draft in drafts:
        if draft.source is None and draft.evidence == "floating":
            _carry(segmented, units, draft, last, speakers)
        if draft.source is not None and draft.speaker is None:
            draft.source = _widened(draft, speakers)
            draft.speaker = speakers.resolve(draft.source, draft.start)
            if draft.speaker is None and last is not None and draft.kind == "direct":
                draft.speaker, draft.carried = last.speaker, True
        if draft.speaker is not None and draft.source is not None and "nested" not in draft.flags:
            speakers.note_speaker(draft.speaker, draft.source.start)
            if draft.kind != "indirect" or draft.evidence != "noun":
                last = draft


def _carry(segmented: Segmented, units: Sequence[Unit], draft: Draft, last: Draft | None, speakers: Speakers) -> None:
    """Give a floating quote the speaker that the text around it implies."""
    draft.flags.add("floating")
    draft.carried = True
    unit = draft.unit
    before = units[unit.index - 1] if unit.index else None
    if last is not None and before is not None and last.unit.index >= before.index and before.block is unit.block:
        draft.source, draft.speaker = last.source, last.speaker
        return
    for index in range(unit.index - 1, max(-1, unit.index - 1 - REACH), -1):
        other = units[index]
        names = speakers.names_in(other.span)
        if names:
            draft.source = names[0]
            return
        if last is not None and last.unit.index >= index:
            break
    if last is not None:
        draft.source, draft.speaker = last.source, last.speaker
        return
    if unit.index + 1 < len(units):
        names = speakers.names_in(units[unit.index + 1].span)
        if names:
            draft.source = names[0]


def _widened(draft: Draft, speakers: Speakers) -> Span | None:
    """The source with the name or complement that belongs to the phrase that starts with it."""
    source = draft.source
    if source is None or draft.kind == "post":
        return source
    phrase = speakers.noun_phrase_at(source.start)
    if phrase is None or phrase.start != source.start or phrase.end <= source.end:
        return source
    taken = [span for span in (draft.cue, draft.span) if span is not None]
    return source if any(phrase.overlaps(span) for span in taken) else phrase
