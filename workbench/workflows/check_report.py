"""The report on a draft: counted, as rows, as a page."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, TextIO

from workbench import __version__
from workbench.export import atomic_write
from workbench.export.check_page import write_check
from workbench.model import OUTCOMES, Article, Change, Finding, Mention, Quote
from workbench.workflows.rows import figure_row, quote_row

__all__ = ["Report", "atomic_write", "finding_row", "line_of", "write_page"]


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

    def has(self, outcomes: Collection[str]) -> bool:
        """Whether a finding has one of the outcomes."""
        return any(finding.outcome in outcomes for finding in self.findings)


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
        "diff": [_step_row(step) for step in finding.changes],
    }


def _step_row(step: Change) -> dict[str, Any]:
    return {
        "op": step.tag,
        "source": step.source,
        "source_start": step.source_at.start,
        "source_end": step.source_at.end,
        "draft": step.draft,
        "draft_start": step.draft_at.start,
        "draft_end": step.draft_at.end,
    }


def write_page(report: Report, stream: TextIO) -> None:
    """The report as one HTML file that needs nothing else."""
    generator = f"workbench {__version__}"
    write_check(report.draft, report.findings, stream, generator=generator, summary=report.summary)


def line_of(draft: Article, mention: Mention) -> int:
    """The line of the draft that a mention starts on, from 1."""
    return draft.text.count("\n", 0, mention.span.start) + 1
