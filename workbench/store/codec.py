"""Between the model's values and the columns of the database; JSON for what is never searched."""

from __future__ import annotations

import json
import math
import types
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import MISSING, fields
from hashlib import sha256
from typing import Any, Union, get_args, get_origin, get_type_hints

from workbench.errors import WorkspaceError
from workbench.model import (
    Article,
    Evidence,
    Figure,
    Level,
    Mention,
    OffsetMap,
    Quote,
    Relation,
    Span,
    Speaker,
    Value,
)

DAMAGED = "restore a backup; `workbench doctor` says what is wrong"
"""The way out of a damaged file."""
CONTEXT_LIMIT = 2000
"""Longest sentence kept beside a mention, in code points; a longer one is cut to a window around the mention."""

ARTICLE_COLUMNS = (
    "id", "name", "title", "outlet", "author", "url", "published", "lang", "sha256", "text_sha256", "chars", "quotes",
    "figures", "body_start", "body_end", "reader", "encoding", "imported_at", "repairs", "text", "offsets",
)  # fmt: skip
MENTION_COLUMNS = (
    "id", "article", "kind", "form", "start", "end", "text", "speaker", "extracted_speaker", "speaker_name",
    "confidence", "in_quote", "value", "value_lo", "value_hi", "unit", "noun", "as_of", "sentence_start",
    "sentence_end", "context_start", "context", "detail",
)  # fmt: skip


def dumps(value: object) -> str:
    """Compact JSON, text as it is: what is stored stays readable in the database and canonical for hashes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False)


def loads(text: str) -> Any:  # noqa: ANN401  JSON is any value
    """What ``dumps`` wrote.

    Raises:
        WorkspaceError: it is no JSON, so the file is damaged.
    """
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise WorkspaceError("the workspace is damaged: a stored value cannot be read", DAMAGED) from error


@contextmanager
def _sound() -> Iterator[None]:
    """Say that the file is damaged when what it holds is no value of the model."""
    try:
        yield
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise WorkspaceError("the workspace is damaged: a stored value makes no sense", DAMAGED) from error


def insert_sql(table: str, columns: Sequence[str]) -> str:
    """An INSERT for all the columns."""
    names = ", ".join(f'"{name}"' for name in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"


def text_digest(text: str) -> str:
    """Hex SHA-256 of a stored text."""
    return sha256(text.encode("utf-8")).hexdigest()


def article_values(article: Article, quotes: int, figures: int, at: str) -> tuple[Any, ...]:
    """One row of ``articles``, in the order of ``ARTICLE_COLUMNS``."""
    body = article.body
    return (
        article.id, article.name, article.title, article.outlet, article.author, article.url, article.published,
        article.lang, article.sha256, text_digest(article.text), len(article.text), quotes, figures,
        body.start if body else None, body.end if body else None, article.reader, article.encoding, at,
        dumps(article.repairs), article.text, dumps(article.offsets.runs),
    )  # fmt: skip


def article_of(row: Sequence[Any]) -> Article:
    """The article of one row of ``articles`` (columns of ``ARTICLE_COLUMNS``)."""
    with _sound():
        get = dict(zip(ARTICLE_COLUMNS, row, strict=True))
        runs = loads(get["offsets"])
        return Article(
            name=get["name"],
            text=get["text"],
            sha256=get["sha256"],
            lang=get["lang"],
            published=get["published"],
            title=get["title"],
            outlet=get["outlet"],
            author=get["author"],
            url=get["url"],
            body=None if get["body_start"] is None else Span(get["body_start"], get["body_end"]),
            reader=get["reader"],
            encoding=get["encoding"],
            repairs=tuple(loads(get["repairs"])),
            offsets=OffsetMap(tuple((run[0], run[1], run[2]) for run in runs)),
        )


def mention_values(mention: Mention, article_pk: int, text: str, speaker_pk: int | None) -> tuple[Any, ...]:
    """One row of ``mentions``, in the order of ``MENTION_COLUMNS``."""
    start, context = context_of(mention, text)
    figure: tuple[Any, ...] = (None,) * 6
    if isinstance(mention, Quote):
        kind, form = "quote", str(mention.kind)
    else:
        kind, form = "figure", str(mention.bound)
        figure = _figure_values(mention)
    return (
        mention.id, article_pk, kind, form, mention.span.start, mention.span.end, mention.text, speaker_pk, speaker_pk,
        mention.speaker, mention.confidence, mention.in_quote, *figure, mention.sentence.start, mention.sentence.end,
        start, context, dumps(_detail(mention)),
    )  # fmt: skip


def context_of(mention: Mention, text: str) -> tuple[int, str]:
    """Start and text of the sentence, or of a window around the mention when it is longer than the limit."""
    start, end = mention.sentence.start, mention.sentence.end
    if not start <= mention.span.start < end:
        start, end = mention.span.start, mention.span.end
    if end - start > CONTEXT_LIMIT:
        start = max(start, mention.span.start - CONTEXT_LIMIT // 4)
        end = min(end, start + CONTEXT_LIMIT)
    return start, text[start:end]


def _figure_values(figure: Figure) -> tuple[Any, ...]:
    low, high = _real(figure.value_min), _real(figure.value_max)
    if low is None and high is None:
        low = high = _real(figure.value)
    value = figure.value
    if value is None:
        ends = [str(v) for v in (figure.value_min, figure.value_max) if v is not None]
        return "/".join(ends) or None, low, high, figure.unit, figure.noun_text, figure.as_of
    return str(value), low, high, figure.unit, figure.noun_text, figure.as_of


def _real(value: Value | None) -> float | None:
    """A number for range queries; None for dates and for what no REAL can hold."""
    if value is None or isinstance(value, str):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


# Columns hold these; everything else of a mention goes into ``detail``.
_IN_COLUMNS = frozenset({"id", "article", "span", "text", "sentence", "speaker", "confidence", "in_quote"})
_FORM = {Quote: "kind", Figure: "bound"}


def _detail(mention: Mention) -> dict[str, Any]:
    """What differs from the defaults and has no column."""
    found: dict[str, Any] = {}
    for name, default, write, _ in _PLANS[type(mention)]:
        value = getattr(mention, name)
        if value != default:
            found[name] = write(value)
    return found


def mention_of(columns: dict[str, Any], article_id: str) -> Mention:
    """The quote or figure of one row.

    Args:
        columns: at least id, kind, form, start, end, text, speaker_name, confidence, in_quote, the sentence and detail.
        article_id: id of its article.
    """
    with _sound():
        cls: type[Quote | Figure] = Quote if columns["kind"] == "quote" else Figure
        detail = loads(columns["detail"])
        rest = {name: read(detail[name]) for name, _, _, read in _PLANS[cls] if name in detail}
        rest[_FORM[cls]] = columns["form"]
        return cls(
            id=columns["id"],
            article=article_id,
            span=Span(columns["start"], columns["end"]),
            text=columns["text"],
            sentence=Span(columns["sentence_start"], columns["sentence_end"]),
            speaker=columns["speaker_name"],
            confidence=columns["confidence"],
            in_quote=columns["in_quote"],
            **rest,
        )


def _plan(
    cls: type[Quote | Figure],
) -> tuple[tuple[str, Any, Callable[[Any], Any], Callable[[Any], Any]], ...]:
    """Name, default, writer and reader of every field that goes into ``detail``, from the model's annotations."""
    hints = get_type_hints(cls)
    skipped = _IN_COLUMNS | {_FORM[cls]}
    return tuple(
        (f.name, None if f.default is MISSING else f.default, *_converters(hints[f.name]))
        for f in fields(cls)
        if f.name not in skipped
    )


