"""Figures tied to the quotes they stand in, and to the source that a report goes on to speak for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.extract.quotation.lexicon import lexicon_for
from workbench.model import Figure, Quote
from workbench.segment import Segmented


def link_figures(figures: Sequence[Figure], quotes: Sequence[Quote], segmented: Segmented) -> list[Figure]:
    """Figures by start, each with the innermost quote it stands in and that quote's source and speaker.

    A figure outside every quote, in a sentence that is reported without naming a source ("Het zou gaan om 127.000
    militairen"), takes the source of the quote in the sentence before it.

    Args:
        figures: as found.
        quotes: by start, the outer before the inner.
        segmented: their article.
    """
    linked: list[Figure] = []
    open_quotes: list[Quote] = []
    position = 0
    for figure in sorted(figures, key=lambda f: (f.span, f.id)):
        while position < len(quotes) and quotes[position].span.start <= figure.span.start:
            open_quotes.append(quotes[position])
            position += 1
        last = quotes[position - 1] if position else None
        open_quotes = [q for q in open_quotes if q.span.end > figure.span.start]
        inside = [q for q in open_quotes if q.span.contains(figure.span)]
        if not inside and last is not None and _goes_on(figure, last, segmented):
            linked.append(replace(figure, source=last.source, speaker=last.speaker))
        else:
            linked.append(_sourced(figure, inside))
    return linked


def _sourced(figure: Figure, inside: Sequence[Quote]) -> Figure:
    """The figure with the innermost quote around it; the source comes from the innermost one that has a source."""
    if not inside:
        return figure
    innermost = min(inside, key=lambda q: (len(q.span), -q.span.start))
    sourced = min(
        (q for q in inside if q.speaker or q.source),
        key=lambda q: (len(q.span), -q.span.start),
        default=innermost,
    )
    return replace(figure, in_quote=innermost.id, source=sourced.source, speaker=sourced.speaker)


def _goes_on(figure: Figure, last: Quote, segmented: Segmented) -> bool:
    """Whether the figure's sentence follows the quote's in one paragraph and reports without a source of its own."""
    block = segmented.block_at(figure.span.start)
    gap = segmented.article.text[last.sentence.end : figure.sentence.start]
    if last.span.start < block.span.start or figure.unit == "date" or gap.strip():
        return False
    lexicon = lexicon_for(block.lang)
    reported = lexicon.table.modality.get("reported", ()) if lexicon is not None else ()
    words = figure.sentence.of(segmented.article.text).lower().split()
    return not frozenset(words).isdisjoint(reported)
