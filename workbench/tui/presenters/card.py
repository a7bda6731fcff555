"""The compare card: two passages, what differs, and why the relation is suggested."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model import DEFINITIONS, Article, Figure, Level, Quote, Span
from workbench.store.rows import MentionRow, RelationRow
from workbench.text.diff import word_diff
from workbench.tui.display import Line, Piece, Role, kind_piece, kind_word, state_piece
from workbench.tui.layout import cell, clip, flow, marked_text, rule, side_by_side, width_of
from workbench.tui.presenters.chart import LEGEND, Mark, chart
from workbench.tui.presenters.figures import interval, unit_word

STACKED = 70
"""Under this width the passages stand below each other."""
CONTEXT = (0, 160, 500, 1500)
"""Code points added on each side of the sentence at each level of context."""
SAME_STATEMENT = ("repeats", "variant", "misquotes", "misattributed")
"""Kinds whose two sides are wordings of one statement; for the others a word difference is noise."""
ENOUGH_IN_COMMON = 0.4
"""From this share of the shorter wording on, the differences say more than both wordings side by side."""
LONGEST = 900
"""A passage is cut to a window of this many code points around the mention."""


@dataclass(frozen=True, slots=True)
class CardView:
    """Everything the card shows."""

    row: RelationRow
    """The relation."""
    diff: bool | None = None
    """Whether word differences are shown; None leaves it to how much the wordings have in common."""
    context: int = 0
    """Level of context, an index into ``CONTEXT``."""
    articles: tuple[Article | None, Article | None] = (None, None)
    """Both articles, needed from context level 1 on."""
    notes: tuple[tuple[str, str, str], ...] = ()
    """Annotations: kind, value, who."""


def card(view: CardView, width: int) -> list[Line]:
    """The lines of the card: passages, what is suggested, how they differ, what was compared."""
    row = view.row
    out = [*_passages(view, width), *suggestion(row, width)]
    drawn = _figures(row, width)
    if drawn:
        out += [rule(width, "values"), *drawn]
    elif shows_words(view):
        out += [rule(width, "words"), *words(row.left.mention.text, row.right.mention.text, width)]
    out += [rule(width, "why"), *why(row, width)]
    for kind, value, by in view.notes:
        out += flow([Piece(f"{kind} ", "warn"), Piece(value), Piece(f"  {by}", "dim")], width, " ")
    return out


def shows_words(view: CardView) -> bool:
    """Whether the words section is shown: as chosen, else for wordings of one statement that have enough in common."""
    if view.diff is not None:
        return view.diff
    if view.row.relation.kind not in SAME_STATEMENT:
        return False
    left, right = view.row.left.mention.text, view.row.right.mention.text
    equal = sum(len(op.left) for op in word_diff(left, right) if op.tag == "equal")
    return equal >= ENOUGH_IN_COMMON * min(len(left), len(right))


def _passages(view: CardView, width: int) -> list[Line]:
    stacked = width < STACKED
    size = width if stacked else (width - 3) // 2
    left = passage("A", view.row.left, view.articles[0], view.context, size)
    right = passage("B", view.row.right, view.articles[1], view.context, size)
    return [*left, rule(width), *right] if stacked else side_by_side(left, right, width)


def passage(side: str, row: MentionRow, article: Article | None, context: int, width: int) -> list[Line]:
    """Where the mention stands, who says it, and its sentence with the mention marked."""
    head = (Piece(f" {side} ", "title"), Piece(clip(heading(row), width - 3), "strong"))
    who = flow([Piece(attribution(row), "dim")], width, "   ")[:2]
    text, start = _window(row, article, context)
    marks = mention_marks(row, start, len(text))
    pieces = bracketed(text, marks)
    return [head, *who, *flow(pieces, width, " ")]


def heading(row: MentionRow) -> str:
    """Date, outlet and article."""
    return " · ".join(part for part in (row.published or "undated", row.outlet, row.article_name) if part)


def attribution(row: MentionRow) -> str:
    """What the mention is and who says it."""
    mention = row.mention
    speaker = row.speaker_name or mention.speaker or "no source"
    if isinstance(mention, Quote):
        if len(mention.chain) > 1:
            speaker = " ← ".join((speaker, *reversed(mention.chain[:-1])))
        kind = "post" if mention.kind == "post" else f"{mention.kind} quote"
        return " · ".join(part for part in (speaker, kind, mention.date) if part)
    parts = (speaker, interval(mention), f"as of {mention.as_of}" if mention.as_of else None)
    return " · ".join(part for part in parts if part)


def _window(row: MentionRow, article: Article | None, context: int) -> tuple[str, int]:
    """The text to show and where it starts in the article: the sentence, or a window of it, or more than it."""
    span = row.mention.span
    text, start = row.context, row.context_start
    if context and article is not None:
        extra = CONTEXT[context]
        start = max(0, row.context_start - extra)
        text = article.text[start : row.context_start + len(row.context) + extra]
    limit = LONGEST + 2 * CONTEXT[context]
    if len(text) > limit:
        offset = max(0, min(span.start - start - limit // 3, len(text) - limit))
        text, start = text[offset : offset + limit], start + offset
    return text, start


def mention_marks(row: MentionRow, start: int, length: int) -> list[tuple[Span, Role]]:
    """The spans of source, cue and mention inside a text that starts at ``start`` of the article."""
    mention = row.mention
    spans: list[tuple[Span | None, Role]] = [(mention.source, "strong")]
    if isinstance(mention, Quote):
        spans.append((mention.cue, "strong"))
    spans.append((mention.span, "current"))
    return [(moved, role) for span, role in spans if (moved := _moved(span, start, length)) is not None]


def _moved(span: Span | None, start: int, length: int) -> Span | None:
    if span is None or span.end <= start or span.start >= start + length:
        return None
    return Span(max(0, span.start - start), min(length, span.end - start))


def bracketed(text: str, marks: list[tuple[Span, Role]]) -> list[Piece]:
    """The text with its marks, the mention set between ``>>`` and ``<<`` so that it shows without colour."""
    pieces: list[Piece] = []
    inside = False
    for piece in marked_text(text, marks):
        if (piece.role == "current") != inside:
            inside = not inside
            pieces.append(Piece(">>" if inside else "<<", "current"))
        pieces.append(piece)
    return [*pieces, Piece("<<", "current")] if inside else pieces


def _figures(row: RelationRow, width: int) -> list[Line]:
    marks = [
        mark for mark in (_mark("A", row.left, "figure"), _mark("B", row.right, "quote")) if mark is not None
    ]
    lines = chart(marks, width) if len(marks) == 2 else []
    return [*lines, (Piece(" " + clip(LEGEND, width - 1), "dim"),)] if lines else []


def _mark(side: str, row: MentionRow, role: Role) -> Mark | None:
    figure = row.mention
    if not isinstance(figure, Figure):
        return None
    when = figure.as_of or row.published or "undated"
    return Mark(f" {side} {when}", figure, f"{interval(figure)} {unit_word(figure)}", role)


def words(left: str, right: str, width: int) -> list[Line]:
    """Both wordings in one, what only A has as ``[-…-]`` and what only B has as ``{+…+}``."""
    pieces: list[Piece] = []
    for op in word_diff(left, right):
        gone, come = op.left.of(left), op.right.of(right)
        if op.tag == "equal":
            pieces.append(Piece(gone, "text"))
            continue
        edge = gone or come
        pieces.append(Piece(" " if edge[:1].isspace() else ""))
        if gone.strip():
            pieces.append(Piece(f"[-{gone.strip()}-]", "gone"))
        if come.strip():
            pieces.append(Piece(f"{{+{come.strip()}+}}", "come"))
        pieces.append(Piece(" " if edge[-1:].isspace() else ""))
    return flow(pieces, width, " ")


def suggestion(row: RelationRow, width: int) -> list[Line]:
    """The kind suggested, what became of it, and the reason in one sentence."""
    relation, evidence = row.relation, row.relation.evidence
    head = [
        Piece("── ", "rule"),
        kind_piece(relation.kind),
        Piece(f"  {relation.score:.2f}  ", "dim"),
        *([] if row.learnt is None else [Piece(f"learnt {row.look:.2f}  ", "dim")]),
        state_piece(row.state),
    ]
    if row.kind != relation.kind:
        head += [Piece(" → ", "dim"), kind_piece(row.kind)]
    if row.by:
        head += [Piece(f" by {row.by}", "dim")]
    head.append(Piece(" "))
    head.append(Piece("─" * max(0, width - width_of(tuple(head))), "rule"))
    extras = [part for part in (evidence.subtype, evidence.reason) if part]
    summary = evidence.summary + (f" ({', '.join(extras)})" if extras else "")
    return [tuple(head), *flow([Piece(summary)], width, " ")]


def why(row: RelationRow, width: int) -> list[Line]:
    """Every comparison with what it adds to the score, the note, and what the kind means."""
    relation = row.relation
    out: list[Line] = []
    for level in relation.evidence.levels:
        out += _level(level, width)
    if row.note:
        out += flow([Piece("note ", "warn"), Piece(row.note)], width, " ")
    meaning = f"{kind_word(relation.kind)}: {DEFINITIONS[relation.kind]}  [{relation.detector}]"
    return [*out, *flow([Piece(meaning, "dim")], width, " ")]


def _level(level: Level, width: int) -> list[Line]:
    sign: Role = "good" if level.weight > 0 else "bad" if level.weight < 0 else "dim"
    pieces = [
        cell(level.comparison, 11, "dim"),
        Piece(f"{level.weight:+.1f} ", sign),
        Piece(level.label.strip()),
    ]
    if level.left or level.right:
        pieces.append(Piece(f"   {level.left or '—'} | {level.right or '—'}", "dim"))
    first, *rest = flow(pieces, width, " ")
    return [first, *((Piece(" " * 17), *line[1:]) for line in rest)]
