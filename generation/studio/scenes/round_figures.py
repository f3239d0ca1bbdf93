"""What gauges and seals share: the round room under their headline, the product beside them, the thump of landing."""

import math

import skia

from generation.studio.design.color import argb
from generation.studio.motion import back_out, progress
from generation.studio.scenes.canvas import Layer, placed
from generation.studio.scenes.figures import caption_of
from generation.studio.scenes.layout import Box, picture_low
from generation.studio.scenes.photos import mascot_of
from generation.studio.scenes.pieces.sticker import sticker
from generation.studio.scenes.stage import Stage

SEEN = 1.9
"""The contrast that a thick ring needs on its ground to be seen at a glance."""


def round_room(stage: Stage, body: Box, *, reach: float) -> tuple[float, float, float]:
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


def beside_figure(stage: Stage, x: float) -> tuple[Layer, ...]:
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


def thump(inner: Layer, x: float, y: float, land: float) -> Layer:
    """A short swell when the number stands."""

    def layer(canvas: skia.Canvas, t: float) -> None:
        since = t - land + 0.1
        swell = 1 + 0.07 * math.exp(-5 * since) * math.sin(min(since * 9, math.pi)) if since > 0 else 1.0
        with placed(canvas, x, y, scale=swell * (1 + 0.006 * t)):
            canvas.translate(-x, -y)
            inner(canvas, t)

    return layer
