"""The shapes that transitions are cut from. Pixels."""

from collections.abc import Sequence

import skia


def polygon(points: Sequence[tuple[float, float]]) -> skia.Path:
    """A closed shape through the points."""
    path = skia.Path()
    path.addPoly([skia.Point(x, y) for x, y in points], True)
    return path


def box(left: float, top: float, right: float, bottom: float, *, radius: float = 0.0) -> skia.Path:
    """A rectangle, with round corners if wanted."""
    path = skia.Path()
    path.addRRect(skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(left, top, right, bottom), radius, radius))
    return path


def circle(x: float, y: float, radius: float) -> skia.Path:
    path = skia.Path()
    path.addCircle(x, y, max(radius, 0.01))
    return path


def turned_square(x: float, y: float, side: float, *, degrees: float) -> skia.Path:
    """A square with round corners, turned about its centre."""
    half = side / 2
    path = box(x - half, y - half, x + half, y + half, radius=side * 0.12)
    path.transform(skia.Matrix().setRotate(degrees, x, y))
    return path


def mirrored(path: skia.Path, *, width: float) -> skia.Path:
    """The path as a mirror shows it, within a frame of that width."""
    turned = skia.Path(path)
    turned.transform(skia.Matrix.MakeAll(-1, 0, width, 0, 1, 0, 0, 0, 1))
    return turned
