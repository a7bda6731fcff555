"""JSON Lines: one article a line, ``{"id","text"}`` and what else is known."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from workbench.errors import ReadError
from workbench.model import Article, OffsetMap, Span
from workbench.readers.base import MAX_BYTES, Read, Reader
from workbench.readers.dates import header
from workbench.readers.frontmatter import article_fields
from workbench.text.normalize import normalize

CLAIM_SET = "claims-jsonl"
"""Format name in the header of an exported claim set, which holds mentions and decisions, not rows of articles."""
DATED = ("published", "date", "ref")
"""Names under which rows give the date that relative dates are read against; the first that is there counts."""


class Row(BaseModel):
    """One line; keys that are not listed are left unread."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    id: str | int
    """What the article is called by."""
    text: str
    """The article; offsets of what is found count its code points."""
    lang: str | None = None
    """Language code; found by the program where absent."""
    published: str | int | None = None
    """Publication date, as precise as it is known."""
    title: str | None = None
    """Headline."""
    outlet: str | None = None
    """Newspaper, agency or site."""
    author: str | None = None
    """By-line."""
    url: str | None = None
    """Address."""


def read(data: bytes, name: str) -> Iterator[Read]:
    """The rows of a file."""
    yield from read_lines(data.split(b"\n"), name)


def read_lines(lines: Iterable[bytes], name: str) -> Iterator[Read]:
    """An article or an error for each line that is not blank.

    Raises:
        ReadError: no line at all, or an exported claim set.

    """
    empty = True
    for number, line in enumerate(lines, 1):
        content = (line.removeprefix(codecs.BOM_UTF8) if number == 1 else line).strip(b" \t\r\n")
        if not content:
            continue
        if empty and is_claim_set(content):
            raise ReadError(f"{name}: is an exported claim set, not rows of articles", "use workbench import")
        empty = False
        try:
            yield article(content, f"{name}:{number}")
        except ReadError as error:
            yield error
    if empty:
        raise ReadError(f"{name}: is empty", "nothing to read in it")


def article(line: bytes, where: str) -> Article:
    """The article of one row; ``where`` is file and line for the error.

    Raises:
        ReadError: the row is no JSON, or its fields are not as they should be.

    """
    if len(line) > MAX_BYTES:
        raise ReadError(f"{where}: row is larger than {MAX_BYTES // 1_000_000} MB", "split the article")
    row = _checked(_parsed(line, where), where)
    found = normalize(row["text"], "utf-32-le")
    dated, start = header(found.text)
    fields, repairs = article_fields({**row, "published": str(row["published"] or dated or "")})
    return Article(
        name=str(row["id"]) or where,
        text=found.text,
        sha256=sha256(line).hexdigest(),
        body=Span(start, len(found.text)) if start else None,
        reader="jsonl",
        repairs=(*found.repairs, *repairs),
        offsets=_code_points(found.offsets),
        **fields,
    )


def is_claim_set(line: bytes) -> bool:
    """Whether a first line is the header of an exported claim set."""
    if CLAIM_SET.encode() not in line[:400]:
        return False
    try:
        header = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(header, dict) and header.get("format") == CLAIM_SET


def _parsed(line: bytes, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ReadError(f"{where}: is not UTF-8 at byte {error.start}", "JSON is always UTF-8") from error
    except RecursionError as error:
        raise ReadError(f"{where}: is nested too deep") from error
    except json.JSONDecodeError as error:
        raise ReadError(f"{where}: is no JSON: {error.msg} at character {error.pos}") from error
    except ValueError as error:
        raise ReadError(f"{where}: is no JSON: {error}") from error
    if not isinstance(row, dict):
        raise ReadError(f"{where}: is no JSON object", 'a row is {"id": …, "text": …}')
    return row


def _checked(row: dict[str, Any], where: str) -> dict[str, Any]:
    """The row's fields; lone surrogates are kept out of the check, which knows only what UTF-8 can hold."""
    text = row.get("text")
    known = {key: _storable(value) for key, value in row.items() if key in Row.model_fields and key != "text"}
    known["published"] = next((_storable(row[key]) for key in DATED if row.get(key) is not None), None)
    if "text" in row:
        known["text"] = "" if isinstance(text, str) else text
    try:
        checked = Row.model_validate(known)
    except ValidationError as error:
        problem = error.errors(include_url=False, include_input=False)[0]
        what = ".".join(str(part) for part in problem["loc"][:1]) or "row"
        missing = problem["type"] == "missing"
        wrong = f"has no {what}" if missing else problem["msg"].replace("Input", what, 1)
        raise ReadError(f"{where}: {wrong}", 'a row is {"id": …, "text": …}') from error
    return {**checked.model_dump(), "text": text}


def _storable(value: object) -> object:
    return normalize(value).text if isinstance(value, str) else value


def _code_points(offsets: OffsetMap) -> OffsetMap:
    """The map to code points of the row's text, which is what whoever wrote the row counts in."""
    return OffsetMap(tuple((start, byte // 4, width // 4) for start, byte, width in offsets.runs))


def _sniff(head: bytes, _name: str) -> bool:
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    return (start.startswith(b"{") and b'"text"' in start) or is_claim_set(start.split(b"\n")[0])


READER = Reader(
    name="jsonl",
    description='JSON Lines, one article a line: {"id","text","lang"?,"published"?,"title"?,"outlet"?,"author"?,"url"?}.',
    suffixes=(".jsonl", ".ndjson"),
    sniff=_sniff,
    read=read,
    read_lines=read_lines,
)
