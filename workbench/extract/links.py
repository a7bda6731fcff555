"""Figures tied to the quotes they stand in: innermost quote, and its source as the figure's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbench.model import Figure, Quote


def link(figures: Sequence[Figure], quotes: Sequence[Quote]) -> Iterator[Figure]:
    """Each figure with the innermost quote around it; figures and quotes are in order of their start.

    A figure that begins inside a quote belongs to it even where its measured noun runs on past the closing mark. One
    pass with the quotes that are open; each is dropped at the first figure after its end.
    """
    by_id = {quote.id: quote for quote in quotes}
    opened: list[Quote] = []
    at = 0
    for figure in figures:
        start = figure.span.start
        while at < len(quotes) and quotes[at].span.start <= start:
            opened.append(quotes[at])
            at += 1
        opened = [quote for quote in opened if _holds(quote, start)]
        if not opened:
            yield figure
            continue
        inner = min(opened, key=lambda quote: (len(quote.span), quote.id))
        said = _with_speaker(inner, by_id)
        yield replace(figure, in_quote=inner.id, source=said.source, speaker=said.speaker)


def _holds(quote: Quote, offset: int) -> bool:
    return quote.span.start <= offset < quote.span.end


def _with_speaker(quote: Quote, by_id: dict[str, Quote]) -> Quote:
    """The quote itself, or the nearest one around it that has a speaker."""
    seen: set[str] = set()
    while quote.speaker is None and quote.in_quote in by_id and quote.id not in seen:
        seen.add(quote.id)
        quote = by_id[quote.in_quote]
    return quote
