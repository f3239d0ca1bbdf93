"""A sentence from edge to edge, with the picture looking in from a corner."""

import math
from dataclasses import replace

import skia

from generation.studio.design.color import argb
from generation.studio.motion import back_out, expo_out, progress
from generation.studio.pictures.picture import Picture
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.canvas import Layer, fill
from generation.studio.scenes.layout import Box
from generation.studio.scenes.lettering import headline
from generation.studio.scenes.light import cast, lit, shade_of
from generation.studio.scenes.photos import lead_of, mascot_apart
from generation.studio.scenes.pieces.sticker import Sticker, sticker
from generation.studio.scenes.stage import Stage, is_tall
from generation.studio.typesetting import Align, Display, PlacedWord

_BAR_ROOM = 96.0
_AROUND = 52.0


def statement(stage: Stage) -> tuple[Layer, ...]:
    """The sentence from edge to edge, flush left, under a short bar; the picture looks in from a corner, on
    quarter discs."""
    frame, safe = stage.format, stage.safe
    tall = is_tall(stage)
    hero = _picture_of(stage)
    wide = safe.width * ((0.62 if hero else 0.86) if frame.is_wide else 1.0)
    column = Box(safe.left, safe.top + _BAR_ROOM, safe.left + wide, safe.bottom)
    if stage.from_right:
        column = Box(safe.right - wide, column.top, safe.right, column.bottom)
    # Above a picture the words begin at the top, and leave it the lower corner.
    room = column.rows(0.74)[0] if hero and not frame.is_wide else column
    wish = replace(
        stage.loud(270 if tall else 230, lines=8 if tall else 5, align=Align.LEFT),
        leading=1.1,
        filling=True,
        fewest_lines=2 if tall else 1,
    )
    _, shown = headline(stage, room, wish=wish)
    spare = max(room.height - shown.height, 0.0)
    top = room.top + spare * (0.36 if hero and tall else 0.5)
    place = Box(room.left, top, room.right, top + shown.height + 2)
    words, shown = headline(stage, place, wish=wish)
    focus = (0.0 if stage.from_right else float(frame.width), float(frame.height))
    return (
        backdrop(stage, focus=focus, floored=False),
        *_petals(stage, shown),
        _bar(stage, safe, top - _BAR_ROOM + 22),
        words,
    )


def _picture_of(stage: Stage) -> str | Picture:
    """The scene's picture; in tall frames, which have room below the words, else a drawing of the product
    where the scenes beside it show none."""
    mascot = mascot_apart(stage) if is_tall(stage) and not stage.storyboard.pictures else ""
    return lead_of(stage) or mascot


def _bar(stage: Stage, safe: Box, y: float) -> Layer:
    paint = fill(stage.ground.shape)
    other = fill(stage.ground.shape_2)
    wide = 150.0
    right = stage.from_right

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = expo_out(progress(t, start=0.1, seconds=0.8))
        q = back_out(progress(t, start=0.45, seconds=0.6), 1.6)
        left = safe.right - wide * p if right else safe.left
        canvas.drawRect(skia.Rect.MakeXYWH(left, y, wide * p, 22), paint)
        if q > 0.01:
            x = safe.right - wide - 40 if right else safe.left + wide + 40
            canvas.drawCircle(x + 3 * math.sin(t * 2), y + 11, 13 * q, other)

    return layer


def _petals(stage: Stage, words: Display) -> tuple[Layer, ...]:
    """Quarter discs growing out of the lower corner, as far as the words leave room, the picture on them."""
    frame = stage.format
    hand = -1 if stage.from_right else 1
    corner = (frame.width * (0.5 + 0.5 * hand), float(frame.height))
    inked = [word for block in words.blocks for word in block.words]
    near = min((_distance(corner, word) for word in inked), default=float(frame.height))
    reach = max(min(frame.short_side * 0.46, near - _AROUND), frame.short_side * 0.14)
    side = min(near * 0.96, frame.width * 0.72, frame.height * 0.6)
    hero = sticker(_picture_of(stage), side, tilt=-8.0 * hand, shadow=argb(stage.palette.ink))
    if hero is not None:
        reach = max(min(near * 0.94, frame.short_side * 0.72), reach)
    discs = _discs(stage, corner, reach)
    return (discs,) if hero is None else (discs, _looking_in(stage, hero, corner, side * 0.43, hand))


def _discs(stage: Stage, corner: tuple[float, float], reach: float) -> Layer:
    ground = stage.ground
    colors = (ground.shape, ground.shape_2, ground.spark)
    room = Box(corner[0] - reach, corner[1] - reach, corner[0] + reach, corner[1])
    paints = [lit(color, room, lift=0.06, drop=0.08) for color in colors]
    shade = shade_of(stage.palette.ink)

    def layer(canvas: skia.Canvas, t: float) -> None:
        for i, paint in enumerate(paints):
            p = back_out(progress(t, start=0.3 + 0.12 * i, seconds=0.9 / stage.tempo), 0.8)
            radius = reach * (1 - 0.3 * i) * p * (1 + 0.02 * math.sin(t * 1.4 - i))
            if radius > 1:
                path = skia.Path()
                path.addCircle(*corner, radius)
                cast(canvas, path, shade)
                canvas.drawPath(path, paint)

    return layer


def _looking_in(stage: Stage, hero: Sticker, corner: tuple[float, float], inward: float, hand: int) -> Layer:
    """The picture coming in from the corner, a part of it still outside of the frame."""
    x, y = corner[0] - hand * inward, corner[1] - inward

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = expo_out(progress(t, start=0.35, seconds=0.9 / stage.tempo))
        if p > 0.01:
            sway, away = math.sin(t * 1.3), (1 - p) * inward * 2
            hero.draw(
                canvas,
                x + hand * away,
                y + away + 8 * sway,
                scale=1 + 0.006 * t,
                squash=0.012 * sway,
                turn=hand * 20 * (1 - p),
            )

    return layer


def _distance(corner: tuple[float, float], word: PlacedWord) -> float:
    """From ``corner`` to the nearest point of a word, in pixels."""
    x = min(max(corner[0], word.x), word.right)
    return math.hypot(corner[0] - x, corner[1] - word.baseline)
