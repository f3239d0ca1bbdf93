"""Behind everything: the ground with its grain, the look's motif, and dust in the light."""

import math
import random

import numpy as np
import skia

from generation.studio.design.grounds import Ground
from generation.studio.design.motifs import motif
from generation.studio.formats import Format
from generation.studio.scenes.canvas import SMOOTH, Layer, faded, radial, sprite, vertical
from generation.studio.scenes.floor import floor
from generation.studio.scenes.stage import Stage

_GRAIN_TILE = 384
_GRAIN_STRENGTH = 9


def backdrop(
    stage: Stage,
    *,
    focus: tuple[float, float] | None = None,
    motif_name: str | None = None,
    dust: bool = True,
    floored: bool = True,
) -> Layer:
    """Paints the whole frame. ``focus`` (pixels) is where light gathers and the motif turns.

    Scenes whose pictures reach the lower edge themselves do without the floor (``floored`` False).
    """
    frame, ground = stage.format, stage.ground
    center = focus or (frame.width * 0.5, frame.height * 0.55)
    base = _base(frame, ground, center)
    name = stage.storyboard.look.motif if motif_name is None else motif_name
    pattern = motif(name, frame=frame, ground=ground, center=center, dice=stage.dice("motif"))
    motes = floating_dust(frame, ground, dice=stage.dice("dust")) if dust and ground.is_dark else None

    low = floor(stage) if floored else None

    def layer(canvas: skia.Canvas, t: float) -> None:
        canvas.drawImage(base, 0, 0)
        pattern(canvas, t)
        if low is not None:
            low(canvas, t)
        if motes is not None:
            motes(canvas, t)

    return layer


def _base(frame: Format, ground: Ground, center: tuple[float, float]) -> skia.Image:
    reach = 0.62 * max(frame.width, frame.height)
    # Something so soft needs few pixels, and gradients are the slowest thing to draw.
    small = reach / 6
    shine = radial(
        ground.stops[2] if ground.is_dark else "#ffffff", radius=small, alpha=0.5 if ground.is_dark else 0.4
    )
    glow = sprite(small * 2, small * 2, lambda canvas: canvas.drawPaint(shine))

    def draw(canvas: skia.Canvas) -> None:
        canvas.drawPaint(vertical(ground.stops, width=frame.width, height=frame.height))
        light = skia.Rect.MakeXYWH(center[0] - reach, center[1] - reach, reach * 2, reach * 2)
        canvas.drawImageRect(glow, light, SMOOTH)
        lay_grain(canvas, frame.width, frame.height)

    return sprite(frame.width, frame.height, draw, opaque=True)


def lay_grain(canvas: skia.Canvas, width: int, height: int) -> None:
    """Paper grain. It stays still: grain that changes with every frame makes a film six times as large."""
    chance = np.random.default_rng(3)
    chance.integers(0, 2, (_GRAIN_TILE, _GRAIN_TILE), dtype=np.uint8)
    alpha = chance.integers(0, _GRAIN_STRENGTH, (_GRAIN_TILE, _GRAIN_TILE), dtype=np.uint8)
    pixels = np.zeros((_GRAIN_TILE, _GRAIN_TILE, 4), dtype=np.uint8)
    pixels[..., 3] = alpha
    tile = skia.Image.fromarray(pixels, alphaType=skia.kPremul_AlphaType, colorType=skia.kBGRA_8888_ColorType)
    for y in range(0, height, _GRAIN_TILE):
        for x in range(0, width, _GRAIN_TILE):
            canvas.drawImage(tile, x, y)


def floating_dust(frame: Format, ground: Ground, *, dice: random.Random, count: int = 26) -> Layer:
    """Motes of light that rise slowly and twinkle."""
    mote = sprite(40, 40, lambda canvas: canvas.drawPaint(radial(ground.spark, radius=20, alpha=0.9)))
    motes = [
        (
            dice.random() * frame.width,
            dice.random() * frame.height,
            0.3 + dice.random() * 0.9,
            dice.random() * 6.28,
        )
        for _ in range(count)
    ]

    def layer(canvas: skia.Canvas, t: float) -> None:
        for x, y, depth, phase in motes:
            at_y = (y - t * 44 * depth) % (frame.height + 60) - 30
            at_x = x + 26 * math.sin(t * 0.8 * depth + phase)
            size = 34 * depth
            box = skia.Rect.MakeXYWH(at_x, at_y, size, size)
            canvas.drawImageRect(mote, box, SMOOTH, faded(0.32 + 0.28 * math.sin(t * 1.7 + phase)))

    return layer
