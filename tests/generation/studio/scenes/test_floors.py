"""What a floor is said to hide, it hides."""

import numpy as np
import pytest
import skia

from generation.studio.formats import FORMATS
from generation.studio.scenes.floor import FLOORS, floor, floor_names
from generation.studio.scenes.stage import stage_for
from generation.studio.script import Intent
from generation.studio.timeline import SceneTimes, Span
from tests.generation.studio.scenes.staging import board, laid

MOMENTS = (0.06, 0.25, 0.7, 3.1)
WHOLE_WIDTH = {"hills", "slope", "arches", "table"}


def floor_called(name, frame_name):
    seed = next(seed for seed in range(200) if floor_names(seed, 1)[0] == name)
    shown = board(laid(Intent.HOOK, "rise"), name=frame_name, seed=seed)
    times = SceneTimes(Span(0.0, 4.0), voice=None, words=())
    return floor(stage_for(shown.scenes[0], storyboard=shown, times=times, index=0))


@pytest.mark.parametrize("scale", [1.0, 0.25])
@pytest.mark.parametrize("frame_name", ["9:16", "16:9"])
@pytest.mark.parametrize("name", FLOORS)
def test_a_floor_hides_all_that_it_is_said_to_hide(name, frame_name, scale):
    frame, made = FORMATS[frame_name], floor_called(name, frame_name)
    height, width = round(frame.height * scale), round(frame.width * scale)
    info = skia.ImageInfo.Make(width, height, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)

    for t in MOMENTS:
        pixels = np.zeros((height, width, 4), np.uint8)
        canvas = skia.Surface.MakeRasterDirect(info, pixels, width * 4).getCanvas()
        canvas.scale(scale, scale)
        made.paint(canvas, t)
        below = pixels[int(made.hides_from(t) * scale) :]
        assert (below[..., 3] == 255).all()


@pytest.mark.parametrize("name", FLOORS)
def test_a_floor_that_lies_still_hides_something_if_it_is_as_wide_as_the_frame(name):
    assert (floor_called(name, "9:16").hides_from(3.0) < 1920) == (name in WHOLE_WIDTH)
