"""Which candidates are asked for: rare keys always, hot ones only where the rare found little."""

from __future__ import annotations

from workbench.compare.postings import COPY, HOT, STAR, chosen


class Behind:
    """Mentions behind keys, as numbers in the order they came in."""

    def __init__(self, **behind: int) -> None:
        self.behind = {key.replace("_", ":"): list(range(count)) for key, count in behind.items()}
        self.read = 0

    def posted(self, key: str, most: int, newest: bool) -> list[int]:
        """The oldest or newest behind a key, and how many were read so far."""
        found = self.behind.get(key, [])
        found = found[::-1][:most] if newest else found[:most]
        self.read += len(found)
        return found


def test_rare_keys_are_asked_in_full() -> None:
    """Whoever shares a rare key is a candidate, each once."""
    assert sorted(chosen({"f:1", "e:1"}, Behind(f_1=HOT, e_1=3).posted)) == list(range(HOT))


def test_a_hot_key_is_left_out_where_rarer_ones_found_enough() -> None:
    """A topic that is everywhere adds nothing to a good number of candidates."""
    assert sorted(chosen({"t:hot", "b:rare"}, Behind(t_hot=10_000, b_rare=20).posted)) == list(range(20))


def test_a_hot_key_alone_gives_the_newest_of_a_topic_and_the_first_of_a_wording() -> None:
    """A hot key is never worth nothing, and what is read of it does not grow."""
    newest = Behind(t_hot=10_000)
    assert chosen({"t:hot"}, newest.posted) == list(range(9999, 9999 - HOT, -1))
    assert chosen({"b:hot"}, Behind(b_hot=10_000).posted) == list(range(HOT))
    assert newest.read == HOT + 1


def test_copies_stand_behind_the_first_of_their_wording() -> None:
    """One more copy of a known statement is held against those who had it first, and nothing else."""
    behind = Behind(x_1=STAR + 5, b_1=30, t_1=30)
    assert COPY == "x:"
    assert chosen({"x:1", "b:1", "t:1"}, behind.posted) == list(range(STAR))
