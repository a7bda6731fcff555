"""The inbox of a large workspace: the order of its issues, and a page of it, at a small and a large size."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import Outcome, best_seconds, exponent
from workbench.model import (
    Article,
    Evidence,
    Extraction,
    Figure,
    Level,
    Relation,
    RelationKind,
    Span,
    mention_id,
)
from workbench.store import RelationFilter, StoredExtraction, Workspace
from workbench.workflows.issues import described

EACH = 10
"""Relations of an issue: one figure is held against so many others."""
SIZES = (2_000, 20_000)
SHORT_SIZES = (500, 2_000)
PAGE = 16
"""Issues that the review screen describes at once."""
_KINDS: tuple[RelationKind, ...] = ("updates", "corroborates", "contradicts", "refines", "misattributed")
_LEVELS = tuple(
    Level(name, "same", 0.3, "left", "right") for name in ("noun", "unit", "value", "as_of", "event")
)


def run(short: bool) -> list[Outcome]:
    """Growth of the order, and the cost of a page in the large workspace over that in the small one."""
    sizes = SHORT_SIZES if short else SIZES
    orders, pages = [], []
    for size in sizes:
        with TemporaryDirectory() as folder:
            path = Path(folder) / "large.db"
            build(path, size)
            with Workspace.open(path, readonly=True) as ws:
                orders.append(best_seconds(lambda: ws.issue_rowids(RelationFilter(states=("suggested",)))))
                keys = ws.issue_rowids(RelationFilter())
                pages.append(best_seconds(_page(ws, keys[len(keys) // 2 :][:PAGE])))
    grown = exponent(sizes, orders)
    return [
        Outcome(f"order of {sizes[1]:,} issues, growth", f"{orders[1] * 1000:.0f} ms", f"{orders[0] * 1000:.0f} ms",
                grown, at_most=1.2),
        Outcome(f"a page of {sizes[1]:,} issues", f"{pages[1] * 1000:.1f} ms", f"{pages[0] * 1000:.1f} ms",
                pages[1] / pages[0], at_most=1.5),
    ]  # fmt: skip


def _page(ws: Workspace, keys: object) -> Callable[[], object]:
    return lambda: described(ws, keys)  # type: ignore[arg-type]  # a slice of row numbers


def build(path: Path, issues: int) -> None:
    """Write a workspace with so many issues, each a star of figures in as many articles, and of ten relations."""
    figures: dict[int, list[str]] = defaultdict(list)
    with Workspace.create_or_open(path) as ws:
        batch = []
        for stored, rows in _articles(issues):
            batch.append(stored)
            for issue, mention in rows:
                figures[issue].append(mention)
        ws.add_extractions(batch)
        articles = [row.id for row in ws.articles()]
        ws.put_relations([one for issue in sorted(figures) for one in _star(issue, figures[issue])], articles)


def _articles(issues: int) -> Iterator[tuple[StoredExtraction, list[tuple[int, str]]]]:
    """Articles with a sentence for each issue they take part in."""
    articles = max(EACH + 1, issues // 10)
    of_article: dict[int, list[int]] = defaultdict(list)
    for issue in range(issues):
        for part in range(EACH + 1):
            of_article[(issue * (EACH + 1) + part) % articles].append(issue)
    for number in range(articles):
        yield _article(number, of_article[number])


def _article(number: int, issues: list[int]) -> tuple[StoredExtraction, list[tuple[int, str]]]:
    sentences = [
        f"Bij de betoging in stad {issue} liepen volgens de politie {1000 + (issue * 7 + number) % 900} betogers mee."
        for issue in issues
    ]
    text = " ".join(sentences)
    article = Article(
        name=f"krant-{number:05}.txt", text=text, sha256=sha256(text.encode() + bytes([number % 251])).hexdigest(),
        lang="nl", published=f"2024-{number % 12 + 1:02}", body=Span(0, len(text)),
    )  # fmt: skip
    figures, at = [], 0
    for sentence in sentences:
        start = at + sentence.index("politie ") + len("politie ")
        span = Span(start, at + len(sentence) - len(" mee."))
        value = int(span.of(text).split()[0])
        figures.append(
            Figure(
                id=mention_id(article.sha256, "figure", span), article=article.id, span=span, text=span.of(text),
                sentence=Span(at, at + len(sentence)), value=value, value_min=value, value_max=value,
                noun=Span(span.end - len("betogers"), span.end), noun_text="betogers",
                as_of=article.published, speaker="politie",
            )
        )  # fmt: skip
        at += len(sentence) + 1
    stored = StoredExtraction(
        extraction=Extraction(article, (), tuple(figures)), speaker_ids={}, speakers=(),
        block_keys={figure.id: frozenset() for figure in figures},
    )  # fmt: skip
    return stored, [(issue, figure.id) for issue, figure in zip(issues, figures, strict=True)]


def _star(issue: int, mentions: list[str]) -> Iterator[Relation]:
    """The relations of the first mention with the others, of several kinds."""
    for index, other in enumerate(mentions[1:]):
        kind = _KINDS[(issue + index) % len(_KINDS)]
        evidence = Evidence(f"“{1000 + issue}” is later than “{900 + index}” (+11%).", _LEVELS)
        score = 0.3 + ((issue * 31 + index * 17) % 600) / 1000
        yield Relation(
            left=mentions[0],
            right=other,
            kind=kind,
            score=score,
            evidence=evidence,
            detector="figure_interval",
        )


if __name__ == "__main__":
    build(Path(sys.argv[1]), int(sys.argv[2]))
