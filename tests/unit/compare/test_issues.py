"""Issues: the question, the values over time, sources and origins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from workbench.compare.cases import figure, quote
from workbench.compare.issues import Gathered, describe, origins
from workbench.compare.questions import questions
from workbench.compare.types import Comparable
from workbench.compare.world import kinds
from workbench.languages.base import LANGUAGES
from workbench.languages.schema.concepts import ConceptsTable
from workbench.model import RelationKind
from workbench.model.issue import Issue, look_of


def issue(mentions: Sequence[Comparable], kind: RelationKind = "updates") -> Issue:
    """The issue of these mentions, the first of which leads."""
    return describe(Gathered(representative=mentions[0].mention.id, mentions=mentions, kinds=[kind]))


TROOPS = (
    figure("Aan de grens met Hongarije staan nu [9.700 militairen].", 9700, "militairen", published="2023-05", article="b"),
    figure("Volgens Tirana staan er [bijna 8.000 manschappen] bij de grens.", 8000, "manschappen", bound="below",
           published="2023-03", article="a", speaker="Tirana"),
)  # fmt: skip
DENIED = (
    quote("Slowakije ontkent [dat het van plan is Hongarije aan te vallen].", "Slowakije", kind="indirect",
          polarity="denied", article="b"),
    quote("„[Slowakije bereidt een aanval op Hongarije voor]”, zei Els Maas.", "Els Maas", article="a"),
)  # fmt: skip
DIKE = (
    quote("„[De dijk houdt het tot morgenochtend]”, zei Els Maas.", "Els Maas", article="a"),
    quote("'[De dijk houdt het tot morgenochtend]', aldus Koen Claes.", "Koen Claes", article="b"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("mentions", "kind", "asked"),
    [
        (TROOPS, "updates", "How many soldiers at the border (2023-03 .. 2023-05)?"),
        (
            [figure("Bij de aardbeving in Lorca vielen [12 doden].", 12, "doden", published="2024-05-04")],
            "updates",
            "How many dead in the earthquake in Lorca (2024-05-04)?",
        ),
        (
            [figure("De schade bedraagt [3 miljoen euro].", 3e6, None, unit="EUR", published="2024-05")],
            "updates",
            "How much is the damage (2024-05)?",
        ),
        (
            [figure("De hal kreeg [12 ramen].", 12, "ramen", published="2024-05")],
            "updates",
            "How many ramen (2024-05)?",
        ),
        (DENIED, "denies", "Does Slovakia plan an attack?"),
        (DIKE, "misattributed", "Who said “De dijk houdt het tot morgenochtend”?"),
    ],
)
def test_questions(mentions: Sequence[Comparable], kind: RelationKind, asked: str) -> None:
    """Thing, event, place and time of figures; speaker and matter of quotes."""
    assert issue(mentions, kind).question == asked


def test_what_an_issue_tells() -> None:
    """Mentions and values come by date, a hedge stays open on its side, sources are named."""
    found = issue(TROOPS)
    assert found.id == f"i{TROOPS[0].mention.id[1:]}"
    assert found.mentions == (TROOPS[1].mention.id, TROOPS[0].mention.id)
    spread = [(stated.when, stated.low, stated.high) for stated in found.spread]
    assert spread == [("2023-03", None, 8000.0), ("2023-05", 9700.0, 9700.0)]
    assert (found.sources, found.articles, found.origins) == (("Tirana",), 2, 2)
    assert issue([*TROOPS[:1], *reversed(TROOPS[1:])]) == found


def test_articles_of_one_origin_are_counted_once() -> None:
    """A copy, and the copy of a copy, add no origin; whoever joins two groups makes them one."""
    one, other = TROOPS
    copied = replace(other, article=replace(other.article, id="c", origin=one.article.id))
    assert origins([one, other]) == 2
    assert origins([one, copied]) == 1
    assert origins([one, other, copied]) == 2


def test_more_open_conflicts_deserve_more_of_a_look() -> None:
    """The look starts from the best relation, grows with every open conflict more, and stays below 1."""
    assert look_of(0.5, 0) == look_of(0.5, 1) == 0.5
    assert look_of(0.5, 1) < look_of(0.5, 2) < look_of(0.5, 50) < 1


def test_questions_speak_of_known_concepts() -> None:
    """Things, events, places and intents are concepts that exist; every event has its words."""
    dutch = LANGUAGES.load("nl").table("concepts", ConceptsTable)
    assert dutch is not None
    table = questions()
    named = {
        *table.things,
        *table.events,
        *table.places,
        *(c for group in table.intents.values() for c in group),
    }
    assert named <= set(dutch.concepts)
    assert set(table.events) == kinds().events
    assert kinds().people | kinds().measures | kinds().states <= set(table.things)
