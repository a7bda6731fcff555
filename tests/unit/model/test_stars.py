"""Stars: who leads, who stands with whom, and that the order of coming changes nothing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.model.stars import MemoryGraph, gathered, home, order_of, settle

Bonds = list[tuple[int, int, float, bool]]


def keys(nodes: int) -> dict[int, tuple[str | None, str]]:
    """Dates and ids for so many mentions."""
    return {node: (f"2024-0{node % 9 + 1}", f"q{node:03}") for node in range(nodes)}


@st.composite
def bonds(draw: st.DrawFn) -> Bonds:
    """Relations between up to a dozen mentions, each pair once."""
    pairs = st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda pair: pair[0] < pair[1])
    chosen = draw(st.lists(pairs, unique=True, max_size=30))
    return [
        (left, right, draw(st.sampled_from((0.2, 0.5, 0.9))), draw(st.booleans())) for left, right in chosen
    ]


def test_a_chain_is_no_issue() -> None:
    """A~B and B~C put A and C together only when B leads; nobody stands with one it was never compared to."""
    chain = [(0, 1, 0.9, False), (1, 2, 0.9, False), (2, 3, 0.9, False), (3, 4, 0.9, False)]
    stars = gathered(chain, keys(5)).stars
    assert stars == {0: 1, 1: 1, 2: 1, 3: 3, 4: 3}


def test_one_denial_of_six_statements_is_one_star() -> None:
    """Whoever has most relations leads, though it was published last."""
    denials = [(statement, 6, 0.9, False) for statement in range(6)]
    assert set(gathered(denials, keys(7)).stars.values()) == {6}


def test_another_scope_binds_only_who_has_nothing_else() -> None:
    """Two stars that are of another scope stay two; one alone stands with what it was held against."""
    found = [(0, 1, 0.5, False), (2, 3, 0.5, False), (0, 2, 0.9, True), (4, 0, 0.4, True)]
    assert gathered(found, keys(5)).stars == {0: 0, 1: 0, 2: 2, 3: 2, 4: 0}


def test_a_relation_is_told_of_once() -> None:
    """In the star of the end that leads, else in that of the end published first."""
    stars = {0: 0, 1: 0, 2: 2, 3: 2}
    assert [home(*pair, stars, {}) for pair in ((0, 1), (1, 0), (1, 2), (1, 3), (3, 1))] == [0, 0, 2, 0, 2]


def test_one_quarrel_is_one_issue() -> None:
    """Two denials of three statements: the second lodges with the first, and all six relations are told of there."""
    quarrel = [(statement, denial, 0.9, False) for statement in range(3) for denial in (3, 4)]
    graph = gathered(quarrel, keys(5))
    assert graph.stars == {0: 3, 1: 3, 2: 3, 3: 3, 4: 4}
    assert graph.hosts() == {4: 3}
    assert {home(left, right, graph.stars, graph.hosts()) for left, right, _, _ in quarrel} == {3}


def test_one_bond_into_a_star_is_an_issue_of_its_own() -> None:
    """Who was held against one of a star only, or against two stars, does not lodge."""
    chain = [
        (0, 1, 0.9, False),
        (1, 2, 0.9, False),
        (2, 3, 0.9, False),
        (3, 4, 0.9, False),
        (4, 5, 0.9, False),
    ]
    assert gathered(chain[:3], keys(4)).hosts() == {}
    assert gathered(chain, keys(6)).hosts() == {}


@given(bonds())
def test_hosts_do_not_lodge(found: Bonds) -> None:
    """A host leads others, each of whom the lodger's bonds go to, and so every relation has the issue of a true leader."""
    graph = gathered(found, keys(12))
    hosts = graph.hosts()
    assert not set(hosts) & set(hosts.values())
    for node, host in hosts.items():
        assert all(graph.stars[bond.other] == host for bond in graph.bonds(node) if not bond.weak)
    issues = {home(left, right, graph.stars, hosts) for left, right, _, _ in found}
    assert all(graph.stars[issue] == issue for issue in issues)


@given(bonds())
def test_everybody_stands_with_a_neighbour_that_leads(found: Bonds) -> None:
    """A representative leads itself and has no other before it; who stands with it has a relation to it."""
    graph = gathered(found, keys(12))
    near = {node: {bond.other for bond in graph.bonds(node)} for node in graph.stars}
    for node, star in graph.stars.items():
        assert graph.stars[star] == star
        assert star == node or star in near[node]
    leading = {node for node, star in graph.stars.items() if node == star}
    strong = [(left, right) for left, right, _, weak in found if not weak]
    assert not [pair for pair in strong if leading.issuperset(pair)]


@given(bonds(), st.data())
@settings(max_examples=200)
def test_one_relation_more_gives_what_all_at_once_give(found: Bonds, data: st.DataObject) -> None:
    """Settling only what a new relation touches leads to the same stars as gathering everything anew."""
    first = data.draw(st.integers(0, len(found)))
    grown = MemoryGraph(found, keys(12))
    before = gathered(found[:first], keys(12))
    grown.stars.update(before.stars)
    touched = set()
    for left, right, _, _ in found[first:]:
        touched |= {left, right}
    for node in tuple(touched):
        touched.update(bond.other for bond in grown.bonds(node))
    settle(grown, touched)
    assert grown.stars == gathered(found, keys(12)).stars


def test_few_more_relations_do_not_displace_who_leads() -> None:
    """Of many relations, the place in the line changes when they double, not with each one."""
    assert order_of(8, "2024", "q1") == order_of(15, "2024", "q1") > order_of(16, "2024", "q1")
    assert [order_of(count, None, "")[0] for count in (0, 1, 7, 8, 16)] == [0, -1, -7, -8, -9]
    assert order_of(3, "2023", "q2") < order_of(3, "2024", "q1") < order_of(3, None, "q1")
