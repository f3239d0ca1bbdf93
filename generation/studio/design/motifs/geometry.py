"""What motifs share: their type, their paint and their shapes."""

import math
import random
from collections.abc import Callable

import skia

from generation.studio.design.color import argb
from generation.studio.design.grounds import MOTIF_OPACITY, Ground
from generation.studio.formats import Format

Painted = Callable[[skia.Canvas, float], None]
Motif = Callable[[Format, Ground, tuple[float, float], random.Random], Painted]


def tint(ground: Ground, strength: float = 1.0) -> skia.Paint:
    """The motif's colour, never stronger than text on the ground was checked against."""
    return skia.Paint(Color=argb(ground.motif, MOTIF_OPACITY * min(strength, 1.0)), AntiAlias=True)


def line(ground: Ground, width: float, strength: float = 1.0) -> skia.Paint:
    """The motif's colour as a stroke ``width`` pixels wide."""
    paint = tint(ground, strength)
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeWidth(width)
    return paint


def blob(radius: float, *, dice: random.Random, corners: int = 7, wobble: float = 0.2) -> skia.Path:
    """A closed organic shape round the origin: a Catmull-Rom spline through points near a circle."""
    points = []
    for i in range(corners):
        angle = 2 * math.pi * i / corners
        reach = radius * (1 + wobble * (dice.random() * 2 - 1))
        points.append((reach * math.cos(angle), reach * math.sin(angle)))
    path = skia.Path()
    path.moveTo(*points[0])
    for i in range(corners):
        before, here = points[i - 1], points[i]
        there, after = points[(i + 1) % corners], points[(i + 2) % corners]
        path.cubicTo(
            here[0] + (there[0] - before[0]) / 6,
            here[1] + (there[1] - before[1]) / 6,
            there[0] - (after[0] - here[0]) / 6,
            there[1] - (after[1] - here[1]) / 6,
            *there,
        )
    path.close()
    return path
