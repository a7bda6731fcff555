"""The order of extraction: segment, quotes, figures, links."""

from __future__ import annotations

from workbench.extract.finders.figures import find_figures
from workbench.extract.finders.quotes import find_quotes
from workbench.extract.links import link_figures
from workbench.model import Article, Extraction
from workbench.segment import segment


def extract(article: Article, lang: str | None = None) -> Extraction:
    """Everything found in one article.

    Args:
        article: what to read.
        lang: its language; found by its words where None and the article does not say.
    """
    segmented = segment(article, lang)
    quotes = find_quotes(segmented)
    figures = link_figures(find_figures(segmented), quotes, segmented)
    return Extraction(segmented.article, tuple(quotes), tuple(figures))
