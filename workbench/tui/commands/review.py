"""Commands that decide and annotate."""

from __future__ import annotations

from workbench.model import DEFINITIONS, RelationKind
from workbench.tui.commands.base import Command
from workbench.tui.display import kind_word


class Accept(Command):
    """Accept the suggested relation and go to the next open card."""

    id, title, keys, bar, writes = "relation.accept", "Accept", ("a",), "accept", True


class Reject(Command):
    """Reject the suggestion: the two are unrelated, and it is never suggested again."""

    id, title, keys, bar, writes = "relation.reject", "Reject", ("x",), "reject", True


class Skip(Command):
    """Pass this card over; it comes back after the open ones."""

    id, title, keys, bar, writes = "relation.skip", "Skip", ("space",), "skip", True


class Flag(Command):
    """Flag the relation for a second look."""

    id, title, keys, bar, writes = "relation.flag", "Flag", ("f",), "flag", True


class AcceptIssue(Command):
    """Accept all open relations of the issue as suggested, as one step; contradictions stay open for their ticks."""

    id, title, keys, bar, writes = "issue.accept", "Accept the issue", ("A",), "accept all", True


class RejectIssue(Command):
    """Reject all open relations of the issue, as one step; none of them is ever suggested again."""

    id, title, keys, bar, writes = "issue.reject", "Reject the issue", ("X",), "reject all", True


class SkipIssue(Command):
    """Put all open relations of the issue off, as one step; it comes back after the open ones."""

    id, title, keys, writes = "issue.skip", "Skip the issue", ("S",), True


class UndoShow(Command):
    """Take the last decision back and show its card again."""

    id, title, keys, writes = "edit.undo_show", "Undo last decision", ("backspace",), True


class AddNote(Command):
    """Write a note on what is shown."""

    id, title, keys, bar, writes = "annotate.note", "Note", ("i",), "note", True


class AddTag(Command):
    """Tag what is shown; a tag it has already is taken off."""

    id, title, keys, writes = "annotate.tag", "Tag", ("t", "number_sign"), True


class SetVerdict(Command):
    """Give a verdict on the mention: supported, refuted, conflicting or not enough evidence, not checkable."""

    id, title, keys, writes = "annotate.verdict", "Verdict", ("V",), True


class Pin(Command):
    """Pin the mention (in compare: the left one) as primary source."""

    id, title, keys, writes = "annotate.pin", "Pin as primary source", ("P",), True


class ChooseKind(Command):
    """Decide on this kind and go to the next open card."""

    kind: RelationKind
    """The kind it decides on."""
    writes = True

    @classmethod
    def help(cls) -> str:
        """The kind's definition."""
        return f"Decide: {DEFINITIONS[cls.kind]}."


KIND_KEYS: dict[RelationKind, str] = {
    "repeats": "1", "variant": "2", "misquotes": "3", "misattributed": "4", "updates": "5", "refines": "6",
    "corroborates": "7", "different_scope": "8", "denies": "9", "contradicts": "0", "disputes": "minus",
}  # fmt: skip
"""The key that chooses each kind; ``unrelated`` has the reject key."""


def _choose(kind: RelationKind, key: str) -> type[ChooseKind]:
    values = {"id": f"kind.{kind}", "title": kind_word(kind), "keys": (key,), "kind": kind}
    return type(f"Choose{kind.title().replace('_', '')}", (ChooseKind,), values)


KINDS: tuple[type[ChooseKind], ...] = tuple(_choose(kind, key) for kind, key in KIND_KEYS.items())
"""One command for each kind that can be chosen by number."""
