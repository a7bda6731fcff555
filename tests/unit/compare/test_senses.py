"""The thesaurus: its tables, the forms of its words, and what two wordings have in common by it."""

from __future__ import annotations

import pytest

from workbench.compare.kinship import kinship
from workbench.compare.senses import senses
from workbench.languages.schema.thesaurus import SensesTable, ThesaurusTable
from workbench.languages.world import WORLD

TABLE = WORLD.table("thesaurus", ThesaurusTable)
assert TABLE is not None


@pytest.mark.parametrize("part", TABLE.parts)
def test_every_row_has_words_in_every_language(part: str) -> None:
    """A row has as many columns as there are languages, none of them empty."""
    assert TABLE is not None
    table = WORLD.table(f"thesaurus_{part}", SensesTable)
    assert table is not None
    for field, rows in table.fields.items():
        for row in rows:
            columns = [column.split() for column in row.split("|")]
            assert len(columns) == len(TABLE.languages), f"{field}: {row}"
            assert all(columns), f"{field}: {row}"


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("nl", "onvermijdelijke", "onontkoombaar"),
        ("nl", "gewacht", "afwachten"),
        ("en", "demolished", "destruction"),
        ("de", "getötet", "gestorben"),
        ("fr", "blessés", "blessure"),
    ],
)
def test_forms_of_synonyms_share_a_sense(lang: str, one: str, other: str) -> None:
    """Whatever their form, two words of one row mean one thing."""
    known = senses(lang)
    assert known.of(one.replace("ö", "o").replace("é", "e")) & known.of(other)


def test_translations_share_a_sense_and_strangers_do_not() -> None:
    """A sense is one in all languages; a word of no table has none, nor has any in a language without a column."""
    assert senses("en").of("inevitable") & senses("nl").of("onvermijdelijk") & senses("fr").of("inevitable")
    assert not senses("en").of("inevitable") & senses("nl").of("gewond")
    assert not senses("nl").of("zwieberkaas")
    assert not senses("es").of("inevitable")


def test_of_longer_quotes_the_sentence_that_is_told_again_counts() -> None:
    """Two sentences are held against each other; with the whole quotes left out, only sentences are."""
    long = "We wijken niet voor dreigementen. De tolerante samenleving is sterker dan geweld."
    short = "A tolerant society is stronger than violence"
    found = kinship(long, short, ("nl", "en"))
    assert [unit.text for unit in found.left] == ["tolerante", "samenleving", "sterker", "geweld"]
    assert found.share == found.of_longer == 1.0
    assert kinship(long, short, ("nl", "en"), whole=False).pieces == found.pieces
