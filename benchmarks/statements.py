"""Mentions of invented news with what belongs together: stories, altered copies, statements that are everywhere."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

SYLLABLES = (
    *("bel", "dra", "fon", "gri", "hol", "jas", "kem", "lur", "mot", "nes"),
    *("pra", "quo", "rit", "sol", "tam", "vek", "wol", "zin", "ost", "ela"),
)
SIZES = (90, 60, 40, 30, 20, 15, 12, 10, 8, 8, 6, 5, 5, *(3,) * 8, *(2,) * 10, *(1,) * 12)
"""Articles of the stories of one cycle: a few large, most small, so that true pairs grow with the corpus."""
EVERGREEN = 20
"""Statements that come back in all stories."""
FORMULAS = ("Wij doen er alles aan om {} te behoeden voor {}", "Dit is een droeve dag voor {} en voor {}")
"""What many say in one form: no two of these are one statement."""
UNITS = 10


@dataclass(frozen=True, slots=True)
class Statement:
    """A mention with what it belongs to."""

    text: str
    """Its words."""
    speaker: int
    """Number of its speaker."""
    of: str
    """The statement or fact it repeats."""
    quote: bool
    """A quote, or else a figure."""
    low: float = 0.0
    """The least a figure can be."""
    high: float = 0.0
    """The most it can be."""
    unit: int = 0
    """What it counts."""
    month: int = 0
    """When."""


class Corpus:
    """Statements in the order of their articles; the same for the same seed."""

    def __init__(self, seed: int = 7) -> None:
        rnd = random.Random(f"{seed}:words")
        self._seed = seed
        self._common = sorted({_word(rnd, 2) for _ in range(400)})
        self._weights = [1 / (rank + 3) for rank in range(len(self._common))]
        self._evergreen = [self._statement(random.Random(f"{seed}:ever:{i}")) for i in range(EVERGREEN)]

    def mentions(self, most: int) -> list[Statement]:
        """So many statements."""
        found: list[Statement] = []
        for article in self.articles():
            found += article
            if len(found) >= most:
                break
        return found[:most]

    def articles(self) -> Iterator[list[Statement]]:
        """The statements of one article after the other, without end."""
        for story in count():
            rnd = random.Random(f"{self._seed}:story:{story}")
            own = [(self._statement(rnd), rnd.randrange(40_000)) for _ in range(rnd.randint(2, 5))]
            facts = [
                (round(10 ** rnd.uniform(1, 5.6)), rnd.randrange(UNITS)) for _ in range(rnd.randint(1, 3))
            ]
            for number in range(SIZES[story % len(SIZES)]):
                yield list(
                    self._article(random.Random(f"{self._seed}:{story}:{number}"), story, number, own, facts)
                )

    def _article(
        self,
        rnd: random.Random,
        story: int,
        number: int,
        own: list[tuple[str, int]],
        facts: list[tuple[int, int]],
    ) -> Iterator[Statement]:
        said = [(f"q{story}.{i}", *one) for i, one in enumerate(own) if rnd.random() < 0.7]
        if rnd.random() < 0.1:
            which = rnd.randrange(EVERGREEN)
            said.append((f"ever{which}", self._evergreen[which], -2 - which))
        said += [
            (f"solo{story}.{number}.{i}", self._statement(rnd), rnd.randrange(40_000))
            for i in range(rnd.randint(0, 2))
        ]
        for name, text, speaker in said:
            for part in self._copies(rnd, text):
                yield Statement(part, speaker + EVERGREEN + 2, name, quote=True)
        for i, (value, unit) in enumerate(facts):
            low, high = rnd.choice(((1, 1), (0.9, 1), (0.9, 1.1), (1, 1.2)))
            yield Statement(
                str(value), -1, f"f{story}.{i}", quote=False, low=value * low, high=value * high, unit=unit,
                month=story * 7 % 48,
            )  # fmt: skip

    def _copies(self, rnd: random.Random, text: str) -> list[str]:
        words, kind = text.split(), rnd.random()
        if kind < 0.45:
            return [text]
        if kind < 0.6:
            return [" ".join(words[: max(4, int(len(words) * rnd.uniform(0.5, 0.85)))])]
        if kind < 0.7:
            return [" ".join(words[:3] + [word for word in words[3:] if rnd.random() > 0.12])]
        if kind < 0.8:
            words[rnd.randrange(len(words))] = rnd.choice(self._common)
            return [" ".join(words)]
        if kind < 0.9:
            return [" ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])]
        return [" ".join(words[: len(words) // 2]) + " (…) " + " ".join(words[-3:])]

    def _statement(self, rnd: random.Random) -> str:
        if rnd.random() < 0.02:
            return rnd.choice(FORMULAS).format(_word(rnd, 4), _word(rnd, 4))
        common = rnd.choices(self._common, self._weights, k=rnd.randint(10, 30))
        return " ".join(_word(rnd, rnd.randint(2, 4)) if rnd.random() < 0.2 else word for word in common)


def _word(rnd: random.Random, syllables: int) -> str:
    return "".join(rnd.choice(SYLLABLES) for _ in range(syllables))
