"""What sort of source a phrase names by its head noun: "Russian Defence Ministry", "rapport van de rekenkamer"."""

from __future__ import annotations

from functools import cache

from workbench.languages.base import LANGUAGES
from workbench.languages.schema.speakers import SpeakerWords
from workbench.model import SpeakerKind

_SORTS: tuple[tuple[SpeakerKind, tuple[str, ...]], ...] = (
    ("group", ("groups", "roles")),
    ("document", ("documents",)),
    ("organisation", ("institutions",)),
)
SHORTEST = 6
"""Letters that a word must have to be read as a compound."""


class _Heads:
    """The nouns of all languages by the sort of source they make."""

    def __init__(self) -> None:
        tables = [t for lang in LANGUAGES.all() if (t := lang.table("speakers", SpeakerWords)) is not None]
        self.links = frozenset(word for table in tables for word in table.linkers)
        self._exact: dict[str, SpeakerKind] = {}
        self._ends: dict[SpeakerKind, tuple[str, ...]] = {}
        for kind, fields in _SORTS:
            ends: set[str] = set()
            plural: SpeakerKind = "document" if kind == "document" else "group"
            for words in (getattr(table, field) for table in tables for field in fields):
                self._exact.update(dict.fromkeys((*words.singular, *words.feminine, *words.masculine), kind))
                self._exact.update(dict.fromkeys(words.plural, plural))
                ends.update((*words.suffixes, *words.feminine_suffixes))
            self._ends[kind] = tuple(ends)

    def kind(self, word: str) -> SpeakerKind | None:
        """The sort of one lower-case word, whole or by the end of a compound."""
        known = self._exact.get(word)
        if known is None and len(word) >= SHORTEST:
            known = next((kind for kind, ends in self._ends.items() if word.endswith(ends)), None)
        return known


@cache
def _heads() -> _Heads:
    return _Heads()


def head_kind(name: str) -> SpeakerKind | None:
    """The sort of source that a name without a person's name is; None where no noun of it is known.

    Words before "van" or "of" hold the head; of several nouns it is the last: "ministry spokesman".
    """
    heads = _heads()
    found: SpeakerKind | None = None
    for word in name.lower().split():
        if found is not None and word in heads.links:
            break
        found = heads.kind(word.strip(",.()’'")) or found
    return found
