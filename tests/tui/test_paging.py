"""Pages and queue: long lists without reading them."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from workbench.tui.paging import PAGE, Pages
from workbench.tui.queue import Queue


def test_a_million_rows_fetch_only_the_page_looked_at() -> None:
    """Looking at one row reads one page."""
    fetched: list[int] = []

    def fetch(keys: Sequence[int]) -> Sequence[int]:
        fetched.extend(keys)
        return [key * 2 for key in keys]

    pages = Pages(range(1_000_000), fetch)
    assert pages[999_999] == 1_999_998
    assert len(fetched) <= PAGE


def test_a_page_is_read_once_until_something_is_written() -> None:
    """Rows are kept, and read again after ``forget``."""
    reads: list[int] = []
    pages: Pages[int] = Pages(range(10), lambda keys: reads.append(1) or list(keys))  # type: ignore[func-returns-value]
    assert (pages[1], pages[2], len(reads)) == (1, 2, 1)
    pages.forget()
    assert (pages[1], len(reads)) == (1, 2)


def test_a_place_outside_is_an_index_error() -> None:
    """There is no row before the first or after the last."""
    pages = Pages.of((1, 2))
    for place in (-1, 2):
        with pytest.raises(IndexError):
            pages[place]


def card(number: int, state: str = "suggested", kind: str = "updates") -> Any:
    """A row with what the queue looks at."""
    return SimpleNamespace(state=state, kind=kind, relation=SimpleNamespace(id=f"r{number}"))


def test_next_open_goes_ahead_then_to_those_passed_over_then_to_the_skipped() -> None:
    """Open cards ahead come first, then open ones behind, then skipped ones; then there is none."""
    rows = [card(0), card(1, "accepted"), card(2), card(3, "skipped")]
    queue = Queue(Pages.of(rows), 1)
    assert queue.next_open()
    assert queue.position == 2
    rows[2] = card(2, "accepted")
    queue.pages.forget()
    assert queue.next_open()
    assert queue.position == 0
    rows[0] = card(0, "rejected")
    queue.pages.forget()
    assert queue.next_open()
    assert queue.position == 3
    rows[3] = card(3, "accepted")
    queue.pages.forget()
    assert not queue.next_open()


def test_conflicts_are_found_in_both_directions() -> None:
    """Next and previous conflict jump over what is no conflict."""
    queue = Queue(Pages.of([card(0, kind="denies"), card(1), card(2, kind="misquotes")]), 1)
    assert queue.next_conflict(1)
    assert queue.position == 2
    assert queue.next_conflict(-1)
    assert queue.position == 0
    assert not queue.next_conflict(-1)


def test_a_relation_is_found_by_its_row_number() -> None:
    """Undo finds its card wherever it is in the list, without reading the others."""
    queue = Queue(Pages([50, 40, 30], lambda keys: [card(key) for key in keys]), 1)
    assert queue.find(50)
    assert queue.position == 0
    assert not queue.find(99)


def test_an_empty_queue_has_no_card() -> None:
    """Nothing to show and nowhere to go."""
    queue: Queue = Queue(Pages.of(()))
    assert queue.current is None
    assert not queue.step(1)
    assert not queue.next_open()
