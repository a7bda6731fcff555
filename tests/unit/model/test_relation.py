"""Relation kinds and ids."""

from __future__ import annotations

from workbench.model import DEFINITIONS, GROUPS, RELATION_KINDS, relation_id


def test_every_kind_has_a_group_and_a_definition() -> None:
    """The closed list, the groups and the definitions name the same kinds in the same order."""
    assert tuple(GROUPS) == RELATION_KINDS == tuple(DEFINITIONS)


def test_a_pair_has_one_id_whichever_way_round() -> None:
    """Left and right may be swapped without another id."""
    assert relation_id("q1", "f2") == relation_id("f2", "q1") != relation_id("q1", "f3")
