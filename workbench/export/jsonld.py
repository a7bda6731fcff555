"""W3C Web Annotation: mentions, relations and notes as one JSON-LD page of annotations on the articles' texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TextIO

from workbench.export.base import Exporter
from workbench.model import Annotation, Article, Figure, Mention
from workbench.model.claimset import ClaimSet, ReviewedRelation
from workbench.text.jsonline import json_line

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
"""The standard's vocabulary."""
AROUND = 32
"""Characters before and after the words that anchor them."""


def write(claims: ClaimSet, stream: TextIO) -> None:
    """Write the page, one annotation a line; the same set gives the same bytes."""
    head = {
        "@context": CONTEXT,
        "id": "urn:workbench:export",
        "type": "AnnotationPage",
        "label": claims.title,
    }
    stream.write(json_line(head)[:-1] + ',"items":[')
    separator = "\n"
    for annotation in _annotations(claims):
        stream.write(separator + json_line(annotation))
        separator = ",\n"
    stream.write("\n]}\n")


def _annotations(claims: ClaimSet) -> Iterator[dict[str, Any]]:
    articles = {article.id: article for article in claims.articles}
    mentions = {mention.id: mention for mention in claims.mentions}
    made = {"generator": {"id": "urn:workbench", "type": "Software", "name": claims.generator or "workbench"}}
    for mention in claims.mentions:
        yield {
            **_annotation(mention.id, "highlighting"),
            **made,
            "body": _mention_body(mention),
            "target": _target(mention, articles[mention.article]),
        }
    for reviewed in claims.relations:
        relation = reviewed.relation
        sides = (mentions[relation.left], mentions[relation.right])
        target = [_target(side, articles[side.article]) for side in sides]
        yield {**_annotation(relation.id, "linking"), **_by(reviewed.by, reviewed.at), **made,
               "body": _relation_body(reviewed), "target": target}  # fmt: skip
    for index, note in enumerate(claims.annotations, 1):
        purpose = {"note": "commenting", "tag": "tagging", "verdict": "assessing"}.get(
            note.kind, "bookmarking"
        )
        yield {**_annotation(f"note:{index}", purpose), **_by(note.by, note.at), **made,
               "body": [_text(note.value or note.kind, purpose)],
               "target": _note_target(note, articles, mentions)}  # fmt: skip


def _note_target(
    note: Annotation, articles: dict[str, Article], mentions: dict[str, Mention]
) -> dict[str, Any] | str:
    if note.target in mentions:
        mention = mentions[note.target]
        return _target(mention, articles[mention.article])
    if note.target in articles:
        return _source(articles[note.target])
    return f"urn:workbench:{note.target}"


def _annotation(identity: str, motivation: str) -> dict[str, Any]:
    return {"id": f"urn:workbench:{identity}", "type": "Annotation", "motivation": motivation}


def _by(by: str | None, at: str | None) -> dict[str, Any]:
    found: dict[str, Any] = {"creator": {"type": "Person", "nickname": by}} if by else {}
    return {**found, "created": at} if at else found


def _mention_body(mention: Mention) -> list[dict[str, Any]]:
    what = f"figure {mention.bound}" if isinstance(mention, Figure) else f"quote {mention.kind}"
    said = [_text(mention.speaker, "identifying")] if mention.speaker else []
    return [_text(what, "classifying"), *said]


def _relation_body(reviewed: ReviewedRelation) -> list[dict[str, Any]]:
    body = [_text(reviewed.kind, "classifying"), _text(reviewed.state, "assessing")]
    if reviewed.relation.evidence.summary:
        body.append(_text(reviewed.relation.evidence.summary, "describing"))
    return [*body, _text(reviewed.note, "commenting")] if reviewed.note else body


def _text(value: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _source(article: Article) -> str:
    return f"urn:sha256:{article.sha256}"


def _target(mention: Mention, article: Article) -> dict[str, Any]:
    """Where the mention stands: by its words with what stands around them, and by its offsets in code points."""
    start, end = mention.span.start, mention.span.end
    quote = {
        "type": "TextQuoteSelector",
        "exact": mention.text,
        "prefix": article.text[max(0, start - AROUND) : start],
        "suffix": article.text[end : end + AROUND],
    }
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    return {"type": "SpecificResource", "source": _source(article), "selector": [quote, position]}


EXPORTER = Exporter(
    name="jsonld",
    description="W3C Web Annotations (JSON-LD) for annotation programs.",
    suffix=".jsonld",
    lossless=False,
    write=write,
    loss="article texts, values of figures, comparison levels, attribution chains, the log",
)
