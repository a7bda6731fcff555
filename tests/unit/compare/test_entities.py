"""One speaker under all spellings, two speakers of one surname kept apart."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.compare import SpeakerDirectory
from workbench.compare.profile import same_name
from workbench.compare.world import name_parts, spelling


@pytest.mark.parametrize(
    "names",
    [
        ("Sergei Lavrov", "Sergej Lavrov", "Sergey Lavrov", "Sergeï Lavrov"),
        ("Zelenski", "Zelensky", "Selenskyj", "Zelenskyy", "Zelenskiy"),
        ("Loekasjenko", "Lukashenko", "Lukaschenko", "Loukachenko"),
        ("Poetin", "Putin", "Poutine"),
        ("Sjojgoe", "Shoigu", "Schoigu", "Choïgou"),
        ("Koeleba", "Kuleba", "Kouleba"),
        ("Aleksandr Novak", "Alexander Novak", "Alexandr Nowak"),
        ("Netanyahu", "Netanjahu", "Netanyahou"),
        ("Erdogan", "Erdoğan"),
        ("Riyad Sa’adi", "Riyad Saadi", "Riyad Sa'adi"),
    ],
)
def test_transliterations_are_one(names: tuple[str, ...]) -> None:
    """A name out of another alphabet is one, whatever the paper's language."""
    assert len({spelling(name) for name in names}) == 1
    assert len({name_parts(name) for name in names}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jan Smit", "Piet Smit"),
        ("Els Maas", "Els Maes"),
        ("Jansen", "Janssens"),
        ("Visser", "Bakker"),
        ("Peskov", "Petrov"),
    ],
)
def test_other_people_stay_apart(one: str, other: str) -> None:
    """Names that only look alike are not one."""
    directory = SpeakerDirectory([])
    assert directory.resolve(one, "a1").id != directory.resolve(other, "a2").id


@pytest.mark.parametrize(
    "names",
    [
        ("NAVO", "Navo", "NATO", "OTAN"),
        ("Wit-Rusland", "Belarus", "Minsk"),
        ("Rusland", "Moskou", "Russia", "Moscow"),
        ("VS", "Verenigde Staten", "Washington", "United States"),
        ("Witte Huis", "White House"),
        ("Verenigde Naties", "VN", "United Nations", "UN"),
    ],
)
def test_institutions_and_countries_are_one_in_all_languages(names: tuple[str, ...]) -> None:
    """Abbreviations, exonyms and capitals mean one speaker, and every spelling is kept."""
    directory = SpeakerDirectory([])
    found = [directory.resolve(name, f"a{number}") for number, name in enumerate(names)]
    assert len({speaker.id for speaker in found}) == 1
    assert set(names) == set(found[-1].spellings)
    assert all(same_name(a, b) for a, b in combinations(names, 2))


def test_seat_of_government_is_not_the_country() -> None:
    """The Kremlin is an institution of its own."""
    directory = SpeakerDirectory([])
    assert directory.resolve("Kremlin", "a1").id != directory.resolve("Moskou", "a1").id


def test_surname_means_the_only_full_name() -> None:
    """A bare surname joins the one full name of that surname, also when the full name comes later."""
    directory = SpeakerDirectory([])
    bare = directory.resolve("Lavrov", "a1")
    full = directory.resolve("Sergej Lavrov", "a2")
    assert bare.id == full.id == directory.resolve("Lavrov", "a3").id
    assert full.name == "Sergej Lavrov"


def test_surname_of_two_people_is_told_by_the_article() -> None:
    """With two people of one surname, a bare surname means whom the article named, else nobody known."""
    directory = SpeakerDirectory([])
    jan, els = directory.resolve("Jan Smit", "a1"), directory.resolve("Els Smit", "a2")
    assert directory.resolve("Smit", "a1").id == jan.id
    assert directory.resolve("Smit", "a2").id == els.id
    assert directory.resolve("Smit", "a3").id not in (jan.id, els.id)


def test_known_speakers_are_found_again() -> None:
    """A directory made of stored speakers gives the same ids as the one that made them."""
    names = ["Sergei Lavrov", "Navo", "Belarus", "Russische ministerie van Defensie", "bronnen", "Smit"]
    first = SpeakerDirectory([])
    made = [first.resolve(name, "a1") for name in names]
    again = SpeakerDirectory(made)
    assert [again.resolve(name, "a2").id for name in names] == [speaker.id for speaker in made]


def test_role_is_kept() -> None:
    """The first role that an article gives stays."""
    directory = SpeakerDirectory([])
    directory.resolve("Jan Smit", "a1", "burgemeester")
    assert directory.resolve("Jan Smit", "a1").role == "burgemeester"


@given(st.lists(st.text(max_size=25), max_size=6))
def test_any_name_has_a_speaker(names: list[str]) -> None:
    """No name breaks the directory, and asking twice gives the same speaker."""
    directory = SpeakerDirectory([])
    for name in names:
        assert directory.resolve(name, "a").id == directory.resolve(name, "a").id


def test_role_in_small_letters_is_no_part_of_a_name() -> None:
    """A fire commander is the person of that name; the head of a department is another source than the department."""
    directory = SpeakerDirectory([])
    named = directory.resolve("Ida Loos", "a")
    assert directory.resolve("fire commander Ida Loos", "b").id == named.id
    ministry = directory.resolve("Binnenlandse Zaken", "a")
    assert directory.resolve("minister van Binnenlandse Zaken", "b").id != ministry.id


def test_kinds_follow_the_head_noun() -> None:
    """A body, a document, people without a name and a bloc of countries are told apart."""
    directory = SpeakerDirectory(())
    kinds = {
        "Oekraïense ministerie van Defensie": "organisation",
        "Russian Defence Ministry": "organisation",
        "deutsche Bundesregierung": "organisation",
        "Belgische inlichtingendienst": "organisation",
        "rapport van de accountants": "document",
        "woordvoerder van het ministerie": "group",
        "ministry spokesman": "group",
        "westerse landen": "group",
        "bronnen": "group",
        "Westen": "organisation",
        "Anna Peeters": "person",
        "bin Salman": "person",
    }
    assert {name: directory.resolve(name, "a").kind for name in kinds} == kinds


def test_family_name_that_comes_first_is_the_person() -> None:
    """A family name alone is the one person of that family, as in Xi Jinping; a given name alone is nobody."""
    directory = SpeakerDirectory(())
    chinese = directory.resolve("Xi Jinping", "a")
    assert directory.resolve("Xi", "b").id == chinese.id
    dutch = directory.resolve("Karin Mulder", "a")
    assert directory.resolve("Karin", "b").id != dutch.id


def test_spellings_of_one_name_in_four_languages_are_one() -> None:
    """Cyrillic names as Dutch, English, German and French papers write them."""
    for spellings in (
        ("Sergej Lavrov", "Sergey Lavrov", "Sergej Lawrow", "Serguei Lavrov", "Lavrov"),
        ("Volodymyr Zelenski", "Volodymyr Zelenskyy", "Wolodymyr Selenskyj", "Zelensky"),
        ("Aleksandr Loekasjenko", "Alexander Lukaschenko", "Lukashenko"),
    ):
        directory = SpeakerDirectory(())
        assert len({directory.resolve(name, name).id for name in spellings}) == 1
