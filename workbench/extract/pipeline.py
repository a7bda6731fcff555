"""The order of extraction: segment, quotes, figures, links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.extract.finders.figures import find_figures
from workbench.extract.finders.quotes import find_quotes
from workbench.model import Article, Extraction, Figure, Quote
from workbench.segment import segment


def extract(article: Article, lang: str | None = None) -> Extraction:
    """Everything found in one article.

    Args:
        article: what to read.
        lang: its language; found by its words where None and the article does not say.
    """
    segmented = segment(article, lang)
    quotes = find_quotes(segmented)
    figures = link_figures(find_figures(segmented), quotes)
    return Extraction(segmented.article, tuple(quotes), tuple(figures))


def link_figures(figures: Sequence[Figure], quotes: Sequence[Quote]) -> list[Figure]:
    """Figures by start, each with the innermost quote it stands in and that quote's source and speaker.

    Args:
        figures: as found.
        quotes: by start, the outer before the inner.
    """
    linked: list[Figure] = []
    open_quotes: list[Quote] = []
    position = 0
    for figure in sorted(figures, key=lambda f: (f.span, f.id)):
        while position < len(quotes) and quotes[position].span.start <= figure.span.start:
            open_quotes.append(quotes[position])
            position += 1
        open_quotes = [q for q in open_quotes if q.span.end > figure.span.start]
        inside = [q for q in open_quotes if q.span.contains(figure.span)]
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
