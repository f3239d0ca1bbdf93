"""The review earns its scores: good scripts pass, and each way of breaking one is found, named and scored low."""

from dataclasses import replace

import pytest

from generation.crew.brief import Brief
from generation.crew.copywriter.script import write_script
from generation.crew.craft import pace
from generation.crew.findings import Score
from generation.crew.review import LEAST_EACH, Review, reviewed_by_rules
from generation.studio.script import Intent, Script, ScriptScene

BRIEF = Brief(
    name="Stickerquest",
    desc="A chore app for families. Kids earn stickers as they finish chores, and parents see progress at a glance. "
    "Cuts morning arguments. Works on phones and tablets. Free for 14 days, then $3 a month.",
    audience="parents of kids aged 4 to 9",
    call_to_action="Schedule a demo",
    length=20,
    seed=2,
)


def good() -> Script:
    return write_script(BRIEF).script


def with_scene(script: Script, place: int, **changes: object) -> Script:
    scenes = list(script.scenes)
    scenes[place] = replace(scenes[place], **changes)
    return replace(script, scenes=tuple(scenes))


def low(review: Review) -> set[str]:
    return {name for name, score in review.scores.items() if score < LEAST_EACH}


def test_a_good_script_is_approved_with_evidence_for_every_score():
    review = reviewed_by_rules(BRIEF, good())

    assert review.approved
    assert set(review.scores) == set(review.evidence) == {score.value for score in Score}
    assert all(review.evidence.values())


def test_scores_differ_between_scripts_because_they_are_measured():
    plain = with_scene(
        good(), 0, narration="Introducing Stickerquest.", on_screen_text="Introducing Stickerquest"
    )

    assert reviewed_by_rules(BRIEF, plain).scores != reviewed_by_rules(BRIEF, good()).scores
    assert (
        reviewed_by_rules(BRIEF, plain).scores[Score.HOOK]
        < reviewed_by_rules(BRIEF, good()).scores[Score.HOOK]
    )


@pytest.mark.parametrize(
    "text", ["Cuts", "Kids earn stickers as they", "Parents see progress at a", "Works on"]
)
def test_a_text_cut_in_mid_phrase_is_found(text):
    lines = {
        "Cuts": "It cuts morning arguments.",
        "Kids earn stickers as they": "Kids earn stickers as they finish chores.",
        "Parents see progress at a": "Parents see progress at a glance.",
        "Works on": "It works on phones and tablets.",
    }

    review = reviewed_by_rules(BRIEF, with_scene(good(), 2, narration=lines[text], on_screen_text=text))

    assert not review.approved
    assert Score.CLARITY in low(review)
    assert text in " ".join(review.notes)


@pytest.mark.parametrize(
    ("narration", "score"),
    [
        ("Loved by 9,000 families.", Score.RELEVANCE),
        ("It costs only $2 a month.", Score.RELEVANCE),
        ("As seen in the Guardian.", Score.RELEVANCE),
        ("Go to stickerquest.com now.", Score.RELEVANCE),
        ("Use code KIDS50 today.", Score.RELEVANCE),
        ("It is the best chore app.", Score.RELEVANCE),
        ("Happy mornings guaranteed.", Score.SAFETY),
        ("It cures tantrums.", Score.SAFETY),
        ("It is totally risk-free.", Score.SAFETY),
        ("Stop the bullshit at breakfast.", Score.SAFETY),
        ("Kids earn stickers as they.", Score.CLARITY),
        ("Kids earn earn stickers.", Score.CLARITY),
    ],
)
def test_a_false_or_broken_line_stops_the_script_and_lowers_the_score_it_touches(narration, score):
    review = reviewed_by_rules(
        BRIEF, with_scene(good(), 3, narration=narration, on_screen_text="Stickers for chores")
    )

    assert not review.approved
    assert review.scores[score] < reviewed_by_rules(BRIEF, good()).scores[score] - 0.25
    assert review.notes


def test_an_invented_number_on_the_picture_is_found_as_well():
    review = reviewed_by_rules(BRIEF, with_scene(good(), 3, figure="97%", figure_label="fewer arguments"))

    assert not review.approved
    assert "97" in " ".join(review.notes)


