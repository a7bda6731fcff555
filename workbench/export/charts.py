"""The time-line of a disputed figure as SVG: one row a statement, its date on the left scale, its interval on the right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import floor, log10

from workbench.export.dossier import Dispute, Statement
from workbench.export.escaping import markup
from workbench.export.figures import Extent, days, interval, number, values
from workbench.model import GROUPS, Figure

WIDTH = 960
"""Units of the drawing; it scales to the page."""
ROW = 48
"""Height of a statement's row."""
TOP = 46
"""Height of the scales above the rows."""
LABEL = 30
"""Characters of a label that fit before the scales."""
_DATES = (252.0, 468.0)
_VALUES = (520.0, 930.0)
_HALF = 6.0
_CHARACTER = 7.4


@dataclass(frozen=True, slots=True)
class Scale:
    """From numbers to places on the drawing."""

    low: float
    """Number at the left end."""
    high: float
    """Number at the right end."""
    left: float
    """Place of the left end."""
    right: float
    """Place of the right end."""

    def at(self, number_: float) -> float:
        """Where a number stands."""
        share = (number_ - self.low) / (self.high - self.low)
        return round(self.left + max(0.0, min(1.0, share)) * (self.right - self.left), 1)


def drawable(dispute: Dispute) -> bool:
    """Whether at least two of the statements are numbers, which a scale needs."""
    return sum(_extent(statement) is not None for statement in dispute.statements) >= 2


def timeline(dispute: Dispute, identity: str) -> Iterator[str]:
    """The drawing, line by line; ``identity`` makes its ids unique on the page."""
    rows = [(statement, extent) for statement in dispute.statements if (extent := _extent(statement))]
    height = TOP + ROW * len(rows) + 14
    words = "; ".join(describe(statement) for statement, _ in rows)
    yield (
        f'<svg class="timeline" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-labelledby="{identity}-title {identity}-desc">'
    )
    yield f'<title id="{identity}-title">Time-line: {markup(dispute.title)}</title>'
    yield f'<desc id="{identity}-desc">{markup(words)}</desc>'
    dates, amounts = _date_scale(rows), _value_scale([extent for _, extent in rows])
    yield from _grid(dates, amounts, height)
    for index, (statement, extent) in enumerate(rows):
        yield from _row(statement, extent, (dates, amounts), TOP + ROW * index)
    yield "</svg>"


def describe(statement: Statement) -> str:
    """A statement in words, the text alternative of its row."""
    figure = statement.passage.mention
    assert isinstance(figure, Figure)
    article = statement.passage.article
    when = statement.as_of or "no date"
    own = "" if statement.dated or not statement.as_of else " (date of publication)"
    stands = f", {statement.kind.replace('_', ' ')}" if statement.kind else ""
    return f"{when}{own}: {interval(figure)}, {statement.passage.speaker}, {article.name}{stands}"


def _extent(statement: Statement) -> Extent | None:
    figure = statement.passage.mention
    return values(figure) if isinstance(figure, Figure) else None


def _value_scale(extents: list[Extent]) -> Scale:
    found = [end for extent in extents for end in (extent.low, extent.high) if end is not None]
    low, high = min(found), max(found)
    room = (high - low) * 0.18 or abs(high) * 0.1 or 1.0
    start = 0.0 if 0 <= low < (high - low) * 0.5 else low - room
    return Scale(start, high + room, *_VALUES)


def _date_scale(rows: list[tuple[Statement, Extent]]) -> Scale | None:
    found = [extent for statement, _ in rows if (extent := days(statement.as_of))]
    ends = [end for extent in found for end in (extent.low, extent.high) if end is not None]
    if not ends:
        return None
    room = max(2.0, (max(ends) - min(ends)) * 0.04)
    return Scale(min(ends) - room, max(ends) + room, *_DATES)


def _grid(dates: Scale | None, amounts: Scale, height: int) -> Iterator[str]:
    yield f'<text class="axis" x="{_DATES[0]}" y="14">as of</text>'
    yield f'<text class="axis" x="{_VALUES[0]}" y="14">value</text>'
    ticks = [(dates.at(tick), label) for tick, label in date_ticks(dates)] if dates else []
    ticks += [(amounts.at(tick), number(tick)) for tick in value_ticks(amounts)]
    for x, label in ticks:
        yield f'<line class="grid" x1="{x}" x2="{x}" y1="{TOP - 8}" y2="{height - 8}"/>'
        yield f'<text class="tick" x="{x}" y="{TOP - 14}" text-anchor="middle">{label}</text>'


