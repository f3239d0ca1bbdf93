"""Single frames as files, and as small pictures."""

from pathlib import Path

import numpy as np
import skia
from PIL import Image

from generation.studio.film.frames import Pixels

JPEG_QUALITY = 90
SHORT_SIDE = 270
"""Pixels of a small picture's shorter side."""

_MIPMAPS = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)


def save(pixels: Pixels, *, out: Path) -> None:
    """Write a frame as PNG or JPEG, by the ending of ``out``."""
    kind = skia.kPNG if out.suffix.lower() == ".png" else skia.kJPEG
    _image(pixels).save(str(out), kind, JPEG_QUALITY)


def small(pixels: Pixels) -> Image.Image:
    """A frame made smaller, as RGB: scenes are quickest drawn at their full size, on whole pixels."""
    height, width, _ = pixels.shape
    scale = SHORT_SIDE / min(width, height)
    shown = _image(pixels).resize(round(width * scale), round(height * scale), _MIPMAPS)
    colours = shown.toarray(colorType=skia.kRGBA_8888_ColorType)
    return Image.fromarray(np.ascontiguousarray(colours[..., :3]))


def _image(pixels: Pixels) -> skia.Image:
    return skia.Image.fromarray(
        pixels, colorType=skia.kBGRA_8888_ColorType, alphaType=skia.kPremul_AlphaType, copy=False
    )
