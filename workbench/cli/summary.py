"""What a workspace holds, in text: the demo without a terminal."""

from __future__ import annotations

from collections import Counter

from workbench.cli.render import article_text, relation_text
from workbench.store import RelationFilter, Workspace
from workbench.workflows.comparing import relations

SHOWN = 12
"""Relations printed in full."""


def summary_lines(workspace: Workspace) -> list[str]:
    """Articles, speakers, the spread of relation kinds, and the relations most worth a look."""
    counts = workspace.counts()
    rows = list(relations(workspace, RelationFilter()))
    kinds = Counter(row.kind for row in rows)
    spread = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    speakers = [row.speaker.name for row in workspace.speakers()[:8]]
    what = ("articles", "quotes", "figures", "speakers", "relations")
    return [
        ", ".join(f"{counts[name]} {name}" for name in what),
        "",
        *(article_text(row) for row in workspace.articles()),
        "",
        f"most quoted: {', '.join(speakers)}",
        f"relations: {spread}",
        "",
        f"most worth a look (first {min(SHOWN, len(rows))} of {len(rows)}):",
        "",
        *(line for row in rows[:SHOWN] for line in (relation_text(row), "")),
    ]
