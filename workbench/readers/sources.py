"""From files and folders to articles: which file, which reader, what is refused."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from workbench.errors import ReadError
from workbench.readers.base import MAX_BYTES, READERS, Read, Reader, suffix

FALLBACK = "text"
"""Reader of input that no other reader claims."""
_HEAD = 4096


def discover(paths: Iterable[Path]) -> Iterator[Path]:
    """Files in the order given, folders walked in sorted order.

    In folders, hidden files and folders and files without a known ending are skipped; a path that is named is always
    given, so that whoever opens it says what is wrong with it. No folder is followed through a link.
    """
    suffixes = {ending for reader in READERS.all() for ending in reader.suffixes}
    for path in paths:
        if path.is_dir():
            yield from _walk(path, suffixes)
        else:
            yield path


def _walk(folder: Path, suffixes: set[str]) -> Iterator[Path]:
    unreadable: list[Path] = []
    for root, folders, files in os.walk(
        folder, onerror=lambda error: unreadable.append(Path(str(error.filename)))
    ):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and suffix(name) in suffixes:
                yield Path(root, name)
    yield from unreadable


def read_path(path: Path) -> Iterator[Read]:
    """The articles of a file; the error of a bad row comes in its place.

    Raises:
        ReadError: nothing of the file can be used: what is wrong and what to do.

    """
    name = os.fsencode(path.name).decode("utf-8", "replace")
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise ReadError(f"{path}: is a folder that cannot be opened", "check its permissions")
        if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
            raise ReadError(f"{path}: is no file", "name a file or a folder")
        by_suffix = _by_suffix(name)
        if by_suffix is not None and by_suffix.read_lines is not None:
            with path.open("rb") as lines:
                yield from by_suffix.read_lines(_bounded(lines), name)
            return
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise ReadError(f"{path}: does not exist", "check the spelling of the path") from error
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror or error}") from error
    yield from read_bytes(data, name)


def _bounded(file: BinaryIO) -> Iterator[bytes]:
    """Lines of a file; of one that is too long only so much that its reader refuses it."""
    while line := file.readline(MAX_BYTES + 1):
        yield line
        while len(line) > MAX_BYTES and not line.endswith(b"\n"):
            line = file.readline(MAX_BYTES + 1)


def read_bytes(data: bytes, name: str, reader: str | None = None) -> Iterator[Read]:
    """The articles in bytes that came from elsewhere.

    Args:
        data: the whole input.
        name: a file name or other name; its ending helps to choose the reader.
        reader: name of the reader; chosen by ending and content where None.

    Raises:
        ReadError: nothing of the input can be used.

    """
    if len(data) > MAX_BYTES:
        raise ReadError(f"{name}: is larger than {MAX_BYTES // 1_000_000} MB", "split it, or give JSON Lines")
    if not data:
        raise ReadError(f"{name}: is empty", "nothing to read in it")
    chosen = READERS.load(reader) if reader else choose(data, name)
    yield from chosen.read(data, name)


def read_lines(lines: Iterable[bytes], name: str, reader: str = "jsonl") -> Iterator[Read]:
    """The articles of a stream of lines, in flat memory; a bad line comes as its error.

    Raises:
        ReadError: the stream is none of articles.

    """
    by_line = READERS.load(reader).read_lines
    if by_line is None:
        raise ReadError(f"{name}: {reader} cannot be read line by line", "give it as a file")
    yield from by_line(lines, name)


def choose(data: bytes, name: str) -> Reader:
    """The reader for the input: what cannot be text shows itself, then the name tells, then the first bytes."""
    head = data[:_HEAD]
    readers = list(READERS.all())
    for reader in readers:
        if reader.binary and reader.sniff(head, name):
            return reader
    by_suffix = _by_suffix(name)
    if by_suffix is not None:
        return by_suffix
    for reader in readers:
        if not reader.binary and reader.sniff(head, name):
            return reader
    return READERS.load(FALLBACK)


def _by_suffix(name: str) -> Reader | None:
    ending = suffix(name)
    return next((reader for reader in READERS.all() if ending in reader.suffixes), None)
