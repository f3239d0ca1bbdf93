"""No honest brief ends in a refusal of the writer's own script."""

import pytest
from sample_briefs import briefs

from generation.crew.account import account_of
from generation.crew.brief import Brief
from generation.crew.promises import broken_promises

GYM = Brief(
    name="Iron & Oak",
    desc="Strength gym for beginners over 40. Small groups of six, coaches who know your name and your knees. "
    "First two weeks £20. Open 6am–9pm, free parking, Harrogate.",
    tone="motivational",
    offer="First two weeks £20",
)
JOINER = Brief(
    name="Schreiner Huber",
    desc="Möbel nach Maß aus heimischem Holz. 15 Jahre Garantie auf jedes Stück. "
    "Kostenlose Beratung bei Ihnen zu Hause. Rufen Sie uns an unter 08031 555 210 und vereinbaren Sie einen Termin.",
    language="de",
)
PETS = Brief(
    name="Paws & Co",
    desc="Pet sitting in your own home. Tired of kennels? Every sitter is insured and visited by us. "
    "First visit 50% off with code HELLOPAWS until 30 June. Daily photos.",
    call_to_action="Book your first visit today",
    contact="pawsandco.example",
)
LIST = Brief(
    name="Uncle Dre's",
    desc="Smoked datil peppers, vinegar, honey and nothing you can't pronounce. Medium heat. "
    "5oz bottle for $9, three for $24.",
    offer="5oz bottle for $9, three for $24, free shipping over $40",
)
WEDDINGS = Brief(
    name="Oh Hello Photography",
    desc="I photograph weddings in the Peak District. Only 4 Saturdays left in 2027. £200 holds your date.",
)
HONEST = [GYM, JOINER, PETS, LIST, WEDDINGS, *briefs()[:2]]


@pytest.mark.parametrize("length", [6, 10, 15, 30])
@pytest.mark.parametrize("seed", [0, 1])
@pytest.mark.parametrize("brief", HONEST, ids=lambda brief: brief.name)
def test_no_honest_brief_is_refused(brief, seed, length):
    if length == 30 and len(brief.desc) < 200:
        length = 15  # thirty seconds of it would be silence, and its owner is asked for more
    review = account_of(Brief(**{**brief.as_dict(), "seed": seed, "length": length})).review

    assert review.approved, review.notes


def test_six_seconds_have_time_for_the_offer():
    script = account_of(Brief(**{**GYM.as_dict(), "length": 6})).script

    assert "First two weeks £20." in script.narration
    assert "Iron & Oak" in script.narration


def test_what_six_seconds_have_no_time_to_say_is_shown():
    script = account_of(Brief(**{**JOINER.as_dict(), "length": 6})).script

    assert "08031 555 210" in script.scenes[-1].on_screen_text
    assert "08031" not in script.narration


def test_a_call_to_action_may_say_where_instead_of_today():
    script = account_of(PETS).script

    assert not [one for one in broken_promises(PETS, script) if one.code.startswith("action")]
