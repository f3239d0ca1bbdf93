"""What a brief says, by type: changes, codes and last days, quotations, menus, slips; and the scenes they reach."""

import pytest

from generation.crew.brief import Brief
from generation.crew.copywriter.facts.changes import Change, change_between, change_in
from generation.crew.copywriter.facts.fact import Kind
from generation.crew.copywriter.facts.figures import figure_in
from generation.crew.copywriter.facts.mending import mended
from generation.crew.copywriter.facts.quotes import Quotation, quotation_in
from generation.crew.copywriter.facts.read import read_facts
from generation.crew.copywriter.facts.terms import code_in, deadline_in, only_terms
from generation.crew.copywriter.grammar.agreement import agreeing
from generation.crew.copywriter.grammar.soundness import is_sound
from generation.crew.copywriter.lines.shorten import shorter
from generation.crew.copywriter.script import write_script
from generation.crew.review import reviewed_by_rules
from generation.studio.script import Intent


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("full interior takes 3 hrs, done in 1 hr", "full interior takes 3 hours, done in 1 hour"),
        ("hi there, we sell coffe and dont close", "we sell coffee and don't close"),
        ("We handle the grant paperwork (up to £7,500).", "We handle the grant paperwork, up to £7,500."),
        ("We are making nails since 2016", "We have been making nails since 2016"),
        (
            "$12/hr, max 8 kids, mon-sat 8am-6pm",
            "$12 an hour, at most 8 kids, Monday to Saturday 8 am to 6 pm",
        ),
        ("25 yr warranty", "25-year warranty"),
        ("starts 8 jan, six weeks", "starts 8 January, six weeks"),
        ("a ten minute walk", "a ten-minute walk"),
        ("Your notes stays here", "Your notes stay here"),
        ("free if your over 65", "free if you're over 65"),
        ("Write to hrs@mins.example, code MAX10", "Write to hrs@mins.example, code MAX10"),
    ],
)
def test_the_slips_of_a_quick_thumb_are_put_right(typed, said):
    assert mended(typed) == said


def test_what_a_brief_calls_itself_is_never_corrected():
    assert mended("Untill is open", keep="Untill") == "Untill is open"


@pytest.mark.parametrize(
    ("sentence", "change"),
    [
        ("Customers cut their bill from £1,900 to £840 a year on average.", Change("£1,900", "£840 a year")),
        ("Before, you waited a week; now it takes an hour.", Change("you waited a week", "it takes an hour")),
        (
            "We started in 2014 with nine people in a kitchen and now we are 120.",
            Change("nine people", "120"),
        ),
        ("Open from 9 to 5.", None),
        ("A soft band that grows from 3 months to 3 years.", None),
    ],
)
def test_a_change_has_what_was_and_what_is_now(sentence, change):
    assert change_in(sentence) == change


def test_two_sentences_may_tell_one_change():
    assert change_between("It used to take me a whole Sunday.", "Now it takes four minutes.") == Change(
        "a whole Sunday", "four minutes"
    )
    assert change_between("It used to take a day.", "Ask for a quote.") is None


def test_a_change_is_a_scene_of_before_and_after():
    brief = Brief(
        "ShiftBuddy",
        "Rosters used to take our managers four hours every week. Now it takes ten minutes. Swaps with one tap.",
    )
    for seed in range(3):
        scenes = write_script(Brief(**{**brief.as_dict(), "seed": seed})).script.scenes
        changed = next(scene for scene in scenes if scene.intent is Intent.BEFORE_AFTER)

        assert changed.items == ("four hours every week", "ten minutes")


@pytest.mark.parametrize(
    ("text", "code", "until", "only"),
    [
        ("Use code WALK10 at checkout.", "WALK10", "", True),
        ("Offer ends 31 May.", "", "ends 31 May", True),
        ("$20 off until the end of May.", "", "until the end of May", False),
        ("Use code JOE10 for 10% off.", "JOE10", "", False),
        ("You get in with your own code whenever you like.", "", "", False),
        ("We bake until six.", "", "", False),
    ],
)
def test_codes_and_last_days_are_found(text, code, until, only):
    assert (code_in(text), deadline_in(text), only_terms(text)) == (code, until, only)


def test_an_offer_its_code_and_its_last_day_share_one_scene():
    brief = Brief(
        "Lumo",
        "A reading lamp with a warm light. Clips to any book. Use code LUMO10 at checkout. Offer ends 31 May.",
        offer="10% off all lamps",
        length=20,
    )
    for seed in range(3):
        script = write_script(Brief(**{**brief.as_dict(), "seed": seed})).script
        (offer,) = [scene for scene in script.scenes if scene.intent is Intent.OFFER]

        assert all(part in offer.narration for part in ("10% off all lamps", "LUMO10", "ends 31 May"))


