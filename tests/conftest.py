"""What all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
"""The checkout."""
os.environ["TEXTUAL_ANIMATIONS"] = "none"
# The tests must not depend on the settings of whoever runs them.
os.environ["WORKBENCH_CONFIG"] = os.devnull
os.environ["WORKBENCH_ANALYST"] = "an"
# What the tests find must not depend on the extras that are installed; tests of an extra ask for it.
os.environ["WORKBENCH_SIMILARITY"] = "off"
os.environ.pop("WORKBENCH_WORKSPACE", None)
os.environ.pop("NO_COLOR", None)


@pytest.fixture(scope="session")
def seeds() -> Path:
    """Folder of the five seed articles."""
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Folder of the development sets, which lies beside the checkout where it is given at all."""
    folder = ROOT.parent / "shared"
    if not (folder / "eval").is_dir():
        pytest.skip("needs the development sets in ../shared, which are not here")
    return folder
