"""Draws the vector pictures at the size that is asked for."""

import zipfile
from functools import cache, lru_cache

import skia

from generation.studio.errors import StudioError
from generation.studio.illustrations.index import FOLDER

ARCHIVE = FOLDER / "pictures.zip"
UNITS = 32
"""Every picture is drawn in a square of this side."""

NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


class UnknownPicture(StudioError):
    """No picture of that name is in the library."""

    code = "unknown_picture"
    permanent = True


@cache
def names() -> frozenset[str]:
    """The names of all pictures in the library."""
    with zipfile.ZipFile(ARCHIVE) as archive:
        return frozenset(name.removesuffix(".svg") for name in archive.namelist())


# A full-size picture takes 3 MB and up to a second to draw: an ad has a dozen at most.
@lru_cache(maxsize=32)
def picture(name: str, px: int) -> skia.Image:
    """The picture as a square of ``px`` pixels: BGRA, premultiplied, transparent around.

    Raises UnknownPicture for a name that is not in ``names()``.
    """
    # The filters in the drawings leave hard, stepped edges: draw at double size and halve.
    large = _raster(px * 2)
    canvas = large.getCanvas()
    canvas.scale(px * 2 / UNITS, px * 2 / UNITS)
    skia.SVGDOM.MakeFromStream(skia.MemoryStream.MakeCopy(_svg(name))).render(canvas)
    small = _raster(px)
    smooth = skia.SamplingOptions(skia.FilterMode.kLinear)
    small.getCanvas().drawImageRect(large.makeImageSnapshot(), skia.Rect.MakeWH(px, px), smooth)
    return small.makeImageSnapshot()


def _raster(px: int) -> skia.Surface:
    info = skia.ImageInfo.Make(px, px, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
    surface = skia.Surface.MakeRaster(info)
    surface.getCanvas().clear(0)
    return surface


def _svg(name: str) -> bytes:
    if name not in names():
        raise UnknownPicture(f"There is no picture named “{name}” in the library.")
    with zipfile.ZipFile(ARCHIVE) as archive:
        body = archive.read(f"{name}.svg").decode()
    # Skia knows references by their older name only, and would leave out what they refer to.
    body = body.replace("<use href=", "<use xlink:href=")
    frame = f'<svg {NAMESPACES} viewBox="0 0 {UNITS} {UNITS}" width="{UNITS}" height="{UNITS}">'
    return f"{frame}{body}</svg>".encode()
