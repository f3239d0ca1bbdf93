"""Pictures that are kept finer look as if they had been mixed from the simple one."""

import numpy as np
import pytest
import skia

from generation.studio.scenes.pieces.fine import fine, suits
from generation.studio.scenes.pieces.sticker import sticker

SIDE = 400
SMOOTH = skia.SamplingOptions(skia.FilterMode.kLinear)


def canvas_on(pixels):
    info = skia.ImageInfo.Make(SIDE, SIDE, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
    return skia.Surface.MakeRasterDirect(info, pixels, SIDE * 4).getCanvas()


def drawn(draw):
    """What ``draw`` puts on white: (side, side, 4) bytes."""
    pixels = np.full((SIDE, SIDE, 4), 255, np.uint8)
    draw(canvas_on(pixels))
    return pixels.astype(int)


@pytest.fixture(scope="module")
def bread():
    return sticker("bread", 260, tilt=-6)


def laid(turn, scale):
    matrix = skia.Matrix().setTranslate(60.3, 71.8)
    matrix.preScale(scale * 1.01, scale * 0.99).preRotate(turn)
    return matrix


def mixed(canvas, image, matrix):
    canvas.concat(matrix)
    canvas.drawImage(image, 0, 0, SMOOTH)


@pytest.mark.parametrize("scale", [0.7, 1.0, 1.2])
def test_a_finer_picture_looks_like_a_mixed_one(bread, scale):
    matrix = laid(0, scale)
    place = matrix.mapRect(skia.Rect.MakeWH(bread.image.width(), bread.image.height()))

    apart = np.abs(
        drawn(lambda c: fine(bread.image).draw(c, place)) - drawn(lambda c: mixed(c, bread.image, matrix))
    )

    assert apart.mean() < 1.5
    assert (apart.max(axis=2) > 60).mean() < 0.005


@pytest.mark.parametrize("turn", [-35.0, 4.0, 120.0])
def test_a_turned_picture_stands_where_it_should(bread, turn):
    matrix = laid(turn, 0.9)

    apart = np.abs(
        drawn(lambda c: fine(bread.image).draw_turned(c, matrix))
        - drawn(lambda c: mixed(c, bread.image, matrix))
    )

    assert apart.mean() < 2.0
    assert (apart.max(axis=2) > 60).mean() < 0.01


def test_a_turned_picture_leaves_alone_what_is_clipped_away(bread):
    def draw(canvas):
        canvas.clipRect(skia.Rect.MakeXYWH(100, 100, 80, 80))
        fine(bread.image).draw_turned(canvas, laid(20, 1.0))

    pixels = drawn(draw)

    assert (pixels[100:180, 100:180] < 255).any()
    pixels[100:180, 100:180] = 255
    assert (pixels == 255).all()


def test_a_picture_outside_of_the_frame_is_not_drawn(bread):
    far = skia.Matrix().setTranslate(5000, 0).preRotate(10)

    assert (drawn(lambda c: fine(bread.image).draw_turned(c, far)) == 255).all()


def test_small_and_much_reduced_pictures_are_mixed_as_before(bread):
    assert suits(bread.image, laid(10, 1.0))
    assert not suits(bread.image, laid(0, 0.4))
    assert not suits(bread.image, laid(0, 2.0))
    assert not suits(sticker("bread", 60).image, laid(0, 1.0))
