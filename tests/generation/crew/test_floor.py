"""What it is and where it is come before any other fact."""

import pytest

from generation.crew.brief import Brief
from generation.crew.copywriter.facts.divide import divide
from generation.crew.copywriter.script import write_script


def _said(name, desc, **fields):
    return write_script(Brief(name, desc, **fields)).script.narration


_CARE = (
    "We help your mom or dad stay at home. Our caregivers cook, drive to appointments, help with bathing and sit "
    "down for a game of cards. All caregivers are employees, background checked, trained and supervised by a nurse. "
    "Serving Duluth and Superior since 2006. No long-term contract."
)
_STORAGE = (
    "clean dry storage units on Hwy 9 in Norman, 5x5 up to 10x30, some with a/c. Theres cameras and a gate code. "
    "$39 a month for the small one, first month is a dollar. 405.555.0121 or just drive in"
)


@pytest.mark.parametrize("length", [15, 30, 60])
def test_an_ad_for_a_region_names_the_region(length):
    assert "Duluth and Superior" in _said("Hearthside Home Care", _CARE, length=length)


@pytest.mark.parametrize("length", [15, 30])
def test_storage_units_are_called_storage_units_and_have_their_road(length):
    assert "storage units on Hwy 9 in Norman" in _said("U-Lock-It on 9", _STORAGE, length=length)


def test_six_seconds_have_room_for_the_stall():
    desc = "Threading, tinting, lamination. Inside Kirkgate Market, Leeds, stall 14. Brows done for £8. Mon to Sat."

    assert "Kirkgate Market" in _said("Brow Wow by Shaz", desc, length=6)


def test_a_name_told_in_part_still_says_what_it_is():
    desc = (
        "Bits & Bobcats is a week-long coding day camp in Bozeman for ages 8 to 14. By Friday every camper has built "
        "a game that works. Lunch is on us. It's $425 a week."
    )

    said = _said("Bits & Bobcats Code Camp", desc, length=30)

    assert "Bits & Bobcats Code Camp is a week-long coding day camp in Bozeman" in said


def test_a_town_outlives_what_it_is_hired_for():
    desc = (
        "we are a wood fired pizza van for weddings, birthdays & village dos in Norfolk and Suffolk. "
        "80 pizzas an hour. from £9.50 a head, min 40 people. we bring everything and take the rubbish home."
    )

    said = _said("Dough Re Mi", desc, length=15)

    assert "in Norfolk and Suffolk" in said
    assert "£9.50 a head." not in said  # never without its "at least 40 people"


def test_a_pain_and_the_question_that_turns_it_are_one_opening():
    desc = (
        "Your kid already spends all summer on a screen. What if they made the game instead of just playing it? "
        "Bits & Bobcats is a week-long coding day camp in Bozeman for ages 8 to 14. Lunch is on us."
    )

    first = write_script(Brief("Bits & Bobcats Code Camp", desc, length=30)).script.scenes[0].narration

    assert first == (
        "Your kid already spends all summer on a screen. What if they made the game instead of just playing it?"
    )


def test_a_first_line_does_not_count_what_nobody_has_named():
    desc = (
        "used records, cds and tapes in Eau Claire since 94, we got about 20 thousand of em and theyre actually in "
        "order. New arrivals every friday at noon."
    )

    first = write_script(Brief("Side B", desc, length=15)).script.scenes[0].narration

    assert "of em" not in first


def test_an_answer_is_not_told_without_its_question():
    desc = (
        "Piano tuning and repair in Dayton and around. How long have I been doing it? I've been doing it 31 years. "
        "$140 a tuning, I don't charge for the drive."
    )

    first = write_script(Brief("Dr. Strings", desc, length=10)).script.scenes[0].narration

    assert not first.startswith("I've been doing it")


def test_a_price_list_is_told_whole():
    row = "Sunrise tour 6:30 am $65, sunset tour $70, full moon paddle $80."

    assert divide(row) == (row,)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("No contract you leave when you want.", "No contract: you leave when you want."),
        (
            "Bring in your dad's old collection we pay cash on the spot or 30% more in store credit.",
            "Bring in your dad's old collection and we pay cash on the spot or 30% more in store credit.",
        ),
        ("Try the bread we bake every morning.", "Try the bread we bake every morning."),
        ("Order the cake we make you famous with.", "Order the cake we make you famous with."),
    ],
)
def test_two_statements_that_nothing_joins_are_joined(typed, told):
    assert divide(typed) == (told,)


def test_an_open_morning_has_its_hours_and_its_street():
    desc = (
        "We are a small nursery in Stroud for children from 6 months to 5 years. Come and see us on our open morning, "
        "Saturday 14 March, 9.30 to noon, St Mary's Lane. Or ring Jo on 01453 555 016."
    )
    asked = "Come to our open morning on Saturday 14 March"

    said = _said("Little Acorns", desc, length=30, call_to_action=asked, contact="01453 555 016")

    assert "on Saturday 14 March, 9.30 to noon, St Mary's Lane." in said


def test_what_it_is_takes_the_place_of_an_opening_that_does_not_fit():
    said = _said("U-Lock-It on 9", f"{_STORAGE}. No contract you leave when you want.", length=15)

    assert "storage units" in said


def test_what_is_still_warm_is_no_surprise_that_opens_before_what_a_paper_says():
    brief = Brief(
        "Rosa's Bakery",
        "Family bakery in Porto since 1987. Try our custard tarts, still warm, with a coffee on the terrace. "
        '"The best bread in town" says the Porto Gazette.',
        length=20,
    )

    assert write_script(brief).script.scenes[0].narration.startswith("“The best bread in town")
