"""Countries, organisations and the one spelling of names, whatever the language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from workbench.compare.words import PhraseBook, Word, fold
from workbench.languages.base import LANGUAGES, TableT
from workbench.languages.schema.comparison import WeightsTable
from workbench.languages.schema.concepts import ConceptKindsTable
from workbench.languages.schema.names import CountryNames, NamesTable
from workbench.languages.schema.speakers import FirstNames
from workbench.languages.schema.world import (
    CitiesTable,
    CountriesTable,
    Country,
    OrganisationsTable,
    TransliterationTable,
)
from workbench.languages.world import WORLD

MIN_UNCAPPED = 5
"""Letters that a word written small must have to be read as a country's adjective: ``russe``, but not ``fins``."""


def _need(stem: str, model: type[TableT]) -> TableT:
    table = WORLD.table(stem, model)
    if table is None:
        raise FileNotFoundError(f"languages/world/{stem}.toml")
    return table


@cache
def kinds() -> ConceptKindsTable:
    """What the concepts are."""
    return _need("concepts", ConceptKindsTable)


@cache
def weights() -> WeightsTable:
    """Bounds, thresholds and weights."""
    return _need("comparison", WeightsTable)


@cache
def _own_names() -> tuple[NamesTable, ...]:
    """What each language adds to the names that all share."""
    tables = (language.table("names", NamesTable) for language in LANGUAGES.all())
    return tuple(table for table in tables if table)


@cache
def _countries() -> CountriesTable:
    shared = _need("countries", CountriesTable)
    countries = dict(shared.countries)
    for table in _own_names():
        for code, own in table.countries.items():
            countries[code] = _called(countries[code], own, table.endings)
    return shared.model_copy(update={"countries": countries})


def _called(country: Country, own: CountryNames, endings: tuple[str, ...]) -> Country:
    """The country with the names that one more language has for it."""
    return Country(
        names=country.names + own.names,
        capitals=country.capitals + own.capitals,
        adjectives=country.adjectives + tuple(stem + ending for stem in own.adjectives for ending in endings),
    )


@cache
def _organisations() -> OrganisationsTable:
    shared = _need("organisations", OrganisationsTable)
    known = dict(shared.organisations)
    for table in _own_names():
        for key, names in table.organisations.items():
            known[key] = known[key].model_copy(update={"names": known[key].names + names})
    return shared.model_copy(update={"organisations": known})


@cache
def _rules() -> TransliterationTable:
    shared = _need("transliteration", TransliterationTable)
    titles = shared.titles.union(*(table.titles for table in _own_names()))
    return shared.model_copy(update={"titles": titles})


@cache
def _places() -> PhraseBook:
    countries = _countries().countries.items()
    return PhraseBook({code: (*country.names, *country.capitals) for code, country in countries}, ("s",))


@cache
def _adjectives() -> PhraseBook:
    table = _countries()
    return PhraseBook({code: c.adjectives for code, c in table.countries.items()}, table.endings)


@cache
def country_books() -> tuple[PhraseBook, PhraseBook]:
    """Countries by their names and capitals, and by their adjectives and demonyms."""
    return _places(), _adjectives()


Countries = tuple[frozenset[str], frozenset[str], dict[int, str]]
"""Countries named (by name or capital), countries meant by an adjective or demonym, and both by word index."""


def countries_in(
    words: Sequence[Word], places: tuple[Sequence[int] | None, Sequence[int] | None] = (None, None)
) -> Countries:
    """The countries that words name or mean.

    Args:
        words: the words.
        places: for both books of countries the places at which something may begin, where they are known already.

    """
    named: set[str] = set()
    meant: set[str] = set()
    where: dict[int, str] = {}
    for book, into, at in zip(country_books(), (named, meant), places, strict=True):
        for found in book.find(words, at):
            first = words[found.first]
            if first.capital or (into is meant and len(first.text) >= MIN_UNCAPPED):
                into.update(found.labels)
                where.update(dict.fromkeys(range(found.first, found.last), found.labels[0]))
    return frozenset(named), frozenset(meant), where


