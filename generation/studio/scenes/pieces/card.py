"""Cards that slide in and settle, with a shadow of their own."""

import math
from dataclasses import dataclass

import skia

from generation.studio.design.color import argb
from generation.studio.scenes.canvas import SMOOTH, fill, rounded, soft, sprite
from generation.studio.scenes.layout import Box

_ROOM = 70.0


@dataclass(frozen=True)
class Card:
    """A rounded surface drawn round the origin, ``width`` x ``height`` pixels."""

    width: float
    height: float
    radius: float
    color: str
    shadow: skia.Image

    @property
    def box(self) -> Box:
        return Box(-self.width / 2, -self.height / 2, self.width / 2, self.height / 2)

    def draw(self, canvas: skia.Canvas, *, shape: skia.Path | None = None) -> None:
        """Draw round the canvas's origin; ``shape`` instead of the rounded rectangle when given."""
        w, h = self.width / 2 + _ROOM, self.height / 2 + _ROOM
        canvas.save()
        _stand_upright(canvas)
        canvas.drawImageRect(self.shadow, skia.Rect.MakeLTRB(-w, -h + 18, w, h + 18), SMOOTH)
        canvas.restore()
        if shape is not None:
            canvas.drawPath(shape, fill(self.color))
        else:
            canvas.drawRRect(rounded(self.box, self.radius), fill(self.color))


def _stand_upright(canvas: skia.Canvas) -> None:
    """Forget the canvas's turning, keep its place and scale.

    A soft shadow looks the same a few degrees off, and a turned sprite costs thirty milliseconds.
    """
    matrix = canvas.getTotalMatrix()
    scale = math.hypot(matrix.getScaleX(), matrix.getSkewY())
    upright = skia.Matrix.Translate(matrix.getTranslateX(), matrix.getTranslateY())
    canvas.setMatrix(upright.preScale(scale, scale))


def card(
    width: float, height: float, *, color: str, shade: str, radius: float = 0.0, strength: float = 0.32
) -> Card:
    """A card. ``radius`` 0 picks one that suits the height; ``shade`` is the shadow's colour."""
    round_by = radius or min(height * 0.26, 54)
    # Half size is enough for something blurred, and costs a quarter.
    full_w, full_h = width + 2 * _ROOM, height + 2 * _ROOM
    paint = skia.Paint(Color=argb(shade, strength), AntiAlias=True, MaskFilter=soft(11))

    def draw(canvas: skia.Canvas) -> None:
        canvas.scale(0.5, 0.5)
        inner = Box(_ROOM + 6, _ROOM + 6, full_w - _ROOM - 6, full_h - _ROOM - 6)
        canvas.drawRRect(rounded(inner, round_by), paint)

    return Card(width, height, round_by, color, sprite(full_w / 2, full_h / 2, draw))
