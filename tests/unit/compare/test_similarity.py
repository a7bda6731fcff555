"""What a vector shows of two quotes, and what only rules see."""

from __future__ import annotations

from array import array

import pytest

from workbench.compare.cases import figure, quote
from workbench.compare.engine import relate
from workbench.compare.profile import profile
from workbench.compare.similarity import cosine, difference
from workbench.compare.types import Comparable
from workbench.model import Figure


def vector(*numbers: int) -> bytes:
    """Signed bytes."""
    return array("b", numbers).tobytes()


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (vector(100, 0), vector(50, 0), 1.0),
        (vector(100, 0), vector(0, 100), 0.0),
        (vector(100, 0), vector(-100, 0), -1.0),
        (vector(3, 4), vector(4, 3), 0.96),
        (vector(0, 0), vector(1, 1), 0.0),
        (vector(1), vector(1, 1), 0.0),
    ],
)
def test_cosine(left: bytes, right: bytes, expected: float) -> None:
    """The angle counts, not the length; vectors of two encoders, or of nothing, are near to nothing."""
    assert cosine(left, right) == pytest.approx(expected)


def said(text: str, lang: str, **details: object) -> Comparable:
    """A quote of Els Maas."""
    return quote(f"„[{text}]”, Maas.", "Els Maas", article=lang, lang=lang, **details)


def number(value: float) -> tuple[Figure, ...]:
    """A figure inside a quote."""
    found = figure(f"[{value}]", value, None).mention
    assert isinstance(found, Figure)
    return (found,)


DUTCH = "De sluis gaat in het voorjaar weer open voor de schepen"
ENGLISH = "In spring ships will be able to use the lock again"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (said(DUTCH, "nl"), said(ENGLISH, "en"), None),
        (said(DUTCH, "nl", figures=number(40)), said(ENGLISH, "en", figures=number(40.0)), None),
        (said(DUTCH, "nl", figures=number(40)), said(ENGLISH, "en", figures=number(14)), "number"),
        (said(DUTCH, "nl", figures=number(40)), said(ENGLISH, "en"), "number"),
        (said(DUTCH, "nl", figures=number(1)), said(ENGLISH, "en"), None),
        (said(DUTCH, "nl"), said("In spring ships will not be able to use the lock", "en"), "negation"),
        (said(DUTCH, "nl"), said(ENGLISH, "en", polarity="denied"), "negation"),
        (said(f"Mogelijk {DUTCH}", "nl"), said(f"Certainly {ENGLISH}", "en"), "modality"),
        (said(f"{DUTCH} in België", "nl"), said(f"{ENGLISH} in France", "en"), "place"),
        (said(f"{DUTCH} in België", "nl"), said(f"{ENGLISH} in Belgium", "en"), None),
        (said("De werkloosheid in de stad stijgt", "nl"), said("Unemployment in town is falling", "en"), "antonym"),
    ],
)  # fmt: skip
def test_difference(left: Comparable, right: Comparable, expected: str | None) -> None:
    """A number, a negation, firmness, direction and place are looked at by rules, in either order."""
    assert difference(profile(left), profile(right)) == expected
    assert difference(profile(right), profile(left)) == expected


def test_without_vectors_nothing_is_near() -> None:
    """Two quotes that share no word are nothing to say where no encoder was asked."""
    assert relate(said(DUTCH, "nl"), said(ENGLISH, "en")) is None


@pytest.mark.parametrize(
    ("near", "details", "kind"),
    [
        (0.7, {}, "variant"),
        (0.55, {}, None),
        (0.7, {"published": "2024-07-20"}, None),
        (0.7, {"speaker": None}, None),
        (0.8, {"speaker": None}, "variant"),
        (0.8, {"speaker": None, "published": "2024-06-20"}, None),
    ],
)
def test_who_and_when(near: float, details: dict[str, str | None], kind: str | None) -> None:
    """One speaker within a month; without a named speaker only what is very near, within a week."""
    details = {"speaker": "Els Maas", "published": "2024-05-04"} | details
    left = quote(f"„[{DUTCH}]”, Maas.", "Els Maas", article="a", near=1.0, published="2024-05-03")
    right = quote(f"“[{ENGLISH}]”.", details["speaker"], article="b", lang="en", near=near,
                  published=details["published"])  # fmt: skip
    found = relate(left, right)
    assert (found.kind if found else None) == kind
    if found:
        assert [x.label for x in found.evidence.levels if x.comparison == "similarity"]
        assert "by similarity" in found.evidence.summary
