"""Quotes over whole texts: floating speech, nesting, posts, links, hostile input."""

from __future__ import annotations

import hashlib

import pytest

from workbench.extract import extract
from workbench.extract.finders.quotes import find_quotes
from workbench.extract.links import link_figures
from workbench.model import Article, Extraction, Figure, Quote, Span
from workbench.segment import segment


def article(text: str, lang: str = "nl") -> Article:
    """An article with that text."""
    return Article(name="t", text=text, sha256=hashlib.sha256(text.encode()).hexdigest(), lang=lang)


def quotes(text: str, lang: str = "nl") -> list[Quote]:
    """The quotes in it."""
    return find_quotes(segment(article(text, lang), lang))


def test_floating_quote_takes_the_speaker_before() -> None:
    """Speech that makes its own sentence belongs to who spoke last."""
    first, second = quotes("„Het water zakt”, zei Karin Mulder. „Wij blijven waakzaam.”")
    assert first.speaker == second.speaker == "Karin Mulder"
    assert "floating" in second.flags


def test_short_name_becomes_the_full_one() -> None:
    """The speaker has the fullest name that the article gives, also when it comes later."""
    found = quotes("Mulder zei dat het water zakt.\nWethouder Karin Mulder zei dat de dijk houdt.")
    assert [q.speaker for q in found] == ["Karin Mulder", "Karin Mulder"]


def test_fragment_is_linked_to_its_clause() -> None:
    """A mixed quote names the indirect quote it stands in."""
    clause, fragment = quotes("Mulder zei dat het plan “een stap terug” is.")
    assert (clause.kind, fragment.kind) == ("indirect", "mixed")
    assert fragment.in_quote == clause.id


def test_report_within_a_quote_is_nested() -> None:
    """A report inside direct speech is found, flagged and linked."""
    outer, nested = quotes("„De minister zegt dat de brug veilig is”, zei Mulder.")
    assert nested.in_quote == outer.id
    assert "nested" in nested.flags
    assert nested.source_text == "De minister"


def test_first_person_report_within_a_quote_is_not_a_quote() -> None:
    """“I said that …” inside one's own speech is no second quote."""
    assert len(quotes("„Ik zei dat de brug veilig is”, vertelde Mulder.")) == 1


def test_tail_attribution_leads_to_the_root() -> None:
    """What a medium reports of a person's denial is two quotes, the inner one with its polarity."""
    outer, inner = quotes("De burgemeester ontkende niet dat er geld weg was, meldt de krant.")
    assert outer.source_text == "de krant"
    assert inner.in_quote == outer.id
    assert inner.polarity == "not_denied"
    assert inner.chain == ("krant", "burgemeester")


def test_interrupted_clause_keeps_its_parts() -> None:
    """A reporting clause in the middle leaves one quote with two parts."""
    (found,) = quotes("De brug, aldus de wethouder, blijft tot maandag dicht.")
    text = "De brug, aldus de wethouder, blijft tot maandag dicht."
    assert [part.of(text) for part in found.parts] == ["De brug", "blijft tot maandag dicht"]


def test_interrupted_speech_lists_all_its_parts() -> None:
    """Both halves of an interrupted utterance say where all of it stands."""
    first, second = quotes("„Ik kom niet”, zei Mulder, „want ik heb geen tijd.”")
    assert first.parts == second.parts == (first.span, second.span)


def test_post_has_name_and_date() -> None:
    """A social-media post is a quote by who signed it, on the day it says."""
    text = "De dijk houdt.\nThe dam has held and we are all safe tonight. — Karin Mulder (@kmulder) 18 januari 2022"
    (found,) = quotes(text)
    assert (found.kind, found.source_text, found.date) == ("post", "Karin Mulder", "2022-01-18")


def test_headings_and_titles_are_no_quotes() -> None:
    """A marked heading, a reference to another article and a title are left alone."""
    assert (
        quotes(
            "‘Zeer gevaarlijk’\n\nLees ook: ‘De dijk houdt het niet. Wat nu?’\n\nZij zag de film ‘Storm op Zee’."
        )
        == []
    )


