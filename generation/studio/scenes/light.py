"""Light on flat colour: shapes that are brighter where light falls on them, and the shadow they throw.

Both are made once a scene: a gradient that is drawn anew in every frame costs more than all else in it.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import skia

from generation.studio.design.color import argb, shifted, to_oklch
from generation.studio.design.motifs.geometry import flat
from generation.studio.formats import Format
from generation.studio.scenes.canvas import SMOOTH, sprite
from generation.studio.scenes.layout import Box

_GRAIN_TILE = 384
_GRAIN_STRENGTH = 9
_SUN = 90.0
"""The hue, in degrees of OKLCH, that light leans to and shade leans away from."""

_WARMTH = 13.0
_COARSE = 4
_SHADE = 0.04
_REACHES = (4.0, 11.0, 21.0)
"""How far from an edge, in pixels, each of the thin layers goes that together look like a soft shadow."""


def shades(color: str, *, lift: float = 0.05, drop: float = 0.07) -> tuple[str, str, str]:
    """``color`` in the light, as it is, and in the shade: ``lift`` and ``drop`` are steps of lightness."""
    away = (_SUN - to_oklch(color).hue + 180) % 360 - 180
    turn = max(-_WARMTH, min(_WARMTH, away))
    return (
        shifted(color, lightness=lift, hue=turn),
        color,
        shifted(color, lightness=-drop, chroma=1.04, hue=-turn),
    )


def lit(
    color: str, box: Box, *, lift: float = 0.05, drop: float = 0.07, slant: float = 0.4, grained: bool = True
) -> skia.Paint:
    """A paint for a shape inside ``box``: light from above, from the left by ``slant`` of the height.

    It stays where it is when the shape moves, like light in a room.
    """
    width, height = max(box.width, 8.0), max(box.height, 8.0)
    small = (width / _COARSE, height / _COARSE)
    ends = [(small[0] / 2 - small[1] * slant / 2, 0.0), (small[0] / 2 + small[1] * slant / 2, small[1])]
    colors = [argb(one) for one in shades(color, lift=lift, drop=drop)]
    shader = skia.GradientShader.MakeLinear(ends, colors)
    coarse = sprite(*small, lambda canvas: canvas.drawPaint(skia.Paint(Shader=shader, Dither=True)))

    def draw(canvas: skia.Canvas) -> None:
        canvas.drawImageRect(coarse, skia.Rect.MakeWH(width, height), SMOOTH)
        if grained:
            lay_grain(canvas, round(width), round(height))

    return filled(sprite(width, height, draw, opaque=True), box.left, box.top)


def lit_disc(color: str, x: float, y: float, radius: float, *, frame: Format) -> skia.Paint:
    """``lit`` for a disc, no more of it than the frame shows."""
    seen = Box(
        max(x - radius, 0.0),
        max(y - radius, 0.0),
        min(x + radius, float(frame.width)),
        min(y + radius, float(frame.height)),
    )
    return lit(color, seen, lift=0.06, drop=0.08)


def filled(image: skia.Image, x: float, y: float) -> skia.Paint:
    """A paint of ``image`` at (x, y), rounded to whole pixels: five times as fast as between them."""
    clamp = skia.TileMode.kClamp
    at = skia.Matrix.Translate(round(x), round(y))
    return skia.Paint(Shader=image.makeShader(clamp, clamp, skia.SamplingOptions(), at), AntiAlias=True)


@dataclass(frozen=True)
class Shade:
    """The thin layers of a soft shadow, the narrowest first."""

    layers: tuple[skia.Paint, ...]


def cast(canvas: skia.Canvas, outline: skia.Path, shade: Shade) -> None:
    """The soft shadow round ``outline`` on what lies behind it; draw the shape itself afterwards.

    Only its edge is drawn: a shadow of the whole shape would cost as much again as the shape.
    """
    for layer in shade.layers:
        canvas.drawPath(outline, layer)


def shade_of(ink: str) -> Shade:
    """A shadow of the colour ``ink``: tiles, which fill six times as fast as a see-through colour."""
    return Shade(tuple(_edge(ink, reach) for reach in _REACHES))


def _edge(ink: str, reach: float) -> skia.Paint:
    # Smooth edges would take twice as long, and so faint a colour has none that could be seen.
    return skia.Paint(
        Shader=flat(argb(ink, _SHADE)),
        AntiAlias=False,
        Style=skia.Paint.kStroke_Style,
        StrokeWidth=2 * reach,
        StrokeJoin=skia.Paint.kRound_Join,
    )


def lay_grain(canvas: skia.Canvas, width: int, height: int) -> None:
    """Paper grain. It stays still: grain that changes with every frame makes a film six times as large."""
    tile = _grain()
    for y in range(0, height, _GRAIN_TILE):
        for x in range(0, width, _GRAIN_TILE):
            canvas.drawImage(tile, x, y)


@lru_cache(maxsize=1)
def _grain() -> skia.Image:
    chance = np.random.default_rng(3)
    # A draw ahead of the grain keeps the grain that every approved frame has.
    chance.integers(0, 2, (_GRAIN_TILE, _GRAIN_TILE), dtype=np.uint8)
    alpha = chance.integers(0, _GRAIN_STRENGTH, (_GRAIN_TILE, _GRAIN_TILE), dtype=np.uint8)
    pixels = np.zeros((_GRAIN_TILE, _GRAIN_TILE, 4), dtype=np.uint8)
    pixels[..., 3] = alpha
    return skia.Image.fromarray(pixels, alphaType=skia.kPremul_AlphaType, colorType=skia.kBGRA_8888_ColorType)
