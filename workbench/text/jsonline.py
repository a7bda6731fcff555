"""JSON on one line that is safe to look at."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

_ESCAPED = re.compile(
    "[\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)


def json_line(row: Mapping[str, object]) -> str:
    """One JSON Lines row; characters that steer a terminal or hide are escaped, which loses nothing.

    Raises:
        ValueError: a number is infinite or not a number, which JSON cannot say.

    """
    dumped = json.dumps(row, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return dumped if dumped.isascii() and "\x7f" not in dumped else _ESCAPED.sub(_escape, dumped)


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x10000:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
