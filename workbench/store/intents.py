"""From what an analyst wants to the state it leads to: which facet an event changes, and what it becomes."""

from __future__ import annotations

from typing import Any

from workbench.errors import NotFoundError, UsageError
from workbench.model import RELATION_KINDS, relation_id
from workbench.store.connection import Connection
from workbench.store.rows import NewEvent
from workbench.store.states import Facet, State
from workbench.text.normalize import normalize

VERDICTS = ("supported", "refuted", "conflicting_evidence", "not_enough_evidence", "not_checkable")
"""The four verdicts of AVeriTeC, and one for what no one can check."""
RANKING = "ranking"
"""What can be made to forget."""
_ANNOTATING = {
    "note": "note",
    "tag": "tag",
    "untag": "tag",
    "flag": "flag",
    "unflag": "flag",
    "verdict": "verdict",
} | {"pin": "pin"}
_TAKING_AWAY = frozenset({"untag", "unflag"})


def clean(text: object) -> str:
    """What an analyst typed, made storable: no NUL, no lone surrogates, one kind of line end."""
    return normalize(str(text)).text


def facet_of(new: NewEvent, event_id: str) -> Facet:
    """Which facet the event changes."""
    after = new.after or {}
    if new.op == "decide":
        return ("decisions", new.target)
    if new.op in _ANNOTATING:
        kind = _ANNOTATING[new.op]
        if kind == "note":
            return ("annotations", new.target, kind, str(after.get("slot") or event_id))
        return ("annotations", new.target, kind, clean(after.get("value", "")) if kind == "tag" else "")
    if new.op == "merge_speakers" or (new.op == "split_speaker" and new.target.startswith("s")):
        return ("speaker_merges", new.target)
    if new.op == "split_speaker":
        return ("assignments", new.target)
    if new.op == "set":
        return ("sets", clean(new.target))
    if new.op == "forget" and new.target == RANKING:
        return ("learning", RANKING)
    raise UsageError(f"{new.op} is no action of its own", "use the undo and redo of the workspace")


def state_of(db: Connection, new: NewEvent, before: State | None) -> State | None:
    """The state that the event leads to, but who, when and its id.

    Raises:
        NotFoundError: the target is not in the workspace.
        UsageError: the state wanted makes no sense.
    """
    if new.op == "decide":
        return _decision(db, new, before)
    if new.op in _ANNOTATING:
        return _annotation(db, new, before)
    if new.op == "merge_speakers":
        return _merge(db, new)
    if new.op == "split_speaker":
        return _split(db, new, before)
    if new.op == "forget":
        return {"value": ""}
    return _claim_set(new, before)


def _decision(db: Connection, new: NewEvent, before: State | None) -> State | None:
    row = db.one(
        "SELECT l.id, r.id, x.kind, x.detector FROM relations x JOIN mentions l ON l.pk = x.left_mention"
        " JOIN mentions r ON r.pk = x.right_mention WHERE x.id = ?",
        [new.target],
    )
    if new.after is None:
        if before is None and row is None:
            raise _unknown(new.target)
        return None
    after = dict(new.after)
    if row is None and before is not None:
        row = (before["left_mention"], before["right_mention"], before["suggested"], before["detector"])
    if row is None:
        row = _own_relation(db, new.target, after)
    left, right, suggested, detector = row
    state, kind = _state_and_kind(after, suggested)
    note = after.get("note")
    return {
        "left_mention": left,
        "right_mention": right,
        "state": state,
        "kind": kind,
        "suggested": suggested,
        "detector": detector,
        "note": None if note is None else clean(note),
        "ticks": sorted(map(str, after.get("ticks") or ())),
    }


def _state_and_kind(after: dict[str, Any], suggested: str) -> tuple[str, str]:
    """Skipped, or what the kind says against the suggested one."""
    if after.get("state") == "skipped":
        return "skipped", suggested
    kind = after.get("kind")
    if kind not in RELATION_KINDS:
        raise UsageError(f"no relation kind {kind!r}", f"there are: {', '.join(RELATION_KINDS)}")
    if kind == "unrelated":
        return "rejected", kind
    return ("accepted" if kind == suggested else "changed"), kind


