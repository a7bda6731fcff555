"""Speakers inside one article: full names, pronouns, roles."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.extract.speakers import Speakers
from workbench.languages.base import LANGUAGES
from workbench.model import Article, Span
from workbench.segment import segment


def _speakers(text: str, lang: str = "nl") -> Speakers:
    return Speakers(segment(Article(name="x", text=text, sha256="0"), lang))


def _resolve(text: str, source: str, lang: str = "nl", after: str = "") -> str | None:
    at = text.index(source, text.index(after))
    return _speakers(text, lang).resolve(Span(at, at + len(source)), at)


def test_a_short_name_becomes_the_full_name_that_comes_later() -> None:
    """The whole article counts, not only what stands before."""
    text = "Peeters zei dat het mag. Later kwam minister Anna Peeters erop terug."
    assert _resolve(text, "Peeters") == "Anna Peeters"


def test_a_pronoun_stands_for_the_nearest_person_of_that_gender() -> None:
    """The pronoun "zij" passes over a man, "hij" over a woman."""
    text = "Minister Anna Peeters sprak met Karel Smit. Zij zei dat het mag. Hij vond van niet."
    assert _resolve(text, "Zij") == "Anna Peeters"
    assert _resolve(text, "Hij") == "Karel Smit"


def test_a_plural_verb_keeps_a_pronoun_from_naming_one_woman() -> None:
    """The plural "zij zeiden" is nobody in particular, "zij zei" is the woman."""
    text = "Minister Anna Peeters luisterde. Zij vonden het te duur."
    assert _resolve(text, "Zij") is None


def test_a_role_stands_for_who_was_given_it() -> None:
    """The phrase "de minister" is the last minister named."""
    text = "Burgemeester Jan Bos en minister Anna Peeters spraken. De minister zei weinig. De burgemeester zei veel."
    assert _resolve(text, "De minister") == "Anna Peeters"
    assert _resolve(text, "De burgemeester") == "Jan Bos"


def test_a_role_of_another_country_is_not_taken() -> None:
    """The French minister is not the Belgian one."""
    text = "De Belgische minister Anna Peeters sprak. De Franse minister zei weinig."
    assert _resolve(text, "De Franse minister") == "Franse minister"


def test_an_unnamed_spokesperson_stays_a_description() -> None:
    """Nobody named is nobody invented."""
    text = "Minister Anna Peeters zweeg. Een woordvoerder van het ministerie zei dat het mag."
    assert _resolve(text, "Een woordvoerder van het ministerie") == "woordvoerder van het ministerie"


def test_titles_and_possessors_are_left_out_of_the_name() -> None:
    """Seed 000 resolves a possessive phrase to the spokeswoman."""
    text = "Dat is zo, aldus president Jansens woordvoerder Eva Smit."
    assert _resolve(text, "president Jansens woordvoerder Eva Smit") == "Eva Smit"


def test_the_seed_resolves_she_to_psaki(seeds: Path) -> None:
    """In seed 000 "Zij doelde" and "Zij stelde" are Jen Psaki, found by her given name."""
    text = next(seeds.glob("000_*")).read_text(encoding="utf-8")
    for after in ("Zij doelde", "Zij stelde"):
        assert _resolve(text, "Zij", after=after) == "Jen Psaki"


def test_english_pronouns_and_surnames_are_resolved() -> None:
    """The same rules hold for English."""
    text = "Gov. Laura Hill met Tom Reed on Monday. She said it was late. Reed agreed."
    assert _resolve(text, "She", "en") == "Laura Hill"
    assert _resolve(text, "Reed", "en", after="Reed agreed") == "Tom Reed"


def test_names_come_left_to_right_without_the_capital_of_a_sentence() -> None:
    """A word that is only capitalised at the start of a sentence is no name."""
    text = "Soms belt Karel Smit met de NAVO. Angst kent hij niet."
    spans = _speakers(text).names_in(Span(0, len(text)))
    assert [s.of(text) for s in spans] == ["Karel Smit", "NAVO"]


def test_what_a_preposition_governs_is_no_source() -> None:
    """A phrase such as "na het gesprek met Smit" holds no source for the verb after it."""
    text = "Na het gesprek met Karel Smit zei minister Peeters niets."
    assert _speakers(text).left_of(text.index("zei")) is None


def test_a_noted_speaker_is_preferred_for_speech_without_source() -> None:
    """With no source at all, whoever spoke last is the answer."""
    speakers = _speakers("Karel Smit zei niets. En dan nog iets.")
    speakers.note_speaker("Karel Smit", 0)
    assert speakers.resolve(None, 30) == "Karel Smit"


def test_speech_without_source_goes_to_the_person_the_text_is_about() -> None:
    """Places and bodies are passed over."""
    text = "Anna Peeters kwam aan in Genève. De reis was lang."
    found = _speakers(text).likely_speaker(len(text))
    assert found
    assert found.of(text) == "Anna Peeters"


def test_a_language_without_table_finds_nothing_but_capitals() -> None:
    """No other language's words are used."""
    text = "Pekka Virtanen kertoi asiasta."
    assert _speakers(text, "und").left_of(text.index("kertoi")) == Span(0, len("Pekka Virtanen"))


@given(
    st.text(alphabet=st.characters(blacklist_categories=("Cs",)), max_size=200),
    st.sampled_from([*LANGUAGES.names(), "und"]),
    st.integers(0, 200),
)
@settings(max_examples=200, deadline=None)
def test_any_text_is_answered_with_spans_inside_it(text: str, lang: str, at: int) -> None:
    """Whatever the text and place, nothing raises and every span lies in the text."""
    speakers = _speakers(text, lang)
    for span in (
        speakers.left_of(at),
        speakers.right_of(at),
        speakers.noun_phrase_at(at),
        *speakers.names_in(Span(0, len(text))),
    ):
        if span is not None:
            assert span.of(text).strip()
            speakers.resolve(span, at)


_PIECES = [
    "de ", "De ", "minister ", "van ", "Jan ", "Vries ", ", ", "zei ", "zij ", "'s ", "en ", "(", ") ",
    "dr. ", "J. ", "Britse ", ". ", "“", "NAVO ", "een ",
]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=40), st.integers(0, 200))
@settings(max_examples=300, deadline=None)
def test_phrases_of_any_make_lie_on_their_side_of_the_cue(pieces: list[str], at: int) -> None:
    """``left_of`` ends before the cue and ``right_of`` begins after it."""
    text = "".join(pieces)
    speakers = _speakers(text)
    left, right = speakers.left_of(at), speakers.right_of(at)
    assert left is None or left.end <= at
    assert right is None or right.start >= at


@pytest.mark.parametrize(
    "unit",
    [
        ". ",
        '"',
        "A ",
        "A",
        "Jan ",
        "de Jan ",
        "minister van ",
        "Hij ",
        "zij zei ",
        "(",
        "Jan, ",
        "J. ",
        "’s ",
        "De ",
    ],
)
@pytest.mark.timeout(100)
def test_a_long_pattern_ends(unit: str) -> None:
    """Scan and lookups end on any repeated pattern; what is quadratic would run into the time limit."""
    text = unit * (200_000 // len(unit))
    speakers = _speakers(text)
    for at in range(0, len(text), len(text) // 50):
        source = speakers.left_of(at) or speakers.right_of(at)
        speakers.resolve(source, at)
        assert source is None or source.end <= len(text)
