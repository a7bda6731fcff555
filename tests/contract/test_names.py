"""What a language calls countries, organisations and towns fits what all languages share."""

from __future__ import annotations

import pytest

from workbench.compare.words import fold
from workbench.compare.world import country_of_name, name_parts, organisation_of_name, town
from workbench.languages.base import LANGUAGES
from workbench.languages.schema.names import NamesTable

TABLES = [
    (language.code, table) for language in LANGUAGES.all() if (table := language.table("names", NamesTable))
]


@pytest.mark.parametrize(("code", "table"), TABLES, ids=lambda v: v if isinstance(v, str) else "")
def test_names_mean_what_the_table_says(code: str, table: NamesTable) -> None:
    """A country, organisation or town is known by each of its names, with or without an article, and no name by two."""
    for country, own in table.countries.items():
        for name in (*own.names, *own.capitals):
            assert country_of_name(name) == country, name
            assert all(country_of_name(f"{article} {name}") == country for article in table.articles), name
    for organisation, names in table.organisations.items():
        assert {organisation_of_name(name) for name in names} == {organisation}
    for shared, names in table.cities.items():
        assert {town(fold(name)) for name in names} == {town(fold(shared))}


@pytest.mark.parametrize(("code", "table"), TABLES, ids=lambda v: v if isinstance(v, str) else "")
def test_titles_are_no_part_of_a_name(code: str, table: NamesTable) -> None:
    """A person named with a title is the person named without it."""
    assert all(name_parts(f"{title} Ana Pardo") == name_parts("Ana Pardo") for title in table.titles)
