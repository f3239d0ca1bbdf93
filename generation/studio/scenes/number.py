"""Number scenes: one figure, as large as it goes, landing on the word."""

import math

import skia

from generation.studio.design.color import argb
from generation.studio.design.contrast import readable_on, weakest
from generation.studio.motion import back_out, expo_out, progress, spring
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.canvas import Layer, fill, placed, stroke
from generation.studio.scenes.figures import caption_of, figure_of, label_of
from generation.studio.scenes.heading import headed
from generation.studio.scenes.layout import Box, picture_low
from generation.studio.scenes.lettering import draw_setting
from generation.studio.scenes.photos import lead_of, mascot_of
from generation.studio.scenes.pieces.badge import starburst
from generation.studio.scenes.pieces.card import card
from generation.studio.scenes.pieces.counter import counter
from generation.studio.scenes.pieces.sticker import sticker
from generation.studio.scenes.stage import Builder, Stage, is_tall
from generation.studio.typesetting import Align, fit

_SEEN = 1.9
"""The contrast that a thick ring needs on its ground to be seen at a glance."""


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
    x, y, radius = _round_room(stage, head.body, reach=0.72)
    land = stage.said(figure_of(stage), otherwise=1.7) + 0.25
    return (
        backdrop(stage, focus=(x, y), company=not lead_of(stage)),
        _ring(stage, x, y, radius, land),
        *_figure_and_label(stage, x, y, radius, land),
        *head.layers,
        *(_beside(stage, x) or (_satellite(stage, x, y, radius, land),)),
    )


def _round_room(stage: Stage, body: Box, *, reach: float) -> tuple[float, float, float]:
    """Middle and radius of something round under the headline: its words, which reach ``reach`` of the
    radius down, stay above the captions, its rim may pass behind them."""
    frame = stage.format
    if frame.is_wide:
        x = body.center[0] if body.width < stage.safe.width * 0.9 else frame.width * _aside(stage)
        radius = min(body.width * 0.5, frame.height * 0.4)
        return x, min(body.center[1] + frame.height * 0.03, body.bottom - radius * reach), radius
    radius = min((body.bottom - body.top) / (1 + reach), frame.width * 0.44)
    spare = picture_low(frame) - body.top - radius * 2
    y = body.top + radius + max(0.0, spare * 0.4)
    return body.center[0], min(y, body.bottom - radius * reach), radius


def _aside(stage: Stage) -> float:
    """Where a figure without a headline stands in a wide frame, as a share of its width: beside the product."""
    return 0.5 if not mascot_of(stage) else 0.68 if stage.from_right else 0.32


def _beside(stage: Stage, x: float) -> tuple[Layer, ...]:
    """The product beside a figure that has no headline, in wide frames, where half of them would be empty."""
    frame = stage.format
    if not frame.is_wide or x == frame.width / 2 or caption_of(stage):
        return ()
    hero = sticker(mascot_of(stage), frame.height * 0.66, tilt=-6, shadow=argb(stage.palette.ink))

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = back_out(progress(t, start=0.4, seconds=0.8 / stage.tempo), stage.overshoot)
        if hero is not None and p > 0.01:
            sway = math.sin(t * 1.3)
            y = frame.height * 0.46 + 9 * sway
            hero.draw(canvas, frame.width - x, y, scale=p * (1 + 0.006 * t), squash=0.012 * sway)

    return (layer,)


def _ring(stage: Stage, x: float, y: float, radius: float, land: float) -> Layer:
    wide = radius * 0.085
    edge = radius - wide
    track = stroke(stage.ground.text, wide, 0.14)
    ground = stage.ground
    colors = (ground.shape, ground.shape_2, ground.spark, ground.text)
    seen = next(one for one in colors if weakest(one, ground.stops) >= _SEEN or one == ground.text)
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
        low = Box(x - radius * 0.6, box.bottom + radius * 0.0, x + radius * 0.6, box.bottom + radius * 0.34)
        layers.append(_label(stage, label, low, start=max(0.5, land - 0.5)))
    return tuple(layers)


def thump(inner: Layer, x: float, y: float, land: float) -> Layer:
    """A short swell when the number stands."""

    def layer(canvas: skia.Canvas, t: float) -> None:
        since = t - land + 0.1
        swell = 1 + 0.07 * math.exp(-5 * since) * math.sin(min(since * 9, math.pi)) if since > 0 else 1.0
        with placed(canvas, x, y, scale=swell * (1 + 0.006 * t)):
            canvas.translate(-x, -y)
            inner(canvas, t)

    return layer


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


def seal(stage: Stage) -> tuple[Layer, ...]:
    """The figure on a great seal with the label on a ribbon across it."""
    head = headed(
        stage, share=0.36, largest=156 if is_tall(stage) else 128, text=caption_of(stage), calm=True
    )
    x, y, radius = _round_room(stage, head.body, reach=0.66)
    land = stage.said(figure_of(stage), otherwise=1.6) + 0.2
    return (
        backdrop(stage, focus=(x, y), company=not lead_of(stage)),
        _seal(stage, x, y, radius, land),
        *head.layers,
        *_beside(stage, x),
    )


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
    seen = [one for one in made if weakest(one[0], stage.ground.stops) >= _SEEN]
    return seen[0] if seen else max(made, key=lambda one: weakest(one[0], stage.ground.stops))


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


LAYOUTS: dict[str, Builder] = {"gauge": gauge, "seal": seal}
