"""How much two wordings have in common if words that are alike count too: synonyms, translations, cognates, compounds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import fsum
from typing import NamedTuple

from rapidfuzz import fuzz

from workbench.compare.matter import MATTERLESS, MIN_WORD, Matter, matter, number, shared_weight
from workbench.compare.senses import senses
from workbench.compare.world import kinds, name_of

LEAST_LETTERS = 5
"""Letters of a stem, at least, that may be a part of another or spelt nearly like it."""
ALIKE = 75.0
"""Similarity of two stems (0 to 100) from which they are one word in two spellings or two languages."""
MOST_UNITS = 40
"""Units of a wording that are looked at: what is longer is no single utterance."""
MOST_SENTENCES = 8
"""Sentences of a quote that are held against those of another."""
LEAST_UNITS = 3
"""Units that a sentence must have to stand for the whole quote."""
_END = re.compile(r"(?<=[.!?…;:])\s+")


class Unit(NamedTuple):
    """A word or phrase of a wording that says something."""

    text: str
    """As written."""
    stem: str
    """Its stem, where a word of another spelling may be the same; empty for a phrase, a number and a country."""
    labels: frozenset[str]
    """All that it may mean; units that share a label say the same."""
    weight: float
    """What it says."""
    weak: bool
    """Whether it is a word that everybody uses."""


@dataclass(frozen=True, slots=True)
class Kinship:
    """What two wordings have in common."""

    left: tuple[Unit, ...]
    """Units of the left one that the other has too, or nearly."""
    right: tuple[Unit, ...]
    """The units of the right one that answer them, in its own order."""
    weight: float
    """What they say together."""
    share: float
    """Their share of the wording that says less."""
    of_longer: float
    """Their share of the wording that says more."""
    pieces: tuple[Matter, Matter]
    """The sentences, or the whole wordings, that were held against each other."""

    @property
    def telling(self) -> int:
        """How many of the units are no words that everybody uses."""
        return min(sum(not unit.weak for unit in side) for side in (self.left, self.right))


def kinship(left: str, right: str, langs: tuple[str, str], *, whole: bool = True) -> Kinship:
    """What two wordings have in common: as a whole, or their sentences that are most alike.

    Args:
        left: one wording.
        right: the other.
        langs: their languages.
        whole: whether a wording of several sentences may count as a whole.

    """
    sides = _sentences(left, langs[0]), _sentences(right, langs[1])
    if not whole:
        sides = sides[0][1:] or sides[0], sides[1][1:] or sides[1]
    found = [_held(one, other, langs) for one in sides[0] for other in sides[1]]
    return max(found, key=lambda kin: kin.weight * kin.share * kin.of_longer)


def _sentences(text: str, lang: str) -> list[str]:
    """The sentences of a quote that can stand for it, and itself; nothing where it is one sentence."""
    parts = _END.split(text.strip())[:MOST_SENTENCES]
    return (
        [text, *(part for part in parts if len(units(part, lang)) >= LEAST_UNITS)]
        if len(parts) > 1
        else [text]
    )


def _held(left: str, right: str, langs: tuple[str, str]) -> Kinship:
    one, other = units(left, langs[0]), units(right, langs[1])
    pairs: list[tuple[Unit, Unit]] = []
    free = list(other)
    for unit in one:
        at = next((at for at, found in enumerate(free) if _same(unit, found)), None)
        if at is not None:
            pairs.append((unit, free.pop(at)))
    weight = fsum(min(a.weight, b.weight) for a, b in pairs)
    whole = sorted(fsum(unit.weight for unit in side) for side in (one, other))
    return Kinship(
        tuple(a for a, _ in pairs),
        tuple(sorted((b for _, b in pairs), key=other.index)),
        weight,
        min(1.0, weight / whole[0]) if whole[0] else 0.0,
        weight / whole[1] if whole[1] else 0.0,
        (matter(left, langs[0]), matter(right, langs[1])),
    )


def _same(one: Unit, other: Unit) -> bool:
    return not one.labels.isdisjoint(other.labels) or _alike(one.stem, other.stem)


@lru_cache(maxsize=8192)
def units(text: str, lang: str) -> tuple[Unit, ...]:
    """The words and phrases of a wording that say something, each once."""
    said, known = matter(text, lang), senses(lang)
    starts = {found.first: found for found in said.told}
    inside = {index for found in said.told for index in range(found.first + 1, found.last)}
    made: dict[frozenset[str], Unit] = {}
    for index, word in enumerate(said.words):
        if index in inside:
            continue
        told = starts.get(index)
        labels = set(told.labels) if told else set()
        stem = "" if told else said.lex.stem(word.folded)
        if index in said.places:
            labels, stem = {f"@{said.places[index]}"}, ""
        elif not told and (
            word.folded in said.lex.stop or not MATTERLESS.isdisjoint(said.lex.marks.labels(word.folded))
        ):
            continue
        elif word.folded[0].isdigit() or word.folded in said.lex.numbers:
            value = number(word.folded, said.lex)
            labels, stem = ({f"#{value}"} if value != "1" else set()), ""
        elif told is None or told.last == told.first + 1:
            meant = known.of(word.folded)
            if not (labels or meant) and len(word.text) < MIN_WORD and not word.capital:
                continue
            labels |= meant | {name_of(word.folded), f"~{said.lex.stem(word.folded)}"}
        if labels:
            own = frozenset(labels)
            made.setdefault(own, _unit(word.text, stem, own))
    return tuple(made.values())[:MOST_UNITS]


def _unit(text: str, stem: str, labels: frozenset[str]) -> Unit:
    concepts = [label for label in labels if label[0] not in "@^~=#"]
    weak = bool(concepts) and kinds().weak.issuperset(concepts)
    weight = max(shared_weight(frozenset({label})) for label in concepts) if concepts else 0.0
    if not concepts:
        only = next(iter(labels))[0] if len(labels) == 1 else "~"
        weight = shared_weight(frozenset({only}))
    return Unit(text, stem if len(stem) >= LEAST_LETTERS else "", labels, weight, weak)


@lru_cache(maxsize=100_000)
def _alike(one: str, other: str) -> bool:
    """Whether one of two stems ends or begins with the other, or they are spelt nearly the same."""
    if not one or not other:
        return False
    short, long = sorted((one, other), key=len)
    return long.startswith(short) or long.endswith(short) or fuzz.ratio(one, other) >= ALIKE
