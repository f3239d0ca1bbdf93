"""End cards of squarer frames: the name in the upper corner, the button in the lower one, the product in between."""

import math
from dataclasses import dataclass

import skia

from generation.studio.design.color import argb
from generation.studio.motion import expo_out, progress, quint_out
from generation.studio.scenes.canvas import Layer
from generation.studio.scenes.end_card.words import Sizes, called, name_wish, named
from generation.studio.scenes.layout import Box
from generation.studio.scenes.lettering import headline
from generation.studio.scenes.light import cast, lit_disc, shade_of
from generation.studio.scenes.photos import lead_of
from generation.studio.scenes.pieces.monogram import monogram
from generation.studio.scenes.pieces.sticker import sticker_within
from generation.studio.scenes.stage import Stage
from generation.studio.typesetting import Align

_COLUMN = 0.5
"""The share of the width that a name beside the product has."""

_AIR = 12.0
_BLEED = 1.16
"""How much wider than its room the product may be: what is too much lies outside of the frame."""

_LEAST = 84.0
"""A name that would be set smaller than this, in pixels, stands above the product, as wide as the frame."""


@dataclass(frozen=True)
class Aside:
    """Where things stand: the name's box, the button's, and the product's, which may leave the frame."""

    name: Box
    foot: Box
    product: Box


def aside(stage: Stage) -> tuple[tuple[Layer, ...], Aside]:
    """The words, and where everything stands."""
    place = _placed(stage)
    wish = name_wish(stage, Align.LEFT, filling=True)
    words, _ = named(stage, place.name, wish, Align.LEFT)
    return (*words, *called(stage, place.foot, Align.LEFT)), place


def _placed(stage: Stage) -> Aside:
    safe, frame, sizes = stage.safe, stage.format, Sizes.of(stage)
    wish = name_wish(stage, Align.LEFT, filling=True)
    foot = Box(safe.left, safe.bottom - sizes.foot(stage), safe.right, safe.bottom)
    brand = stage.cased(stage.storyboard.brand)
    for share in (_COLUMN, 1.0):
        wide = safe.width * share
        left = safe.right - wide if stage.from_right else safe.left
        tag = sizes.tag_height(stage, wide, Align.LEFT)
        most = (foot.top - safe.top) * (0.9 if share < 1 else 0.5) - tag - sizes.gap
        name = Box(left, safe.top, left + wide, safe.top + max(most, 60.0))
        _, shown = headline(stage, name, wish=wish, text=brand, emphasis="")
        if min(block.size for block in shown.blocks) >= _LEAST:
            break
    end = safe.top + shown.height + sizes.under_name + tag
    name = Box(name.left, safe.top, name.right, safe.top + shown.height + 1)
    top, low = (0.0 if share < 1 else end + 20), foot.top + sizes.button * 0.4
    outer = safe.left + wide + _AIR if share < 1 else frame.width * 0.42
    if stage.from_right:
        return Aside(name, foot, Box(0.0, top, frame.width - outer, low))
    return Aside(name, foot, Box(outer, top, float(frame.width), low))


def product_aside(stage: Stage, place: Aside) -> Layer:
    """A great disc that leaves the frame at its side, and the product before it; without one, the mark."""
    box, frame = place.product, stage.format
    hand = -1 if stage.from_right else 1
    size = min(box.width * _BLEED, box.height * (0.94 if box.top > 0 else 0.8))
    x, y = box.center[0] + hand * max(size - box.width, 0.0) / 2, box.top + box.height * 0.54
    hero = sticker_within(
        lead_of(stage), size, tallest=box.height * 0.9, tilt=-7.0 * hand, shadow=argb(stage.palette.ink)
    )
    mark = monogram(stage, x, y, min(size * 0.4, 200.0), start=0.4) if hero is None else None
    disc = (x + hand * box.width * 0.2, y)
    # As far as the words and no further: they are set in colours for the ground beside it.
    reach = min(size * 0.66, box.width / 2 + abs(disc[0] - box.center[0]))
    paints = [lit_disc(one, *disc, reach, frame=frame) for one in (stage.ground.shape, stage.ground.shape_2)]
    shade = shade_of(stage.palette.ink)

    def layer(canvas: skia.Canvas, t: float) -> None:
        for i, paint in enumerate(paints):
            p = quint_out(progress(t, start=0.05 + 0.12 * i, seconds=1.0 / stage.tempo))
            outline = skia.Path()
            swell = 1 + 0.012 * math.sin(t * 1.2 + i)
            outline.addCircle(disc[0] + hand * (1 - p) * reach, disc[1], reach * (1.0 - 0.2 * i) * swell)
            if p > 0.01:
                cast(canvas, outline, shade)
                canvas.drawPath(outline, paint)
        if hero is not None:
            p = expo_out(progress(t, start=0.35, seconds=0.9))
            sway = math.sin(t * 1.3)
            if p > 0.01:
                hero.draw(canvas, x, y + 9 * sway, scale=p * (1 + 0.006 * t), squash=0.012 * sway)
        elif mark is not None:
            mark(canvas, t)

    return layer
