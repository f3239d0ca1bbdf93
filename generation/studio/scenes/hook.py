"""Hooks: the first two seconds."""

import math
from dataclasses import dataclass, replace

import skia

from generation.studio.design.color import argb, hue_distance, shifted
from generation.studio.motion import back_out, expo_out, progress, quint_out
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.canvas import Layer, fill, polygon, sprite, stroke
from generation.studio.scenes.layout import Box, caption_box, divided
from generation.studio.scenes.lettering import headline
from generation.studio.scenes.light import cast, lit, shade_of, shades
from generation.studio.scenes.photos import lead_of
from generation.studio.scenes.pieces.sticker import Sticker, sticker, sticker_within
from generation.studio.scenes.stage import Builder, Stage
from generation.studio.scenes.statement import statement
from generation.studio.scenes.statements import question, word
from generation.studio.typesetting import Align

_MUDDY = 85.0
"""Degrees of hue between colours whose mixture is grey."""


def rise(stage: Stage) -> tuple[Layer, ...]:
    """A great disc comes up like a sun, with the picture standing in it, under the headline."""
    frame = stage.format
    words, _ = divided(frame, text=0.47)
    if frame.is_wide:
        x, y, radius = frame.width * 0.76, frame.height * 0.66, frame.height * 0.40
    else:
        x, y = frame.width * 0.5, frame.height * (0.755 if frame.height > 1.5 * frame.width else 0.80)
        radius = frame.width * (0.5 if frame.height > 1.5 * frame.width else 0.38)
    align = Align.LEFT if frame.is_wide else Align.CENTER
    wish = replace(stage.loud(220, align=align), filling=frame.is_wide)
    title, _ = headline(stage, words, wish=wish, middle=True)
    size, hero_y, tallest = radius * 1.5, y - radius * 0.5, frame.height * 0.9
    if not frame.is_wide:
        # The caption may lie over the picture's foot.
        room = caption_box(frame).top + frame.height * 0.05 - words.bottom
        size, hero_y, tallest = min(radius * 1.62, room * 1.12), words.bottom + room * 0.52, room * 1.24
    hero = sticker_within(lead_of(stage), size, tallest=tallest, tilt=-6, shadow=argb(stage.palette.ink))
    return (
        backdrop(stage, focus=(x, y), floored=False),
        _sun(stage, x, y, radius, _Standing(hero, hero_y - y) if hero else None),
        title,
    )


@dataclass(frozen=True)
class _Standing:
    """A picture, and how far below the disc's middle its own middle is."""

    picture: Sticker
    below: float


def _sun(stage: Stage, x: float, y: float, radius: float, hero: _Standing | None) -> Layer:
    top, bottom = shifted(stage.ground.shape_2, lightness=0.03), stage.ground.shape
    if hue_distance(top, bottom) > _MUDDY:
        top = shades(bottom, lift=0.1)[0]

    def draw_disc(canvas: skia.Canvas) -> None:
        colors = [argb(top), argb(bottom), argb(shifted(bottom, lightness=-0.07, hue=-12))]
        shader = skia.GradientShader.MakeLinear([(radius, 0), (radius, radius * 2)], colors)
        canvas.drawPaint(skia.Paint(Shader=shader, Dither=True))

    clamp = skia.TileMode.kClamp
    disc = sprite(radius * 2, radius * 2, draw_disc)
    bands = (shifted(bottom, lightness=0.05, hue=8), top, ground_band(stage)) if hero is None else ()
    rings = [stroke(stage.ground.shape_2, 3, 0.35), stroke(stage.ground.shape_2, 2, 0.22)]

    def layer(canvas: skia.Canvas, t: float) -> None:
        up = quint_out(progress(t, start=0.0, seconds=1.7 / stage.tempo))
        at_y = y + (1 - up) * radius * 1.5 - 6 * t
        for i, ring in enumerate(rings):
            canvas.drawCircle(x, at_y, radius * (1.1 + 0.13 * i + 0.02 * math.sin(t * 1.6 + i)) * up, ring)
        # The edge moves smoothly; the colours within it move by whole pixels, which is five times as fast.
        filled = skia.Matrix.Translate(round(x - radius), round(at_y - radius))
        paint = skia.Paint(
            Shader=disc.makeShader(clamp, clamp, skia.SamplingOptions(), filled), AntiAlias=True
        )
        canvas.drawCircle(x, at_y, radius - 1, paint)
        for i, color in enumerate(bands):
            p = back_out(progress(t, start=0.4 + 0.12 * i, seconds=0.8 / stage.tempo), stage.overshoot)
            reach = radius * (0.76 - 0.24 * i) * p * (1 + 0.025 * math.sin(t * 1.7 - i * 0.9))
            canvas.drawCircle(x, at_y, max(reach, 0.1), fill(color))
        if hero is not None:
            pop = back_out(progress(t, start=0.35, seconds=0.8 / stage.tempo), stage.overshoot)
            sway = math.sin(t * 1.4)
            hero.picture.draw(
                canvas, x, at_y + hero.below + sway * 8, scale=pop * (1 + 0.006 * t), squash=0.014 * sway
            )

    return layer


