"""Blocks, sentences and languages of articles."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.languages.base import LANGUAGES
from workbench.model import Article, Span
from workbench.segment import Segmented, detect_language, segment, split_sentences


def _article(text: str, **more: object) -> Article:
    return Article(name="x", text=text, sha256="0", **more)  # type: ignore[arg-type]  # keyword by keyword is untyped


def _seed(seeds: Path, number: str) -> Segmented:
    text = next(seeds.glob(f"{number}_*")).read_text(encoding="utf-8")
    return segment(_article(text, body=Span(len(" date 2022-01 "), len(text))))


def test_the_english_post_in_a_dutch_article_has_its_own_language(seeds: Path) -> None:
    """Seed 000 is Dutch; its one post is English."""
    segmented = _seed(seeds, "000")
    assert segmented.article.lang == "nl"
    posts = [block for block in segmented.blocks if block.kind == "post"]
    assert [block.lang for block in posts] == ["en"]
    assert {block.lang for block in segmented.blocks if block.kind != "post"} == {"nl"}
    assert segmented.language_at(posts[0].span.start) == "en"


def test_headings_and_captions_of_the_seeds_are_told_from_paragraphs(seeds: Path) -> None:
    """Seed 003 has one heading and two captions."""
    kinds = [block.kind for block in _seed(seeds, "003").blocks]
    assert kinds.count("heading") == 1
    assert kinds.count("caption") == 2


def test_the_header_is_in_no_block(seeds: Path) -> None:
    """What lies outside the article's body is not segmented."""
    segmented = _seed(seeds, "001")
    assert segmented.blocks[0].span.start == segmented.article.span.start


def test_a_quote_of_nine_sentences_is_nine_sentences(seeds: Path) -> None:
    """The long quotation of seed 001 does not come back as one sentence."""
    segmented = _seed(seeds, "001")
    text = segmented.article.text
    block = segmented.block_at(text.index("Rusland-correspondent"))
    assert len(block.sentences) == 8
    assert block.sentences[-1].of(text).endswith('het Westen."')


def test_a_language_given_wins_over_the_words() -> None:
    """``lang`` forces the article's language."""
    assert segment(_article("Dit is een zin die duidelijk Nederlands is."), "en").article.lang == "en"


def test_an_article_without_text_still_answers() -> None:
    """Empty text has no blocks, and lookups give empty spans."""
    segmented = segment(_article(""))
    assert len(segmented.blocks) == 0
    assert segmented.sentence_at(0) == Span(0, 0)
    assert len(segmented.block_at(5).sentences) == 0


def test_between_sentences_the_one_before_counts() -> None:
    """An offset in the white space belongs to the sentence before it."""
    segmented = segment(_article("Dat is een. Dat is twee."), "nl")
    assert segmented.sentence_at(11) == segmented.sentences[0]
    assert segmented.sentence_at(12) == segmented.sentences[1]


@pytest.mark.parametrize(
    "text", ["", "12 34 56", "Blinken Lavrov Stockholm", "Rokote estää taudin leviämisen maassa"]
)
def test_what_has_too_few_function_words_has_no_language(text: str) -> None:
    """Without known function words the language is undetermined."""
    assert detect_language(text)[0] == "und"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("pt", "O presidente da câmara disse que não se pode abrir a ponte neste momento, segundo fontes da autarquia."),
        ("it", "Il sindaco della città ha detto che non si può aprire il ponte in questo momento, secondo il comune."),
        ("ca", "L'alcalde de la ciutat va dir que no es pot obrir el pont en aquest moment, segons l'ajuntament."),
        ("sv", "Borgmästaren sade att bron inte kan öppnas just nu, enligt källor i kommunen och på sjukhuset."),
    ],
)  # fmt: skip
def test_a_related_language_is_not_taken_for_a_known_one(code: str, text: str) -> None:
    """A language without a pack shares words with those that have one, and is none of them."""
    if code in LANGUAGES.names():
        pytest.skip("has a pack by now")
    assert detect_language(text)[0] == "und"


def test_an_article_in_an_unknown_language_is_still_cut() -> None:
    """Capitals and stops suffice where no table fits."""
    segmented = segment(_article("Rokote estää taudin. Lääkäri kertoi asiasta."))
    assert segmented.article.lang == "und"
    assert len(segmented.sentences) == 2


@given(
    st.text(alphabet=st.characters(blacklist_categories=("Cs",)), max_size=300),
    st.sampled_from([*LANGUAGES.names(), None]),
)
@settings(max_examples=200, deadline=None)
def test_sentences_cover_every_visible_character_in_order(text: str, lang: str | None) -> None:
    """Whatever the text, sentences are ordered, apart, inside it, and leave out white space only."""
    segmented = segment(_article(text), lang)
    end = 0
    for sentence in segmented.sentences:
        assert end <= sentence.start < sentence.end <= len(text)
        assert not text[end : sentence.start].strip()
        end = sentence.end
    assert not text[end:].strip()
    for block in segmented.blocks:
        assert all(block.span.contains(sentence) for sentence in block.sentences)


@given(
    st.lists(
        st.sampled_from(
            ["Hij zei ", "nee", ". ", "! ", "” ", "„", "dr. ", "J. ", "De Vries ", "'s ", "\n", "... ", "3. "]
        ),
        max_size=60,
    )
)
@settings(max_examples=200, deadline=None)
def test_marks_and_abbreviations_in_any_order_are_covered(pieces: list[str]) -> None:
    """Sentence ends in any order lose no character."""
    text = "".join(pieces)
    spans = split_sentences(text, Span(0, len(text)), LANGUAGES.load("nl"))
    assert (
        "".join(s.of(text) for s in spans).split() == text.split() or not text.strip() or _same(spans, text)
    )


def _same(spans: list[Span], text: str) -> bool:
    return "".join("".join(s.of(text) for s in spans).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "unit", [". ", '"', "A", "A. ", "?!", "\n", "'s ", "'' ", '." ', "(@", "— Jan (@", "dr. "]
)
@pytest.mark.timeout(100)
def test_a_long_text_of_one_pattern_ends(unit: str) -> None:
    """Segmentation ends on any repeated pattern and keeps its blocks inside the text."""
    text = unit * (400_000 // len(unit))
    assert all(block.span.end <= len(text) for block in segment(_article(text), "nl").blocks)
