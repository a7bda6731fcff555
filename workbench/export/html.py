"""The dossier as one HTML file that needs nothing else: no script, no request, nothing from an article is markup."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import TextIO

from workbench.export.base import Exporter
from workbench.export.dossier import GROUP_TITLES, Dispute, Dossier, issue_words
from workbench.export.escaping import markup
from workbench.export.page import (
    decision,
    dispute_html,
    head,
    kind_words,
    moment,
    notes,
    pair_html,
    short,
    source_row,
    table,
)
from workbench.model import DEFINITIONS, GROUPS, RelationGroup
from workbench.model.claimset import ClaimSet

LOSS = "attribution chains, offsets to the source bytes, article texts beyond the sentences shown, the log"
"""What a dossier does not carry."""


def write(claims: ClaimSet, stream: TextIO) -> None:
    """Write the page as a stream; the same set gives the same bytes."""
    dossier = Dossier(claims)
    for line in chain(head(claims.title, claims.generator), _body(dossier)):
        stream.write(line + "\n")


def _body(dossier: Dossier) -> Iterator[str]:
    disputes = list(dossier.disputes())
    yield "<body>\n<header>"
    yield from _summary(dossier)
    yield "</header>"
    yield from _contents(dossier, disputes)
    yield "<main>"
    yield from _disputes(disputes)
    yield from _issues(dossier)
    for group in GROUP_TITLES:
        if group != "none":
            yield from _group(dossier, group)
    yield from _set_aside(dossier)
    loose = list(dossier.loose_notes())
    if loose:
        yield '<section id="notes"><h2>Notes and tags</h2>'
        yield from notes(loose)
        yield "</section>"
    yield from _sources(dossier)
    yield from _method(dossier)
    yield "</main>\n</body>\n</html>"


def _summary(dossier: Dossier) -> Iterator[str]:
    claims = dossier.claims
    decided = sum(reviewed.decided for reviewed in claims.relations)
    yield f"<h1>{markup(claims.title)}</h1>"
    yield (
        f'<p class="meta">{len(claims.articles)} articles, {len(claims.mentions)} quotes and figures, '
        f"{len(claims.relations)} relations of which {decided} decided.</p>"
    )
    chosen = f"Selection: {markup(claims.filter)}. " if claims.filter else ""
    made = f"Made {moment(claims.generated)} by {markup(claims.generator)}." if claims.generated else ""
    yield f'<p class="meta">{chosen}{made}</p>'


def _contents(dossier: Dossier, disputes: list[Dispute]) -> Iterator[str]:
    yield '<nav aria-label="Contents"><ul>'
    if disputes:
        yield f'<li><a href="#figures">Disputed figures</a> ({len(disputes)})</li>'
    issues = sum(1 for _ in dossier.issues())
    if issues:
        yield f'<li><a href="#issues">Issues</a> ({issues})</li>'
    for group, (count, _decided) in dossier.counts().items():
        if count:
            yield f'<li><a href="#{group}">{GROUP_TITLES[group]}</a> ({count})</li>'
    if any(True for _ in dossier.loose_notes()):
        yield '<li><a href="#notes">Notes and tags</a></li>'
    yield '<li><a href="#sources">Sources</a></li><li><a href="#method">About this file</a></li></ul></nav>'


def _disputes(disputes: list[Dispute]) -> Iterator[str]:
    if not disputes:
        return
    yield '<section id="figures"><h2>Disputed figures</h2>'
    yield (
        '<p class="small">One row a statement. On the left the date it holds for, dashed where only the date of '
        "publication is known; on the right the values it allows: a dot is one value, a bar a range, an arrow an open "
        "end, a hollow end is not itself included.</p>"
    )
    for index, dispute in enumerate(disputes, 1):
        yield from dispute_html(dispute, f"figure-{index}")
    yield "</section>"


def _issues(dossier: Dossier) -> Iterator[str]:
    first = True
    for issue, pairs in dossier.issues():
        if first:
            yield '<section id="issues"><h2>Issues</h2>'
            first = False
        yield f'<h3>{markup(issue.question)}</h3>\n<p class="small">{markup(issue_words(issue))}</p>'
        for pair in pairs:
            yield from pair_html(pair)
    if not first:
        yield "</section>"


def _group(dossier: Dossier, group: RelationGroup) -> Iterator[str]:
    first = True
    for pair in dossier.pairs(group):
        if first:
            yield f'<section id="{group}"><h2>{GROUP_TITLES[group]}</h2>'
            first = False
        yield from pair_html(pair)
    if not first:
        yield "</section>"


def _set_aside(dossier: Dossier) -> Iterator[str]:
    """Unrelated pairs in a table: that they were looked at is worth keeping, their passages are not."""
    pairs = list(dossier.pairs("none"))
    if not pairs:
        return
    yield f'<section id="none"><h2>{GROUP_TITLES["none"]}</h2>'
    rows = (
        (
            markup(short(pair.left.exact)), markup(pair.left.article.name), markup(short(pair.right.exact)),
            markup(pair.right.article.name), decision(pair.reviewed),
        )
        for pair in pairs
    )  # fmt: skip
    yield from table(("Left", "Article", "Right", "Article", "Decision"), rows)
    yield "</section>"


def _sources(dossier: Dossier) -> Iterator[str]:
    mentions = Counter(mention.article for mention in dossier.claims.mentions)
    columns = (
        "Article",
        "Title",
        "Outlet",
        "Author",
        "Published",
        "Language",
        "Mentions",
        "Address",
        "SHA-256",
    )
    yield '<section id="sources"><h2>Sources</h2>'
    yield from table(
        columns, (source_row(article, mentions[article.id]) for article in dossier.claims.articles)
    )
    yield "</section>"


def _method(dossier: Dossier) -> Iterator[str]:
    used = {reviewed.kind for reviewed in dossier.claims.relations}
    yield '<section id="method"><h2>About this file</h2>'
    rows = ((kind_words(kind), GROUPS[kind], text) for kind, text in DEFINITIONS.items() if kind in used)
    if used:
        yield from table(("Kind", "Group", "Meaning"), rows, "The kinds of relations in this file")
    yield (
        "<p>Characters are counted as Unicode code points of the stored text, from 0, the end not included. Dates are as "
        "precise as their source gives them. Control and bidirectional characters of the articles are shown as marks.</p>"
    )
    yield f"<p>Not in this file: {LOSS}. The jsonl export has everything.</p>\n</section>"


EXPORTER = Exporter(
    name="html",
    description="Dossier for reading and printing: passages, word differences, time-lines, decisions; one file.",
    suffix=".html",
    lossless=False,
    write=write,
    loss=LOSS,
)
