"""Pictures at the frame's lower end, under the words and behind the captions."""

import math

import skia

from generation.studio.design.color import argb
from generation.studio.motion import back_out, progress
from generation.studio.scenes.canvas import Layer
from generation.studio.scenes.layout import caption_box
from generation.studio.scenes.photos import guest_of, lead_of
from generation.studio.scenes.pieces.sticker import sticker
from generation.studio.scenes.pulse import pulse
from generation.studio.scenes.stage import Stage, is_tall


def leaning(stage: Stage, *, start: float, share: float = 0.5) -> Layer:
    """Draws the picture from ``start`` seconds on, ``share`` of a tall frame's width large (smaller in
    others); nothing where the scene has none."""
    frame = stage.format
    size = frame.short_side * (share if is_tall(stage) else share * 0.6)
    hero = sticker(lead_of(stage), size, tilt=-9, shadow=argb(stage.palette.ink))
    hand, hop = (-1 if stage.from_right else 1), pulse(stage)
    x = frame.width * 0.5 + hand * (frame.width * 0.5 - size * 0.46)
    y = caption_box(frame).bottom + size * (0.34 if is_tall(stage) else 0.1)

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = back_out(progress(t, start=start, seconds=0.8), stage.overshoot)
        if hero is not None and p > 0.01:
            up = hop(t)
            at = y + (1 - p) * size * 1.4 + 8 * math.sin(t * 1.3) - size * 0.06 * max(up, 0.0)
            hero.draw(canvas, x, at, squash=0.014 * math.sin(t * 1.4) - 0.05 * up)

    return layer


def standing(
    stage: Stage, *, start: float, share: float = 0.44, tilt: float = 5.0, side: int = 0, down: float = 0.36
) -> Layer:
    """Draws the scene's guest below the captions from ``start`` seconds on, ``share`` of the frame's width
    large, off the middle to one ``side`` (-1, 0, 1), ``down`` of its size under the captions; or nothing."""
    frame = stage.format
    size = frame.width * share
    hero = sticker(guest_of(stage), size, tilt=tilt, shadow=argb(stage.palette.ink))
    x, y = frame.width * (0.5 + 0.24 * side), caption_box(frame).bottom + size * down

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = back_out(progress(t, start=start, seconds=0.9 / stage.tempo), stage.overshoot)
        if hero is not None and p > 0.01:
            sway = math.sin(t * 1.3)
            hero.draw(canvas, x, y + (1 - p) * size * 1.3 + 5 * sway, squash=0.012 * sway)

    return layer
