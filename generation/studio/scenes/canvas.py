"""Small things every drawing needs: paints, sprites, rounded rectangles.

Sprites are BGRA: skia's fast path on x86 needs that order, RGBA is ten times slower.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import skia

from generation.studio.design.color import argb
from generation.studio.scenes.layout import Box

Layer = Callable[[skia.Canvas, float], None]

SMOOTH = skia.SamplingOptions(skia.FilterMode.kLinear)
SHARP = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)


def fill(color: str, alpha: float = 1.0) -> skia.Paint:
    """An anti-aliased fill."""
    return skia.Paint(Color=argb(color, alpha), AntiAlias=True)


def stroke(color: str, width: float, alpha: float = 1.0, *, round_ends: bool = True) -> skia.Paint:
    """An anti-aliased stroke ``width`` pixels wide."""
    cap = skia.Paint.kRound_Cap if round_ends else skia.Paint.kButt_Cap
    join = skia.Paint.kRound_Join if round_ends else skia.Paint.kMiter_Join
    return skia.Paint(
        Color=argb(color, alpha),
        AntiAlias=True,
        Style=skia.Paint.kStroke_Style,
        StrokeWidth=width,
        StrokeCap=cap,
        StrokeJoin=join,
    )


def sprite(
    width: float, height: float, draw: Callable[[skia.Canvas], None], *, opaque: bool = False
) -> skia.Image:
    """A BGRA picture of ``width`` x ``height`` pixels with what ``draw`` puts on it.

    Transparent around that, or ``opaque`` when ``draw`` covers all of it: such a picture is
    copied where others are blended, in half the time.
    """
    alpha = skia.kOpaque_AlphaType if opaque else skia.kPremul_AlphaType
    info = skia.ImageInfo.Make(max(1, round(width)), max(1, round(height)), skia.kBGRA_8888_ColorType, alpha)
    surface = skia.Surface.MakeRaster(info)
    canvas = surface.getCanvas()
    canvas.clear(0)
    draw(canvas)
    return surface.makeImageSnapshot()


def rounded(box: Box, radius: float) -> skia.RRect:
    """``box`` with round corners."""
    return skia.RRect.MakeRectXY(rect(box), radius, radius)


def rect(box: Box) -> skia.Rect:
    return skia.Rect.MakeLTRB(box.left, box.top, box.right, box.bottom)


def soft(sigma: float) -> skia.MaskFilter:
    """A blur for sprites. Never used while a frame is drawn: it costs tens of milliseconds."""
    return skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, sigma)


def vertical(colors: tuple[str, ...], *, width: float, height: float, slant: float = 0.25) -> skia.Paint:
    """A gradient from top to bottom, leaning by ``slant`` of the width."""
    shader = skia.GradientShader.MakeLinear([(0, 0), (width * slant, height)], [argb(c) for c in colors])
    return skia.Paint(Shader=shader, Dither=True, AntiAlias=True)


def radial(color: str, *, radius: float, alpha: float = 1.0) -> skia.Paint:
    """A glow round (radius, radius) that fades to nothing."""
    colors = [argb(color, alpha), argb(color, alpha * 0.36), argb(color, 0)]
    return skia.Paint(Shader=skia.GradientShader.MakeRadial((radius, radius), radius, colors, [0, 0.45, 1]))


@contextmanager
def placed(
    canvas: skia.Canvas, x: float, y: float, *, scale: float = 1.0, turn: float = 0.0
) -> Iterator[skia.Canvas]:
    """Draw with (x, y) as the origin, scaled, turned by degrees."""
    canvas.save()
    canvas.translate(x, y)
    if turn:
        canvas.rotate(turn)
    if scale != 1.0:
        canvas.scale(scale, scale)
    try:
        yield canvas
    finally:
        canvas.restore()


def faded(alpha: float) -> skia.Paint:
    """A paint for pictures that are ``alpha`` opaque."""
    return skia.Paint(Alphaf=min(max(alpha, 0.0), 1.0))


def polygon(points: list[tuple[float, float]]) -> skia.Path:
    """A closed path through ``points``."""
    path = skia.Path()
    path.addPoly([skia.Point(x, y) for x, y in points], True)
    return path
