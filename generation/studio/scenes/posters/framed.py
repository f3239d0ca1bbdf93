"""A ribbon round the whole frame on which the name runs, the words in the field within."""

import math
from dataclasses import dataclass, replace

import skia

from generation.studio.design.contrast import readable_on
from generation.studio.motion import expo_out, progress
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.canvas import Layer, fill, polygon, sprite
from generation.studio.scenes.layout import Box
from generation.studio.scenes.light import shade_of
from generation.studio.scenes.pieces.printed import Printed, printed
from generation.studio.scenes.posters.columns import with_second_line
from generation.studio.scenes.stage import Stage, is_tall
from generation.studio.typesetting import Align

_SPEED = 46.0
"""Pixels a second that the name runs round the frame."""


def framed(stage: Stage) -> tuple[Layer, ...]:
    """Words in the middle of a field that a printed ribbon goes round; under them two short waves of colour."""
    frame, safe = stage.format, stage.safe
    wide = _width(stage)
    edge = wide + 60
    room = Box(max(safe.left, edge), max(safe.top, edge), min(safe.right, frame.width - edge), safe.bottom)
    wish = replace(stage.loud(236 if is_tall(stage) else 190, lines=6 if is_tall(stage) else 4), filling=True)
    words, _ = with_second_line(stage, room, wish=wish, at=0.5, align=Align.CENTER)
    return (
        backdrop(stage, focus=room.center, floored=False),
        _mount(stage, wide),
        *_ribbon(stage, wide),
        *words,
    )


def _width(stage: Stage) -> float:
    """How wide the ribbon is: as much as captions and words leave free at the sides."""
    return round(stage.format.short_side * (0.076 if is_tall(stage) else 0.056))


def _mount(stage: Stage, wide: float) -> Layer:
    """A thin line inside the ribbon, like the edge of a passe-partout, and a disc rising into the field."""
    frame, gap = stage.format, 15.0
    rim = skia.Rect.MakeLTRB(wide + gap, wide + gap, frame.width - wide - gap, frame.height - wide - gap)
    line = skia.Paint(
        Color=fill(stage.ground.shape).getColor(), Style=skia.Paint.kStroke_Style, StrokeWidth=4
    )
    discs = [fill(stage.ground.shape_2), fill(stage.ground.shape)]
    hand = -1 if stage.from_right else 1
    x, y = frame.width * (0.5 + 0.24 * hand), frame.height - wide
    reach = frame.short_side * (0.36 if is_tall(stage) else 0.15)

    def layer(canvas: skia.Canvas, t: float) -> None:
        canvas.save()
        canvas.clipRect(rim)
        for i, paint in enumerate(discs):
            p = expo_out(progress(t, start=0.35 + 0.14 * i, seconds=1.0 / stage.tempo))
            radius = reach * (1 - 0.36 * i) * p * (1 + 0.02 * math.sin(t * 1.3 - i))
            if radius > 1:
                canvas.drawCircle(x, y, radius, paint)
        canvas.restore()
        canvas.drawRect(rim, line)

    return layer


@dataclass(frozen=True)
class _Side:
    """One side of the ribbon: where its picture's window lies, and which way the name runs on it."""

    window: skia.Rect
    image: skia.Image
    along_x: bool
    way: int


def _ribbon(stage: Stage, wide: float) -> tuple[Layer, ...]:
    """The ribbon's four sides. The print is drawn once for each and only moved by whole pixels."""
    frame = stage.format
    color = stage.ground.shape
    ink = readable_on((color,), candidates=(stage.palette.ink, stage.palette.paper))
    print_ = printed(stage, round(wide * 0.46, 1))
    width, height = float(frame.width), float(frame.height)
    sides = (
        _Side(skia.Rect.MakeLTRB(0, 0, width, wide), _row(print_, ink, width, wide, 0), True, 1),
        _Side(
            skia.Rect.MakeLTRB(width - wide, 0, width, height), _row(print_, ink, height, wide, 90), False, 1
        ),
        _Side(
            skia.Rect.MakeLTRB(0, height - wide, width, height), _row(print_, ink, width, wide, 0), True, -1
        ),
        _Side(skia.Rect.MakeLTRB(0, 0, wide, height), _row(print_, ink, height, wide, -90), False, -1),
    )
    corners = _corners(stage, wide)
    plain, shade = fill(color), shade_of(stage.palette.ink)

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = expo_out(progress(t, start=0.05, seconds=0.9 / stage.tempo))
        out = (1 - p) * wide * 1.3
        hole = skia.Rect.MakeLTRB(wide - out, wide - out, width - wide + out, height - wide + out)
        for paint in shade.layers:
            canvas.drawRect(hole, paint)
        canvas.save()
        canvas.clipRect(hole, skia.ClipOp.kDifference)
        canvas.drawPaint(plain)
        for side in sides:
            _run(canvas, side, t, print_.period)
        canvas.restore()
        corners(canvas, p)

    return (layer,)


def _run(canvas: skia.Canvas, side: _Side, t: float, period: float) -> None:
    offset = round((side.way * _SPEED * t) % period - period)
    canvas.save()
    canvas.clipRect(side.window)
    x, y = side.window.left(), side.window.top()
    canvas.drawImage(side.image, x + (offset if side.along_x else 0), y + (0 if side.along_x else offset))
    canvas.restore()


def _row(print_: Printed, ink: str, length: float, wide: float, turn: int) -> skia.Image:
    """The name again and again, longer than the side by two prints."""
    count = math.ceil(length / print_.period) + 2
    long = count * print_.period
    paint = fill(ink)

    def draw(canvas: skia.Canvas) -> None:
        if turn == 90:
            canvas.translate(wide, 0)
            canvas.rotate(90)
        elif turn == -90:
            canvas.translate(0, long)
            canvas.rotate(-90)
        canvas.translate(0, wide / 2 + print_.drop)
        for _ in range(count):
            print_.draw(canvas, paint)
            canvas.translate(print_.period, 0)

    return sprite(wide if turn else long, long if turn else wide, draw)


def _corners(stage: Stage, wide: float) -> Layer:
    """Squares of the other colour where the sides meet; their layer is given how far the ribbon has come."""
    frame = stage.format
    paint = fill(stage.ground.shape_2)
    width, height = float(frame.width), float(frame.height)
    squares = [
        polygon([(x, y), (x + wide, y), (x + wide, y + wide), (x, y + wide)])
        for x in (0.0, width - wide)
        for y in (0.0, height - wide)
    ]

    def layer(canvas: skia.Canvas, p: float) -> None:
        if p > 0.6:
            for square in squares:
                canvas.drawPath(square, paint)

    return layer
