"""Figures that may be of one thing: sorted once, swept once, the pairs given as runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.compare.bulk.columns import Hashes, Ints
from workbench.compare.bulk.grams import starts_of_runs

_VALUE_BITS = 40
_SIGN = np.uint64(1 << 63)
MOST_GROUPS = 1 << (64 - _VALUE_BITS)
"""Groups of one unit, thing and time that can be compared at a time."""


MOST_WIDTH = 1 << 31
"""Values of a column that are used as they are; a column of more is numbered anew."""


@dataclass(slots=True)
class Fitting:
    """Figures in order, each with the run of those behind it that it fits."""

    order: Ints
    """Numbers of the figures, by group, then by the least each can be."""
    end: Ints
    """For each place in ``order`` the place after the last one whose interval meets its own."""

    @property
    def pairs(self) -> int:
        """How many pairs the runs stand for."""
        return int((self.end - np.arange(len(self.end)) - 1).sum())


def fitting(
    groups: Sequence[NDArray[np.int64]], low: NDArray[np.float64], high: NDArray[np.float64]
) -> Fitting:
    """Which figures of one group can be equal.

    The intervals are compared to nine digits: one that only just misses another may be taken for meeting it.

    Args:
        groups: columns that two figures must share, such as dimension, thing counted and month.
        low: the least each can be.
        high: the most each can be.

    Raises:
        ValueError: there are more groups than can be told apart.

    """
    group = _numbered(groups)
    if len(group) and int(group.max()) >= MOST_GROUPS:
        raise ValueError(f"more than {MOST_GROUPS} groups of figures at a time")
    top = group << np.uint64(_VALUE_BITS)
    least = top | _ordered(low)
    order = np.argsort(least)
    end = np.searchsorted(least[order], (top | _ordered(high))[order], side="right")
    return Fitting(order, np.maximum(end, np.arange(1, len(order) + 1)))


def _numbered(columns: Sequence[NDArray[np.int64]]) -> Hashes:
    """One number for every combination of the columns' values."""
    number = np.zeros(len(columns[0]), np.int64)
    for column in columns:
        if not len(column):
            break
        least, width = int(column.min()), int(column.max()) - int(column.min()) + 1
        plain, width = (column - least, width) if width < MOST_WIDTH else (_dense(column), len(column))
        number = number * width + plain
        if int(number.max()) >= MOST_GROUPS:
            number = _dense(number)
    return number.astype(np.uint64)


def _dense(number: Ints) -> Ints:
    order = np.argsort(number)
    dense = np.empty(len(number), np.int64)
    dense[order] = np.cumsum(starts_of_runs(number[order])) - 1
    return dense


def _ordered(values: NDArray[np.float64]) -> Hashes:
    """The first bits of the numbers, so that they sort as the numbers do."""
    bits = (values + 0.0).view(np.uint64)
    sortable = np.where(bits & _SIGN, ~bits, bits | _SIGN)
    return sortable >> np.uint64(64 - _VALUE_BITS)
