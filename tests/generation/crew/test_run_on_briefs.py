"""Briefs as people type them: statements joined by commas, rows, quotations, prices one after the other."""

import pytest

from generation.crew.brief import Brief
from generation.crew.copywriter.facts.divide import divide
from generation.crew.copywriter.facts.fact import Kind
from generation.crew.copywriter.facts.read import read_facts
from generation.crew.copywriter.script import write_script
from generation.crew.copywriter.variants import variants
from generation.crew.review import reviewed_by_rules


@pytest.mark.parametrize(
    ("sentence", "statements"),
    [
        (
            "We fry in beef dripping, haddock comes off the boat that morning, and there's gluten free.",
            ("We fry in beef dripping.", "Haddock comes off the boat that morning.", "There's gluten free."),
        ),
        (
            "It takes two minutes to set up, works with 40 banks, no subscription.",
            ("It takes two minutes to set up.", "Works with 40 banks, no subscription."),
        ),
        (
            "$140 a tuning, I don't charge for the drive, and if it won't hold a tune you don't pay.",
            ("$140 a tuning.", "I don't charge for the drive.", "If it won't hold a tune you don't pay."),
        ),
    ],
)
def test_statements_that_only_a_comma_joins_are_told_one_by_one(sentence, statements):
    assert divide(sentence) == statements


@pytest.mark.parametrize(
    "sentence",
    [
        "We do AC repair, AC replacement, duct cleaning and furnace tune-ups in Phoenix, Mesa and Gilbert.",
        "You bring the dog, we bring the towel.",
        "If it rains, we move inside.",
        "Every Friday, we bake focaccia with rosemary.",
        "Pick your roast, choose how often, then sip and smile.",
        "It waters your plants, reminds you to feed them, and grows with them.",
        "12 dollars, bread and tea included.",
    ],
)
def test_a_row_a_saying_and_a_condition_stay_whole(sentence):
    assert divide(sentence) == (sentence,)


def test_what_somebody_said_in_two_sentences_is_one_quotation():
    desc = "Duct work. 'They could have sold me a new one. They fixed it for $189.' (Linda M., Google review)"

    said = write_script(Brief("Desert Breeze", desc, length=20)).script.narration

    assert "“They could have sold me a new one. They fixed it for $189,” says Linda M. on Google." in said


def test_two_people_say_what_they_said():
    desc = (
        "Weddings in the Peak District. “She caught my nan laughing” (Beth & Tom, married at Losehill House)"
    )

    assert "say Beth and Tom" in write_script(Brief("Oh Hello", desc, length=20)).script.narration


def test_prices_one_after_the_other_are_one_list():
    desc = "Wedding photographs in the Peak District.\n- Half day £950\n- Full day £1,650\n- Full day + album £2,100"

    prices = [fact for fact in read_facts(Brief("Oh Hello", desc, length=20)) if fact.kind is Kind.PRICE]

    assert [fact.sentence for fact in prices] == [
        "Half day £950, full day £1,650, full day and album £2,100."
    ]


def test_an_offer_with_its_code_is_told_once():
    brief = Brief(
        "Desert Breeze",
        "AC repair in Phoenix. Spring special: $79 tune up (normally $129) if you mention code COOL79.",
        offer="$79 tune-up with code COOL79, through May 15",
        length=20,
    )

    assert write_script(brief).script.narration.count("COOL79") == 1


def test_a_price_after_a_year_is_the_briefs_own():
    brief = Brief(
        "Oh Hello", "I photograph weddings. Only 4 Saturdays left in 2027. £200 holds your date.", length=20
    )

    assert reviewed_by_rules(brief, write_script(brief).script).approved


def test_a_company_is_called_by_its_name_in_its_own_story():
    desc = "My dad started this company in 1988 with one truck. We do AC repair."

    said = write_script(Brief("Desert Breeze", desc, length=20)).script.narration

    assert "At Desert Breeze, my" not in said
    assert "my dad started" in said.lower()


def test_a_contact_that_is_an_order_is_the_call_to_action():
    brief = Brief(
        "Suds", "Mobile dog grooming. Text BUDS to 919-555-0133 to book.", contact="Text BUDS to 919-555-0133"
    )

    assert "Text BUDS to 919-555-0133" in write_script(brief).script.narration


def test_a_number_to_call_is_said_once():
    brief = Brief(
        "Harlan",
        "We fix leaks in Tulsa. Don't wait for the next storm, call (918) 555-0134.",
        contact="(918) 555-0134",
        length=20,
    )

    assert write_script(brief).script.narration.count("555-0134") == 1


@pytest.mark.parametrize(
    "desc",
    [
        "We fix roofs in Tulsa. All repairs come with a 10 year written guarantee.",
        "We fix roofs in Tulsa. Our work is guaranteed for ten years.",
    ],
)
def test_a_guarantee_with_its_term_is_a_fact(desc):
    brief = Brief("Harlan", desc, length=15)
    script = write_script(brief).script

    assert "guarantee" in script.narration
    assert reviewed_by_rules(brief, script).approved


def test_guaranteed_results_are_no_fact():
    desc = "Personal training in Tulsa. Guaranteed results. Small groups of six."

    assert "uarantee" not in write_script(Brief("Harlan", desc, length=15)).script.narration


