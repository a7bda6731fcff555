"""Fixtures: an empty workspace, and one with something to decide."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from workbench.store import Workspace

# Scripts that tests run in a process of their own import it the same way.
sys.path.insert(0, str(Path(__file__).parent))

from made_up import Story


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a test's workspace goes."""
    return tmp_path / "case.db"


@pytest.fixture
def ws(path: Path) -> Iterator[Workspace]:
    """An empty workspace whose clock goes one second an event."""
    with Workspace.create_or_open(path) as workspace:
        ticks = iter(range(10**9))
        workspace.now = lambda: datetime.fromtimestamp(1_640_000_000 + next(ticks), UTC)
        yield workspace


@pytest.fixture
def story(ws: Workspace) -> Story:
    """A workspace with something to decide."""
    return Story(ws)
