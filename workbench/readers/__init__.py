"""Readers: one module an input format, each turns bytes into articles."""

from workbench.readers.base import MAX_BYTES, READERS, Reader
from workbench.readers.decoding import decode
from workbench.readers.sources import discover, read_bytes, read_lines, read_path

__all__ = [
    "MAX_BYTES",
    "READERS",
    "Reader",
    "decode",
    "discover",
    "read_bytes",
    "read_lines",
    "read_path",
]
