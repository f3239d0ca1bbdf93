"""Scripts in languages that are told plainly."""

import re

import pytest
from sample_briefs import briefs

from generation.crew.account import account_of
from generation.crew.brief import Brief
from generation.crew.copywriter.script import write_script
from generation.crew.review import reviewed_by_rules

ABROAD = briefs("briefs-abroad.json")
ENGLISH = re.compile(
    r"\b(?:the|and|with|meet|this|visit|call|discover|today|you|we|get|there's)\b", re.IGNORECASE
)


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("brief", ABROAD, ids=lambda brief: brief.name)
def test_a_plain_script_is_approved_and_in_one_language(brief, seed):
    brief = Brief(**{**brief.as_dict(), "seed": seed})

    script = write_script(brief).script

    review = reviewed_by_rules(brief, script)
    assert review.approved, review.notes
    assert not ENGLISH.search(
        " ".join([script.narration, *(scene.on_screen_text for scene in script.scenes)])
    )
    assert script.language == brief.language


@pytest.mark.parametrize("brief", ABROAD, ids=lambda brief: brief.name)
def test_every_line_but_the_last_is_a_sentence_of_the_brief(brief):
    bare = re.sub(r"[^\w]+", " ", brief.text.lower())

    for scene in write_script(brief).script.scenes[:-1]:
        line = scene.narration.removeprefix(f"{brief.name}. ")
        assert re.sub(r"[^\w]+", " ", line.lower()).strip() in bare


def test_offer_and_call_to_action_are_kept_abroad():
    spanish = ABROAD[0]

    script = write_script(spanish).script

    assert "10 % de descuento los miércoles." in script.narration
    assert script.scenes[-1].on_screen_text == "Ven a probarlo"


def test_a_verb_that_comes_apart_is_a_whole_line():
    german = next(brief for brief in ABROAD if brief.name == "Bergrad")

    assert write_script(german).script.call_to_action == "Rufen Sie uns an"


def test_the_idea_needs_no_word_of_another_language():
    account = account_of(ABROAD[2])

    assert not ENGLISH.search(" ".join([account.idea.line, *account.idea.alternatives]))
    assert len(set(account.idea.alternatives)) == 3
