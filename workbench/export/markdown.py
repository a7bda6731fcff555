"""The dossier in Markdown, for a text editor or a wiki; nothing from an article is markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from workbench.export.base import Exporter
from workbench.export.charts import describe
from workbench.export.dossier import GROUP_TITLES, Dispute, Dossier, Pair, Passage, issue_words
from workbench.export.escaping import markdown, markdown_line
from workbench.export.figures import interval
from workbench.export.page import STATES, kind_words, short
from workbench.model import DEFINITIONS, Annotation, Figure
from workbench.model.claimset import ClaimSet, ReviewedRelation
from workbench.text.diff import DiffOp

LOSS = (
    "attribution chains, offsets to the source bytes, article texts beyond the sentences shown, the log, "
    "the drawings of the html dossier (their values stand in tables)"
)
"""What the format does not carry."""
_OPEN, _CLOSE = "\ue000", "\ue001"
_NO_MARKS = str.maketrans({_OPEN: "\ufffd", _CLOSE: "\ufffd"})


def write(claims: ClaimSet, stream: TextIO) -> None:
    """Write the dossier as a stream; the same set gives the same bytes."""
    for line in _lines(Dossier(claims)):
        stream.write(line + "\n")


def _lines(dossier: Dossier) -> Iterator[str]:
    claims = dossier.claims
    decided = sum(reviewed.decided for reviewed in claims.relations)
    yield f"# {markdown_line(claims.title)}\n"
    yield (
        f"{len(claims.articles)} articles, {len(claims.mentions)} quotes and figures, {len(claims.relations)} "
        f"relations of which {decided} decided.\n"
    )
    if claims.filter:
        yield f"Selection: {markdown_line(claims.filter)}\n"
    if claims.generated:
        yield f"Made {markdown_line(claims.generated)} by {markdown_line(claims.generator)}.\n"
    yield from _disputes(dossier.disputes())
    for index, (issue, pairs) in enumerate(dossier.issues()):
        if index == 0:
            yield "## Issues\n"
        yield f"### {markdown_line(issue.question)}\n"
        yield f"{issue_words(issue)}\n"
        for pair in pairs:
            yield from _pair(pair, "####")
    for group, title in GROUP_TITLES.items():
        for index, pair in enumerate(dossier.pairs(group)):
            if index == 0:
                yield f"## {title}\n"
            yield from _pair(pair)
    yield from _notes("## Notes and tags\n", dossier.loose_notes())
    yield from _sources(dossier)
    yield from _method(dossier)


def _disputes(disputes: Iterable[Dispute]) -> Iterator[str]:
    for index, dispute in enumerate(disputes):
        if index == 0:
            yield "## Disputed figures\n"
        yield f"### {markdown_line(short(dispute.title))}: {len(dispute.statements)} statements\n"
        yield from _table(
            ("As of", "Source", "As written", "Value", "Relation", "Article"),
            (
                (
                    (s.as_of or "unknown") + ("" if s.dated or not s.as_of else " (published)"),
                    s.passage.speaker,
                    s.passage.exact,
                    interval(s.passage.mention) if isinstance(s.passage.mention, Figure) else describe(s),
                    kind_words(s.kind) if s.kind else "compared with the others",
                    s.passage.article.name,
                )
                for s in dispute.statements
            ),
        )


def _pair(pair: Pair, heading: str = "###") -> Iterator[str]:
    reviewed = pair.reviewed
    evidence = reviewed.relation.evidence
    left, right = (markdown_line(short(side.exact)) for side in (pair.left, pair.right))
    yield f"{heading} {kind_words(reviewed.kind)}: {left} ↔ {right}\n"
    yield _decision(reviewed) + "\n"
    if evidence.summary:
        reason = f" Reason: {markdown_line(evidence.reason)}." if evidence.reason else ""
        yield f"{markdown_line(evidence.summary)}{reason}\n"
    yield from _passage(pair.left)
    yield from _passage(pair.right)
    ops = pair.words()
    if ops:
        yield f"Word difference: {_diff(pair.left.exact, pair.right.exact, ops)}\n"
    if evidence.levels:
        rows = ((lv.comparison, lv.left, lv.right, lv.label, f"{lv.weight:+.2f}") for lv in evidence.levels)
        yield from _table(("Compared", "Left", "Right", "Result", "Weight"), rows)
    yield from _notes("", (("", note) for note in (*pair.notes, *pair.left.notes, *pair.right.notes)))


def _decision(reviewed: ReviewedRelation) -> str:
    parts = [f"**{STATES[reviewed.state]}**"]
    if reviewed.state == "changed":
        parts.append(f"from {kind_words(reviewed.relation.kind)}")
    if reviewed.by:
        parts.append(f"by {markdown_line(reviewed.by)}")
    if reviewed.at:
        parts.append(f"on {markdown_line(reviewed.at)}")
    if not reviewed.decided:
        parts.append(
            f"(suggested by {markdown_line(reviewed.relation.detector)}, score {reviewed.relation.score:.2f})"
        )
    return " ".join(parts) + (f": {markdown_line(reviewed.note)}" if reviewed.note else "")


def _passage(passage: Passage) -> Iterator[str]:
    """The sentence as a quotation, the mention between marks of its own."""
    article, span = passage.article, passage.mention.span
    parts = (passage.before.lstrip(), passage.exact, passage.after.rstrip())
    before, exact, after = (part.translate(_NO_MARKS) for part in parts)
    quoted = (
        markdown(f"{before}{_OPEN}{exact}{_CLOSE}{after}")
        .replace(_OPEN, "**\\[**")
        .replace(_CLOSE, "**\\]**")
    )
    yield "\n".join(f"> {line}".rstrip() for line in quoted.split("\n"))
    origin = [article.name, article.outlet, article.title, article.published or "no date"]
    named = ", ".join(markdown_line(part) for part in origin if part)
    yield f">\n> — {markdown_line(passage.speaker)}; {named}; characters {span.start}–{span.end}\n"


def _diff(left: str, right: str, ops: Sequence[DiffOp]) -> str:
    pieces = []
    for op in ops:
        gone, come = op.left.of(left), op.right.of(right)
        if op.tag == "equal":
            pieces.append(gone)
            continue
        pieces.append(f"[-{gone.strip()}-]" if gone.strip() else "")
        pieces.append(f"{{+{come.strip()}+}}" if come.strip() else "")
        pieces.append(" " if (gone or come)[-1:].isspace() else "")
    return markdown_line("".join(pieces))


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(markdown_line(cell) for cell in row)} |"
    yield ""


def _notes(heading: str, found: Iterable[tuple[str, Annotation]]) -> Iterator[str]:
    items = list(found)
    if not items:
        return
    if heading:
        yield heading
    for where, note in items:
        on = f"{markdown_line(short(where))}: " if where else ""
        value = f": {markdown_line(note.value)}" if note.value else ""
        yield f"- {on}{note.kind}{value} ({markdown_line(note.by)}, {markdown_line(note.at)})"
    yield ""


def _sources(dossier: Dossier) -> Iterator[str]:
    yield "## Sources\n"
    yield from _table(
        ("Article", "Title", "Outlet", "Author", "Published", "Language", "Address", "SHA-256"),
        (
            (
                a.name,
                a.title or "",
                a.outlet or "",
                a.author or "",
                a.published or "unknown",
                a.lang,
                a.url or "",
                a.sha256,
            )
            for a in dossier.claims.articles
        ),
    )


def _method(dossier: Dossier) -> Iterator[str]:
    used = {reviewed.kind for reviewed in dossier.claims.relations}
    yield "## About this file\n"
    for kind, text in DEFINITIONS.items():
        if kind in used:
            yield f"- {kind_words(kind)}: {text}"
    yield "\nThe mention stands between **\\[** and **\\]**; \\[-words-\\] are only left, {+words+} only right. Characters"
    yield "are counted as Unicode code points of the stored text, from 0, the end not included."
    yield f"\nNot in this file: {LOSS}. The jsonl export has everything."


EXPORTER = Exporter(
    name="markdown",
    description="Dossier in Markdown: passages, word differences, disputed figures, decisions.",
    suffix=".md",
    lossless=False,
    write=write,
    loss=LOSS,
)
