"""Every detector keeps to the frame and to its own examples."""

from __future__ import annotations

import importlib
import json
import re
from dataclasses import asdict

import pytest

from workbench.compare import block_keys, relate
from workbench.compare.detectors import DETECTORS
from workbench.compare.detectors.base import Detector, Example
from workbench.compare.engine import in_order
from workbench.compare.levels import Case, Finding
from workbench.compare.world import weights
from workbench.model import RELATION_KINDS

ALL = [
    (name, example)
    for name in DETECTORS.names()
    for example in importlib.import_module(f"workbench.compare.detectors.{name}").CASES
]


def said(detector: Detector, example: Example) -> str | None:
    """What the detector alone says of an example."""
    found = detector.detect(Case(*in_order(example.left, example.right)))
    return found.kind if found else None


@pytest.mark.parametrize(("name", "example"), ALL, ids=lambda x: x if isinstance(x, str) else x.says)
def test_example(name: str, example: Example) -> None:
    """The detector says of the example what the example says it must."""
    assert said(DETECTORS.load(name), example) == example.kind


@pytest.mark.parametrize(
    ("name", "example"), [x for x in ALL if x[1].kind], ids=lambda x: x if isinstance(x, str) else x.says
)
def test_example_is_found_by_its_keys(name: str, example: Example) -> None:
    """A pair that a detector would name shares a block key, or has vectors to be found by; else nothing compares it."""
    by_vector = example.left.vector and example.right.vector
    assert by_vector or block_keys(example.left) & block_keys(example.right)


@pytest.mark.parametrize(
    ("name", "example"), [x for x in ALL if x[1].kind], ids=lambda x: x if isinstance(x, str) else x.says
)
def test_relation_does_not_hang_on_the_order(name: str, example: Example) -> None:
    """The two mentions may come in either order."""
    one, other = relate(example.left, example.right), relate(example.right, example.left)
    assert one is not None
    assert one == other


@pytest.mark.parametrize("name", DETECTORS.names())
def test_detector_is_named_after_its_module(name: str) -> None:
    """The name shown with a suggestion is that of the file, and only kinds of the closed list are announced."""
    detector = DETECTORS.load(name)
    assert detector.name == name
    assert set(detector.kinds) <= set(RELATION_KINDS)


@pytest.mark.parametrize("name", DETECTORS.names())
def test_detector_has_an_example_of_each_sort(name: str) -> None:
    """Every detector shows a pair that it names and a look-alike on which it says nothing."""
    kinds = [example.kind for key, example in ALL if key == name]
    assert None in kinds
    assert any(kinds)


@pytest.mark.parametrize(
    ("name", "example"), [x for x in ALL if x[1].kind], ids=lambda x: x if isinstance(x, str) else x.says
)
def test_evidence_says_why(name: str, example: Example) -> None:
    """Every suggestion has a sentence, labelled levels whose weights are data, and facts that JSON can hold."""
    found = relate(example.left, example.right)
    assert found is not None
    assert 0 < found.score < 1
    assert found.evidence.summary.endswith((".", "”", "]", "}")) or found.evidence.summary
    known = {weight for table in weights().weights.values() for weight in table.values()}
    assert found.evidence.levels
    assert all(level.label and level.weight in known for level in found.evidence.levels)
    json.dumps(asdict(found.evidence))


def sides(example: Example, *, swapped: bool) -> list[tuple[str, str, str, str]]:
    """The levels that a detector's example comes out with: comparison, label and what is shown of both sides."""
    left, right = in_order(example.left, example.right)
    found = relate_alone(example, Case(right, left) if swapped else Case(left, right))
    return [(level.comparison, level.label, level.left, level.right) for level in found.evidence.levels]


@pytest.mark.parametrize("name", DETECTORS.names())
def test_what_is_not_possible_is_not_found(name: str) -> None:
    """What a detector rules out before it looks, it would not have found: over pairs of all detectors' examples."""
    detector, step = DETECTORS.load(name), 7
    sides = [side for _, example in ALL for side in (example.left, example.right)]
    sides = [side for side in sides if isinstance(side.mention, detector.sort)]
    near = ((sides[at], other) for at in range(len(sides)) for other in sides[at + 1 : at + 2 + step])
    pairs = [in_order(one, other) for one, other in near]
    ruled_out = [(left, right) for left, right in pairs if not detector.possible(left, right)]
    assert not [left.mention.text for left, right in ruled_out if detector.detect(Case(left, right))]


def relate_alone(example: Example, case: Case) -> Finding:
    """What the example's detector says of a case."""
    name = next(name for name, known in ALL if known is example)
    found = DETECTORS.load(name).detect(case)
    assert found is not None
    return found


@pytest.mark.parametrize("example", [x for _, x in ALL if x.kind], ids=lambda x: x.says)
def test_levels_show_the_left_on_the_left(example: Example) -> None:
    """What a level shows of a side belongs to the mention on that side: with the pair turned round, so are the texts."""
    turned = [(what, label, left, right) for what, label, right, left in sides(example, swapped=True)]
    assert sides(example, swapped=False) == turned
    found = relate(example.left, example.right)
    assert found is not None
    own = {side.mention.id: side for side in (example.left, example.right)}
    for level in found.evidence.levels:
        for mention, text in ((found.left, level.left), (found.right, level.right)):
            if level.comparison not in ("value", "unit"):
                side = own[mention]
                known = (side.context, side.around, side.article.lead, side.mention.speaker, side.article.published,
                         side.article.title, side.article.name, side.article.outlet,
                         getattr(side.mention, "as_of", None))  # fmt: skip
                assert all(part in " ".join(x or "" for x in known) for part in text.split(", ")), level


@pytest.mark.parametrize("example", [x for _, x in ALL if x.kind], ids=lambda x: x.says)
def test_analysts_read_words(example: Example) -> None:
    """No code of a country or a concept is shown."""
    found = relate(example.left, example.right)
    assert found is not None
    for level in found.evidence.levels:
        assert not re.search(r"@[A-Z]{2}\b|\w_\w|[\^~]\w", f"{level.label} {level.left} {level.right}")
    assert not re.search(r"@[A-Z]{2}\b|\w_\w|\^\w", found.evidence.summary)
