"""The order of extraction: segment, quotes, figures, links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from workbench.extract.finders.figures import find_figures
from workbench.extract.finders.quotes import find_quotes
from workbench.extract.links import link_figures
from workbench.model import Article, Extraction, Figure, Quote, Span
from workbench.segment import segment, unwrapped


def extract(article: Article, lang: str | None = None) -> Extraction:
    """Everything found in one article.

    Args:
        article: what to read.
        lang: its language; found by its words where None and the article does not say.
    """
    text = unwrapped(article.text, article.span)
    if text is article.text:
        return _extract(article, lang)
    found = _extract(replace(article, text=text), lang)
    stored = replace(article, lang=found.article.lang)
    return Extraction(
        stored,
        tuple(_quotes_of(article.text, found.quotes)),
        tuple(_figures_of(article.text, found.figures)),
    )


def _extract(article: Article, lang: str | None) -> Extraction:
    segmented = segment(article, lang)
    quotes = find_quotes(segmented)
    figures = link_figures(find_figures(segmented), quotes, segmented)
    return Extraction(segmented.article, tuple(quotes), tuple(figures))


def _quotes_of(text: str, quotes: Iterable[Quote]) -> Iterable[Quote]:
    """The quotes with their words as the text has them, line ends included."""
    for quote in quotes:
        yield replace(
            quote,
            text=quote.span.of(text),
            cue_text=_slice(text, quote.cue),
            source_text=_slice(text, quote.source),
        )


def _figures_of(text: str, figures: Iterable[Figure]) -> Iterable[Figure]:
    for figure in figures:
        yield replace(figure, text=figure.span.of(text), noun_text=_slice(text, figure.noun))


def _slice(text: str, span: Span | None) -> str | None:
    return span.of(text) if span else None
