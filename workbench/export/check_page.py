"""The check of a draft as one HTML file for an editor: no script, no request, nothing from a text is markup."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TextIO

from workbench.export.escaping import markup
from workbench.export.page import head, short
from workbench.model import OUTCOME_MEANINGS, OUTCOMES, Article, Change, Finding, Outcome, Quote

TONES: dict[Outcome, str] = {
    "other_speaker": "conflict", "altered": "conflict", "conflicts": "conflict", "outdated": "differs",
    "not_found": "differs", "unsupported": "differs", "translated": "same", "elided": "same",
    "supported": "fits", "verbatim": "fits",
}  # fmt: skip
"""Which of the dossier's colours an outcome has; its name always stands beside it."""


def write_check(
    draft: Article, findings: Sequence[Finding], stream: TextIO, *, generator: str, summary: str
) -> None:
    """Write the page.

    Args:
        draft: the draft.
        findings: what was found of it, worst first.
        stream: where the page goes.
        generator: name and version of the program.
        summary: the outcome in one line.

    """
    for line in (*head(f"Check of {draft.name}", generator), *_body(draft, findings, summary)):
        stream.write(line + "\n")


def _body(draft: Article, findings: Sequence[Finding], summary: str) -> Iterator[str]:
    yield f"<body>\n<header><h1>Check of {markup(draft.name)}</h1>"
    yield f'<p class="meta">Read as of {markup(draft.published or "no date")}. {markup(summary)}.</p></header>'
    counts = Counter(finding.outcome for finding in findings)
    present = [outcome for outcome in OUTCOMES if counts[outcome]]
    yield '<nav aria-label="Contents"><ul>'
    yield from (f'<li><a href="#{o}">{_words(o)}</a> ({counts[o]})</li>' for o in present)
    yield "</ul></nav>\n<main>"
    number = 0
    for outcome in present:
        yield f'<section id="{outcome}"><h2>{_words(outcome)}: {OUTCOME_MEANINGS[outcome]}</h2>'
        for finding in findings:
            if finding.outcome == outcome:
                number += 1
                yield from _finding(draft, finding, number)
        yield "</section>"
    yield "</main>\n</body>\n</html>"


def _finding(draft: Article, finding: Finding, number: int) -> Iterator[str]:
    mention = finding.mention
    line = draft.text.count("\n", 0, mention.span.start) + 1
    yield f'<article class="{TONES[finding.outcome]}" id="finding-{number}">'
    yield f'<h3><span class="kind">{_words(finding.outcome)}</span> {markup(short(mention.text))}</h3>'
    yield f'<p class="decision">{markup(finding.reason)}</p>'
    yield '<div class="sides">'
    before, after = _around(draft, finding)
    who = mention.speaker or ("no speaker named" if isinstance(mention, Quote) else "no source named")
    yield from _side(
        "Draft",
        before,
        mention.text,
        after,
        [who, f"line {line}", _place(mention.span.start, mention.span.end)],
    )
    proof = finding.proof
    if proof:
        end = proof.at + len(proof.text)
        origin = [
            proof.speaker or "no speaker named",
            proof.name,
            proof.as_of or proof.published or "no date",
        ]
        yield from _side(
            "Primary text" if proof.primary else "Nearest" if finding.open else "Article",
            proof.context[: proof.at], proof.text, proof.context[end:],
            [*origin, _place(proof.span.start, proof.span.end)],
        )  # fmt: skip
    yield "</div>"
    if finding.changes:
        yield "<h4>Word difference, from the article to the draft</h4>"
        yield f'<p class="diff" dir="auto">{_changes(finding.changes)}</p>'
    yield "</article>"


def _around(draft: Article, finding: Finding) -> tuple[str, str]:
    """The sentence of the draft around a mention."""
    span, sentence = finding.mention.span, finding.mention.sentence
    text = draft.text
    return text[min(sentence.start, span.start) : span.start][-300:], text[
        span.end : max(sentence.end, span.end)
    ][:300]


def _side(title: str, before: str, exact: str, after: str, facts: Sequence[str]) -> Iterator[str]:
    words = f"{markup(before.lstrip())}<mark>{markup(exact)}</mark>{markup(after.rstrip())}"
    yield f'<figure><figcaption><strong>{title}</strong></figcaption><blockquote dir="auto">{words}</blockquote>'
    yield f"<figcaption>{' · '.join(markup(fact) for fact in facts)}</figcaption></figure>"


def _changes(changes: Sequence[Change]) -> str:
    pieces = []
    for step in changes:
        if step.tag == "equal":
            pieces.append(markup(step.draft))
            continue
        if (step.source or step.draft)[:1].isspace():
            pieces.append(" ")
        if step.source.strip():
            pieces.append(
                f'<del><span class="hidden">in the article: </span>[−{markup(step.source.strip())}−]</del> '
            )
        if step.draft.strip():
            pieces.append(
                f'<ins><span class="hidden">in the draft: </span>{{+{markup(step.draft.strip())}+}}</ins> '
            )
    return "".join(pieces)


def _place(start: int, end: int) -> str:
    return f"characters {start}–{end}"


def _words(outcome: Outcome) -> str:
    return outcome.replace("_", " ")
