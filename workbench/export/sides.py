"""A mention with its article and speaker as a row of cells."""

from __future__ import annotations

from workbench.model import Figure, Mention, Quote
from workbench.model.claimset import ClaimSet

MENTION_COLUMNS = (
    "id", "mention", "kind", "text", "speaker", "source", "value", "value_min", "value_max", "bound", "unit", "noun",
    "as_of", "modality", "polarity", "confidence", "article", "title", "outlet", "published", "lang", "start", "end",
)  # fmt: skip
"""Columns of a mention; those of the other kind are empty."""


class Sides:
    """Mentions of a claim set by id, as cells.

    Args:
        claims: the set that the mentions are in.

    """

    def __init__(self, claims: ClaimSet) -> None:
        self._articles = {article.id: article for article in claims.articles}
        self._mentions = {mention.id: mention for mention in claims.mentions}

    def cells(self, mention_id: str) -> tuple[object, ...]:
        """The cells of a mention in the order of MENTION_COLUMNS."""
        mention = self._mentions[mention_id]
        article = self._articles[mention.article]
        return (
            mention.id, *_kind(mention), mention.text, mention.speaker, *_values(mention), mention.confidence,
            article.name, article.title, article.outlet, article.published, article.lang,
            mention.span.start, mention.span.end,
        )  # fmt: skip


def _kind(mention: Mention) -> tuple[str, str]:
    return ("quote", mention.kind) if isinstance(mention, Quote) else ("figure", mention.bound)


def _values(mention: Mention) -> tuple[object, ...]:
    """Source, value, ends, bound, unit, noun, as-of, modality and polarity."""
    if isinstance(mention, Figure):
        return (
            None, mention.value, mention.value_min, mention.value_max, mention.bound, mention.unit, mention.noun_text,
            mention.as_of, None, None,
        )  # fmt: skip
    return (
        mention.source_text,
        None,
        None,
        None,
        None,
        None,
        None,
        mention.date,
        mention.modality,
        mention.polarity,
    )
