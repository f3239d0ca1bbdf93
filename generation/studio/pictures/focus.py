"""What matters in a photograph, and the crop that keeps it.

Two measures of saliency are combined: the spectral residual (Hou and Zhang,
"Saliency Detection: A Spectral Residual Approach", CVPR 2007) finds what is
unexpected in structure; rarity and compactness of colours (Perazzi et al.,
"Saliency Filters", CVPR 2012) find the thing that is coloured like nothing else
and stands in one place. The middle counts a little more than the corners.
"""

import numpy as np
from PIL import Image
from scipy import ndimage

from generation.studio.pictures.colorspace import Floats, Mask, oklab, sized
from generation.studio.pictures.palette import clusters
from generation.studio.pictures.picture import Focus

_SIDE = 96
_COLORS = 12
_KEPT = 0.9
_MARGIN = 0.03


def focus_of(image: Image.Image) -> Focus:
    """What matters in ``image``."""
    map_ = saliency(image)
    rows, columns = map_.sum(axis=1), map_.sum(axis=0)
    top, bottom, y = _span(rows)
    left, right, x = _span(columns)
    return Focus(left, top, right, bottom, x, y)


def saliency(image: Image.Image) -> Floats:
    """(height, width) at a small size: how much each place draws the eye; sums to 1."""
    lab = oklab(sized(image.convert("RGB"), longest=_SIDE))
    lab = ndimage.gaussian_filter(lab, (0.8, 0.8, 0))
    color = ndimage.gaussian_filter(_evened(_unlike(lab)), 1.0)
    both = _evened(_residual(lab[..., 0])) * 0.35 + color * 0.65
    weighed = both * _middle(both.shape)
    loud = np.clip(weighed - 0.42 * float(weighed.max()), 0, None) ** 1.6 + 1e-7
    result: Floats = loud / loud.sum()
    return result


def _unlike(lab: Floats) -> Floats:
    """How rare each pixel's colour is, and how much it keeps to one place."""
    centers, shares = clusters(lab.reshape(-1, 3), most=_COLORS)
    apart = np.linalg.norm(centers[:, None] - centers[None], axis=2)
    rare = apart @ shares
    member = np.argmin(np.linalg.norm(lab[..., None, :] - centers, axis=-1), axis=-1)
    spread = np.array([_spread(member == i) for i in range(len(centers))])
    worth = rare / max(rare.max(), 1e-6) * np.exp(-3.0 * spread / max(spread.max(), 1e-6))
    unlike: Floats = worth[member].astype(np.float32)
    return unlike


def _spread(mask: Mask) -> float:
    """How far the pixels of ``mask`` are scattered: the mean of their variances along both sides, as shares."""
    y, x = np.nonzero(mask)
    if len(y) < 3:
        return 1.0
    return float(np.var(y / mask.shape[0]) + np.var(x / mask.shape[1]))


def _residual(light: Floats) -> Floats:
    spectrum = np.fft.fft2(light)
    log = np.log(np.abs(spectrum) + 1e-6)
    residual = log - ndimage.uniform_filter(log, 3, mode="wrap")
    back = np.abs(np.fft.ifft2(np.exp(residual + 1j * np.angle(spectrum)))) ** 2
    found: Floats = ndimage.gaussian_filter(back, 3.0).astype(np.float32)
    return found


def _evened(map_: Floats) -> Floats:
    low, high = np.percentile(map_, (5, 99))
    evened: Floats = np.clip((map_ - low) / max(high - low, 1e-6), 0, 1)
    return evened


def _middle(shape: tuple[int, ...]) -> Floats:
    height, width = shape[:2]
    y, x = np.mgrid[0 : 1 : height * 1j, 0 : 1 : width * 1j]
    weight: Floats = 0.7 + 0.3 * np.exp(-(((x - 0.5) / 0.42) ** 2) - ((y - 0.46) / 0.42) ** 2)
    return weight


def _span(mass: Floats) -> tuple[float, float, float]:
    """(first, last, middle) as shares: the stretch that holds most of the mass, and its centre of gravity."""
    total = np.cumsum(mass) / mass.sum()
    places = np.arange(len(mass))
    low = float(np.searchsorted(total, (1 - _KEPT) / 2)) / len(mass)
    high = float(np.searchsorted(total, 1 - (1 - _KEPT) / 2) + 1) / len(mass)
    middle = float((places * mass).sum() / mass.sum() + 0.5) / len(mass)
    return max(low - _MARGIN, 0.0), min(high + _MARGIN, 1.0), middle


def crop(width: int, height: int, *, focus: Focus, aspect: float) -> tuple[float, float, float, float]:
    """(left, top, right, bottom) in pixels: the largest window of ``aspect`` (width by height) in a picture of
    ``width`` x ``height`` pixels, placed so that it holds the focus, or as much of it as goes in."""
    if width > height * aspect:
        window = height * aspect
        left = _placed(window, width, focus.left * width, focus.right * width, focus.x * width)
        return left, 0.0, left + window, float(height)
    window = width / aspect
    top = _placed(window, height, focus.top * height, focus.bottom * height, focus.y * height)
    return 0.0, top, float(width), top + window


def _placed(window: float, whole: float, first: float, last: float, middle: float) -> float:
    """Where a window begins: round ``middle``; where all of [first, last] goes in, half way to showing all of it."""
    begin = middle - window / 2
    if last - first <= window:
        begin = (begin + min(max(begin, last - window), first)) / 2
    return min(max(begin, 0.0), whole - window)