def _converters(hint: object) -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:
    """To JSON and back for the kinds of field the model has: spans, rows of spans, rows of text, plain values."""
    if get_origin(hint) in (Union, types.UnionType):
        parts = [part for part in get_args(hint) if part is not type(None)]
        # A union of plain values (a number or a date) is plain itself.
        hint = parts[0] if len(parts) == 1 else None
    if hint is Span:
        return (lambda span: [span.start, span.end]), (lambda pair: Span(*pair))
    if get_origin(hint) is tuple:
        if get_args(hint)[0] is Span:
            return (lambda spans: [[s.start, s.end] for s in spans]), (
                lambda pairs: tuple(Span(*p) for p in pairs)
            )
        return list, tuple
    return (lambda value: value), (lambda value: value)


_PLANS = {Quote: _plan(Quote), Figure: _plan(Figure)}


def evidence_json(evidence: Evidence) -> str:
    """Evidence as JSON."""
    return dumps(
        {
            "summary": evidence.summary,
            "levels": [[v.comparison, v.label, v.weight, v.left, v.right] for v in evidence.levels],
            "reason": evidence.reason,
            "subtype": evidence.subtype,
            "facts": evidence.facts,
        }
    )


def relation_of(left: str, right: str, kind: str, score: float, detector: str, evidence: str) -> Relation:
    """The relation of one row."""
    with _sound():
        found = loads(evidence)
        return Relation(
            left=left,
            right=right,
            kind=kind,  # type: ignore[arg-type]  # the column only ever gets a RelationKind
            score=score,
            detector=detector,
            evidence=Evidence(
                found["summary"],
                tuple(Level(*level) for level in found["levels"]),
                found["reason"],
                found["subtype"],
                found["facts"],
            ),
        )


def speaker_of(row: Sequence[Any]) -> Speaker:
    """The speaker of id, name, kind, role and spellings."""
    with _sound():
        return Speaker(id=row[0], name=row[1], kind=row[2], role=row[3], spellings=tuple(loads(row[4])))
