"""Schema of ``names.toml``: how one language calls what all know; added to the tables in ``languages/world``."""

from __future__ import annotations

from pydantic import Field

from workbench.languages.base import Table


class CountryNames(Table):
    """What one language calls a country."""

    names: tuple[str, ...] = ()
    """Its names."""
    capitals: tuple[str, ...] = ()
    """Names of its capital."""
    adjectives: tuple[str, ...] = ()
    """Stems of adjectives and demonyms, each followed by one of ``endings``."""


class NamesTable(Table):
    """The table ``names.toml``."""

    articles: tuple[str, ...] = ()
    """Articles before the name of a country, lower case: *de*, *the*, *los*."""
    endings: tuple[str, ...] = ("",)
    """Endings of adjectives and demonyms: ``o``, ``a``, ``os``, ``as``."""
    countries: dict[str, CountryNames] = Field(default_factory=dict)
    """ISO 3166 code to what the country is called."""
    organisations: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Id in ``world/organisations.toml`` to names and abbreviations."""
    cities: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Name of a town, the first in ``world/cities.toml`` or its own, to its names in this language."""
    titles: tuple[str, ...] = ()
    """Words before a person's name that are no part of it, lower case without accents: *minister*."""
