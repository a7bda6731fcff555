"""The comparison over columns: which mentions stand together, at what cost, and that pieces of work change nothing."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.compare.bulk import fitting, grams
from workbench.compare.bulk import stars as gather
from workbench.compare.bulk.columns import spans, wordings
from workbench.compare.words import words_of

DIKE = "De dijk bij Wervelo houdt het tot morgenochtend, maar langer durft niemand van ons te beloven"
BANK = "Onze bank in Kolmaar sluit dit najaar elf kantoren en schrapt daarbij ruim tachtig banen"


def together(*texts: str, speakers: list[int] | None = None) -> list[int]:
    """The representative of each text."""
    return gather(list(texts), speakers).representative.tolist()


@pytest.mark.parametrize(
    "copy",
    [
        DIKE.upper() + "!",
        "De dijk bij Wervelo houdt het tot morgenochtend",
        "maar langer durft niemand van ons te beloven",
        "De dijk bij Wervelo houdt het (…) van ons te beloven",
        "De dijk bij Wervelo houdt tot morgenochtend, maar langer durft niemand van ons beloven",
        "De dijk bij Wervelo houdt het tot morgenavond, maar langer durft niemand van ons te beloven",
    ],
)
def test_a_copy_stands_with_the_whole(copy: str) -> None:
    """In other capitals, cut short on either side, with a gap, with words dropped or one altered: one star."""
    assert together(BANK, DIKE, copy) == [0, 1, 1]


def test_two_halves_stand_together_by_the_whole() -> None:
    """Two parts that share no word are of one statement, and both stand with it directly."""
    half = DIKE.index(" maar")
    assert together(DIKE[:half], DIKE[half:], DIKE) == [2, 2, 2]


def test_what_says_something_else_stands_alone() -> None:
    """Statements that share a few words in a row are two."""
    assert together(
        DIKE, "De dijk bij Wervelo houdt volgens de gemeente geen rekening met zwaar verkeer"
    ) == [0, 1]


def test_words_of_two_speakers() -> None:
    """A whole sentence of two speakers is one star, since one of them may be wrong; a part of it is a phrase of both."""
    assert together(DIKE, DIKE, speakers=[1, 2]) == [0, 0]
    assert together(DIKE, "langer durft niemand van ons te beloven", speakers=[1, 2]) == [0, 1]
    assert together(DIKE, "langer durft niemand van ons te beloven", speakers=[1, 1]) == [0, 0]
    assert together(DIKE, "langer durft niemand van ons te beloven", speakers=[1, -1]) == [0, 0]


def test_a_common_phrase_is_no_statement() -> None:
    """What is a part of many statements of many is of none of them, and its copies say nothing of each other."""
    phrase = "Wij doen er alles aan"
    whole = [
        f"{phrase} om {name} te helpen bij {name}stad" for name in ("Brolo", "Kivaro", "Tesmel", "Wodrak")
    ]
    assert together(*whole, phrase, phrase) == [0, 1, 2, 3, 4, 5]
    # Whose it is, is known where its speaker is.
    assert together(*whole, phrase, phrase, speakers=[1, 2, 3, 4, 3, -1]) == [0, 1, 2, 3, 2, 5]


def test_the_repeated_wording_stands_for_the_altered_one() -> None:
    """One altered copy that has a word more does not become what all others stand with."""
    altered = DIKE.replace("morgenochtend", "morgen of overmorgen")
    assert together(altered, *[DIKE] * 8) == [1] * 9


def test_nearness() -> None:
    """A part is wholly in its representative; an altered copy is not."""
    altered = DIKE.replace("morgenochtend", "morgenavond")
    found = gather([DIKE, DIKE, DIKE[:60], altered])
    assert found.representative.tolist() == [0, 0, 0, 0]
    assert found.near[:3].tolist() == [1, 1, 1]
    assert 0.9 < found.near[3] < 1


def test_a_statement_that_is_everywhere_costs_its_line() -> None:
    """Twice the altered copies of one statement are twice the pairs looked at, and all of them are found."""
    words = DIKE.split()
    looked = []
    for copies in (200, 400, 800):
        texts = [DIKE] * 10 + [" ".join((*words[:place], f"woord{n}", *words[place + 1 :]))
                               for n in range(copies) for place in [n % len(words)]]  # fmt: skip
        found = gather(texts)
        assert set(found.representative.tolist()) == {0}
        looked.append(found.looked_at / copies)
    assert looked[2] <= 1.2 * looked[0]


@pytest.mark.parametrize("texts", [[], [""], ["", "—"], ["ja", "ja", "nee"], ["a b", "a b"]])
def test_hardly_any_words(texts: list[str]) -> None:
    """Nothing at all, and single words: equal ones stand together."""
    found = gather(texts).representative.tolist()
    assert found == [
        texts.index(text) if any(map(str.isalnum, text)) else found[at] for at, text in enumerate(texts)
    ]


TEXTS = st.lists(st.text(st.sampled_from("ab ’'-.1„ßé\u202e\x1c\U0001f600"), max_size=40), max_size=12)


@settings(max_examples=80)
@given(TEXTS)
def test_words_are_those_of_the_comparison(texts: list[str]) -> None:
    """The columns hold the folded words of every text, whatever it is made of."""
    said = wordings(texts)
    for at, text in enumerate(texts):
        assert said.text(said.of[at]) == " ".join(word.folded for word in words_of(text))


def test_pieces_of_work_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows of words made and looked through in small pieces give the same stars."""
    texts = [f"{DIKE} zegt getuige {n % 7}" for n in range(40)] + [
        f"{BANK} meldt krant {n}" for n in range(40)
    ]
    whole = gather(texts).representative.tolist()
    for name, value in (("AT_A_TIME", 100), ("ASKED_AT_A_TIME", 50), ("WORDINGS_AT_A_TIME", 3)):
        monkeypatch.setattr(grams, name, value)
    monkeypatch.setattr("workbench.compare.bulk.quotes.PAIRS_AT_A_TIME", 7)
    assert gather(texts).representative.tolist() == whole


