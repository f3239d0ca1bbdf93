"""A person chooses: among scripts that open differently, and which scenes are written again."""

import json
import subprocess
import sys
from dataclasses import replace

import pytest
from sample_briefs import briefs

from generation.crew import rewrite, variants
from generation.crew.brief import Brief
from generation.crew.copywriter.facts.changes import Change, change_in
from generation.crew.copywriter.script import write_script
from generation.crew.embedded import as_answer
from generation.crew.errors import ModelFailed
from generation.crew.llm import make_llm
from generation.crew.review import reviewed_by_rules
from generation.studio.script import Intent

SOME = [one for one in briefs() + briefs("briefs-20.json") if one.length >= 15][:6]
SPANISH = next(one for one in briefs("briefs-abroad.json") if one.language.startswith("es"))


def by_name(brief: Brief) -> str:
    return brief.name


def test_variants_are_three_drafts_that_open_differently():
    drafts = variants(SOME[3])

    assert len({draft.script.scenes[0].narration for draft in drafts}) == len(drafts) == 3
    assert all(reviewed_by_rules(SOME[3], draft.script).approved for draft in drafts)
    assert all(len(draft.idea.alternatives) == 3 for draft in drafts)


@pytest.mark.parametrize("brief", SOME, ids=by_name)
def test_locked_scenes_stay_and_the_others_say_something_else(brief):
    draft = variants(brief, count=1)[0]
    last = len(draft.script.scenes) - 1
    for locked in (frozenset({0}), frozenset({1, last})):
        again = rewrite(brief, draft, locked, seed=5)

        kept = [again.script.scenes[place] for place in again.kept]
        assert kept == [draft.script.scenes[place] for place in sorted(locked)]
        lines = [scene.narration for scene in again.script.scenes]
        assert len(set(lines)) == len(lines)
        assert reviewed_by_rules(brief, again.script).approved
        assert again.script.scenes[-1].intent is Intent.ACTION
        assert 0 in again.kept or 0 not in locked
        assert (len(lines) - 1 in again.kept) == (last in locked)


def test_another_seed_writes_the_open_scenes_in_another_way():
    draft = variants(SOME[0], count=1)[0]
    found = {rewrite(SOME[0], draft, frozenset({1}), seed=seed).script.narration for seed in range(6)}

    assert len(found) > 1


def test_the_offer_survives_when_its_scene_is_written_again():
    brief = Brief(
        "Lumo",
        "A reading lamp with a warm light. Clips to any book. The battery lasts 30 hours. Weighs 40 grams.",
        offer="Two for one until Sunday",
        call_to_action="Order your lamp",
        must_say=("Made in Leeds",),
    )
    draft = variants(brief, count=1)[0]

    for place in range(len(draft.script.scenes)):
        said = rewrite(brief, draft, frozenset({place}), seed=1).script.narration

        assert "wo for one until Sunday" in said
        assert "Order your lamp" in said
        assert "ade in Leeds" in said


def test_scenes_in_another_language_are_kept_as_well():
    draft = variants(SPANISH, count=1)[0]

    again = rewrite(SPANISH, draft, frozenset({1}), seed=2)

    assert again.script.scenes[again.kept[0]] == draft.script.scenes[1]
    assert len({scene.narration for scene in again.script.scenes}) == len(again.script.scenes)


def test_nothing_locked_is_another_script_and_all_locked_is_the_same():
    draft = variants(SOME[1], count=1)[0]
    everything = frozenset(range(len(draft.script.scenes)))

    assert rewrite(SOME[1], draft, everything, seed=3).script == draft.script
    again = rewrite(SOME[1], draft, frozenset(), seed=3)
    assert again.script.scenes[0].narration != draft.script.scenes[0].narration


def test_a_scene_that_is_not_there_cannot_be_locked():
    with pytest.raises(ValueError, match="There is no scene 31"):
        rewrite(SOME[0], variants(SOME[0], count=1)[0], frozenset({30}), seed=0)


