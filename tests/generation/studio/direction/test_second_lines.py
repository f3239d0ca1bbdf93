"""The line under a headline, taken from what the voice goes on to say."""

import pytest

from generation.studio.direction.emphasis import emphasis_in
from generation.studio.direction.fitting import fitting
from generation.studio.direction.kinds import designed
from generation.studio.direction.wording import tail_from
from generation.studio.scenes import LAYOUTS
from generation.studio.scenes.posters import LAYOUTS as POSTERS
from generation.studio.script import Intent, ScriptScene
from generation.studio.storyboard import Scene


@pytest.mark.parametrize(
    ("narration", "headline", "tail"),
    [
        ("We bake sourdough every morning at 5 am.", "Sourdough every morning", "At 5 am"),
        ("Try our tarts, still warm, with a coffee.", "Try our tarts", "Still warm, with a coffee"),
        ("Pet sitting in your own home.", "Pet sitting in your own home", ""),
        ("An app with workouts that need no equipment.", "An app with workouts", ""),
        ("Something else entirely is said here.", "Sourdough every morning", ""),
        ("Fresh bread. And coffee on the terrace.", "Fresh bread", ""),
        ("", "", ""),
    ],
)
def test_what_is_said_after_the_headline_stands_under_it(narration, headline, tail):
    assert tail_from(narration, headline) == tail


def test_only_scenes_with_room_for_it_get_a_second_line():
    def detail(intent):
        return designed(ScriptScene(intent, "Bread every morning", "Bread every morning at five.")).detail

    assert detail(Intent.BENEFIT) == "At five"
    assert detail(Intent.HOOK) == detail(Intent.ACTION) == ""


def test_a_promise_without_a_picture_is_set_in_type_alone():
    bare = Scene(Intent.BENEFIT, "", "No appointment needed", "")

    found = fitting(bare, LAYOUTS[Intent.BENEFIT])

    assert len(found) >= 6
    assert set(found) <= {*POSTERS, "tape", "statement"}


def test_only_a_short_figure_fills_the_frame():
    def layouts(figure):
        return fitting(Scene(Intent.NUMBER, "", "x", "", figure=figure), LAYOUTS[Intent.NUMBER])

    assert "giant" in layouts("198")
    assert "giant" not in layouts("1,234,567")


def test_a_sentence_without_spaces_is_no_shout():
    hook = Scene(Intent.HOOK, "", "今日も、18時間煮込みました。", "")

    assert "word" not in fitting(hook, LAYOUTS[Intent.HOOK])


@pytest.mark.parametrize(
    ("scene", "stressed"),
    [
        (Scene(Intent.HOOK, "", "Travel for work?", ""), "work"),
        (
            Scene(Intent.NUMBER, "", "Drawing within three days", "", figure="3", figure_label="days"),
            "three days",
        ),
    ],
)
def test_a_question_is_heard_by_its_end_and_a_number_by_what_it_counts(scene, stressed):
    assert emphasis_in(scene) == stressed
