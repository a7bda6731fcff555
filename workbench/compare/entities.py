"""Speakers over all articles: one person or institution under all its spellings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from workbench.compare.heads import head_kind
from workbench.compare.words import fold, words_of
from workbench.compare.world import (
    countries_in,
    country_name,
    country_of_name,
    given_names,
    name_parts,
    organisation_name,
    organisation_of_name,
    particles,
)
from workbench.model import Speaker, SpeakerKind, short_id


class SpeakerDirectory:
    """Finds the speaker that a name means, or makes a new one.

    Names are one when they are one organisation or country in all languages, one spelling after transliteration, or a
    bare surname that only one known full name has. Given names that differ keep two people of one surname apart.

    Args:
        known: speakers that are there already.

    """

    def __init__(self, known: Iterable[Speaker]) -> None:
        self._speakers: dict[str, Speaker] = {}
        self._by_key: dict[str, str] = {}
        self._by_surname: dict[str, set[str]] = {}
        self._by_family: dict[str, set[str]] = {}
        self._in_article: dict[tuple[str, str], str] = {}
        for speaker in known:
            self._note(speaker)

    def resolve(self, name: str, article: str, role: str | None = None) -> Speaker:
        """The speaker that ``name`` means in an article, with the new spelling added; a new one when unknown.

        Args:
            name: as resolved inside the article.
            article: id of the article; a bare surname means whom it meant there before.
            role: title or function, where the article gives one.

        """
        name = _without_role(" ".join(name.split()))
        found = self._find(name, article)
        speaker = self._speakers[found] if found else self._new(name)
        speaker = _with(speaker, name, role)
        self._note(speaker)
        parts = name_parts(name)
        if speaker.kind == "person" and parts:
            self._in_article[article, parts[-1]] = speaker.id
        return speaker

    def _find(self, name: str, article: str) -> str | None:
        direct = self._by_key.get(_key(name))
        parts = name_parts(name)
        if direct is not None and (len(parts) != 1 or _kind(name) != "person"):
            return direct
        if _kind(name) != "person" or not parts:
            return direct
        if len(parts) == 1:
            here = self._in_article.get((article, parts[0]))
            if here:
                return here
            return direct or self._only(parts[0]) or self._family(parts[0])
        bare = self._by_key.get(f"n:{parts[-1]}")
        others = self._by_surname.get(parts[-1], set()) - {bare}
        # A full name may take over the bare surname while it is the only one of that surname.
        return direct or (bare if bare and not others else None) or self._initial(parts)

    def _only(self, surname: str) -> str | None:
        having = self._by_surname.get(surname, set())
        return next(iter(having)) if len(having) == 1 else None

    def _family(self, name: str) -> str | None:
        """The one person whose family name comes first: "Xi" is Xi Jinping."""
        having = self._by_family.get(name, set()) if name not in given_names() else set()
        return next(iter(having)) if len(having) == 1 else None

    def _initial(self, parts: tuple[str, ...]) -> str | None:
        """A speaker of that surname of whose given name one is the initial of the other."""
        for known in sorted(self._by_surname.get(parts[-1], ())):
            given = name_parts(self._speakers[known].name)[:-1]
            if given and min(len(given[0]), len(parts[0])) == 1 and given[0][0] == parts[0][0]:
                return known
        return None

    def _new(self, name: str) -> Speaker:
        key, kind = _key(name), _kind(name)
        identity = short_id("s", key)
        # A bare surname of which two people are known cannot be told: it is a speaker of its own.
        return Speaker(id=identity, name=_canonical(name), kind=kind, spellings=(name,))

    def _note(self, speaker: Speaker) -> None:
        self._speakers[speaker.id] = speaker
        for spelling in (speaker.name, *speaker.spellings):
            parts = name_parts(spelling)
            if speaker.kind == "person" and len(parts) == 1 and self._has_full(speaker):
                continue
            self._by_key.setdefault(_key(spelling), speaker.id)
        if speaker.kind == "person":
            for spelling in (speaker.name, *speaker.spellings):
                parts = name_parts(spelling)
                if parts:
                    self._by_surname.setdefault(parts[-1], set()).add(speaker.id)
                if len(parts) == 2:
                    self._by_family.setdefault(parts[0], set()).add(speaker.id)

    @staticmethod
    def _has_full(speaker: Speaker) -> bool:
        return any(len(name_parts(spelling)) > 1 for spelling in (speaker.name, *speaker.spellings))


def is_named(name: str) -> bool:
    """Whether a name means one person, institution or country, not a sort of people."""
    kind = _kind(name)
    return kind in ("organisation", "place") or (kind == "person" and len(name_parts(name)) > 1)


def is_person(name: str) -> bool:
    """Whether a name is one person's, by surname alone or in full."""
    return _kind(name) == "person" and head_kind(name.split(maxsplit=1)[0]) is None


def _key(name: str) -> str:
    """What two names of one speaker share."""
    organisation = organisation_of_name(name)
    if organisation:
        return f"o:{organisation}"
    country = country_of_name(name)
    if country:
        return f"c:{country}"
    if _kind(name) == "person":
        return f"n:{' '.join(name_parts(name))}"
    named, meant, _ = countries_in(words_of(name))
    return f"g:{fold(name)}" if not named | meant else f"g:{_without_country(name)}"


def _without_role(name: str) -> str:
    """A full name without the words before it that are written small: "fire commander Jane Doe"."""
    words = name.split()
    first = next((at for at, word in enumerate(words) if word[0].isupper()), 0)
    full = len(words) - first > 1 and all(word[0].isupper() for word in words[first:])
    roles = first > 0 and head_kind(" ".join(words[:first])) in ("person", "group")
    linked = particles().intersection(words[:first])
    return " ".join(words[first:]) if full and roles and not linked else name


def _without_country(name: str) -> str:
    """A descriptive source with its country as a code: the Russian Defence Ministry is written in two ways."""
    words = words_of(name)
    _, _, where = countries_in(words)
    kept = sorted(where.get(i, word.folded) for i, word in enumerate(words))
    return " ".join(dict.fromkeys(kept))


def _canonical(name: str) -> str:
    organisation = organisation_of_name(name)
    if organisation:
        return organisation_name(organisation)
    country = country_of_name(name)
    return country_name(country) if country else name


def _kind(name: str) -> SpeakerKind:
    """What sort of source a name is: known institutions and countries, capitalised words as a person, else a group."""
    if organisation_of_name(name):
        return "organisation"
    if country_of_name(name):
        return "place"
    words = words_of(name)
    if not words:
        return "unknown"
    _, _, where = countries_in(words)
    described = any(index in where for index in range(len(words)))
    if not described and words[-1].capital and (words[0].capital or words[0].folded in particles()):
        return "organisation" if len(words) == 1 and len(name) > 1 and name.isupper() else "person"
    return head_kind(name) or "group"


def _with(speaker: Speaker, spelling: str, role: str | None) -> Speaker:
    """The speaker with one more spelling; a fuller name becomes the canonical one."""
    spellings = speaker.spellings if spelling in speaker.spellings else (*speaker.spellings, spelling)
    name = speaker.name
    if speaker.kind == "person" and len(name_parts(spelling)) > len(name_parts(name)):
        name = spelling
    return replace(speaker, name=name, spellings=spellings, role=speaker.role or role)
