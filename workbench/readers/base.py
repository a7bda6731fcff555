"""What a reader is, and what all readers share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import TypeAlias

from workbench.errors import ReadError
from workbench.model import Article
from workbench.registry import Registry
from workbench.text.normalize import normalize

MAX_BYTES = 200_000_000
"""Largest file, and longest row of a JSON Lines file, that is read."""
MAX_FIELD = 1000
"""Longest title, by-line or address that is kept; what is longer is no such thing."""

Read: TypeAlias = Article | ReadError
"""What reading gives: an article, or the error of one row, after which the others follow."""


@dataclass(frozen=True)
class Reader:
    """One input format."""

    name: str
    """Name of the format, also of the module."""
    description: str
    """One line: what is read, and which fields are filled."""
    suffixes: tuple[str, ...]
    """Endings of file names, lower case with the dot; no two readers share one."""
    sniff: Callable[[bytes, str], bool]
    """Whether the first bytes show this format, for input whose name does not tell; at most one reader says yes."""
    read: Callable[[bytes, str], Iterator[Read]]
    """Bytes and a name to articles; raises ReadError when nothing of the input can be used."""
    binary: bool = False
    """The bytes are no text, so that they tell the format better than the name does."""
    read_lines: Callable[[Iterable[bytes], str], Iterator[Read]] | None = None
    """The same, line by line in flat memory, for formats of one article a line."""


READERS: Registry[Reader] = Registry(
    "workbench.readers",
    "READER",
    Reader,
    reserved=("base", "dates", "decoding", "frontmatter", "paragraphs", "sources"),
)
"""Every input format by name."""


def suffix(name: str) -> str:
    """Ending of a file name, lower case with the dot."""
    return PurePath(name).suffix.lower()


def field(value: object) -> str | None:
    """A title, by-line or address on one line, storable; None when there is nothing in it."""
    if not isinstance(value, str):
        return None
    text = " ".join(normalize(value[: MAX_FIELD * 4]).text.split())
    return text[:MAX_FIELD] or None
