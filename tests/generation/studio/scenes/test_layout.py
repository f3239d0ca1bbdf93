import pytest

from generation.studio.formats import FORMATS
from generation.studio.scenes import Box, caption_box, safe_box


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
