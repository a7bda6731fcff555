"""Schemas of ``world/thesaurus.toml`` and of the tables ``world/thesaurus_*.toml`` that it names."""

from __future__ import annotations

from workbench.languages.base import Table


class ThesaurusTable(Table):
    """The table ``world/thesaurus.toml``: in which languages words are, and how their forms are reduced to one."""

    languages: tuple[str, ...]
    """Codes of the languages, in the order of the columns of a row."""
    parts: tuple[str, ...]
    """The tables of words, without ``thesaurus_``."""
    begin: dict[str, tuple[str, ...]]
    """By language what begins a participle: *ge*."""
    end: dict[str, tuple[str, ...]]
    """By language the endings of words."""


class SensesTable(Table):
    """A table ``world/thesaurus_*.toml``: one row a sense, with its usual words in every language."""

    fields: dict[str, tuple[str, ...]]
    """Field of life to rows; a row is columns parted by ``|``, a column words parted by spaces."""
