"""A script that a person brings is theirs: told as it stands, stopped only by what no ad may say."""

import json
from dataclasses import replace

import pytest

from ads.briefs import read
from generation.crew.brief import Brief
from generation.crew.own_script import own_script, reviewed_own
from generation.pipeline.bench import Bench
from generation.pipeline.errors import ScriptRefused
from generation.pipeline.review import review_script
from generation.pipeline.script import write_script
from generation.studio.script import Intent

BRIEF = Brief("Rosa's Bakery", "Family bakery in Porto since 1987.", call_to_action="Come by", length=15)
LINES = (
    "Fresh at five | We bake before you wake.",
    "Forty kinds of bread, all by hand",
    "Come by | Rosa's. Come by.",
)


def test_lines_become_scenes_that_open_and_end_the_ad():
    script = own_script(BRIEF, LINES)

    assert [scene.intent for scene in script.scenes] == [Intent.HOOK, Intent.BENEFIT, Intent.ACTION]
    assert [scene.narration for scene in script.scenes] == [
        "We bake before you wake.", "Forty kinds of bread, all by hand.", "Rosa's. Come by."
    ]  # fmt: skip
    assert script.scenes[0].on_screen_text == "Fresh at five"
    assert len(script.scenes[1].on_screen_text.split()) <= 6
    assert script.call_to_action == "Come by"


def test_a_sentence_that_ends_in_its_own_script_gets_no_full_stop_of_ours():
    script = own_script(
        Brief("麺屋ほたる", "ラーメン屋。", language="ja"),
        ["今日も煮込みました。", "هل أنت جاهز؟", "「いらっしゃい。」"],
    )

    assert [scene.narration for scene in script.scenes] == [
        "今日も煮込みました。",
        "هل أنت جاهز؟",
        "「いらっしゃい。」",
    ]


def test_what_the_brief_does_not_say_is_noted_and_not_stopped():
    script = own_script(BRIEF, ("Since 1950 | We have baked since 1950.", *LINES[1:]))

    review = reviewed_own(BRIEF, script)

    assert review.approved
    assert any("1950" in note for note in review.notes)
    assert next(claim for claim in review.claims if claim.text == "1950").source == ""


def test_a_promise_that_no_ad_may_make_stops_it():
    review = reviewed_own(
        BRIEF, own_script(BRIEF, ("Good bread | Our bread cures every illness.", *LINES[1:]))
    )

    assert not review.approved
    assert review.stops == ("“cures” is a promise that no ad may make. Say what it does instead.",)


def test_the_pipeline_takes_it_instead_of_writing_one(tmp_path):
    brief = read(
        {"name": "Lumo", "desc": "A reading lamp for the bed.", "script": "Light | Read in bed.\nTry Lumo."}
    )
    bench = Bench(brief, tmp_path, seed=1, report=lambda *_: None, fetch=lambda name, _: tmp_path / name)

    written = write_script(bench)
    reviewed = review_script(bench)

    assert (written.notes, reviewed.notes) == ({"written_by": "Written by you"}, {"rounds": 1})
    kept = json.loads((tmp_path / "script.json").read_text(encoding="utf-8"))["script"]
    assert [scene["narration"] for scene in kept["scenes"]] == ["Read in bed.", "Try Lumo."]


def test_the_pipeline_stops_it_with_the_reason(tmp_path):
    script = ["Light | This lamp cures bad eyes.", "Try Lumo."]
    brief = read({"name": "Lumo", "desc": "A reading lamp for the bed.", "script": script})
    bench = Bench(brief, tmp_path, seed=1, report=lambda *_: None, fetch=lambda name, _: tmp_path / name)
    write_script(bench)

    with pytest.raises(ScriptRefused, match="“cures” is a promise that no ad may make"):
        review_script(bench)


@pytest.mark.parametrize("recording", ["", "rec-1"])
def test_only_a_voice_that_is_not_their_own_is_held_to_a_pace(recording):
    lines = (
        "Read in bed.",
        " ".join(["A lamp that is warm and small and clips to every book"] * 3),
        "Try Lumo.",
    )
    brief = replace(BRIEF, name="Lumo", call_to_action="", length=6)
    script = own_script(brief, lines)

    review = reviewed_own(brief, script, own_pace=bool(recording))

    assert review.approved is bool(recording)
    assert any("words a second" in note for note in review.notes)
