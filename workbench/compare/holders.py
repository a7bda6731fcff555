"""Whose figure it is: the names that stand before it, as parties stand before their seats."""

from __future__ import annotations

from workbench.compare.levels import Case
from workbench.compare.profile import Profile
from workbench.compare.world import kinds, name_of, name_parts

FARTHEST = 25
"""Words before a figure in which a name is looked for."""


def holders(side: Profile) -> dict[str, str]:
    """Names before a figure in its sentence, back to the figure before it, with how they are written.

    A language that writes every noun with a capital shows no names.
    """
    names = side.context.names
    before = [word for word in side.context.words if word.end <= side.at][: -FARTHEST - 1 : -1]
    found: dict[str, str] = {}
    for word in before:
        if word.folded[0].isdigit():
            break
        name = name_of(word.folded)[1:]
        if name in names:
            found[name] = word.text
    return found


def add_holder(case: Case, concept: str | None) -> str | None:
    """Whose the two figures are where they are of two, in words; None where they are of one, or no name tells.

    Args:
        case: the pair.
        concept: the thing counted.

    """
    left, right = holders(case.left), holders(case.right)
    # Who tells of a figure is nobody it is of; but who "ends at" a number of seats or votes has them.
    held = concept in kinds().things & kinds().momentary
    tellers = () if held else (case.left.speaker or "", case.right.speaker or "")
    sources = {part for teller in tellers for part in name_parts(teller)}
    rest = [
        {name: text for name, text in one.items() if name not in other.keys() | sources}
        for one, other in ((left, right), (right, left))
    ]
    # Parties are known by letters; of one event they stand in sentences that share its name.
    letters = all(any(text.isupper() for text in one.values()) for one in rest)
    if not left or not right or (left.keys() & right.keys() and not letters):
        return None
    shown = [", ".join(sorted(one.values())) for one in rest]
    if not all(shown):
        return None
    case.add("holder", "differs", *shown)
    return f"whose they are ({shown[0]} against {shown[1]})"
