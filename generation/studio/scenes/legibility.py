"""Whether words can be read, measured on the pixels that really lie behind them, and mended where not.

The scene is painted once without its words, which leaves notes of where each
would have stood and in which colour (see ``typesetting.pen``). A word that
lies on something too much like itself gets another colour of the palette; when
none reads, a plate.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import skia
from scipy import ndimage

from generation.studio.design.color import argb
from generation.studio.design.contrast import READABLE
from generation.studio.formats import Format
from generation.studio.storyboard import Palette
from generation.studio.typesetting.pen import Mark, Mend, Pen, holding, pen

Paint = Callable[[skia.Canvas, float], None]
Luminances = npt.NDArray[np.float64]

_SCALE = 0.25
# Pixels of a word's box that may be worse than the limit: edges of shapes and specks of dust.
_SPECKS = 6
_ALMOST_OPAQUE = 0.85
_PLATE = 0.94
# What is mended stands on something uneven, mostly a picture, that moves on and is compressed: it needs some to spare.
_MENDED = READABLE * 1.15
# A stroke changes a pixel by at least so much of 255, and strokes fill at least this share of a word's box.
_SEEN = 24
_LEAST_INK = 0.04


@dataclass(frozen=True)
class Reading:
    """One word, where it stands (pixels of the full frame) and its contrast with what is behind it."""

    mark: Mark
    contrast: float


def readings(paint: Paint, *, frame: Format, at: float) -> tuple[Reading, ...]:
    """Every word that is fully there ``at`` seconds into the scene, and how well it can be read."""
    marks, view = looked_at(paint, frame=frame, at=at)
    return tuple(
        Reading(_full_size(mark), contrast_on(mark.color, pixels))
        for mark in marks
        if len(pixels := view.behind(mark))
    )


def mends_for(paint: Paint, *, frame: Format, at: float, palette: Palette) -> dict[str, Mend]:
    """What has to be written differently for everything to be readable ``at`` that moment; usually nothing."""
    marks, view = looked_at(paint, frame=frame, at=at)
    groups: dict[tuple[str, int], list[tuple[Mark, Luminances]]] = defaultdict(list)
    for mark in marks:
        # Words of one size and colour belong together: they change together, or a line would be piebald.
        groups[mark.key.rpartition("/")[2], mark.color & 0xFFFFFF].append((mark, view.behind(mark)))
    mends: dict[str, Mend] = {}
    for words in groups.values():
        grounds = [pixels for _, pixels in words if len(pixels)]
        if any(contrast_on(words[0][0].color, pixels) < READABLE for pixels in grounds):
            mend = _mend(grounds, palette)
            mends |= {f"{mark.key}/{mark.color & 0xFFFFFF:06x}": mend for mark, _ in words}
    return mends


def contrast_on(color: int, behind: Luminances) -> float:
    """The WCAG contrast of ``color`` (0xAARRGGBB) with all but the worst few per cent of what lies behind it."""
    own = float(_luminance(np.array([[(color >> 16) & 255, (color >> 8) & 255, color & 255]]))[0])
    high, low = np.maximum(behind, own), np.minimum(behind, own)
    return float(np.percentile((high + 0.05) / (low + 0.05), _SPECKS))


def _mend(grounds: list[Luminances], palette: Palette) -> Mend:
    choices = [argb(color) for color in (palette.paper, palette.ink, "#ffffff", "#000000")]
    reads = (c for c in choices if all(contrast_on(c, pixels) >= _MENDED for pixels in grounds))
    best = next(reads, None)
    if best is not None:
        return Mend(color=best)
    return Mend(color=argb("#ffffff"), plate=argb("#000000", _PLATE))


@dataclass(frozen=True)
class View:
    """A quarter of the frame without its words, as luminances; where the words change it; and ``full``, the
    same with its words, as bytes (height, width, 3) in RGB."""

    bare: Luminances
    inked: npt.NDArray[np.bool_]
    full: npt.NDArray[np.uint8]

    def behind(self, mark: Mark) -> Luminances:
        """What lies under the strokes of a word: under all of its box where no stroke can be seen.

        Nothing when the word stands outside the frame.
        """
        height, width = self.bare.shape
        rows = slice(max(int(mark.top), 0), min(int(mark.bottom + 1), height))
        columns = slice(max(int(mark.left), 0), min(int(mark.right + 1), width))
        pixels, strokes = self.bare[rows, columns], self.inked[rows, columns]
        return pixels[strokes] if strokes.mean() > _LEAST_INK else pixels.ravel()

    def near_strokes(self, place: tuple[slice, slice]) -> npt.NDArray[np.bool_]:
        """Where strokes are, or so near that they colour the pixel a little."""
        near: npt.NDArray[np.bool_] = ndimage.binary_dilation(self.inked)[place]
        return near

    @staticmethod
    def luminance_of(rgb: npt.NDArray[np.uint8]) -> Luminances:
        """Relative luminance (WCAG 2.2) of bytes (height, width, 3) in sRGB."""
        return _luminance(rgb)


def looked_at(paint: Paint, *, frame: Format, at: float) -> tuple[list[Mark], View]:
    """The notes of all words that are there, in pixels of the small picture, and that picture."""
    mute = Pen(writes=False, mends=pen().mends, marks=[])
    with holding(mute):
        bare = _painted(paint, frame=frame, at=at)
    full = _painted(paint, frame=frame, at=at)
    inked = np.abs(full.astype(np.int16) - bare).max(axis=2) > _SEEN
    there = [mark for mark in mute.marks or [] if mark.color >> 24 >= 255 * _ALMOST_OPAQUE]
    inside = [
        m for m in there if m.right > 0 and m.bottom > 0 and m.left < bare.shape[1] and m.top < bare.shape[0]
    ]
    return inside, View(_luminance(bare[..., 2::-1]), inked, full[..., 2::-1])


def _painted(paint: Paint, *, frame: Format, at: float) -> npt.NDArray[np.uint8]:
    """A small picture of the frame: (height, width, 4) bytes, BGRA."""
    width, height = round(frame.width * _SCALE), round(frame.height * _SCALE)
    pixels = np.zeros((height, width, 4), np.uint8)
    info = skia.ImageInfo.Make(width, height, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
    canvas = skia.Surface.MakeRasterDirect(info, pixels, width * 4).getCanvas()
    canvas.scale(_SCALE, _SCALE)
    paint(canvas, at)
    return pixels


def _luminance(rgb: npt.NDArray[np.integer]) -> Luminances:
    """Relative luminance (WCAG 2.2) of sRGB bytes in the last axis."""
    value = rgb.astype(np.float64) / 255
    linear = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    weighted: Luminances = linear @ np.array((0.2126, 0.7152, 0.0722))
    return weighted


def _full_size(mark: Mark) -> Mark:
    return Mark(
        mark.text,
        mark.key,
        mark.color,
        mark.left / _SCALE,
        mark.top / _SCALE,
        mark.right / _SCALE,
        mark.bottom / _SCALE,
    )
