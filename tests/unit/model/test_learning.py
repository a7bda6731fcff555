"""Learning: what accepted and rejected suggestions weigh."""

from __future__ import annotations

import pytest

from workbench.model.learning import (
    MOST,
    MOST_OF_KIND,
    MOST_OF_LEVEL,
    Decided,
    learn,
    learnt_score,
)

ACCEPTED = Decided("updates", "figure_interval", ("event: same event", "value: apart"), 8, 0)
REJECTED = Decided("denies", "denial", ("event: some words shared", "value: apart"), 0, 8)


def test_accepted_kinds_move_up_and_rejected_ones_down() -> None:
    """Kinds with their detectors, and levels that tell them apart; what both have says nothing."""
    found = learn([ACCEPTED, REJECTED])
    assert found.kinds["updates", "figure_interval"].shift > 0.5
    assert found.kinds["denies", "denial"].shift < -0.5
    assert found.levels["event: same event"].shift > 0 > found.levels["event: some words shared"].shift
    assert found.levels["value: apart"].shift == pytest.approx(0)
    assert (found.kinds["denies", "denial"].accepted, found.kinds["denies", "denial"].rejected) == (0, 8)


def test_one_decision_moves_little_and_a_thousand_are_bounded() -> None:
    """More decisions of one mind weigh more, but never more than the bounds."""
    usual = Decided("variant", "quote_words", (), 5, 5)
    shifts = [
        learn([usual, Decided("updates", "d", ("a: b",), count, 0)]).shift("updates", "d", ["a: b"])
        for count in (1, 3, 10, 100_000)
    ]
    assert shifts == sorted(shifts)
    assert shifts[0] < 0.15
    assert shifts[-1] <= MOST_OF_KIND + MOST_OF_LEVEL <= MOST


def test_a_general_mood_moves_nothing() -> None:
    """Who rejects everything alike has not said which suggestions are worse."""
    found = learn([Decided("updates", "d", (), 0, 9), Decided("denies", "e", (), 0, 9)])
    shifts = {weight.shift for weight in found.kinds.values()}
    assert len(shifts) == 1


def test_nothing_decided_teaches_nothing() -> None:
    """Without decisions there is nothing learnt, and a kind that was never decided is not moved."""
    assert not learn([])
    assert not learn([Decided("updates", "d", (), 0, 0)])
    assert learn([ACCEPTED]).shift("repeats", "quote_words", ["words: same words"]) == 0


def test_the_order_of_decisions_changes_nothing() -> None:
    """The same decisions give the same weights."""
    assert learn([ACCEPTED, REJECTED]) == learn([REJECTED, ACCEPTED])


def test_scores_stay_between_0_and_1() -> None:
    """A shift moves a score the way it points; certain ones stay."""
    assert 0 < learnt_score(0.9, -2) < 0.9 < learnt_score(0.9, 2) < 1
    assert [learnt_score(score, 2) for score in (0.0, 1.0)] == [0.0, 1.0]
