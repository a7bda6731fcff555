"""Figures tied to the quotes they stand in, and to the source that a report goes on to speak for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.extract.quotation.lexicon import lexicon_for
from workbench.extract.speakers import Speakers
from workbench.extract.tallies import Tallies
from workbench.model import Figure, Quote
from workbench.segment import Segmented


def link_figures(figures: Sequence[Figure], quotes: Sequence[Quote], segmented: Segmented) -> list[Figure]:
    """Figures by start, each with the innermost quote it stands in and that quote's source and speaker.

    A figure outside every quote belongs to whoever counted it ("de politie telde 450 betogers"); in a sentence that is
    reported without naming a source ("Het zou gaan om 127.000 militairen") it takes the source of the quote before it.

    Args:
        figures: as found.
        quotes: by start, the outer before the inner.
        segmented: their article.
    """
    linked: list[Figure] = []
    counters = _Counters(quotes, segmented)
    open_quotes: list[Quote] = []
    position = 0
    for figure in sorted(figures, key=lambda f: (f.span, f.id)):
        while position < len(quotes) and quotes[position].span.start <= figure.span.start:
            open_quotes.append(quotes[position])
            position += 1
        last = quotes[position - 1] if position else None
        open_quotes = [q for q in open_quotes if q.span.end > figure.span.start]
        inside = [q for q in open_quotes if q.span.contains(figure.span)]
        counted = counters.linked(figure) if not inside else None
        if counted is not None:
            linked.append(counted)
        elif not inside and last is not None and _goes_on(figure, last, segmented):
            linked.append(replace(figure, source=last.source, speaker=last.speaker))
        else:
            linked.append(_sourced(figure, inside))
    return linked


class _Counters:
    """Resolves who counted; the speakers of the article are read when the first such figure comes."""

    def __init__(self, quotes: Sequence[Quote], segmented: Segmented) -> None:
        self._quotes = quotes
        self._segmented = segmented
        self._tallies = Tallies(segmented)
        self._speakers: Speakers | None = None

    def linked(self, figure: Figure) -> Figure | None:
        """The figure with its counter; None where nobody counts it."""
        source = self._tallies.source_of(figure) if figure.unit != "date" else None
        if source is None:
            return None
        if self._speakers is None:
            self._speakers = Speakers(self._segmented)
            for quote in self._quotes:
                if quote.speaker is not None and quote.source is not None:
                    self._speakers.note_speaker(quote.speaker, quote.source.start)
        return replace(figure, source=source, speaker=self._speakers.resolve(source, figure.span.start))


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
