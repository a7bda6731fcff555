"""The check of a draft in plain text: one block a finding, worst first, readable without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import OUTCOME_MEANINGS, Change, Finding, Quote
from workbench.text.visible import one_line

if TYPE_CHECKING:
    from workbench.workflows.check_report import Report

WIDTH = 300
"""Longest excerpt; an editor needs the words, not the whole speech."""
RIGHT = ("verbatim", "supported")
"""Outcomes that are only counted, unless everything is asked for."""


def report_text(report: Report, *, everything: bool = False) -> str:
    """The whole report."""
    blocks = [_block(report, f) for f in report.findings if everything or f.outcome not in RIGHT]
    return "\n\n".join([*blocks, report.summary])


def _block(report: Report, finding: Finding) -> str:
    from workbench.workflows.check_report import line_of

    mention, proof = finding.mention, finding.proof
    name = finding.outcome.replace("_", " ").upper()
    who = mention.speaker or ("no speaker named" if isinstance(mention, Quote) else "no source named")
    place = f"{report.draft.name}:{line_of(report.draft, mention)}"
    lines = [f"{name} - {OUTCOME_MEANINGS[finding.outcome]}"]
    lines.append(f"  draft    {_clipped(mention.text, isinstance(mention, Quote))}")
    lines.append(f"           {who}; {place}, characters {mention.span.start}-{mention.span.end}")
    if proof:
        label = "primary" if proof.primary else "nearest" if finding.open else "article"
        said = proof.speaker or ("no speaker named" if isinstance(mention, Quote) else "no source named")
        lines.append(f"  {label}  {_clipped(proof.text, isinstance(mention, Quote))}")
        date = proof.as_of or proof.published or "no date"
        lines.append(
            f"           {said}; {proof.name}, {date}, characters {proof.span.start}-{proof.span.end}"
        )
    if finding.changes:
        lines.append(f"  words    {marked(finding.changes)}")
    lines.append(f"  why      {finding.reason}")
    return "\n".join(one_line(line) for line in lines)


def marked(changes: tuple[Change, ...]) -> str:
    """The difference in one line: ``[-in the article-]{+in the draft+}``."""
    out = []
    for step in changes:
        if step.tag == "equal":
            out.append(step.draft)
            continue
        gone, come = step.source.strip(), step.draft.strip()
        either = step.source or step.draft
        before, space = (" " if edge.isspace() else "" for edge in (either[:1], either[-1:]))
        out.append(before + (f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else "") + space)
    return "".join(out)


def _clipped(text: str, quoted: bool) -> str:
    line = " ".join(text.split())
    line = line if len(line) <= WIDTH else line[: WIDTH - 1] + "…"
    return f"“{line}”" if quoted else line
