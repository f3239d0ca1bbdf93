"""The colours of a picture: k-means in OKLab, the telling ones first."""

import numpy as np
import numpy.typing as npt
from PIL import Image

from generation.studio.design.color import Oklch, from_oklch
from generation.studio.pictures.colorspace import Floats, oklab, sized

_CLUSTERS = 7
_ROUNDS = 12
_MOST = 4
_GREY = 4.0
_APART = 9.0
_RARE = 0.004


def colors_of(image: Image.Image) -> tuple[str, ...]:
    """Up to four colours "#rrggbb" that could stand for ``image``: frequent, lively, and unlike each other.

    Greys count only when there is nothing else; what is transparent does not count.
    """
    points = _points(image)
    if len(points) == 0:
        return ()
    centers, shares = clusters(points)
    chroma = np.hypot(centers[:, 1], centers[:, 2])
    worth = np.sqrt(shares) * (0.15 + np.clip(chroma / 12, 0, 1.2))
    chosen: list[Floats] = []
    for i in np.argsort(-worth):
        lively = chroma[i] > _GREY and shares[i] > _RARE
        if lively and all(float(np.linalg.norm(centers[i] - other)) > _APART for other in chosen):
            chosen.append(centers[i])
    chosen = chosen or [centers[int(np.argmax(shares))]]
    return tuple(_hex(center) for center in chosen[:_MOST])


def _points(image: Image.Image) -> Floats:
    small = sized(image, longest=96)
    lab = oklab(small).reshape(-1, 3)
    if small.mode != "RGBA":
        return lab
    solid: Floats = lab[np.asarray(small.getchannel("A")).ravel() > 200]
    return solid


def clusters(points: Floats, *, most: int = _CLUSTERS) -> tuple[Floats, npt.NDArray[np.float64]]:
    """(centres, shares) of at most ``most`` clusters of the points (n, 3).

    It begins with the points farthest from each other: no chance is involved.
    """
    centers = points[[int(np.argmin(np.linalg.norm(points - points.mean(axis=0), axis=1)))]]
    while len(centers) < most:
        nearest = np.min(np.linalg.norm(points[:, None] - centers[None], axis=2), axis=1)
        if nearest.max() < 1.0:
            break
        centers = np.vstack([centers, points[int(np.argmax(nearest))]])
    for _ in range(_ROUNDS):
        member = np.argmin(np.linalg.norm(points[:, None] - centers[None], axis=2), axis=1)
        centers = np.stack(
            [points[member == i].mean(axis=0) if (member == i).any() else c for i, c in enumerate(centers)]
        )
    counts = np.bincount(member, minlength=len(centers))
    return centers.astype(np.float32), counts / counts.sum()


def _hex(lab: Floats) -> str:
    lightness, a, b = (float(v) / 100 for v in lab)
    return from_oklch(Oklch(lightness, float(np.hypot(a, b)), float(np.degrees(np.arctan2(b, a))) % 360))
