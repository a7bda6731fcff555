"""Every language's attribution table is proved by its examples."""

from __future__ import annotations

import hashlib

import pytest

from workbench.extract.finders.quotes import find_quotes
from workbench.languages.base import LANGUAGES
from workbench.languages.schema.attribution import Attribution
from workbench.languages.schema.attribution_examples import AttributionExamples, Example
from workbench.model import Article
from workbench.segment import segment


def with_table() -> list[str]:
    """Codes of the languages that have an attribution table."""
    return [
        language.code
        for language in LANGUAGES.all()
        if language.table("attribution", Attribution) is not None
    ]


def cases() -> list[tuple[str, Example]]:
    """Every example with its language."""
    found: list[tuple[str, Example]] = []
    for language in LANGUAGES.all():
        examples = language.table("examples_attribution", AttributionExamples)
        found += [(language.code, example) for example in (examples.example if examples else ())]
    return found


@pytest.mark.parametrize("code", with_table())
def test_every_table_has_examples(code: str) -> None:
    """A table comes with examples that must be found and examples in which nothing may be found."""
    examples = LANGUAGES.load(code).table("examples_attribution", AttributionExamples)
    assert examples is not None
    assert any(example.quotes for example in examples.example)
    assert any(not example.quotes for example in examples.example)


@pytest.mark.parametrize(
    ("code", "example"), cases(), ids=lambda value: value if isinstance(value, str) else value.text[:40]
)
def test_example(code: str, example: Example) -> None:
    """The finder finds exactly the quotes of the example, with cue, source, polarity and, where it is told, speaker."""
    article = Article(
        name="example", text=example.text, sha256=hashlib.sha256(example.text.encode()).hexdigest(), lang=code
    )
    found = [
        (q.kind, q.text, q.source_text, q.cue_text, q.polarity, q.speaker or "")
        for q in find_quotes(segment(article, code))
    ]
    assert [quote[:5] for quote in found] == [
        (q.kind, q.content, q.source, q.cue, q.polarity) for q in example.quotes
    ]
    named = [
        (expected.speaker, quote[5])
        for expected, quote in zip(example.quotes, found, strict=True)
        if expected.speaker is not None
    ]
    assert [speaker for _, speaker in named] == [expected for expected, _ in named]


@pytest.mark.parametrize("code", with_table())
def test_no_verb_form_is_listed_twice_for_one_verb(code: str) -> None:
    """A form stands once in its list: a double one hides a slip of the pen."""
    table = LANGUAGES.load(code).table("attribution", Attribution)
    assert table is not None
    for lemma, verb in table.verbs.items():
        for forms in (verb.finite, verb.infinitive, verb.participle, verb.gerund, verb.joined):
            assert len(set(forms)) == len(forms), lemma
