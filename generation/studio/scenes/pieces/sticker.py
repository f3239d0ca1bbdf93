"""An illustration with its own soft shadow, ready to float.

Turning a large picture costs some milliseconds, moving and scaling it half a one. So the tilt a
picture rests at is drawn once; only while it arrives is it turned for real.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import skia

from generation.studio.illustrations import UnknownPicture, picture
from generation.studio.pictures.picture import Kind, Picture
from generation.studio.pictures.raster import filling, square_side, whole
from generation.studio.scenes.canvas import SHARP, SMOOTH, sprite
from generation.studio.scenes.pieces.fine import Fine, fine, is_upright, suits

_ROOM = 0.11
_LEAST_TURN = 0.12


@dataclass(frozen=True)
class Sticker:
    """A picture of about ``px`` x ``px`` pixels with its shadow, drawn from its middle.

    ``half`` is half the side of the square around it, which is larger than the picture to
    hold tilt and shadow. ``image`` is the part of the square that is not empty, and
    ``corner`` where that part begins, from the middle.
    """

    image: skia.Image
    px: int
    half: float
    corner: tuple[float, float]

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
        canvas.save()
        canvas.translate(x, y)
        if abs(turn) >= _LEAST_TURN:
            canvas.rotate(turn)
        canvas.scale(scale * (1 + squash), scale * (1 - squash))
        canvas.translate(*self.corner)
        self._draw(canvas)
        canvas.restore()

    def _draw(self, canvas: skia.Canvas) -> None:
        """Draw from the canvas's origin on."""
        matrix = canvas.getTotalMatrix()
        place = skia.Rect.MakeWH(self.image.width(), self.image.height())
        upright, finer = is_upright(matrix), suits(self.image, matrix)
        if upright and finer:
            self._fine.draw(canvas, place)
        elif upright:
            canvas.drawImageRect(self.image, place, SMOOTH)
        elif finer:
            self._fine.draw_turned(canvas, matrix)
        else:
            canvas.drawRect(place, self._turned)

    @cached_property
    def _fine(self) -> Fine:
        return fine(self.image)

    @cached_property
    def _turned(self) -> skia.Paint:
        return _paint_of(self.image)


def sticker(
    name: str | Picture, px: float, *, tilt: float = 0.0, shadow: int = 0xFF000000, strength: float = 0.34
) -> Sticker | None:
    """The illustration called ``name``, or the customer's own picture, as a sticker that rests at
    ``tilt`` degrees; None when there is no such picture. ``shadow`` is an ARGB colour.

    A cut-out stands for itself; a photograph becomes a print with a white border.
    """
    size = max(16, round(px))
    image = _own(name, size) if isinstance(name, Picture) else _illustration(name, size)
    if image is None:
        return None
    half = max(size, image.width(), image.height()) * (0.5 + _ROOM)
    tilted = sprite(half * 2, half * 2, lambda canvas: _tilted(canvas, image, half, tilt))
    shade = _shadow(tilted, half, shadow, strength)

    def both(canvas: skia.Canvas) -> None:
        canvas.drawImageRect(shade, skia.Rect.MakeXYWH(0, size * 0.045, half * 2, half * 2), SMOOTH)
        canvas.drawImage(tilted, 0, 0)

    return _cropped(sprite(half * 2, half * 2, both), size, half)


def sticker_within(
    name: str | Picture, px: float, *, tallest: float, tilt: float = 0.0, shadow: int = 0xFF000000
) -> Sticker | None:
    """A sticker of ``px`` pixels, smaller where it would be taller than ``tallest``: bottles are, drawings not."""
    made = sticker(name, px, tilt=tilt, shadow=shadow)
    if made is None or made.image.height() <= tallest:
        return made
    return sticker(name, px * tallest / made.image.height(), tilt=tilt, shadow=shadow)


def _cropped(image: skia.Image, px: int, half: float) -> Sticker:
    """Without the empty margins, which cost as much to draw as the picture itself."""
    seen = image.toarray(colorType=skia.kBGRA_8888_ColorType)[..., 3] > 0
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    if not len(rows):
        return Sticker(image, px, half, (-half, -half))
    # One empty pixel stays, for a smooth edge.
    left, right = max(columns[0] - 1, 0), min(columns[-1] + 2, image.width())
    top, bottom = max(rows[0] - 1, 0), min(rows[-1] + 2, image.height())
    part = image.makeSubset(skia.IRect.MakeLTRB(int(left), int(top), int(right), int(bottom)))
    return Sticker(part, px, half, (float(left) - half, float(top) - half))


def _illustration(name: str, size: int) -> skia.Image | None:
    try:
        return picture(name, size) if name else None
    except UnknownPicture:
        return None


def _own(one: Picture, size: int) -> skia.Image | None:
    if one.kind is Kind.CUTOUT:
        width, height = square_side(one, size)
        return whole(one, width=width, height=height)
    side = round(min(size * 0.9, one.widest, one.tallest))
    border = max(4, round(side * 0.045))
    inner = filling(one, width=side - 2 * border, height=round((side - 2 * border) * 1.1))
    if inner is None:
        return None

    def draw(canvas: skia.Canvas) -> None:
        canvas.clear(0xFFFDFCF9)
        canvas.drawImage(inner, border, border)

    return sprite(side, inner.height() + border * 3.4, draw)


def _tilted(canvas: skia.Canvas, image: skia.Image, half: float, tilt: float) -> None:
    canvas.translate(half, half)
    canvas.rotate(tilt)
    canvas.translate(-image.width() / 2, -image.height() / 2)
    canvas.drawRect(skia.Rect.MakeWH(image.width(), image.height()), _paint_of(image))


def _paint_of(image: skia.Image) -> skia.Paint:
    """The picture as a paint that is empty around it: what skia turns fastest."""
    nothing = skia.TileMode.kDecal
    return skia.Paint(Shader=image.makeShader(nothing, nothing, SMOOTH), AntiAlias=True)


def _shadow(image: skia.Image, half: float, color: int, strength: float) -> skia.Image:
    """Blurred at a quarter of the size: a soft edge needs no more pixels."""
    side = max(half / 2, 8.0)
    sigma = side * 0.034
    tinted = (round(255 * strength) << 24) | (color & 0xFFFFFF)
    effect = skia.ImageFilters.DropShadowOnly(0, 0, sigma, sigma, tinted)

    def draw(canvas: skia.Canvas) -> None:
        canvas.drawImageRect(image, skia.Rect.MakeWH(side, side), SHARP, skia.Paint(ImageFilter=effect))

    return sprite(side, side, draw)
