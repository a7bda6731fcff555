"""The comparison: candidates by block key, detectors in the order of the closed list."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby

from workbench.compare.blocking import block_keys, near_keys
from workbench.compare.crowds import Crowds, says_the_same
from workbench.compare.detectors import DETECTORS
from workbench.compare.detectors.base import Detector
from workbench.compare.levels import Case, Finding, relation
from workbench.compare.postings import STAR, chosen
from workbench.compare.profile import Profile, profile
from workbench.compare.types import CandidateSource, Comparable
from workbench.model import GROUPS, RELATION_KINDS, Figure, Mention, Quote, Relation

_RANK = {kind: rank for rank, kind in enumerate(RELATION_KINDS)}


@cache
def _detectors(sort: type) -> tuple[tuple[int, Detector], ...]:
    """Detectors of a sort of mention with their first kind's place in the closed list, in that order."""
    fitting = [d for d in DETECTORS.all() if issubclass(sort, d.sort)]
    return tuple(
        sorted(((min(_RANK[k] for k in d.kinds), d) for d in fitting), key=lambda p: (p[0], p[1].name))
    )


def in_order(a: Comparable, b: Comparable) -> tuple[Profile, Profile]:
    """The two profiles, the one published first on the left; then article and offset decide."""
    left, right = profile(a), profile(b)
    return (left, right) if left.rank <= right.rank else (right, left)


def relate(a: Comparable, b: Comparable) -> Relation | None:
    """How two mentions stand to each other: the first kind of the closed list that fits; None for nothing to say."""
    if a.mention.id == b.mention.id or type(a.mention) is not type(b.mention):
        return None
    left, right = in_order(a, b)
    best: tuple[int, Finding, str] | None = None
    case = Case(left, right)
    for first, detector in _detectors(Quote if isinstance(left.mention, Quote) else Figure):
        if best and best[0] <= first:
            break
        if not detector.possible(left, right):
            continue
        if case.compared or case.names:
            case = Case(left, right)
        found = detector.detect(case)
        if found and (best is None or _RANK[found.kind] < best[0]):
            best = (_RANK[found.kind], found, detector.name)
    return relation(left, right, best[1], best[2]) if best else None


class MemoryIndex:
    """Mentions in memory, found by block key."""

    def __init__(self) -> None:
        self._all: list[Comparable] = []
        # Places in that list are weighed, not mentions: most of what stands behind a key is not compared.
        self._by_key: dict[str, list[int]] = {}

    def add(self, comparable: Comparable, keys: Collection[str] | None = None) -> None:
        """Make a mention findable."""
        for key in block_keys(comparable) if keys is None else keys:
            self._by_key.setdefault(key, []).append(len(self._all))
        self._all.append(comparable)

    def candidates(self, keys: Collection[str], exclude: str = "") -> Iterator[Comparable]:
        """Mentions that share a key and are worth a comparison, each once."""
        for at in chosen(keys, self._posted):
            comparable = self._all[at]
            if comparable.article.id != exclude:
                yield comparable

    def relations(self, mention: Comparable) -> int:
        """Nothing is known here of relations."""
        return 0

    def chief(self, mention: Comparable) -> Comparable | None:
        """Nothing is known here of relations."""
        return None

    def _posted(self, keys: Collection[str], most: int, newest: bool) -> Mapping[str, Sequence[int]]:
        found = {key: self._by_key[key] for key in keys if key in self._by_key}
        return {key: behind[: -most - 1 : -1] if newest else behind[:most] for key, behind in found.items()}


Anchors = Callable[[str], Comparable | None]
"""By a mention's id the one that it stands behind, to be held against instead of all that share a key with it."""
_Pair = tuple[Comparable, Comparable, Relation]


def compare(
    new: Iterable[Comparable], known: CandidateSource, anchors: Anchors = lambda _mention: None
) -> Iterator[Relation]:
    """Relations of new mentions with known ones and with each other, each pair once.

    Args:
        new: mentions that are in no workspace's index yet, article by article.
        known: the mentions to compare with.
        anchors: by a mention's id, the one that it says the same as and stands behind; None for most.

    """
    comparison, done = _Comparison(known, anchors), set[str]()
    for _, mentions in groupby(new, key=lambda comparable: comparable.article.id):
        for relation_ in _one_of_nested(comparison.of_article(mentions)):
            if relation_.id not in done:
                done.add(relation_.id)
                yield relation_


