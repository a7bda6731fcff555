"""Normalisation at import and the map back to the bytes."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.model import OffsetMap
from workbench.text.normalize import normalize

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)


@given(ANY_TEXT)
@example("a\r\nb\rc\n")
@example("\x00\ud800’😀\r\n")
def test_stored_text_has_no_character_that_cannot_be_stored(decoded: str) -> None:
    """No carriage return, NUL or lone surrogate survives, and a second pass changes nothing."""
    text = normalize(decoded).text
    assert not set(text) & {"\r", "\x00"}
    text.encode("utf-8")
    assert normalize(text).text == text


@given(ANY_TEXT)
@example("a\r\nb\rc\n")
@example("é\r\n\r\n’😀")
def test_offsets_point_at_the_bytes_of_the_character(decoded: str) -> None:
    """Each kept character's bytes stand in the source at the place the map gives."""
    source = decoded.encode("utf-8", "surrogatepass")
    result = normalize(decoded)
    for index, char in enumerate(result.text):
        at = result.offsets.to_source(index)
        if char == "\n":
            assert source[at : at + 1] in {b"\n", b"\r"}
        elif char != "\ufffd":
            assert source[at:].startswith(char.encode())


@pytest.mark.parametrize(("encoding", "skipped"), [("cp1252", 0), ("utf-16-le", 2), ("utf-8", 3)])
def test_offsets_count_bytes_of_the_source_encoding(encoding: str, skipped: int) -> None:
    """One-byte, two-byte and variable encodings, after a byte order mark or not, map to their own bytes."""
    decoded = "Oekraïne’s\r\ngrens"
    source = b"\x00" * skipped + decoded.encode(encoding)
    result = normalize(decoded, encoding, skipped)
    at = result.offsets.to_source(result.text.index("grens"))
    assert source[at:] == "grens".encode(encoding)


def test_repairs_are_told() -> None:
    """What was changed is said in words, with its number."""
    assert normalize("a\r\nb\rc\x00").repairs == (
        "2 line ends made \\n",
        "1 NUL or surrogate characters replaced",
    )
    assert normalize("plain").repairs == ()


def test_map_refuses_runs_that_do_not_rise() -> None:
    """A map that could give two answers cannot be made."""
    with pytest.raises(ValueError, match="rise"):
        OffsetMap(((0, 0, 1), (0, 5, 1)))
    with pytest.raises(ValueError, match="start at text offset 0"):
        OffsetMap(((3, 0, 1),))
