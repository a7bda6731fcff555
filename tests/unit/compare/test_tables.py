"""The comparison's tables of every language are proved by their own sentences, and fit together."""

from __future__ import annotations

import pytest

from workbench.compare.matter import matter
from workbench.compare.world import kinds, weights
from workbench.languages.base import LANGUAGES
from workbench.languages.schema.comparison import ComparisonTable
from workbench.languages.schema.concepts import ConceptsTable
from workbench.languages.schema.examples_comparison import ConceptExamples, MarkExamples
from workbench.model import RELATION_KINDS


@pytest.mark.parametrize("code", LANGUAGES.names())
def test_concept_examples(code: str) -> None:
    """Every sentence has the concepts that it says it has, and lacks those that it says it lacks."""
    language = LANGUAGES.load(code)
    examples = language.table("examples_concepts", ConceptExamples)
    assert (examples is None) == (language.table("concepts", ConceptsTable) is None)
    for example in examples.examples if examples else ():
        found = matter(example.text, code).concepts
        assert set(example.has) <= found, example.text
        assert not set(example.lacks) & found, example.text


@pytest.mark.parametrize("code", LANGUAGES.names())
def test_mark_examples(code: str) -> None:
    """Every sentence has the marks that it says it has, and lacks those that it says it lacks."""
    language = LANGUAGES.load(code)
    examples = language.table("examples_comparison", MarkExamples)
    assert (examples is None) == (language.table("comparison", ComparisonTable) is None)
    for example in examples.examples if examples else ():
        found = matter(example.text, code).marks
        assert set(example.has) <= found, example.text
        assert not set(example.lacks) & found, example.text


def test_concepts_are_the_same_in_all_languages() -> None:
    """Figures compare across languages only if every language names the same concepts."""
    tables = [LANGUAGES.load(code).table("concepts", ConceptsTable) for code in LANGUAGES.names()]
    named = [set(table.concepts) for table in tables if table]
    assert named
    assert all(concepts == named[0] for concepts in named)


def test_kinds_speak_of_known_concepts() -> None:
    """What the world's table says of concepts is said of concepts that exist."""
    dutch = LANGUAGES.load("nl").table("concepts", ConceptsTable)
    assert dutch is not None
    table = kinds()
    spoken = table.events | table.states | table.people | table.cumulative | table.momentary | table.weak
    assert table.scales <= table.measures
    spoken |= table.places | table.counted | table.evidence | {c for pair in table.opposites for c in pair}
    for mapping in (table.broader, table.near, table.event_of):
        spoken |= set(mapping) | set(mapping.values())
    assert spoken <= set(dutch.concepts)


def test_every_kind_has_a_weight() -> None:
    """The base weights cover the closed list, but for what is never suggested."""
    assert set(weights().kinds) == set(RELATION_KINDS) - {"unrelated"}
