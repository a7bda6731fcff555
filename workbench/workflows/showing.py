"""One thing in full: an article, issue, mention, relation or speaker."""

from __future__ import annotations

from typing import Any

from workbench.errors import NotFoundError
from workbench.store import SpeakerRow, Workspace
from workbench.workflows.comparing import relation_json
from workbench.workflows.issues import issue_full_json, issue_view
from workbench.workflows.rows import annotation_json, article_full_json, mention_json, speaker_json


def show_json(workspace: Workspace, target: str) -> dict[str, Any]:
    """What ``target`` names, with its relations and annotations.

    Raises:
        NotFoundError: nothing has that id or name.
    """
    notes = [annotation_json(a) for a in workspace.annotations(target)]
    if target[:1] == "r" and len(target) == 13:
        return {"type": "relation", **relation_json(workspace.relation(target)), "annotations": notes}
    if target[:1] in {"q", "f"} and len(target) == 13:
        rows = workspace.mentions([target])
        if not rows:
            raise NotFoundError(f"no mention {target}", "see workbench list mentions")
        related = [relation_json(row) for row in workspace.relations_of(target)]
        return {"type": "mention", **mention_json(rows[0]), "relations": related, "annotations": notes}
    if target[:1] == "i" and len(target) == 13:
        return {"type": "issue", **issue_full_json(workspace, issue_view(workspace, target))}
    if target[:1] == "s" and len(target) == 13:
        return {"type": "speaker", **speaker_json(_speaker(workspace, target)), "annotations": notes}
    article = workspace.article(target)
    mentions = workspace.mentions_by_rowid(workspace.mention_ids(article=article.id))
    own = [annotation_json(a) for a in workspace.annotations(article.id)]
    found = [mention_json(row) for row in mentions]
    return {"type": "article", **article_full_json(article), "mentions": found, "annotations": own}


def _speaker(workspace: Workspace, target: str) -> SpeakerRow:
    for row in workspace.speakers():
        if row.speaker.id == target or target in row.merged:
            return row
    raise NotFoundError(f"no speaker {target}", "see workbench list speakers")


def show_lines(workspace: Workspace, target: str) -> list[str]:
    """:func:`show_json` as indented text, one fact a line; what is unknown is left out."""
    return list(_lines(show_json(workspace, target), 0))


def _lines(value: dict[str, Any], depth: int) -> list[str]:
    out: list[str] = []
    pad = "  " * depth
    for key, entry in value.items():
        if entry is None or entry in ([], (), {}, ""):
            continue
        if isinstance(entry, dict):
            out += [f"{pad}{key}:", *_lines(entry, depth + 1)]
        elif isinstance(entry, list | tuple) and entry and isinstance(entry[0], dict):
            out.append(f"{pad}{key}:")
            for part in entry:
                inner = _lines(part, depth + 2)
                out += [f"{pad}  - {inner[0].strip()}" if inner else f"{pad}  -", *inner[1:]]
        else:
            text = ", ".join(map(str, entry)) if isinstance(entry, list | tuple) else str(entry)
            out += [
                f"{pad}{key}: {line}" if not index else f"{pad}  {line}"
                for index, line in enumerate(text.split("\n"))
            ]
    return out
