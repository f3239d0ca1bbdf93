"""What stands on a picture is understood with the sound off, by somebody who has heard nothing before."""

import pytest

from generation.crew.brief import Brief
from generation.crew.copywriter.screen.gate import means_something
from generation.crew.copywriter.script import write_script


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("New unit", "Nobody is going to try and sell you a new unit when all you need is a $30 capacitor."),
        ("You don't pay", "If it won't hold a tune you don't pay."),
        ("British yarn", "British yarn only, lots of it from farms you can see from the door."),
        ("Rent an electric boat", "Rent an electric boat without a licence."),
        ("No exams, no scales", "No exams, no scales unless you ask."),
        ("They cannot sing", "A choir for people who think they cannot sing."),
        ("Free shipping", "Get free shipping over $50."),
        ("Done the same day", "Most repairs are done the same day."),
    ],
)
def test_no_picture_leaves_out_the_words_that_turn_the_sentence(text, told):
    assert not means_something(text, told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("30 minutes", "We replace it in 30 minutes with a 12-month warranty."),
        ("Code CANDY", "Book two items, get a free cotton candy machine, code CANDY."),
        ("$149 a day", "Castle bounce house $149 a day."),
        ("Up to 10 hours", "You get me for the whole day, up to 10 hours."),
        ("I'm Priya", "I'm Priya."),
        ("Takes two meetings", "A living trust takes two meetings."),
        ("Find you the fourth", "Tell us three books you loved and we will find you the fourth."),
        ("Only 31% of teams", "Only 31% of teams get out of the Last Train."),
        ("Medium heat", "Medium heat but it sneaks up on you."),
        ("Open Tuesday", "We're open Tuesday to Saturday 9 to 7."),
        ("Old post office in Hebden Bridge", "Above the old post office in Hebden Bridge."),
    ],
)
def test_no_picture_asks_of_what_by_whom_or_where(text, told):
    assert not means_something(text, told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("British yarn only", "British yarn only, lots of it from farms you can see from the door."),
        ("Only 31% get out", "Only 31% of teams get out of the Last Train."),
        ("Free shipping over $50", "Get free shipping over $50."),
        ("Free cotton candy machine: CANDY", "Book two items, get a free cotton candy machine, code CANDY."),
        ("Mom still answers the phone", "Today there are eleven of us but mom still answers the phone."),
        ("Grips wet pavement", "And it grips wet pavement."),
        ("One dog at a time", "One dog at a time, no cages."),
    ],
)
def test_what_is_whole_may_stand(text, told):
    assert means_something(text, told)


def _shown(brief: Brief) -> list[str]:
    return [scene.on_screen_text for scene in write_script(brief).script.scenes]


def test_a_bare_price_stands_after_the_name_of_what_is_sold():
    brief = Brief(
        "Suds", "Mobile dog grooming in Cary. Small dogs $75, medium $95, large $120. No cages.", length=20
    )

    assert "Mobile dog grooming from $75" in _shown(brief)


def test_the_last_picture_shows_how_they_are_reached():
    brief = Brief(
        "Hearthside",
        "Home care in Duluth for older people. Every caregiver is trained by a nurse. No long-term contract.",
        call_to_action="Call for a no-cost home visit",
        contact="218-555-0166",
        length=20,
    )

    assert "218-555-0166" in _shown(brief)[-1]


def test_no_picture_repeats_another_and_none_has_more_than_six_words():
    brief = Brief(
        "Ewe & Me",
        "A little wool shop in Hexham. British yarn only, lots of it from farms you can see from the door. "
        "Stuck on a pattern? Bring it in, no charge. Natural undyed Cheviot £6.50 a ball.",
        length=30,
    )
    shown = _shown(brief)

    assert len({text.lower() for text in shown}) == len(shown)
    assert all(len(text.split()) <= 6 for text in shown)


def test_the_title_is_the_name_and_what_it_is():
    brief = Brief("Moth & Flame", "Candles of beeswax and rapeseed, poured in a garage in Leeds.", length=15)

    assert write_script(brief).script.title.startswith("Moth & Flame: Candles")
