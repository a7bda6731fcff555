"""An issue: one line in the inbox, what is below the list, and the head of its own screen."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.model import Annotation, Figure
from workbench.model.issue import Issue
from workbench.store.rows import MentionRow
from workbench.tui.display import Line, Piece, Role
from workbench.tui.layout import cell, clip, flow, rule, width_of
from workbench.tui.presenters.chart import Mark, chart
from workbench.tui.presenters.figures import interval, number
from workbench.tui.presenters.timeline import ordered, when
from workbench.workflows.issues import IssueView

OPEN, SPREAD, BARRED, ORIGINS, SOURCES = 11, 17, 26, 8, 26
"""Widths of the columns; the values have more in a wide terminal, the question has what is left."""
WIDE, ROOMY, NARROW = 129, 109, 60
"""From WIDE on sources have a column, from ROOMY on values have bars, under NARROW there is only the question."""
LEAST_SOURCE = 12
"""Cells that a source behind the question must have, not to be a letter or two."""
BARS = "▁▂▃▄▅▆▇█"
MARKS = 8
"""Values drawn in one line, at most: the first and the last."""
SIDES = 4
"""Mentions shown below the list."""
CHARTED = 10
"""Figures drawn at the head of an issue's screen, at most."""


def issue_header(width: int) -> Line:
    """Heads over :func:`issue_row`, one cell further right for the gutter."""
    sizes = _sizes(width - 1)
    names = ("open", "question", "values", "origins", "sources")
    return (cell("", 1), *(cell(name, size, "head") for name, size in zip(names, sizes, strict=True) if size))


def issue_row(view: IssueView, width: int) -> Line:
    """What is open, the question, the values over time, how many origins, the sources."""
    issue = view.issue
    open_, asked, spread, origins, sources = _sizes(width)
    role: Role = "text" if issue.open else "dim"
    values = spread_text(issue, spread - 1) if spread else ""
    # A question on words has no values: it may run on into their column.
    room = asked if values else asked + spread
    line = [_open(issue, open_), *_asked(issue, room, role, apart=not sources)]
    if values:
        line.append(cell(clip(values, spread - 1), spread))
    if spread:
        line.append(cell(origins_text(issue), origins, "dim"))
    if sources:
        line.append(cell(", ".join(issue.sources) or "no source named", sources, "dim"))
    return tuple(line)


def _asked(issue: Issue, size: int, role: Role, *, apart: bool) -> Line:
    """The question; with its first source where no column has the sources and there is room."""
    asked = clip(Piece(issue.question).text, size - 1)
    source = f" · {issue.sources[0]}" if apart and issue.sources else ""
    used = width_of((Piece(asked),))
    room = size - 1 - used
    shown = clip(Piece(source).text, room) if room >= LEAST_SOURCE else ""
    return Piece(asked, role), cell(shown, size - used, "dim")


def _sizes(width: int) -> tuple[int, int, int, int, int]:
    """Widths of the columns; 0 for one that is left out."""
    spread, origins = (BARRED if width >= ROOMY else SPREAD, ORIGINS) if width >= NARROW else (0, 0)
    sources = SOURCES if width >= WIDE else 0
    return OPEN, max(4, width - OPEN - spread - origins - sources), spread, origins, sources


def _open(issue: Issue, size: int) -> Piece:
    """A sign and numbers: conflicts of all that is open, or how much was decided."""
    if issue.open_conflicts:
        return cell(f"! {issue.open_conflicts} of {issue.open}", size, "conflict")
    if issue.open:
        return cell(f"○ {issue.open}", size, "strong")
    return cell(
        f"✓ {issue.decided}" if issue.decided else "↷ skipped", size, "good" if issue.decided else "dim"
    )


