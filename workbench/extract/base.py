"""What a finder is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from workbench.model import Mention
from workbench.segment import Segmented


@dataclass(frozen=True)
class Finder:
    """Finds one kind of mention; pure, the same answer for the same text."""

    name: str
    """Name, as the module's."""
    find: Callable[[Segmented], Iterable[Mention]]
    """Every mention in the article, by start."""
