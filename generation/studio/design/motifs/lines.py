"""Motifs made of lines and edges: rays, stripes, a grid, arcs."""

import math
import random

import skia

from generation.studio.design.grounds import Ground
from generation.studio.design.motifs.geometry import Painted, broad, hairline, laid, line, tint
from generation.studio.formats import Format

_BANDS = ((0.0, 0.16), (0.27, 0.05), (0.42, 0.22), (0.78, 0.09))
"""Where each band begins, and how wide it is, as shares of a period."""


def rays(frame: Format, ground: Ground, center: tuple[float, float], dice: random.Random) -> Painted:
    """Beams that turn slowly round ``center``."""
    reach = 1.3 * math.hypot(frame.width, frame.height)
    count = dice.choice((9, 10, 11))
    path = skia.Path()
    for i in range(count):
        middle = 2 * math.pi * i / count
        half = 0.36 * math.pi / count * (1.25 if i % 2 else 0.75)
        path.moveTo(0, 0)
        path.lineTo(reach * math.cos(middle - half), reach * math.sin(middle - half))
        path.lineTo(reach * math.cos(middle + half), reach * math.sin(middle + half))
        path.close()
    paint = broad(ground, 0.62)

    def layer(canvas: skia.Canvas, t: float) -> None:
        canvas.drawPath(laid(path, *center, turn=5 * t), paint)

    return layer


def stripes(frame: Format, ground: Ground, center: tuple[float, float], dice: random.Random) -> Painted:
    """Slanting bands of several widths that travel across the frame."""
    del center
    lean = 0.28 * frame.height
    # Whole pixels, so that the edges, which are not smoothed, do not flicker.
    period = round(0.82 * frame.width)
    shift = dice.random()
    bands = tuple(zip(_woven(frame, period, lean), (broad(ground, 0.55), broad(ground, 0.3)), strict=True))

    def layer(canvas: skia.Canvas, t: float) -> None:
        canvas.save()
        canvas.translate(round(((t * 0.032 + shift) % 1.0) * period) - period, 0)
        for band, paint in bands:
            canvas.drawPath(band, paint)
        canvas.restore()

    return layer


def _woven(frame: Format, period: int, lean: float) -> tuple[skia.Path, skia.Path]:
    """The strong and the faint bands of a frame and one period more."""
    strong, faint = skia.Path(), skia.Path()
    for turn in range(-1, math.ceil((frame.width + lean) / period) + 1):
        for i, (at, wide) in enumerate(_BANDS):
            x = (turn + at) * period - lean / 2
            corners = [(x + lean, 0), (x + lean + wide * period, 0), (x + wide * period, frame.height)]
            points = [skia.Point(*corner) for corner in (*corners, (x, frame.height))]
            (faint if i % 2 else strong).addPoly(points, True)
    return strong, faint


def grid(frame: Format, ground: Ground, center: tuple[float, float], dice: random.Random) -> Painted:
    """Fine squares that drift, a few of them filled."""
    del center
    cell = 108.0
    columns, rows = math.ceil(frame.width / cell) + 2, math.ceil(frame.height / cell) + 2
    lit = [(dice.randrange(columns), dice.randrange(rows), dice.random() * 6.28) for _ in range(16)]
    paint = hairline(ground, 2.0, 0.62)

    def layer(canvas: skia.Canvas, t: float) -> None:
        slide = (t * 7) % cell
        for i in range(columns + 1):
            x = i * cell + slide - cell
            canvas.drawLine(x, 0, x, frame.height, paint)
        for j in range(rows + 1):
            y = j * cell + slide - cell
            canvas.drawLine(0, y, frame.width, y, paint)
        moved = int(t * 7 / cell)
        for i, j, phase in lit:
            x = ((i + moved) % columns) * cell + slide - cell
            y = ((j + moved) % rows) * cell + slide - cell
            glow = 0.5 + 0.5 * math.sin(t * 0.9 + phase)
            canvas.drawRect(skia.Rect.MakeXYWH(x + 1, y + 1, cell - 2, cell - 2), tint(ground, 0.75 * glow))

    return layer


def arcs(frame: Format, ground: Ground, center: tuple[float, float], dice: random.Random) -> Painted:
    """Thick concentric rings out of two opposite corners, breathing."""
    del center
    unit = 0.105 * max(frame.width, frame.height)
    left = dice.random() < 0.5
    corners = ((0.0 if left else frame.width, frame.height * 1.0), (frame.width if left else 0.0, 0.0))
    paint, faint = (line(ground, unit * 0.46, strength) for strength in (0.6, 0.3))
    # As with other broad shapes: nobody sees so faint an edge, and it would cost as much as the ring.
    paint.setAntiAlias(False)
    faint.setAntiAlias(False)

    def layer(canvas: skia.Canvas, t: float) -> None:
        for k, (x, y) in enumerate(corners):
            breath = 1 + 0.035 * math.sin(t * 0.8 + k * 2)
            for i in range(4 if k == 0 else 3):
                canvas.drawCircle(x, y, unit * (1.1 + i * 0.98) * breath, paint if i % 2 == 0 else faint)

    return layer
