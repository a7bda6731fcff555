"""Whether two speakers can be one, though each paper calls them otherwise: by name, by office, by the body spoken for."""

from __future__ import annotations

from functools import lru_cache

from workbench.compare.entities import is_named, is_person
from workbench.compare.profile import Profile, same_speaker
from workbench.compare.world import organisation_of_name

LEAST_NAME = 3
"""Letters of a body's name, at least, that is looked for in an article."""


def one_voice(left: Profile, right: Profile) -> bool | None:
    """Whether both have one speaker; None where one has none, or is called by an office or a body that may be the other.

    "The mayor" may be whom another paper calls by name, and who speaks for a union is given as the union.
    """
    same = same_speaker(left, right)
    if same is not False:
        return same
    for person, other in ((left, right), (right, left)):
        if _is_person(person.speaker or "") and not _is_person(other.speaker or ""):
            return None if _may_be(person, other) else False
    return False


@lru_cache(maxsize=20_000)
def _is_person(name: str) -> bool:
    return is_person(name)


def _may_be(person: Profile, other: Profile) -> bool:
    """Whether a source without a person's name may be the person: an office may, a body that the article names too."""
    name = other.speaker or ""
    if not is_named(name) and not organisation_of_name(name):
        return True
    known = [word for word in name.split() if len(word) >= LEAST_NAME and word[0].isupper()]
    return not known or known[-1] in person.article.text
