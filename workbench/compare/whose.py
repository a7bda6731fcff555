"""Whether two mentions are of one speaker, as strictly as an accusation of a wrong name needs."""

from __future__ import annotations

from workbench.compare.entities import is_named
from workbench.compare.profile import same_name
from workbench.compare.types import Comparable
from workbench.compare.words import fold
from workbench.compare.world import country_of_name, organisation_country, organisation_of_name


def same_person(one: Comparable, other: Comparable | None) -> bool:
    """Whether both are known to have one speaker."""
    if other is None or not one.mention.speaker or not other.mention.speaker:
        return False
    if one.speaker_id and one.speaker_id == other.speaker_id:
        return True
    names = one.mention.speaker, other.mention.speaker
    return same_name(*names) or _speaks_for(*names) or _speaks_for(*reversed(names))


def _speaks_for(voice: str, whom: str) -> bool:
    """Whether a name is another's report or spokesman: "de jongste analyse van het ministerie van Defensie"."""
    return " " in whom and fold(voice).endswith(f" {fold(whom)}")


def told_apart(one: Comparable, other: Comparable | None) -> bool:
    """Whether the speakers are certainly two: two named people, or bodies of two countries or none.

    A ministry may be its minister, and a capital its government, so a person and a body are never told apart.
    """
    if other is None or not one.mention.speaker or not other.mention.speaker or same_person(one, other):
        return False
    names = one.mention.speaker, other.mention.speaker
    if not all(is_named(name) for name in names):
        return False
    bodies = [organisation_of_name(name) or country_of_name(name) for name in names]
    if any(bodies):
        return all(bodies) and _country(names[0]) != _country(names[1])
    return True


def _country(name: str) -> str | None:
    organisation = organisation_of_name(name)
    return organisation_country(organisation) if organisation else country_of_name(name)
