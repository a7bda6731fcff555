"""What the comparison must show on the seeds, from mentions built by hand out of their sentences."""

from __future__ import annotations

from itertools import combinations

import pytest

from workbench.compare import Comparable, relate
from workbench.compare.cases import figure, quote

UKRAINE = figure(
    "Volgens Oekraïne staan er [bijna 100.000 Russische manschappen] relatief dicht bij de grens.", 100_000, "manschappen",
    bound="below", modifiers=("Russische", "bij de grens"), speaker="Oekraïne", article="001", published="2021-11",
)  # fmt: skip
MAY = figure(
    "Amerikaanse functionarissen zeiden in mei dat [80.000 Russische troepen] in de regio waren achtergebleven "
    "na een oefening in het voorjaar.", 80_000, "troepen",
    modifiers=("Russische", "in de regio"), speaker="Amerikaanse functionarissen", as_of="2021-05", article="001",
    published="2021-11", offset=400,
)  # fmt: skip
PRECISE = figure(
    "Het zou gaan om [127.000 militairen].", 127_000, "militairen", article="000", published="2022-01"
)
NARRATOR = figure(
    "Waarom verzamelt Rusland wapens en [100.000 militairen] aan de grens met Oekraïne?", 100_000, "militairen",
    modifiers=("aan de grens met Oekraïne",), article="002", published="2021-12",
)  # fmt: skip
TRUSS = figure(
    "'De realiteit is dat we de opmars van [meer dan 100.000 militairen] aan de Oekraïense grens niet kunnen ontkennen'",
    100_000, "militairen", bound="above", modifiers=("aan de Oekraïense grens",), speaker="Liz Truss", article="004",
    published="2022-02", offset=1000,
)  # fmt: skip
GATHERED = figure(
    "Rusland heeft [meer dan 100.000 militairen] verzameld aan de grens met Oekraïne.", 100_000, "militairen", bound="above",
    modifiers=("aan de grens met Oekraïne",), article="004", published="2022-02", offset=3000,
)  # fmt: skip
TEN = figure(
    "Er zullen [tienduizend Russische en Belarussische soldaten] aan meedoen, zei Loekasjenko in een interview op de "
    "Russische staatstelevisie.", 10_000, "soldaten", modifiers=("Russische", "Belarussische"),
    speaker="Aleksandr Loekasjenko", article="003", published="2021-12",
)  # fmt: skip
THIRTY = figure(
    "Cijfers zijn er niet, maar volgens het Westen zijn [30.000 Russische soldaten] ontplooid op Wit-Russische bodem.",
    30_000, "soldaten", modifiers=("Russische",), speaker="Westen", article="004", published="2022-02", offset=4000,
)  # fmt: skip
MONEY = figure(
    "Hij verwelkomende donderdag een beslissing van de Europese Unie om [31 miljoen euro] uit te trekken voor onder meer "
    "veldhospitalen, logistiek en cybercapaciteiten van het Oekraïense leger.", 31e6, None, unit="EUR", article="003",
    published="2021-12", offset=2000,
)  # fmt: skip
CRIMEA = figure(
    "Oekraïne en Rusland zijn sinds de annexatie van de Krim in [2014] verwikkeld in een militair conflict.", None, None,
    unit="date", value="2014", article="001", published="2021-11", offset=2000,
)  # fmt: skip
BUDAPEST = figure(
    "De minister beklemtoonde dat de gesprekken rekening moeten houden met de soevereiniteit van Oekraïne, zoals Rusland "
    "dat in [1994] beloofd heeft in het Memorandum van Boedapest.", None, None, unit="date", value="1994", article="004",
    published="2022-02", offset=2000,
)  # fmt: skip
BORDER = (UKRAINE, MAY, PRECISE, NARRATOR, TRUSS, GATHERED, TEN, THIRTY)
DATES = figure(
    "Moskou en Minsk hebben een grootschalige militaire oefening aangekondigd in Wit-Rusland [tussen 10 en 20 februari].",
    None, None, unit="date", bound="range", value_min="2022-02-10", value_max="2022-02-20",
    article="000", published="2022-01",
)  # fmt: skip
TEN_DAYS = figure(
    "De manoeuvres zullen [10 dagen] duren, zo heeft Moskou laten weten.", 10, None, unit="day", speaker="Moskou",
    article="004", published="2022-02", offset=3500,
)  # fmt: skip

