"""What a scene stands on: shapes of colour at the lower end of the frame, another one in every scene of an ad.

In tall frames apps write there, so no words stand there; pictures may lean into it.
"""

import math
import random
from collections.abc import Callable
from dataclasses import dataclass

import skia

from generation.studio.design.color import mix
from generation.studio.formats import Format
from generation.studio.motion import expo_out, progress
from generation.studio.scenes.canvas import Layer, polygon
from generation.studio.scenes.layout import Box, caption_box
from generation.studio.scenes.light import cast, lit, shade_of
from generation.studio.scenes.pieces.leaning import standing
from generation.studio.scenes.stage import Stage, is_tall

FLOORS = ("table", "hills", "dome", "slope", "sun", "arches", "corner")
_SEATS = {"table": 0.35, "sun": 0.28, "dome": 0.3, "hills": 0.42, "slope": 0.46}
"""The floors that the product may stand on, and how far below the captions its middle is, as shares of its size."""

_EDGE = 4.0
"""Pixels below which the smooth edge of a floor is over, in smaller copies of the frame too."""


def floor_names(seed: int, count: int) -> tuple[str, ...]:
    """The floors of ``count`` scenes in a row: none comes back before all others had their turn."""
    order = list(FLOORS)
    random.Random(f"{seed}/floors").shuffle(order)
    return tuple(order[i % len(order)] for i in range(count))


@dataclass(frozen=True)
class Floor:
    """``paint`` draws it; from ``hides_from(t)`` pixels down, nothing that lies behind it can be seen at ``t``."""

    paint: Layer
    hides_from: Callable[[float], float]


def floor(stage: Stage, *, company: bool = False) -> Floor:
    """Two layers of colour along the lower edge that rise and then breathe, each throwing a shadow on what
    is behind it; in tall frames the product stands on some of them where it is wanted (``company``)."""
    name = floor_names(stage.storyboard.seed, stage.index + 1)[stage.index]
    ground, frame = stage.ground, stage.format
    colors = (mix(ground.stops[2], ground.shape_2, 0.82), ground.shape)
    side = stage.dice("floor").choice((-1, 1))
    top, outline = horizon(frame), _OUTLINES[name]
    fall = frame.height - top
    room = Box(0, top - fall * 0.25, frame.width, frame.height)
    paints = [lit(color, room, lift=0.07, drop=0.09, slant=0.5 * side) for color in colors]
    shade = shade_of(stage.palette.ink)
    is_seat = company and is_tall(stage) and name in _SEATS
    guest = standing(stage, start=0.45, tilt=5.0 * side, side=side, down=_SEATS[name]) if is_seat else None

    def height_of(i: int, t: float) -> float:
        p = expo_out(progress(t, start=0.05 + 0.12 * i, seconds=1.0 / stage.tempo))
        return top + fall * 0.17 * i + (1 - p) * fall * 1.6

    def hides_from(t: float) -> float:
        y = height_of(0, t)
        return min(y + _depth(name, frame, y) + _EDGE, frame.height)

    def layer(canvas: skia.Canvas, t: float) -> None:
        for i, paint in enumerate(paints):
            path = outline(frame, height_of(i, t), t, i, side)
            cast(canvas, path, shade)
            canvas.drawPath(path, paint)
        if guest is not None:
            guest(canvas, t)

    return Floor(layer, hides_from)


def horizon(frame: Format) -> float:
    """Where floors begin, in pixels from above: under the captions in tall frames, lower in others."""
    low = caption_box(frame).bottom
    return low + frame.height * 0.045 if frame.height > 1.5 * frame.width else low - frame.height * 0.015


def _depth(name: str, frame: Format, y: float) -> float:
    """How far below its height ``y`` a floor has the frame's whole width; endless for those that never have it."""
    if name == "hills":
        return abs(_swell(frame, y))
    if name == "slope":
        return abs(_steep(frame, y)) * 1.1
    if name == "arches":
        return abs(_arch(frame, y, frame.width / (7 if frame.is_wide else 5))) / 2
    return 3.0 if name == "table" else math.inf


def _swell(frame: Format, y: float) -> float:
    return min(frame.height * 0.034, (frame.height - y) * 0.22)


def _steep(frame: Format, y: float) -> float:
    return min(frame.height * 0.075, (frame.height - y) * 0.6)


def _arch(frame: Format, y: float, wide: float) -> float:
    return min(wide * 0.64, (frame.height - y) * 0.9)


