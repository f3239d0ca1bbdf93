import pytest

from generation.studio.formats import FORMATS
from generation.studio.scenes import Box, caption_box, safe_box
from generation.studio.scenes.floor import FLOORS, floor_names
from generation.studio.scenes.heading import headed
from generation.studio.scenes.pulse import beats, pulse
from generation.studio.scenes.stage import stage_for
from generation.studio.script import Intent
from generation.studio.timeline import SceneTimes, Span, Word
from tests.generation.studio.scenes.staging import board, laid


@pytest.mark.parametrize("frame", FORMATS.values(), ids=lambda f: f.name)
def test_scene_text_and_captions_never_share_a_place(frame):
    assert safe_box(frame).bottom < caption_box(frame).top


@pytest.mark.parametrize("frame", FORMATS.values(), ids=lambda f: f.name)
def test_both_lie_inside_the_frame(frame):
    whole = Box(0, 0, frame.width, frame.height)

    assert whole.contains(safe_box(frame))
    assert whole.contains(caption_box(frame))


def test_tall_videos_stay_clear_of_the_buttons_of_apps():
    safe = safe_box(FORMATS["9:16"])

    assert safe.top >= 1920 * 0.08
    assert safe.bottom <= 1920 * 0.80
    assert safe.right <= 1080 * 0.94


def test_a_box_divides_into_rows_and_columns_with_a_gap():
    box = Box(0, 0, 100, 200)

    assert box.rows(0.25, gap=20) == (Box(0, 0, 100, 45), Box(0, 65, 100, 200))
    assert box.columns(0.5, gap=10) == (Box(0, 0, 45, 200), Box(55, 0, 100, 200))


def stage_of(*, name="9:16", seconds=6.0, words=(), **changes):
    storyboard = board(laid(Intent.BENEFIT, "note", **changes), name=name)
    times = SceneTimes(Span(10.0, 10.0 + seconds), voice=None, words=words)
    return stage_for(storyboard.scenes[0], storyboard=storyboard, times=times, index=0)


def test_scenes_of_an_ad_stand_on_different_floors():
    for seed in range(12):
        names = floor_names(seed, len(FLOORS))
        assert sorted(names) == sorted(FLOORS)
    assert len({floor_names(seed, 3) for seed in range(12)}) > 6


@pytest.mark.parametrize("name", FORMATS)
def test_room_that_a_short_headline_does_not_need_goes_to_what_is_under_it(name):
    stage = stage_of(name=name)

    short, long = (headed(stage, share=0.4, largest=160, text=text) for text in ("Go.", "word " * 14))

    assert not headed(stage, share=0.4, largest=160, text=" ").layers
    assert headed(stage, share=0.4, largest=160, text="").body == stage.safe
    assert short.body.height >= long.body.height
    assert stage.safe.contains(long.words)
    assert stage.safe.contains(short.body)


def test_something_happens_in_a_long_scene_and_then_rests():
    stage = stage_of(seconds=8.0, emphasis="")
    beat, moves = beats(stage), pulse(stage)

    assert len(beat) >= 2
    assert moves(0.5) == 0.0
    assert moves(beat[0] + 0.2) > 0.5
    assert moves(beat[0] + 0.7) == 0.0


def test_a_second_line_comes_when_it_is_spoken():
    words = (Word("Bread,", 10.5, 11.0), Word("still", 12.5, 12.8), Word("warm.", 12.8, 13.2))
    stage = stage_of(words=words)

    assert stage.heard("Still warm", otherwise=0.8) == pytest.approx(2.4)
    assert stage.heard("Never said", otherwise=0.8) == 0.8
