"""One article with every mention marked, and the relations of the mention under the cursor."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from textual.widget import Widget

from workbench.model import Article, Figure
from workbench.store import Workspace
from workbench.store.rows import MentionRow, RelationRow
from workbench.tui import commands
from workbench.tui.display import Line, Piece, kind_piece, state_piece
from workbench.tui.layout import clip, rule
from workbench.tui.paging import Pages
from workbench.tui.presenters.article_text import mention_summary
from workbench.tui.presenters.card import attribution
from workbench.tui.presenters.citation import citation
from workbench.tui.queue import Queue
from workbench.tui.screens.dialogs import ChoiceDialog
from workbench.tui.screens.relating import RelatingScreen
from workbench.tui.widgets.article_view import ArticleView
from workbench.tui.widgets.bar import Bar

RELATIONS_SHOWN = 4
"""Lines of relations under the text; the rest is counted."""


class ArticleScreen(RelatingScreen):
    """The text of an article; n and N go through its mentions."""

    COMMAND_SET = commands.ARTICLE
    BINDINGS = commands.bindings(*commands.ARTICLE)

    def __init__(
        self, article_id: str, mention_id: str | None = None, offset: int | None = None, tab: str = "articles"
    ) -> None:
        super().__init__()
        self.tab = tab
        self.article_id = article_id
        """Which article."""
        self._start = mention_id
        self._offset = offset
        self.article: Article | None = None
        """The article, once read."""
        self.mentions: list[MentionRow] = []
        """Its mentions, by start."""
        self.cursor = -1
        """Index of the present mention; -1 when there is none."""
        self.relations: Sequence[RelationRow] = ()
        """Relations of the present mention."""

    def body(self) -> Iterator[Widget]:
        """Text over relations."""
        yield Bar(id="heads")
        yield ArticleView(id="text")
        yield Bar(id="relations")

    def trail(self) -> list[str]:
        """Name of the article."""
        return [self.article.name if self.article else "reading …"]

    def position(self) -> str:
        """Mention and mentions."""
        return f"mention {self.cursor + 1}/{len(self.mentions)}" if self.mentions else "no mentions"

    def subject(self) -> str | None:
        """The present mention, else the article."""
        return self.present.mention.id if self.present else self.article_id

    @property
    def present(self) -> MentionRow | None:
        """The mention the cursor is on."""
        return self.mentions[self.cursor] if 0 <= self.cursor < len(self.mentions) else None

    def on_mount(self) -> None:
        """Read the article and its mentions."""
        super().on_mount()
        article_id = self.article_id

        def query(ws: Workspace) -> tuple[Article, list[MentionRow]]:
            rows = ws.mentions_by_rowid(ws.mention_ids(article=article_id))
            return ws.article(article_id), sorted(rows, key=lambda row: (row.mention.span, row.mention.id))

        self.read(query, self._loaded)

    def _loaded(self, found: tuple[Article, list[MentionRow]]) -> None:
        self.article, self.mentions = found
        view = self.query_one(ArticleView)
        view.show(self.article, [row.mention for row in self.mentions])
        ids = [row.mention.id for row in self.mentions]
        if self._start in ids:
            self._go(ids.index(self._start))
        elif self._offset is not None:
            view.place(self._offset)
            starts = [row.mention.span.start for row in self.mentions]
            self._go(min(bisect_left(starts, self._offset), len(starts) - 1), scroll=False)
        else:
            self._go(0 if ids else -1, scroll=False)

    def _go(self, index: int, scroll: bool = True) -> None:
        self.cursor = index
        row = self.present
        self.relations = self.session.ws.relations_of(row.mention.id) if row else ()
        self.query_one(ArticleView).mark(row.mention if row else None, scroll=scroll)
        self._below()
        self.frame_changed()

    def frame_changed(self) -> None:
        """Heads and relations, too."""
        super().frame_changed()
        if self.is_mounted and self.query("#relations"):
            self._below()

    def _below(self) -> None:
        width = self.shell.size.width
        article = self.article
        if article is not None:
            parts = (article.published or "undated", article.outlet, article.title, article.lang)
            head = " · ".join(part for part in parts if part)
            self.query_one("#heads", Bar).show([(Piece(clip(f" {head}", width), "head"),)])
        self.query_one("#relations", Bar).show(self._relation_lines(width))

    def _relation_lines(self, width: int) -> list[Line]:
        row = self.present
        if row is None:
            return [rule(width)]
        summary = mention_summary(row.mention, self.cursor + 1, len(self.mentions))
        lines = [rule(width, summary), (Piece(clip(f" {attribution(row)}", width), "strong"),)]
        lines += [self._relation_line(relation, row) for relation in self.relations[:RELATIONS_SHOWN]]
        if not self.relations:
            lines.append((Piece(" no relations", "dim"),))
        if len(self.relations) > RELATIONS_SHOWN:
            lines.append((Piece(f" and {len(self.relations) - RELATIONS_SHOWN} more", "dim"),))
        notes = self.session.annotations(row.mention.id)
        return [
            *lines,
            *((Piece(f" {a.kind} ", "warn"), Piece(a.value), Piece(f"  {a.by}", "dim")) for a in notes[:3]),
        ]

    def _relation_line(self, relation: RelationRow, row: MentionRow) -> Line:
        other = relation.right if relation.left.mention.id == row.mention.id else relation.left
        return (
            Piece(" "),
            state_piece(relation.state),
            Piece("  "),
            kind_piece(relation.kind),
            Piece(f"  {other.published or 'undated'} ", "dim"),
            Piece(other.mention.text),
            Piece(f"  {other.article_name}", "dim"),
        )

    # --- commands --------------------------------------------------------------------------------------------

    def allows(self, command_id: str) -> bool:
        """What needs a mention or a relation is off without one."""
        if command_id == commands.Relations.id:
            return bool(self.relations)
        if command_id == commands.TimeLine.id:
            return self.present is not None and isinstance(self.present.mention, Figure)
        needs = (
            commands.NextMention.id,
            commands.PreviousMention.id,
            commands.CopyCitation.id,
            commands.SetVerdict.id,
        )
        return command_id not in needs or bool(self.mentions)

    def do_mention_next(self) -> None:
        """Next mention."""
        if self.cursor + 1 < len(self.mentions):
            self._go(self.cursor + 1)

    def do_mention_previous(self) -> None:
        """Previous mention."""
        if self.cursor > 0:
            self._go(self.cursor - 1)

    def do_mention_relations(self) -> None:
        """Cards of the mention's relations."""
        if self.relations:
            rowids = [relation.rowid for relation in self.relations]
            self.shell.show_card(Queue(Pages(rowids, self.session.ws.relations_by_rowid)), self.tab)

    def do_relation_flag(self) -> None:
        """Flag the mention."""
        target = self.subject()
        if target and self.write(lambda review: review.flag(target)) is not None:
            self.say(f"flagged {target}", "good")

    def do_annotate_pin(self) -> None:
        """Pin the mention, or the article when it has none."""
        target = self.subject()
        if target and self.write(lambda review: review.pin(target)) is not None:
            self.say(f"pinned {target} as primary source", "good")

    def do_annotate_verdict(self) -> None:
        """Ask for a verdict on the mention."""
        words = ("supported", "refuted", "conflicting_evidence", "not_enough_evidence", "not_checkable")
        options = [(word, word.replace("_", " ")) for word in words]
        self.shell.push_screen(ChoiceDialog("Verdict on the mention", options), self._verdict)

    def _verdict(self, chosen: list[str] | None) -> None:
        target = self.subject()
        if chosen and target and self.write(lambda review: review.verdict(target, chosen[0])) is not None:
            self.say(f"verdict: {chosen[0].replace('_', ' ')}", "good")

    def do_card_time_line(self) -> None:
        """Time-line of the figure."""
        if self.present is not None:
            self.shell.show_time_line(self.present.mention)

    def do_card_copy(self) -> None:
        """Citation to the clipboard."""
        if self.present is not None and self.article is not None:
            self.shell.copy_to_clipboard(citation(self.present, self.article))
            self.say("citation copied", "good")

    def refresh_if_written(self) -> None:
        """States of the relations may have changed."""
        if self.article is not None:
            self._go(self.cursor, scroll=False)
