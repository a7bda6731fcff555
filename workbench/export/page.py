"""The parts of the HTML dossier that show one thing: a pair, a dispute, a list of notes, the sources."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from importlib.resources import files

from workbench.export.charts import drawable, timeline
from workbench.export.dossier import Dispute, Pair, Passage, Statement
from workbench.export.escaping import markup
from workbench.export.figures import interval
from workbench.model import GROUPS, Annotation, Article, Figure, Level
from workbench.model.claimset import ReviewedRelation
from workbench.text.diff import DiffOp

SHORT = 70
"""Characters of a mention that a heading shows."""
STATES = {
    "suggested": "Suggested, not decided",
    "accepted": "Accepted",
    "changed": "Changed",
    "rejected": "Set aside as unrelated",
    "skipped": "Skipped, not decided",
    "flagged": "Flagged for a second look",
}
"""Each state in words."""


def head(title: str, generator: str) -> Iterator[str]:
    """The start of a page up to its body; its policy lets nothing in but its own style."""
    style = files("workbench.export").joinpath("dossier.css").read_text("utf-8")
    content = f"\n{style}"
    digest = base64.b64encode(sha256(content.encode()).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f'<meta name="generator" content="{markup(generator)}">'
    yield f"<title>{markup(title)}</title>"
    yield f"<style>{content}</style>\n</head>"


def pair_html(pair: Pair) -> Iterator[str]:
    """A relation: heading, decision, both passages, word difference, levels, notes."""
    reviewed = pair.reviewed
    relation = reviewed.relation
    yield f'<article class="{GROUPS[reviewed.kind]}" id="{markup(relation.id)}">'
    yield (
        f'<h3><span class="kind">{kind_words(reviewed.kind)}</span> {markup(short(pair.left.exact))} '
        f'<span aria-hidden="true">↔</span><span class="hidden"> and </span> {markup(short(pair.right.exact))}</h3>'
    )
    yield f'<p class="decision">{decision(reviewed)}</p>'
    if relation.evidence.summary:
        reason = f" Reason: {markup(relation.evidence.reason)}." if relation.evidence.reason else ""
        yield f"<p>{markup(relation.evidence.summary)}{reason}</p>"
    yield '<div class="sides">'
    yield from _passage(pair.left)
    yield from _passage(pair.right)
    yield "</div>"
    ops = pair.words()
    if ops:
        yield "<h4>Word difference, left to right</h4>"
        yield f'<p class="diff" dir="auto">{diff(pair.left.exact, pair.right.exact, ops)}</p>'
    yield from _levels(relation.evidence.levels)
    yield from notes([("", note) for note in pair.notes])
    yield "</article>"


def decision(reviewed: ReviewedRelation) -> str:
    """State, who, when and note, in one line."""
    parts = [STATES[reviewed.state]]
    if reviewed.state == "changed":
        parts.append(f"from {kind_words(reviewed.relation.kind)}")
    if reviewed.by:
        parts.append(f"by {markup(reviewed.by)}")
    if reviewed.at:
        parts.append(f"on {moment(reviewed.at)}")
    if not reviewed.decided:
        parts.append(
            f"(suggested by {markup(reviewed.relation.detector)}, score {reviewed.relation.score:.2f})"
        )
    note = f"<br><q>{markup(reviewed.note)}</q>" if reviewed.note else ""
    return f"<strong>{parts[0]}</strong> {' '.join(parts[1:])}{note}"


def moment(at: str) -> str:
    """A UTC time for reading."""
    shown = at.replace("T", " ").removesuffix("Z")
    return f'<time datetime="{markup(at)}">{markup(shown)} UTC</time>' if at.endswith("Z") else markup(at)


def kind_words(kind: str) -> str:
    """A relation kind in words."""
    return kind.replace("_", " ")


def short(text: str) -> str:
    """Text for a heading."""
    line = " ".join(text.split())
    return line if len(line) <= SHORT else line[: SHORT - 1] + "…"


def diff(left: str, right: str, ops: Sequence[DiffOp]) -> str:
    """Words that went and words that came, marked by element, sign and label."""
    pieces = []
    for op in ops:
        gone, come = op.left.of(left), op.right.of(right)
        if op.tag == "equal":
            pieces.append(markup(gone))
            continue
        if gone.strip():
            pieces.append(f'<del><span class="hidden">only left: </span>[−{markup(gone.strip())}−]</del> ')
        if come.strip():
            pieces.append(f'<ins><span class="hidden">only right: </span>{{+{markup(come.strip())}+}}</ins> ')
    return "".join(pieces)


def dispute_html(dispute: Dispute, identity: str) -> Iterator[str]:
    """A disputed figure: drawing and table."""
    yield f'<section id="{identity}"><h3>{markup(short(dispute.title))}: {len(dispute.statements)} statements</h3>'
    if drawable(dispute):
        yield '<div class="wide" tabindex="0">'
        yield from timeline(dispute, identity)
        yield "</div>"
    head = ("As of", "Source", "As written", "Value", "Relation", "Article")
    yield from table(head, (_statement(statement) for statement in dispute.statements))
    yield "</section>"


def _statement(statement: Statement) -> tuple[str, ...]:
    passage = statement.passage
    figure = passage.mention
    assert isinstance(figure, Figure)
    published = "" if statement.dated or not statement.as_of else " (published)"
    stands = (
        f'<span class="kind {GROUPS[statement.kind]}">{kind_words(statement.kind)}</span>'
        if statement.kind
        else ""
    )
    return (
        f"{markup(statement.as_of or 'unknown')}{published}",
        markup(passage.speaker),
        f"<q>{markup(passage.exact)}</q>",
        markup(interval(figure)),
        stands or "compared with the others",
        markup(passage.article.name),
    )


def table(head: Sequence[str], rows: Iterable[Sequence[str]], caption: str = "") -> Iterator[str]:
    """A table whose cells are HTML already."""
    yield '<div class="wide" tabindex="0"><table>'
    if caption:
        yield f"<caption>{caption}</caption>"
    yield "<thead><tr>" + "".join(f'<th scope="col">{cell}</th>' for cell in head) + "</tr></thead><tbody>"
    for row in rows:
        cells = "".join(f"<td>{cell}</td>" for cell in row[1:])
        yield f'<tr><th scope="row">{row[0]}</th>{cells}</tr>'
    yield "</tbody></table></div>"


def _passage(passage: Passage) -> Iterator[str]:
    article = passage.article
    origin = ", ".join(
        markup(part) for part in (article.outlet, article.title and f"“{article.title}”") if part
    )
    span = passage.mention.span
    # White space counts inside the quotation, so that it stands on one line of markup.
    words = f"{markup(passage.before.lstrip())}<mark>{markup(passage.exact)}</mark>{markup(passage.after.rstrip())}"
    spoken = f' lang="{markup(article.lang)}"' if article.lang != "und" else ""
    yield f'<figure><blockquote dir="auto"{spoken}>{words}</blockquote>'
    yield f"<figcaption><strong>{markup(passage.speaker)}</strong><br>{markup(article.name)}"
    yield f"{' · ' + origin if origin else ''} · {markup(article.published or 'no date')}"
    yield f" · characters {span.start}–{span.end}</figcaption>"
    yield from notes([("", note) for note in passage.notes])
    yield "</figure>"


def _levels(levels: Sequence[Level]) -> Iterator[str]:
    if not levels:
        return
    rows = (
        (markup(lv.comparison), markup(lv.left), markup(lv.right), markup(lv.label), f"{lv.weight:+.2f}")
        for lv in levels
    )
    yield from table(("Compared", "Left", "Right", "Result", "Weight"), rows, "What was compared")


def notes(found: Iterable[tuple[str, Annotation]]) -> Iterator[str]:
    """Annotations as a list, each with what it stands on where that is not plain from its place."""
    items = [_note(where, note) for where, note in found]
    if items:
        yield '<ul class="notes">'
        yield from items
        yield "</ul>"


def _note(where: str, note: Annotation) -> str:
    on = f"{markup(short(where))} — " if where else ""
    value = f": {markup(note.value)}" if note.value else ""
    who = f'<span class="small">({markup(note.by)}, {moment(note.at)})</span>'
    return f"<li>{on}<strong>{note.kind}</strong>{value} {who}</li>"


def source_row(article: Article, mentions: int) -> tuple[str, ...]:
    """A row of the list of sources."""
    return (
        markup(article.name), markup(article.title or ""), markup(article.outlet or ""), markup(article.author or ""),
        markup(article.published or "unknown"), markup(article.lang), str(mentions), markup(article.url or ""),
        f"<code>{markup(article.sha256)}</code>",
    )  # fmt: skip