def test_a_number_with_full_stops_is_dialled():
    brief = Brief("Okafor", "We do wills and trusts in St. Paul. Call 651.555.0107.", length=15)

    assert "651.555.0107" in write_script(brief).script.narration


def test_a_question_is_answered_in_the_next_breath():
    brief = Brief(
        "Jump",
        "Bounce houses in Baton Rouge. Rain? Cancel up to 8am the day of and you don't pay nothing. Tables and chairs.",
        length=20,
    )

    assert (
        "Rain? Cancel up to 8am the day of and you don't pay anything."
        in write_script(brief).script.narration
    )


def test_what_follows_from_a_condition_stays_with_it():
    sentence = "If it won't hold a tune, we come back and you pay nothing at all."

    assert divide(sentence) == (sentence,)


def test_an_award_is_no_quotation():
    desc = "We help your mom stay at home. Rated “Best of Home Care” by Home Care Pulse three years running."

    said = write_script(Brief("Hearthside", desc, length=15)).script.narration

    assert "says Rated" not in said


def test_a_disclaimer_is_never_left_out():
    desc = (
        "We do wills, trusts and probate in Minnesota. Everything is flat fee. It takes two meetings. "
        "This is general information, not legal advice."
    )

    assert "not legal advice" in write_script(Brief("Okafor", desc, length=15)).script.narration


def test_how_to_find_them_is_the_call_to_action_of_a_shop():
    desc = "Little wool shop in Hexham. British yarn only. You'll find us under the arch on Market St"

    assert (
        "Find us under the arch on Market Street"
        in write_script(Brief("Ewe", desc, length=15)).script.narration
    )


def test_a_call_to_action_that_says_call_is_followed_by_the_number():
    brief = Brief(
        "Hearthside",
        "We help your mom stay at home. No long-term contract.",
        length=20,
        call_to_action="Call for a home visit",
        contact="218-555-0166",
    )

    assert "Call for a home visit: 218-555-0166." in write_script(brief).script.narration


def test_two_long_thoughts_parted_by_a_dash_are_two_sentences():
    desc = "Hot sauce from Florida. Smoked peppers and vinegar you can pronounce - medium heat but it sneaks up on you."

    assert "Medium heat but it sneaks up on you." in [
        fact.sentence for fact in read_facts(Brief("Dre", desc))
    ]


def test_practical_things_are_told_last():
    desc = (
        "A family winery in the Douro. Groups up to twelve people, booking needed. Red grapes picked by hand. "
        "Tours every Saturday, 55 euros per person."
    )

    said = write_script(Brief("Quinta", desc, length=30)).script.narration

    assert said.index("picked by hand") < said.index("55 euros") < said.index("booking needed")


def test_variants_are_told_in_other_orders_too():
    desc = (
        "A bakery in Bath. We bake at four every morning. The oven is 90 years old. “Best crust in town,” says Ann. "
        "Loaves from £4. First loaf free. Rolls for every school in the valley."
    )
    told = variants(Brief("Crumb", desc, length=30), count=3)

    orders = [tuple(scene.intent for scene in one.script.scenes[1:-1]) for one in told]

    assert len(set(orders)) >= 2


def test_a_row_too_long_for_one_breath_is_told_in_two():
    sentence = (
        "You get me for the whole day, up to 10 hours, more than 600 edited photos within six weeks, "
        "and a little sneak peek the next morning."
    )

    assert divide(sentence) == (
        "You get me for the whole day, up to 10 hours.",
        "More than 600 edited photos within six weeks, and a little sneak peek the next morning.",
    )


@pytest.mark.parametrize(
    "aside", ["Most appointments take about 90 minutes.", "Kids from 10 up.", "Cash or card."]
)
def test_a_practical_thing_never_opens(aside):
    desc = f"Mobile dog grooming in Raleigh. {aside} We never use cages. Nervous dogs are our favourite."

    assert write_script(Brief("Suds", desc, length=20)).script.scenes[0].narration != aside


def test_an_answer_never_opens_without_its_question():
    desc = "Chimneys swept in Shropshire. When did you last have yours done? Your insurers will ask. Boots off indoors."

    assert (
        write_script(Brief("Pettigrew", desc, length=15)).script.scenes[0].narration
        != "Your insurers will ask."
    )


def test_what_an_order_brings_stays_with_it():
    sentence = "Ask us what to buy, anything at all, and we'll tell you honestly."

    assert divide(sentence) == (sentence,)


def test_a_call_ends_with_what_the_brief_says_of_it():
    desc = "AC repair in Mesa. We never send a salesman. Call 480-555-0172, mom will pick up."

    said = write_script(Brief("Breeze", desc, contact="480-555-0172", length=20)).script.narration

    assert said.endswith("Call 480-555-0172. Mom will pick up.")


def test_a_name_with_a_full_stop_takes_no_second_one():
    desc = "Guided kayak tours in Lafayette. Ever been looked at by an alligator? You will be, from a safe distance."

    said = write_script(Brief("Bayou Kayak Co.", desc, length=20)).script.narration

    assert ".." not in said
    assert "a guided kayak tours" not in said
    assert "At Bayou Kayak Co., you will be" not in said
