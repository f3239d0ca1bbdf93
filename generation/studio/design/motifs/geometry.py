"""What motifs share: their type, their paint and their shapes.

Motifs are painted in the frame's own coordinates, never on a canvas that they
turned or scaled: skia fills an unturned tile ten times as fast as a colour
that can be seen through, and slower than that once the canvas is turned.
"""

import math
import random
from collections.abc import Callable
from functools import lru_cache

import skia

from generation.studio.design.color import argb
from generation.studio.design.grounds import MOTIF_OPACITY, Ground
from generation.studio.formats import Format

Painted = Callable[[skia.Canvas, float], None]
Motif = Callable[[Format, Ground, tuple[float, float], random.Random], Painted]

_TILE = 64


def tint(ground: Ground, strength: float = 1.0) -> skia.Paint:
    """The motif's colour, never stronger than text on the ground was checked against."""
    shade = flat(argb(ground.motif, MOTIF_OPACITY * min(strength, 1.0)))
    return skia.Paint(Shader=shade, AntiAlias=True)


def broad(ground: Ground, strength: float = 1.0) -> skia.Paint:
    """``tint`` for shapes that fill much of the frame. Their edges are not smoothed: that takes longer than to
    fill them, and in so faint a colour, on grain, it cannot be seen."""
    paint = tint(ground, strength)
    paint.setAntiAlias(False)
    return paint


def line(ground: Ground, width: float, strength: float = 1.0) -> skia.Paint:
    """The motif's colour as a stroke ``width`` pixels wide."""
    paint = tint(ground, strength)
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeWidth(width)
    return paint


def hairline(ground: Ground, width: float, strength: float = 1.0) -> skia.Paint:
    """``line`` for thin upright lines: in them a see-through colour takes half as long as tiles."""
    return skia.Paint(
        Color=argb(ground.motif, MOTIF_OPACITY * min(strength, 1.0)),
        AntiAlias=True,
        Style=skia.Paint.kStroke_Style,
        StrokeWidth=width,
    )


@lru_cache(maxsize=256)
def flat(color: int) -> skia.Shader:
    """One colour (0xAARRGGBB) as a small tile, repeated."""
    surface = _surface(_TILE, _TILE)
    surface.getCanvas().clear(color)
    again = skia.TileMode.kRepeat
    return surface.makeImageSnapshot().makeShader(again, again, skia.SamplingOptions())


def picture_of(width: float, height: float, *shapes: tuple[skia.Path, skia.Paint]) -> skia.Image:
    """The shapes as a picture of that size, for what only moves."""
    surface = _surface(math.ceil(width), math.ceil(height))
    for path, paint in shapes:
        surface.getCanvas().drawPath(path, paint)
    return surface.makeImageSnapshot()


def _surface(width: int, height: int) -> skia.Surface:
    info = skia.ImageInfo.Make(width, height, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
    return skia.Surface.MakeRaster(info)


def laid(
    path: skia.Path, x: float, y: float, *, turn: float = 0.0, scale: tuple[float, float] = (1, 1)
) -> skia.Path:
    """The path scaled, turned by degrees, and moved by (x, y)."""
    matrix = skia.Matrix().setRotate(turn)
    matrix.preScale(*scale).postTranslate(x, y)
    placed = skia.Path()
    path.transform(matrix, placed)
    return placed


def blob(radius: float, *, dice: random.Random, corners: int = 7, wobble: float = 0.2) -> skia.Path:
    """A closed organic shape round the origin: a Catmull-Rom spline through points near a circle."""
    points = []
    for i in range(corners):
        angle = 2 * math.pi * i / corners
        reach = radius * (1 + wobble * (dice.random() * 2 - 1))
        points.append((reach * math.cos(angle), reach * math.sin(angle)))
    path = skia.Path()
    path.moveTo(*points[0])
    for i in range(corners):
        before, here = points[i - 1], points[i]
        there, after = points[(i + 1) % corners], points[(i + 2) % corners]
        path.cubicTo(
            here[0] + (there[0] - before[0]) / 6,
            here[1] + (there[1] - before[1]) / 6,
            there[0] - (after[0] - here[0]) / 6,
            there[1] - (after[1] - here[1]) / 6,
            *there,
        )
    path.close()
    return path
