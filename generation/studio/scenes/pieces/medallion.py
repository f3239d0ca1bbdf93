"""The hero picture: a disc in a ring, ticks orbiting it, small companions around, everything floating."""

import math
from dataclasses import dataclass

import skia

from generation.studio.design.color import argb, mix, shifted
from generation.studio.motion import back_out, expo_out, progress, spring
from generation.studio.scenes.canvas import SMOOTH, Layer, fill, soft, sprite, stroke
from generation.studio.scenes.photos import lead_of
from generation.studio.scenes.pieces.sticker import Sticker, sticker
from generation.studio.scenes.pieces.tiles import emblem
from generation.studio.scenes.pulse import pulse
from generation.studio.scenes.stage import Stage

# The picture stands a little above the middle of its disc, and so clear of captions over the disc's rim.
_LIFT = 0.14


@dataclass(frozen=True)
class Spot:
    """Where the medallion stands: its middle and the radius of its ring, in pixels."""

    x: float
    y: float
    radius: float


def medallion(stage: Stage, spot: Spot, *, start: float = 0.1, companions: bool = True) -> Layer:
    """The scene's illustration on a disc; a composition of shapes when there is none."""
    hero = sticker(lead_of(stage), spot.radius * 1.72, tilt=-5, shadow=argb(stage.palette.ink))
    disc, hop = _disc(stage, spot), pulse(stage)
    around = _companions(stage, spot) if companions and hero is not None else ()
    emblem_layer = (
        emblem(stage, spot.x, spot.y, spot.radius * 0.66, start=start + 0.25) if hero is None else None
    )

    def layer(canvas: skia.Canvas, t: float) -> None:
        disc(canvas, t - start)
        if emblem_layer is not None:
            emblem_layer(canvas, t)
        if hero is not None:
            _hero(canvas, hero, spot, t - start - 0.2, stage, hop=hop(t))
        for i, one in enumerate(around):
            _companion(canvas, one, spot, t - start - 0.5 - 0.14 * i, i, stage)

    return layer


def _disc(stage: Stage, spot: Spot) -> Layer:
    # Whole pixels: an unscaled sprite on the pixel grid is copied, not resampled.
    half = math.ceil(spot.radius * 1.22)
    x, y = round(spot.x), round(spot.y)
    whole = sprite(half * 2, half * 2, lambda canvas: _draw_disc(canvas, stage, spot.radius, half))
    tick = stroke(stage.ground.spark, max(spot.radius * 0.02, 4))

    def layer(canvas: skia.Canvas, t: float) -> None:
        grow = back_out(progress(t, start=0, seconds=0.8 / stage.tempo), stage.overshoot * 0.6)
        if grow <= 0.01:
            return
        reach = half * grow
        canvas.drawImageRect(whole, skia.Rect.MakeLTRB(x - reach, y - reach, x + reach, y + reach), SMOOTH)
        _ticks(canvas, spot, t, tick)

    return layer


def _draw_disc(canvas: skia.Canvas, stage: Stage, r: float, half: float) -> None:
    shade = skia.Paint(Color=argb(stage.palette.ink, 0.22), AntiAlias=True, MaskFilter=soft(r * 0.06))
    canvas.drawCircle(half, half + r * 0.05, r, shade)
    canvas.drawCircle(half, half, r, fill(stage.ground.shape))
    inner = r * 0.84
    canvas.drawImage(_inner_disc(stage, inner), half - inner, half - inner)


def _inner_disc(stage: Stage, radius: float) -> skia.Image:
    color = stage.ground.shape_2
    top, bottom = shifted(color, lightness=0.09, hue=10), shifted(color, lightness=-0.04, hue=-8)
    shader = skia.GradientShader.MakeLinear([(radius, 0), (radius, radius * 2)], [argb(top), argb(bottom)])
    paint = skia.Paint(Shader=shader, AntiAlias=True, Dither=True)
    shine = fill(mix(top, "#ffffff", 0.6), 0.28)

    def draw(canvas: skia.Canvas) -> None:
        canvas.drawCircle(radius, radius, radius - 1, paint)
        canvas.save()
        ring = skia.Path()
        ring.addCircle(radius, radius, radius - 1)
        canvas.clipPath(ring, skia.ClipOp.kIntersect, True)
        canvas.drawOval(skia.Rect.MakeXYWH(radius * 0.1, -radius * 0.7, radius * 1.8, radius * 1.25), shine)
        canvas.restore()

    return sprite(radius * 2, radius * 2, draw)


def _ticks(canvas: skia.Canvas, spot: Spot, t: float, paint: skia.Paint) -> None:
    out = expo_out(progress(t, start=0.35, seconds=0.7))
    if out <= 0.02:
        return
    for i in range(14):
        angle = math.radians(i * 360 / 14 + t * 12)
        near = spot.radius * 1.065
        far = near + spot.radius * (0.085 if i % 2 else 0.05) * out
        dx, dy = math.cos(angle), math.sin(angle)
        canvas.drawLine(spot.x + near * dx, spot.y + near * dy, spot.x + far * dx, spot.y + far * dy, paint)


def _hero(canvas: skia.Canvas, hero: Sticker, spot: Spot, t: float, stage: Stage, *, hop: float) -> None:
    if t <= 0:
        return
    arrive = spring(t, frequency=1.5 * stage.tempo, damping=0.5 if stage.overshoot > 1 else 0.7)
    float_y = math.sin(t * 1.5) * spot.radius * 0.022 - spot.radius * 0.1 * max(hop, 0.0)
    hero.draw(
        canvas,
        spot.x,
        spot.y - spot.radius * _LIFT + float_y + (1 - min(arrive, 1.2)) * spot.radius * 0.5,
        scale=max(arrive, 0) * (1 + 0.008 * min(t, 6)),
        turn=20 * (1 - expo_out(t / 0.7)),
        squash=0.013 * math.sin(t * 1.5 + 0.6) - 0.05 * hop,
    )


_PLACES = ((-38.0, 0.98), (142.0, 1.0), (200.0, 1.02))


def _companions(stage: Stage, spot: Spot) -> tuple[Sticker, ...]:
    names = [n for n in stage.scene.illustrations if n and n != stage.scene.illustration][: len(_PLACES)]
    made = (
        sticker(n, spot.radius * (0.52 - 0.05 * i), tilt=8 if i % 2 else -10, shadow=argb(stage.palette.ink))
        for i, n in enumerate(names)
    )
    return tuple(one for one in made if one is not None)


def _companion(canvas: skia.Canvas, one: Sticker, spot: Spot, t: float, i: int, stage: Stage) -> None:
    if t <= 0:
        return
    angle, reach = _PLACES[i]
    at = math.radians(angle + 3 * math.sin(t * 0.6 + i))
    pop = back_out(progress(t, start=0, seconds=0.6 / stage.tempo), stage.overshoot)
    half = stage.format.width
    x = min(max(spot.x + spot.radius * reach * math.cos(at), one.px * 0.52), half - one.px * 0.52)
    y = spot.y + spot.radius * reach * math.sin(at) + 10 * math.sin(t * 1.3 + i * 2)
    one.draw(canvas, x, y, scale=pop, squash=0.025 * math.sin(t * 1.6 + i))