def test_modality_of_hearsay_and_demand() -> None:
    """A demand is marked as such, and so is a report that is itself hearsay."""
    demand, hearsay = quotes("De bond eist dat het loon stijgt. Volgens de krant zou de bank failliet zijn.")
    assert (demand.modality, hearsay.modality) == ("demanded", "reported")


def test_unknown_language_finds_nothing() -> None:
    """A language without a table gets no quotes, not those of another language."""
    assert quotes("„De brug blijft dicht”, zei Mulder.", "xx") == []


def test_confidence_orders_the_evidence() -> None:
    """A named cue beats speech without a cue, which beats an opinion."""
    cued, floating = quotes("„Het water zakt”, zei Karin Mulder. „Wij blijven waakzaam.”")
    (opinion,) = quotes("Mulder hoopt dat het water zakt.")
    assert cued.confidence > floating.confidence > 0
    assert cued.confidence > opinion.confidence


def test_figures_take_the_innermost_quote_and_its_source() -> None:
    """A figure in a fragment in a clause points at the fragment and has the speaker of the quote."""
    text = "Mulder zei dat er “ruim 400 boten” zonken."
    clause, fragment = quotes(text)
    at = text.index("ruim")
    figure = Figure(
        id="f1", article="a", span=Span(at, at + 14), text="ruim 400 boten", sentence=Span(0, len(text))
    )
    outside = Figure(id="f2", article="a", span=Span(0, 6), text="Mulder", sentence=Span(0, len(text)))
    first, second = link_figures([figure, outside], [clause, fragment], segment(article(text)))
    assert (first.in_quote, first.speaker) == (None, None)
    assert (second.in_quote, second.speaker) == (fragment.id, "Mulder")


def test_extracting_again_changes_nothing() -> None:
    """The same text gives the same mentions with the same ids."""
    source = article("„Het water zakt”, zei Karin Mulder. Volgens de bond zijn er 40 boten weg.")
    assert extract(source) == extract(source)
    assert isinstance(extract(source), Extraction)


HOSTILE = [
    '"',
    "„",
    "'",
    ",,",
    '" a',
    "“a ",
    "zei ",
    "zei dat ",
    "Jan zei: ",
    "volgens ",
    ", zei hij",
    "— ",
    "a, ",
    "Jan, de ",
]


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.timeout(100)
def test_attack_ends(piece: str) -> None:
    """Reading ends on any repeated pattern, with spans in order; what is quadratic would run into the time limit."""
    text = piece * (80_000 // len(piece))
    spans = [quote.span for quote in find_quotes(segment(article(text), "nl"))]
    assert [span.start for span in spans] == sorted(span.start for span in spans)
    assert all(span.end <= len(text) for span in spans)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Volgens Mulders advocaat is de zaak gesloten.", "Mulders advocaat"),
        ("Mulder en Bakker zeiden dinsdag dat de zaak gesloten is.", "Mulder en Bakker"),
        ("„Het is af”, zei Karin Mulder in Zwolle.", "Karin Mulder"),
        ("„Het is af”, zei bestuurslid Lotte Kramer van Zuidwal.", "Lotte Kramer"),
        ("Een paar dagen eerder waarschuwde Mulder dat het water steeg.", "Mulder"),
        ("Een deel van die opbouw vindt volgens deskundigen plaats in Zwolle.", "deskundigen"),
        (
            "De chefs van Buitenlandse Zaken van Zwolle spraken van een ‘crisis’.",
            "chefs van Buitenlandse Zaken van Zwolle",
        ),
    ],
)
def test_speaker_has_neither_place_nor_quantity(text: str, speaker: str) -> None:
    """A speaker is the person or body, without a place, an affiliation, a quantity or the words of the clause."""
    assert [q.speaker for q in quotes(text)] == [speaker]


def test_entries_of_a_list_of_works_quote_nobody() -> None:
    """Under a heading like "Literatuur" marks stand around titles, until the next heading."""
    text = (
        "Karin Mulder zei: „De brug blijft voorlopig dicht.”\n\nLiteratuur\n\nJan Bos: „Tussen dijk en dorp. Het water "
        "in Wessum is hier geweest”\n\nLater leven\n\nJan Bos: „Ik ga nooit meer terug naar Wessum.”"
    )
    assert [quote.speaker for quote in quotes(text)] == ["Karin Mulder", "Jan Bos"]
