"""Files and folders."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from workbench.errors import NotFoundError, ReadError
from workbench.model import Article
from workbench.readers import discover, read_bytes, read_lines, read_path, sources


def test_folders_are_walked_in_order(tmp_path: Path) -> None:
    """Files of known endings come sorted; hidden ones and others are skipped; the order does not hang on the disk."""
    for name in ("b.txt", "a.md", ".geheim.txt", "foto.png", "sub/c.html", ".git/d.txt", "sub/e.JSONL"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    found = [path.relative_to(tmp_path).as_posix() for path in discover([tmp_path])]
    assert found == ["a.md", "b.txt", "sub/c.html", "sub/e.JSONL"]


def test_what_is_named_is_always_given(tmp_path: Path) -> None:
    """A file that is named by its path is tried whatever its ending, and a missing one is not passed over."""
    odd, missing = tmp_path / ".odd.xyz", tmp_path / "weg.txt"
    odd.write_text("Tekst.")
    assert list(discover([odd, missing])) == [odd, missing]
    (article,) = read_path(odd)
    assert isinstance(article, Article)
    with pytest.raises(ReadError, match="does not exist"):
        list(read_path(missing))


def test_a_link_to_its_own_folder_does_not_loop(tmp_path: Path) -> None:
    """No folder is followed through a link."""
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "lus").symlink_to(tmp_path)
    assert list(discover([tmp_path])) == [tmp_path / "a.txt"]


def test_devices_are_refused() -> None:
    """A device never ends; it is no file."""
    with pytest.raises(ReadError, match="is no file"):
        list(read_path(Path("/dev/zero")))


def test_a_pipe_is_read(tmp_path: Path) -> None:
    """The shell's process substitution gives a pipe, which is read like a file."""
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=("Hij zei “nee”.",), kwargs={"encoding": "utf-8"})
    writer.start()
    (article,) = read_path(pipe)
    writer.join()
    assert isinstance(article, Article)
    assert article.text == "Hij zei “nee”."


def test_file_names_that_are_no_text_are_storable(tmp_path: Path) -> None:
    """A name of broken bytes gives an article whose name can be stored."""
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    try:
        path.write_text("Tekst.")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    (article,) = read_path(path)
    assert isinstance(article, Article)
    assert article.name == "caf\ufffd.txt"


def test_too_large_is_refused_by_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A file over the limit is refused after reading no more than the limit."""
    monkeypatch.setattr(sources, "MAX_BYTES", 1000)
    path = tmp_path / "groot.txt"
    path.write_text("x" * 1001)
    with pytest.raises(ReadError, match=r"groot\.txt: is larger than"):
        list(read_path(path))


def test_the_limit_of_json_lines_is_for_a_row(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A file of many rows may be larger than the limit; a row may not, and the rows after it are read."""
    from workbench.readers import jsonl

    for module in (sources, jsonl):
        monkeypatch.setattr(module, "MAX_BYTES", 1000)
    row = '{"id": "a", "text": "Tekst."}\n'
    path = tmp_path / "rijen.jsonl"
    path.write_text(row * 50 + '{"id": "b", "text": "' + "x" * 5000 + '"}\n' + row)
    found = list(read_path(path))
    assert sum(isinstance(one, Article) for one in found) == 51
    (error,) = [one for one in found if isinstance(one, ReadError)]
    assert str(error).startswith("rijen.jsonl:51: row is larger than")


@pytest.mark.parametrize(
    ("head", "reader"),
    [
        (b"<!doctype HTML><p>x", None),
        (b'{"id": "a", "text": "b"}', "jsonl"),
        (b"---\ntitle: x\n---\nTekst", "markdown"),
        (b"--- Tekst", "text"),
        (b"{niet} json", "text"),
    ],
)
def test_content_tells_where_the_name_does_not(head: bytes, reader: str | None) -> None:
    """Input without a telling name is read by what it starts with."""
    chosen = sources.choose(head, "stdin")
    assert chosen.name == (reader or "html")


def test_the_ending_wins_over_text_that_looks_otherwise() -> None:
    """A .txt file that starts with a brace or a rule is plain text."""
    assert sources.choose(b'{"id": "a", "text": "b"}', "a.txt").name == "text"
    assert sources.choose(b"%PDF-1.4", "a.txt").name == "pdf"


def test_an_unknown_reader_is_not_found() -> None:
    """The error lists the readers there are."""
    with pytest.raises(NotFoundError, match="jsonl"):
        list(read_bytes(b"x", "x", "wordperfect"))


def test_only_line_formats_are_read_line_by_line() -> None:
    """A format of one article a file has no lines."""
    with pytest.raises(ReadError, match="line by line"):
        list(read_lines([b"x"], "x", "text"))
