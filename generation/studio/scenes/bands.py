"""Lists as a flag: every entry a band of colour from edge to edge."""

import math

import skia

from generation.studio.design.color import argb
from generation.studio.motion import back_out, expo_out, progress
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.canvas import Layer, fill
from generation.studio.scenes.heading import headed
from generation.studio.scenes.layout import Box
from generation.studio.scenes.lettering import draw_setting
from generation.studio.scenes.light import lit
from generation.studio.scenes.listing import arrivals, entries
from generation.studio.scenes.pieces.leaning import standing
from generation.studio.scenes.pieces.sticker import sticker
from generation.studio.scenes.stage import Stage, is_tall
from generation.studio.typesetting import Align, fit

_MOST = 4


def bands(stage: Stage) -> tuple[Layer, ...]:
    """The headline, then bands of colour over the frame's whole width, sliding in as they are said.

    The last reaches to the frame's lower edge, so that nothing under the words is empty.
    """
    items = entries(stage, most=_MOST)
    tall = is_tall(stage)
    head = headed(stage, share=0.34, largest=176 if tall else 132, column=0.38, gap=64)
    frame, body = stage.format, head.body
    top = 0.0 if frame.is_wide else body.top
    high = (stage.safe.bottom - top) / max(len(items), 1)
    left = body.left - 40 if frame.is_wide else 0.0
    layers: list[Layer] = [backdrop(stage, floored=False)]
    for i, (item, when) in enumerate(zip(items, arrivals(stage, items), strict=True)):
        end = float(frame.height) + 4 if i == len(items) - 1 else top + (i + 1) * high
        field = Box(left, top + i * high, float(frame.width), end)
        words = Box(body.left, max(field.top, stage.safe.top), stage.safe.right, top + (i + 1) * high)
        layers.append(_band(stage, item, field, words, i, when))
    guest = [standing(stage, start=0.7, share=0.62, tilt=-6)] if tall else []
    return (*layers, *guest, *head.layers)


def _band(stage: Stage, item: str, field: Box, words: Box, i: int, when: float) -> Layer:
    palette = stage.palette
    names = [
        name for name in ("primary", "accent", "secondary", "deep", "paper") if name != stage.ground.name
    ]
    color, ink = stage.surface(names[i % len(names)])
    pictures = stage.scene.illustrations
    name = pictures[i] if i < len(pictures) and len(pictures) >= len(stage.scene.items) else ""
    hero = sticker(
        name, words.height * 0.86, tilt=-6 if i % 2 else 6, shadow=argb(palette.ink), strength=0.28
    )
    room = words.width - (words.height * 0.86 if hero is not None else 0.0)
    wish = stage.loud(min(words.height * 0.5, 150), lines=2, align=Align.LEFT)
    setting = fit(stage.cased(item), wish=wish, width=room, height=words.height * 0.74)
    left = words.right - room if stage.from_right else words.left
    setting = setting.moved(x=left, y=words.top + (words.height - setting.height) / 2)
    x = words.left + words.height * 0.36 if stage.from_right else words.right - words.height * 0.36
    side = -1 if i % 2 else 1
    plain = lit(color, field, lift=0.02, drop=0.03 if field.bottom < stage.format.height else 0.09, slant=0.8)
    letters, shade = fill(ink), fill(palette.ink, 0.06)

    def layer(canvas: skia.Canvas, t: float) -> None:
        early = expo_out(progress(t, start=0.15 + 0.09 * i, seconds=0.9 / stage.tempo))
        if early <= 0.004:
            return
        y = field.top + (1 - early) * stage.format.height * 0.4 + 2 * math.sin(t * 1.1 + i)
        for reach in (6, 14) if i else ():
            canvas.drawRect(skia.Rect.MakeLTRB(field.left, y - reach, field.right, y), shade)
        canvas.drawRect(skia.Rect.MakeLTRB(field.left, y, field.right, field.bottom + 8), plain)
        p = expo_out(progress(t, start=when, seconds=0.7 / stage.tempo))
        if p > 0.004:
            canvas.save()
            canvas.clipRect(skia.Rect.MakeLTRB(field.left, 0, field.right, stage.format.height))
            canvas.translate(side * (1 - p) * field.width, 0)
            draw_setting(canvas, setting, letters)
            canvas.restore()
        if hero is not None:
            pop = back_out(progress(t, start=when + 0.1, seconds=0.6), stage.overshoot)
            hero.draw(
                canvas,
                x,
                words.center[1] + 4 * math.sin(t * 1.4 + i),
                scale=pop,
                squash=0.02 * math.sin(t * 1.5),
            )

    return layer
