"""Writing a file so that there is the whole of it or nothing."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from workbench.errors import ExportError


@contextmanager
def atomic_write(path: Path, *, overwrite: bool = False) -> Iterator[TextIO]:
    """A stream that becomes the file at ``path`` when the block ends well, and leaves no trace when it does not.

    The text goes to a file beside it, which is flushed to disk and then given the name in one step. A device or pipe
    is written directly.

    Args:
        path: where to write.
        overwrite: whether a file that is there may be replaced.

    Raises:
        ExportError: the file is there already, or cannot be written.

    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        yield from _direct(target)
        return
    if target.exists() and not overwrite:
        raise _exists(path)
    beside = target.with_name(f".{target.name[:100]}.{os.getpid()}.tmp")
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _mode(target))
        with open(descriptor, "w", encoding="utf-8", newline="\n") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        _name(beside, target, overwrite)
        _sync_folder(target.parent)
    except FileExistsError as error:
        raise _exists(path) from error
    except OSError as error:
        raise ExportError(
            f"{path}: cannot be written: {error.strerror or error}", "choose another path"
        ) from error
    finally:
        with suppress(OSError):
            beside.unlink()


def _direct(target: Path) -> Iterator[TextIO]:
    if target.is_dir():
        raise ExportError(f"{target}: is a folder", "name a file")
    try:
        with target.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
    except OSError as error:
        raise ExportError(f"{target}: cannot be written: {error.strerror or error}") from error


def _name(beside: Path, target: Path, overwrite: bool) -> None:
    """Give the finished file its name; without ``overwrite`` a file that came meanwhile is left alone."""
    if overwrite:
        beside.replace(target)
        return
    try:
        os.link(beside, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if target.exists():
            raise FileExistsError from None
        beside.replace(target)


def _mode(target: Path) -> int:
    """Permissions of the file that is replaced, else what the umask leaves."""
    return stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):  # some file systems cannot; the file itself is safe
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _exists(path: Path) -> ExportError:
    return ExportError(f"{path}: exists already", "name another file, or overwrite it with --force")
