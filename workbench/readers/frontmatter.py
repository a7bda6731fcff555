"""Front matter: the ``key: value`` lines between two ``---`` lines at the top of a file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from workbench.readers.base import field
from workbench.readers.dates import edtf

_FENCE = re.compile(r"\ufeff?---[ \t]*\n")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_LINE = re.compile(r"([A-Za-z_][\w-]{0,40})[ \t]*:(?:[ \t]+(.*))?")
MAX_CHARS = 20_000
"""Where a front matter that has not ended by now is none."""

KEYS: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "published": ("published", "date", "published_at", "pubdate", "datepublished"),
    "author": ("author", "authors", "byline"),
    "outlet": ("outlet", "source", "publication", "publisher", "site", "sitename"),
    "url": ("url", "link", "canonical", "canonical_url"),
    "lang": ("lang", "language"),
}
"""Field of the article, and the keys that fill it, the first found wins."""


def front_matter(text: str) -> tuple[dict[str, str], int]:
    """The values by lower-case key, and where the text after the front matter starts (0 without one)."""
    opening = _FENCE.match(text)
    closing = _END.search(text, opening.end(), MAX_CHARS) if opening else None
    if not opening or not closing:
        return {}, 0
    values: dict[str, str] = {}
    key = ""
    for line in text[opening.end() : closing.start()].split("\n"):
        match = _LINE.fullmatch(line.rstrip())
        if match:
            key = match[1].lower()
            values.setdefault(key, _plain(match[2] or ""))
        elif key and line.lstrip().startswith("- "):
            values[key] = ", ".join(filter(None, (values[key], _plain(line.lstrip()[2:]))))
    return values, closing.end()


def article_fields(values: Mapping[str, object]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Fields of an article from named values, and what could not be used, in words."""
    found: dict[str, Any] = {}
    for name, keys in KEYS.items():
        found[name] = next(filter(None, (field(values.get(key)) for key in keys)), None)
    repairs: tuple[str, ...] = ()
    raw = found["published"]
    found["published"] = edtf(raw) if raw else None
    if raw and not found["published"]:
        repairs = (f"date {raw[:40]!r} cannot be read; left out",)
    found["lang"] = language(found["lang"])
    return found, repairs


def language(value: str | None) -> str:
    """A language code without its region (``nl-BE`` is ``nl``), ``und`` for what is none."""
    code = re.split("[-_]", value.lower())[0] if value else ""
    return code if 2 <= len(code) <= 3 and code.isascii() and code.isalpha() else "und"


def _plain(value: str) -> str:
    """A scalar or a list on one line, quotes and brackets taken off."""
    text = value.strip()
    if text.startswith("[") and text.endswith("]"):
        return ", ".join(filter(None, (_plain(part) for part in text[1:-1].split(","))))
    if len(text) >= 2 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1].replace("''", "'") if text[0] == "'" else text[1:-1].replace('\\"', '"')
    return re.sub(r"\s#.*", "", text).strip()
