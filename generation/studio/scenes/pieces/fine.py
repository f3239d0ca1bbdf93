"""A picture kept twice as fine as it is shown: then a pixel of it can be taken where several had to be mixed.

Skia mixes four pixels for each that it draws of a picture that is scaled, and takes six times as long
as for one that it only copies; of one that is turned, thirty times. Every pixel of the fine picture is
such a mixture already, made once. What is drawn stands at most a quarter of a pixel beside its place.
"""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import skia
from PIL import Image

from generation.studio.scenes.canvas import SMOOTH

_FINER = 2
_NEAREST = skia.SamplingOptions()
_SMALLEST, _LARGEST = 0.6, 1.3
"""The scales between which pixels may be taken: below they would skip details, above they would show."""

_WORTH = 150 * 150
"""Smaller pictures, in pixels, are drawn in no time anyway."""


def suits(image: skia.Image, matrix: skia.Matrix) -> bool:
    """Whether ``image``, laid by ``matrix`` on the frame's pixels, should be kept finer to be drawn."""
    scale = math.hypot(matrix.getScaleX(), matrix.getSkewY())
    return int(image.width()) * int(image.height()) >= _WORTH and _SMALLEST <= scale <= _LARGEST


def is_upright(matrix: skia.Matrix) -> bool:
    """Whether ``matrix`` only moves and scales."""
    return max(abs(float(matrix.getSkewX())), abs(float(matrix.getSkewY()))) < 1e-6


@dataclass(frozen=True)
class Fine:
    """``pixels`` are (2 height, 2 width, 4) bytes, BGRA; ``image`` is the same memory for skia."""

    pixels: npt.NDArray[np.uint8]
    image: skia.Image

    def draw(self, canvas: skia.Canvas, place: skia.Rect) -> None:
        """Draw into ``place`` of a canvas that is not turned."""
        canvas.drawImageRect(self.image, place, _NEAREST)

    def draw_turned(self, canvas: skia.Canvas, matrix: skia.Matrix) -> None:
        """Draw where ``matrix`` lays the picture, at its simple size, on the frame's pixels."""
        height, width, _ = self.pixels.shape
        room = _seen(matrix.mapRect(skia.Rect.MakeWH(width / _FINER, height / _FINER)), canvas)
        back = skia.Matrix()
        if room.isEmpty() or not matrix.invert(back):
            return
        turned = Image.frombuffer("RGBA", (width, height), self.pixels, "raw", "RGBA", 0, 1).transform(
            (room.width(), room.height()), Image.Transform.AFFINE, _rows(back, room), Image.Resampling.NEAREST
        )
        # Held by name until it is drawn: skia reads this memory and does not keep it.
        seen = np.asarray(turned)
        canvas.save()
        canvas.resetMatrix()
        canvas.drawImage(_image(seen), room.left(), room.top())
        canvas.restore()


def fine(image: skia.Image) -> Fine:
    """``image``, finer."""
    width, height = image.width() * _FINER, image.height() * _FINER
    pixels = np.zeros((height, width, 4), dtype=np.uint8)
    info = skia.ImageInfo.Make(width, height, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
    canvas = skia.Surface.MakeRasterDirect(info, pixels, width * 4).getCanvas()
    canvas.drawImageRect(image, skia.Rect.MakeWH(width, height), SMOOTH)
    return Fine(pixels, _image(pixels))


def _image(pixels: npt.NDArray[np.uint8]) -> skia.Image:
    return skia.Image.fromarray(
        pixels, alphaType=skia.kPremul_AlphaType, colorType=skia.kBGRA_8888_ColorType, copy=False
    )


def _seen(place: skia.Rect, canvas: skia.Canvas) -> skia.IRect:
    """The pixels of the canvas that ``place`` reaches."""
    room, frame = place.roundOut(), canvas.getDeviceClipBounds()
    left, top = max(room.left(), frame.left()), max(room.top(), frame.top())
    right, bottom = min(room.right(), frame.right()), min(room.bottom(), frame.bottom())
    return skia.IRect.MakeLTRB(left, top, max(left, right), max(top, bottom))


def _rows(back: skia.Matrix, room: skia.IRect) -> tuple[float, ...]:
    """Where in the fine picture each pixel of ``room`` comes from, as Pillow wants it."""
    left, top = room.left(), room.top()
    across = (back.getScaleX(), back.getSkewX(), back.getTranslateX())
    down = (back.getSkewY(), back.getScaleY(), back.getTranslateY())
    return tuple(_FINER * value for a, b, c in (across, down) for value in (a, b, a * left + b * top + c))
