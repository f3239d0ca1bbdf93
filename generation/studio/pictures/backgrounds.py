"""Is there a plain background behind the object, and where does it end?

The background's colour is modelled as a gentle gradient fitted to the border
(least squares, outliers dropped round by round), and flooded from the border
inwards: what has its colour but is enclosed by the object belongs to the object.
"""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from generation.studio.pictures.colorspace import Floats, Mask, distance

_BAND = 0.025
_ROUNDS = 4
_OUTLIER = 9.0
_LEAST_REACH, _MOST_REACH = 3.5, 9.0
_SHADOW_CHROMA = 3.0
_SHADOW_DEPTH = 34.0
_SHADOW_EDGE = 2.6
_SPECK = 0.002


@dataclass(frozen=True)
class Background:
    """``colors`` (height, width, 3) OKLab of the background everywhere; ``away`` how far each pixel is from it;
    ``mask`` what belongs to it; ``shadow`` what of the mask is the background in shade;
    ``plain`` (0..1) how much of the border it fills; ``reach`` the distance still counted as background."""

    colors: Floats
    away: Floats
    mask: Mask
    shadow: Mask
    plain: float
    reach: float

    def part(self, where: tuple[slice, slice]) -> "Background":
        """The same for a part of the picture."""
        return replace(
            self,
            colors=self.colors[where],
            away=self.away[where],
            mask=self.mask[where],
            shadow=self.shadow[where],
        )


def background_of(lab: Floats, *, patience: float = 1.0) -> Background | None:
    """The plain background of a picture in OKLab, or None when its border is anything but plain.

    Less ``patience`` takes smaller differences for the object's."""
    border = _border(lab.shape[:2])
    fitted = _fit(lab, border)
    if fitted is None:
        return None
    colors, noise = fitted
    away = distance(lab, colors)
    reach = float(np.clip(4 * noise + 2.0, _LEAST_REACH, _MOST_REACH)) * patience
    plain = float(np.mean(away[border] < reach))
    near = _flood(away < reach, border)
    shadow = _shade(lab, colors, near)
    return Background(colors, away, near | shadow, shadow, plain, reach)


def _border(shape: tuple[int, ...]) -> Mask:
    height, width = shape[:2]
    band = max(2, round(min(height, width) * _BAND))
    border = np.ones((height, width), dtype=np.bool_)
    border[band:-band, band:-band] = False
    return border


def _fit(lab: Floats, border: Mask) -> tuple[Floats, float] | None:
    """(colours everywhere, noise): a surface of second order through the border's colours."""
    height, width = border.shape
    terms = _terms(height, width)
    design, seen = terms[border], lab[border]
    step = max(1, len(seen) // 8000)
    design, seen = design[::step], seen[::step]
    kept = distance(seen, np.median(seen, axis=0)) < _OUTLIER * 1.8
    for _ in range(_ROUNDS):
        if kept.mean() < 0.5:
            return None
        solution = np.linalg.lstsq(design[kept], seen[kept], rcond=None)[0]
        apart = distance(seen, (design @ solution).astype(np.float32))
        noise = float(np.sqrt(np.mean(apart[kept] ** 2)))
        kept = apart < min(_OUTLIER, 3 * noise + 1.0)
    colors: Floats = (terms.reshape(-1, terms.shape[-1]) @ solution).astype(np.float32).reshape(lab.shape)
    return colors, noise


def _terms(height: int, width: int) -> npt.NDArray[np.float64]:
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    return np.stack([np.ones_like(x), x, y, x * y, x * x, y * y], axis=-1)


def _flood(candidates: Mask, seeds: Mask) -> Mask:
    """The candidates that are connected with a seed."""
    labels, count = ndimage.label(candidates)
    touching = np.zeros(count + 1, dtype=np.bool_)
    touching[labels[seeds & candidates]] = True
    touching[0] = False
    flooded: Mask = touching[labels]
    return flooded


def _shade(lab: Floats, colors: Floats, near: Mask) -> Mask:
    """Where the background goes on, darker but of the same hue and without an edge: the object's shadow."""
    darker = colors[..., 0] - lab[..., 0]
    same_hue = np.hypot(lab[..., 1] - colors[..., 1], lab[..., 2] - colors[..., 2]) < _SHADOW_CHROMA
    smooth = ndimage.gaussian_gradient_magnitude(lab[..., 0], 1.2) < _SHADOW_EDGE
    candidates = same_hue & smooth & (darker > -1.0) & (darker < _SHADOW_DEPTH)
    flooded = _flood(candidates | near, near) & ~near
    # A few pixels between flood and edge stay behind; closing the gap keeps no grey rim.
    grown: Mask = ndimage.binary_dilation(flooded, iterations=2) & same_hue & ~near
    return flooded | grown


def objects_in(background: Background) -> Mask:
    """What stands before the background, without specks, holes as they are."""
    # What runs out of the picture is not thinner there: beyond the border counts as the object's.
    solid = (
        ndimage.binary_dilation(ndimage.binary_erosion(~background.mask, border_value=1)) & ~background.mask
    )
    labels, count = ndimage.label(solid)
    if count == 0:
        return np.zeros_like(background.mask)
    sizes = np.bincount(labels.ravel())
    sizes[0] = 0
    kept = sizes >= max(sizes.max() * 0.02, background.mask.size * _SPECK)
    kept[0] = False
    objects: Mask = kept[labels]
    return objects
