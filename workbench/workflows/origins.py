"""Where new articles come from: copies of earlier ones, and credits to agencies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from workbench.compare.independence import SHARED_KEYS, credits, keys, traced
from workbench.model import Quote, Span
from workbench.store import TracedArticle, Workspace

MOST_HELD = 8
"""Earlier articles that one is held against, those that share most."""

TextOf = Callable[[str], str]
"""The text of an article."""


def trace(workspace: Workspace, articles: Sequence[str], text_of: TextOf) -> None:
    """Find and store where these articles come from, in order of import; each sees those before it."""
    fresh: dict[int, list[int]] = {}
    found = []
    for at, article in enumerate(articles):
        own = keys(text_of(article))
        earlier = dict(workspace.sharing(article, own))
        shared = Counter(other for key in own for other in fresh.get(key, ()))
        for other, times in sorted(shared.items()):
            earlier[articles[other]] = earlier.get(articles[other], 0) + times
        found.append(_traced(workspace, article, own, earlier, text_of))
        for key in own:
            fresh.setdefault(key, []).append(at)
    workspace.put_origins(found)


def _traced(
    workspace: Workspace, article: str, own: frozenset[int], earlier: dict[str, int], text_of: TextOf
) -> TracedArticle:
    text, facts = text_of(article), workspace.article(article)
    near = [other for other, shared in earlier.items() if shared >= SHARED_KEYS]
    most = set(sorted(near, key=lambda other: (-earlier[other], near.index(other)))[:MOST_HELD])
    origin = traced(
        text,
        [(other, text_of(other)) for other in near if other in most],
        _quoted(workspace, article) if most else (),
        credits(facts.span.of(text), facts.author, facts.outlet),
    )
    return TracedArticle(
        article=article,
        keys=own,
        origin=origin.whole,
        shared=origin.shared,
        credits=tuple(sorted(origin.credits)),
        passages=[(p.span.start, p.span.end, p.origin) for p in origin.passages],
    )


def _quoted(workspace: Workspace, article: str) -> list[Span]:
    """What stands between quotation marks."""
    rows = workspace.mentions_by_rowid(workspace.mention_ids(article=article, kind="quote"))
    return [
        row.mention.span for row in rows if isinstance(row.mention, Quote) and row.mention.kind != "indirect"
    ]
