"""Vectors of quotes: made once, kept in the workspace, looked through for the nearest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from workbench.compare import Comparable
from workbench.model import Mention, Quote
from workbench.segment import BLOCK_CONFIDENCE
from workbench.segment.detection import detect_language
from workbench.store import Workspace
from workbench.workflows.encoder import DIMENSIONS, Encoder

KEPT = 40_000
"""Vectors kept in memory; 20 MB."""
NEAREST = 8
"""Quotes near in meaning that are worth the rules."""


class VectorBook:
    """The vectors of stored quotes.

    Args:
        workspace: where vectors are kept, unless it is open for reading only.
        encoder: makes those that are missing.

    """

    def __init__(self, workspace: Workspace, encoder: Encoder) -> None:
        self._workspace = workspace
        self._encoder = encoder
        self._kept: dict[int, bytes] = {}

    def make(self, rowids: Iterable[int]) -> None:
        """Have the vectors of these quotes in memory; those that nobody made yet are made and kept."""
        wanted = dict.fromkeys(rowids)
        missing = [pk for pk in wanted if pk not in self._kept]
        if len(self._kept) + len(missing) > KEPT:
            self._kept, missing = {}, list(wanted)
        stored = self._workspace.vectors
        self._kept |= stored.known(self._encoder.version, missing)
        rows = self._workspace.mentions_by_rowid([pk for pk in missing if pk not in self._kept])
        if rows:
            made = self.of_texts([row.mention.text for row in rows])
            found = dict(zip((row.rowid for row in rows), made, strict=True))
            if not self._workspace.readonly:
                stored.put(self._encoder.version, found)
            self._kept |= found

    def __getitem__(self, rowid: int) -> bytes:
        return self._kept[rowid]

    def of_texts(self, texts: Sequence[str]) -> list[bytes]:
        """Vectors of texts that are not stored."""
        return self._encoder.encode(texts)

    def nearest(self, vector: bytes, others: Sequence[int], least: float) -> list[int]:
        """Of quotes whose vectors are in memory, those with at least that cosine, the nearest first."""
        return [others[at] for at in nearest(vector, [self._kept[pk] for pk in others], least)]


def nearest(vector: bytes, others: Sequence[bytes], least: float) -> list[int]:
    """Places of the vectors that have at least that cosine with one, the nearest first, a few at most."""
    if not others:
        return []
    import numpy as np  # noqa: PLC0415  (only where there is an encoder)

    rows = np.frombuffer(b"".join((vector, *others)), dtype=np.int8).reshape(-1, DIMENSIONS)
    matrix = rows.astype(np.float32)
    matrix /= np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1)
    cosines = matrix[1:] @ matrix[0]
    order = np.argsort(-cosines, kind="stable")[:NEAREST].tolist()
    return [at for at in order if cosines[at] >= least]


def in_own_language(side: Comparable) -> Comparable:
    """A quote with the language of its own words, which may not be its paragraph's."""
    found, sure = detect_language(side.mention.text)
    if found in ("und", _lang(side.mention)) or sure < BLOCK_CONFIDENCE:
        return side
    assert isinstance(side.mention, Quote)
    return replace(side, mention=replace(side.mention, lang=found))


def _lang(mention: Mention) -> str:
    return mention.lang if isinstance(mention, Quote) else "und"
