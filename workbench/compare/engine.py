"""The comparison: candidates by block key, detectors in the order of the closed list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby

from workbench.compare.blocking import block_keys, near_keys
from workbench.compare.detectors import DETECTORS
from workbench.compare.detectors.base import Detector
from workbench.compare.levels import Case, Finding, relation
from workbench.compare.postings import STAR, chosen
from workbench.compare.profile import Profile, profile
from workbench.compare.types import CandidateSource, Comparable
from workbench.model import GROUPS, RELATION_KINDS, Figure, Mention, Quote, Relation

SAME = ("same", "fits")
"""Groups of kinds in which the one mention can stand for the other."""
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
    for first, detector in _detectors(Quote if isinstance(a.mention, Quote) else Figure):
        if best and best[0] <= first:
            break
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

    def _posted(self, keys: Collection[str], most: int, newest: bool) -> Mapping[str, Sequence[int]]:
        found = {key: self._by_key[key] for key in keys if key in self._by_key}
        return {key: behind[: -most - 1 : -1] if newest else behind[:most] for key, behind in found.items()}


class _Stars:
    """How many mentions stand behind each; a statement that is everywhere must not cost its square.

    No pair is lost from sight: whoever stands behind others is still related to each of them.
    """

    def __init__(self) -> None:
        self._size: Counter[str] = Counter()

    def takes_in(self, related: Collection[str]) -> bool:
        """Note that a mention says the same as the related ones; whether they are enough without it."""
        crowded = any(self._size[mention] >= STAR for mention in related)
        self._size.update(related)
        return crowded


def compare(
    new: Iterable[Comparable], known: CandidateSource, anchors: Anchors = lambda _mention: None
) -> Iterator[Relation]:
    """Relations of new mentions with known ones and with each other, each pair once.

    Args:
        new: mentions that are in no workspace's index yet, article by article.
        known: the mentions to compare with.
        anchors: by a mention's id, the mentions that it says the same as and stands behind; None for most.

    """
    index, stars, done = MemoryIndex(), _Stars(), set[str]()
    for _, mentions in groupby(new, key=lambda comparable: comparable.article.id):
        found: list[_Pair] = []
        for comparable in mentions:
            pairs = _behind(comparable, anchors(comparable.mention.id) or (), index)
            if not pairs:
                keys = block_keys(comparable)
                pairs = list(_related(comparable, keys, known, index))
                if not stars.takes_in([other.mention.id for _, other, r in pairs if GROUPS[r.kind] in SAME]):
                    index.add(comparable, keys)
            found += pairs
        for relation_ in _one_of_nested(found):
            if relation_.id not in done:
                done.add(relation_.id)
                yield relation_


Anchors = Callable[[str], Sequence[Comparable] | None]
"""Mentions that one is held against instead of all that share a key with it."""
_Pair = tuple[Comparable, Comparable, Relation]


def _behind(comparable: Comparable, anchors: Sequence[Comparable], index: MemoryIndex) -> list[_Pair]:
    """What is to be said of a mention that stands behind others: of them, and of what stands beside it in its article."""
    pairs = [(comparable, other, found) for other in anchors if (found := relate(comparable, other))]
    # The rules may see more than the words: who does not say the same as its representative is held against everything.
    if not pairs or pairs[0][1] is not anchors[0] or GROUPS[pairs[0][2].kind] not in SAME:
        return []
    if isinstance(comparable.mention, Quote):
        keys = near_keys(comparable.mention)
        beside = ((other, relate(comparable, other)) for other in index.candidates(keys))
        pairs += [(comparable, other, found) for other, found in beside if found]
        index.add(comparable, keys)
    return pairs


def _related(
    comparable: Comparable, keys: Collection[str], known: CandidateSource, index: MemoryIndex
) -> Iterator[_Pair]:
    """Relations with the candidates, most promising first; a mention that stands with enough others is known by them."""
    seen, same = set[str](), 0
    for source in (known.candidates(keys, comparable.article.id), index.candidates(keys)):
        for other in source:
            if other.mention.id in seen:
                continue
            seen.add(other.mention.id)
            found = relate(comparable, other)
            if found:
                yield comparable, other, found
                same += GROUPS[found.kind] == "same"
                if same >= STAR:
                    return


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
