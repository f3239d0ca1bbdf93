"""An owner's own sentence, whole, before any frame or cut."""

import pytest

from generation.crew.brief import Brief
from generation.crew.copywriter.facts.divide import divide
from generation.crew.copywriter.facts.doors import door
from generation.crew.copywriter.facts.mending import mended
from generation.crew.copywriter.facts.offer_lines import offer_line
from generation.crew.copywriter.facts.read import read_facts
from generation.crew.copywriter.lines.rows import fewer
from generation.crew.copywriter.script import write_script


def _told(desc, **fields):
    return [fact.sentence for fact in read_facts(Brief(fields.pop("name", "Acme"), desc, **fields))]


@pytest.mark.parametrize(
    "sentence",
    [
        "I'm a vet and I drive to you.",
        "I was a teacher for sixteen years and I have never met one.",
        "Our crews come after you close and are gone before your first cook clocks in, so you never lose a service.",
        "This year, from Saturday 29 to Monday 31 August, there are sixty engines and a working sawmill.",
    ],
)
def test_what_needs_its_other_half_is_not_taken_apart(sentence):
    assert divide(sentence) == (sentence,)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("First month $1.", "Your first month is $1."),
        ("First three weeks free, then £6 a week.", "Your first three weeks are free, then it's £6 a week."),
        ("First half hour free.", "Your first half hour is free."),
        ("Every 5th wash free.", "Every 5th wash is free."),
        ("Fourth cleaning free when you sign up.", "The fourth cleaning is free when you sign up."),
        ("$40 off moves on weekdays in May.", "Get $40 off moves on weekdays in May."),
        ("First bag is half price.", ""),
    ],
)
def test_an_offer_has_a_verb(typed, said):
    assert offer_line(typed) == said


def test_of_a_long_row_the_last_entries_may_be_left_out():
    row = "We do the survey, the scaffolding, the paperwork with the grid and a check-up after a year."

    assert fewer(row) == ("We do the survey, the scaffolding and the paperwork with the grid.",)


@pytest.mark.parametrize(
    "row",
    [
        "Bounce houses, water slides, tables and chairs for church picnics in Baton Rouge.",  # the town
        "Adults £16, children £6, under 5s free, families £40.",  # prices
        "You bring the dog, we bring the towel.",
    ],
)
def test_no_town_and_no_price_is_left_out_of_a_row(row):
    assert fewer(row) == ()


def test_a_town_on_a_line_of_its_own_is_told_with_what_it_is():
    facts = _told(
        "Gutter cleaning, gutter guards, repairs. Knoxville and Maryville TN. No salesman comes to the house."
    )

    assert facts[0] == "Gutter cleaning, gutter guards and repairs in Knoxville and Maryville TN."


def test_an_answer_of_three_words_stays_with_what_it_answers():
    assert "You don't have to touch your toes. Nobody here can." in _told(
        "We teach slow yoga above the bakery. You don't have to touch your toes. Nobody here can. £9 drop in."
    )


@pytest.mark.parametrize(
    ("desc", "way"),
    [
        ("Hand car wash behind Lidl on the Romford rd. Outside £8.", "behind Lidl on the Romford rd"),
        ("Books over four floors. Open 10 to 6. 12 Castle Row, Hay-on-Wye.", "at 12 Castle Row, Hay-on-Wye"),
        ("Phones fixed. Level 2 Northgate Mall, by the escalators.", "on Level 2 Northgate Mall"),
        ("Donuts fried at 3.\n411 W Main St, Bozeman. Closed Mondays.", "at 411 W Main Street, Bozeman"),
        ("Used records in Eau Claire since 94.", "in Eau Claire"),
        ("Lessons in July and on Saturdays.", ""),
    ],
)
def test_the_way_to_the_door(desc, way):
    assert door(Brief("Acme", desc)) == way


def test_a_shop_without_a_telephone_says_where_to_come():
    desc = (
        "Second-hand books, over four floors and a cat called Index. Open 10 to 6. 12 Castle Row, Hay-on-Wye."
    )

    end = write_script(Brief("Spine & Leaf", desc, length=15)).script.scenes[-1].narration

    assert end == "Spine & Leaf. Find us at 12 Castle Row, Hay-on-Wye."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("we come if your stuck on 95", "we come if you're stuck on 95"),
        ("20 thousand of em", "20 thousand of them"),
        ("here since 94", "here since '94"),
        ("no tax no games", "no tax, no games"),
        ("open even sundays", "open even Sundays"),
        ("90 minutes not 45", "90 minutes, not 45"),
        ("min 40 people", "min 40 people"),
        ("since 12 years", "for 12 years"),
    ],
)
def test_more_slips_of_a_quick_thumb(typed, said):
    assert mended(typed) == said


def test_the_second_price_is_not_cut_off():
    desc = "Locksmith in Sunderland. £65 days, £85 after 8pm. No drilling unless I've tried everything else."

    said = write_script(Brief("Keyes", desc, length=15, contact="07700 900 482")).script.narration

    assert "£65 days, £85 after 8pm" in said or "£65" not in said


def test_a_number_with_its_verbs_behind_it_is_an_order():
    facts = _told("Gutter cleaning in Knoxville. No salesman comes to the house. (865) 555-0188 text or call")

    assert facts[-1] == "Text or call (865) 555-0188."


def test_an_address_taken_off_leaves_no_stump():
    facts = _told("£12 feeds a family of four for three days. You can give at marshlanelarder.example.")

    assert "You can give." not in facts
    assert "Give at marshlanelarder.example." in facts


def test_what_is_told_behind_our_is_no_thing_that_we_have():
    desc = "We make chocolate in Asheville. Our beans come from one farm in Peru. Bars are $9."

    assert "have our" not in write_script(Brief("Cacao Corner", desc, length=30)).script.narration
