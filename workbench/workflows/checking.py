"""A draft held against the workspace: every quote and figure with its best evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations, islice
from typing import Any, TextIO

from workbench import __version__
from workbench.compare import ArticleInfo, Comparable, SpeakerDirectory, block_keys
from workbench.compare.backing import judge_figure, judge_statement, paraphrased
from workbench.compare.checking import judge_quote
from workbench.compare.drafts import IN_MARKS, Draft, Known
from workbench.compare.when import days
from workbench.errors import ReadError
from workbench.export import atomic_write
from workbench.export.check_page import write_check
from workbench.model import OUTCOMES, Article, Extraction, Figure, Finding, Mention, Quote, Span
from workbench.store import MentionRow, Workspace
from workbench.workflows.comparing import comparable, stored_comparable
from workbench.workflows.extracting import extract_or_error
from workbench.workflows.rows import figure_row, quote_row

__all__ = ["Report", "atomic_write", "check", "finding_row", "is_date", "line_of", "write_page"]

LOOKED_UP = 6
"""Words of a quote that articles are looked up by; the longest are the rarest."""
ARTICLES = 24
"""Articles that a quote is held against, beside the pinned ones."""
PINNED = 50
"""Pinned articles that every quote is held against; further ones are found by their words like any article."""
CANDIDATES = 400
"""Known mentions that a figure or statement is held against."""
KEPT_IN_MEMORY = 128
"""Articles that stay prepared between two quotes."""
_NOT_CHECKED = frozenset({"title"})


@dataclass(frozen=True, slots=True)
class Report:
    """A draft and what was found of it."""

    draft: Article
    """The draft, with the date and language it was read by."""
    findings: tuple[Finding, ...]
    """Worst first; findings of one outcome as they stand in the draft."""

    @property
    def counts(self) -> dict[str, int]:
        """How many findings there are of each outcome that occurs, worst first."""
        found = [finding.outcome for finding in self.findings]
        return {outcome: found.count(outcome) for outcome in OUTCOMES if outcome in found}

    @property
    def summary(self) -> str:
        """The outcome in one line."""
        mend = sum(finding.to_mend for finding in self.findings)
        open_ = sum(finding.open for finding in self.findings)
        if not self.findings:
            return f"{self.draft.name}: no quote or figure found"
        counted = ", ".join(f"{count} {outcome.replace('_', ' ')}" for outcome, count in self.counts.items())
        return f"{self.draft.name}: {mend} to mend, {open_} not in the workspace, {len(self.findings)} checked ({counted})"

    def passes(self, *, strict: bool = False) -> bool:
        """Whether nothing has to be mended; with ``strict`` also whether everything was found."""
        return not any(finding.to_mend or (strict and finding.open) for finding in self.findings)


def check(workspace: Workspace, draft: Article, date: str | None = None, lang: str | None = None) -> Report:
    """Hold every quote and figure of a draft against the workspace.

    Args:
        workspace: open for reading.
        draft: the draft; when it was imported itself, it is no evidence.
        date: the draft's date, in EDTF; its own where None, else that of the latest article.
        lang: the draft's language; found where None.

    Raises:
        ReadError: the program failed on the draft.

    """
    published = date or draft.published or _latest(workspace)
    extraction = extract_or_error(replace(draft, published=published), lang)
    if isinstance(extraction, ReadError):
        raise extraction
    return Report(extraction.article, tuple(_in_order(_Check(workspace, extraction).findings())))


def _latest(workspace: Workspace) -> str | None:
    return max((row.published for row in workspace.articles() if row.published), default=None)


def _in_order(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda f: (OUTCOMES.index(f.outcome), f.mention.span, f.mention.id))


class _Check:
    """One run over one draft: what is pinned, who is who, and the articles prepared so far."""

    def __init__(self, workspace: Workspace, extraction: Extraction) -> None:
        self._workspace = workspace
        self._extraction = extraction
        self._own = extraction.article.id
        self._directory = SpeakerDirectory(workspace.stored_speakers())
        self._speakers = {
            old: row.speaker for row in workspace.speakers() for old in (row.speaker.id, *row.merged)
        }
        pins = [note.target for note in workspace.annotations() if note.kind == "pin"]
        self._pinned_mentions = {row.mention.id: row for row in workspace.mentions(pins)}
        articles = {row.id for row in workspace.articles()} - {self._own}
        self._pinned_articles = [pin for pin in pins if pin in articles]
        self._known = lru_cache(maxsize=KEPT_IN_MEMORY)(self._prepare)

    def findings(self) -> Iterator[Finding]:
        """A finding for each quote and figure that can be checked."""
        quotes: dict[str, Finding] = {}
        clauses = {q.in_quote for q in self._extraction.quotes if q.kind in IN_MARKS}
        for quote in self._extraction.quotes:
            # A clause around words in quotation marks is checked by those words.
            if quote.id not in clauses and not _NOT_CHECKED & set(quote.flags):
                quotes[quote.id] = self._quote(quote)
        counted = {figure.in_quote for figure in self._extraction.figures}
        # What is new in a reported statement with a figure is the figure, and that is checked by itself.
        yield from (f for id_, f in quotes.items() if f.outcome != "unsupported" or id_ not in counted)
        for figure in self._extraction.figures:
            yield self._figure(figure, quotes.get(figure.in_quote or ""))

    def _quote(self, quote: Quote) -> Finding:
        draft = Draft(self._comparable(quote))
        if quote.kind not in IN_MARKS:
            near = self._candidates(draft.comparable)
            return judge_statement(draft, self._articles(draft), near, self._primary(near))
        found = judge_quote(draft, self._articles(draft))
        if found.outcome != "not_found":
            return found
        near = self._candidates(draft.comparable)
        return paraphrased(draft, near, self._primary(near)) or found

    def _figure(self, figure: Figure, quote: Finding | None) -> Finding:
        if quote and quote.proof and quote.outcome in ("verbatim", "elided"):
            text = "it stands in a quote that is right"
            return Finding(mention=figure, outcome="supported", reason=text, proof=quote.proof)
        draft = self._comparable(figure)
        near = self._candidates(draft)
        return judge_figure(draft, near, self._primary(near))

    def _comparable(self, mention: Mention) -> Comparable:
        """A mention of the draft, its speaker as the workspace knows it."""
        article = self._extraction.article
        if not mention.speaker:
            return comparable(mention, article, None)
        found = self._directory.resolve(mention.speaker, article.id)
        speaker = self._speakers.get(found.id, found)
        return comparable(replace(mention, speaker=speaker.name), article, speaker.id)

    def _candidates(self, draft: Comparable) -> list[Comparable]:
        rows = self._workspace.candidates(block_keys(draft), self._own)
        return [_spoken(row) for row in islice(rows, CANDIDATES)]

    def _primary(self, known: Iterable[Comparable]) -> set[str]:
        pinned = set(self._pinned_articles)
        return {
            c.mention.id for c in known if c.article.id in pinned or c.mention.id in self._pinned_mentions
        }

    def _articles(self, draft: Draft) -> Iterator[Known]:
        """The pinned articles, then those that share the quote's rarest words."""
        wanted = dict.fromkeys(self._pinned_articles[:PINNED])
        wanted |= dict.fromkeys(row.article_id for row in self._pinned_mentions.values())
        limit = len(wanted) + ARTICLES
        for query in _queries(draft):
            if len(wanted) >= limit:
                break
            wanted |= dict.fromkeys(self._workspace.articles_with(query, limit - len(wanted)))
        return (self._known(article) for article in wanted if article != self._own)

    def _prepare(self, article_id: str) -> Known:
        article = self._workspace.article(article_id)
        rows = self._workspace.mentions_by_rowid(
            self._workspace.mention_ids(article=article_id, kind="quote")
        )
        info = ArticleInfo(
            article.id, article.name, article.published, article.outlet, article.lang, article.title, None
        )
        whole = article_id in self._pinned_articles
        pinned = [row.mention.span for row in self._pinned_mentions.values() if row.article_id == article_id]
        primary = [Span(0, len(article.text))] if whole else pinned
        return Known(info, article.text, article.span, tuple(map(_spoken, rows)), tuple(primary))


