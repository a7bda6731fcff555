"""A file is written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from workbench.errors import ExportError
from workbench.export import atomic_write


def test_writes_utf8_with_line_feeds_and_leaves_nothing_beside(tmp_path: Path) -> None:
    """The file has the text and there is no other file."""
    path = tmp_path / "uit.txt"
    with atomic_write(path) as stream:
        stream.write("“één”\n")
    assert path.read_bytes() == "“één”\n".encode()
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_exists_is_not_overwritten_unless_told(tmp_path: Path) -> None:
    """Without a yes the old file stays; with one it is replaced and keeps its permissions."""
    path = tmp_path / "uit.txt"
    path.write_text("oud")
    path.chmod(0o640)
    with pytest.raises(ExportError, match="exists already"), atomic_write(path) as stream:
        stream.write("nieuw")
    assert path.read_text() == "oud"
    with atomic_write(path, overwrite=True) as stream:
        stream.write("nieuw")
    assert path.read_text() == "nieuw"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_file_that_appears_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    """The check holds at the moment the file gets its name, not only at the start."""
    path = tmp_path / "uit.txt"

    def write() -> None:
        with atomic_write(path) as stream:
            stream.write("nieuw")
            path.write_text("van een ander")

    with pytest.raises(ExportError, match="exists already"):
        write()
    assert path.read_text() == "van een ander"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("overwrite", [False, True])
def test_an_error_while_writing_leaves_the_old_state(tmp_path: Path, overwrite: bool) -> None:
    """When the block fails, what was there is there, and nothing else."""
    path = tmp_path / "uit.txt"
    if overwrite:
        path.write_text("oud")

    def fail() -> None:
        with atomic_write(path, overwrite=overwrite) as stream:
            stream.write("half")
            raise RuntimeError("midden in het schrijven")

    with pytest.raises(RuntimeError):
        fail()
    assert [p.read_text() for p in tmp_path.iterdir()] == (["oud"] if overwrite else [])


def test_a_full_disk_is_one_clear_error() -> None:
    """The system's error becomes ours, with path and reason."""
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with pytest.raises(ExportError, match="/dev/full"), atomic_write(Path("/dev/full")) as stream:
        stream.write("x" * 100_000)


def test_folders_and_missing_folders_are_refused(tmp_path: Path) -> None:
    """A folder is no file, and none is made."""
    with pytest.raises(ExportError, match="is a folder"), atomic_write(tmp_path) as stream:
        stream.write("x")
    with (
        pytest.raises(ExportError, match="cannot be written"),
        atomic_write(tmp_path / "weg" / "x") as stream,
    ):
        stream.write("x")
    assert not (tmp_path / "weg").exists()


def test_a_device_is_written_directly() -> None:
    """Writing to /dev/null works and does not replace it by a file."""
    with atomic_write(Path(os.devnull)) as stream:
        stream.write("x")
    assert not Path(os.devnull).is_file()


def test_a_link_keeps_pointing_to_its_file(tmp_path: Path) -> None:
    """The file behind a link is replaced, not the link."""
    target, link = tmp_path / "echt.txt", tmp_path / "link.txt"
    target.write_text("oud")
    link.symlink_to(target)
    with atomic_write(link, overwrite=True) as stream:
        stream.write("nieuw")
    assert link.is_symlink()
    assert target.read_text() == "nieuw"
