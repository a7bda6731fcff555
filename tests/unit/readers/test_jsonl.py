"""JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import ReadError
from workbench.model import Article
from workbench.readers import read_bytes, read_lines
from workbench.readers.base import Read


def rows(*lines: str | bytes) -> list[Read]:
    """What reading the lines gives."""
    return list(
        read_lines([line if isinstance(line, bytes) else line.encode() for line in lines], "in.jsonl")
    )


def one(row: dict[str, object]) -> Article:
    """The article of one good row."""
    (found,) = rows(json.dumps(row))
    assert isinstance(found, Article), found
    return found


def test_all_fields_are_read() -> None:
    """Every known key fills its field; unknown keys are left unread."""
    row = {
        "id": "a1", "text": "Tekst.", "lang": "nl", "published": "2022-01", "title": "T", "outlet": "O",
        "author": "A", "url": "https://voorbeeld.invalid", "gold": [1],
    }  # fmt: skip
    article = one(row)
    assert (article.name, article.text, article.lang, article.published) == ("a1", "Tekst.", "nl", "2022-01")
    assert (article.title, article.outlet, article.author, article.url) == ("T", "O", "A", row["url"])


def test_ids_are_kept_to_the_letter() -> None:
    """Whoever joins on the id finds it again, numbers as text."""
    assert one({"id": "  a  b ", "text": "x"}).name == "  a  b "
    assert one({"id": 7, "text": "x"}).name == "7"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("geen json", "no JSON"),
        ('{"id": "a"}', "has no text"),
        ('{"text": "a"}', "has no id"),
        ('{"id": "a", "text": 5}', "text should be a valid string"),
        ('{"id": true, "text": "a"}', "id should be a valid string"),
        ('{"id": "a", "text": "b", "title": ["x"]}', "title should be a valid string"),
        ("[1, 2]", "no JSON object"),
        (b'{"id": "a", "text": "\xff"}', "not UTF-8"),
        ("[" * 100_000, "nested too deep"),
        ('{"id": ' + "9" * 10_000 + ', "text": "a"}', "no JSON"),
    ],
)
def test_a_bad_row_is_refused_by_line_and_the_rest_goes_on(line: str | bytes, says: str) -> None:
    """The error says file, line and what is wrong; rows before and after are read."""
    good = '{"id": "goed", "text": "Tekst."}'
    first, bad, last = rows(good, line, good)
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(bad, ReadError)
    assert str(bad).startswith("in.jsonl:2: ")
    assert says in str(bad)


def test_blank_lines_count_but_are_no_rows() -> None:
    """Line numbers are those of an editor."""
    found = rows("", "  \r\n", "x")
    assert str(found[0]).startswith("in.jsonl:3: ")


def test_lone_surrogates_and_nul_from_json_are_replaced() -> None:
    """What JSON can say but no file can hold becomes U+FFFD, one for one, in every field."""
    (found,) = rows('{"id": "a\\ud800", "text": "x\\ud800y\\u0000z", "title": "\\udfff"}')
    assert isinstance(found, Article)
    assert (found.name, found.text, found.title) == ("a\ufffd", "x\ufffdy\ufffdz", "\ufffd")


def test_a_row_with_an_empty_text_is_an_article() -> None:
    """A stream in gives one row out for each row, also for one that says nothing."""
    assert one({"id": "a", "text": ""}).text == ""


def test_the_hash_is_of_the_row() -> None:
    """Line ends around the row do not make another article; another id does."""
    line = b'{"id": "a", "text": "x"}'
    (with_end,) = rows(line + b"\r\n")
    (without,) = rows(line)
    assert isinstance(with_end, Article)
    assert isinstance(without, Article)
    assert with_end.sha256 == without.sha256 == sha256(line).hexdigest()
    assert one({"id": "b", "text": "x"}).sha256 != one({"id": "a", "text": "x"}).sha256


def test_an_exported_claim_set_is_told_apart() -> None:
    """Its header is recognised, and the error says what to do with the file."""
    with pytest.raises(ReadError, match="exported claim set") as refused:
        rows('{"type":"header","format":"claims-jsonl","version":1}', '{"type":"article"}')
    assert "import" in refused.value.hint


def test_rows_are_read_one_at_a_time() -> None:
    """The first article comes before the second line is asked for, so a stream of any length stays in flat memory."""
    asked: list[int] = []

    def lines() -> Iterator[bytes]:
        for number in range(3):
            asked.append(number)
            yield b'{"id": "%d", "text": "x"}' % number

    found = read_lines(lines(), "stream")
    next(found)
    assert asked == [0]


def test_only_line_feeds_end_a_row() -> None:
    """U+2028 and NEL inside a text do not cut the row."""
    (found,) = read_bytes(
        json.dumps({"id": "a", "text": "x\u2028y\x85z"}, ensure_ascii=False).encode(), "a.jsonl"
    )
    assert isinstance(found, Article)
    assert found.text == "x\u2028y\x85z"


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_offsets_count_the_rows_own_characters(text: str) -> None:
    """Every place in the stored text leads to the code point of the row's text, whatever line ends it has."""
    article = one({"id": "a", "text": text})
    for place, char in enumerate(article.text):
        source = text[article.offsets.to_source(place)]
        assert source == char or (char == "\n" and source == "\r") or (char == "\ufffd" and source == "\0")
    assert article.offsets.to_source(len(article.text)) == len(text)


def test_header_of_a_row_is_skipped_and_dates_it() -> None:
    """A text that begins with a date header is dated by it and read after it; a date of the row itself wins."""
    row = '{"id":"a","text":" date 2022-01 De VS zijn bezorgd."}'
    found = next(read_bytes(row.encode(), "rows.jsonl", "jsonl"))
    assert isinstance(found, Article)
    assert (found.published, found.span.of(found.text)) == ("2022-01", "De VS zijn bezorgd.")
    own = row.replace('"id"', '"published":"2021-12-03","id"')
    dated = next(read_bytes(own.encode(), "rows.jsonl", "jsonl"))
    assert isinstance(dated, Article)
    assert dated.published == "2021-12-03"


@pytest.mark.parametrize("key", ["published", "date", "ref"])
def test_date_is_taken_under_its_usual_names(key: str) -> None:
    """A row's date counts under any of the names that data sets use; ``published`` wins over the others."""
    assert one({"id": "a", "text": "x", key: "2013-02-12T04:30:00"}).published == "2013-02-12"
    assert one({"id": "a", "text": "x", "date": "2001", "published": "2022-01"}).published == "2022-01"
