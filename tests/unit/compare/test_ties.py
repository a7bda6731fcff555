"""Which articles tell one story by what they quote, and which two."""

from __future__ import annotations

from dataclasses import replace

from workbench.compare import Comparable, relate
from workbench.compare.cases import figure
from workbench.compare.profile import profile
from workbench.compare.quoting import quoted_alike
from workbench.compare.ties import of_two_stories

SAID = "Wij laten niemand achter in het dal, hoe lang het ook duurt"
OTHER = "De kade wordt voor de winter hersteld en daarna verhoogd"


def burnt(number: int, article: str, quoted: str, lead: str = "") -> Comparable:
    """So many homes in an article that quotes something."""
    text = f"{lead} „{quoted}”, klonk het. De brand verwoestte {number} woningen."
    made = figure(
        f"De brand verwoestte [{number} woningen].", number, "woningen", article=article, lead=lead,
        around="De brand woedde sinds de storm. De brand verwoestte woningen.",
    )  # fmt: skip
    return replace(made, article=replace(made.article, text=text))


def test_articles_that_quote_the_same_words_tell_one_story() -> None:
    """Eight words of one utterance are enough, in other marks and cut short; each side shows them as it writes them."""
    left = burnt(40, "a", SAID)
    right = burnt(52, "b", SAID.upper().partition(",")[0] + ", hoe lang")
    found = quoted_alike(profile(left), profile(right))
    assert found == ("Wij laten niemand achter in het", "WIJ LATEN NIEMAND ACHTER IN HET")
    related = relate(left, right)
    assert related is not None
    assert related.kind == "updates"


def test_articles_that_quote_others_and_share_no_names_tell_two() -> None:
    """So many homes burnt is said of every fire: without a word or a name in common nothing is said of two numbers."""
    left, right = burnt(40, "a", SAID), burnt(52, "b", OTHER)
    assert of_two_stories(profile(left), profile(right))
    assert relate(left, right) is None


def test_two_names_tie_articles_that_quote_others() -> None:
    """A place and a person in both are a tie, whoever else is quoted."""
    lead = "De brand bij het dorp Kamperzand is uit, zegt commandant Ida Loos"
    left, right = burnt(40, "a", SAID, lead), burnt(52, "b", OTHER, lead)
    assert not of_two_stories(profile(left), profile(right))
    assert relate(left, right) is not None


def test_articles_that_quote_nobody_are_not_taken_apart() -> None:
    """What is not quoted tells nothing."""
    left, right = burnt(40, "a", SAID), burnt(52, "b", "kort")
    assert not of_two_stories(profile(left), profile(right))


def test_marks_without_end_are_read_at_once() -> None:
    """A text of nothing but quotation marks costs its length."""
    left, right = burnt(40, "a", "„" * 200_000), burnt(52, "b", "'a " * 200_000)
    assert quoted_alike(profile(left), profile(right)) is None
