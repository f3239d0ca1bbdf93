"""Words alone, with barrier tape across the frame on which the brand's name runs along."""

import math
from dataclasses import dataclass, replace

import skia

from generation.studio.design.contrast import readable_on
from generation.studio.motion import expo_out, progress
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.canvas import Layer, fill, placed
from generation.studio.scenes.layout import Box
from generation.studio.scenes.lettering import headline
from generation.studio.scenes.pieces.printed import printed
from generation.studio.scenes.pieces.tag import underlined
from generation.studio.scenes.stage import Stage, is_tall
from generation.studio.typesetting import Align

_SPEED = 70.0
"""Pixels a second that the text on a tape runs."""


def tape(stage: Stage) -> tuple[Layer, ...]:
    """The words flush left, as large as they go; two tapes cross below them, beside them in wide formats."""
    frame, safe = stage.format, stage.safe
    detail = stage.scene.detail
    column = safe.columns(0.6)[0] if frame.is_wide else safe
    if frame.is_wide and stage.from_right:
        column = Box(safe.right - column.width, safe.top, safe.right, safe.bottom)
    low = 150.0 if detail else 0.0
    room = Box(column.left, column.top, column.right, column.bottom - low)
    wish = stage.loud(280 if is_tall(stage) else 210, lines=6 if is_tall(stage) else 4, align=Align.LEFT)
    title, shown = headline(
        stage, room, wish=replace(wish, filling=True, fewest_lines=2 if is_tall(stage) else 1), middle=True
    )
    layers = [backdrop(stage, floored=False), *_tapes(stage), title]
    if detail:
        top = room.top + (room.height + shown.height) / 2 + 44
        line = Box(column.left, top, column.right, top + 110)
        layers.append(
            underlined(
                stage, detail, line, align=Align.LEFT, start=stage.heard(detail, otherwise=0.8), largest=62
            )[0]
        )
    return tuple(layers)


@dataclass(frozen=True)
class _Strip:
    """A tape: its middle, its slant in degrees, its width and length in pixels, and which way it runs."""

    x: float
    y: float
    turn: float
    width: float
    length: float
    way: int


def _tapes(stage: Stage) -> tuple[Layer, Layer]:
    frame = stage.format
    hand = -1 if stage.from_right else 1
    length = math.hypot(frame.width, frame.height) * 1.2
    wide = frame.short_side * 0.13
    if frame.is_wide:
        x, y, turns = frame.width * (0.5 + 0.34 * hand), frame.height * 0.5, (-66.0 * hand, 76.0 * hand)
    else:
        # Under the captions: in formats without much room there, flatter and thinner.
        tall = is_tall(stage)
        x, y = frame.width / 2, frame.height * (0.845 if tall else 0.962)
        turns = (7.0 * hand, -9.0 * hand) if tall else (2.6 * hand, -3.4 * hand)
        wide *= 1.0 if tall else 0.5
    first = _Strip(x, y, turns[0], wide, length, 1)
    second = _Strip(x, y, turns[1], wide, length, -1)
    back, front = stage.ground.shape_2, stage.ground.shape
    return _tape(stage, first, back, start=0.25), _tape(stage, second, front, start=0.4)


def _tape(stage: Stage, strip: _Strip, color: str, *, start: float) -> Layer:
    palette = stage.palette
    ink = readable_on((color,), candidates=(palette.ink, palette.paper))
    size = round(strip.width * 0.5, 1)
    name = printed(stage, size)
    half, wide = strip.length / 2, strip.width / 2
    band = skia.Rect.MakeLTRB(-half, -wide, half, wide)
    edge = skia.Rect.MakeLTRB(-half, wide - strip.width * 0.06, half, wide)
    # Only what the tape does not cover: a see-through colour is dear to draw.
    under = skia.Rect.MakeLTRB(-half, wide - 3, half, wide + strip.width * 0.1)
    shade, plain, letters = fill(palette.ink, 0.18), fill(color), fill(ink)

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = expo_out(progress(t, start=start, seconds=1.0 / stage.tempo))
        if p <= 0.004:
            return
        with placed(canvas, strip.x, strip.y, turn=strip.turn):
            canvas.translate(strip.way * (1 - p) * strip.length, 0)
            canvas.drawRect(under, shade)
            canvas.drawRect(band, plain)
            canvas.drawRect(edge, shade)
            offset = (strip.way * _SPEED * t) % name.period
            # Only whole prints: what ran over the tape's end would hang in the air while it slides in.
            for i in range(math.floor((strip.length - offset) / name.period)):
                canvas.save()
                canvas.translate(-half + offset + i * name.period, name.drop)
                name.draw(canvas, letters)
                canvas.restore()

    return layer
