"""Every language's segmentation and speakers tables are proved by their examples."""

from __future__ import annotations

import re

import pytest

from workbench.extract.speakers import Speakers
from workbench.languages.base import LANGUAGES
from workbench.languages.schema.segmentation import Segmentation, SegmentationExamples
from workbench.languages.schema.speakers import PhraseExample, SpeakersExamples, SpeakerWords
from workbench.model import Article, Span
from workbench.segment import detect_language, segment, split_sentences

CODES = LANGUAGES.names()


@pytest.mark.parametrize("code", CODES)
def test_a_language_with_tables_has_examples_for_them(code: str) -> None:
    """Segmentation and speakers tables come with examples."""
    language = LANGUAGES.load(code)
    if language.table("segmentation", Segmentation):
        assert language.table("examples_segmentation", SegmentationExamples)
    if language.table("speakers", SpeakerWords):
        examples = language.table("examples_speakers", SpeakersExamples)
        assert examples
        assert examples.phrases


@pytest.mark.parametrize("code", CODES)
def test_texts_are_split_into_the_sentences_of_the_examples(code: str) -> None:
    """Each example text has exactly its sentences."""
    language = LANGUAGES.load(code)
    examples = language.table("examples_segmentation", SegmentationExamples)
    for example in examples.sentences if examples else ():
        spans = split_sentences(example.text, Span(0, len(example.text)), language)
        assert [s.of(example.text) for s in spans] == list(example.sentences)


@pytest.mark.parametrize("code", CODES)
def test_lines_are_the_kinds_of_the_examples(code: str) -> None:
    """Each line of an example is a block of its kind."""
    examples = LANGUAGES.load(code).table("examples_segmentation", SegmentationExamples)
    for example in examples.blocks if examples else ():
        segmented = segment(Article(name="x", text=example.text, sha256="0"), code)
        assert [block.kind for block in segmented.blocks] == list(example.kinds)


@pytest.mark.parametrize("code", CODES)
def test_the_language_of_example_texts_is_recognised(code: str) -> None:
    """Function words give the language away."""
    examples = LANGUAGES.load(code).table("examples_segmentation", SegmentationExamples)
    for text in examples.texts if examples else ():
        assert detect_language(text)[0] == code


def _phrases() -> list[tuple[str, PhraseExample]]:
    found = []
    for code in CODES:
        examples = LANGUAGES.load(code).table("examples_speakers", SpeakersExamples)
        found += [(code, phrase) for phrase in (examples.phrases if examples else ())]
    return found


@pytest.mark.parametrize(
    ("code", "example"), _phrases(), ids=lambda v: v if isinstance(v, str) else v.text[:40]
)
def test_sources_beside_cues_are_those_of_the_examples(code: str, example: PhraseExample) -> None:
    """The phrase left or right of the cue, and whom it names, are as the example says."""
    match = re.search(r"\[([^\]]+)\]", example.text)
    assert match
    text = re.sub(r"[\[\]]", "", example.text)
    cue = Span(match.start(), match.end() - 2)
    speakers = Speakers(segment(Article(name="x", text=text, sha256="0"), code))
    source = None
    if example.left is not None:
        source = speakers.left_of(cue.start)
        assert source
        assert source.of(text) == example.left
    if example.right is not None:
        source = speakers.right_of(cue.end)
        assert source
        assert source.of(text) == example.right
    if example.name is not None:
        assert speakers.resolve(source, cue.start) == example.name
