r"""Text normalisation, done once at import.

Newlines become ``\n``; NUL and lone surrogates, which SQLite and UTF-8 cannot hold, become U+FFFD. Nothing else is
touched: no Unicode normal form, no trimming, since spans must say what the source says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.model import OffsetMap

_RUN = re.compile(
    "\r\n?|[\x00\ud800-\udfff]"  # to be changed
    "|[\x01-\x0c\x0e-\x7f]+|[\x80-\u07ff]+|[\u0800-\ud7ff\ue000-\uffff]+|[\U00010000-\U0010ffff]+"  # equal UTF-8 width
)
_CHANGE = re.compile("[\r\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Normalized:
    """Text ready to be stored."""

    text: str
    """The stored text."""
    offsets: OffsetMap
    """Back to the source bytes."""
    repairs: tuple[str, ...]
    """What was changed, in words, for the import report."""


def normalize(
    decoded: str, encoding: str = "utf-8", skipped: int = 0, errors: str = "surrogatepass"
) -> Normalized:
    """Normalise decoded text and build the map back to its bytes.

    Args:
        decoded: the source as decoded, line ends untranslated.
        encoding: what it was decoded with, a name Python knows without a byte order mark (``utf-16-le``).
        skipped: bytes before the first character (a byte order mark).
        errors: what lone surrogates stand for: ``surrogateescape`` for bytes that could not be decoded.

    """
    if decoded.isascii() and not _CHANGE.search(decoded):
        return Normalized(decoded, OffsetMap(((0, skipped, _width(" ", encoding, errors)),)), ())
    pieces: list[str] = []
    runs: list[tuple[int, int, int]] = []
    length, byte, newlines, damaged = 0, skipped, 0, 0
    for match in _RUN.finditer(decoded):
        found = match.group()
        width = _width(found[0], encoding, errors)
        if not runs or width != runs[-1][2] or runs[-1][1] + (length - runs[-1][0]) * width != byte:
            runs.append((length, byte, width))
        byte += width * len(found)
        if found[0] == "\r":
            found, newlines = "\n", newlines + 1
        elif _CHANGE.match(found):
            found, damaged = "\ufffd", damaged + 1
        pieces.append(found)
        length += len(found)
    repairs = []
    if newlines:
        repairs.append(f"{newlines} line ends made \\n")
    if damaged:
        repairs.append(f"{damaged} NUL or surrogate characters replaced")
    return Normalized("".join(pieces), OffsetMap(tuple(runs)), tuple(repairs))


def _width(char: str, encoding: str, errors: str) -> int:
    """How many bytes the character takes in the encoding."""
    return len(char.encode(encoding, errors))