def _spoken(row: MentionRow) -> Comparable:
    """A stored mention under the speaker that it has now, the analyst's merges applied."""
    found = stored_comparable(row)
    return replace(found, mention=replace(found.mention, speaker=row.speaker_name))


def _queries(draft: Draft) -> Iterator[str]:
    """Searches for the quote's words: many at once, pairs, single ones; one word may have been changed."""
    words = sorted(draft.content or draft.wording.words, key=lambda word: (-len(word), word))[:LOOKED_UP]
    if len(words) > 2:
        yield " ".join(map(_phrase, words[:4]))
    yield from (" ".join(map(_phrase, pair)) for pair in combinations(words, 2))
    yield from map(_phrase, words)


def _phrase(word: str) -> str:
    return f'"{word}"'


def finding_row(report: Report, finding: Finding) -> dict[str, Any]:
    """A finding as ``check --format jsonl`` writes it."""
    mention, proof = finding.mention, finding.proof
    facts = quote_row(mention, {}) if isinstance(mention, Quote) else figure_row(mention, {})
    kind = (
        {"quote_kind": facts["kind"]}
        if isinstance(mention, Quote)
        else {"value": mention.value, "unit": mention.unit}
    )
    evidence = proof and {
        "article": proof.name,
        "article_id": proof.article,
        "published": proof.published,
        "start": proof.span.start,
        "end": proof.span.end,
        "text": proof.text,
        "speaker": proof.speaker,
        "as_of": proof.as_of,
        "primary": proof.primary,
        "mention": proof.mention,
    }
    return {
        "draft": report.draft.name,
        "kind": "quote" if isinstance(mention, Quote) else "figure",
        **kind,
        "start": mention.span.start,
        "end": mention.span.end,
        "line": line_of(report.draft, mention),
        "text": mention.text,
        "speaker": mention.speaker,
        "outcome": finding.outcome,
        "mend": finding.to_mend,
        "reason": finding.reason,
        "evidence": evidence,
        "diff": [{"op": step.tag, "source": step.source, "draft": step.draft} for step in finding.changes],
    }


def write_page(report: Report, stream: TextIO) -> None:
    """The report as one HTML file that needs nothing else."""
    generator = f"workbench {__version__}"
    write_check(report.draft, report.findings, stream, generator=generator, summary=report.summary)


def is_date(text: str) -> bool:
    """Whether a text is a date that comparisons understand: a year, month or day, or a range of them."""
    return days(text) is not None


def line_of(draft: Article, mention: Mention) -> int:
    """The line of the draft that a mention starts on, from 1."""
    return draft.text.count("\n", 0, mention.span.start) + 1
