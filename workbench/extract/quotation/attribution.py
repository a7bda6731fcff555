"""Speakers: sources resolved to names, and speech without a cue given to whom it belongs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.extract.quotation.drafts import Draft
from workbench.extract.quotation.lexicon import Kind, lexicon_for
from workbench.extract.quotation.units import Unit
from workbench.extract.speakers import Speakers
from workbench.model import Span
from workbench.segment import Segmented

_OPENING = re.compile(r"[^\W\d_]+")
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
        if draft.relay is not None:
            draft.relayed = speakers.resolve(draft.relay, draft.start)
        if draft.speaker is not None and draft.source is not None and "nested" not in draft.flags:
            speakers.note_speaker(draft.speaker, draft.source.start)
            if draft.kind != "indirect" or draft.evidence != "noun":
                last = draft


def _carry(
    segmented: Segmented, units: Sequence[Unit], draft: Draft, last: Draft | None, speakers: Speakers
) -> None:
    """Give a floating quote the speaker that the text around it implies."""
    draft.flags.add("floating")
    draft.carried = True
    unit = draft.unit
    before = units[unit.index - 1] if unit.index else None
    if last is not None and before is not None and _follows(last, before, unit):
        draft.source, draft.speaker = last.source, last.speaker
        return
    text = segmented.article.text
    if _prefixed(unit, draft):
        draft.source = _person_in(text, unit, draft.start, speakers, draft.start)
    floor = max(-1, unit.index - 1 - REACH, last.unit.index if last is not None else -1)
    for index in range(unit.index - 1, floor, -1):
        if draft.source is not None:
            return
        draft.source = _person_in(text, units[index], units[index].span.end, speakers, draft.start)
    if draft.source is None and last is not None:
        draft.source, draft.speaker = last.source, last.speaker
    if draft.source is None and unit.index + 1 < len(units):
        draft.source = _person_in(
            text, units[unit.index + 1], units[unit.index + 1].span.end, speakers, draft.start
        )


def _follows(last: Draft, before: Unit, unit: Unit) -> bool:
    """Whether the quote goes on right after another: in the same paragraph, or after a paragraph that ends in speech."""
    if last.unit.index < before.index:
        return False
    return before.block is unit.block or last.end + 3 >= before.span.end


def _prefixed(unit: Unit, draft: Draft) -> bool:
    """Whether words stand before the quote in its own unit."""
    return draft.start - unit.span.start > 3


def _person_in(text: str, unit: Unit, stop: int, speakers: Speakers, at: int) -> Span | None:
    """Who a sentence is about: the pronoun that opens it, else the first of its names that the article repeats."""
    word = _OPENING.match(text, unit.span.start, stop)
    lexicon = lexicon_for(unit.block.lang)
    if word is not None and lexicon is not None:
        low = word.group().lower()
        kind = lexicon.kind(low)
        if (
            kind & Kind.PRONOUN
            and not kind & (Kind.FIRST_PERSON | Kind.DETERMINER)
            and low not in lexicon.table.impersonals
        ):
            span = Span(*word.span())
            if speakers.resolve(span, at) is not None:
                return span
    names = [
        n
        for n in speakers.names_in(Span(unit.span.start, max(unit.span.start, stop)))
        if not _marked(unit, n)
    ]
    known = [n for n in names if _repeated(text, n)]
    return known[0] if known else None


def _marked(unit: Unit, span: Span) -> bool:
    return any(s.start <= span.start < s.end for s in unit.stretches)


def _repeated(text: str, name: Span) -> bool:
    """Whether the last word of a name is written at least twice with a capital."""
    word = name.of(text).rsplit(None, 1)[-1]
    first = text.find(word)
    return text.find(word, first + len(word)) >= 0


def _widened(draft: Draft, speakers: Speakers) -> Span | None:
    """The source with the name or complement that belongs to the phrase that starts with it."""
    source = draft.source
    if source is None or draft.kind == "post":
        return source
    phrase = speakers.noun_phrase_at(source.start)
    if phrase is None or phrase.start != source.start or phrase.end <= source.end + 1:
        return source
    taken = [span for span in (draft.cue, draft.span) if span is not None]
    return source if any(phrase.overlaps(span) for span in taken) else phrase
