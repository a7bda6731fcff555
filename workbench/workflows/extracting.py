"""Extraction without a workspace: rows or files in, rows out, as a stream."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path
from typing import Any

from workbench.errors import ReadError
from workbench.extract import extract
from workbench.model import Article, Extraction
from workbench.readers import discover, read_path
from workbench.workflows.rows import extraction_row

CHUNK = 64
"""Articles a worker process gets at a time: large enough to hide the cost of sending them, small enough to stream."""
MAX_WAITING = 4
"""Chunks a worker may be behind, so that memory stays flat whatever the size of the input."""

Result = dict[str, Any] | ReadError


def articles_of_paths(paths: Iterable[Path]) -> Iterator[Article | ReadError]:
    """Every article of the files and folders; a file that cannot be used comes as its error."""
    for path in discover(paths):
        try:
            yield from read_path(path)
        except ReadError as error:
            yield error


def extract_rows(
    articles: Iterable[Article | ReadError], lang: str | None = None, jobs: int = 1
) -> Iterator[Result]:
    """Extraction rows in the order of the articles, read errors in their place.

    Args:
        articles: what to extract from; read lazily.
        lang: language of all articles; each article's own or detected one where None.
        jobs: worker processes; 1 works in this one.

    """
    if jobs <= 1:
        yield from _map_one(articles, lang)
        return
    with ProcessPoolExecutor(jobs) as pool:
        waiting: deque[Future[list[Result]]] = deque()
        for chunk in _chunks(articles):
            waiting.append(pool.submit(_extract_chunk, chunk, lang))
            if len(waiting) > jobs * MAX_WAITING:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _map_one(articles: Iterable[Article | ReadError], lang: str | None) -> Iterator[Result]:
    for article in articles:
        found = article if isinstance(article, ReadError) else extract_or_error(article, lang)
        yield found if isinstance(found, ReadError) else extraction_row(found, found.article.name)


def extract_or_error(article: Article, lang: str | None) -> Extraction | ReadError:
    """What is found in the article; a fault of ours costs that article alone, and says so."""
    try:
        return extract(article, lang)
    except Exception as error:  # noqa: BLE001  (whatever a finder does wrong, the other articles go on)
        fault = f"{type(error).__name__}: {error}"
        return ReadError(
            f"{article.name}: the program failed on it ({fault})", "please report it with the article"
        )


def _extract_chunk(chunk: list[Article | ReadError], lang: str | None) -> list[Result]:
    return list(_map_one(chunk, lang))


def _chunks(articles: Iterable[Article | ReadError]) -> Iterator[list[Article | ReadError]]:
    chunk: list[Article | ReadError] = []
    for article in articles:
        chunk.append(article)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
