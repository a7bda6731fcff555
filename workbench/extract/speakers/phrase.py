"""What the reader of phrases finds."""

from __future__ import annotations

from typing import NamedTuple


class Phrase(NamedTuple):
    """A noun phrase, by positions in the list of tokens; a named tuple, since a text has very many."""

    start: int
    """First token."""
    end: int
    """After the last token."""
    head: int | None = None
    """The head noun; None for a bare name or a pronoun."""
    name: tuple[int, int] | None = None
    """First token of the name and the one after its last."""
    owner: tuple[int, int] | None = None
    """The name in the genitive before the head: "Bidens woordvoerder"."""
    pronoun: bool = False
    """Whether it is a pronoun."""
    second: Phrase | None = None
    """What is coordinated with it."""
    apposed: bool = False
    """Whether the name follows the head after a comma."""
    complement: tuple[int, int] | None = None
    """From the first preposition to the end of the complements."""
