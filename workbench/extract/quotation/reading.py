"""From blocks to drafts to quotes: the order in which an article is read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from workbench.extract.quotation.attribution import attribute
from workbench.extract.quotation.cues import Cue, find_cues
from workbench.extract.quotation.datelines import after_dateline
from workbench.extract.quotation.dialogue import has_dialogue, read_dialogue
from workbench.extract.quotation.direct import DirectReader
from workbench.extract.quotation.drafts import Draft
from workbench.extract.quotation.finishing import finish
from workbench.extract.quotation.incises import take_incise
from workbench.extract.quotation.indirect import IndirectReader
from workbench.extract.quotation.lexicon import Kind, Lexicon, lexicon_for
from workbench.extract.quotation.marks import Stretch, find_stretches
from workbench.extract.quotation.posts import read_post
from workbench.extract.quotation.recalls import may_recall, recalled
from workbench.extract.quotation.sources import Sources
from workbench.extract.quotation.stories import is_story
from workbench.extract.quotation.units import MAX_TOKENS, Unit, Units, tokenize, unit_rows
from workbench.extract.speakers import Speakers
from workbench.model import Quote, Span
from workbench.segment import Block, Segmented

RELAYED = 20
"""How many of the last quotes words on a source's own sources may belong to."""
HEADING, ENTRY = 40, 300
"""Longest heading, and longest entry of a list of works, in code points."""
RELAY_REACH = 60
"""Farthest code points after a source that words on its own sources may stand."""


def read_quotes(segmented: Segmented) -> list[Quote]:
    """Every quote of the article, by start."""
    reading = _Reading(segmented)
    for number in range(len(segmented.blocks)):
        reading.read_block(number)
    reading.drop_told()
    if not reading.drafts:
        return []
    speakers = Speakers(segmented)
    attribute(segmented, reading.units, reading.drafts, speakers)
    return finish(segmented, reading.drafts)


