"""What an owner would miss at once: the answer, the day, the thing's own price, the offer in six seconds."""

import pytest

from generation.crew.account import account_of
from generation.crew.brief import Brief
from generation.crew.copywriter.facts.fact import Kind
from generation.crew.copywriter.facts.read import read_facts
from generation.crew.copywriter.grammar.shape import Shape, shape_of
from generation.crew.copywriter.script import write_script
from generation.crew.passing import passing
from generation.crew.review import reviewed_by_rules


def _kinds(desc):
    return {fact.sentence: fact.kind for fact in read_facts(Brief("Acme", desc))}


def _passed(brief):
    return passing(brief, write_script(brief)).script


def test_an_answer_opens_only_with_its_question():
    desc = (
        "Tree removal, trimming and stump grinding across Tampa Bay. Tree down? We answer the phone at 3 am. "
        "Licensed arborists and a crane for the big ones."
    )
    for length in (15, 30):
        said = _passed(Brief("Delgado Tree Service", desc, length=length, contact="813-555-0119")).narration

        assert ("We answer" in said) == ("Tree down? We answer" in said)


def test_an_event_says_its_day():
    desc = (
        "A museum with 11,000 buttons and one very patient curator. Try on a Victorian coat. "
        "Halloween Button Hunt on Saturday 31 October, 11 to 3, costumes welcome. Adults £4. 9 Friar Lane, Shrewsbury."
    )

    assert "Saturday 31 October" in _passed(Brief("The Button Museum", desc, length=15)).narration


def test_of_several_prices_that_of_the_thing_itself_is_said():
    desc = (
        "A coding day camp in Bozeman for ages 8 to 14. Lunch is on us. Aftercare until 5:15 for $60 a week. "
        "The camp runs all summer. It's $425 a week."
    )

    said = _passed(Brief("Bits Camp", desc, length=15)).narration

    assert "$425" in said
    assert "$60" not in said


@pytest.mark.parametrize(
    "brief",
    [
        Brief(
            "Jump N' Jive Party Rentals",
            "Bounce houses, water slides, tables and chairs in Baton Rouge. Rain? Cancel up to 8am and you don't pay "
            "anything. 225-555-0148, ask for Renée or Big Mike",
            offer="Book two items, get a free cotton candy machine through the end of August – code CANDY",
            contact="225-555-0148",
            length=6,
        ),
        Brief(
            "Little Acorns @ St. Mary's",
            "We are a small nursery in Stroud for children from 6 months to 5 years. There are no top-up fees hidden "
            "in the small print.",
            call_to_action="Come to our open morning on Saturday 14 March",
            contact="01453 555 016",
            must_say=("no top-up fees",),
            length=6,
        ),
    ],
    ids=lambda brief: brief.name,
)
def test_six_seconds_of_an_honest_brief_are_never_refused(brief):
    review = reviewed_by_rules(brief, _passed(brief))

    assert review.approved
    assert review.stops == ()


def test_a_weight_is_no_price():
    assert (
        _kinds("We train in Tucson. Ruth is 81 and deadlifts 140 pounds.")[
            "Ruth is 81 and deadlifts 140 pounds."
        ]
        is not Kind.PRICE
    )


def test_another_way_to_reach_them_is_an_order():
    assert (
        _kinds("A small nursery in Stroud with a garden. Or ring Jo on 01453 555 016.")[
            "Ring Jo on 01453 555 016."
        ]
        is Kind.ACTION
    )


def test_plants_that_are_something_are_a_thing():
    assert shape_of("House plants that are hard to kill.") is Shape.NOUN


def test_what_is_spoken_of_in_general_has_no_article():
    told = _kinds("Immigration is the only thing we do. Filing deadline is 15 April.")

    assert "Immigration is the only thing we do." in told
    assert "The filing deadline is 15 April." in told


def test_an_offer_of_the_description_is_not_told_beside_the_offer_field():
    brief = Brief(
        "Tri-County Hood",
        "We clean kitchen exhaust systems in Butler. A typical hood is $425, and if you sign up for the year by "
        "January 31 the fourth cleaning is free.",
        offer="Fourth cleaning free when you sign up for the year by January 31",
        length=30,
        contact="724-555-0163",
    )

    assert account_of(brief).script.narration.count("January 31") == 1


def test_what_is_got_for_a_price_stays_with_it():
    told = _kinds(
        "A quilting studio in Galena. Beginners' class every Saturday at 10: four hours, $60, and you go home with a "
        "cushion."
    )

    assert any(line.endswith("$60, and you go home with a cushion.") for line in told)