def _own_relation(db: Connection, target: str, after: dict[str, Any]) -> tuple[str, str, str, str]:
    """A relation that no detector suggested: both mentions must be given, and be there."""
    left, right = str(after.get("left", "")), str(after.get("right", ""))
    if not left or not right:
        raise _unknown(target)
    for mention in (left, right):
        if db.one("SELECT 1 FROM mentions WHERE id = ?", [mention]) is None:
            raise NotFoundError(f"no mention {mention}", "`workbench list mentions` shows them")
    if left == right or relation_id(left, right) != target:
        raise UsageError(
            f"{target} is not the relation of {left} and {right}", "relate two different mentions"
        )
    return left, right, str(after.get("kind")), "analyst"


def _annotation(db: Connection, new: NewEvent, before: State | None) -> State | None:
    if new.op in _TAKING_AWAY or new.after is None or new.after.get("value") is None:
        if before is None:
            raise NotFoundError(f"{new.target} has no such {_ANNOTATING[new.op]}", "nothing was changed")
        return None
    _check_target(db, new.target)
    value = clean(new.after["value"])
    if new.op == "verdict" and value not in VERDICTS:
        raise UsageError(f"no verdict {value!r}", f"there are: {', '.join(VERDICTS)}")
    if new.op in ("note", "tag") and not value.strip():
        raise UsageError(f"an empty {new.op}", "give it some words")
    return {"value": value}


_HOLDERS = {
    "r": "SELECT 1 FROM relations WHERE id = ?1 UNION ALL SELECT 1 FROM decisions WHERE relation = ?1",
    "q": "SELECT 1 FROM mentions WHERE id = ?",
    "f": "SELECT 1 FROM mentions WHERE id = ?",
    "a": "SELECT 1 FROM articles WHERE id = ?",
    "s": "SELECT 1 FROM speakers WHERE id = ?",
}
"""Where the things are that can be annotated, by the first letter of their ids."""


def _check_target(db: Connection, target: str) -> None:
    sql = _HOLDERS.get(target[:1])
    if sql is None or db.one(sql, [target]) is None:
        raise _unknown(target)


def _merge(db: Connection, new: NewEvent) -> State | None:
    """Merge the target into the speaker that is kept, at the end of its own chain of merges."""
    kept = str((new.after or {}).get("kept", ""))
    _check_target(db, new.target)
    _check_target(db, kept)
    while (further := db.one("SELECT kept FROM speaker_merges WHERE speaker = ?", [kept])) is not None:
        kept = further[0]
    if kept == new.target:
        raise UsageError(
            "these are one speaker already", "split them first to merge them the other way round"
        )
    return {"kept": kept}


def _split(db: Connection, new: NewEvent, before: State | None) -> State | None:
    """Take a speaker out of a merge, or give a mention another speaker."""
    if new.after is None:
        if before is None:
            raise NotFoundError(f"{new.target} was not merged or assigned", "nothing was changed")
        return None
    if new.target.startswith("s"):
        raise UsageError("a speaker is split by taking it out of a merge, or mention by mention")
    _check_target(db, new.target)
    return {"speaker": str(new.after["speaker"]), "name": clean(new.after["name"])}


def _claim_set(new: NewEvent, before: State | None) -> State | None:
    if new.after is None:
        if before is None:
            raise NotFoundError(f"no set {new.target!r}", "nothing was changed")
        return None
    if not new.target.strip():
        raise UsageError("a set without a name", "give it one")
    picked = [str(picked) for picked in new.after.get("picked") or ()]
    return {"filter": dict(new.after.get("filter") or {}), "picked": list(dict.fromkeys(picked))}


def _unknown(target: str) -> NotFoundError:
    return NotFoundError(f"nothing has the id {target!r}", "`workbench list` shows ids")


def brief(state: State | None) -> str:
    """A state in a word or two, for messages."""
    if state is None:
        return "taken away"
    for key in ("kind", "value", "kept", "name"):
        if key in state:
            return str(state[key])[:60]
    return "another version"
