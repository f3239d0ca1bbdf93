"""What matters in a photograph, and the crop that keeps it.

Two measures of saliency are combined: the spectral residual (Hou and Zhang,
"Saliency Detection: A Spectral Residual Approach", CVPR 2007) finds what is
unexpected in structure; rarity and compactness of colours (Perazzi et al.,
"Saliency Filters", CVPR 2012) find the thing that is coloured like nothing else,
does not run along the border (Zhu et al., "Saliency Optimization from Robust
Background Detection", CVPR 2014) and stands in one place. The middle counts a
little more than the corners, and faces count more than anything: skin is found
by its hue and chroma (Kovac, Peer and Solina, "Human Skin Colour Clustering for
Face Detection", EUROCON 2003, told in OKLab), and counts where it stands
together in a patch of a face's size.
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
_FACES = 0.5
_SKIN_HUE = (28.0, 68.0)
_SKIN_CHROMA = (3.5, 13.5)
_SKIN_LIGHT = (38.0, 90.0)
_FACE = (0.004, 0.14)
"""The share of the picture that a face fills: less is a speck, more is wood, bread or sand."""

_WIDEST, _NARROWEST = 16 / 9, 9 / 16
_MARGIN = 0.03
_ABOVE = 0.3


def focus_of(image: Image.Image) -> Focus:
    """What matters in ``image``."""
    map_ = saliency(image)
    rows, columns = map_.sum(axis=1), map_.sum(axis=0)
    aspect = image.width / image.height
    top, bottom, y = _span(rows, aspect / _WIDEST)
    left, right, x = _span(columns, _NARROWEST / aspect)
    return Focus(left, top, right, bottom, x, y)


def saliency(image: Image.Image) -> Floats:
    """(height, width) at a small size: how much each place draws the eye; sums to 1."""
    lab = oklab(sized(image.convert("RGB"), longest=_SIDE))
    lab = ndimage.gaussian_filter(lab, (0.8, 0.8, 0))
    color = ndimage.gaussian_filter(_evened(_unlike(lab)), 1.0)
    told = 0.25 + 0.75 * _detailed(lab[..., 0])
    both = _evened(_residual(lab[..., 0])) * 0.35 + color * told * 0.65 + _skin(lab) * _FACES
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
    behind = np.array([_behind(member == i) for i in range(len(centers))])
    worth = rare / max(rare.max(), 1e-6) * np.exp(-3.0 * spread / max(spread.max(), 1e-6)) * behind
    unlike: Floats = worth[member].astype(np.float32)
    return unlike


def _behind(mask: Mask) -> float:
    """0..1, less for what runs along the picture's border: sky, walls and tables are what things stand before."""
    border = int(mask[0].sum() + mask[-1].sum() + mask[:, 0].sum() + mask[:, -1].sum())
    connected = border / max(float(mask.sum()), 1.0) ** 0.5
    return float(np.exp(-(connected**2) / 2))


def _detailed(light: Floats) -> Floats:
    """0..1: how much there is to see round each place. A thing has parts, a sky has none."""
    edges = ndimage.gaussian_gradient_magnitude(light, 1.0)
    return _evened(ndimage.gaussian_filter(edges, 4.0))


def _skin(lab: Floats) -> Floats:
    """1 where a patch of the colour of skin, round enough for a face, stands; soft edges."""
    chroma = np.hypot(lab[..., 1], lab[..., 2])
    hue = np.degrees(np.arctan2(lab[..., 2], lab[..., 1]))
    like = _within(hue, _SKIN_HUE) & _within(chroma, _SKIN_CHROMA) & _within(lab[..., 0], _SKIN_LIGHT)
    labels, _ = ndimage.label(ndimage.binary_opening(like))
    faces = np.zeros(like.shape, dtype=np.float32)
    for number, place in enumerate(ndimage.find_objects(labels), start=1):
        patch = labels[place] == number
        tall, wide = patch.shape
        is_round = 0.7 < tall / wide < 2.2 and patch.mean() > 0.5
        if is_round and _FACE[0] < patch.sum() / like.size < _FACE[1]:
            faces[labels == number] = 1.0
    soft: Floats = ndimage.gaussian_filter(faces, 1.5)
    return soft


def _within(values: Floats, limits: tuple[float, float]) -> Mask:
    inside: Mask = (values > limits[0]) & (values < limits[1])
    return inside


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


def _span(mass: Floats, window: float) -> tuple[float, float, float]:
    """(first, last, middle) as shares: the stretch that holds most of the mass, and the middle of what matters
    most in it. ``window`` is the share that the narrowest crop shows."""
    total = np.cumsum(mass) / mass.sum()
    low = float(np.searchsorted(total, (1 - _KEPT) / 2)) / len(mass)
    high = float(np.searchsorted(total, 1 - (1 - _KEPT) / 2) + 1) / len(mass)
    return max(low - _MARGIN, 0.0), min(high + _MARGIN, 1.0), _middle_of(mass, window)


def _middle_of(mass: Floats, window: float) -> float:
    """The centre of gravity of the window that holds the most: between two things one would see neither."""
    size = min(max(round(window * len(mass)), 1), len(mass))
    sums = np.convolve(mass, np.ones(size), mode="valid")
    first = int(np.argmax(sums))
    inside = mass[first : first + size]
    gravity = first + float((np.arange(size) * inside).sum() / inside.sum()) + 0.5
    return min(max(gravity / len(mass), 0.0), 1.0)


def crop(width: int, height: int, *, focus: Focus, aspect: float) -> tuple[float, float, float, float]:
    """(left, top, right, bottom) in pixels: the largest window of ``aspect`` (width by height) in a picture of
    ``width`` x ``height`` pixels, placed so that it holds the focus, or as much of it as goes in."""
    if width > height * aspect:
        window = height * aspect
        left = _placed(window, width, focus.left * width, focus.right * width, focus.x * width)
        return left, 0.0, left + window, float(height)
    window = width / aspect
    first, last = focus.top * height, focus.bottom * height
    # What does not go in is rather left off below: legs and not heads.
    high = first + (last - first - window) * _ABOVE + window / 2
    middle = focus.y * height if last - first <= window else min(focus.y * height, high)
    top = _placed(window, height, first, last, middle)
    return 0.0, top, float(width), top + window


def _placed(window: float, whole: float, first: float, last: float, middle: float) -> float:
    """Where a window begins: round ``middle``; where all of [first, last] goes in, half way to showing all of it."""
    begin = middle - window / 2
    if last - first <= window:
        begin = (begin + min(max(begin, last - window), first)) / 2
    return min(max(begin, 0.0), whole - window)