def _hills(frame: Format, y: float, t: float, i: int, side: int) -> skia.Path:
    """A long wave; the nearer one goes the other way."""
    width, swell = float(frame.width), _swell(frame, y)
    phase = side * (t * 0.5 + 2.4 * i) + 3.1 * i
    path = skia.Path()
    path.moveTo(0, frame.height + 2)
    for step in range(25):
        x = width * step / 24
        path.lineTo(x, y + swell * math.sin(x / width * 4.2 + phase))
    path.lineTo(width, frame.height + 2)
    path.close()
    return path


def _slope(frame: Format, y: float, t: float, i: int, side: int) -> skia.Path:
    """A straight edge that tilts a little to and fro."""
    steep = _steep(frame, y)
    lean = steep * (1 + 0.1 * math.sin(t * 0.9 + i)) * (side if i == 0 else side * 0.55)
    low = frame.height + 2.0
    return polygon([(0.0, y + lean), (frame.width, y - lean), (frame.width, low), (0.0, low)])


def _arches(frame: Format, y: float, t: float, i: int, side: int) -> skia.Path:
    """A row of arches like a shelf of loaves, sliding slowly."""
    count = (7 if frame.is_wide else 5) if i == 0 else (4 if frame.is_wide else 3)
    wide = frame.width / count
    tall = _arch(frame, y, wide)
    drift = side * (10 * t + 40 * i) % wide
    path = skia.Path()
    path.addRect(skia.Rect.MakeLTRB(0, y + tall / 2, frame.width, frame.height + 2))
    for k in range(-1, count + 1):
        left = k * wide + drift
        path.addOval(skia.Rect.MakeLTRB(left, y, left + wide, y + tall))
    return path


def _dome(frame: Format, y: float, t: float, i: int, side: int) -> skia.Path:
    """The upper end of a disc that is wider than the frame, like a planet seen from close by."""
    reach = frame.width * (0.9 - 0.08 * i) * (1 + 0.006 * math.sin(t * 1.1 + i))
    x = frame.width * (0.5 + 0.14 * side) + side * 10 * math.sin(t * 0.5)
    path = skia.Path()
    path.addCircle(x, y + reach - frame.height * 0.03, reach)
    return path


def _table(frame: Format, y: float, t: float, i: int, side: int) -> skia.Path:
    """A level field with a narrow edge: the table that things stand on."""
    del side
    edge = frame.height * 0.012
    at = y if i == 0 else y - (frame.height - horizon(frame)) * 0.17 + edge
    path = skia.Path()
    path.addRect(skia.Rect.MakeLTRB(0, at + 3 * math.sin(t * 0.8), frame.width, frame.height + 4))
    return path


def _sun(frame: Format, y: float, t: float, i: int, side: int) -> skia.Path:
    """A disc that comes up at the lower edge, a smaller one before it; flatter where there is little room."""
    room = frame.height - horizon(frame)
    tall = frame.height > 1.5 * frame.width
    reach = (min(frame.width * 0.46, room * 1.1) if tall else frame.width * 0.42) * (1 - 0.26 * i)
    seen = reach if tall else room * (1.0 - 0.3 * i)
    x = frame.width * (0.5 - 0.2 * side)
    hidden = max(0.0, y - horizon(frame) - frame.height * 0.05) * 2
    path = skia.Path()
    path.addCircle(x, frame.height + reach - seen + hidden, reach * (1 + 0.012 * math.sin(t * 1.2 - i)))
    return path


def _corner(frame: Format, y: float, t: float, i: int, side: int) -> skia.Path:
    """Quarter discs one in the other, in a lower corner: in squarer frames the one that words begin far from."""
    tall = frame.height > 1.5 * frame.width
    reach = frame.short_side * ((0.5 if tall else 0.3) - (0.19 if tall else 0.12) * i)
    x = float(frame.width) if side > 0 or not tall else 0.0
    path = skia.Path()
    hidden = max(0.0, y - horizon(frame) - frame.height * 0.05) * 2
    path.addCircle(x, frame.height + hidden, reach * (1 + 0.02 * math.sin(t * 1.3 - i)))
    return path


_OUTLINES = {
    "hills": _hills,
    "slope": _slope,
    "arches": _arches,
    "dome": _dome,
    "table": _table,
    "corner": _corner,
    "sun": _sun,
}
