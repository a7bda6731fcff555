"""What ties two mentions to one story beyond what any news of the month has in common."""

from __future__ import annotations

from workbench.compare.profile import Profile, shared
from workbench.compare.quoting import quotes_others
from workbench.compare.world import name_parts

LEAST_NAMES = 2
"""Names and places in common, from which two articles may tell one story though they quote nobody alike."""


def of_two_stories(left: Profile, right: Profile, *, one_event: bool = False) -> bool:
    """Whether two articles that both quote people share neither an utterance nor two names.

    Words for one sort of thing are no tie: that so many homes burnt is said of every fire.

    Args:
        left: a mention of the one.
        right: a mention of the other.
        one_event: whether the paragraphs are on one event, so that one name will do.

    """
    if not quotes_others(left, right):
        return False
    named = (item for item in shared(left, right, _around(left), _around(right)) if item[0] in "@^")
    return len(list(named)) < (1 if one_event else LEAST_NAMES)


def _around(side: Profile) -> frozenset[str]:
    """What the paragraph and the beginning of the article are about, and who is named as the source."""
    speaker = frozenset(f"^{part}" for part in name_parts(side.speaker)[-1:]) if side.speaker else frozenset()
    return side.wide | side.story.items | side.story.capitals | speaker
