"""Finds figures: counts, money, shares, durations, measures and dates, with hedges, measured nouns and as-of dates."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from workbench.extract.quantities.asof import Datings
from workbench.extract.quantities.draft import Draft, Place
from workbench.extract.quantities.edtf import Reference
from workbench.extract.quantities.lexicon import Lexicon, lexicon
from workbench.extract.quantities.reader import FigureReader
from workbench.model import Article, Figure, Span, Value, mention_id

if TYPE_CHECKING:
    from workbench.segment import Block, Segmented


_CODE = 3


def find_figures(segmented: Segmented) -> list[Figure]:
    """Every figure of an article, in order; ``in_quote`` and ``speaker`` are left to the pipeline."""
    article = segmented.article
    reference = Reference.parse(article.published)
    low = lowered(article.text)
    figures: list[Figure] = []
    several = len(segmented.blocks) > 1
    for stretch, lang in (part for block in segmented.blocks for part in stretches(block, segmented.article)):
        knowledge = lexicon(lang)
        if knowledge is None or (several and stretch.of(article.text).isdecimal()):
            continue  # a line that is a number and nothing else is a page number or a cell of a table
        found = list(_drafts(segmented, stretch, low, lang, reference))
        datings = Datings(found, low, knowledge.phrases.compared)
        linked = knowledge.linker.linked(found, article.text, low)
        for draft in knowledge.sharer.shared(linked, low, segmented.sentence_at):
            if draft.date is None or shown(draft, reference):
                figures.append(_figure(draft, datings, segmented, reference))
    return figures


def stretches(block: Block, article: Article) -> Iterator[tuple[Span, str]]:
    """The parts of a block with their languages: what follows the handle of a post is the article's own language.

    "… Ukraine’s borders. — Name (@handle) 18 januari 2022": the words are English, the date line Dutch.
    """
    handle = article.text.rfind("(@", block.span.start, block.span.end) if block.kind == "post" else -1
    end = article.text.find(")", handle, block.span.end) + 1 if handle >= 0 else 0
    if end:
        yield Span(block.span.start, end), block.lang
        yield Span(end, block.span.end), article.lang
    else:
        yield block.span, block.lang


def lowered(text: str) -> str:
    """The text in lower case, character for character, so that places in it are places in the text."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def shown(draft: Draft, reference: Reference) -> bool:
    """Whether a date is a mention of its own.

    A date without digits is one where it can be placed: an article dated to the month only cannot say which Thursday
    it means, so there the word dates the figures beside it and nothing more.
    """
    assert draft.date is not None
    return not draft.date.deictic or reference.exact is not None or reference.year is None


def _drafts(
    segmented: Segmented, stretch: Span, low: str, lang: str, reference: Reference
) -> Iterator[Draft]:
    text, (knowledge, reader) = segmented.article.text, _reader(lang)
    cursor, end = stretch.start, stretch.end
    sentence, place = Span(0, 0), Place(text, low, cursor, end, reference)
    while match := knowledge.trigger.search(low, cursor, end):
        at = match.start()
        if match.end() - at == _CODE and text[match.end() : match.end() + 1].isdecimal():
            at = match.end()  # a currency code right before its amount
        if at >= sentence.end:
            sentence = segmented.sentence_at(at)
            limit = min(end, sentence.end) if sentence.end > at else end
            place = Place(text, low, max(stretch.start, min(sentence.start, at)), limit, reference)
        found = reader.read(at, place)
        if isinstance(found, int):
            cursor = max(found, at + 1)
            continue
        yield found
        cursor = max(found.end, at + 1)


@cache
def _reader(code: str) -> tuple[Lexicon, FigureReader]:
    knowledge = lexicon(code)
    assert knowledge is not None
    return knowledge, FigureReader(knowledge)


def _figure(draft: Draft, datings: Datings, segmented: Segmented, reference: Reference) -> Figure:
    article = segmented.article
    span = Span(draft.start, draft.end)
    sentence = segmented.sentence_at(draft.start)
    return Figure(
        id=mention_id(article.sha256, "figure", span),
        article=segmented.article_id,
        span=span,
        text=span.of(article.text),
        sentence=sentence,
        value=plain(draft.value),
        value_min=plain(draft.low),
        value_max=plain(draft.high),
        bound=draft.bound,
        hedge=draft.hedge,
        unit=draft.unit,
        noun=draft.noun,
        noun_text=draft.noun.of(article.text) if draft.noun else None,
        modifiers=draft.modifiers,
        as_of=None if draft.date else datings.of(draft, sentence, reference),
        confidence=draft.confidence,
    )


def plain(value: Decimal | str | None) -> Value | None:
    """A stored value: an int where the number is whole, else a float."""
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else float(value)
