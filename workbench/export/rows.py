"""Values of the model as JSON rows and back, without loss; rows from outside are checked by pydantic."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any, TypeAlias

from pydantic import TypeAdapter, ValidationError

from workbench.model import (
    Annotation,
    Article,
    Event,
    Evidence,
    Figure,
    Level,
    OffsetMap,
    Quote,
    Relation,
    Span,
    Speaker,
)
from workbench.model.issue import Issue, Stated

Stored: TypeAlias = Article | Speaker | Quote | Figure | Relation | Issue | Annotation | Event
"""Everything that has rows of its own."""
_SPANS = frozenset({"span", "sentence", "cue", "source", "noun", "body"})
_FLOATS = frozenset({"confidence", "score", "weight", "low", "high", "look"})
CLASSES: dict[str, type[Stored]] = {
    "article": Article,
    "speaker": Speaker,
    "quote": Quote,
    "figure": Figure,
    "relation": Relation,
    "issue": Issue,
    "annotation": Annotation,
    "event": Event,
}
"""What a row holds, by its name."""


def to_row(value: object) -> dict[str, Any]:
    """A value of the model as a JSON object.

    Spans are ``[start, end]``; fields that have their default value are left out.
    """
    row: dict[str, Any] = {}
    for name, default in _DEFAULTS[type(value)]:
        found = getattr(value, name)
        if found != default:
            row[name] = float(found) if name in _FLOATS and found is not None else _plain(found)
    return row


def from_row(kind: str, row: Mapping[str, Any]) -> Stored:
    """The value of the model that :func:`to_row` wrote.

    Raises:
        ValueError: the row is not one; says which field and why.

    """
    unknown = row.keys() - _NAMES[CLASSES[kind]]
    if unknown:
        raise ValueError(f"unknown field {min(unknown)!r}")
    try:
        value: Stored = _ADAPTERS[CLASSES[kind]].validate_python({key: _rich(key, row[key]) for key in row})
    except ValidationError as error:
        problem = error.errors(include_url=False, include_input=False)[0]
        raise ValueError(f"{'.'.join(map(str, problem['loc']))}: {problem['msg']}") from error
    return value


def _defaults(kind: type[Any]) -> tuple[tuple[str, object], ...]:
    """Names of a dataclass's fields with their default values."""
    found: list[tuple[str, object]] = []
    for field in fields(kind):
        default = field.default
        if default is MISSING and field.default_factory is not MISSING:
            default = field.default_factory()
        found.append((field.name, default))
    return tuple(found)


_NESTED: tuple[type[Any], ...] = (*CLASSES.values(), Evidence, Level, Stated)
_DEFAULTS = {kind: _defaults(kind) for kind in _NESTED}
_NAMES = {kind: frozenset(name for name, _ in defaults) for kind, defaults in _DEFAULTS.items()}
_ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {
    kind: TypeAdapter(kind) for kind in (*CLASSES.values(), Evidence)
}


def _plain(value: object) -> object:
    if value is None or type(value) in (str, int, float):
        return value
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, OffsetMap):
        return [list(run) for run in value.runs]
    if isinstance(value, (tuple, list)):
        return [_plain(part) for part in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    return to_row(value) if type(value) in _DEFAULTS else value


def _rich(name: str, value: object) -> object:
    """Spans, maps and nested values in place of their JSON; what is of another shape is left to the check."""
    if value is None:
        return None
    if name in _SPANS:
        return _span(value)
    if name == "parts" and isinstance(value, list):
        return tuple(_span(part) for part in value)
    if name == "offsets" and isinstance(value, list):
        return OffsetMap(tuple((run[0], run[1], run[2]) for run in _number_rows(value, 3)))
    if name == "evidence" and isinstance(value, Mapping):
        return _ADAPTERS[Evidence].validate_python(dict(value))
    return value


def _span(value: object) -> Span:
    (row,) = _number_rows([value], 2)
    return Span(row[0], row[1])


def _number_rows(value: list[object], width: int) -> list[list[int]]:
    rows: list[list[int]] = []
    for row in value:
        if not isinstance(row, list) or len(row) != width or any(type(number) is not int for number in row):
            raise ValueError(f"not {width} whole numbers: {str(row)[:60]}")
        rows.append(row)
    return rows