class _Comparison:
    """New mentions one after the other, each held against those before it.

    Args:
        known: the mentions that were there before.
        anchors: whom a mention stands behind, where that is known already.

    """

    def __init__(self, known: CandidateSource, anchors: Anchors) -> None:
        self._known = known
        self._anchors = anchors
        self._index = MemoryIndex()
        self._crowds = Crowds(known)

    def of_article(self, mentions: Iterable[Comparable]) -> list[_Pair]:
        """The relations of an article's mentions, with each other too."""
        found: list[_Pair] = []
        beside: list[Comparable] = []
        for comparable in mentions:
            leader = self._anchors(comparable.mention.id)
            found += self._behind(comparable, leader, beside) or self._among_all(comparable, beside)
            if isinstance(comparable.mention, Quote):
                beside.append(comparable)
        return found

    def _behind(
        self, comparable: Comparable, leader: Comparable | None, beside: Sequence[Comparable]
    ) -> list[_Pair]:
        """What is to be said of a mention that stands behind another: of that one, and of what stands beside it.

        The rules may see more than the words do: who does not say the same as its leader stands behind nobody.
        """
        found = relate(comparable, leader) if leader else None
        if not leader or not found or not says_the_same(comparable, leader, found):
            return []
        self._crowds.count(comparable, [(leader, found)])
        return [(comparable, leader, found), *_beside(comparable, beside)]

    def _in_crowd(self, comparable: Comparable, other: Comparable, found: Relation) -> list[_Pair]:
        """What is to be said of a mention that says the same as one that many say the same as."""
        chief = self._crowds.chief(other)
        pairs = [(other, found)]
        if chief is not other and (of_chief := relate(comparable, chief)):
            same = says_the_same(comparable, chief, of_chief)
            pairs = [(chief, of_chief)] if same else [*pairs, (chief, of_chief)]
        self._crowds.count(comparable, pairs)
        return [(comparable, one, relation_) for one, relation_ in pairs]

    def _among_all(self, comparable: Comparable, beside: Sequence[Comparable]) -> list[_Pair]:
        """What is to be said of a mention and of all that share a key with it, most promising first."""
        keys = block_keys(comparable)
        found: list[tuple[Comparable, Relation]] = []
        for other in self._crowds.first(self._candidates(comparable, keys)):
            relation_ = relate(comparable, other)
            if not relation_:
                continue
            if says_the_same(comparable, other, relation_) and self._crowds.crowded(other):
                return [*self._in_crowd(comparable, other, relation_), *_beside(comparable, beside)]
            found.append((other, relation_))
            if sum(GROUPS[relation_.kind] == "same" for _, relation_ in found) >= STAR:
                break
        self._crowds.count(comparable, found)
        self._index.add(comparable, keys)
        return [(comparable, other, relation_) for other, relation_ in found]

    def _candidates(self, comparable: Comparable, keys: Collection[str]) -> Iterable[Comparable]:
        """Each mention that shares a key, once."""
        sources = self._known.candidates(keys, comparable.article.id), self._index.candidates(keys)
        return {other.mention.id: other for source in sources for other in source}.values()


def _beside(comparable: Comparable, others: Sequence[Comparable]) -> Iterator[_Pair]:
    """Relations with the quotes of the same article that stand near."""
    if isinstance(comparable.mention, Quote):
        keys = set(near_keys(comparable.mention))
        for other in others:
            near = isinstance(other.mention, Quote) and not keys.isdisjoint(near_keys(other.mention))
            found = relate(comparable, other) if near else None
            if found:
                yield comparable, other, found


def _one_of_nested(pairs: list[_Pair]) -> Iterator[Relation]:
    """A fragment in quotation marks and the clause around it say one thing twice: the fragment is kept."""
    best: dict[tuple[str, ...], tuple[tuple[int, float, str], Relation]] = {}
    for one, other, found in pairs:
        key = (*sorted((_root(one.mention), _root(other.mention))), found.kind)
        inner = sum(_is_fragment(side.mention) for side in (one, other))
        rank = (inner, found.score, found.id)
        if key not in best or rank > best[key][0]:
            best[key] = rank, found
    return (found for _, found in best.values())


def _is_fragment(mention: Mention) -> bool:
    return isinstance(mention, Quote) and mention.in_quote is not None


def _root(mention: Mention) -> str:
    """The clause around a fragment, or the mention itself; figures are their own, whatever quote they stand in."""
    return mention.in_quote or mention.id if isinstance(mention, Quote) else mention.id
