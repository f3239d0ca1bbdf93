"""How much of a picture's size is real: an enlarged or unsharp picture has fewer details than pixels."""

import numpy as np
from PIL import Image
from scipy import ndimage

from generation.studio.pictures.colorspace import Floats, sized

_SHARES = (0.2, 0.3, 0.42, 0.55, 0.7, 0.85)
_LOSS = 0.14
_LEAST_EDGE = 2.0


def detail_of(image: Image.Image) -> float:
    """The share 0.2..1 of its size to which ``image`` can be reduced and enlarged again without a loss.

    Measured where it is sharpest: a blurred background says nothing about the subject.
    """
    light = _sharpest(image)
    edges = np.abs(light - ndimage.gaussian_filter(light, 2.5))
    strong = edges >= max(float(np.percentile(edges, 92)), _LEAST_EDGE)
    if strong.sum() < 50:
        return 1.0
    for share in _SHARES:
        lost = np.abs(light - _there_and_back(light, share))
        if float(lost[strong].mean() / edges[strong].mean()) < _LOSS:
            return share
    return 1.0


def _sharpest(image: Image.Image) -> Floats:
    """The lightness of the 640 pixel square, in full size, with the strongest edges."""
    grey = image.convert("L")
    side = min(640, *grey.size)
    small = np.asarray(sized(grey, longest=256), dtype=np.float32)
    edges = ndimage.gaussian_gradient_magnitude(small, 1.0)
    scale = grey.width / small.shape[1]
    y, x = np.unravel_index(
        np.argmax(ndimage.uniform_filter(edges, max(3, round(side / scale)))), edges.shape
    )
    left = int(min(max(x * scale - side / 2, 0), grey.width - side))
    top = int(min(max(y * scale - side / 2, 0), grey.height - side))
    return np.asarray(grey.crop((left, top, left + side, top + side)), dtype=np.float32)


def _there_and_back(light: Floats, share: float) -> Floats:
    full = Image.fromarray(light, "F")
    size = (max(2, round(full.width * share)), max(2, round(full.height * share)))
    less = full.resize(size, Image.Resampling.LANCZOS).resize(full.size, Image.Resampling.BICUBIC)
    return np.asarray(less, dtype=np.float32)