def test_several_pictures_get_a_wall_of_their_own():
    brief = Brief("Lumo", "A reading lamp. Clips to any book. Folds flat. Weighs 40 grams. Charges by USB.")

    with_three = write_script(Brief(**{**brief.as_dict(), "pictures": 3})).script
    without = write_script(brief).script

    assert Intent.GALLERY in {scene.intent for scene in with_three.scenes}
    assert Intent.GALLERY not in {scene.intent for scene in without.scenes}
    assert with_three.narration == without.narration


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "It's the best hour of the week says Jenna mom of 2.",
            Quotation("It's the best hour of the week", "Jenna, mom of 2"),
        ),
        (
            "“We stayed for nine nights,” wrote the Okafor family last summer.",
            Quotation(
                "We stayed for nine nights", "the Okafor family", "wrote the Okafor family last summer"
            ),
        ),
        ("Everyone says it is great.", None),
    ],
)
def test_a_quotation_knows_who_said_it(text, found):
    assert quotation_in(text) == found


def test_bulleted_things_are_one_list():
    brief = Brief(
        "Kantine", "Lunch menu this week:\n- Monday: lentil curry\n- Tuesday: schnitzel\n- Friday: lasagna"
    )

    (menu,) = [fact for fact in read_facts(brief) if fact.kind is Kind.LIST]

    assert menu.sentence == "Lunch menu this week: lentil curry, schnitzel and lasagna."
    assert menu.words == "Monday: lentil curry; Tuesday: schnitzel; Friday: lasagna"


def test_every_fact_has_the_words_that_were_typed():
    brief = Brief("Dave's", "hi we clean cars at your house. full interior takes about 3 hrs.")

    assert [fact.words for fact in read_facts(brief)] == [
        "hi we clean cars at your house.",
        "full interior takes about 3 hrs.",
    ]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Our honey come from 40 hives.", "Our honey comes from 40 hives."),
        ("The staff look for it with you.", "The staff look for it with you."),
        ("See your garden grow.", "See your garden grow."),
    ],
)
def test_one_thing_has_the_verb_of_one_thing(sentence, said):
    assert agreeing(sentence) == said


def test_a_frame_around_a_statement_is_noticed():
    assert is_sound("It has 40 video exercises.")
    assert is_sound("We have a crew that works at night.")
    assert not is_sound("We have the wifi only reaches the kitchen.")


def test_lines_of_one_person_stay_one_person():
    brief = Brief(
        "Fern", "I am a florist. I take one wedding a week. We walk through my garden.", tone="warm"
    )

    script = write_script(brief).script

    assert "I'm a florist" in script.narration
    assert reviewed_by_rules(brief, script).approved


def test_short_forms_that_were_written_out_are_nothing_invented():
    brief = Brief(
        "Quiet Hours", "coworking for freelancers. open 8am-8pm mon-sat. day pass 18 eur", length=10
    )

    script = write_script(brief).script

    assert "Monday to Saturday" in script.narration
    assert reviewed_by_rules(brief, script).stops == ()


@pytest.mark.parametrize("aside", ["(210) 555-0177.", "Closed in January.", "We're closed on Mondays."])
def test_a_lone_number_and_shut_doors_are_no_reason_to_come(aside):
    brief = Brief("Delgado Auto", f"Family garage in San Antonio. We show you the worn part. {aside}")

    assert aside.rstrip(".") not in " ".join(fact.sentence for fact in read_facts(brief))


def test_an_offer_that_the_description_tells_is_told_once():
    brief = Brief(
        "Lathr",
        "Solid shampoo without plastic. £9.50 or 4 for £32. 2,000 five star reviews.",
        offer="4 for £32",
    )

    told = [fact.sentence for fact in read_facts(brief) if fact.kind in {Kind.OFFER, Kind.PRICE}]

    assert told == ["£9.50.", "4 for £32."]


def test_a_street_is_a_place_and_no_number():
    brief = Brief("The Turning Page", "An independent bookshop with a cat. 14 Castle Street, Conwy.")

    assert [fact.kind for fact in read_facts(brief)][-1] is Kind.PLACE


def test_what_people_save_is_no_offer_but_an_order_to_save_is():
    told = Brief("Penny Jar", "A savings app. People save $41 a month on average.")
    offered = Brief("Penny Jar", "A savings app. Save $41 this week.")

    assert [fact.kind for fact in read_facts(told)][-1] is not Kind.OFFER
    assert [fact.kind for fact in read_facts(offered)][-1] is Kind.OFFER


def test_an_order_is_not_cut_before_what_it_brings():
    line = "Tell us three books you loved and we will find you the fourth."

    assert shorter(line) == (line,)


def test_nine_out_of_ten_of_our_students_are_nine_out_of_ten():
    figure = figure_in("9 out of 10 of our students went up a grade.")

    assert (figure.figure, figure.label) == ("9", "out of 10")


def test_a_sentence_told_briefly_still_says_what_is_special_about_it():
    versions = shorter("We bake sourdough bread every morning at 5 am with organic flour and no additives.")

    assert "We bake sourdough bread every morning." in versions
    assert "We bake sourdough bread." not in versions
