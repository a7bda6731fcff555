"""Figures and who counted them."""

from __future__ import annotations

import pytest

from workbench.extract import extract
from workbench.model import Article

COUNTED = [
    (
        "nl",
        "De politie telde 5.000 betogers, de organisatie spreekt van 20.000.",
        {"5.000": "politie", "20.000": "organisatie"},
    ),
    ("nl", "De bond houdt het op 3.000 stakers.", {"3.000": "bond"}),
    ("nl", "De gemeente schat het aantal bezoekers op ruim 12.000.", {"12.000": "gemeente"}),
    ("nl", "In Utrecht telde de politie 450 betogers.", {"450": "politie"}),
    (
        "nl",
        "De politie heeft 450 betogers geteld en de vakbond houdt het op 900.",
        {"450": "politie", "900": "vakbond"},
    ),
    ("nl", "Het dodental is volgens de autoriteiten opgelopen tot 34.", {"34": "autoriteiten"}),
    (
        "en",
        "Police put the figure at 5,000, while organisers said 20,000 people had marched.",
        {"5,000": "Police", "20,000": "organisers"},
    ),
    ("en", "The ministry puts the death toll at 34.", {"34": "ministry"}),
    (
        "de",
        "Die Polizei zählte 5.000 Teilnehmer, die Veranstalter sprachen von 20.000.",
        {"5.000": "Polizei", "20.000": "Veranstalter"},
    ),
    ("fr", "La police a compté 450 manifestants devant la mairie.", {"450": "police"}),
]
UNCOUNTED = [
    ("nl", "Het dorp telde 900 huizen."),
    ("nl", "De schade wordt geschat op 40 miljoen euro."),
    ("nl", "De trein vertrok vanaf spoor 5 met 300 reizigers."),
    ("en", "The bridge carries 900 cars."),
]


@pytest.mark.parametrize(("lang", "text", "sources"), COUNTED)
def test_counted_figure_belongs_to_its_counter(lang: str, text: str, sources: dict[str, str]) -> None:
    """A figure governed by a verb of counting or estimating has the subject of that verb as its source."""
    figures = extract(Article(name="x", text=text, sha256="00", lang=lang), lang).figures
    for number, counter in sources.items():
        figure = next(f for f in figures if number in f.text)
        assert figure.speaker is not None
        assert counter in figure.speaker
        assert figure.source is not None
        assert counter in figure.source.of(text)


@pytest.mark.parametrize(("lang", "text"), UNCOUNTED)
def test_plain_figure_has_no_counter(lang: str, text: str) -> None:
    """A thing that has a number of parts, a passive without an agent and a plain number name no source."""
    figures = extract(Article(name="x", text=text, sha256="00", lang=lang), lang).figures
    assert figures
    assert all(figure.source is None and figure.speaker is None for figure in figures)
