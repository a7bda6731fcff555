"""One line for each thing that stands in a list: articles, speakers, hits, events."""

from __future__ import annotations

from workbench.model import Event
from workbench.store.rows import ArticleRow, Hit, SpeakerRow
from workbench.tui.display import Line, Role
from workbench.tui.layout import cell, clip

NARROW, WIDE = 60, 100
"""Under NARROW only the columns that name the row are shown; from WIDE on also where an article comes from."""
ORIGIN = 24
"""Cells for where an article comes from."""


def article_header(width: int) -> Line:
    """Heads over :func:`article_row`."""
    size = _rest(width, _columns(width) + 1)
    head = [cell("", 1), cell("date", 10, "head"), cell("article", size, "head")]
    if width >= NARROW:
        head += [
            cell("lang", 6, "head"),
            cell("quotes", 8, "head"),
            cell("figures", 9, "head"),
            cell("compared", 9, "head"),
        ]
    if width >= WIDE:
        head.append(cell("origin", ORIGIN, "head"))
    return tuple(head)


def _columns(width: int) -> int:
    """Cells of all columns but the article's."""
    return (42 if width >= NARROW else 10) + (ORIGIN if width >= WIDE else 0)


def article_row(row: ArticleRow, width: int) -> Line:
    """Date, title or name, language and counts; in a wide terminal what it shares with others."""
    size = _rest(width, _columns(width))
    name = " · ".join(part for part in (row.outlet, row.title, row.name) if part)
    line = [cell(row.published or "undated", 10, "dim"), cell(clip(name, size - 1), size)]
    if width >= NARROW:
        line += [
            cell(row.lang, 6, "dim"), cell(f"{row.quotes:>6}", 8), cell(f"{row.figures:>7}", 9),
            cell("✓ yes" if row.compared else "○ no", 9, "good" if row.compared else "warn"),
        ]  # fmt: skip
    if width >= WIDE:
        line.append(cell(origin_words(row), ORIGIN, "warn" if row.shared else "dim"))
    return tuple(line)


def origin_words(row: ArticleRow) -> str:
    """How much of it earlier articles have, which one, and the agencies it is credited to."""
    shared = f"{row.shared:.0%} {row.origin or 'of others'}" if row.shared else ""
    return " ".join(part for part in ("/".join(row.credits), shared) if part)


def speaker_header(width: int) -> Line:
    """Heads over :func:`speaker_row`."""
    name, spellings = _speaker_columns(width)
    return (
        cell("", 1), cell("mentions", 9, "head"), cell("speaker", name, "head"), cell("kind", 13, "head"),
        cell("also written", spellings, "head"),
    )  # fmt: skip


def speaker_row(row: SpeakerRow, width: int, marked: str | None = None) -> Line:
    """Count, name, kind and the other spellings; the speaker marked for a merge has a sign."""
    name, spellings = _speaker_columns(width)
    speaker = row.speaker
    others = ", ".join(spelling for spelling in speaker.spellings if spelling != speaker.name)
    is_marked = marked == speaker.id
    sign = "» " if is_marked else ""
    merged = f" (+{len(row.merged)} merged)" if row.merged else ""
    role: Role = "warn" if is_marked else "strong"
    return (
        cell(f"{row.mentions:>8}", 9), cell(clip(f"{sign}{speaker.name}{merged}", name - 1), name, role),
        cell(speaker.kind, 13, "dim"), cell(others or speaker.role or "", spellings, "dim"),
    )  # fmt: skip


def _speaker_columns(width: int) -> tuple[int, int]:
    rest = max(10, width - 22)
    if width < NARROW:
        return rest, 0
    return rest // 2, rest - rest // 2


def hit_header(width: int) -> Line:
    """Heads over :func:`hit_row`."""
    return (
        cell("", 1),
        cell("found in", 9, "head"),
        cell("article", _hit_name(width), "head"),
        cell("words", 20, "head"),
    )


def hit_row(hit: Hit, width: int) -> Line:
    """Where it was found and the words around it."""
    name = _hit_name(width)
    return (
        cell(hit.kind, 9, "dim"), cell(clip(hit.article_name or "", name - 1), name),
        cell(hit.snippet.strip(), _rest(width, 9 + name)),
    )  # fmt: skip


def _hit_name(width: int) -> int:
    return 24 if width >= NARROW else 10


def event_header(width: int) -> Line:
    """Heads over :func:`event_row`."""
    return (
        cell("", 1), cell("no.", 6, "head"), cell("when (UTC)", 21, "head"), cell("who", 10, "head"),
        cell("what", 15, "head"), cell("change", _rest(width, 53), "head"),
    )  # fmt: skip


def event_row(event: Event, width: int) -> Line:
    """Number, time, analyst, operation and what it changed."""
    return (
        cell(f"{event.seq:>4}", 6, "dim"), cell(event.at[:19].replace("T", " "), 21, "dim"),
        cell(clip(event.by, 9), 10, "strong"), cell(event.op.replace("_", " "), 15), cell(change(event), _rest(width, 52)),
    )  # fmt: skip


def change(event: Event) -> str:
    """What the event made of its target, in a few words."""
    after = event.after or {}
    before = event.before or {}
    keys = ("kind", "value", "state", "kept", "name")
    parts = [str(after[key]) for key in keys if after.get(key)]
    was = [str(before[key]) for key in keys if before.get(key)]
    shown = ", ".join(parts)
    if was and was != parts:
        shown = f"{', '.join(was)} → {shown or '—'}"
    return f"{event.target}  {shown}".rstrip()


def _rest(width: int, used: int) -> int:
    return max(4, width - used)
