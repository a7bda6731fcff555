"""Into the workspace: read, extract, store, compare."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from workbench.compare import SpeakerDirectory
from workbench.errors import ReadError
from workbench.model import Article
from workbench.store import StoredExtraction, Workspace
from workbench.workflows.comparing import compare_pending
from workbench.workflows.encoder import Encoder
from workbench.workflows.extracting import articles_of_paths, extract_or_error
from workbench.workflows.preparing import prepare
from workbench.workflows.restoring import holds_claim_set, restore_file

BATCH_CHARS = 2_000_000
"""Characters of article text stored in one transaction: a killed import loses at most that much work, no half article."""
Progress = Callable[[int, str], None]
"""Called with the number of articles read and the name of the last."""


@dataclass(slots=True)
class ImportReport:
    """What an import did."""

    added: int = 0
    """Articles that are new."""
    known: int = 0
    """Articles whose bytes the workspace had already."""
    relations: int = 0
    """Relations suggested by the comparison that followed."""
    refused: list[ReadError] = field(default_factory=list)
    """One error for each input that could not be used."""
    repaired: list[str] = field(default_factory=list)
    """One line for each article that was mended on the way in."""


def import_paths(
    workspace: Workspace,
    paths: Iterable[Path],
    *,
    lang: str | None = None,
    encoder: Encoder | None = None,
    progress: Progress = lambda _n, _name: None,
) -> ImportReport:
    """Import files and folders; what is there already is left as it is, so a second run changes nothing.

    Args:
        workspace: open for writing.
        paths: files and folders.
        lang: language of all articles; found for each where None.
        encoder: finds translated quotes; without one, quotes are compared by their words alone.
        progress: told about every article.

    """
    report = ImportReport()
    plain: list[Path] = []
    for path in paths:
        if not holds_claim_set(path):
            plain.append(path)
            continue
        try:
            added = restore_file(workspace, path, encoder)
        except ReadError as error:
            report.refused.append(error)
        else:
            report.added += added
            report.known += not added
    _store_all(workspace, articles_of_paths(plain), lang, progress, report)
    report.relations = compare_pending(workspace, encoder)
    return report


def _store_all(
    workspace: Workspace,
    articles: Iterable[Article | ReadError],
    lang: str | None,
    progress: Progress,
    report: ImportReport,
) -> None:
    directory = SpeakerDirectory(workspace.stored_speakers())
    batch: list[StoredExtraction] = []
    waiting: set[str] = set()
    size = 0
    for count, article in enumerate(articles, 1):
        if isinstance(article, ReadError):
            report.refused.append(article)
            continue
        progress(count, article.name)
        if article.sha256 in waiting or workspace.has_article(article.sha256):
            report.known += 1
            continue
        report.repaired.extend(f"{article.name}: {repair}" for repair in article.repairs)
        found = extract_or_error(article, lang)
        if isinstance(found, ReadError):
            report.refused.append(found)
            continue
        batch.append(prepare(found, directory))
        waiting.add(article.sha256)
        size += len(article.text)
        if size >= BATCH_CHARS:
            report.added += workspace.add_extractions(batch)
            batch, waiting, size = [], set(), 0
    if batch:
        report.added += workspace.add_extractions(batch)
