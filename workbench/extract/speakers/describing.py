"""Phrases that describe somebody: what they say without their article, and when two are one person."""

from __future__ import annotations

from workbench.extract.speakers import classes as c
from workbench.extract.speakers.lexicon import Lexicon
from workbench.extract.speakers.phrase import Phrase
from workbench.extract.speakers.tokens import Token


def same_person(phrase: Phrase, tokens: list[Token]) -> bool:
    """Whether two roles stand before one name: "fractieleider en stadsgenoot Klaas Bos"."""
    second = phrase.second
    if second is None or phrase.name is not None or second.name is None or second.head is None:
        return False
    role = phrase.head is not None and tokens[phrase.head].flags & (c.ROLE | c.PLURAL) == c.ROLE
    return role and not tokens[second.start].flags & c.DET


def alone(phrase: Phrase) -> Phrase:
    """The phrase without the one that is joined to it."""
    return phrase._replace(second=None)


def descriptive(text: str, tokens: list[Token], phrase: Phrase, words: Lexicon) -> str:
    """The phrase without its article, and without the capital of a sentence's start."""
    start = phrase.start
    while (
        start < phrase.end - 1
        and tokens[start].flags & c.DET
        and not (tokens[start].flags & c.NUM or tokens[start + 1].flags & c.LINK)  # "een van de ondernemers"
    ):
        start += 1
    said = text[tokens[start].start : tokens[phrase.end - 1].end]
    first = tokens[start]
    opens = start == phrase.start and first.text[:1].isupper() and not words.capital_nouns
    opens = opens and _opens_sentence(text, first.start)
    if (
        opens
        and words.flags(first.low) & (c.NOUN | c.ADJ)
        and not first.flags & (c.ADJ | c.FIRST | c.ACRONYM)
    ):
        return said[0].lower() + said[1:] if not said[1:2].isupper() else said  # "VVD-leider"
    return said


def _opens_sentence(text: str, at: int) -> bool:
    """Whether no word or comma stands right before ``at`` on its line."""
    before = text[max(0, at - 3) : at]
    last = before.strip()[-1:]
    return "\n" in before or not (last.isalnum() or last == ",")
