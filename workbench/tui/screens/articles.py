"""The articles of the workspace."""

from __future__ import annotations

from workbench.store.rows import ArticleRow
from workbench.tui import commands
from workbench.tui.display import Line
from workbench.tui.paging import Pages
from workbench.tui.presenters.lists import article_header, article_row
from workbench.tui.screens.listing import ListScreen


class ArticlesScreen(ListScreen[ArticleRow]):
    """One row an article."""

    COMMAND_SET = commands.ARTICLES
    BINDINGS = commands.bindings(*commands.ARTICLES)
    tab = "articles"

    def head(self, width: int) -> Line:
        """Column heads."""
        return article_header(width)

    def row(self, row: ArticleRow, width: int) -> Line:
        """One article."""
        return article_row(row, width)

    def load(self) -> None:
        """Read the articles; the words must be in name, title or outlet."""
        words = self.words.casefold()

        def fits(row: ArticleRow) -> bool:
            return words in " ".join(part for part in (row.name, row.title, row.outlet) if part).casefold()

        self.read(
            lambda ws: [row for row in ws.articles() if fits(row)], lambda rows: self.loaded(Pages.of(rows))
        )

    def subject(self) -> str | None:
        """The article the cursor is on."""
        return self.rows.selected.id if self.rows.selected else None

    def do_list_open(self) -> None:
        """Open it."""
        if self.rows.selected is not None:
            self.shell.show_article(self.rows.selected.id)

    def on_paged_list_chosen(self) -> None:
        """A click on the cursor's row opens it."""
        self.do_list_open()