@cache
def _country_names() -> dict[str, str]:
    return {
        fold(name).rstrip("."): code
        for code, country in _countries().countries.items()
        for name in (*country.capitals, *country.names)
    }


def country_of_name(name: str) -> str | None:
    """ISO code of the country that a whole name means, by its name or its capital."""
    names, folded = _country_names(), fold(name).rstrip(".")
    article, _, rest = folded.partition(" ")
    return names.get(folded) or (names.get(rest) if article in _articles() else None)


@cache
def _articles() -> frozenset[str]:
    return frozenset(fold(article) for table in _own_names() for article in table.articles)


@cache
def _capitals() -> dict[str, str]:
    countries = _countries().countries.items()
    return {fold(name): code for code, country in countries for name in country.capitals}


def capital_of(word: str) -> str | None:
    """ISO code of the country whose capital has that name, folded."""
    return _capitals().get(word)


def country_name(code: str) -> str:
    """The canonical name of a country."""
    return _countries().countries[code].names[0]


@cache
def _organisation_names() -> dict[str, str]:
    return {fold(name): key for key, o in _organisations().organisations.items() for name in o.names}


def organisation_of_name(name: str) -> str | None:
    """Id of the organisation with that name or abbreviation."""
    return _organisation_names().get(fold(name))


def organisation_name(key: str) -> str:
    """The canonical name of an organisation."""
    return _organisations().organisations[key].names[0]


def organisation_country(key: str) -> str | None:
    """ISO code of the country that an organisation belongs to."""
    return _organisations().organisations[key].country or None


@cache
def _towns() -> dict[str, str]:
    cities = _need("cities", CitiesTable).cities
    towns = {fold(name): fold(names[0]) for names in cities for name in names}
    for table in _own_names():
        for shared, own in table.cities.items():
            towns |= dict.fromkeys(map(fold, own), towns.get(fold(shared), fold(shared)))
    return towns


def is_town(word: str) -> bool:
    """Whether a folded word is a town that the tables know."""
    return word in _towns()


def town(word: str) -> str:
    """The one name of a folded town that languages call differently; other words as they are."""
    return _towns().get(word, word)


_LETTERS = re.compile(r"[^\W\d_]+")
_INSIDE = re.compile(r"(?<=\w\w)'(?=\w\w)")
"""A mark inside a name, which one paper writes and another leaves out: Sa'ad, Saad; not that of D'Arc or O'Hara."""


def _letters(name: str) -> list[str]:
    """The folded words of a name."""
    return _LETTERS.findall(_INSIDE.sub("", fold(name)))


@cache
def _one_spelling(word: str) -> str:
    """One folded word in the spelling that all transliterations share."""
    for old, new in _rules().rewrite:
        word = word.replace(old, new)
    for old, new in _rules().endings:
        if word.endswith(old) and len(word) > len(old) + 1:
            return word[: -len(old)] + new
    return word


def spelling(name: str) -> str:
    """A name in the one spelling that its transliterations share; for comparing only."""
    return " ".join(_one_spelling(part) for part in _letters(name))


@lru_cache(maxsize=100_000)
def name_of(word: str) -> str:
    """The item of a folded word as a name: its one spelling, a town in the one name of all languages."""
    return f"^{spelling(town(word))}"


@cache
def particles() -> frozenset[str]:
    """Small words that a surname may begin with, folded."""
    return frozenset(_rules().particles)


@cache
def given_names() -> frozenset[str]:
    """Given names of all languages in their one spelling."""
    table = _need("first_names", FirstNames)
    return frozenset(_one_spelling(fold(name)) for name in (*table.feminine, *table.masculine))


def name_parts(name: str) -> tuple[str, ...]:
    """The words of a person's name in their one spelling, without titles in front and particles."""
    table = _rules()
    parts = [part for part in _letters(name) if part not in table.particles]
    while len(parts) > 1 and parts[0] in table.titles:
        parts.pop(0)
    return tuple(_one_spelling(part) for part in parts)
