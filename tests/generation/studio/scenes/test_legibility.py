"""That every word can be read, and stands where no caption and no app covers it, measured on pixels."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import skia

from generation.studio.design import READABLE
from generation.studio.design.color import argb
from generation.studio.errors import FontMissing
from generation.studio.formats import FORMATS
from generation.studio.scenes import Box, caption_box, safe_box
from generation.studio.scenes.legibility import contrast_on, mends_for, readings
from generation.studio.scenes.safe_zones import ZONES, free_area, zones_for
from generation.studio.script import Intent
from generation.studio.storyboard import Palette
from generation.studio.typesetting import shape
from generation.studio.typesetting.pen import Pen, holding
from tests.generation.studio.scenes.staging import EVERY, LONG, board, laid, prepared

PALETTE = Palette("test", "#ffffff", "#101010", "#202020", "#ff0000", "#00ff00", "#0000ff")
# Tall letters reach a little over the line of the capitals, and headlines come slowly nearer.
SLACK = 14


def word_on(color, *, ink):
    """A painter of one word in ``ink`` on a frame of ``color``."""

    def paint(canvas, t):
        canvas.clear(argb(color))
        canvas.translate(200, 900)
        shape("Bread", face="inter-800", size=180.0).draw(canvas, skia.Paint(Color=argb(ink), AntiAlias=True))

    return paint


@pytest.mark.render
@pytest.mark.parametrize(("number", "each"), list(enumerate(EVERY)), ids=[f"{k}-{v}" for k, v in EVERY])
def test_every_word_reads_and_stands_clear_of_captions_and_apps(number, each):
    tone, about = (("warm", "bakery"), ("energetic", "running shoes"), ("calm", "dentist"))[number % 3]
    for name, text in (("9:16", LONG), (("4:5", "1:1", "16:9")[number % 3], "Sourdough, every morning")):
        frame = FORMATS[name]
        storyboard = board(laid(*each, headline=text, emphasis="every"), name=name, tone=tone, about=about)
        drawn = prepared(storyboard)
        found = readings(drawn.paint, frame=frame, at=drawn.settled)

        assert found
        left, top, right, bottom = free_area(frame)
        free = Box(left, top, right, min(bottom, caption_box(frame).top))
        for reading in found:
            mark = reading.mark
            assert reading.contrast >= READABLE, f"{mark.text} in {name}"
            box = Box(mark.left, mark.top, mark.right, mark.bottom)
            assert free.contains(box, slack=SLACK), f"{mark.text} in {name}: {box} outside of {free}"


@pytest.mark.render
@pytest.mark.parametrize("layout", [layout for kind, layout in EVERY if kind is Intent.ACTION])
def test_an_end_card_without_a_picture_has_no_word_where_apps_are(layout):
    frame = FORMATS["9:16"]
    drawn = prepared(board(laid(Intent.ACTION, layout, illustration="", illustrations=())))
    left, top, right, bottom = free_area(frame)

    for reading in readings(drawn.paint, frame=frame, at=drawn.settled):
        mark = reading.mark
        box = Box(mark.left, mark.top, mark.right, mark.bottom)
        assert Box(left, top, right, bottom).contains(box, slack=SLACK), mark.text


def test_contrast_is_measured_on_the_pixels_behind_the_word():
    (found,) = readings(word_on("#ffffff", ink="#767676"), frame=FORMATS["9:16"], at=0.0)

    assert found.contrast == pytest.approx(4.54, abs=0.1)
    assert found.mark.left == pytest.approx(200, abs=30)


def test_a_word_that_cannot_be_read_gets_another_colour():
    paint = word_on("#ffffff", ink="#eeeeee")

    mends = mends_for(paint, frame=FORMATS["9:16"], at=0.0, palette=PALETTE)
    with holding(Pen(mends=mends)):
        (found,) = readings(paint, frame=FORMATS["9:16"], at=0.0)

    assert found.contrast >= READABLE


def test_a_word_gets_no_colour_that_would_only_just_be_read_until_the_picture_behind_it_moves():
    paint = word_on("#747474", ink="#7f5448")  # white on this grey has a contrast of 4.7

    mends = mends_for(paint, frame=FORMATS["9:16"], at=0.0, palette=PALETTE)
    with holding(Pen(mends=mends)):
        (found,) = readings(paint, frame=FORMATS["9:16"], at=0.0)

    assert found.contrast >= 1.1 * READABLE


def test_a_drawing_that_fills_its_square_stays_under_the_words():
    frame = FORMATS["9:16"]
    drawn = prepared(board(laid(Intent.BENEFIT, "showcase", headline="Fix chimneys", illustration="ladder")))

    assert all(reading.contrast > 6 for reading in readings(drawn.paint, frame=frame, at=drawn.settled))


def test_a_word_that_reads_is_left_alone():
    assert mends_for(word_on("#ffffff", ink="#101010"), frame=FORMATS["9:16"], at=0.0, palette=PALETTE) == {}


def test_stripes_under_a_word_count_as_what_they_are():
    stripes = np.array([0.0, 1.0] * 50)

    assert contrast_on(0xFFFFFFFF, stripes) == pytest.approx(1.0)


PAID = replace(FORMATS["9:16"], is_paid=True)


@pytest.mark.parametrize("frame", [*FORMATS.values(), PAID], ids=lambda f: f"{f.name}{f.is_paid:d}")
def test_text_and_captions_lie_inside_the_zones_the_layouts_keep(frame):
    left, top, right, bottom = free_area(frame)
    free = Box(left, top, right, bottom)

    assert zones_for(frame)
    assert free.contains(safe_box(frame))
    assert free.contains(caption_box(frame))


def test_an_ad_for_paid_placements_keeps_clear_of_all_that_is_laid_over_those():
    assert {zone.placement for zone in ZONES if "9:16" in zone.formats} == {
        zone.placement for zone in zones_for(PAID)
    }
    assert caption_box(PAID).center[1] == pytest.approx(0.61 * PAID.height, abs=2)


@pytest.mark.render
@pytest.mark.parametrize("each", EVERY[::3], ids=[f"{k}-{v}" for k, v in EVERY[::3]])
def test_every_word_stands_clear_of_paid_placements(each):
    storyboard = replace(board(laid(*each, headline=LONG, emphasis="every")), is_paid=True)
    drawn = prepared(storyboard)
    left, top, right, bottom = free_area(storyboard.format)
    free = Box(left, top, right, min(bottom, caption_box(storyboard.format).top))

    for reading in readings(drawn.paint, frame=storyboard.format, at=drawn.settled):
        mark = reading.mark
        assert reading.contrast >= READABLE, mark.text
        assert free.contains(Box(mark.left, mark.top, mark.right, mark.bottom), slack=SLACK), mark.text


def test_every_zone_names_its_source():
    assert all("http" in zone.source or "EBU" in zone.source for zone in ZONES)


def test_every_zone_is_told_in_the_documents():
    told = Path("docs/placements.md").read_text(encoding="utf-8")

    for zone in ZONES:
        kept = "always" if zone.kept else "when asked for"
        assert (
            f"| {zone.placement} | {', '.join(zone.formats)} | {zone.top:.1%} | {zone.bottom:.1%} | "
            f"{zone.side:.1%} | {kept} |" in told
        )


def test_letters_that_no_font_has_are_an_honest_error():
    storyboard = board(laid(*EVERY[0], headline="\U00012000\U00012001"))

    with pytest.raises(FontMissing, match="fonts-noto-core") as raised:
        prepared(storyboard)

    assert (raised.value.code, raised.value.permanent) == ("font_missing", True)


def test_a_symbol_that_no_font_has_is_no_reason_to_stop():
    assert prepared(board(replace(laid(*EVERY[0]), headline="Bread \U0001fbff"))).settled > 0