def test_a_script_that_forgets_the_brand_is_stopped():
    scenes = tuple(
        replace(one, narration=one.narration.replace("Stickerquest", "This")) for one in good().scenes
    )

    review = reviewed_by_rules(BRIEF, replace(good(), scenes=scenes))

    assert not review.approved
    assert Score.RELEVANCE in low(review)


def test_a_script_that_loses_the_call_to_action_is_stopped():
    review = reviewed_by_rules(
        BRIEF, with_scene(good(), -1, narration="Stickerquest.", on_screen_text="Stickerquest")
    )

    assert not review.approved
    assert Score.FLOW in low(review)


def test_a_script_that_drops_the_offer_is_stopped():
    script = good()
    without = replace(script, scenes=tuple(one for one in script.scenes if one.intent is not Intent.OFFER))

    review = reviewed_by_rules(BRIEF, without)

    assert not review.approved
    assert "offer" in " ".join(review.notes)


def test_a_script_that_says_the_same_twice_is_stopped():
    script = good()
    twice = replace(script, scenes=(*script.scenes[:2], script.scenes[1], *script.scenes[2:]))

    assert not reviewed_by_rules(BRIEF, twice).approved


def test_a_script_too_fast_to_speak_is_stopped():
    review = reviewed_by_rules(replace(BRIEF, length=10), good())

    assert not review.approved
    assert any("words a second" in note for note in review.notes)


def test_a_very_short_ad_may_last_two_seconds_more_and_no_longer():
    words = "Half price until Friday. This is Dave's Mobile Detailing. Call four eight zero, five five five, zero one"
    lines = [ScriptScene(Intent.ACTION, "Call us", words, "", 6.0)]
    short = replace(good(), scenes=tuple(lines))

    assert pace(replace(BRIEF, length=6), short) == pytest.approx(19 / 8, abs=0.3)
    assert pace(replace(BRIEF, length=10), short) == pytest.approx(19 / 10, abs=0.3)


def test_a_script_in_the_wrong_language_is_stopped():
    review = reviewed_by_rules(BRIEF, replace(good(), language="fr"))

    assert not review.approved
    assert Score.CONSISTENCY in low(review)


def test_eight_words_may_stand_on_the_picture_and_nine_may_not():
    eight = "Kids earn stickers as they finish chores today"
    nine = eight + " too"

    assert not any("on the picture" in note and eight in note for note in _stopping(eight))
    assert any(nine in note for note in _stopping(nine))


def _stopping(text: str) -> tuple[str, ...]:
    script = with_scene(good(), 2, narration="Kids earn stickers as they finish chores.", on_screen_text=text)
    review = reviewed_by_rules(BRIEF, script)
    return review.notes if Score.CLARITY in low(review) else ()


def test_a_script_about_something_else_scores_low_on_relevance():
    scenes = (
        ScriptScene(Intent.HOOK, "Tired of old tyres?", "Tired of worn tyres on icy mountain roads?"),
        ScriptScene(
            Intent.PRODUCT, "Winter rubber", "Stickerquest makes winter rubber that grips frozen asphalt."
        ),
        ScriptScene(Intent.ACTION, "Schedule a demo", "Stickerquest. Schedule a demo."),
    )

    review = reviewed_by_rules(BRIEF, Script("Tyres", scenes, "Schedule a demo"))

    assert Score.RELEVANCE in low(review)


def test_a_script_in_another_language_is_checked_for_numbers_and_names_of_codes():
    brief = Brief(
        "Padaria Rosa",
        "Padaria familiar no Porto desde 1987. Pão às 5 da manhã.",
        call_to_action="Visite-nos",
        language="pt",
    )
    scenes = (
        ScriptScene(Intent.HOOK, "Pão às 5 da manhã", "Pão fresco às 5 da manhã?"),
        ScriptScene(
            Intent.PRODUCT, "Desde 1987", "A Padaria Rosa é uma padaria familiar no Porto desde 1987."
        ),
        ScriptScene(Intent.ACTION, "Visite-nos", "Padaria Rosa. Visite-nos."),
    )
    script = Script("Padaria Rosa", scenes, "Visite-nos", language="pt")

    assert reviewed_by_rules(brief, script).approved
    assert not reviewed_by_rules(
        brief, with_scene(script, 1, narration="A Padaria Rosa existe desde 1950.")
    ).approved
