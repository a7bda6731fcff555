"""What an analyst can do, one method each; the review screen and the command line write through these only."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from workbench.errors import NotFoundError, UsageError
from workbench.model import RELATION_KINDS, Event, EventOp, RelationKind, relation_id, short_id
from workbench.store import MentionRow, NewEvent, Workspace

_ID = re.compile(r"[a-z][0-9a-f]{12}")
TICKS = frozenset({"event", "scope", "time"})
"""What an analyst must have ticked as the same before two mentions may be said to contradict each other."""


class Review:
    """The decisions and annotations of one analyst.

    Args:
        ws: a workspace opened for writing.
        by: the analyst's name, written into every event.

    Raises:
        UsageError: the name is empty.
    """

    def __init__(self, ws: Workspace, by: str) -> None:
        if not by.strip():
            raise UsageError("no name for the analyst", "set WORKBENCH_ANALYST or --by")
        self.ws = ws
        """The workspace."""
        self.by = by.strip()
        """The analyst's name."""

    # Relations.

    def decide(
        self, relation: str, kind: RelationKind, note: str | None = None, ticks: Collection[str] = ()
    ) -> Event:
        """Decide what a relation is: the suggested kind accepts it, ``unrelated`` rejects it, another changes it.

        Raises:
            NotFoundError: no such relation.
            UsageError: no such kind, or ``contradicts`` without the ticks event, scope and time.
        """
        _check_kind(kind, ticks)
        return self._one("decide", relation, _decision(kind, note, ticks))

    def accept(self, relation: str, note: str | None = None, ticks: Collection[str] = ()) -> Event:
        """Accept the suggested kind."""
        return self.decide(relation, self.ws.relation(relation).relation.kind, note, ticks)

    def reject(self, relation: str, note: str | None = None) -> Event:
        """Say that the two have nothing to do with each other; never suggested again."""
        return self.decide(relation, "unrelated", note)

    def skip(self, relation: str) -> Event:
        """Put a suggestion off: it stays, after all that are open."""
        return self._one("decide", relation, {"state": "skipped"})

    def reopen(self, relation: str) -> Event:
        """Take the decision away, so that the suggestion is open again."""
        return self._one("decide", relation, None)

    def decide_many(
        self, relations: Iterable[str], kind: RelationKind, ticks: Collection[str] = ()
    ) -> list[Event]:
        """Decide many relations alike, in one transaction, undone as one step."""
        _check_kind(kind, ticks)
        wanted = list(dict.fromkeys(relations))
        return self._batch([("decide", relation, _decision(kind, None, ticks)) for relation in wanted])

    def accept_many(self, relations: Iterable[str]) -> list[Event]:
        """Accept many suggestions, each as its own kind, in one transaction, undone as one step.

        Raises:
            NotFoundError: one of them is not there.
            UsageError: one is a contradiction, which needs its ticks.
        """
        kinds = {wanted: self.ws.relation(wanted).relation.kind for wanted in relations}
        for kind in kinds.values():
            _check_kind(kind, ())
        return self._batch([("decide", wanted, _decision(kind, None, ())) for wanted, kind in kinds.items()])

    def skip_many(self, relations: Iterable[str]) -> list[Event]:
        """Put many suggestions off, in one transaction, undone as one step."""
        return self._batch([("decide", wanted, {"state": "skipped"}) for wanted in dict.fromkeys(relations)])

    def relate(
        self, left: str, right: str, kind: RelationKind, note: str | None = None, ticks: Collection[str] = ()
    ) -> Event:
        """Set a relation that no detector suggested; the one published first becomes the left one.

        Raises:
            NotFoundError: no such mention.
            UsageError: both are the same mention, or the kind lacks its ticks.
        """
        _check_kind(kind, ticks)
        rows = {row.mention.id: row for row in self.ws.mentions([left, right])}
        for mention in (left, right):
            if mention not in rows:
                raise NotFoundError(f"no mention {mention!r}", "`workbench list mentions` shows them")
        first, second = sorted((rows[left], rows[right]), key=_place)
        after = _decision(kind, note, ticks) | {"left": first.mention.id, "right": second.mention.id}
        return self._one("decide", relation_id(left, right), after)

    # Annotations.

    def note(self, target: str, text: str) -> Event:
        """Put a note on anything."""
        return self._one("note", target, {"value": text})

    def edit_note(self, note: str, text: str | None) -> Event:
        """Change the text of a note, or take the note away with None.

        Args:
            note: id of the event that made or last changed it (``Annotation.event``).
            text: the new text.

        Raises:
            NotFoundError: no such note.
        """
        origin = self.ws.event(note)
        if origin.op != "note":
            raise NotFoundError(f"{note} is no note", "`workbench log` lists events")
        return self._one("note", origin.target, {"value": text, "slot": self.ws.slot_of(note)})

    def tag(self, target: str, tag: str) -> Event:
        """Put a tag on anything; again changes nothing but who and when."""
        return self._one("tag", target, {"value": tag.strip()})

    def untag(self, target: str, tag: str) -> Event:
        """Take a tag away."""
        return self._one("untag", target, {"value": tag.strip()})

    def flag(self, target: str) -> Event:
        """Flag anything for a second look; a flagged suggestion stays open."""
        return self._one("flag", target, {"value": ""})

    def unflag(self, target: str) -> Event:
        """Take the flag away."""
        return self._one("unflag", target, None)

    def verdict(self, target: str, verdict: str | None) -> Event:
        """Say what became of a claim; None takes the verdict away."""
        return self._one("verdict", target, {"value": verdict})

    def target(self, words: str) -> str:
        """The id that is meant: the words themselves, that of an issue's representative, or of the article of that name.

        Raises:
            NotFoundError: they are no id, and no article has that name.
        """
        if _ID.fullmatch(words) and words.startswith("i"):
            return self.ws.issue(words).representative
        return words if _ID.fullmatch(words) else self.ws.article(words).id

    def pin(self, target: str, pinned: bool = True) -> Event:
        """Pin a mention as primary text, or anything to the top of its list."""
        return self._one("pin", target, {"value": "" if pinned else None})

    # Speakers and claim sets.

    def merge_speakers(self, kept: str, other: str) -> Event:
        """Make two speakers one, under the name of the first."""
        return self._one("merge_speakers", other, {"kept": kept})

    def split_speaker(
        self, speaker: str, mentions: Sequence[str] = (), name: str | None = None
    ) -> list[Event]:
        """Take a speaker out of the one it was merged into, or give some mentions a speaker of their own.

        Args:
            speaker: the speaker to take out; with mentions, the one they are taken from.
            mentions: ids of the mentions that somebody else said.
            name: who said them.

        Raises:
            UsageError: mentions without a name.
        """
        if not mentions:
            return [self._one("split_speaker", speaker, None)]
        if not name or not name.strip():
            raise UsageError("no name for the new speaker", "give the name of who said it")
        new = {"speaker": short_id("s", "split", speaker, name.strip()), "name": name.strip()}
        return self._batch([("split_speaker", mention, new) for mention in dict.fromkeys(mentions)])

    def save_set(self, name: str, chosen: str | Mapping[str, Any] = "", picked: Sequence[str] = ()) -> Event:
        """Save a claim set: a filter (its words, or what they mean) and ids picked by hand."""
        wanted = ({"words": chosen} if chosen else {}) if isinstance(chosen, str) else dict(chosen)
        return self._one("set", name, {"filter": wanted, "picked": list(picked)})

    def drop_set(self, name: str) -> Event:
        """Take a claim set away; what was in it stays."""
        return self._one("set", name, None)

    # Ranking.

    def forget(self) -> Event:
        """Make the ranking forget what decisions taught it so far; they stay as they are."""
        return self._one("forget", "ranking", {"value": ""})

    # Undo and redo.

    def undo(self) -> Event | None:
        """Take back this analyst's last step, a bulk action as one; None when there is none."""
        return next(iter(self.ws.undo(self.by)), None)

    def redo(self) -> Event | None:
        """Do again what was undone last; None when there is nothing."""
        return next(iter(self.ws.redo(self.by)), None)

    def describe(self, event: Event) -> str:
        """What an event did, in a few words: ``undo: updates, 001–000``."""
        if event.op in ("undo", "redo"):
            more = f" and {len(self.ws.batch(event.batch)) - 1} more" if event.batch else ""
            return f"{event.op}: {self.describe(self.ws.event(event.target))}{more}"
        state = event.after or event.before or {}
        what = next(
            (str(state[key]) for key in ("kind", "value", "kept", "name") if state.get(key)), event.op
        )
        if event.op == "decide":
            what = what if event.after else "open again"
            if state.get("state") == "skipped":
                what = "skipped"
            sides = self.ws.mentions([state.get("left_mention", ""), state.get("right_mention", "")])
            return f"{what}, {'–'.join(_stem(side.article_name) for side in sides) or event.target}"
        return f"{event.op} {what}" if what != event.op else f"{event.op} {event.target}"

    # How events are written.

    def _one(self, op: EventOp, target: str, after: dict[str, Any] | None) -> Event:
        return self.ws.append([NewEvent(by=self.by, op=op, target=target, after=after)])[0]

    def _batch(self, actions: Sequence[tuple[EventOp, str, dict[str, Any] | None]]) -> list[Event]:
        """Append all or nothing; more than one get an id in common."""
        if not actions:
            return []
        last = self.ws.log(limit=1)
        batch = short_id("b", self.by, last[0].id if last else "", *(target for _, target, _ in actions))
        new = [
            NewEvent(by=self.by, op=op, target=target, after=after, batch=batch if len(actions) > 1 else None)
            for op, target, after in actions
        ]
        return self.ws.append(new)


def _decision(kind: str, note: str | None, ticks: Collection[str]) -> dict[str, Any]:
    return {"kind": kind, "note": note or None, "ticks": sorted(ticks)}


def _check_kind(kind: str, ticks: Collection[str]) -> None:
    if kind not in RELATION_KINDS:
        raise UsageError(f"no relation kind {kind!r}", f"there are: {', '.join(RELATION_KINDS)}")
    missing = sorted(TICKS - set(ticks))
    if kind == "contradicts" and missing:
        raise UsageError(
            f"contradicts needs the same {', '.join(missing)}",
            "tick them, or choose different_scope or updates",
        )


def _place(row: MentionRow) -> tuple[str, int, int]:
    """Order of two sides: published first, then imported first, then earlier in the text."""
    return row.published or "~", row.rowid, row.mention.span.start


def _stem(name: str) -> str:
    """An article's name without folder and suffix, up to its first underscore: what analysts call it by."""
    return name.rsplit("/", 1)[-1].split(".", 1)[0].split("_", 1)[0] or name
