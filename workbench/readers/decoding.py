"""From bytes to text: byte order mark, UTF-8, a declared encoding, cp1252.

Guessing by statistics is left out on purpose: on short Dutch text in cp1252 it names cp775 and Big5.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from workbench.errors import ReadError
from workbench.text.normalize import Normalized, normalize

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"BZh", "bzip2-compressed"),
    (b"\xfd7zXZ", "xz-compressed"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "an RTF document"),
)
_HEAD = 65536
_CONTROL = bytes(b for b in range(0x20) if b not in b"\a\b\t\n\f\r\x1b") + b"\x7f"
_UNDEFINED = b"\x81\x8d\x8f\x90\x9d"
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_MOJIBAKE = re.compile("â€[™œ˜“”¦\u009d\u0098\u0099\u009c]|Ã[©«¨¯¶¼¤ ¡³º§]|Â[«»£ §°]")
UTF16_SHARE = 0.3
"""Share of NUL among the bytes at odd or even places from which text without a mark is UTF-16."""
BINARY_SHARE = 0.05
"""Share of control bytes from which input that is not UTF-8 is binary; compressed data has 0.12, text next to none."""
BINARY_SHARE_UTF8 = 0.3
"""The same for valid UTF-8, where control characters are text that somebody damaged."""


def decode(data: bytes, name: str = "input", declared: str | None = None) -> tuple[str, str, int]:
    """The text, the encoding without mark, and the number of bytes of the byte order mark.

    Bytes that stand for no character come as lone surrogates, which :func:`normalized` makes U+FFFD.

    Args:
        data: the file.
        name: what the error calls it.
        declared: encoding that the format itself declares; tried after UTF-8.

    Raises:
        ReadError: the bytes are no text.

    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, encoding, len(mark), name)
    refuse_binary(data, name)
    for encoding in _candidates(data, declared):
        try:
            return data.decode(encoding), encoding, 0
        except (UnicodeDecodeError, LookupError):
            continue
    if _mostly_utf8(data):
        return data.decode("utf-8", "surrogateescape"), "utf-8", 0
    return data.decode("cp1252", "surrogateescape"), "cp1252", 0


def refuse_binary(data: bytes, name: str) -> None:
    """Raise ReadError when the first bytes are those of a file that is no text."""
    head = data[:_HEAD]
    for magic, what in _MAGIC:
        if head.startswith(magic):
            raise ReadError(
                f"{name}: is {what}, not text", "save it as text, HTML, DOCX or PDF under its right name"
            )
    wide = _utf16(head)
    if wide:
        head = head.decode(wide, "replace").encode("cp1252", "replace")
    controls = len(head) - len(head.translate(None, _CONTROL))
    if wide or not _is_utf8(head):
        controls += len(head) - len(head.translate(None, _UNDEFINED))
        limit = BINARY_SHARE
    else:
        limit = BINARY_SHARE_UTF8
    if controls > len(head) * limit:
        raise ReadError(
            f"{name}: is binary, not text", "save it as text, HTML, DOCX or PDF under its right name"
        )


def normalized(data: bytes, name: str, declared: str | None = None) -> tuple[Normalized, str]:
    """Decoded and normalised text with its map to the bytes, and the encoding.

    Raises:
        ReadError: the bytes are no text, or there is nothing but white space.

    """
    decoded, encoding, mark = decode(data, name, declared)
    if not decoded or decoded.isspace():
        raise ReadError(f"{name}: is empty", "nothing to read in it")
    errors = "surrogateescape" if encoding in ("utf-8", "cp1252") else "surrogatepass"
    return normalize(decoded, encoding, mark, errors), encoding


def suspicions(text: str) -> tuple[str, ...]:
    """In words, what looks damaged but is left as it is: text decoded wrongly before it came here."""
    found = sum(1 for _ in _MOJIBAKE.finditer(text, 0, 1_000_000))
    return (
        (f"{found} places look decoded wrongly at the source (â€™, Ã©); left as they are",)
        if found > 1
        else ()
    )


def _marked(data: bytes, encoding: str, width: int, name: str) -> tuple[str, str, int]:
    try:
        return data[width:].decode(encoding), encoding, width
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            return data[width:].decode("utf-8", "surrogateescape"), encoding, width
        raise ReadError(
            f"{name}: has the mark of {encoding.upper()}, but byte {error.start + width} does not fit",
            "save it as UTF-8",
        ) from error


def _candidates(data: bytes, declared: str | None) -> Iterator[str]:
    wide = _utf16(data[:_HEAD])
    if wide:
        yield wide
    yield "utf-8"
    if declared and declared.lower().replace("_", "-") not in ("latin-1", "iso-8859-1", "us-ascii", "ascii"):
        # What pages call Latin-1 or ASCII is cp1252, as browsers know.
        yield declared


def _utf16(head: bytes) -> str | None:
    """UTF-16 without a mark shows as NUL at every second place."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > half * UTF16_SHARE and even < odd / 4:
        return "utf-16-le"
    return "utf-16-be" if even > half * UTF16_SHARE and odd < even / 4 else None


def _is_utf8(head: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf8(data: bytes) -> bool:
    """Whether some broken bytes stand in text that is UTF-8 all the same (a cut download, a bad join)."""
    sample = data[: _HEAD * 16]
    good = sum(len(m.group()) for m in _MULTIBYTE.finditer(sample))
    high = sum(1 for _ in _HIGH.finditer(sample))
    return good > 0 and good >= 4 * (high - good)
