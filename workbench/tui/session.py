"""What the screens share: the workspace, the analyst, and what was typed but not yet saved."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from workbench.errors import NotFoundError, UsageError, WorkbenchError
from workbench.model import Annotation, Article, Event
from workbench.store import Workspace
from workbench.store.rows import RelationRow
from workbench.tui.keymap import checked
from workbench.tui.paging import Pages
from workbench.tui.queue import Queue
from workbench.workflows.review import Review

T = TypeVar("T")

KEPT_ARTICLES = 4
"""Articles kept in memory; more would let a few huge ones fill it."""


class Session:
    """One analyst at one workspace; belongs to the thread that made it.

    Args:
        path: the workspace file.
        by: name of the analyst.
        keymap: command id to keys, checked here.
        readonly: whether nothing may be written.

    Raises:
        WorkspaceError: the file cannot be used.
        UsageError: the keymap has an unknown command or one key twice.
    """

    def __init__(
        self, path: Path, by: str, keymap: Mapping[str, str] | None = None, readonly: bool = False
    ) -> None:
        self.keymap = checked(keymap or {})
        """The analyst's own keys."""
        self.path = path
        """The workspace file."""
        self.by = by
        """Name of the analyst."""
        self.ws = Workspace.open(path, readonly=readonly)
        """The connection of the screen's own thread."""
        self.readonly = self.ws.readonly
        """Whether nothing may be written."""
        self.queue: Queue = Queue(Pages.of(()))
        """The cards of the present list."""
        self.drafts: dict[str, str] = {}
        """Text typed into a dialog that was left: by what it was for."""
        self.marked: str | None = None
        """Id of the mention marked to be related to another one."""
        self.writes = 0
        """How many writes were made; a list that has seen fewer is out of date."""
        self._review = None if self.readonly else Review(self.ws, by)
        self._articles: OrderedDict[str, Article] = OrderedDict()

    @property
    def review(self) -> Review:
        """All that can be written.

        Raises:
            UsageError: the workspace is open for reading only.
        """
        if self._review is None:
            raise UsageError(
                "the workspace is open for reading only", "open it without the read-only option to decide"
            )
        return self._review

    def close(self) -> None:
        """Close the connection."""
        self.ws.close()

    @contextmanager
    def reader(self) -> Iterator[Workspace]:
        """A connection for reading that belongs to the calling thread."""
        with Workspace.open(self.path, readonly=True) as ws:
            yield ws

    def article(self, article_id: str) -> Article:
        """An article with its text."""
        if article_id not in self._articles:
            self._articles[article_id] = self.ws.article(article_id)
        self._articles.move_to_end(article_id)
        while len(self._articles) > KEPT_ARTICLES:
            self._articles.popitem(last=False)
        return self._articles[article_id]

    def annotations(self, *targets: str) -> list[Annotation]:
        """Notes, tags, flags, verdicts and pins on any of the targets."""
        return [annotation for target in targets for annotation in self.ws.annotations(target)]

    def write(self, action: Callable[[Review], T]) -> T:
        """Let the review write something.

        Raises:
            WorkbenchError: it was not written; nothing has changed.
        """
        result = action(self.review)
        self.writes += 1
        self.queue.pages.forget()
        return result

    def subject(self, event: Event) -> str:
        """What an event is about in the end: for undo and redo, what the event they name is about."""
        seen = 0
        while event.op in ("undo", "redo") and seen < 100:
            try:
                event = self.ws.event(event.target)
            except NotFoundError:
                break
            seen += 1
        return event.target

    def relation(self, relation_id: str) -> RelationRow | None:
        """The relation of that id; None when there is none."""
        try:
            return self.ws.relation(relation_id)
        except WorkbenchError:
            return None
