"""Numbers in a ring that fills as they count."""

import math

import skia

from generation.studio.design.color import argb
from generation.studio.design.contrast import weakest
from generation.studio.motion import back_out, expo_out, progress
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.canvas import Layer, fill, stroke
from generation.studio.scenes.figures import caption_of, figure_of, label_of
from generation.studio.scenes.heading import headed
from generation.studio.scenes.layout import Box
from generation.studio.scenes.lettering import draw_setting
from generation.studio.scenes.photos import lead_of
from generation.studio.scenes.pieces.counter import counter
from generation.studio.scenes.pieces.sticker import sticker
from generation.studio.scenes.round_figures import SEEN, beside_figure, round_room, thump
from generation.studio.scenes.stage import Stage, is_tall
from generation.studio.typesetting import fit
from generation.studio.typesetting.scripts import is_shaped


def gauge(stage: Stage) -> tuple[Layer, ...]:
    """The figure inside a ring that fills as it counts."""
    head = headed(
        stage,
        share=0.36,
        largest=150 if is_tall(stage) else 128,
        text=caption_of(stage),
        column=0.44,
        calm=True,
    )
    x, y, radius = round_room(stage, head.body, reach=0.72)
    land = stage.said(figure_of(stage), otherwise=1.7) + 0.25
    return (
        backdrop(stage, focus=(x, y), company=not lead_of(stage)),
        _ring(stage, x, y, radius, land),
        *_figure_and_label(stage, x, y, radius, land),
        *head.layers,
        *(beside_figure(stage, x) or (_satellite(stage, x, y, radius, land),)),
    )


def _ring(stage: Stage, x: float, y: float, radius: float, land: float) -> Layer:
    wide = radius * 0.085
    edge = radius - wide
    track = stroke(stage.ground.text, wide, 0.14)
    ground = stage.ground
    colors = (ground.shape, ground.shape_2, ground.spark, ground.text)
    seen = next(one for one in colors if weakest(one, ground.stops) >= SEEN or one == ground.text)
    arc = stroke(seen, wide)
    tick = stroke(stage.ground.text, 4, 0.4)
    box = skia.Rect.MakeLTRB(x - edge, y - edge, x + edge, y + edge)

    def layer(canvas: skia.Canvas, t: float) -> None:
        grow = expo_out(progress(t, start=0.1, seconds=0.9))
        canvas.drawArc(box, -90, 360 * grow, False, track)
        p = expo_out(progress(t, start=0.3, seconds=max(land - 0.3, 0.5)))
        sweep = 292 * p + 3 * math.sin(max(t - land, 0) * 2)
        canvas.drawArc(box, -90, sweep, False, arc)
        for i in range(40):
            if i / 40 > grow:
                break
            angle = math.radians(i * 9 - 90 + t * 3)
            near, far = edge * 0.885, edge * (0.855 if i % 5 else 0.82)
            dx, dy = math.cos(angle), math.sin(angle)
            canvas.drawLine(x + near * dx, y + near * dy, x + far * dx, y + far * dy, tick)
        angle = math.radians(-90 + sweep)
        canvas.drawCircle(
            x + edge * math.cos(angle), y + edge * math.sin(angle), wide * 0.85, fill(stage.ground.spark)
        )

    return layer


def _figure_and_label(stage: Stage, x: float, y: float, radius: float, land: float) -> tuple[Layer, ...]:
    label = label_of(stage)
    wide = radius * 1.36
    tall = radius * (0.76 if label else 0.9)
    lift = radius * 0.13 if label else 0.0
    box = Box(x - wide / 2, y - lift - tall / 2, x + wide / 2, y - lift + tall / 2)
    color = stage.ground.emphasis
    roll = counter(
        figure_of(stage),
        box,
        face=stage.pairing.figures,
        color=color,
        start=0.25,
        land=land,
        largest=radius * 1.02 * stage.pairing.scale,
    )
    layers = [thump(roll, x, y - lift, land)]
    if label:
        # Letters of shaped scripts stand as high as capitals do, and need their own distance.
        top = box.bottom + radius * (0.07 if is_shaped(label) else 0.0)
        low = Box(x - radius * 0.6, top, x + radius * 0.6, box.bottom + radius * 0.36)
        layers.append(_label(stage, label, low, start=max(0.5, land - 0.5)))
    return tuple(layers)


def _label(stage: Stage, text: str, box: Box, *, start: float) -> Layer:
    setting = fit(text, wish=stage.plain(70, lines=2, strong=True), width=box.width, height=box.height)
    setting = setting.moved(x=box.left, y=box.top)

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = expo_out(progress(t, start=start, seconds=0.7))
        if p > 0.004:
            draw_setting(canvas, setting, fill(stage.ground.text, p), dy=30 * (1 - p))

    return layer


def _satellite(stage: Stage, x: float, y: float, radius: float, land: float) -> Layer:
    hero = sticker(lead_of(stage), radius * 0.68, tilt=9, shadow=argb(stage.palette.ink))

    def layer(canvas: skia.Canvas, t: float) -> None:
        if hero is None:
            return
        pop = back_out(progress(t, start=max(0.6, land - 0.5), seconds=0.7), stage.overshoot)
        sway = math.sin(t * 1.3)
        at = (x + radius * 0.70, y + radius * 0.70 + 9 * sway)
        hero.draw(canvas, *at, scale=pop, squash=0.02 * sway)

    return layer
