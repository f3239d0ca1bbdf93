"""The brand's name as it is printed on tapes and ribbons, again and again with a star between."""

import math
from dataclasses import dataclass

import skia

from generation.studio.scenes.stage import Stage
from generation.studio.typesetting import Glyphs, advance, shape
from generation.studio.typesetting.shaping import metrics_of

_LONGEST = 24
"""Longer names would be read for longer than the scene lasts: of them there are as many of their first words."""


@dataclass(frozen=True)
class Printed:
    """One print: the name, the star behind it; ``period`` pixels on it begins again, and ``drop`` pixels
    below the tape's middle is its baseline."""

    name: Glyphs
    star: skia.Path
    period: float
    drop: float

    def draw(self, canvas: skia.Canvas, paint: skia.Paint) -> None:
        """Draw at the canvas's origin, past the pen: a pattern that passes is no word that has to be read."""
        self.name.stamp(canvas, paint)
        canvas.drawPath(self.star, paint)


def printed(stage: Stage, size: float) -> Printed:
    """The name of the storyboard's brand, ``size`` pixels large."""
    name = shape(shortened_name(stage.cased(stage.storyboard.brand)), face=stage.pairing.strong, size=size)
    high = metrics_of(name.text, face=stage.pairing.strong).cap * size / 2
    gap = max(advance(" ", face=stage.pairing.strong) * size, size * 0.4)
    star = skia.Path()
    star.addPath(_star(size * 0.36), name.width + gap + size * 0.36, -high)
    return Printed(name, star, name.width + 2 * gap + size * 0.72, high)


def shortened_name(name: str) -> str:
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
