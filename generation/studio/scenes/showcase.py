"""Products as on a shop's poster: the thing as large as the frame, before a disc that leaves it."""

import math

import skia

from generation.studio.design.color import argb, shifted
from generation.studio.motion import back_out, expo_out, progress, quint_out
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.canvas import Layer, stroke
from generation.studio.scenes.layout import Box, OnDisc, caption_box
from generation.studio.scenes.light import cast, lit_disc, shade_of
from generation.studio.scenes.photos import lead_of
from generation.studio.scenes.pieces.sticker import sticker
from generation.studio.scenes.pieces.tiles import emblem
from generation.studio.scenes.product import written
from generation.studio.scenes.pulse import pulse
from generation.studio.scenes.stage import Stage, is_tall
from generation.studio.typesetting import Align


def showcase(stage: Stage) -> tuple[Layer, ...]:
    """Words flush left; a disc wider than the frame rises behind the picture, which is nearly as wide."""
    frame, safe = stage.format, stage.safe
    column = safe.columns(0.47)[0] if frame.is_wide else safe.rows(0.44 if is_tall(stage) else 0.4)[0]
    if frame.is_wide and stage.from_right:
        column = Box(safe.right - column.width, column.top, safe.right, column.bottom)
    words, end = written(stage, column, Align.LEFT)
    place = _beside(stage) if frame.is_wide else _under(stage, end)
    return (
        backdrop(stage, focus=place.disc, floored=False),
        _disc(stage, place),
        _picture(stage, place, top=0.0 if frame.is_wide else end + frame.height * 0.01),
        *words,
    )


def _under(stage: Stage, end: float) -> OnDisc:
    frame = stage.format
    hand = -1 if stage.from_right else 1
    low = caption_box(frame).top + frame.height * (0.03 if is_tall(stage) else 0.05)
    room = low - end - frame.height * 0.02
    size = min(frame.width * 0.96, room * 1.16)
    radius = frame.width * 0.66
    return OnDisc(
        (frame.width * (0.5 + 0.2 * hand), end + room * 0.16 + radius),
        radius,
        (frame.width * (0.5 + 0.07 * hand), low - room / 2),
        size,
    )


def _beside(stage: Stage) -> OnDisc:
    frame = stage.format
    hand = -1 if stage.from_right else 1
    x = frame.width * (0.5 + 0.25 * hand)
    return OnDisc(
        (x + frame.width * 0.1 * hand, frame.height * 0.56),
        frame.height * 0.6,
        (x, frame.height * 0.47),
        frame.height * 0.84,
    )


def _disc(stage: Stage, place: OnDisc) -> Layer:
    discs = [
        lit_disc(color, *place.disc, place.radius * 1.12, frame=stage.format)
        for color in (stage.ground.shape_2, stage.ground.shape)
    ]
    shade = shade_of(stage.palette.ink)
    ring = stroke(shifted(stage.ground.shape, lightness=-0.06), place.radius * 0.035)

    def layer(canvas: skia.Canvas, t: float) -> None:
        for i, paint in enumerate(discs):
            p = quint_out(progress(t, start=0.02 + 0.1 * i, seconds=1.1 / stage.tempo))
            reach = place.radius * (1.09 - 0.09 * i) * (1 + 0.006 * math.sin(t * 1.2 + i))
            y = place.disc[1] + (1 - p) * stage.format.height * 0.7
            outline = skia.Path()
            outline.addCircle(place.disc[0], y, reach)
            cast(canvas, outline, shade)
            canvas.drawPath(outline, paint)
        for i in range(2):
            swell = 1 + 0.015 * math.sin(t * 1.1 + i)
            canvas.drawCircle(place.disc[0], y, place.radius * (0.8 - 0.22 * i) * swell, ring)

    return layer


def _picture(stage: Stage, place: OnDisc, *, top: float) -> Layer:
    hero = sticker(lead_of(stage), place.size, tilt=-8, shadow=argb(stage.palette.ink), strength=0.42)
    if hero is None:
        return emblem(stage, *place.spot, place.size * 0.32, start=0.35)
    # A drawing that fills its square to the corners, as a ladder does, would reach into the words.
    rest = max(place.spot[1], top - hero.corner[1])
    hand = -1 if stage.from_right else 1
    hop = pulse(stage)
    names = [name for name in stage.scene.illustrations if name != stage.scene.illustration][:1]
    small = [
        one
        for name in names
        if (one := sticker(name, place.size * 0.34, tilt=10, shadow=argb(stage.palette.ink)))
    ]

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = expo_out(progress(t, start=0.25, seconds=0.9 / stage.tempo))
        sway, up = math.sin(t * 1.3), hop(t)
        if t > 0.25:
            x = place.spot[0] + hand * (1 - p) * stage.format.width * 0.8
            y = rest + 9 * sway - place.size * 0.045 * max(up, 0.0)
            squash = 0.01 * sway - 0.05 * up
            hero.draw(canvas, x, y, scale=1 + 0.008 * t, turn=hand * 18 * (1 - p), squash=squash)
        for one in small:
            q = back_out(progress(t, start=0.9, seconds=0.6), stage.overshoot)
            at = (
                place.spot[0] - hand * place.size * 0.4,
                place.spot[1] + place.size * 0.3 + 8 * math.sin(t * 1.2),
            )
            one.draw(canvas, *at, scale=q, squash=0.02 * sway)

    return layer
