"""Cuts the object out of a plain background, with soft edges and its shadow; measures how sure that is."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image
from scipy import ndimage

from generation.studio.pictures.backgrounds import Background, background_of, objects_in
from generation.studio.pictures.colorspace import Floats, Mask, oklab, sized

SURE = 0.6
"""Below this certainty a picture is left as a photograph: a bad cut-out is worse than none."""

LARGEST = 1400
_GLANCE = 400
_HOPELESS = 0.05
_EDGE = 3
_PLAIN_BORDER = 0.86
_CLEAR_EDGE = 16.0
_SMALLEST, _LARGEST_SHARE = 0.015, 0.86
_MOST_TOUCHING = 0.10
_CLEAR = 16
_FAINT = (0.015, 0.08)
"""The share of the edge that hardly differs from the ground: more means that the flood ran into the object."""


@dataclass(frozen=True)
class CutOut:
    """``image`` is RGBA, trimmed to the object. ``certainty`` is 0..1."""

    image: Image.Image
    certainty: float


def cut_out(image: Image.Image) -> CutOut | None:
    """The object in ``image`` (RGB or RGBA) without its background, or None when there is nothing to cut.

    Judge it by its certainty: below SURE it must not be shown.
    """
    if image.mode == "RGBA":
        return _already_cut(image)
    # Most photographs show at a glance that there is no plain ground: that spares seconds.
    if _found(sized(image, longest=_GLANCE)) is None:
        return None
    work = sized(image, longest=LARGEST)
    found = _found(work)
    if found is None:
        return None
    background, objects, certainty = found
    around = _around(objects | background.shadow)
    matted = _matted(np.asarray(work)[around], background.part(around), objects[around])
    return CutOut(_trimmed(matted), certainty)


def _around(mask: Mask) -> tuple[slice, slice]:
    """Rows and columns of what ``mask`` holds, with room for soft edges."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    room = 8 * _EDGE
    return (
        slice(max(int(rows[0]) - room, 0), int(rows[-1]) + room),
        slice(max(int(columns[0]) - room, 0), int(columns[-1]) + room),
    )


def _found(image: Image.Image) -> tuple[Background, Mask, float] | None:
    """What stands before a plain ground. A flood that runs into the object is tried again with less reach."""
    lab = oklab(image)
    best: tuple[Background, Mask, float] | None = None
    for patience in (1.0, 0.55):
        background = background_of(lab, patience=patience)
        if background is None:
            return None
        objects = objects_in(background)
        certainty = _certainty(background, objects)
        if certainty > (best[2] if best else _HOPELESS):
            best = background, objects, certainty
        if certainty >= SURE:
            break
    return best


def _already_cut(image: Image.Image) -> CutOut | None:
    """A picture that came with transparency is its own cut-out."""
    alpha = np.asarray(image.getchannel("A"))
    if not (alpha > _CLEAR).any() or float(np.mean(alpha < _CLEAR)) < 0.01:
        return None
    return CutOut(_trimmed(sized(image, longest=LARGEST)), 1.0)


def _certainty(background: Background, objects: Mask) -> float:
    """Low when the border is not plain, the edge is faint, the object fills the picture or is cut by its border."""
    share = float(objects.mean())
    if not _SMALLEST < share < _LARGEST_SHARE:
        return 0.0
    plain = _ramp(background.plain, _PLAIN_BORDER - 0.1, _PLAIN_BORDER + 0.08)
    rim = objects & ~ndimage.binary_erosion(objects, iterations=_EDGE)
    clear = _ramp(float(np.median(background.away[rim])), background.reach, _CLEAR_EDGE)
    faint = float(np.mean(background.away[rim] < background.reach * 1.2))
    edges = np.concatenate([objects[0], objects[-1], objects[:, 0], objects[:, -1]])
    inside = 1 - _ramp(float(edges.mean()), _MOST_TOUCHING * 0.3, _MOST_TOUCHING)
    return plain * (0.35 + 0.65 * clear) * (1 - _ramp(faint, *_FAINT)) * inside


def _ramp(value: float, low: float, high: float) -> float:
    return min(max((value - low) / (high - low), 0.0), 1.0)


def _matted(pixels: npt.NDArray[np.uint8], background: Background, objects: Mask) -> Image.Image:
    """RGBA: solid inside, a measured share of the object along its edge, shade as transparent black."""
    inside = ndimage.binary_erosion(objects, iterations=_EDGE)
    band = ndimage.binary_dilation(objects, iterations=_EDGE) & ~inside
    nearest = ndimage.distance_transform_edt(~inside, return_distances=False, return_indices=True)
    seen = pixels.astype(np.float32)
    front = seen[nearest[0], nearest[1]]
    back = _back_pixels(seen, background)
    share = _share_of_front(seen, front, back)
    alpha = np.where(inside, 1.0, np.where(band, share, 0.0)).astype(np.float32)
    shade = np.where(background.shadow & ~band, _depth(seen, back), 0.0)
    alpha = ndimage.gaussian_filter(alpha, 0.5)
    colors = np.where(alpha[..., None] > 0, np.where(inside[..., None], seen, front), 0)
    whole = np.maximum(alpha, ndimage.gaussian_filter(shade, 1.5))
    dark = np.clip(alpha / np.maximum(whole, 1e-3), 0, 1)[..., None]
    rgba = np.dstack([colors * dark, whole * 255])
    return Image.fromarray(np.clip(rgba + 0.5, 0, 255).astype(np.uint8), "RGBA")


def _back_pixels(seen: Floats, background: Background) -> Floats:
    """The background's colour behind every pixel, taken from the nearest pixel of it."""
    clear = background.mask & ~background.shadow
    nearest = ndimage.distance_transform_edt(~clear, return_distances=False, return_indices=True)
    smooth = ndimage.uniform_filter(seen, size=(5, 5, 1))
    behind: Floats = smooth[nearest[0], nearest[1]]
    return behind


def _share_of_front(seen: Floats, front: Floats, back: Floats) -> Floats:
    """How far each pixel lies on the way from the background's to the object's colour."""
    way = front - back
    length = np.maximum(np.sum(way * way, axis=-1), 400.0)
    share: Floats = np.clip(np.sum((seen - back) * way, axis=-1) / length, 0, 1)
    return share


def _depth(seen: Floats, back: Floats) -> Floats:
    """How strong a shadow is: black of this opacity over the background gives what is seen."""
    depth: Floats = np.clip(1 - np.min(seen / np.maximum(back, 1.0), axis=-1), 0, 0.6)
    return depth


def _trimmed(image: Image.Image) -> Image.Image:
    """Without the empty space around the object."""
    solid = image.getchannel("A").point([255 if v > _CLEAR else 0 for v in range(256)])
    box = solid.getbbox()
    return image.crop(box) if box else image
