"""Storyboards and small frames for the tests of scenes."""

from dataclasses import replace

import numpy as np
import skia

from generation.studio.design import look_for
from generation.studio.scenes import LAYOUTS, painter
from generation.studio.scenes.contact_sheet import spoken
from generation.studio.script import Intent
from generation.studio.storyboard import Scene, Storyboard

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
LONG = "The quiet electric bike that makes every single morning commute feel like a holiday"
EVERY = tuple((kind, layout) for kind, layouts in LAYOUTS.items() for layout in layouts)


def board(scene, *, name="9:16", tone="warm", about="bakery", seed=1, language="en"):
    """A storyboard of one scene."""
    look = look_for(tone=tone, about=about, seed=seed)
    return Storyboard(
        "Rosa's Bakery",
        (scene,),
        look,
        "Come by",
        contact="Porto",
        format_name=name,
        language=language,
        seed=seed,
    )


def prepared(storyboard, *, index=0):
    """The painter of one scene of ``storyboard``, four seconds long."""
    scene = storyboard.scenes[index]
    times = spoken(scene.narration, start=0.0, seconds=4.0)
    return painter(scene, storyboard=storyboard, times=times, index=index)


def pixels_of(drawn, frame, *, at, scale=0.25):
    """(height, width, 4) bytes, BGRA."""
    height, width = round(frame.height * scale), round(frame.width * scale)
    pixels = np.zeros((height, width, 4), np.uint8)
    info = skia.ImageInfo.Make(width, height, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
    canvas = skia.Surface.MakeRasterDirect(info, pixels, width * 4).getCanvas()
    canvas.scale(scale, scale)
    drawn.paint(canvas, at)
    return pixels


def laid(kind, layout, **changes):
    """The usual scene as ``kind`` in ``layout``."""
    terms = {"was": "€40", "code": "BREAD11", "deadline": "Until Sunday"} if kind is Intent.OFFER else {}
    return replace(SCENE, **({"kind": kind, "layout": layout} | terms | changes))
