"""Schemas of the tables in ``languages/world``: countries, organisations, transliteration."""

from __future__ import annotations

from workbench.languages.base import Table


class Country(Table):
    """One country."""

    names: tuple[str, ...]
    """Its names in all languages, the first is the canonical one."""
    capitals: tuple[str, ...] = ()
    """Names of the capital, which may stand for the government."""
    adjectives: tuple[str, ...] = ()
    """Stems of adjectives and demonyms."""


class CountriesTable(Table):
    """The table ``world/countries.toml``."""

    endings: tuple[str, ...]
    """Endings that may follow an adjective's stem."""
    countries: dict[str, Country]
    """ISO 3166 code to country."""


class Organisation(Table):
    """An institution known under several names."""

    names: tuple[str, ...]
    """Its names and abbreviations in all languages; the first is the canonical one."""
    country: str = ""
    """ISO 3166 code of the country it is an institution of; empty for international ones."""


class OrganisationsTable(Table):
    """The table ``world/organisations.toml``."""

    organisations: dict[str, Organisation]
    """Id to organisation."""


class CitiesTable(Table):
    """The table ``world/cities.toml``."""

    cities: tuple[tuple[str, ...], ...]
    """Names of one town in all languages; the first is the one compared."""


class TransliterationTable(Table):
    """The table ``world/transliteration.toml``: one spelling for names written in several ways."""

    rewrite: tuple[tuple[str, str], ...]
    """Letters to letters, applied in order to the lower-case name without accents."""
    endings: tuple[tuple[str, str], ...]
    """The same at the end of a word; the first that fits is applied."""
    particles: frozenset[str]
    """Words inside surnames that do not count: *van*, *de*, *al*."""
    titles: frozenset[str]
    """Words before a name that are no part of it."""


class AgenciesTable(Table):
    """The table ``world/agencies.toml``: whose texts many papers print."""

    credits: tuple[str, ...]
    """Words that introduce a credit."""
    agencies: dict[str, tuple[str, ...]]
    """Agency to its names in by-lines and datelines."""
