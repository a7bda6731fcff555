"""What an issue tells: its question, the values over time, who says it, and how many of them are independent.

Which mentions an issue gathers is settled in :mod:`workbench.model.stars`, which the store keeps up to date.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from workbench.compare.profile import Profile, profile
from workbench.compare.questions import question
from workbench.compare.types import Comparable
from workbench.model import Figure, RelationKind, Value
from workbench.model.issue import Issue, Stated, issue_id

READ = 6
"""Mentions that a question is made of; more change nothing in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """An issue's mentions and relations as they stand."""

    representative: str
    """Id of the mention that leads."""
    mentions: Sequence[Comparable]
    """What its relations join; of a very large issue the first."""
    relations: Sequence[str] = ()
    """Ids of its relations, most worth a look first."""
    kinds: Collection[RelationKind] = ()
    """Their present kinds."""
    articles: int | None = None
    """How many articles state something; None counts those of the mentions."""
    conflicts: int = 0
    """How many relations are conflicts."""
    open_conflicts: int = 0
    """How many of them are open."""
    open: int = 0
    """How many relations are open."""
    decided: int = 0
    """How many are decided."""
    look: float = 0.0
    """How much it deserves a look."""


def describe(found: Gathered) -> Issue:
    """The issue that these mentions and relations make; the order in which they are given changes nothing."""
    sides = sorted((profile(mention) for mention in found.mentions), key=lambda side: side.rank)
    leader = next(side for side in sides if side.mention.id == found.representative)
    articles = len({side.article.id for side in sides})
    read = [leader, *(side for side in sides if side is not leader)][:READ]
    return Issue(
        id=issue_id(found.representative),
        representative=found.representative,
        question=question(read, found.kinds),
        mentions=tuple(side.mention.id for side in sides),
        relations=tuple(found.relations),
        spread=tuple(_stated(side) for side in _by_time(sides)),
        sources=_sources([leader, *sides]),
        outlets=_commonest(side.article.outlet for side in sides),
        articles=articles if found.articles is None else found.articles,
        # Of a very large issue, the articles that were not read are taken to be as independent as they can be.
        origins=min(origins(found.mentions), articles) + max(0, (found.articles or 0) - articles),
        conflicts=found.conflicts,
        open_conflicts=found.open_conflicts,
        open=found.open,
        decided=found.decided,
        look=found.look,
    )


def origins(mentions: Iterable[Comparable]) -> int:
    """How many of the articles are of independent origin: those that share one are counted once."""
    groups: list[set[str]] = []
    for mention in mentions:
        own = {mention.article.origin or mention.article.id, *mention.article.credits}
        apart = [group for group in groups if not group & own]
        groups = [*apart, own.union(*(group for group in groups if group & own))]
    return len(groups)


def _by_time(sides: Sequence[Profile]) -> list[Profile]:
    figures = [side for side in sides if isinstance(side.mention, Figure)]
    return sorted(figures, key=lambda side: (side.when.first if side.when else 0, side.rank))


def _stated(side: Profile) -> Stated:
    figure = side.mention
    assert isinstance(figure, Figure)
    low, high = _real(figure.value_min), _real(figure.value_max)
    stated = _real(figure.value)
    if figure.bound in ("exact", "about") or (low is None and high is None):
        low, high = (stated if low is None else low), (stated if high is None else high)
    when = figure.as_of if figure.unit != "date" else None
    return Stated(
        mention=figure.id, when=when or side.article.published, low=low, high=high, text=figure.text
    )


def _real(value: Value | None) -> float | None:
    try:
        return None if value is None or isinstance(value, str) else float(value)
    except OverflowError:
        return None


def _sources(sides: Sequence[Profile]) -> tuple[str, ...]:
    """Who is named, each as lists have the name; that of the first mention first, then the most often named."""
    named = [(side.comparable.speaker_id or side.called, side.called) for side in sides if side.called]
    names = dict(reversed([(key, name) for key, name in named if key]))
    keys = _commonest(key for key, _ in named)
    first = named[0][0] if named and sides[0].called else None
    return tuple(names[key] for key in sorted(keys, key=lambda key: key != first))


def _commonest(names: Iterable[str | None]) -> tuple[str, ...]:
    """Names, most often first, then as they come."""
    return tuple(name for name, _ in Counter(name for name in names if name).most_common())
