"""The brand's own logo: on a plate of its own, because nobody knows on which ground it can be seen."""

import math

import numpy as np
import skia

from generation.studio.motion import back_out, expo_out, progress
from generation.studio.pictures.picture import Picture
from generation.studio.pictures.raster import is_there, pixels_of, whole
from generation.studio.scenes.canvas import SMOOTH, Layer, placed, stroke
from generation.studio.scenes.pieces.card import card
from generation.studio.scenes.stage import Stage

_WIDEST = 1.7
# In a wide frame the words stand beside the plate and not below it.
_BESIDE_WORDS = 1.02
_LIGHT = 175
_WHITE = "#ffffff"


def logo(stage: Stage, x: float, y: float, radius: float, *, start: float) -> Layer | None:
    """The logo on a plate with its middle at (x, y), about ``radius`` pixels from it to the plate's edges;
    None when the ad has none."""
    own = stage.storyboard.logo
    if own is None or not is_there(own):
        return None
    wide, tall = _plate(own, radius, widest=_BESIDE_WORDS if stage.format.is_wide else _WIDEST)
    image = whole(own, width=wide - radius * 0.44, height=tall - radius * 0.44)
    if image is None:
        return None
    back = stage.palette.ink if _is_light(image) else _WHITE
    plate = card(wide, tall, color=back, shade=stage.palette.ink, radius=radius * 0.42)
    halo = stroke(stage.ground.text, radius * 0.02, 0.45)
    half_w, half_h = image.width() / 2, image.height() / 2

    def layer(canvas: skia.Canvas, t: float) -> None:
        pop = back_out(progress(t, start=start, seconds=0.8 / stage.tempo), stage.overshoot * 0.7)
        if pop <= 0.01:
            return
        with placed(canvas, x, y + 3 * math.sin(t * 1.3), scale=pop * (1 + 0.006 * min(t, 6))):
            grow = radius * (0.12 + 0.03 * math.sin(t * 2))
            edge = skia.Rect.MakeLTRB(-wide / 2 - grow, -tall / 2 - grow, wide / 2 + grow, tall / 2 + grow)
            canvas.drawRRect(skia.RRect.MakeRectXY(edge, radius * 0.5, radius * 0.5), halo)
            plate.draw(canvas)
            rise = expo_out(progress(t, start=start + 0.2, seconds=0.7))
            place = skia.Rect.MakeLTRB(-half_w, -half_h, half_w, half_h)
            place.offset(0, radius * 0.25 * (1 - rise))
            canvas.drawImageRect(image, place, SMOOTH, skia.Paint(Alphaf=rise))

    return layer


def _plate(own: Picture, radius: float, *, widest: float) -> tuple[float, float]:
    """Width and height: a square for a compact logo, wider for a word mark, about as much area either way."""
    aspect = min(max(own.width / own.height, 0.75), 3.2)
    wide = min(radius * 1.84 * aspect**0.5, radius * 2 * widest)
    return wide, max(wide / aspect, radius * 0.9)


def _is_light(image: skia.Image) -> bool:
    """Whether the logo could not be seen on white."""
    pixels = pixels_of(image)
    solid = pixels[pixels[..., 3] > 128][:, :3].astype(np.float32)
    return len(solid) > 0 and float(np.percentile(solid @ (0.2126, 0.7152, 0.0722), 20)) > _LIGHT
