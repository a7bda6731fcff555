"""Seven events as 27 papers tell them: the pairs a fact-checker marked, and look-alikes that are no conflict."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import pytest

from workbench.model import GROUPS, Figure
from workbench.store import MentionRow, RelationFilter, RelationRow, Workspace
from workbench.workflows.comparing import relations
from workbench.workflows.importing import import_paths

Sort = Literal["figure", "quote"]
EVENTS = sorted(Path(__file__).with_name("events").glob("*.toml"))
SHOWN, FITTING, CRIED = 0.7, 0.6, 0.05
"""Shares of the marked pairs shown, with a fitting kind, and of the look-alikes called a conflict."""
LEAST_SHARED = 0.5
"""Share of the shorter of two stretches that a quote and the marked words must have in common."""


@dataclass
class Score:
    """What became of the marked pairs of one or more events."""

    shown: list[bool] = field(default_factory=list)
    """Of each marked pair, whether it is shown at all."""
    fitting: list[bool] = field(default_factory=list)
    """Of each marked pair, whether it is shown as a kind that fits."""
    cried: list[bool] = field(default_factory=list)
    """Of each look-alike, whether it is called a conflict."""
    faults: list[str] = field(default_factory=list)
    """What went wrong, in words."""

    def add(self, other: Score) -> None:
        """Take in the counts of another event."""
        for name in ("shown", "fitting", "cried", "faults"):
            getattr(self, name).extend(getattr(other, name))


def share(flags: list[bool]) -> float:
    """Share of the flags that are set."""
    return sum(flags) / len(flags)


def place(text: str, wanted: str) -> tuple[int, int]:
    """Where marked words stand, which must be at one place only; ``[`` and ``]`` part them from their context."""
    before, _, rest = wanted.partition("[") if "[" in wanted else ("", "", wanted)
    inside, _, after = rest.partition("]")
    assert text.count(before + inside + after) == 1, wanted
    start = text.index(before + inside + after) + len(before)
    return start, start + len(inside)


def touches(side: MentionRow, article: str, start: int, end: int, sort: Sort) -> bool:
    """Whether a mention is the one that was marked: a figure overlaps it, a quote shares half of the shorter."""
    span = side.mention.span
    if not side.article_name.startswith(article) or isinstance(side.mention, Figure) != (sort == "figure"):
        return False
    least = LEAST_SHARED * min(end - start, len(span)) if sort == "quote" else 0
    return min(end, span.end) - max(start, span.start) > least


@dataclass
class Found:
    """What the program says of one event."""

    texts: dict[str, str]
    """Text of each article, by name."""
    rows: list[RelationRow]
    """Every relation."""

    def kinds(self, marked: dict[str, Any], sort: Sort) -> dict[str, str]:
        """Kinds of the relations between the two marked mentions, with the reason given."""
        ends = [(name, *place(self.texts[name], words)) for name, words in (marked["left"], marked["right"])]
        return {
            row.kind: row.relation.evidence.summary
            for row in self.rows
            for one, other in (ends, ends[::-1])
            if touches(row.left, *one, sort) and touches(row.right, *other, sort)
        }


def imported(event: dict[str, Any], folder: Path) -> Found:
    """Import the articles of an event into a new workspace."""
    for article in event["article"]:
        (folder / article["name"]).write_text(article["text"], encoding="utf-8")
    with Workspace.create_or_open(folder / "w.db") as workspace:
        report = import_paths(workspace, [folder / article["name"] for article in event["article"]])
        assert (report.added, report.refused) == (len(event["article"]), [])
        texts = {a.name.partition(".")[0]: workspace.article_text(a.id)[0] for a in workspace.articles()}
        return Found(texts, list(relations(workspace, RelationFilter())))


def scored(event: dict[str, Any], found: Found) -> Score:
    """Hold what the program says against what was marked."""
    score = Score()
    sorts: tuple[Sort, ...] = ("figure", "quote")
    for sort in sorts:
        for marked in event["pairs"][sort]:
            kinds = found.kinds(marked, sort)
            score.shown.append(bool(kinds))
            score.fitting.append(not kinds.keys().isdisjoint(marked["kinds"]))
            if not score.fitting[-1]:
                score.faults.append(
                    f"{marked['left']} {marked['right']} {marked['kinds']}: {kinds or 'missed'}"
                )
        for marked in event["lookalikes"][sort]:
            cried = {k: why for k, why in found.kinds(marked, sort).items() if GROUPS[k] == "conflict"}
            score.cried.append(bool(cried))
            if cried:
                score.faults.append(f"look-alike {marked['left']} {marked['right']}: {cried}")
    return score


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Score]:
    """Score of each event, by its name."""
    found = {}
    for path in EVENTS:
        event = tomllib.loads(path.read_text(encoding="utf-8"))
        found[path.stem] = scored(event, imported(event, tmp_path_factory.mktemp(path.stem)))
    return found


def test_marked_pairs_over_all_events(scores: dict[str, Score]) -> None:
    """Most marked pairs are shown, with a kind that fits, and nearly no look-alike is called a conflict."""
    total = Score()
    for score in scores.values():
        total.add(score)
    assert len(total.shown) >= 60
    assert len(total.cried) >= 30
    assert share(total.shown) >= SHOWN, total.faults
    assert share(total.fitting) >= FITTING, total.faults
    assert share(total.cried) <= CRIED, total.faults
