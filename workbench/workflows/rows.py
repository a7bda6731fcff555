"""The JSON rows that outside scripts read: extraction, relations, lists (design.md section 4)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any, TypeAlias

from workbench.model import Annotation, Article, Evidence, Extraction, Figure, Quote, Span
from workbench.model.learning import Learnt
from workbench.store import ArticleRow, MentionRow, SavedSet, SpeakerRow

Place: TypeAlias = "Callable[[int], int]"
"""An offset of the stored text to the offset that is written."""


def extraction_row(extraction: Extraction, row_id: str) -> dict[str, Any]:
    """One article's row of ``extract``; ``in_quote`` is the index of a quote in the same row.

    Offsets count code points of the text that was given: for JSON Lines that is the row's own text, whose line ends
    the stored text may have shortened.
    """
    article = extraction.article
    index = {quote.id: position for position, quote in enumerate(extraction.quotes)}
    place = article.offsets.to_source if article.reader == "jsonl" and article.repairs else _stored
    return {
        "id": row_id,
        "lang": article.lang,
        "quotes": [quote_row(quote, index, place) for quote in extraction.quotes],
        "figures": [figure_row(figure, index, place) for figure in extraction.figures],
    }


def quote_row(quote: Quote, index: Mapping[str, int], place: Place | None = None) -> dict[str, Any]:
    """A quote; keys whose value is unknown are left out, ``in_quote`` is always there."""
    at = place or _stored
    row: dict[str, Any] = {
        "kind": quote.kind,
        **_span("", quote.span, at),
        **_span("speaker_", quote.source, at),
        "speaker": quote.speaker,
        **_span("cue_", quote.cue, at),
        "confidence": round(quote.confidence, 3),
        "lang": quote.lang,
        "date": quote.date,
        "modality": None if quote.modality == "asserted" else quote.modality,
        "polarity": None if quote.polarity == "affirmed" else quote.polarity,
        "chain": list(quote.chain) or None,
        "parts": [[at(part.start), at(part.end)] for part in quote.parts] or None,
        "flags": list(quote.flags) or None,
    }
    return {**_known(row), "in_quote": index.get(quote.in_quote or "")}


def figure_row(figure: Figure, index: Mapping[str, int], place: Place | None = None) -> dict[str, Any]:
    """A figure; the ends of its interval are always there, null where it has none."""
    at = place or _stored
    row: dict[str, Any] = {
        **_span("", figure.span, at),
        "value": figure.value,
        "bound": figure.bound,
        "hedge": figure.hedge,
        "unit": figure.unit,
        **_span("noun_", figure.noun, at),
        "noun": figure.noun_text,
        "modifiers": list(figure.modifiers) or None,
        "as_of": figure.as_of,
        **_span("speaker_", figure.source, at),
        "speaker": figure.speaker,
        "confidence": round(figure.confidence, 3),
    }
    interval = {"value_min": figure.value_min, "value_max": figure.value_max}
    return {**_known(row), **interval, "in_quote": index.get(figure.in_quote or "")}


def _stored(offset: int) -> int:
    """Offsets of the stored text are written as they are."""
    return offset


def evidence_row(evidence: Evidence) -> dict[str, Any]:
    """Why a relation is suggested, every level named."""
    levels = [asdict(level) for level in evidence.levels]
    row = {"summary": evidence.summary, "reason": evidence.reason, "subtype": evidence.subtype}
    return {**_known(row), "levels": levels, "facts": dict(evidence.facts)}


def _span(prefix: str, span: Span | None, at: Place) -> dict[str, int]:
    return {} if span is None else {f"{prefix}start": at(span.start), f"{prefix}end": at(span.end)}


def _known(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if value is not None}


def article_json(row: ArticleRow) -> dict[str, Any]:
    """An article of a list."""
    return {key: value for key, value in asdict(row).items() if key != "rowid"}


def article_full_json(article: Article) -> dict[str, Any]:
    """An article with its text and where it came from."""
    row = asdict(article)
    row.pop("offsets")
    row["body"] = None if article.body is None else [article.body.start, article.body.end]
    return {"id": article.id, **row}


def mention_json(row: MentionRow) -> dict[str, Any]:
    """A mention with its article; offsets into the stored text."""
    mention = row.mention
    empty: dict[str, int] = {}
    facts = quote_row(mention, empty) if isinstance(mention, Quote) else figure_row(mention, empty)
    facts |= {"in_quote": mention.in_quote}
    head = {"mention": mention.id, "article": row.article_name, "published": row.published}
    sort = "quote" if isinstance(mention, Quote) else "figure"
    quote_kind = {"quote_kind": facts.pop("kind")} if isinstance(mention, Quote) else {}
    speaker = {"speaker": row.speaker_name, "speaker_id": row.speaker_id}
    return {
        **head,
        "kind": sort,
        **quote_kind,
        "text": mention.text,
        **facts,
        **speaker,
        "context": row.context,
    }


def speaker_json(row: SpeakerRow) -> dict[str, Any]:
    """A speaker with every spelling."""
    return {**asdict(row.speaker), "mentions": row.mentions, "merged": list(row.merged)}


def weight_rows(learnt: Learnt) -> list[dict[str, Any]]:
    """What decisions taught the ranking, strongest first: kinds with their detectors, then levels."""
    kinds = [
        {"what": "kind", "kind": kind, "detector": detector, **asdict(weight)}
        for (kind, detector), weight in learnt.kinds.items()
    ]
    levels = [{"what": "level", "level": level, **asdict(weight)} for level, weight in learnt.levels.items()]
    return [
        {**row, "shift": round(row["shift"], 4)}
        for rows in (kinds, levels)
        for row in sorted(rows, key=lambda row: -abs(row["shift"]))
    ]


def set_json(row: SavedSet) -> dict[str, Any]:
    """A named claim set."""
    return asdict(row)


def annotation_json(annotation: Annotation) -> dict[str, Any]:
    """A note, tag, flag, verdict or pin."""
    return asdict(annotation)
