"""Pictures as skia images, ready to be drawn: BGRA, premultiplied, made once for each size."""

from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import skia

from generation.studio.pictures.focus import crop
from generation.studio.pictures.picture import Kind, Picture

_FINE = skia.SamplingOptions(skia.CubicResampler.Mitchell())
_SMALLER = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)


def is_there(picture: Picture) -> bool:
    """Whether the picture's file can be read."""
    return _opened(picture.path) is not None


# An ad has six pictures at most; each is 26 MB when it is as large as can be.
@lru_cache(maxsize=8)
def _opened(path: str) -> skia.Image | None:
    if not Path(path).is_file():
        return None
    encoded = skia.Image.open(path)
    return None if encoded is None else _drawn(encoded.width(), encoded.height(), encoded, None)


def whole(picture: Picture, *, width: float, height: float) -> skia.Image | None:
    """The whole picture, as large as it fits into ``width`` x ``height`` pixels but never enlarged to mush;
    None when its file is gone."""
    scale = min(width / picture.width, height / picture.height, picture.widest / picture.width)
    return _sized(picture, max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))


@lru_cache(maxsize=24)
def _sized(picture: Picture, width: int, height: int) -> skia.Image | None:
    source = _opened(picture.path)
    return None if source is None else _drawn(width, height, source, None)


@lru_cache(maxsize=24)
def filling(picture: Picture, *, width: int, height: int) -> skia.Image | None:
    """The picture cropped to ``width`` x ``height`` pixels round what matters in it; None when it is gone."""
    source = _opened(picture.path)
    if source is None:
        return None
    left, top, right, bottom = crop(
        source.width(), source.height(), focus=picture.focus, aspect=width / height
    )
    return _drawn(width, height, source, skia.Rect.MakeLTRB(left, top, right, bottom))


def forget() -> None:
    """Let go of all pictures; they are read again when they are asked for."""
    for kept in (_opened, _sized, filling):
        kept.cache_clear()


def bears(picture: Picture, *, width: float, height: float) -> float:
    """The share 0..1 of a frame of ``width`` x ``height`` pixels that the picture can fill without mush.

    A cut-out fills no frame, it stands in it: half as large is large enough.
    """
    if picture.kind is Kind.CUTOUT:
        return min(1.0, 2 * max(picture.widest / width, picture.tallest / height))
    cover = max(width / picture.width, height / picture.height)
    return min(1.0, picture.widest / picture.width / cover)


def _drawn(width: int, height: int, source: skia.Image, part: skia.Rect | None) -> skia.Image:
    info = skia.ImageInfo.Make(width, height, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
    surface = skia.Surface.MakeRaster(info)
    canvas = surface.getCanvas()
    canvas.clear(0)
    shown = part or skia.Rect.MakeWH(source.width(), source.height())
    enlarged = width >= shown.width()
    picture = source if enlarged else source.withDefaultMipmaps()
    sampling = _FINE if enlarged else _SMALLER
    canvas.drawImageRect(picture, shown, skia.Rect.MakeWH(width, height), sampling, skia.Paint())
    return surface.makeImageSnapshot()


def pixels_of(image: skia.Image) -> npt.NDArray[np.uint8]:
    """(height, width, 4) bytes, RGBA."""
    pixels: npt.NDArray[np.uint8] = image.toarray(colorType=skia.kRGBA_8888_ColorType)
    return pixels


def square_side(picture: Picture, px: float) -> tuple[float, float]:
    """(width, height) of the whole picture with about the presence of a square of ``px`` pixels.

    A slender or a wide thing may be longer than the square's side, or it would look lost.
    """
    aspect = picture.width / picture.height
    stretch = min(max(aspect, 1 / aspect) ** 0.35, 1.3)
    longest = px * stretch
    return (longest, longest / aspect) if aspect >= 1 else (longest * aspect, longest)
