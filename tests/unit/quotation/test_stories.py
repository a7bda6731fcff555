"""Stories, in which only spoken words are quotes, against reports."""

from __future__ import annotations

from workbench.extract import extract
from workbench.model import Article, Quote

STORY = (
    "Hij stond bij het raam en zag hoe de boot de haven verliet. Zij was niet aan boord, dat wist hij "
    "zeker. Toch had hij gehoopt dat ze hem van het dek zou wenken, zoals ze vroeger deed. Achter hem "
    "ging de deur open.\n\n"
    "„Wacht je nog steeds?” vroeg zijn broer. Hij antwoordde niet. Hij dacht dat zijn broer het wel "
    "begreep, maar die kwam naast hem staan en legde een hand op zijn schouder. „Ze komt niet terug”, "
    "zei hij zacht.\n\n"
    "Hij zei dat hij dat ook niet had verwacht. Het was een leugen en zij beiden wisten het. Hij ging "
    "zitten, nam zijn pijp van de tafel en zag dat zijn handen beefden. Zijn broer had haar nooit "
    "gemogen; hij vond dat ze te hard lachte en te weinig vroeg. Zo stonden zij daar, en hij was blij "
    "dat hij zijn broer niet hoefde aan te kijken. Toen de boot achter de pier verdween, kon hij haar "
    "gezicht al bijna niet meer voor zich zien. „Kom”, zei zijn broer, „het eten wordt koud.”"
)
REPORT = (
    "De veerboot naar het eiland is dinsdag voor het eerst in 12 jaar niet uitgevaren. Rederij "
    "Noordvaart meldt dat de wind te hard was. „Bij windkracht 10 nemen wij geen risico”, zei directeur "
    "Karin Mulder. Zij benadrukte dat de 340 reizigers hun geld terugkrijgen. De burgemeester vindt dat "
    "het eiland te afhankelijk is van de boot. Hij had eerder gevraagd om een tweede verbinding, maar "
    "de provincie zag daar toen niets in. Volgens de provincie was er geen geld.\n\n"
    "De reizigers stonden uren op de kade. Ze wisten niet waar ze konden slapen en belden met hotels in "
    "de stad. De meesten vonden uiteindelijk een bed. „Het was koud, maar we hebben gelachen”, zei een "
    "man die met zijn twee kinderen reisde. De rederij zei dat de boot woensdag weer vaart, als de wind "
    "in de nacht gaat liggen zoals het weerbureau verwacht. Ze had 's middags bussen laten rijden naar "
    "de stad, waar het Rode Kruis 80 bedden klaarzette. Hij was daar dankbaar voor, zei hij, en de "
    "kinderen vonden het een avontuur."
)


def quotes(text: str) -> tuple[Quote, ...]:
    """The quotes of a Dutch article with that text."""
    return extract(Article(name="x", text=text, sha256="00", lang="nl")).quotes


def test_only_what_is_spoken_is_quoted_in_a_story() -> None:
    """Thoughts and reported clauses are part of the story; speech with its speaker's verb stays."""
    found = quotes(STORY)
    assert [quote.text for quote in found] == [
        "Wacht je nog steeds?", "Ze komt niet terug", "Kom", "het eten wordt koud.",
    ]  # fmt: skip
    assert {quote.kind for quote in found} == {"direct"}


def test_reported_clauses_of_a_report_are_kept() -> None:
    """A text in the past tense with names and numbers is no story."""
    assert sum(quote.kind == "indirect" for quote in quotes(REPORT)) >= 4
