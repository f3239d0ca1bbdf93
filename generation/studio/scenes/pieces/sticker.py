"""An illustration with its own soft shadow, ready to float."""

from dataclasses import dataclass

import skia

from generation.studio.illustrations import UnknownPicture, picture
from generation.studio.scenes.canvas import SHARP, faded, placed, sprite

_SHADOW_ROOM = 0.14


@dataclass(frozen=True)
class Sticker:
    """A picture of ``px`` x ``px`` pixels and the shadow it throws, both drawn from their middle."""

    image: skia.Image
    shadow: skia.Image
    px: int

    def draw(
        self,
        canvas: skia.Canvas,
        x: float,
        y: float,
        *,
        scale: float = 1.0,
        turn: float = 0.0,
        lift: float = 1.0,
        alpha: float = 1.0,
    ) -> None:
        """Draw with the middle at (x, y). ``lift`` moves the shadow away, as if the thing rose."""
        if scale <= 0.01:
            return
        with placed(canvas, x, y, scale=scale, turn=turn):
            room = self.px * _SHADOW_ROOM
            half = self.px / 2
            drop = self.px * 0.045 * lift
            canvas.drawImageRect(
                self.shadow,
                skia.Rect.MakeLTRB(-half - room, -half - room + drop, half + room, half + room + drop),
                SHARP,
                faded(alpha),
            )
            canvas.drawImageRect(
                self.image, skia.Rect.MakeLTRB(-half, -half, half, half), SHARP, faded(alpha)
            )


def sticker(name: str, px: float, *, shadow: int = 0xFF000000, strength: float = 0.34) -> Sticker | None:
    """The picture called ``name`` as a sticker, or None when there is no such picture.

    ``shadow`` is an ARGB colour.
    """
    size = max(16, round(px))
    if not name:
        return None
    try:
        image = picture(name, size)
    except UnknownPicture:
        return None
    return Sticker(image, _shadow(image, size, shadow, strength), size)


def _shadow(image: skia.Image, px: int, color: int, strength: float) -> skia.Image:
    """Blurred at a quarter of the size: a soft edge needs no more pixels."""
    small = max(8, px // 4)
    room = small * _SHADOW_ROOM
    full = small + 2 * room
    sigma = small * 0.05
    tinted = (round(255 * strength) << 24) | (color & 0xFFFFFF)
    effect = skia.ImageFilters.DropShadowOnly(0, 0, sigma, sigma, tinted)

    def draw(canvas: skia.Canvas) -> None:
        paint = skia.Paint(ImageFilter=effect)
        canvas.drawImageRect(image, skia.Rect.MakeXYWH(room, room, small, small), SHARP, paint)

    return sprite(full, full, draw)
