"""Text from outside, made harmless for each format; controls and bidi overrides are shown, never passed on."""

from __future__ import annotations

import html
import re

from workbench.text.visible import one_line, visible

_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
_MARKDOWN = re.compile(r"[\\`*_{}\[\]#|~$^]")
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_LINE_START = re.compile(r"^(?:([-+=:])|(\d{1,9})([.)])(?=\s|\Z))", re.MULTILINE)
_LINK = re.compile(r"(?<=\w)(?=://)|(?<=\bwww)(?=\.)|(?=@)", re.IGNORECASE)


def cell(value: object) -> object:
    """A CSV cell; text that a spreadsheet would take for a formula gets an apostrophe in front.

    Numbers stay numbers. Leading white space is looked through, as some programs do.
    """
    if not isinstance(value, str):
        return value
    text = visible(value)
    return f"'{text}" if text[:1] in _FORMULA or text.lstrip()[:1] in _FORMULA else text


def markup(text: str) -> str:
    """Text for HTML content and attribute values."""
    return html.escape(visible(text), quote=True)


def markdown(text: str) -> str:
    """Text for a paragraph of Markdown: nothing in it is emphasis, link, tag, list, heading or table."""
    if text.isascii() and text[:1].isalpha() and text.replace(" ", "").isalnum():
        return text
    plain = _LINK.sub("\x00", _INDENT.sub("", visible(text)))
    escaped = _MARKDOWN.sub(r"\\\g<0>", plain).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _LINE_START.sub(_line_start, escaped).replace("\x00", "\\")


def markdown_line(text: str) -> str:
    """The same on one line, for table cells, headings and list items."""
    return markdown(" ".join(one_line(text).split()))


def _line_start(match: re.Match[str]) -> str:
    return f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}"
