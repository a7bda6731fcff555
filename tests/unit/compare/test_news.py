"""Three stories of several papers in two languages: what is to be shown, and what must never be called a conflict."""

from __future__ import annotations

import pytest

from workbench.compare import Comparable, block_keys, relate
from workbench.compare.cases import figure, quote
from workbench.model import GROUPS

DAY = "2024-05-04"
POLICE = figure(
    "Volgens de politie kwamen [5.000 betogers] naar de klimaatbetoging in Gent.", 5000, "betogers", speaker="politie",
    published=DAY, article="a",
)  # fmt: skip
ORGANISERS = figure(
    "In Gent hebben [zo'n 18.000 mensen] betoogd voor het klimaat, zegt organisator Koen Claes.", 18_000, "mensen",
    bound="about", speaker="Koen Claes", published=DAY, article="b",
)  # fmt: skip
POLICE_EN = figure(
    "Police said [5,000 protesters] joined Saturday's climate march in Ghent.", 5000, "protesters", speaker="Police",
    as_of=DAY, published="2024-05-05", lang="en", article="c",
)  # fmt: skip
HELD = figure(
    "Bij de betoging in Gent zijn [40 betogers] opgepakt.",
    40,
    "betogers",
    published=DAY,
    article="d",
    speaker="politie",
)
LAST_YEAR = figure(
    "Vorig jaar kwamen [9.000 betogers] naar de klimaatbetoging in Gent.", 9000, "betogers", as_of="2023",
    published=DAY, article="e",
)  # fmt: skip
ANTWERP = figure(
    "Naar de klimaatbetoging in Antwerpen kwamen [1.900 betogers].",
    1900,
    "betogers",
    published=DAY,
    article="f",
)
TOLL_1 = figure(
    "Bij een aardbeving in de Turkse stad Malatya zijn [zeker 12 doden] gevallen.", 12, "doden", bound="min",
    published="2024-06-01", article="g",
)  # fmt: skip
TOLL_2 = figure(
    "The death toll from the earthquake in Malatya rose to [31 dead].",
    31,
    "dead",
    published="2024-06-02",
    lang="en",
    article="h",
)
TOLL_3 = figure(
    "Bij de aardbeving in Malatya kwamen [48 mensen] om het leven.",
    48,
    "mensen",
    published="2024-06-04",
    article="i",
)
HURT = figure(
    "Bij de aardbeving in Malatya raakten [240 mensen] gewond.",
    240,
    "mensen",
    published="2024-06-04",
    article="j",
)
OTHER_QUAKE = figure(
    "Bij de aardbeving in Lorca kwamen [9 mensen] om het leven.",
    9,
    "mensen",
    published="2024-06-04",
    article="k",
)
JOBS = figure(
    "Chipmaker Velora schrapt [1.200 banen].",
    1200,
    "banen",
    published="2024-09-10",
    article="l",
    speaker="Velora",
)
JOBS_EN = figure(
    "Chipmaker Velora is cutting [1,200 jobs].",
    1200,
    "jobs",
    published="2024-09-10",
    lang="en",
    article="m",
    speaker="Velora",
)
UNION = figure(
    "Bij Velora verliezen [1.500 werknemers] hun baan, meldt vakbond FNV.", 1500, "werknemers", published="2024-09-10",
    article="n", speaker="FNV",
)  # fmt: skip
STAFF = figure("Velora heeft [20.000 werknemers].", 20_000, "werknemers", published="2024-09-10", article="o")
COST = figure(
    "De reorganisatie bij Velora kost [85 miljoen euro].",
    85e6,
    None,
    unit="EUR",
    published="2024-09-10",
    article="p",
)
PROFIT = figure(
    "Velora maakte [310 miljoen euro] winst.", 310e6, None, unit="EUR", published="2024-09-10", article="q"
)
SHARE = figure(
    "Velora schrapt [6 procent] van de banen.", 6, None, unit="percent", published="2024-09-10", article="r"
)
LATE = quote(
    "Minister Ali Kaya ontkende dat [de hulp te laat kwam].",
    "Ali Kaya",
    kind="indirect",
    polarity="denied",
    article="g",
)
TOO_LATE = quote(
    "Volgens de oppositie [kwam de hulp te laat].", "oppositie", kind="indirect", article="g", offset=200
)


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        (POLICE, ORGANISERS, "contradicts"),
        (POLICE_EN, ORGANISERS, "contradicts"),
        (POLICE, POLICE_EN, "corroborates"),
        (POLICE, ANTWERP, "different_scope"),
        (TOLL_1, TOLL_2, "updates"),
        (TOLL_2, TOLL_3, "updates"),
        (TOLL_1, TOLL_3, "updates"),
        (JOBS, JOBS_EN, "corroborates"),
        (JOBS, UNION, "contradicts"),
        (JOBS_EN, UNION, "contradicts"),
        (LATE, TOO_LATE, "denies"),
    ],
)
def test_shown(left: Comparable, right: Comparable, kind: str) -> None:
    """The pair shares a block key and is called what a fact-checker would call it, across languages too."""
    assert block_keys(left) & block_keys(right)
    found = relate(left, right)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (POLICE, HELD), (ORGANISERS, HELD), (POLICE, LAST_YEAR), (ORGANISERS, LAST_YEAR), (ORGANISERS, ANTWERP),
        (POLICE_EN, ANTWERP), (TOLL_3, HURT), (TOLL_2, HURT), (TOLL_3, OTHER_QUAKE), (TOLL_2, OTHER_QUAKE), (JOBS, STAFF),
        (UNION, STAFF), (COST, PROFIT), (JOBS, SHARE), (UNION, SHARE), (HELD, UNION), (HURT, OTHER_QUAKE),
    ],
)  # fmt: skip
def test_look_alikes_are_no_conflict(left: Comparable, right: Comparable) -> None:
    """Figures that only look comparable are never called a conflict."""
    found = relate(left, right)
    assert found is None or GROUPS[found.kind] != "conflict"


def test_both_sources_are_named() -> None:
    """A contradiction of two counts says who counted."""
    found = relate(POLICE, ORGANISERS)
    assert found is not None
    assert found.evidence.facts["sources"] == ["politie", "Koen Claes"]
    assert "politie" in found.evidence.summary


@pytest.mark.parametrize("speaker", ["politie", None])
def test_figures_of_one_voice_in_one_article_are_no_news(speaker: str | None) -> None:
    """What one source says twice in one article is at most repeated, with a low score; other numbers are other things."""
    first = figure(
        "De betoging in Gent trok [5.000 betogers].", 5000, "betogers", speaker=speaker, published=DAY
    )
    again = figure("Die [5.000 betogers] bleven bij de betoging in Gent tot zes uur.", 5000, "betogers",
                   speaker=speaker, published=DAY, offset=500)  # fmt: skip
    later = figure("Bij de betoging in Gent waren er om zes uur nog [800 betogers].", 800, "betogers", speaker=speaker,
                   published=DAY, offset=900)  # fmt: skip
    found = relate(first, again)
    assert found is not None
    assert found.kind == "repeats"
    assert found.score < 0.75
    assert relate(first, later) is None