def value_ticks(scale: Scale) -> list[float]:
    """Three to six round numbers on the scale."""
    span = scale.high - scale.low
    step = 10.0 ** floor(log10(span / 3))
    step *= next(factor for factor in (5, 2, 1) if span / (step * factor) >= 3 or factor == 1)
    first = floor(scale.low / step) + 1
    found = [round(step * (first + index), 10) for index in range(int(span / step) + 1)]
    return [int(tick) if tick == int(tick) else tick for tick in found if tick <= scale.high]


def date_ticks(scale: Scale) -> list[tuple[float, str]]:
    """Up to six firsts of a month or year on the scale, as EDTF; for some weeks only, the ends."""
    first, last = _day(scale.low), _day(scale.high)
    months = (last.year - first.year) * 12 + last.month - first.month
    if months < 1:
        return [(first.toordinal() + 1, first.isoformat())]
    step = next(
        (size for size in (1, 2, 3, 6, 12, 24, 60, 120) if months / size <= 3), 240 * (months // 900 + 1)
    )
    found = []
    for index in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        year, month = divmod(index, 12)
        at = date(year, month + 1, 1).toordinal()
        if index % step == 0 and scale.low <= at <= scale.high:
            found.append((float(at), f"{year:04d}" if step % 12 == 0 else f"{year:04d}-{month + 1:02d}"))
    return found


def _day(ordinal: float) -> date:
    """The day, within the calendar that Python has."""
    return date.fromordinal(max(1, min(int(ordinal), date.max.toordinal())))


def _row(statement: Statement, extent: Extent, scales: tuple[Scale | None, Scale], top: int) -> Iterator[str]:
    passage = statement.passage
    middle = top + ROW / 2 + 6
    group = GROUPS[statement.kind] if statement.kind else "centre"
    yield f'<g class="row {group}"><title>{markup(describe(statement))}</title>'
    yield f'<line class="rule" x1="0" x2="{WIDTH}" y1="{top}" y2="{top}"/>'
    yield f'<text class="who" x="0" y="{top + 20}">{markup(_short(passage.speaker))}</text>'
    origin = passage.article.outlet or passage.article.name
    stands = statement.kind.replace("_", " ") if statement.kind else "compared with"
    yield f'<text class="where" x="0" y="{top + 38}">{markup(_short(f"{stands} · {origin}"))}</text>'
    dates, amounts = scales
    when = days(statement.as_of)
    if dates and when and when.low is not None and when.high is not None:
        x, end = dates.at(when.low), dates.at(when.high + 1)
        kind = "when" if statement.dated else "when published"
        yield f'<rect class="{kind}" x="{x}" y="{middle - 4}" width="{max(4.0, round(end - x, 1))}" height="8" rx="2"/>'
        yield f'<text class="tick" x="{x}" y="{top + 18}">{markup((statement.as_of or "")[:21])}</text>'
    yield from _bar(statement, extent, amounts, middle)
    yield "</g>"


def _bar(statement: Statement, extent: Extent, scale: Scale, middle: float) -> Iterator[str]:
    """The interval: a point, a bar, or a bar that runs to the edge with an arrow where it is open."""
    low = scale.left if extent.low is None else scale.at(extent.low)
    high = scale.right if extent.high is None else scale.at(extent.high)
    if extent.low is not None and extent.low == extent.high:
        yield f'<circle class="point" cx="{low}" cy="{middle}" r="{_HALF}"/>'
    else:
        yield f'<rect class="bar" x="{low}" y="{middle - 4}" width="{max(2.0, round(high - low, 1))}" height="8"/>'
        yield _end(low, middle, -1, closed=extent.low is not None, sharp=_sharp(statement))
        yield _end(high, middle, 1, closed=extent.high is not None, sharp=_sharp(statement))
    figure = statement.passage.mention
    assert isinstance(figure, Figure)
    label = interval(figure)
    at = low if extent.low is not None else high
    start = min(max(at, scale.left), scale.right - len(label) * _CHARACTER)
    yield f'<text class="value" x="{round(start, 1)}" y="{middle - 12}">{markup(label)}</text>'


def _sharp(statement: Statement) -> bool:
    """Whether the stated number itself is allowed ("at least"), not only what lies beyond ("more than")."""
    figure = statement.passage.mention
    return isinstance(figure, Figure) and figure.bound not in ("above", "below")


def _end(x: float, middle: float, side: int, *, closed: bool, sharp: bool) -> str:
    """An end of a bar: a full or hollow cap for a closed end, an arrow head for an open one."""
    if closed:
        return f'<circle class="{"cap" if sharp else "cap hollow"}" cx="{x}" cy="{middle}" r="5"/>'
    points = f"{x},{middle - 8} {x + side * 11},{middle} {x},{middle + 8}"
    return f'<polygon class="arrow" points="{points}"/>'


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LABEL else line[: LABEL - 1] + "…"
