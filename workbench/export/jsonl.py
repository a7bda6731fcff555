"""JSON Lines, lossless: a header, then articles, speakers, mentions, relations, issues, annotations, events."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, TextIO, get_args

from workbench.errors import ExportError
from workbench.export.base import Exporter
from workbench.export.rows import Stored, from_row, to_row
from workbench.model import DEFINITIONS, Article, Extraction, Figure, Mention, Quote, Relation, RelationState
from workbench.model.claimset import ClaimSet, ReviewedRelation
from workbench.model.issue import Issue
from workbench.text.jsonline import json_line

FORMAT = "claims-jsonl"
"""What the header calls the format."""
VERSION = 1
"""Version of the rows; a later one is refused."""
SECTIONS = ("article", "speaker", "mention", "relation", "issue", "annotation", "event")
"""Types of rows, in the order in which they are written; ``<type>s`` is the field of the claim set."""
_HEAD = ("title", "filter", "generated", "generator")
_REVIEW = ("state", "by", "at", "note")
_STATES = frozenset(get_args(RelationState))


def write(claims: ClaimSet, stream: TextIO) -> None:
    """Write the claim set; the same set gives the same bytes."""
    counts = {f"{section}s": len(getattr(claims, f"{section}s")) for section in SECTIONS}
    if not counts["issues"]:
        # As files were written before there were issues.
        del counts["issues"]
    head = {name: getattr(claims, name) for name in _HEAD}
    stream.write(
        json_line({"type": "header", "format": FORMAT, "version": VERSION, **head, "counts": counts}) + "\n"
    )
    for section in SECTIONS:
        for value in getattr(claims, f"{section}s"):
            try:
                stream.write(json_line({"type": section, **_row(section, value)}) + "\n")
            except ValueError as error:
                raise ExportError(
                    f"{section} {getattr(value, 'id', '')} cannot be written: {error}"
                ) from error


def _row(section: str, value: object) -> dict[str, Any]:
    if isinstance(value, Article):
        return {"id": value.id, **to_row(value)}
    if section == "mention":
        return {"mention": "quote" if isinstance(value, Quote) else "figure", **to_row(value)}
    if isinstance(value, ReviewedRelation):
        review = {name: getattr(value, name) for name in _REVIEW if getattr(value, name) is not None}
        suggested = to_row(value.relation)
        return {
            "id": value.relation.id,
            **suggested,
            "suggested": suggested["kind"],
            "kind": value.kind,
            **review,
        }
    return to_row(value)


def is_claimset(first_line: str | bytes) -> bool:
    """Whether the first line of a file is the header of an exported claim set."""
    if len(first_line) > 100_000:
        return False
    try:
        header = json.loads(first_line)
    except (ValueError, RecursionError):
        return False
    return isinstance(header, dict) and header.get("format") == FORMAT


def read_claimset(lines: Iterable[str | bytes], name: str = "claim set") -> ClaimSet:
    """Read an exported claim set back, equal to what was written.

    Args:
        lines: the lines of the file; ``open(path, "rb")`` will do.
        name: what errors call it.

    Raises:
        ExportError: it is none, of a later version, cut short, or a row is not as it should be; names the line.

    """
    numbered = enumerate(lines, 1)
    header = _header(next(numbered, (1, ""))[1], name)
    found: dict[str, list[Any]] = {section: [] for section in SECTIONS}
    known = _Known()
    for number, line in numbered:
        if not line.strip():
            continue
        try:
            section, value = _value(_parsed(line))
            known.check(value)
        except RecursionError as error:
            raise ExportError(f"{name}:{number}: is nested too deep", "the file was changed") from error
        except ValueError as error:
            raise ExportError(f"{name}:{number}: {error}", "the file was changed") from error
        found[section].append(value)
    for section, values in found.items():
        # Files written before there were issues have none.
        wanted = header["counts"].get(f"{section}s", 0 if section == "issue" else None)
        if wanted != len(values):
            raise ExportError(f"{name}: has {len(values)} of {wanted} {section}s", "the file is cut short")
    fields: dict[str, Any] = {f"{section}s": tuple(values) for section, values in found.items()}
    fields.update({key: str(header.get(key, "")) for key in _HEAD})
    return ClaimSet(**fields)


class _Known:
    """What was read so far: rows may only refer to rows before them, and spans must say what their text says."""

    def __init__(self) -> None:
        self._articles: dict[str, Article] = {}
        self._mentions: set[str] = set()

    def check(self, value: Stored | ReviewedRelation) -> None:
        """Note the value; raises ValueError when what it refers to is not there."""
        if isinstance(value, (Quote, Figure)):
            self._check_mention(value)
            self._mentions.add(value.id)
        elif isinstance(value, ReviewedRelation):
            for side in (value.relation.left, value.relation.right):
                if side not in self._mentions:
                    raise ValueError(f"relation of the mention {side}, which the file does not have")
        elif isinstance(value, Issue):
            for mention in (value.representative, *value.mentions):
                if mention not in self._mentions:
                    raise ValueError(f"issue of the mention {mention}, which the file does not have")
        elif isinstance(value, Article):
            self._articles[value.id] = value

    def _check_mention(self, mention: Mention) -> None:
        article = self._articles.get(mention.article)
        if article is None:
            raise ValueError(f"mention of the article {mention.article}, which the file does not have")
        if isinstance(mention, Quote):
            Extraction(article, quotes=(mention,))
        else:
            Extraction(article, figures=(mention,))


def _header(line: str | bytes, name: str) -> Mapping[str, Any]:
    if not is_claimset(line):
        raise ExportError(
            f"{name}: is no exported claim set", "its first line must be the header that export writes"
        )
    header: dict[str, Any] = json.loads(line)
    if header.get("version") != VERSION:
        raise ExportError(
            f"{name}: is version {str(header.get('version'))[:20]} of the format, known is {VERSION}",
            "use a newer workbench",
        )
    if not isinstance(header.get("counts"), dict):
        raise ExportError(f"{name}: header without counts", "the file was changed")
    return header


def _parsed(line: str | bytes) -> dict[str, Any]:
    row = json.loads(line)
    if not isinstance(row, dict):
        raise ValueError("no JSON object")
    return row


def _value(row: dict[str, Any]) -> tuple[str, Stored | ReviewedRelation]:
    """Type and value of a row."""
    section = row.pop("type", None)
    if not isinstance(section, str) or section not in SECTIONS:
        raise ValueError(f"row of the unknown type {str(section)[:40]!r}")
    if section == "relation":
        return section, _relation(row)
    kind = row.pop("mention", None) if section == "mention" else section
    if section == "mention" and kind not in ("quote", "figure"):
        raise ValueError(f"mention of the unknown kind {str(kind)[:40]!r}")
    identity = row.pop("id", None) if section == "article" else None
    value = from_row(kind, row)
    if isinstance(value, Article):
        _check_id(identity, value.id)
    return section, value


def _relation(row: dict[str, Any]) -> ReviewedRelation:
    identity = row.pop("id", None)
    review = {name: row.pop(name, None) for name in _REVIEW}
    kind = row.pop("kind", None)
    if str(kind) not in DEFINITIONS:
        raise ValueError(f"relation of the unknown kind {str(kind)[:40]!r}")
    suggested = row.pop("suggested", None)
    relation = from_row("relation", {**row, "kind": suggested})
    assert isinstance(relation, Relation)
    _check_id(identity, relation.id)
    return ReviewedRelation(relation, kind=kind, **_checked_review(review))


def _checked_review(review: dict[str, Any]) -> dict[str, Any]:
    if str(review["state"]) not in _STATES:
        raise ValueError(f"relation in the unknown state {str(review['state'])[:40]!r}")
    for key in ("by", "at", "note"):
        if not isinstance(review[key], (str, type(None))):
            raise ValueError(f"{key}: no text")
    return review


def _check_id(identity: object, wanted: str) -> None:
    if identity is not None and identity != wanted:
        raise ValueError(f"id {str(identity)[:40]!r} does not belong to what the row says")


EXPORTER = Exporter(
    name="jsonl",
    description="Everything, one JSON object a line; import reads it back.",
    suffix=".jsonl",
    lossless=True,
    write=write,
)
