"""Mentions gathered around representatives: stars, never a transitive closure.

A mention leads when none of the mentions it is bound to, and that come before it, leads; everyone else stands with the
leading mention that it is bound to most strongly. So two mentions stand together only through a representative to which
both were compared. Whoever has most relations comes first. Many are counted in doublings, so that who leads many is
displaced only by one with twice as many, and one more relation changes nothing.

The work lies here, over any :class:`Graph`; the store keeps a workspace's stars with it, relation by relation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import Protocol

from workbench.model.relation import RelationKind

WEAK: frozenset[RelationKind] = frozenset({"different_scope", "unrelated"})
"""Kinds that say that two mentions look alike, not that they are about one thing; they bind only who has nothing else."""

FEW = 8
"""From this many relations on they are counted in doublings."""
FEW_BITS = FEW - FEW.bit_length()

Order = tuple[int, str, str]
"""Place in the line of those who may lead, first is lowest: relations, date, id."""


@dataclass(frozen=True, slots=True)
class Bond:
    """What binds a mention to another."""

    other: int
    """The other mention."""
    strength: float
    """How strongly."""
    weak: bool
    """Whether only one that has no other bonds is bound by it."""


class Graph(Protocol):
    """Mentions by number, and how they are bound."""

    def order(self, node: int) -> Order:
        """The mention's place in the line of those who may lead."""

    def bonds(self, node: int) -> Sequence[Bond]:
        """Everything that it has a relation with."""

    def representative(self, node: int) -> int | None:
        """Whom it stands with; itself when it leads, None while it has no place yet."""

    def place(self, node: int, representative: int) -> None:
        """Let it stand with that one."""


def order_of(relations: int, published: str | None, mention: str) -> Order:
    """The place of a mention in the line.

    Args:
        relations: how many relations it has that are not weak.
        published: publication date of its article, EDTF.
        mention: its id.

    """
    return -(relations if relations < FEW else relations.bit_length() + FEW_BITS), published or "~", mention


def binding(bonds: Sequence[Bond]) -> Sequence[Bond]:
    """The bonds that hold: all but the weak ones, or the weak ones where there are no others."""
    return [bond for bond in bonds if not bond.weak] or bonds


def settle(graph: Graph, touched: Iterable[int]) -> set[int]:
    """Bring the stars up to date after a change; returns the mentions that now stand with another one.

    Whatever the order in which relations came, the stars are those that they would be if all came at once.

    Args:
        graph: the mentions as they are bound now.
        touched: mentions of which a bond or the place in the line changed.

    """
    touched = set(touched)
    turned = _choose(graph, touched)
    unsettled = touched | turned.keys()
    for node in turned:
        unsettled.update(bond.other for bond in graph.bonds(node))
    moved = set()
    for node in sorted(unsettled):
        was = graph.representative(node)
        leads = turned.get(node, was == node)
        wanted = node if leads else _nearest(graph, node, turned)
        if wanted != was:
            graph.place(node, wanted)
            moved.add(node)
    return moved


def _choose(graph: Graph, touched: set[int]) -> dict[int, bool]:
    """Who begins and who ceases to lead, first in line first: later ones depend on earlier ones only."""
    heap = [(graph.order(node), node) for node in touched]
    heapify(heap)
    queued, turned = set(touched), dict[int, bool]()

    def leads(node: int) -> bool:
        return turned[node] if node in turned else graph.representative(node) == node

    while heap:
        own, node = heappop(heap)
        bonds = graph.bonds(node)
        now = not any(leads(bond.other) and graph.order(bond.other) < own for bond in binding(bonds))
        if now == leads(node):
            continue
        turned[node] = now
        for bond in bonds:
            if bond.other not in queued and graph.order(bond.other) > own:
                queued.add(bond.other)
                heappush(heap, (graph.order(bond.other), bond.other))
    return turned


def _nearest(graph: Graph, node: int, turned: Mapping[int, bool]) -> int:
    """The leading mention that one is bound to most strongly."""
    leading = [
        bond
        for bond in binding(graph.bonds(node))
        if turned.get(bond.other, graph.representative(bond.other) == bond.other)
    ]
    best = min(leading, key=lambda bond: (-bond.strength, graph.order(bond.other)[1:], bond.other))
    return best.other


def home(left: int, right: int, representative: Mapping[int, int]) -> int:
    """In whose star a relation is told of: that of the end that leads, else of the one published first (the left)."""
    if representative[right] == right and representative[left] != left:
        return right
    return representative[left]


class MemoryGraph:
    """Mentions and bonds in memory, none of them placed.

    Args:
        bonds: left, right, strength, and whether it is weak.
        keys: publication date and id of every mention.

    """

    def __init__(
        self, bonds: Iterable[tuple[int, int, float, bool]], keys: Mapping[int, tuple[str | None, str]]
    ) -> None:
        self._bonds: dict[int, list[Bond]] = defaultdict(list)
        for left, right, strength, weak in bonds:
            self._bonds[left].append(Bond(right, strength, weak))
            self._bonds[right].append(Bond(left, strength, weak))
        self.relations = {node: sum(not b.weak for b in found) for node, found in self._bonds.items()}
        """How many relations each mention has that are not weak."""
        self._orders = {node: order_of(self.relations[node], *keys[node]) for node in self._bonds}
        self.stars: dict[int, int] = {}
        """Every mention with the one that it stands with."""

    def order(self, node: int) -> Order:
        """The mention's place in the line."""
        return self._orders[node]

    def bonds(self, node: int) -> Sequence[Bond]:
        """Everything that it has a relation with."""
        return self._bonds[node]

    def representative(self, node: int) -> int | None:
        """Whom it stands with."""
        return self.stars.get(node)

    def place(self, node: int, representative: int) -> None:
        """Let it stand with that one."""
        self.stars[node] = representative


def gathered(
    bonds: Iterable[tuple[int, int, float, bool]], keys: Mapping[int, tuple[str | None, str]]
) -> MemoryGraph:
    """The stars of all relations at once."""
    graph = MemoryGraph(bonds, keys)
    settle(graph, graph.relations)
    return graph
