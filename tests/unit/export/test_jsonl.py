"""The lossless format: written, read back, and refused when changed."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.errors import ExportError, ReadError
from workbench.export.jsonl import EXPORTER, is_claimset, read_claimset
from workbench.model import (
    BOUNDS,
    RELATION_KINDS,
    Annotation,
    Article,
    Event,
    Evidence,
    Figure,
    Level,
    Quote,
    Relation,
    Span,
    Speaker,
    mention_id,
)
from workbench.model.claimset import ClaimSet, ReviewedRelation
from workbench.readers import read_bytes
from workbench.text.normalize import normalize

FIXTURE = Path(__file__).resolve().parents[3] / "data/fixtures/claims.jsonl"
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
MAYBE = st.none() | TEXT
NUMBER = st.none() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT
UNIT = st.floats(0, 1)


def dump(claims: ClaimSet) -> str:
    """What the exporter writes."""
    stream = io.StringIO(newline="")
    EXPORTER.write(claims, stream)
    return stream.getvalue()


def load(text: str) -> ClaimSet:
    """What reading gives, from lines as a file gives them."""
    return read_claimset(io.BytesIO(text.encode()), "set.jsonl")


@st.composite
def claim_sets(draw: Callable[[st.SearchStrategy[Any]], Any]) -> ClaimSet:
    """Claim sets of one article with a quote and a figure, a relation, an annotation and an event."""
    found = normalize(draw(TEXT) + "x")
    text = found.text
    article = Article(
        name=draw(TEXT), text=text, sha256=draw(st.text("0123456789abcdef", min_size=64, max_size=64)),
        published=draw(MAYBE), title=draw(MAYBE), outlet=draw(MAYBE), author=draw(MAYBE), url=draw(MAYBE),
        body=draw(st.none() | st.just(Span(0, len(text)))), repairs=tuple(draw(st.lists(TEXT, max_size=2))),
        offsets=found.offsets,
    )  # fmt: skip
    start = draw(st.integers(0, len(text)))
    span = Span(start, draw(st.integers(start, len(text))))
    words = span.of(text)
    source = draw(st.booleans())
    quote = Quote(
        id=mention_id(article.sha256, "quote", span), article=article.id, span=span, text=words, sentence=span,
        kind=draw(st.sampled_from(["direct", "mixed", "indirect", "post"])), confidence=draw(UNIT),
        source=span if source else None, source_text=words if source else None, speaker=draw(MAYBE),
        chain=tuple(draw(st.lists(TEXT, max_size=3))), parts=(span,) if source else (), date=draw(MAYBE),
    )  # fmt: skip
    figure = Figure(
        id=mention_id(article.sha256, "figure", span), article=article.id, span=span, text=words, sentence=span,
        value=draw(NUMBER), value_min=draw(NUMBER), value_max=draw(NUMBER), bound=draw(st.sampled_from(BOUNDS)),
        hedge=draw(MAYBE), modifiers=tuple(draw(st.lists(TEXT, max_size=2))), as_of=draw(MAYBE),
        in_quote=draw(st.none() | st.just(quote.id)), confidence=draw(UNIT),
    )  # fmt: skip
    facts = draw(
        st.dictionaries(TEXT, st.recursive(NUMBER | st.booleans(), st.lists, max_leaves=5), max_size=2)
    )
    evidence = Evidence(
        draw(TEXT), (Level(draw(TEXT), draw(TEXT), draw(UNIT)),), draw(MAYBE), draw(MAYBE), facts
    )
    kind = draw(st.sampled_from(RELATION_KINDS))
    relation = Relation(
        left=quote.id, right=figure.id, kind=kind, score=draw(UNIT), evidence=evidence, detector=draw(TEXT)
    )
    return ClaimSet(
        title=draw(TEXT), filter=draw(TEXT), generated=draw(TEXT), generator=draw(TEXT), articles=(article,),
        speakers=(Speaker(id="s1", name=draw(TEXT), spellings=(draw(TEXT),), role=draw(MAYBE)),),
        mentions=(quote, figure),
        relations=(ReviewedRelation(relation, "changed", "updates", draw(MAYBE), draw(MAYBE), draw(MAYBE)),),
        annotations=(Annotation(target=quote.id, kind="note", value=draw(TEXT), by="an", at="", event="e"),),
        events=(Event(seq=1, id="e", at="", by=draw(TEXT), op="note", target=quote.id, after=facts, batch=draw(MAYBE)),),
    )  # fmt: skip


@given(claim_sets())
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60)
def test_any_claim_set_comes_back_equal_and_byte_stable(claims: ClaimSet) -> None:
    """Reading gives what was written, and writing that again gives the same bytes."""
    text = dump(claims)
    back = load(text)
    assert back == claims
    assert dump(back) == text


def test_the_fixture_is_byte_stable() -> None:
    """A file written earlier reads and writes to the same bytes: the format has not moved."""
    text = FIXTURE.read_text("utf-8")
    assert dump(load(text)) == text


def test_an_integer_stays_one_and_a_float_too() -> None:
    """127000 and 127000.0 are told apart after reading."""
    back = load(FIXTURE.read_text("utf-8"))
    kinds = {type(m.value_min) for m in back.mentions if isinstance(m, Figure)}
    assert {int, float} <= kinds


def test_infinity_cannot_be_written() -> None:
    """JSON has no infinity: the error names the mention, and nothing invalid is written."""
    claims = load(FIXTURE.read_text("utf-8"))
    figures = [replace(m, value_max=float("inf")) for m in claims.mentions if isinstance(m, Figure)]
    with pytest.raises(ExportError, match=figures[0].id):
        dump(replace(claims, mentions=figures, relations=()))


def test_a_claim_set_is_known_by_its_first_line() -> None:
    """The header tells the file from rows of articles, and the reader of those refuses it with the way out."""
    data = FIXTURE.read_bytes()
    assert is_claimset(data.split(b"\n")[0])
    assert not is_claimset('{"id": "a", "text": "claims-jsonl"}')
    assert not is_claimset("geen json")
    assert not is_claimset("[" * 50_000)
    for name in ("claims.jsonl", "claims"):
        with pytest.raises(ReadError, match="exported claim set"):
            list(read_bytes(data, name))


def changed(section: str, /, **fields: object) -> str:
    """The fixture with fields of the first row of a type changed; None takes a field away."""
    lines = FIXTURE.read_text("utf-8").splitlines()
    place = next(i for i, line in enumerate(lines) if json.loads(line)["type"] == section)
    row = {**json.loads(lines[place]), **fields}
    lines[place] = json.dumps({key: value for key, value in row.items() if value is not None})
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("section", "fields", "says"),
    [
        ("header", {"version": 2}, "version 2"),
        ("header", {"counts": None}, "without counts"),
        ("article", {"text": "Iets anders."}, "text at|ends after"),
        ("article", {"sha256": "0" * 64}, "does not belong"),
        ("article", {"offsets": [[1, 2]]}, "whole numbers"),
        ("article", {"offsets": [[5, 0, 1]]}, "first run"),
        ("mention", {"span": [0, 3]}, "text at"),
        ("mention", {"span": [5, 3]}, "no span"),
        ("mention", {"span": [0, 10**9]}, "ends after"),
        ("mention", {"span": "0-3"}, "whole numbers"),
        ("mention", {"span": [True, 3]}, "whole numbers"),
        ("mention", {"article": "a000000000000"}, "does not have"),
        ("mention", {"mention": "gerucht"}, "unknown kind"),
        ("mention", {"nieuw": 1}, "unknown field"),
        ("mention", {"text": None}, "text"),
        ("relation", {"left": "q000000000000"}, "does not belong"),
        ("relation", {"id": None, "left": "q000000000000"}, "does not have"),
        ("relation", {"kind": "misschien"}, "unknown kind"),
        ("relation", {"state": "weg"}, "unknown state"),
        ("relation", {"score": "hoog"}, "score"),
        ("relation", {"by": ["an"]}, "by: no text"),
        ("event", {"op": "wissen"}, "op"),
        ("speaker", {"type": "gast"}, "unknown type"),
    ],
    ids=str,
)
def test_a_changed_row_is_refused_with_its_line(section: str, fields: dict[str, object], says: str) -> None:
    """Whatever was changed, the error is one line that names the file and what is wrong, never another exception."""
    with pytest.raises(ExportError, match=says) as refused:
        load(changed(section, **fields))
    assert str(refused.value).startswith("set.jsonl:")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("line", ["[1]", "geen json", "[" * 100_000, '{"type":["x"]}', "{}"], ids=len)
def test_a_line_that_is_no_row_is_refused(line: str) -> None:
    """A line that was put in is an error with its number."""
    text = FIXTURE.read_text("utf-8")
    with pytest.raises(ExportError, match=rf"^set\.jsonl:{text.count(chr(10)) + 1}: "):
        load(text + line + "\n")


@pytest.mark.parametrize("text", ["", "\n", '{"id":"a","text":"b"}', "[1]", "PK\x03"], ids=len)
def test_a_file_of_another_kind_is_refused(text: str) -> None:
    """Without the header it is no claim set."""
    with pytest.raises(ExportError, match="no exported claim set"):
        load(text)


@pytest.mark.parametrize("keep", [1, 5, 20, -1])
def test_a_file_that_was_cut_is_refused(keep: int) -> None:
    """The header counts the rows, so that a cut between two rows is seen."""
    lines = FIXTURE.read_text("utf-8").splitlines(keepends=True)
    with pytest.raises(ExportError, match="cut short"):
        load("".join(lines[:keep]))


def test_blank_lines_do_not_matter() -> None:
    """A file that an editor gave a blank line at the end is still good."""
    text = FIXTURE.read_text("utf-8")
    assert load(text + "\n\n") == load(text)
