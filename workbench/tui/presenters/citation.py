"""A passage in words that lead back to it."""

from __future__ import annotations

from workbench.model import Article
from workbench.store.rows import MentionRow
from workbench.text.visible import one_line


def citation(row: MentionRow, article: Article) -> str:
    """The words, who says them, article, place and hash of the source; safe for the clipboard."""
    span = row.mention.span
    speaker = f" ({row.speaker_name})" if row.speaker_name else ""
    where = ", ".join(
        part for part in (article.outlet, article.title, article.name, article.published) if part
    )
    return one_line(
        f"“{row.mention.text}”{speaker} — {where}, {span.start}–{span.end}, sha256 {article.sha256}"
    )
