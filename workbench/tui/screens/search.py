"""Search over articles, mentions and notes."""

from __future__ import annotations

from workbench.store.rows import Hit
from workbench.tui import commands
from workbench.tui.display import Line, Piece
from workbench.tui.paging import Pages
from workbench.tui.presenters.lists import hit_header, hit_row
from workbench.tui.screens.listing import ListScreen

LIMIT = 500
"""Hits read for one search."""


class SearchScreen(ListScreen[Hit]):
    """One row a hit."""

    COMMAND_SET = commands.SEARCH
    BINDINGS = commands.bindings(*commands.SEARCH)
    tab = "search"

    def trail(self) -> list[str]:
        """The words searched for."""
        return [f'"{self.words}"'] if self.words else []

    def head(self, width: int) -> Line:
        """Column heads."""
        return hit_header(width)

    def row(self, row: Hit, width: int) -> Line:
        """One hit."""
        return hit_row(row, width)

    def empty(self) -> Line:
        """Say how to search."""
        return (
            super().empty()
            if self.words
            else (Piece("press / and type words to search articles, mentions and notes", "dim"),)
        )

    def load(self) -> None:
        """Search."""
        words = self.words
        if not words:
            self.loaded(Pages.of(()))
            return
        self.read(lambda ws: ws.search(words, limit=LIMIT), lambda hits: self.loaded(Pages.of(hits)))

    def do_search_edit(self) -> None:
        """Ask for the words."""
        self.shell.ask("Search articles, mentions and notes", "search", self._filter, value=self.words)

    def do_list_open(self) -> None:
        """Open the hit."""
        hit = self.rows.selected
        if hit is None:
            return
        if hit.kind == "article":
            self.shell.show_article(hit.id, offset=hit.start, tab=self.tab)
        elif hit.kind == "mention" and hit.article_id:
            self.shell.show_article(hit.article_id, hit.id, tab=self.tab)
        else:
            self.shell.show_target(hit.id)

    def on_paged_list_chosen(self) -> None:
        """A click on the cursor's row opens it."""
        self.do_list_open()
