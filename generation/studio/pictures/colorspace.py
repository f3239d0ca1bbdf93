"""Whole pictures in OKLab, where equal distances look equal.

Matrices: Björn Ottosson, "A perceptual color space for image processing" (2020).
"""

import numpy as np
import numpy.typing as npt
from PIL import Image

Floats = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

_TO_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    dtype=np.float32,
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ],
    dtype=np.float32,
)
_VALUES = np.arange(256, dtype=np.float32) / 255
_LINEAR = np.where(_VALUES <= 0.04045, _VALUES / 12.92, ((_VALUES + 0.055) / 1.055) ** 2.4).astype(np.float32)


def oklab(image: Image.Image) -> Floats:
    """(height, width, 3): lightness 0..100, and a and b on the same scale, so that 2 is just visible."""
    light = _LINEAR[np.asarray(image.convert("RGB"))]
    lab: Floats = np.cbrt(light @ _TO_LMS.T) @ _TO_LAB.T * np.float32(100)
    return lab


def distance(a: Floats, b: Floats) -> Floats:
    """How different colours look, pixel by pixel."""
    apart: Floats = np.sqrt(np.sum((a - b) ** 2, axis=-1, dtype=np.float32))
    return apart


def sized(image: Image.Image, *, longest: int) -> Image.Image:
    """``image``, its longest side at most ``longest`` pixels."""
    scale = longest / max(image.size)
    if scale >= 1:
        return image
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    if image.mode == "RGBA":
        return image.convert("RGBa").resize(size, Image.Resampling.BOX).convert("RGBA")
    return image.resize(size, Image.Resampling.BOX)
