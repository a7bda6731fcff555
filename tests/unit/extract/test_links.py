"""Figures and the sources they come from."""

from __future__ import annotations

from workbench.extract import extract
from workbench.model import Article, Figure


def figures(text: str) -> dict[str, Figure]:
    """Figures of a Dutch text by the number they begin with."""
    found = extract(Article(name="x", text=text, sha256="00", lang="nl", published="2022-01")).figures
    return {str(f.value): f for f in found}


def test_figure_in_a_quote_has_its_speaker() -> None:
    """A figure inside an indirect quote belongs to that quote and its speaker."""
    figure = figures("Volgens de politie waren er 450 betogers op het plein.")["450"]
    assert figure.in_quote is not None
    assert figure.speaker is not None
    assert "politie" in figure.speaker


def test_report_that_goes_on_keeps_its_source() -> None:
    """A reported sentence without a source of its own takes the source of the sentence before it."""
    text = "Volgens de politie verliep de betoging rustig. Het zou gaan om 450 mensen. De gemeente telde 90 auto's."
    found = figures(text)
    assert found["450"].speaker is not None
    assert "politie" in found["450"].speaker
    assert found["450"].in_quote is None


def test_plain_sentence_after_a_quote_has_no_source() -> None:
    """What the article says itself is not given to whoever spoke before."""
    text = "Volgens de politie verliep de betoging rustig. Op het plein stonden 450 mensen."
    assert figures(text)["450"].speaker is None


def test_report_in_a_later_paragraph_has_no_source() -> None:
    """A new paragraph does not go on with the source of the one before."""
    first = "Volgens de politie verliep de betoging in de stad vrij rustig."
    text = f"{first}\n\nHet zou gaan om 450 mensen op het plein bij het station."
    assert figures(text)["450"].speaker is None
