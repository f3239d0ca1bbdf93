"""The lower end of tall frames: apps write there, so no words stand there, but it need not be empty."""

import math

import skia

from generation.studio.design.color import mix
from generation.studio.formats import Format
from generation.studio.motion import expo_out, progress
from generation.studio.scenes.canvas import Layer, fill
from generation.studio.scenes.layout import caption_box
from generation.studio.scenes.stage import Stage

FLOORS = ("hills", "slope", "steps")


def floor_name(seed: int) -> str:
    """The floor of all scenes of an ad."""
    return FLOORS[(seed // 2) % len(FLOORS)]


def floor(stage: Stage) -> Layer | None:
    """Two layers of colour along the lower edge that rise and then breathe; None in formats that
    are not tall."""
    frame = stage.format
    if frame.height <= 1.5 * frame.width:
        return None
    ground = stage.ground
    back, front = mix(ground.stops[2], ground.shape_2, 0.82), ground.shape
    paints = (fill(back), fill(front))
    outline = {"hills": _hills, "slope": _slope, "steps": _steps}[floor_name(stage.storyboard.seed)]
    top = caption_box(frame).bottom + frame.height * 0.075
    side = stage.dice("floor").choice((-1, 1))

    def layer(canvas: skia.Canvas, t: float) -> None:
        for i, paint in enumerate(paints):
            p = expo_out(progress(t, start=0.05 + 0.12 * i, seconds=1.0 / stage.tempo))
            y = top + frame.height * 0.055 * i + (1 - p) * (frame.height - top)
            canvas.drawPath(outline(frame, y, t, i, side), paint)

    return layer


def _hills(frame: Format, y: float, t: float, i: int, side: int) -> skia.Path:
    """A long wave; the nearer one goes the other way."""
    width, swell = float(frame.width), frame.height * 0.034
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
    lean = frame.height * (0.045 + 0.006 * math.sin(t * 0.9 + i)) * (side if i == 0 else side * 0.55)
    points = [
        (0.0, y + lean),
        (frame.width, y - lean),
        (frame.width, frame.height + 2),
        (0.0, frame.height + 2),
    ]
    path = skia.Path()
    path.addPoly([skia.Point(*point) for point in points], True)
    return path


def _steps(frame: Format, y: float, t: float, i: int, side: int) -> skia.Path:
    """A row of arches like a skyline of loaves, sliding slowly."""
    count = 5 if i == 0 else 3
    wide = frame.width / count
    drift = side * (10 * t + 40 * i) % wide
    path = skia.Path()
    path.addRect(skia.Rect.MakeLTRB(0, y + wide * 0.32, frame.width, frame.height + 2))
    for k in range(-1, count + 1):
        left = k * wide + drift
        path.addOval(skia.Rect.MakeLTRB(left, y, left + wide, y + wide * 0.64))
    return path