def test_spans_follow_each_other() -> None:
    """The places of stretches, empty ones among them."""
    assert spans(np.array([5, 9, 0]), np.array([2, 0, 3])).tolist() == [5, 6, 0, 1, 2]


NUMBERS = st.floats(-1e12, 1e12, allow_nan=False).map(lambda value: float(f"{value:.5g}"))
ROWS = st.lists(st.tuples(st.integers(0, 2), st.integers(-3, 3), NUMBERS, NUMBERS), max_size=20)


@settings(max_examples=120)
@given(ROWS)
def test_figures_that_fit(rows: list[tuple[int, int, float, float]]) -> None:
    """The runs are exactly the pairs of one group whose intervals meet."""
    columns = [np.array([row[at] for row in rows], np.int64) for at in (0, 1)]
    low, high = (np.array([pick(row[2:]) for row in rows], np.float64) for pick in (min, max))
    found = fitting(columns, low, high)
    order = found.order.tolist()
    pairs = {
        frozenset((order[at], order[other]))
        for at, end in enumerate(found.end.tolist())
        for other in range(at + 1, end)
    }
    brute = {
        frozenset((a, b))
        for a in range(len(rows))
        for b in range(a)
        if rows[a][:2] == rows[b][:2] and low[a] <= high[b] and low[b] <= high[a]
    }
    assert pairs == brute
    assert found.pairs == len(brute)


def test_figures_in_groups_of_any_number() -> None:
    """Columns of very large numbers are told apart all the same, and an open end meets everything above it."""
    group = np.array([1 << 60, 1 << 60, (1 << 60) + 1, -(1 << 60)], np.int64)
    found = fitting([group, group], np.array([1.0, 5.0, 5.0, 5.0]), np.array([np.inf, 5.0, 5.0, 5.0]))
    assert found.pairs == 1
