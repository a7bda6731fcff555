"""Mentions gathered around representatives: stars, never a transitive closure.

A mention leads when none of the mentions it is bound to, and that come before it, leads; everyone else stands with the
leading mention that it is bound to most strongly. So two mentions stand together only through a representative to which
both were compared. Whoever has most relations comes first. Many are counted in doublings, so that who leads many is
displaced only by one with twice as many, and one more relation changes nothing.

Who leads nobody, and whose every bond goes into one star, lodges there: its relations are told of in that issue. So two
denials of three statements are one quarrel, though the denials were never held against each other.

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
LODGING = 2
"""Bonds into one star from which one that leads nobody lodges there."""
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

    def bonds_to_leaders(self, node: int) -> Sequence[Bond]:
        """Those of its bonds that go to a mention that leads as it is placed now."""

    def bound(self, node: int) -> bool:
        """Whether it has a bond that is not weak."""

    def representative(self, node: int) -> int | None:
        """Whom it stands with; itself when it leads, None while it has no place yet."""

    def place(self, node: int, representative: int) -> None:
        """Let it stand with that one."""

    def leads_others(self, node: int) -> bool:
        """Whether another one stands with it."""


def order_of(relations: int, published: str | None, mention: str) -> Order:
    """The place of a mention in the line.

    Args:
        relations: how many relations it has that are not weak.
        published: publication date of its article, EDTF.
        mention: its id.

    """
    return -(relations if relations < FEW else relations.bit_length() + FEW_BITS), published or "~", mention


def settle(graph: Graph, touched: Iterable[int]) -> set[int]:
    """Bring the stars up to date after a change; returns the mentions that now stand with another one.

    Whatever the order in which relations came, the stars are those that they would be if all came at once.

    Args:
        graph: the mentions as they are bound now.
        touched: mentions of which a bond or the place in the line changed. One that leads need not be among them for a
            new bond to a mention behind it in the line.

    """
    touched = set(touched)
    round_ = _Round(graph)
    round_.choose(touched)
    unsettled = touched | round_.turned.keys() | round_.near.keys()
    wanted = {node: round_.star_of(node) for node in unsettled}
    moved = {node for node, star in wanted.items() if star != graph.representative(node)}
    for node in sorted(moved):
        graph.place(node, wanted[node])
    return moved


class _Round:
    """One settling: who begins and who ceases to lead, seen over what is placed already."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self.turned: dict[int, bool] = {}
        self.near: dict[int, list[Bond]] = defaultdict(list)

    def choose(self, touched: set[int]) -> None:
        """First in line first: later ones depend on earlier ones only."""
        graph = self._graph
        heap = [(graph.order(node), node) for node in touched]
        heapify(heap)
        queued = set(touched)
        while heap:
            own, node = heappop(heap)
            now = not any(graph.order(bond.other) < own for bond in self.leaders(node))
            if now == (graph.representative(node) == node):
                continue
            self.turned[node] = now
            for bond in graph.bonds(node):
                self.near[bond.other].append(Bond(node, bond.strength, bond.weak))
                if bond.other not in queued and graph.order(bond.other) > own:
                    queued.add(bond.other)
                    heappush(heap, (graph.order(bond.other), bond.other))

    def leaders(self, node: int) -> list[Bond]:
        """Bonds that hold to mentions that lead: all but the weak ones, or the weak ones where there are no others."""
        found = [bond for bond in self._graph.bonds_to_leaders(node) if self.turned.get(bond.other, True)]
        if node in self.near:
            found += [bond for bond in self.near[node] if self.turned[bond.other]]
        return [bond for bond in found if not bond.weak] if self._graph.bound(node) else found

    def star_of(self, node: int) -> int:
        """Whom it stands with: itself, or the leading mention that it is bound to most strongly."""
        order = self._graph.order
        if self.turned.get(node, self._graph.representative(node) == node):
            return node
        best = min(self.leaders(node), key=lambda bond: (-bond.strength, order(bond.other)[1:], bond.other))
        return best.other


def host_of(graph: Graph, node: int) -> int | None:
    """In whose star one lodges that leads nobody else; None where it does not."""
    if graph.representative(node) != node or graph.leads_others(node):
        return None
    bound = [bond.other for bond in graph.bonds(node) if not bond.weak]
    stars = {graph.representative(other) for other in bound}
    return stars.pop() if len(bound) >= LODGING and len(stars) == 1 else None


def home(left: int, right: int, representative: Mapping[int, int], hosts: Mapping[int, int]) -> int:
    """In whose star a relation is told of: that of the end that leads, else of the one published first (the left).

    Args:
        left: the end published first.
        right: the other.
        representative: whom each stands with.
        hosts: in whose star those lodge that do.

    """
    leads = representative[right] == right and representative[left] != left
    star = right if leads else representative[left]
    return hosts.get(star, star)


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
        self._leading: set[int] | None = None

    def order(self, node: int) -> Order:
        """The mention's place in the line."""
        return self._orders[node]

    def bonds(self, node: int) -> Sequence[Bond]:
        """Everything that it has a relation with."""
        return self._bonds[node]

    def bonds_to_leaders(self, node: int) -> Sequence[Bond]:
        """Those of its bonds that go to a mention that leads."""
        return [bond for bond in self._bonds[node] if self.stars.get(bond.other) == bond.other]

    def bound(self, node: int) -> bool:
        """Whether it has a bond that is not weak."""
        return self.relations[node] > 0

    def representative(self, node: int) -> int | None:
        """Whom it stands with."""
        return self.stars.get(node)

    def place(self, node: int, representative: int) -> None:
        """Let it stand with that one."""
        self.stars[node] = representative
        self._leading = None

    def leads_others(self, node: int) -> bool:
        """Whether another one stands with it."""
        if self._leading is None:
            self._leading = {star for other, star in self.stars.items() if star != other}
        return node in self._leading

    def hosts(self) -> dict[int, int]:
        """In whose star those lodge that do."""
        found = {node: host_of(self, node) for node, star in self.stars.items() if node == star}
        return {node: host for node, host in found.items() if host is not None}


def gathered(
    bonds: Iterable[tuple[int, int, float, bool]], keys: Mapping[int, tuple[str | None, str]]
) -> MemoryGraph:
    """The stars of all relations at once."""
    graph = MemoryGraph(bonds, keys)
    settle(graph, graph.relations)
    return graph
