"""What stands on the pictures: whole phrases and whole numbers, never the middle of a sentence."""

import pytest

from generation.crew.brief import Brief
from generation.crew.copywriter.facts.figures import figure_in
from generation.crew.copywriter.screen.text import screen_text
from generation.crew.copywriter.script import write_script
from generation.crew.craft import dangles
from generation.crew.review import reviewed_by_rules


@pytest.mark.parametrize("text", ["Roll in", "A van for moving in", "Drop by", "€15 drop-in"])
def test_a_verb_may_end_in_its_particle(text):
    assert not dangles(text)


def test_what_an_ad_of_six_seconds_cannot_say_is_shown():
    brief = Brief(
        "Pawfect Trim",
        "Mobile dog grooming in Leeds.",
        offer="£10 off your first groom until 31 March",
        call_to_action="Text your dog's name to 07700 900123",
        length=6,
    )

    script = write_script(brief).script

    assert reviewed_by_rules(brief, script).approved
    assert "07700 900123" not in script.narration
    assert "07700 900123" in script.scenes[-1].on_screen_text


def test_a_list_is_told_whole_or_is_no_list():
    brief = Brief(
        "Tandem", "We translate manuals. German, French, Italian, Dutch to English and back.", length=15
    )

    assert not any(scene.items for scene in write_script(brief).script.scenes)


def test_of_a_sum_of_millions_no_figure_stands_on_the_picture():
    brief = Brief("Zephyr", "Drone inspection for roofs. Insured to £10 million. Report next day.", length=20)

    assert not any(scene.figure for scene in write_script(brief).script.scenes)


@pytest.mark.parametrize(
    ("desc", "torn", "whole"),
    [
        (
            "A watch. Assembled one at a time in La Chaux-de-Fonds.",
            "Time in La Chaux-de-Fonds",
            "Assembled one at a time",
        ),
        (
            "We plant trees. You choose the species and the place.",
            "Species and the place",
            "Choose the species and the place",
        ),
        (
            "We translate manuals for machines. German, Italian, Dutch to English and back.",
            "English and back",
            "",
        ),
        (
            "Games. Kids 1-4 jump for £5, everyone else £11 for an hour.",
            "Kids 1 to 4 jump",
            "Everyone else £11 for an hour",
        ),
    ],
)
def test_no_picture_shows_words_from_the_middle_of_a_phrase(desc, torn, whole):
    shown = [scene.on_screen_text for scene in write_script(Brief("Acme", desc, length=20)).script.scenes]

    assert torn not in shown
    assert not whole or whole in shown


def test_a_country_behind_a_town_is_no_entry_of_a_list():
    desc = "A surf camp for beginners. Lessons, yoga and seafood in Ericeira, Portugal."

    items = [
        item
        for scene in write_script(Brief("Saltbox", desc, length=20)).script.scenes
        for item in scene.items
    ]

    assert items == ["Lessons", "Yoga", "Seafood"]


def test_a_telephone_number_on_the_picture_is_whole():
    brief = Brief(
        "Kwik Keys",
        "Locked out? We open doors without damage.",
        call_to_action="Call 01 555 0122 day and night",
        length=15,
    )

    script = write_script(brief).script

    assert script.scenes[-1].on_screen_text == "Call 01 555 0122"
    assert reviewed_by_rules(brief, script).approved


def test_of_a_row_no_half_entry_is_shown():
    row = "Scones out of the oven every hour, clotted cream from Rodda's, 24 loose leaf teas."

    assert screen_text(row, must="24") == "24 loose leaf teas"
    assert (
        screen_text("Coffee upstairs, books downstairs, a cat on the landing.")
        == "Coffee upstairs, books downstairs"
    )


def test_what_is_denied_is_shown_with_its_verb():
    assert screen_text("No experience needed, we teach you on the beach first.") != "No experience"


def test_the_price_on_the_picture_is_the_one_in_its_text():
    desc = "Clear aligners for adults. From £1,890 or £79 a month."
    scenes = write_script(Brief("Nova", desc, length=15)).script.scenes

    assert all(scene.figure in scene.on_screen_text for scene in scenes if scene.figure.startswith("£"))


def test_of_a_range_no_single_figure_is_shown():
    desc = "Clear aligners for adults. Most cases take 5 to 9 months."

    assert not any(scene.figure for scene in write_script(Brief("Nova", desc, length=15)).script.scenes)


def test_the_main_part_of_a_sentence_is_shown_without_its_condition():
    assert screen_text("If we make a mistake, we pay the penalty.") == "We pay the penalty"


def test_of_an_offer_the_part_that_gives_is_shown():
    brief = Brief(
        "Sossego", "A small guesthouse.", offer="Stay 3 nights, 4th night is free until May", length=15
    )

    shown = [scene.on_screen_text for scene in write_script(brief).script.scenes]

    assert "4th night is free until May" in shown


@pytest.mark.parametrize(
    "sentence",
    [
        "A 3 bed house.",
        "Won gold at the 2024 Roast Awards.",
        "Open 24/7.",
        "Confidential, ISO 17100 certified.",
    ],
)
def test_numbers_that_count_nothing_are_no_figures(sentence):
    assert figure_in(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "torn"),
    [
        ("By spring most of them ask for chapter two.", "By spring most"),
        ("References we can show you in your street.", "Show you in your street"),
    ],
)
def test_no_torn_phrase_is_shown(sentence, torn):
    assert screen_text(sentence) != torn


@pytest.mark.parametrize(
    ("sentence", "torn"),
    [
        ("Learn to mend your clothes instead of buying new ones.", "Buying new ones"),
        ("You lie in bed and watch the northern lights.", "Lie in bed"),
    ],
)
def test_no_picture_says_the_opposite_or_half(sentence, torn):
    assert screen_text(sentence) != torn


def test_a_name_with_its_own_capitals_keeps_them_on_the_picture():
    assert not screen_text("WhatsApp me a photo: +49 151 5550 172").startswith("whatsApp")
