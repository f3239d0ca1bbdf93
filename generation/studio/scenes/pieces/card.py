"""Cards that slide in and settle, with a shadow of their own."""

import math
from dataclasses import dataclass

import skia

from generation.studio.design.color import argb
from generation.studio.scenes.canvas import SMOOTH, fill, rounded, soft, sprite
from generation.studio.scenes.layout import Box

_ROOM = 70.0
_DROP = 18.0
# A shadow's size changes in steps of half a percent.
_STEPS = 200


@dataclass(frozen=True)
class Card:
    """A rounded surface drawn round the origin, ``width`` x ``height`` pixels."""

    width: float
    height: float
    radius: float
    color: str
    shadow: "Shadow"

    @property
    def box(self) -> Box:
        return Box(-self.width / 2, -self.height / 2, self.width / 2, self.height / 2)

    def draw(self, canvas: skia.Canvas, *, shape: skia.Path | None = None) -> None:
        """Draw round the canvas's origin; ``shape`` instead of the rounded rectangle when given."""
        self.shadow.draw(canvas)
        if shape is not None:
            canvas.drawPath(shape, fill(self.color))
        else:
            canvas.drawRRect(rounded(self.box, self.radius), fill(self.color))


class Shadow:
    """A soft shadow round the origin, kept at the last size it was drawn at.

    It stays upright and on whole pixels, whatever the canvas does: a soft edge looks the
    same, and a picture that is turned or resampled takes ten to a hundred times as long.
    """

    def __init__(self, blurred: skia.Image):
        # Half size is enough for something blurred, and costs a quarter.
        self._blurred = blurred
        self._sizes: dict[int, skia.Image] = {}

    def draw(self, canvas: skia.Canvas) -> None:
        """Draw where the canvas has its origin, in its scale."""
        matrix = canvas.getTotalMatrix()
        scale = math.hypot(matrix.getScaleX(), matrix.getSkewY())
        step = round(scale * _STEPS)
        if step <= 0:
            return
        image = self._at(step)
        x = matrix.getTranslateX() - image.width() / 2
        y = matrix.getTranslateY() - image.height() / 2 + _DROP * scale
        canvas.save()
        canvas.resetMatrix()
        canvas.drawImage(image, round(x), round(y))
        canvas.restore()

    def _at(self, step: int) -> skia.Image:
        if step not in self._sizes:
            width = 2 * self._blurred.width() * step / _STEPS
            height = 2 * self._blurred.height() * step / _STEPS
            whole = skia.Rect.MakeWH(width, height)
            # Something so soft may be made of squares of two pixels while it grows: in a fifth of the time.
            how = SMOOTH if step == _STEPS else skia.SamplingOptions()
            image = sprite(width, height, lambda canvas: canvas.drawImageRect(self._blurred, whole, how))
            self._sizes = {step: image}
        return self._sizes[step]


def card(
    width: float, height: float, *, color: str, shade: str, radius: float = 0.0, strength: float = 0.32
) -> Card:
    """A card. ``radius`` 0 picks one that suits the height; ``shade`` is the shadow's colour."""
    round_by = radius or min(height * 0.26, 54)
    full_w, full_h = width + 2 * _ROOM, height + 2 * _ROOM
    paint = skia.Paint(Color=argb(shade, strength), AntiAlias=True, MaskFilter=soft(11))

    def draw(canvas: skia.Canvas) -> None:
        canvas.scale(0.5, 0.5)
        inner = Box(_ROOM + 6, _ROOM + 6, full_w - _ROOM - 6, full_h - _ROOM - 6)
        canvas.drawRRect(rounded(inner, round_by), paint)

    return Card(width, height, round_by, color, Shadow(sprite(full_w / 2, full_h / 2, draw)))
