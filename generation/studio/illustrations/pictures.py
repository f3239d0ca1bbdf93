"""Draws the vector pictures at the size that is asked for."""

import io
import math
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache

import skia

from generation.studio.errors import StudioError
from generation.studio.illustrations.index import FOLDER

ARCHIVE = FOLDER / "pictures.zip"
UNITS = 32
"""Every picture is drawn in a square of this side."""

_AT_LEAST = 1.1
_SIDES = (512, 768, 1024)
"""What pictures are drawn at. Few sizes, so that one drawing serves all scenes of an ad: it takes a tenth to
half a second, to make it smaller a hundredth."""

_STEP = 128
_detail: ContextVar[float] = ContextVar("detail", default=1.0)

NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


class UnknownPicture(StudioError):
    """No picture of that name is in the library."""

    code = "unknown_picture"
    permanent = True


@cache
def names() -> frozenset[str]:
    """The names of all pictures in the library."""
    return frozenset(name.removesuffix(".svg") for name in _library().namelist())


@cache
def _library() -> zipfile.ZipFile:
    """All pictures. Read as a whole: a file that stays open would be read from by all workers at once."""
    return zipfile.ZipFile(io.BytesIO(ARCHIVE.read_bytes()))


# A full-size picture takes 3 MB, a drawing 5.
@lru_cache(maxsize=8)
def _picture(name: str, px: int, drawn: int) -> skia.Image:
    large = _drawn(name, drawn)
    small = _raster(px)
    # From the next larger copy of half the size: smooth when less, exact when the same.
    smooth = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
    small.getCanvas().drawImageRect(large, skia.Rect.MakeWH(px, px), smooth)
    return small.makeImageSnapshot()


def picture(name: str, px: int) -> skia.Image:
    """The picture as a square of ``px`` pixels: BGRA, premultiplied, transparent around.

    Raises UnknownPicture for a name that is not in ``names()``.
    """
    return _picture(name, px, _side(px))


def forget() -> None:
    """Let go of the pictures that were drawn; they are drawn again when they are asked for."""
    _picture.cache_clear()
    _drawn.cache_clear()


@contextmanager
def drafts() -> Iterator[None]:
    """Within this block pictures are drawn with half the detail, in a quarter of the time."""
    before = _detail.set(0.5)
    try:
        yield
    finally:
        _detail.reset(before)


def _side(px: int) -> int:
    """The size to draw at. The filters in the drawings leave hard, stepped edges: it is larger than the
    picture, by twice where that costs little."""
    wanted = max(min(2 * px, _SIDES[-1]), px * _AT_LEAST)
    side = next((one for one in _SIDES if one >= wanted), math.ceil(wanted / _STEP) * _STEP)
    return math.ceil(side * _detail.get())


@lru_cache(maxsize=6)
def _drawn(name: str, px: int) -> skia.Image:
    large = _raster(px)
    canvas = large.getCanvas()
    canvas.scale(px / UNITS, px / UNITS)
    skia.SVGDOM.MakeFromStream(skia.MemoryStream.MakeCopy(_svg(name))).render(canvas)
    return large.makeImageSnapshot().withDefaultMipmaps()


def _raster(px: int) -> skia.Surface:
    info = skia.ImageInfo.Make(px, px, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
    surface = skia.Surface.MakeRaster(info)
    surface.getCanvas().clear(0)
    return surface


def _svg(name: str) -> bytes:
    if name not in names():
        raise UnknownPicture(f"There is no picture named “{name}” in the library.")
    body = _library().read(f"{name}.svg").decode()
    # Skia knows references by their older name only, and would leave out what they refer to.
    body = body.replace("<use href=", "<use xlink:href=")
    frame = f'<svg {NAMESPACES} viewBox="0 0 {UNITS} {UNITS}" width="{UNITS}" height="{UNITS}">'
    return f"{frame}{body}</svg>".encode()
