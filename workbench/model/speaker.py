"""Who is quoted, over all articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SpeakerKind = Literal["person", "organisation", "place", "group", "document", "unknown"]
"""``place`` is a country or capital that speaks for its government; ``group`` an unnamed "bronnen", "analisten"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """One person or institution; merges and splits by the analyst are events, never rewrites."""

    id: str
    """``s`` and 12 hexadecimal digits."""
    name: str
    """Canonical name: the fullest spelling seen."""
    kind: SpeakerKind = "unknown"
    """What sort of source it is."""
    spellings: tuple[str, ...] = ()
    """Every spelling seen, most frequent first; all are searchable."""
    role: str | None = None
    """Title or function as an article gives it: "Amerikaanse minister van Buitenlandse Zaken"."""
