"""An illustration with its own soft shadow, ready to float.

Turning a large picture costs skia tens of milliseconds, moving and scaling it one or two.
So the tilt a picture rests at is drawn once; only while it arrives is it turned for real.
"""

from dataclasses import dataclass

import skia

from generation.studio.illustrations import UnknownPicture, picture
from generation.studio.scenes.canvas import SHARP, SMOOTH, faded, sprite

_ROOM = 0.11
_LEAST_TURN = 0.12


@dataclass(frozen=True)
class Sticker:
    """A picture of about ``px`` x ``px`` pixels with its shadow, drawn from its middle.

    ``half`` is half the side of the sprite, which is larger than the picture to hold tilt and shadow.
    """

    image: skia.Image
    px: int
    half: float

    def draw(
        self,
        canvas: skia.Canvas,
        x: float,
        y: float,
        *,
        scale: float = 1.0,
        turn: float = 0.0,
        squash: float = 0.0,
    ) -> None:
        """Draw with the middle at (x, y).

        ``turn`` (degrees, on top of the resting tilt) should go to 0; ``squash``
        makes it wider and lower by that share.
        """
        if scale <= 0.01:
            return
        wide, tall = self.half * scale * (1 + squash), self.half * scale * (1 - squash)
        place = skia.Rect.MakeLTRB(x - wide, y - tall, x + wide, y + tall)
        if abs(turn) < _LEAST_TURN:
            canvas.drawImageRect(self.image, place, SMOOTH)
            return
        canvas.save()
        canvas.rotate(turn, x, y)
        canvas.drawImageRect(self.image, place, SMOOTH)
        canvas.restore()


def sticker(
    name: str, px: float, *, tilt: float = 0.0, shadow: int = 0xFF000000, strength: float = 0.34
) -> Sticker | None:
    """The picture called ``name`` as a sticker that rests at ``tilt`` degrees, or None when there is
    no such picture. ``shadow`` is an ARGB colour."""
    size = max(16, round(px))
    if not name:
        return None
    try:
        image = picture(name, size)
    except UnknownPicture:
        return None
    half = size * (0.5 + _ROOM)
    tilted = sprite(half * 2, half * 2, lambda canvas: _tilted(canvas, image, half, tilt))
    shade = _shadow(tilted, half, shadow, strength)

    def both(canvas: skia.Canvas) -> None:
        canvas.drawImageRect(shade, skia.Rect.MakeXYWH(0, size * 0.045, half * 2, half * 2), SMOOTH)
        canvas.drawImage(tilted, 0, 0)

    return Sticker(sprite(half * 2, half * 2, both), size, half)


def _tilted(canvas: skia.Canvas, image: skia.Image, half: float, tilt: float) -> None:
    canvas.translate(half, half)
    canvas.rotate(tilt)
    canvas.drawImage(image, -image.width() / 2, -image.height() / 2, SMOOTH, faded(1.0))


def _shadow(image: skia.Image, half: float, color: int, strength: float) -> skia.Image:
    """Blurred at a quarter of the size: a soft edge needs no more pixels."""
    side = max(half / 2, 8.0)
    sigma = side * 0.034
    tinted = (round(255 * strength) << 24) | (color & 0xFFFFFF)
    effect = skia.ImageFilters.DropShadowOnly(0, 0, sigma, sigma, tinted)

    def draw(canvas: skia.Canvas) -> None:
        canvas.drawImageRect(image, skia.Rect.MakeWH(side, side), SHARP, skia.Paint(ImageFilter=effect))

    return sprite(side, side, draw)