def ground_band(stage: Stage) -> str:
    """The innermost band of a disc without a picture."""
    return stage.palette.secondary if stage.ground.shape != stage.palette.secondary else stage.palette.paper


def impact(stage: Stage) -> tuple[Layer, ...]:
    """Type as large as it goes, from the left edge; a wedge of colour cuts in with the picture on it."""
    frame, safe = stage.format, stage.safe
    hero_size = frame.short_side * (0.84 if frame.height > 1.5 * frame.width else 0.62)
    hero = sticker(lead_of(stage), hero_size, tilt=-9, shadow=argb(stage.palette.ink))
    if frame.is_wide:
        words = safe.columns(0.53)[0]
        spot = (frame.width * 0.81, frame.height * 0.48)
    else:
        share = 0.5
        words = safe.rows(share)[0]
        # A slender thing is taller than a drawing in its square, and must not reach into the words.
        reach = max(hero_size * 0.45, hero.half * 0.86 if hero is not None else 0.0)
        spot = (frame.width * 0.60, words.bottom + reach)
    wish = replace(stage.loud(220, lines=5, align=Align.LEFT), filling=True)
    title, _ = headline(stage, words, wish=wish, middle=frame.is_wide)
    return (
        backdrop(stage, focus=spot, floored=False),
        _wedge(stage, words),
        _landing(stage, hero, spot) if hero is not None else _rings(stage, spot, hero_size * 0.41),
        title,
    )


def _wedge(stage: Stage, words: Box) -> Layer:
    frame = stage.format
    width, height = float(frame.width), float(frame.height)
    top = 0.0 if frame.is_wide else words.bottom - height * 0.05
    room = Box(words.right - width * 0.06 if frame.is_wide else 0.0, top, width, height)
    back, front = (lit(color, room, slant=0.6) for color in (stage.ground.shape_2, stage.ground.shape))
    shade = shade_of(stage.palette.ink)
    rings = stroke(shifted(stage.ground.shape, lightness=-0.06), 26)
    center = (width * 0.94, height * 0.5) if frame.is_wide else (width * 0.5, height * 1.02)

    def layer(canvas: skia.Canvas, t: float) -> None:
        for paint, delay, ahead in ((back, 0.0, 0.05), (front, 0.12, 0.0)):
            p = expo_out(progress(t, start=0.05 + delay, seconds=1.0 / stage.tempo))
            drift = 0.004 * t
            if frame.is_wide:
                x = width * (1.2 - (0.56 + ahead * 0.8) * p - drift)
                shape = [(x + width * 0.09, 0.0), (width, 0.0), (width, height), (x - width * 0.03, height)]
            else:
                y = height - (height - words.bottom - 70 + ahead * height) * p - drift * height
                shape = [(0.0, y + height * 0.17), (width, y), (width, height), (0.0, height)]
            path = polygon(shape)
            cast(canvas, path, shade)
            canvas.drawPath(path, paint)
        canvas.save()
        canvas.clipPath(path, skia.ClipOp.kIntersect, True)
        for i in range(5):
            swell = 1 + 0.02 * math.sin(t * 1.1 + i)
            canvas.drawCircle(*center, frame.short_side * (0.2 + 0.17 * i) * swell, rings)
        canvas.restore()

    return layer


def _landing(stage: Stage, hero: Sticker, spot: tuple[float, float]) -> Layer:
    def layer(canvas: skia.Canvas, t: float) -> None:
        p = back_out(progress(t, start=0.3, seconds=0.9 / stage.tempo), stage.overshoot)
        x = spot[0] + (1 - p) * stage.format.width * 0.6
        sway = math.sin(t * 1.3)
        if t > 0.3:
            hero.draw(
                canvas,
                x - 5 * t,
                spot[1] + 9 * sway,
                scale=1 + 0.008 * t,
                squash=0.012 * sway,
                turn=25 * (1 - p),
            )

    return layer


def _rings(stage: Stage, spot: tuple[float, float], radius: float) -> Layer:
    colors = (stage.palette.ink, stage.ground.shape_2, stage.palette.paper)

    def layer(canvas: skia.Canvas, t: float) -> None:
        for i, color in enumerate(colors):
            p = back_out(progress(t, start=0.3 + 0.1 * i, seconds=0.8 / stage.tempo), stage.overshoot)
            r = radius * (1.0 - 0.3 * i) * p * (1 + 0.02 * math.sin(t * 1.5 + i))
            if r > 1:
                canvas.drawCircle(
                    spot[0] + 10 * math.sin(t + i), spot[1] + 10 * math.cos(t * 0.9 + i), r, fill(color)
                )

    return layer


LAYOUTS: dict[str, Builder] = {
    "rise": rise,
    "impact": impact,
    "word": word,
    "statement": statement,
    "question": question,
}