def spread_text(issue: Issue, width: int) -> str:
    """Lowest and highest value, with a bar for each over time where there is room; empty for quotes."""
    ends = [end for stated in issue.spread for end in (stated.low, stated.high) if end is not None]
    if not ends or min(ends) == max(ends):
        return issue.spread[0].text if issue.spread else ""
    span, drawn = f"{number(min(ends))}–{number(max(ends))}", bars(issue)
    return f"{span} {drawn}" if len(span) + len(drawn) < width else span


def bars(issue: Issue) -> str:
    """A bar for each value over time, the lowest lowest; of many the first and the last."""
    middles = []
    for stated in issue.spread:
        known = [end for end in (stated.low, stated.high) if end is not None]
        if known:
            middles.append(sum(known) / len(known))
    if len(middles) > MARKS:
        middles = middles[: MARKS // 2] + middles[-MARKS // 2 :]
    low, high = min(middles, default=0.0), max(middles, default=0.0)
    scale = (len(BARS) - 1) / (high - low) if high > low else 0.0
    return "".join(BARS[round((middle - low) * scale)] for middle in middles)


def origins_text(issue: Issue) -> str:
    """How many independent origins, and of how many articles where copies are among them."""
    return str(issue.articles) if issue.origins == issue.articles else f"{issue.origins} of {issue.articles}"


def issue_preview(view: IssueView, width: int, notes: Sequence[Annotation] = ()) -> list[Line]:
    """The question in full, its notes and the first mentions, a line each; as many lines for every issue."""
    asked = clip(view.issue.question, width - 2)
    said = "; ".join(f"{note.kind} {note.value}".strip() for note in notes)
    room = width - 5 - width_of((Piece(asked),))
    aside = Piece(f" · {clip(Piece(said).text, room)}", "strong") if said and room > 8 else Piece("")
    lines = [rule(width), (Piece(f" {asked}", "title"), aside)]
    lines += [_side(row, width) for row in _leader_first(view)[:SIDES]]
    return [*lines, *[(Piece(""),)] * (SIDES + 2 - len(lines))]


def _leader_first(view: IssueView) -> list[MentionRow]:
    return sorted(view.mentions, key=lambda row: row.mention.id != view.issue.representative)


def _side(row: MentionRow, width: int) -> Line:
    source = clip(row.speaker_name or "no source", max(8, width // 4))
    head = f" {when(row) or 'undated':<11}"
    room = max(0, width - len(head) - len(source) - 2)
    return Piece(head, "dim"), Piece(f"{source}: ", "strong"), Piece(clip(Piece(row.mention.text).text, room))


def issue_head(view: IssueView, width: int) -> list[Line]:
    """Question, counts, and the mentions side by side: figures on one scale, quotes one under the other."""
    issue = view.issue
    lines = list(flow([Piece(issue.question, "title")], width, " "))
    lines.append((Piece(f" {counts_text(issue)}", "dim"),))
    figures = ordered(view.mentions)
    drawn = chart([_mark(row) for row in figures[:CHARTED]], width) if figures else []
    if drawn:
        return [*lines, *drawn, *_more(len(figures) - CHARTED)]
    lines += [_side(row, width) for row in view.mentions[:CHARTED]]
    return [*lines, *_more(len(view.mentions) - CHARTED)]


def counts_text(issue: Issue) -> str:
    """How much is open and decided, and how many sources are independent."""
    conflicts = f", {issue.open_conflicts} of them conflicts" if issue.open_conflicts else ""
    origins = f", {issue.origins} {'origin' if issue.origins == 1 else 'origins'}"
    articles = f"{issue.articles} {'article' if issue.articles == 1 else 'articles'}"
    return f"{issue.open} to decide{conflicts}, {issue.decided} decided · {articles}{origins}"


def _mark(row: MentionRow) -> Mark:
    figure = row.mention
    assert isinstance(figure, Figure)
    return Mark(
        f" {when(row) or 'undated'}", figure, f"{interval(figure)}  {row.speaker_name or 'no source named'}"
    )


def _more(count: int) -> Sequence[Line]:
    return [(Piece(f" and {count} more", "dim"),)] if count > 0 else []