def test_rules_need_none_of_crewai():
    asked = (
        "import sys\n"
        "from generation.crew import rewrite, variants\n"
        "from generation.crew.brief import Brief\n"
        "assert 'spacy' not in sys.modules\n"
        "brief = Brief('Lumo', 'A reading lamp with a warm light. Clips to any book. Weighs 40 grams.')\n"
        "rewrite(brief, variants(brief)[0], frozenset({0}), seed=1)\n"
        "assert 'crewai' not in sys.modules\n"
    )

    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0


# --- With a hosted model -------------------------------------------------------------------------------


def model(server):
    return make_llm("openai/stub-model", api_key="not-a-real-key", base_url=server.base_url, timeout=10)


def answer_of(brief: Brief, seed: int = 0) -> dict[str, object]:
    return as_answer(write_script(replace(brief, seed=seed))).model_dump(mode="json")


def test_a_model_is_asked_once_for_three_scripts(server, react):
    first, second = answer_of(SOME[0]), answer_of(SOME[3])
    server.will(react(content=json.dumps({"scripts": [first, second, first]})))

    drafts = variants(SOME[0], llm=model(server))

    assert len(server.requests) == 1
    assert [draft.script.title for draft in drafts] == [first["title"], second["title"]]  # the same once
    assert [draft.tokens for draft in drafts] == [120, 0]
    assert drafts[0].writer == "Written by the model stub-model"


def test_a_model_writes_only_the_open_scenes(server, react):
    draft = variants(SOME[0], count=1)[0]
    count = len(draft.script.scenes)
    new = {
        "intent": "hook",
        "on_screen_text": "Something new",
        "narration": "Something quite new is said here.",
        "facts": ["new"],
    }
    server.will(react(content=json.dumps({"scenes": [new] * (count - 2)})))

    again = rewrite(SOME[0], draft, frozenset({1, count - 1}), seed=1, llm=model(server))

    assert again.kept == (1, count - 1)
    assert [again.script.scenes[place] for place in again.kept] == [
        draft.script.scenes[1],
        draft.script.scenes[-1],
    ]
    assert [scene.narration for scene in again.script.scenes].count(new["narration"]) == count - 2
    assert [scene.intent for scene in again.script.scenes].count(Intent.HOOK) == 1
    assert again.script.call_to_action == draft.script.call_to_action
    asked = json.dumps(server.requests[0]["messages"])
    assert "must_say" in asked
    assert "before_after" in asked


def test_a_model_that_repeats_a_locked_scene_is_not_believed(server, react):
    draft = variants(SOME[0], count=1)[0]
    same = {"intent": "benefit", "on_screen_text": "Again", "narration": draft.script.scenes[1].narration}
    server.will(react(content=json.dumps({"scenes": [same] * (len(draft.script.scenes) - 1)})))

    with pytest.raises(ModelFailed, match="repeated a scene"):
        rewrite(SOME[0], draft, frozenset({1}), seed=1, llm=model(server))


def test_a_full_ad_ends_without_the_name_rather_than_leave_out_what_answers_its_question():
    brief = Brief(
        "24/7 KeyHero",
        "Locked out? We're at your door in 30 minutes, day or night, anywhere in Leeds. Fixed prices from £65, "
        "no call-out fee. DBS-checked locksmiths. 0113 496 0182",
        contact="0113 496 0182",
        length=15,
    )

    script = write_script(brief).script

    assert "at your door in 30 minutes" in script.narration
    assert reviewed_by_rules(brief, script).approved


def test_a_number_against_what_it_was_is_a_change():
    assert change_in("Build next week's rota in ten minutes instead of three hours.") == Change(
        "three hours", "ten minutes"
    )
    assert change_in("Groups of six, not a crowd.") is None


def test_a_price_that_was_lowered_is_a_price_and_no_change_of_another_kind():
    assert change_in("Day ticket €16 instead of €21.") is None
    assert change_in("Answers in ten minutes instead of three hours.") is not None
