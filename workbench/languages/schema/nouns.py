"""Schema of ``nouns.toml``: finding the measured noun and its modifiers without a tagger."""

from __future__ import annotations

from typing import Literal

from workbench.languages.base import Table


class NounsTable(Table):
    """The table ``nouns.toml``."""

    head: Literal["first", "plural", "capital"]
    """How the noun is told from the words before it: first word that is no adjective, first plural, first capitalised."""
    stop: tuple[str, ...]
    """Words that are never noun or adjective: function words, auxiliaries, frequent verbs."""
    adjective_endings: tuple[str, ...] = ()
    """Endings of adjectives that stand before a noun."""
    adjectives: tuple[str, ...] = ()
    """Frequent adjectives without such an ending."""
    adverbs: tuple[str, ...] = ()
    """Words behind a number that are neither the noun nor part of it: *ernstig*, *extra*, *elders*."""
    money: tuple[str, ...] = ()
    """Ends of nouns that are counted in money: *schade*, *kosten*; a large number takes the currency beside it."""
    not_adjectives: tuple[str, ...] = ()
    """Nouns that end like adjectives."""
    plurals: tuple[str, ...] = ()
    """Irregular plurals."""
    plural_endings: tuple[str, ...] = ()
    """Endings of plurals."""
    after_endings: tuple[str, ...] = ()
    """Endings of adjectives that stand behind the noun."""
    and_words: tuple[str, ...] = ()
    """Words that join two adjectives."""
    of_words: tuple[str, ...] = ()
    """*van*, *of*: between a pronoun-like number and the noun: *een van de landen*."""
    determiners: tuple[str, ...] = ()
    """Articles and possessives."""
    scope_words: tuple[str, ...] = ()
    """Prepositions that begin a modifier of place or kind: *aan*, *in*, *met*."""
