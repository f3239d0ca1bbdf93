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
from generation.studio.scenes.pieces.tag import underlined
from generation.studio.scenes.stage import Stage, is_tall
from generation.studio.typesetting import Align, Glyphs, advance, shape
from generation.studio.typesetting.shaping import metrics_of

_SPEED = 70.0
"""Pixels a second that the text on a tape runs."""

_LONGEST = 24
"""Longer names would be read for longer than the scene lasts: the tape then has as many of their first words."""


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
    title, shown = headline(stage, room, wish=replace(wish, filling=True), middle=True)
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
    text, star, period = _printed(stage, size)
    base = metrics_of(text.text, face=stage.pairing.strong).cap * size / 2
    half, wide = strip.length / 2, strip.width / 2
    band = skia.Rect.MakeLTRB(-half, -wide, half, wide)
    edge = skia.Rect.MakeLTRB(-half, wide - strip.width * 0.06, half, wide)
    shade, plain, letters = fill(palette.ink, 0.18), fill(color), fill(ink)

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = expo_out(progress(t, start=start, seconds=1.0 / stage.tempo))
        if p <= 0.004:
            return
        with placed(canvas, strip.x, strip.y, turn=strip.turn):
            canvas.translate(strip.way * (1 - p) * strip.length, 0)
            canvas.drawRect(band.makeOffset(0, strip.width * 0.1), shade)
            canvas.drawRect(band, plain)
            canvas.drawRect(edge, shade)
            offset = (strip.way * _SPEED * t) % period
            # Only whole prints: what ran over the tape's end would hang in the air while it slides in.
            for i in range(math.floor((strip.length - offset) / period)):
                canvas.save()
                canvas.translate(-half + offset + i * period, base)
                # Drawn past the pen: a pattern that passes is no word that has to be read.
                canvas.drawPath(text.outline, letters)
                for blob, at, lift in text.blobs:
                    canvas.drawTextBlob(blob, at, -lift, letters)
                canvas.drawPath(star, letters)
                canvas.restore()

    return layer


def _printed(stage: Stage, size: float) -> tuple[Glyphs, skia.Path, float]:
    """What is printed on a tape once: (the name, the star behind it, pixels to where it begins again)."""
    name = shape(_short(stage.cased(stage.storyboard.brand)), face=stage.pairing.strong, size=size)
    high = metrics_of(name.text, face=stage.pairing.strong).cap * size / 2
    gap = max(advance(" ", face=stage.pairing.strong) * size, size * 0.4)
    star = skia.Path()
    star.addPath(_star(size * 0.36), name.width + gap + size * 0.36, -high)
    return name, star, name.width + 2 * gap + size * 0.72


def _short(name: str) -> str:
    """A name that can be read while it passes: a long one without its last words, at the least its first."""
    words = name.split()
    while len(words) > 1 and len(" ".join(words)) > _LONGEST:
        words.pop()
        while len(words) > 1 and not words[-1][-1].isalnum():
            words.pop()
    return " ".join(words)


def _star(reach: float) -> skia.Path:
    path = skia.Path()
    for i in range(8):
        angle = math.radians(45 * i - 90)
        far = reach if i % 2 == 0 else reach * 0.36
        point = (far * math.cos(angle), far * math.sin(angle))
        path.lineTo(*point) if i else path.moveTo(*point)
    path.close()
    return path
