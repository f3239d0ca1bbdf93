"""Which picture a text calls up, and when it must call up none."""

import pytest

from generation.studio.illustrations import find, find_all, names
from generation.studio.illustrations.index import indexed_names
from generation.studio.illustrations.places import Place


def name_for(text: str, about: str = "") -> str | None:
    match = find(text, about=about)
    return match.name if match else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("bread", "bread"),
        ("We bake sourdough loaves", "bread"),
        ("Try our custard tarts, still warm", "pie"),
        ("A lightweight daily running shoe", "running-shoe"),
        ("Gentle check-ups under one roof", "stethoscope"),
        ("Clear aligners", "tooth"),
        ("Free returns for 60 days", "package"),
        ("Find us at Central Station", "round-pushpin"),
        ("says the Porto Gazette", "newspaper"),
        ("Children’s teeth", "tooth"),
        ("Wi-Fi everywhere", "wireless"),
        ("every morning at 5 a.m.", "alarm-clock"),
    ],
)
def test_a_noun_calls_up_its_picture(text: str, name: str) -> None:
    assert name_for(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No hidden charge",
        "Great rates, always",
        "Piece of cake",
        "Book a table",
        "Train between meetings",
        "New patients welcome",
        "Orange you glad",
        "no credit card required",
        "A sweet deal for everyone",
        "Apple Watch",
        "You make the difference",
        "Fragrance free",
        "Sugar-free since 1990",
        "The breathable recycled mesh upper keeps feet cool",
        "Patients feel at ease",
        "Spots for September are filling up",
        "A room with a garden view",
        "Sip and smile",
        "€24 a month",
        "Great accuracy and precision",
    ],
)
def test_no_picture_is_better_than_a_wrong_one(text: str) -> None:
    assert name_for(text) is None


def test_a_word_with_two_meanings_takes_the_one_its_neighbours_speak_for() -> None:
    dental, royal = "a modern dental clinic", "a palace"

    assert name_for("Crowns in a day", about=dental) == "tooth"
    assert name_for("Crowns in a day", about=royal) is None


@pytest.mark.parametrize(
    ("text", "place", "name"),
    [
        ("Our fish market", Place.MAIN, "fish"),
        ("A studio above the old fish market", Place.QUALIFIER, "fish"),
        ("Try our bread", Place.MAIN, "bread"),
        ("A garden waiting room", Place.QUALIFIER, "house-with-garden"),
        ("A nursery with a garden", Place.AFTER_PREPOSITION, "house-with-garden"),
        ("Two kinds of bread", Place.MAIN, "bread"),
        ("A baker who loves bicycles", Place.IN_CLAUSE, "bicycle"),
        ("The second loaf free", Place.MAIN, "bread"),
    ],
)
def test_what_is_talked_about_counts_more_than_what_is_mentioned(text: str, place: Place, name: str) -> None:
    assert {match.name: match.place for match in find_all(text, at_least=0.1)}[name] is place


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Panes de masa madre", "es", "bread"),
        ("Bolo de cenoura", "pt", "shortcake"),
        ("Des bougies coulées à la main", "fr", "candle"),
        ("Angst vor dem Zahnarzt?", "de-DE", "tooth"),
        ("Lezioni di pianoforte", "it", "musical-keyboard"),
        ("Un cadeau pour toi", "fr", "wrapped-gift"),
    ],
)
def test_other_languages_have_nouns_of_their_own(text: str, language: str, name: str) -> None:
    match = find(text, language=language)

    assert match is not None
    assert match.name == name


@pytest.mark.parametrize(("text", "language"), [("Gift und Galle", "de"), ("bread", "hi"), ("pie", "es")])
def test_a_foreign_word_is_not_read_as_english(text: str, language: str) -> None:
    assert find(text, language=language) is None


def names_for(text: str) -> list[str]:
    return [match.name for match in find_all(text)]


def test_to_charge_a_phone_shows_the_phone_and_not_a_battery() -> None:
    assert names_for("Charge your phone overnight") == ["mobile-phone"]


@pytest.mark.parametrize(("text", "certainty"), [("running shoe", 1.0), ("bread", 0.95), ("barista", 0.7)])
def test_a_phrase_is_surer_than_a_word_and_a_word_surer_than_an_association(
    text: str, certainty: float
) -> None:
    match = find(text)

    assert match is not None
    assert match.certainty == certainty


def test_a_picture_appears_once_however_often_it_is_named() -> None:
    assert names_for("Bread, bread and loaves, with coffee") == ["bread", "hot-beverage"]


def test_a_limit_is_kept() -> None:
    assert len(find_all("bread, coffee, tea, cake, honey", limit=3)) == 3


def test_every_picture_of_the_index_is_in_the_library_and_the_other_way_round() -> None:
    assert set(indexed_names()) == names()
