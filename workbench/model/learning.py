"""What decisions teach the ranking: kinds of suggestions that analysts accept move up, those that they reject move down.

A suggestion rests on a kind, the detector that suggests it, and the levels of its comparisons. For each kind with its
detector, and for each level, accepted and rejected suggestions are counted. Their log-odds, smoothed by as many
imagined decisions as :data:`PRIOR` and measured against those of all decisions together, are what it weighs; so nobody's
general mood moves anything. Everything follows from the decisions as they stand, and nothing is kept beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log

PRIOR = 4.0
"""Decisions that are imagined, half of them accepted, before the first: one decision must not turn the list round."""
MOST_OF_KIND = 1.5
"""What a kind with its detector weighs at most, either way."""
MOST_OF_LEVEL = 0.4
"""What a level weighs at most, either way: a suggestion has many, and they are not independent of each other."""
MOST = 2.0
"""What all of it weighs at most, either way."""


@dataclass(frozen=True, slots=True)
class Decided:
    """How suggestions that rest on the same were decided."""

    kind: str
    """The kind suggested."""
    detector: str
    """Name of the detector."""
    levels: tuple[str, ...]
    """Names of the levels."""
    accepted: int
    """How many were accepted."""
    rejected: int
    """How many were rejected."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What was learnt of a kind with its detector, or of a level."""

    shift: float
    """What it adds to the score before that is squashed."""
    accepted: int
    """How many suggestions with it were accepted."""
    rejected: int
    """How many were rejected."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """Everything that decisions taught."""

    kinds: Mapping[tuple[str, str], Weight] = field(default_factory=dict)
    """Kind and detector to weight."""
    levels: Mapping[str, Weight] = field(default_factory=dict)
    """Name of a level to weight."""

    def __bool__(self) -> bool:
        """Whether anything was learnt."""
        return bool(self.kinds)

    def shift(self, kind: str, detector: str, levels: Sequence[str]) -> float:
        """What a suggestion that rests on these gains or loses, before its score is squashed."""
        own = self.kinds.get((kind, detector))
        total = own.shift if own else 0.0
        total += sum(self.levels[level].shift for level in levels if level in self.levels)
        return _bounded(total, MOST)


def learn(decided: Iterable[Decided]) -> Learnt:
    """What these decisions teach; their order changes nothing."""
    found = [one for one in decided if one.accepted or one.rejected]
    accepted, rejected = sum(one.accepted for one in found), sum(one.rejected for one in found)
    if not found:
        return Learnt()
    usual = _log_odds(accepted, rejected)
    kinds: dict[tuple[str, str], list[int]] = {}
    levels: dict[str, list[int]] = {}
    for one in found:
        counts = [kinds.setdefault((one.kind, one.detector), [0, 0])]
        counts += [levels.setdefault(level, [0, 0]) for level in dict.fromkeys(one.levels)]
        for count in counts:
            count[0] += one.accepted
            count[1] += one.rejected
    return Learnt(
        {key: _weight(count, usual, MOST_OF_KIND) for key, count in sorted(kinds.items())},
        {key: _weight(count, usual, MOST_OF_LEVEL) for key, count in sorted(levels.items())},
    )


def _log_odds(accepted: int, rejected: int) -> float:
    return log((accepted + PRIOR / 2) / (rejected + PRIOR / 2))


def _weight(count: Sequence[int], usual: float, most: float) -> Weight:
    # Few decisions say little: what is imagined stands at the usual odds, not at even ones.
    known = sum(count) / (sum(count) + PRIOR)
    return Weight(_bounded((_log_odds(count[0], count[1]) - usual) * known, most), count[0], count[1])


def _bounded(value: float, most: float) -> float:
    return max(-most, min(most, value))


def learnt_score(score: float, shift: float) -> float:
    """A score with what was learnt: the shift is added before squashing, so the score stays between 0 and 1."""
    if not shift or not 0 < score < 1:
        return score
    return 1 / (1 + (1 - score) / score * exp(-shift))