class _Reading:
    """Units and drafts of one article."""

    def __init__(self, segmented: Segmented) -> None:
        self._text = segmented.article.text
        self._lang = segmented.article.lang
        self._span = segmented.article.span
        self._running = has_dialogue(self._text, self._span)
        self._blocks = segmented.blocks
        self.units = Units(segmented.blocks)
        self.drafts: list[Draft] = []
        self._listing = False
        self._last_unit = -2
        self._last_read: Unit | None = None

    def read_block(self, number: int) -> None:
        """Read the paragraph with that number."""
        block = self._blocks[number]
        lexicon = lexicon_for(block.lang)
        whole = self._read_whole(block, lexicon)
        if whole:
            self.units.keep(whole[0].unit, number)
            self.drafts.extend(whole)
            return
        listed = lexicon is not None and self._in_list(block.span, lexicon)
        clitics = lexicon.clitics if lexicon else frozenset()
        stretches = find_stretches(self._text, block.span.start, block.span.end, clitics)
        floor = after_dateline(self._text, block.span)
        for row, end, own in unit_rows(self._text, block.sentences, stretches, block.span.end, lexicon):
            start = max(row, floor) if floor < end else row
            index = self.units.add(start, end, number)
            if listed or (
                not own
                and (lexicon is None or not lexicon.triggers.found_in(self._text[start:end], marked=False))
            ):
                continue
            unit = self.units[index]
            unit.stretches = own
            if lexicon is not None:
                self._read_unit(unit, lexicon)
                if self._last_read is not None:
                    self._last_read.tokens = []  # only the unit right after it looks at them
                self._last_read = unit
            if self.drafts and self.drafts[-1].unit is unit:
                self._last_unit = index

    def _in_list(self, span: Span, lexicon: Lexicon) -> bool:
        """Whether a paragraph is an entry under a heading like "Literatuur", where marks stand around titles."""
        if len(span) <= HEADING:
            words = span.of(self._text).strip()
            if words and words[-1] not in ".?!…\"'”’»“‘)":
                self._listing = words.lower().rstrip(":") in lexicon.listings
        return self._listing and len(span) <= ENTRY

    def _read_whole(self, block: Block, lexicon: Lexicon | None) -> list[Draft]:
        """The quotes of a paragraph that is one unit: a post, or dash dialogue."""
        unit = Unit(block.span, block, len(self.units))
        post = read_post(self._text, unit, self._lang) if block.kind == "post" else None
        if post is not None:
            return [post]
        if lexicon is None or not self._running:
            return []
        return read_dialogue(self._text, unit, lexicon, self._running)

    def drop_told(self) -> None:
        """In a story, leave out reported clauses: they are narration."""
        lexicon = lexicon_for(self._lang)
        told = [d for d in self.drafts if d.kind == "indirect"]
        if told and lexicon is not None and is_story(self._text, self._span, lexicon):
            self.drafts = [d for d in self.drafts if d.kind != "indirect"]

    def _read_unit(self, unit: Unit, lexicon: Lexicon) -> None:
        first = len(self.drafts)
        unit.tokens = tokenize(self._text, unit.span, unit.stretches, lexicon)
        cues = find_cues(unit.tokens, lexicon)
        opens = may_recall(unit.tokens, lexicon)
        before = self.units[unit.index - 1] if unit.index and (opens or unit.stretches) else None
        if opens:
            known = [d for d in self.drafts[-RELAYED:] if d.unit is before]
            attributed = recalled(self._text, unit, before, known, cues, lexicon)
            if attributed is not None:
                self.drafts.extend(attributed)
                return
        used: set[int] = set()
        if unit.stretches:
            direct = DirectReader(self._text, unit, cues, lexicon, before)
            self.drafts.extend(direct.read())
            used = direct.used
        if cues and unit.block.kind not in ("heading", "caption", "header"):
            self.drafts.extend(IndirectReader(self._text, unit, cues, lexicon, used).read())
        if lexicon.table.reportive and not any(d.unit is unit for d in self.drafts[-4:]):
            self._read_mood(unit)
        self._relay(unit, cues)
        if unit.stretches:
            spoken = {id(d.stretch): d for d in self.drafts[first:] if d.kind == "direct"}
            for stretch in unit.stretches[:MAX_TOKENS]:
                if id(stretch) in spoken:
                    self._read_inside(spoken[id(stretch)], stretch.children, lexicon)

    def _relay(self, unit: Unit, cues: Sequence[Cue]) -> None:
        """``… CNN reports on the basis of sources``: the source's own source, given to the nearest quote before it."""
        for cue in cues:
            if cue.phrase is None or not cue.phrase.relay:
                continue
            start = unit.tokens[cue.first].start
            near = [
                d
                for d in self.drafts[-RELAYED:]
                if d.unit is unit and d.source and 0 <= start - max(d.source.end, d.end) <= RELAY_REACH
            ]
            lexicon = lexicon_for(unit.block.lang)
            found = Sources(unit.tokens, lexicon).of(cue) if near and lexicon else None
            if found is not None:
                near[-1].relay = Span(unit.tokens[found[0]].start, unit.tokens[found[1] - 1].end)

    def _read_mood(self, unit: Unit) -> None:
        """A sentence whose verb form alone says that it is reported: it goes on with the report before it."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.kind == "post" or not 0 <= unit.index - self._last_unit <= 1:
            return
        tokens = [t for t in unit.tokens[:40] if t.stretch is None]
        if not any(t.kind & Kind.REPORTIVE for t in tokens):
            return
        if last.evidence == "mood" and last.unit.block == unit.block:
            last.end = unit.span.end
        else:
            draft = Draft("indirect", unit.span.start, unit.span.end, unit, "mood", source=last.source)
            draft.carried = True
            self.drafts.append(draft)
        self._last_unit = unit.index

    def _read_inside(self, quote: Draft, children: list[Stretch], lexicon: Lexicon) -> None:
        """Reports and quotes within a quote."""
        unit, span = quote.unit, quote.span
        sentences = unit.block.sentences
        at = max(0, sentences.number_at(span.start))
        for sentence in takewhile(lambda sentence: sentence.start < span.end, sentences[at:]):
            start, end = max(sentence.start, span.start), min(sentence.end, span.end)
            own = [child for child in children if start <= child.start < end]
            if start >= end or not lexicon.triggers.found_in(self._text[start:end], marked=bool(own)):
                continue
            inner = Unit(Span(start, end), unit.block, unit.index, own)
            inner.tokens = tokenize(self._text, inner.span, inner.stretches, lexicon)
            cues: list[Cue] = find_cues(inner.tokens, lexicon)
            if quote.cue is None and take_incise(quote, inner.tokens, cues, lexicon):
                continue
            direct = DirectReader(self._text, inner, cues, lexicon, None)
            found = [d for d in direct.read() if d.evidence != "floating"]
            found += IndirectReader(self._text, inner, cues, lexicon, direct.used).read()
            found = [d for d in found if self._told_by_other(d, lexicon)]
            for draft in found:
                draft.flags.add("nested")
                draft.unit = unit
            self.drafts.extend(found)

    def _told_by_other(self, draft: Draft, lexicon: Lexicon) -> bool:
        """Whether a report inside a quote is of words, and of someone else than the speaker."""
        if draft.source is None or draft.mark is None or draft.mark.use not in ("say", "phrase"):
            return False
        if draft.evidence == "bare" and draft.mark.form is not None and draft.mark.form.shape == "gerund":
            return False  # "the first to articulate it"
        first, *more = draft.source.of(self._text).lower().split()
        kind = lexicon.kind(first)
        alone = not more or not kind & Kind.DETERMINER  # "ik zelf", but "mijn moeder"
        return not (kind & Kind.FIRST_PERSON and alone) and (bool(more) or not kind & Kind.PRONOUN)
