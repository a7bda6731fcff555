"""A claim set that was exported, back into a workspace with its decisions."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from workbench.compare import SpeakerDirectory
from workbench.errors import ExportError, ReadError
from workbench.export.jsonl import is_claimset, read_claimset
from workbench.model import Extraction, Figure, Mention, Quote
from workbench.model.claimset import ClaimSet
from workbench.store import StoredExtraction, Workspace
from workbench.workflows.comparing import compare_pending
from workbench.workflows.encoder import Encoder
from workbench.workflows.origins import trace
from workbench.workflows.preparing import prepare


def holds_claim_set(path: Path) -> bool:
    """Whether the file begins with the header of an exported claim set."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as lines:
            return is_claimset(lines.readline(1_000_000))
    except OSError:
        return False


def restore_file(workspace: Workspace, path: Path, encoder: Encoder | None = None) -> int:
    """Read an exported claim set back; returns the number of articles that are new.

    Raises:
        ReadError: the file is damaged; nothing of it is stored.
    """
    try:
        with path.open("rb") as lines:
            claims = read_claimset(lines, path.name)
    except (ExportError, OSError) as error:
        raise ReadError(f"{path}: cannot be read back: {error}", "export it again") from error
    return restore(workspace, claims, encoder)


def restore(workspace: Workspace, claims: ClaimSet, encoder: Encoder | None = None) -> int:
    """Store articles, mentions, suggestions and events; what is there already stays as it is.

    Into an empty workspace the suggestions come as they were exported; into another one, the new articles are compared
    with what is there as after any import.
    """
    was_empty = not workspace.articles()
    workspace.put_speakers(claims.speakers)
    directory = SpeakerDirectory(workspace.stored_speakers())
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in claims.mentions:
        found[mention.article].append(mention)
    ready: list[StoredExtraction] = []
    for article in claims.articles:
        mentions = found[article.id]
        quotes = tuple(m for m in mentions if isinstance(m, Quote))
        figures = tuple(m for m in mentions if isinstance(m, Figure))
        ready.append(prepare(Extraction(article, quotes, figures), directory))
    added = workspace.add_extractions(ready)
    if was_empty:
        texts = {article.id: article.text for article in claims.articles}
        trace(workspace, list(texts), texts.__getitem__)
    suggested = [row.relation for row in claims.relations if row.relation.detector != "analyst"]
    workspace.put_relations(suggested, [article.id for article in claims.articles] if was_empty else [])
    workspace.add_events(claims.events)
    compare_pending(workspace, encoder)
    return added
