"""A drawn map: blocks and parks of the seed's own invention, a river, main roads, the folds of the paper."""

import random

import skia

from generation.studio.design.color import argb, mix, shifted
from generation.studio.scenes.canvas import fill, rounded, sprite, stroke
from generation.studio.scenes.layout import Box
from generation.studio.scenes.stage import Stage

_STEP, _ROAD = 150.0, 26.0
"""Pixels from block to block, and between two blocks."""

_TURN = -14.0
_FOLDS = 3


def streets(stage: Stage, *, width: float, height: float, land: str) -> skia.Image:
    """The map as a picture of ``width`` x ``height`` pixels, on paper of the colour ``land``."""
    palette, dice = stage.palette, stage.dice("streets")
    water, main = mix(land, palette.secondary, 0.5), palette.accent

    def draw(canvas: skia.Canvas) -> None:
        canvas.save()
        canvas.translate(width / 2, height / 2)
        canvas.rotate(_TURN)
        _blocks(canvas, stage, dice, reach=int(max(width, height) / _STEP) + 2, land=land)
        river = skia.Path()
        river.moveTo(-width, height * 0.36)
        river.cubicTo(-width * 0.3, height * 0.08, width * 0.1, height * 0.62, width, height * 0.22)
        canvas.drawPath(river, stroke(land, 116))
        canvas.drawPath(river, stroke(shifted(water, lightness=-0.05), 82))
        canvas.save()
        canvas.translate(0, 5)
        canvas.drawPath(river, stroke(water, 72))
        canvas.restore()
        for ends, wide in (
            ((-width, -height * 0.16, width, -height * 0.16), 34.0),
            ((width * 0.16, -height, width * 0.16, height), 26.0),
        ):
            _main_road(canvas, ends, wide, color=main, land=land)
        canvas.restore()
        _folds(canvas, width, height, palette.ink)

    return sprite(width, height, draw)


def _blocks(canvas: skia.Canvas, stage: Stage, dice: random.Random, *, reach: int, land: str) -> None:
    """Houses with their shadow on the street, and parks with trees in them."""
    block, side = shifted(land, lightness=-0.045), shifted(land, lightness=-0.1)
    park = mix(land, stage.palette.primary, 0.4)
    for i in range(-reach, reach):
        for j in range(-reach, reach):
            is_park = dice.random() < 0.12
            wide = _STEP - _ROAD if dice.random() < 0.8 else _STEP * 2 - _ROAD
            box = Box(i * _STEP, j * _STEP, i * _STEP + wide, j * _STEP + _STEP - _ROAD)
            if is_park:
                canvas.drawRRect(rounded(box, 14), fill(park))
                _trees(canvas, box, dice, color=shifted(park, lightness=-0.09))
            else:
                low = Box(box.left + 3, box.top + 6, box.right + 3, box.bottom + 6)
                canvas.drawRRect(rounded(low, 14), fill(side))
                canvas.drawRRect(rounded(box, 14), fill(block))
                _courtyard(canvas, box, dice, color=shifted(block, lightness=-0.03))


def _courtyard(canvas: skia.Canvas, box: Box, dice: random.Random, *, color: str) -> None:
    if dice.random() < 0.45:
        inner = box.inset(box.width * 0.28, box.height * 0.28)
        canvas.drawRRect(rounded(inner, 8), fill(color))


def _trees(canvas: skia.Canvas, box: Box, dice: random.Random, *, color: str) -> None:
    paint, light = fill(color), fill("#ffffff", 0.22)
    for _ in range(5):
        x = box.left + box.width * (0.16 + 0.68 * dice.random())
        y = box.top + box.height * (0.16 + 0.68 * dice.random())
        radius = 9 + 6 * dice.random()
        canvas.drawCircle(x, y, radius, paint)
        canvas.drawCircle(x - radius * 0.28, y - radius * 0.32, radius * 0.42, light)


def _main_road(
    canvas: skia.Canvas, ends: tuple[float, float, float, float], wide: float, *, color: str, land: str
) -> None:
    """A road in colour with a lighter rim and a dashed line down its middle."""
    canvas.drawLine(*ends, stroke(land, wide + 12, round_ends=False))
    canvas.drawLine(*ends, stroke(color, wide, round_ends=False))
    dashes = stroke("#ffffff", 3.5, 0.7, round_ends=False)
    dashes.setPathEffect(skia.DashPathEffect.Make([18.0, 16.0], 0.0))
    canvas.drawLine(*ends, dashes)


def _folds(canvas: skia.Canvas, width: float, height: float, ink: str) -> None:
    """Light on one side of each fold and shade on the other, as on a map that was in somebody's pocket."""
    for i in range(1, _FOLDS + 1):
        x = width * i / (_FOLDS + 1)
        reach = width / (_FOLDS + 1) * 0.5
        for side, color, alpha in ((-1, ink, 0.07), (1, "#ffffff", 0.2)):
            ends = [(x, 0.0), (x + side * reach, 0.0)]
            shader = skia.GradientShader.MakeLinear(ends, [argb(color, alpha), argb(color, 0.0)])
            rect = skia.Rect.MakeLTRB(min(x, x + side * reach), 0, max(x, x + side * reach), height)
            canvas.drawRect(rect, skia.Paint(Shader=shader))


def pin(size: float, color: str, hole: str) -> skia.Image:
    """A pin whose point is ``size`` pixels from the picture's middle left and right, at its lower edge: lit from
    above, with a hole through which light falls."""
    outline = _pin_outline(size)
    wide, high = size * 1.6, size * 2.1
    light, dark = shifted(color, lightness=0.06), shifted(color, lightness=-0.08)

    def draw(canvas: skia.Canvas) -> None:
        canvas.translate(wide / 2, high - 4)
        ends = [(-size * 0.4, -size * 2.0), (size * 0.4, 0.0)]
        body = skia.GradientShader.MakeLinear(ends, [argb(light), argb(color), argb(dark)])
        canvas.drawPath(outline, skia.Paint(Shader=body, AntiAlias=True, Dither=True))
        canvas.save()
        canvas.clipPath(outline, skia.ClipOp.kIntersect, True)
        shine = skia.Rect.MakeLTRB(-size * 0.58, -size * 1.86, size * 0.58, -size * 0.7)
        canvas.drawArc(shine, 195, 75, False, stroke("#ffffff", size * 0.08, 0.5))
        canvas.restore()
        canvas.drawCircle(0, -size * 1.28 - size * 0.03, size * 0.31, fill(dark))
        canvas.drawCircle(0, -size * 1.28 + size * 0.015, size * 0.285, fill(hole))

    return sprite(wide, high, draw)


def _pin_outline(size: float) -> skia.Path:
    path = skia.Path()
    path.moveTo(0, 0)
    path.cubicTo(-size * 0.22, -size * 0.5, -size * 0.72, -size * 0.8, -size * 0.72, -size * 1.28)
    arc = skia.Path.kLarge_ArcSize
    path.arcTo(size * 0.72, size * 0.72, 0, arc, skia.PathDirection.kCW, size * 0.72, -size * 1.28)
    path.cubicTo(size * 0.72, -size * 0.8, size * 0.22, -size * 0.5, 0, 0)
    path.close()
    return path
