"""``workbench decide``, ``annotate``, ``undo``, ``redo``, ``log`` and ``set``: all that the review screen can write."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.options import analyst, by_option, format_option, workspace_option
from workbench.cli.output import say, say_rows
from workbench.errors import UsageError

if TYPE_CHECKING:
    from workbench.model import Event
    from workbench.store import Workspace
    from workbench.workflows.review import Review

TICKS = ("event", "scope", "time")
"""What two mentions share that contradict each other."""


@click.command()
@click.argument("relation")
@click.argument("kind")
@workspace_option
@by_option
@click.option("--note", default=None, help="Why, kept with the decision.")
@click.option(
    "--same",
    multiple=True,
    type=click.Choice(TICKS),
    help="What the two share; contradicts needs all three.",
)
def decide(
    relation: str, kind: str, workspace: Path, by: str | None, note: str | None, same: tuple[str, ...]
) -> None:
    """Decide that RELATION is of KIND. The suggested kind accepts it, `unrelated` rejects it, another one changes it.

    KIND may be accept, reject, skip or flag, and RELATION may be two mention ids joined by a comma to relate them by hand.
    """
    from workbench.cli.filters import known_kind
    from workbench.store import Workspace
    from workbench.workflows.review import Review

    with Workspace.open(workspace) as opened:
        review = Review(opened, analyst(by))
        if kind == "contradicts" and len(set(same)) < len(TICKS):
            raise UsageError(
                "contradicts needs the same event, scope and time",
                "give --same event --same scope --same time, or choose different_scope or updates",
            )
        if "," in relation:
            left, _, right = relation.partition(",")
            event = review.relate(left, right, known_kind(kind), note=note, ticks=same)
        elif kind == "accept":
            event = review.accept(relation, note=note, ticks=same)
        elif kind == "reject":
            event = review.reject(relation, note=note)
        elif kind in {"skip", "flag"}:
            event = review.skip(relation) if kind == "skip" else review.flag(relation)
        else:
            event = review.decide(relation, known_kind(kind), note=note, ticks=same)
        say(event_text(event, review))


@click.command()
@click.argument("target", metavar="ID|ARTICLE")
@workspace_option
@by_option
@click.option("--note", default=None, help="A note.")
@click.option("--tag", default=None, help="A tag to add.")
@click.option("--untag", default=None, help="A tag to take away.")
@click.option("--flag", is_flag=True, help="Flag it for another look.")
@click.option("--verdict", default=None, help="supported, refuted, conflicting_evidence, ...")
@click.option("--pin", is_flag=True, help="Pin an article or mention as primary source.")
@click.option("--unpin", is_flag=True, help="Take the pin away.")
def annotate(
    target: str,
    workspace: Path,
    by: str | None,
    note: str | None,
    tag: str | None,
    untag: str | None,
    flag: bool,
    verdict: str | None,
    pin: bool,
    unpin: bool,
) -> None:
    """Annotate a mention, relation, article, speaker or issue, by its id; an article also by its name or how that begins.

    What is written of an issue goes to the mention that leads it.
    """
    from workbench.store import Workspace
    from workbench.workflows.review import Review

    with Workspace.open(workspace) as opened:
        review = Review(opened, analyst(by))
        target = review.target(target)
        wanted: list[tuple[bool, Callable[[], Event]]] = [
            (note is not None, partial(review.note, target, note or "")),
            (tag is not None, partial(review.tag, target, tag or "")),
            (untag is not None, partial(review.untag, target, untag or "")),
            (flag, partial(review.flag, target)),
            (verdict is not None, partial(review.verdict, target, verdict)),
            (pin, partial(review.pin, target)),
            (unpin, partial(review.pin, target, pinned=False)),
        ]
        actions = [act for given, act in wanted if given]
        if not actions:
            raise UsageError(
                "nothing to annotate with", "give --note, --tag, --untag, --flag, --verdict, --pin or --unpin"
            )
        for act in actions:
            say(event_text(act(), review))


@click.command()
@workspace_option
@by_option
def undo(workspace: Path, by: str | None) -> None:
    """Take the last action back; a bulk action is one step."""
    _step(workspace, by, "undo")


@click.command()
@workspace_option
@by_option
def redo(workspace: Path, by: str | None) -> None:
    """Do again what undo took back, until something new is done."""
    _step(workspace, by, "redo")


def _step(workspace: Path, by: str | None, step: str) -> None:
    from workbench.store import Workspace
    from workbench.workflows.review import Review

    with Workspace.open(workspace) as opened:
        review = Review(opened, analyst(by))
        event = getattr(review, step)()
        if event is None:
            raise UsageError(f"nothing to {step}")
        say(event_text(event, review))


@click.command()
@workspace_option
@by_option
def forget(workspace: Path, by: str | None) -> None:
    """Make the ranking forget what decisions taught it so far; the decisions stay, and undo takes it back."""
    from workbench.store import Workspace
    from workbench.workflows.review import Review

    with Workspace.open(workspace) as opened:
        review = Review(opened, analyst(by))
        say(event_text(review.forget(), review))


@click.command()
@workspace_option
@format_option
@click.option(
    "--limit", default=50, show_default=True, type=click.IntRange(1), help="At most so many, newest first."
)
@click.option("--of", "target", default=None, help="Only events on this id.")
def log(workspace: Path, form: str, limit: int, target: str | None) -> None:
    """What was decided and annotated, by whom and when."""
    from dataclasses import asdict

    from workbench.store import Workspace
    from workbench.workflows.review import Review

    with Workspace.open(workspace, readonly=True) as opened:
        events = opened.log(limit, target)
        if form == "jsonl":
            say_rows(asdict(event) for event in events)
            return
        review = Review(opened, "reader")
        for event in events:
            say(event_text(event, review))
        if not events:
            say("nothing was decided yet")


@click.command("set")
@click.argument("name")
@click.argument("ids", nargs=-1)
@workspace_option
@by_option
@click.option("--filter", "words", default="", help="Saved filter, as in export --filter.")
def set_(name: str, ids: tuple[str, ...], workspace: Path, by: str | None, words: str) -> None:
    """Save the claim set NAME: a filter and hand-picked IDS of mentions or relations."""
    from workbench.cli.filters import parse_filter
    from workbench.store import Workspace
    from workbench.workflows.review import Review

    if not words and not ids:
        raise UsageError("nothing to save", "give ids of relations or mentions, or --filter")
    parse_filter(words)
    with Workspace.open(workspace) as opened:
        review = Review(opened, analyst(by))
        for one in ids:
            require_pickable(opened, one)
        say(event_text(review.save_set(name, {"words": words}, ids), review))


def require_pickable(opened: Workspace, one: str) -> None:
    """Refuse what no claim set can hold.

    Raises:
        NotFoundError: no relation or mention has that id.
    """
    if not opened.mentions([one]):
        opened.relation(one)


def event_text(event: Event, review: Review) -> str:
    """An event in one line: number, time, analyst, what was done, to what, and the note."""
    from workbench.text.visible import one_line

    note = str((event.after or {}).get("note") or "")
    said = review.describe(event)
    done = said if said.startswith(event.op) else f"{event.op} {said}"
    why = f"  note: {note}" if note else ""
    about = "" if event.target in done or event.op in ("undo", "redo") else f"  {event.target}"
    return one_line(f"{event.seq:>4}  {event.at}  {event.by}  {done}{about}{why}")
