from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
import skia

from generation.studio.design import look_for
from generation.studio.formats import FORMATS
from generation.studio.scenes import LAYOUTS, painter
from generation.studio.scenes.contact_sheet import contact_sheet, in_every_layout, spoken
from generation.studio.scenes.stage import ground_names
from generation.studio.script import Intent
from generation.studio.storyboard import Scene, Storyboard

pytestmark = pytest.mark.render

SCENE = Scene(
    kind=Intent.HOOK,
    layout="",
    headline="Sourdough, every morning",
    narration="Custard tarts, coffee and 198 loaves of bread.",
    detail="Organic flour",
    emphasis="every morning",
    items=("Custard tarts", "Coffee", "Bread"),
    figure="198",
    figure_label="loaves",
    source="Porto Gazette",
    illustration="bread",
    illustrations=("croissant", "pretzel"),
)
BARE = Scene(kind=Intent.HOOK, layout="", headline="", narration="")
HOSTILE = replace(
    SCENE,
    headline="x" * 60 + " word" * 80,
    emphasis="\x00",
    items=("", "y" * 70, "\U0001f600", "one", "two", "three", "four"),
    figure="²½ twelve hundred and something",
    source="—",
    illustration="no-such-picture",
    detail="z" * 200,
)
EVERY = [(kind, layout) for kind, layouts in LAYOUTS.items() for layout in layouts]


def board(scene, *, name="9:16"):
    look = look_for(tone="warm", about="bakery", seed=1)
    return Storyboard("Rosa's Bakery", (scene,), look, "Come by", contact="Porto", format_name=name)


def paint(scene, *, at, name="9:16", scale=0.2):
    storyboard = board(scene, name=name)
    times = spoken(scene.narration, start=2.0, seconds=4.0)
    frame = storyboard.format
    pixels = np.zeros((round(frame.height * scale), round(frame.width * scale), 4), np.uint8)
    info = skia.ImageInfo.Make(
        pixels.shape[1], pixels.shape[0], skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType
    )
    canvas = skia.Surface.MakeRasterDirect(info, pixels, pixels.strides[0]).getCanvas()
    canvas.scale(scale, scale)
    painter(scene, storyboard=storyboard, times=times, index=0).paint(canvas, at)
    return pixels


def test_every_kind_has_a_layout_and_the_important_ones_have_two():
    assert set(LAYOUTS) == set(Intent)
    for kind in (Intent.HOOK, Intent.PRODUCT, Intent.BENEFIT, Intent.NUMBER, Intent.ACTION):
        assert len(LAYOUTS[kind]) >= 2


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(("kind", "layout"), EVERY)
def test_every_layout_fills_the_whole_frame_in_every_format(kind, layout, name):
    pixels = paint(replace(SCENE, kind=kind, layout=layout), at=2.5, name=name)

    assert (pixels[..., 3] == 255).all()
    assert pixels[..., :3].std() > 12


@pytest.mark.parametrize(("kind", "layout"), EVERY)
def test_every_layout_survives_text_that_is_empty_or_absurd(kind, layout):
    for scene in (BARE, HOSTILE):
        pixels = paint(replace(scene, kind=kind, layout=layout), at=1.0)
        assert (pixels[..., 3] == 255).all()


@pytest.mark.parametrize(("kind", "layout"), EVERY)
def test_nothing_stands_still_for_a_second(kind, layout):
    scene = replace(SCENE, kind=kind, layout=layout)

    before, after = paint(scene, at=2.6), paint(scene, at=3.4)

    assert (np.abs(before.astype(int) - after).max(axis=2) > 8).mean() > 0.005


@pytest.mark.parametrize(("kind", "layout"), EVERY)
def test_the_same_moment_is_always_the_same_picture(kind, layout):
    scene = replace(SCENE, kind=kind, layout=layout)

    assert np.array_equal(paint(scene, at=0.7), paint(scene, at=0.7))


def test_a_counter_stands_on_its_figure_only_once_it_has_been_spoken():
    scene = replace(SCENE, kind=Intent.NUMBER, layout="gauge", narration="one two three four five 198")

    rolling, landed, later = (paint(scene, at=at)[130:260, 50:170] for at in (1.2, 3.3, 3.35))

    assert np.abs(landed.astype(int) - later).mean() < np.abs(rolling.astype(int) - landed).mean()


def test_neighbouring_scenes_stand_on_different_grounds():
    kinds = [*Intent, *reversed(Intent)]
    storyboard = replace(board(SCENE), scenes=tuple(replace(SCENE, kind=kind) for kind in kinds))

    names = ground_names(storyboard)

    assert all(a != b for a, b in pairwise(names))


def test_a_contact_sheet_shows_every_layout(tmp_path):
    storyboard = in_every_layout(board(replace(SCENE, kind=Intent.OFFER)))

    contact_sheet([storyboard], tmp_path / "sheet.png", height=200)

    assert len(storyboard.scenes) == len(LAYOUTS[Intent.OFFER])
    assert (tmp_path / "sheet.png").stat().st_size > 10_000
