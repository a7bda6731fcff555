"""The gate for text from outside: nothing passes that steers a terminal or hides words.

The translation keeps the length, so spans stay valid on what is shown. C0 controls become their Unicode pictures;
C1, bidi controls, zero-width characters and tags become marks that can be seen. Found by trial: no widget of Textual
drops escape sequences by itself.
"""

from __future__ import annotations

import re

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
_LONE_JOINER = re.compile("(?<![\u0600-\u1fff\u200d\ufe0f\U0001f000-\U0001faff])[\u200c\u200d]")
_DOT = "·"
_BOX = "\ufffd"
_DOTTED = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u034f\u115f\u1160\u3164\uffa0")


def _mark(match: re.Match[str]) -> str:
    char = match.group()
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return _DOT if char in _DOTTED else _BOX


def visible(text: str) -> str:
    """``text`` with every control, bidi and hidden character replaced by a visible one, one for one.

    Newline and tab stay. A zero-width joiner stays where a script or an emoji needs it.
    """
    if text.isascii() and not _UNSAFE.search(text):
        return text
    return _LONE_JOINER.sub(_mark, _UNSAFE.sub(_mark, text))


def one_line(text: str) -> str:
    """:func:`visible`, with newlines and tabs shown as spaces; same length."""
    return visible(text).translate({0x0A: " ", 0x09: " "})
