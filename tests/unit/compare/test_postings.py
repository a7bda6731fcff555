"""Which candidates are asked for: those that share rare keys first, never more than so many."""

from __future__ import annotations

from collections.abc import Collection

from workbench.compare.postings import COPY, FEW, HOT, MOST, STAR, chosen


class Behind:
    """Mentions behind keys, as numbers in the order they came in."""

    def __init__(self, **behind: range) -> None:
        self.behind = {key.replace("_", ":"): list(found) for key, found in behind.items()}
        self.read = 0

    def posted(self, keys: Collection[str], most: int, newest: bool) -> dict[str, list[int]]:
        """The oldest or newest behind each key, and how many were read so far."""
        found = {key: self.behind.get(key, []) for key in keys}
        found = {key: behind[::-1][:most] if newest else behind[:most] for key, behind in found.items()}
        self.read += sum(map(len, found.values()))
        return found


def test_few_are_asked_in_full() -> None:
    """Whoever shares a key is a candidate, each once, those behind the rarer key first."""
    found = chosen({"f:1", "e:1"}, Behind(f_1=range(12), e_1=range(10, 13)).posted)
    assert sorted(found) == list(range(13))
    assert set(found[:3]) == {10, 11, 12}


def test_who_shares_most_comes_first() -> None:
    """Of more than are held against a mention, those are left out that share one common key only."""
    found = chosen({"t:a", "t:b"}, Behind(t_a=range(20), t_b=range(10, 34)).posted)
    assert len(found) == MOST
    assert set(found[:10]) == set(range(10, 20))


def test_of_those_that_share_only_what_very_many_have_a_few_are_compared() -> None:
    """Two hundred on one topic are no candidates but for a few; whoever shares more is one."""
    found = chosen({"t:a", "t:b"}, Behind(t_a=range(90), t_b=range(85, 95)).posted)
    assert set(found[:5]) == set(range(85, 90))
    assert len(chosen({"t:a"}, Behind(t_a=range(90)).posted)) == FEW


def test_a_wording_says_more_than_a_topic() -> None:
    """Words that forty share lead further than a topic that forty share."""
    found = chosen({"t:a", "b:b"}, Behind(t_a=range(40), b_b=range(100, 140)).posted)
    assert set(found) <= set(range(100, 140))


def test_a_hot_key_gives_the_newest_of_a_topic_and_the_first_of_a_wording() -> None:
    """A hot key is never worth nothing, and what is read of it does not grow."""
    newest = Behind(t_hot=range(10_000))
    assert chosen({"t:hot"}, newest.posted) == list(range(9999, 9999 - FEW, -1))
    assert chosen({"b:hot"}, Behind(b_hot=range(10_000)).posted) == list(range(MOST))
    assert newest.read == HOT + 1


def test_copies_stand_behind_the_first_of_their_wording() -> None:
    """One more copy of a known statement is held against those who had it first, and nothing else."""
    behind = Behind(x_1=range(STAR + 5), b_1=range(30), t_1=range(30))
    assert COPY == "x:"
    assert chosen({"x:1", "b:1", "t:1"}, behind.posted) == list(range(STAR))
