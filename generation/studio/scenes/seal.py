"""Numbers on a great seal, what they count on a ribbon across it."""

import math

import skia

from generation.studio.design.color import argb, hue_distance
from generation.studio.design.contrast import readable_on, weakest
from generation.studio.motion import back_out, expo_out, progress, spring
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.canvas import Layer, fill, placed, polygon, stroke
from generation.studio.scenes.figures import caption_of, figure_of, label_of
from generation.studio.scenes.heading import headed
from generation.studio.scenes.layout import Box
from generation.studio.scenes.lettering import draw_setting
from generation.studio.scenes.light import cast, lit, shade_of
from generation.studio.scenes.photos import lead_of
from generation.studio.scenes.pieces.badge import starburst
from generation.studio.scenes.pieces.card import card
from generation.studio.scenes.pieces.counter import counter
from generation.studio.scenes.pieces.sticker import sticker
from generation.studio.scenes.round_figures import SEEN, beside_figure, round_room
from generation.studio.scenes.stage import Stage, is_tall
from generation.studio.typesetting import Align, fit

_ANOTHER = 30.0
"""Degrees of hue from which a colour is another one."""


def seal(stage: Stage) -> tuple[Layer, ...]:
    """The figure on a great seal with the label on a ribbon across it."""
    head = headed(
        stage, share=0.36, largest=156 if is_tall(stage) else 128, text=caption_of(stage), calm=True
    )
    x, y, radius = round_room(stage, head.body, reach=0.66)
    land = stage.said(figure_of(stage), otherwise=1.6) + 0.2
    return (
        backdrop(stage, focus=(x, y), company=not lead_of(stage)),
        *(() if head.layers else (_sash(stage, y, radius),)),
        _seal(stage, x, y, radius, land),
        *head.layers,
        *beside_figure(stage, x),
    )


def _sash(stage: Stage, y: float, radius: float) -> Layer:
    """Two slanted bands from edge to edge behind a seal that has nothing beside it to hold it."""
    frame, hand = stage.format, -1 if stage.from_right else 1
    half, slant = radius * 0.34, frame.width * 0.045 * hand
    bands = ((stage.ground.shape_2, half * 0.34, 0.12), (stage.ground.shape, 0.0, 0.0))
    room = Box(0.0, y - radius, frame.width, y + radius)
    paints = [(lit(color, room), down, wait) for color, down, wait in bands]
    shade = shade_of(stage.palette.ink)

    def layer(canvas: skia.Canvas, t: float) -> None:
        for paint, down, wait in paints:
            p = expo_out(progress(t, start=0.05 + wait, seconds=0.9 / stage.tempo))
            near, far = (0.0, frame.width * p) if hand > 0 else (frame.width * (1 - p), float(frame.width))
            lean = slant * (1 + 0.06 * math.sin(t * 0.9))
            at_near, at_far = (y + down + lean * (1 - 2 * x / frame.width) for x in (near, far))
            outline = polygon(
                [(near, at_near - half), (far, at_far - half), (far, at_far + half), (near, at_near + half)]
            )
            cast(canvas, outline, shade)
            canvas.drawPath(outline, paint)

    return layer


def _seal(stage: Stage, x: float, y: float, radius: float, land: float) -> Layer:
    palette = stage.palette
    color, ink = _standing_out(stage)
    outer, inner = starburst(radius, points=20, depth=0.1), radius * 0.8
    shade = card(radius * 1.9, radius * 1.9, color=color, shade=palette.ink, radius=radius * 0.95)
    label = label_of(stage)
    lift = radius * 0.14 if label else 0.0
    box = Box(-radius * 0.67, -lift - radius * 0.42, radius * 0.67, -lift + radius * 0.42)
    roll = counter(
        figure_of(stage),
        box,
        face=stage.pairing.figures,
        color=ink,
        start=0.3,
        land=land,
        largest=radius * 1.1,
    )
    ribbon = _ribbon(stage, label, radius, under=color) if label else None
    line = stroke(ink, radius * 0.014, 0.55)
    hero = sticker(lead_of(stage), radius * 0.72, tilt=10, shadow=argb(palette.ink))

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = spring(t - 0.05, frequency=1.4 * stage.tempo, damping=0.5)
        if p <= 0.01:
            return
        with placed(canvas, x, y, scale=p * (1 + 0.006 * t)):
            shade.draw(canvas)
            with placed(canvas, 0, 0, turn=t * 9 - 60 * (1 - p)):
                canvas.drawPath(outer, fill(color))
            canvas.drawCircle(0, 0, inner, line)
            with placed(canvas, 0, 0, turn=-4):
                roll(canvas, t)
            if ribbon is not None:
                ribbon(canvas, t - max(0.5, land - 0.4))
        if hero is not None:
            pop = back_out(progress(t, start=max(0.7, land - 0.3), seconds=0.7), stage.overshoot)
            hero.draw(
                canvas, x + radius * 0.78, y - radius * 0.76, scale=pop, squash=0.02 * math.sin(t * 1.4)
            )

    return layer


def _standing_out(stage: Stage) -> tuple[str, str]:
    """The colour of a seal that is seen on its ground at a glance, and that of the words on it."""
    names = ("primary", "secondary", "accent", "paper")
    made = [stage.surface(name) for name in names if name != stage.ground.name]
    seen = [one for one in made if weakest(one[0], stage.ground.stops) >= SEEN]
    # Brown on orange is seen, but looks like a stain.
    other = [one for one in seen if hue_distance(one[0], stage.ground.stops[1]) > _ANOTHER]
    return (other or seen)[0] if seen else max(made, key=lambda one: weakest(one[0], stage.ground.stops))


def _ribbon(stage: Stage, text: str, radius: float, *, under: str) -> Layer:
    palette = stage.palette
    back = palette.accent if under != stage.surface("accent")[0] else palette.paper
    ink = readable_on((back,), candidates=(palette.ink, palette.paper))
    height = radius * 0.3
    wish = stage.plain(height * 0.5, lines=1, align=Align.LEFT, strong=True)
    setting = fit(text, wish=wish, width=radius * 1.45, height=height * 0.7).flush
    plate = card(
        setting.width + height * 0.9,
        height,
        color=back,
        shade=palette.ink,
        radius=height * 0.24,
        strength=0.3,
    )

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = back_out(progress(t, start=0, seconds=0.6), stage.overshoot)
        if p <= 0.01:
            return
        with placed(canvas, 0, radius * 0.47, scale=p, turn=-4 + math.sin(t)):
            plate.draw(canvas)
            with placed(canvas, -setting.width / 2, -setting.height / 2 + setting.size * 0.05):
                draw_setting(canvas, setting, fill(ink))

    return layer