def test_no_cages_is_no_answer_to_a_price():
    assert "No cages." in _kinds(
        "Mobile dog grooming in Cary. Small dogs $75, medium $95, large $120. No cages."
    )


def test_how_long_it_takes_is_told_behind_what_takes_so_long():
    desc = (
        "Prescription glasses made from your old frames. Send us the pair in the drawer and we put new lenses in for "
        "£39. It takes five working days and the postage is free both ways."
    )
    said = _passed(Brief("Second Sight", desc, length=30, contact="secondsight.example")).narration

    assert "It takes" not in said or said.index("Send us") < said.index("It takes")


def test_a_hall_for_hire_says_so():
    desc = (
        "Hire the hall for £14 an hour. Room for 90 people and a proper kitchen. In Lower Slaughter, by the church. "
        "Birthday parties on Saturdays get the bouncy castle half price. Ask Jean for a date."
    )
    script = _passed(Brief("St Mary's Village Hall", desc, length=15, contact="01451 555 010"))

    assert "Hire the hall for £14 an hour." in script.narration
    assert script.call_to_action == "Ask Jean for a date"


def test_what_customers_have_from_it_opens_sooner_than_a_number_of_the_house():
    brief = Brief(
        "Maths with Mehdi",
        "One to one maths tutoring for GCSE students, online or in Leicester. I taught in schools for twelve years "
        "before going solo. 9 out of 10 of my students went up at least one grade last year. Sessions are £38 an hour.",
        length=30,
    )

    lines = [scene.narration for scene in write_script(brief).script.scenes]

    assert lines[0].startswith("9 out of 10 of my students")
    assert any("maths tutoring for GCSE students" in line for line in lines)


def test_a_long_line_of_deeds_gives_way_to_the_opening():
    brief = Brief(
        "Ledgerly",
        "Ledgerly sends your invoices, chases late payers politely and tells you what to put aside for tax. "
        "Freelancers get paid 11 days sooner on average. $9 a month, free for 30 days, no card needed.",
        length=15,
    )

    lines = [scene.narration for scene in write_script(brief).script.scenes]

    assert lines[:2] == [
        "Freelancers get paid 11 days sooner on average.",
        "Ledgerly sends your invoices and chases late payers politely.",
    ]


def test_how_few_are_left_is_told_last():
    brief = Brief(
        "Maths with Mehdi",
        "Maths tutoring in Leicester. The first 30 minutes are free. Only 4 evening slots left for this term.",
        length=15,
    )

    lines = [scene.narration for scene in write_script(brief).script.scenes]

    assert lines[-2].endswith("Only 4 evening slots left for this term.")


@pytest.mark.parametrize(
    ("desc", "kept"),
    [
        (
            "There is no minimum: if you hire one man, you can order one jacket.",
            "if you hire one man, you can order",
        ),
        (
            "The test takes an hour, costs nothing and there is no pressure to buy.",
            "takes an hour, costs nothing",
        ),
        ("We do nearly everything ourselves: he cooks, I make the beds.", "he cooks, I make the beds"),
    ],
)
def test_halves_that_need_each_other_are_one_statement(desc, kept):
    facts = read_facts(Brief("Rico", f"A shop in Leeds. {desc}", length=30))

    assert any(kept in fact.sentence for fact in facts)


def test_a_number_that_is_read_leaves_its_seconds_to_what_must_be_heard():
    brief = Brief(
        "Keyes Locksmith",
        "Locked out? I'm with you in 30 minutes, anywhere in Sunderland.\n£65 days, £85 after 8pm. That's the price, "
        "whoever answers.\nNo drilling unless I've tried everything else.\n07700 900 482",
        tone="friendly",
        length=15,
    )

    scenes = write_script(brief).script.scenes

    assert scenes[0].narration.startswith("Locked out?")
    assert (scenes[-1].narration, scenes[-1].on_screen_text) == (
        "Call Keyes Locksmith.",
        "Call 07700 900 482",
    )


def test_an_offer_in_the_field_and_in_the_text_is_told_once():
    brief = Brief(
        "Ironbark Workwear",
        "Work clothes for building firms. Orders placed before March 15 get the embroidery free, up to 50 pieces.",
        offer="Free embroidery on up to 50 pieces for orders placed before March 15",
        length=30,
    )

    told = " ".join(scene.narration for scene in write_script(brief).script.scenes)

    assert told.lower().count("embroidery") == 1