PREPARING = quote(
    "De Oekraïense militaire inlichtingendienst concludeert in zijn jongste analyse dat de aanhoudende Russische "
    "activiteiten langs de grens “[de voorbereidingen bevestigen voor offensieve operaties]”.",
    "Oekraïense militaire inlichtingendienst", kind="mixed", article="000", published="2022-01",
)  # fmt: skip
DENIAL = quote(
    "Het Kremlin heeft altijd stellig ontkend [een aanval op zijn buurland te plannen].", "Kremlin", kind="indirect",
    polarity="denied", article="004", published="2022-02",
)  # fmt: skip
SAID_POSSIBLE = quote(
    "De Amerikaanse minister van Buitenlandse Zaken, Antony Blinken, zei eind deze week dat [het mogelijk is dat Poetin en "
    "Biden snel contact met elkaar opnemen].", "Antony Blinken", kind="indirect", article="002", published="2021-12",
)  # fmt: skip
SAID_LIKELY = quote(
    "„[Het is waarschijnlijk dat de presidenten elkaar in de nabije toekomst spreken.]”", "Antony Blinken", article="002",
    published="2021-12", offset=160, flags=("floating",),
)  # fmt: skip
COSTS = quote(
    "Blinken onderstreepte dat agressie jegens Oekraïne zal worden beantwoord met „[hoge kosten en ernstige gevolgen]”.",
    "Antony Blinken", kind="mixed", article="002", published="2021-12", offset=900,
)  # fmt: skip
CONSEQUENCES = quote(
    "De Amerikaanse minister Blinken waarschuwde Lavrov voor ‘[serieuze consequenties]’ in geval van een Russische aanval "
    "op Oekraïne.", "Blinken", kind="mixed", article="003", published="2021-12",
)  # fmt: skip
FAKE = quote(
    'Eerder zei het Kremlin nog over de satellietbeelden dat [ze nep waren en "van lage kwaliteit"].', "Kremlin",
    kind="indirect", article="001", published="2021-11", offset=1500,
)  # fmt: skip
IMAGES = quote(
    "CNN meldt dat [satellietbeelden Russische treinen met tanks en raketten tonen].", "CNN", kind="indirect", article="005",
    published="2021-11",
)  # fmt: skip
NONSENSE = quote(
    "‘[Dit is Russische propaganda-onzin om Ruslands eigen voorbereidingen op een mogelijke aanval te verdoezelen]’, aldus "
    "de Oekraïense minister van Buitenlandse Zaken Dmitri Koeleba.", "Dmitri Koeleba", article="003", published="2021-12",
    offset=1500,
)  # fmt: skip
DEFENDING = quote(
    "Het Kremlin zegt [zich te willen verdedigen tegen ‘een mogelijke poging’ van Oekraïne om het schiereiland te "
    "heroveren].",
    "Kremlin", kind="indirect", article="003", published="2021-12", offset=1100,
)  # fmt: skip


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        (UKRAINE, PRECISE, "updates"),
        (UKRAINE, TRUSS, "updates"),
        (UKRAINE, GATHERED, "updates"),
        (NARRATOR, PRECISE, "updates"),
        (MAY, UKRAINE, "updates"),
        (PRECISE, TRUSS, "refines"),
        (PRECISE, GATHERED, "refines"),
        (UKRAINE, NARRATOR, "misattributed"),
        (TRUSS, GATHERED, "misattributed"),
        (TEN, THIRTY, "different_scope"),
        (THIRTY, GATHERED, "different_scope"),
        (DATES, TEN_DAYS, "corroborates"),
        (PREPARING, DENIAL, "denies"),
        (SAID_POSSIBLE, SAID_LIKELY, "misquotes"),
        (COSTS, CONSEQUENCES, "variant"),
        (IMAGES, FAKE, "disputes"),
        (DEFENDING, NONSENSE, "disputes"),
    ],
)
def test_relation_of_the_seeds(left: Comparable, right: Comparable, kind: str) -> None:
    """The pair is suggested as what a careful reader would call it."""
    found = relate(left, right)
    assert found is not None
    assert found.kind == kind


def test_no_contradiction_among_the_border_figures() -> None:
    """Troop figures of other months, places or populations never cry wolf."""
    kinds = {found.kind for a, b in combinations(BORDER, 2) if (found := relate(a, b))}
    assert "contradicts" not in kinds


def test_money_and_years_are_no_troops() -> None:
    """Millions of euros and years are related to no count."""
    assert not [a for a in BORDER for b in (MONEY, CRIMEA, BUDAPEST) if relate(a, b)]


def test_shift_of_firmness_names_its_reason() -> None:
    """Possible against likely is a shift of modality."""
    found = relate(SAID_POSSIBLE, SAID_LIKELY)
    assert found is not None
    assert found.evidence.reason == "modality"


def test_dropped_source_is_named() -> None:
    """The figure that lost its source says so, and whose it was."""
    found = relate(UKRAINE, NARRATOR)
    assert found is not None
    assert found.evidence.subtype == "attribution_dropped"
    assert found.evidence.facts["source"] == "Oekraïne"


def test_other_scope_says_what_differs() -> None:
    """Soldiers of two countries against soldiers of one: the population differs."""
    found = relate(TEN, THIRTY)
    assert found is not None
    assert "population" in str(found.evidence.facts["differs"])
