"""One instant of a transition, as shapes: what covers the old scene and where the new one shows through."""

from collections.abc import Callable
from dataclasses import dataclass

import skia

Paint = Callable[[skia.Canvas], None]


@dataclass(frozen=True)
class Band:
    """A flat area in a colour (0xAARRGGBB)."""

    shape: skia.Path
    colour: int


@dataclass(frozen=True)
class Moment:
    """``window`` is where the new scene shows (None: nowhere yet).

    ``bands`` lie between the scenes, ``covers`` above both. ``old_shift`` and
    ``new_shift`` move a whole scene, in pixels.
    """

    window: skia.Path | None = None
    bands: tuple[Band, ...] = ()
    covers: tuple[Band, ...] = ()
    old_shift: tuple[float, float] = (0.0, 0.0)
    new_shift: tuple[float, float] = (0.0, 0.0)
    hides_old: bool = False

    def paint(self, canvas: skia.Canvas, *, old: Paint, new: Paint) -> None:
        """Paint both scenes and what is between them. A scene that cannot be seen is not painted."""
        if not self.hides_old:
            _shifted(canvas, old, self.old_shift)
        _fill(canvas, self.bands)
        if self.window is not None:
            canvas.save()
            canvas.clipPath(self.window, True)
            _shifted(canvas, new, self.new_shift)
            canvas.restore()
        _fill(canvas, self.covers)


def _shifted(canvas: skia.Canvas, paint: Paint, shift: tuple[float, float]) -> None:
    canvas.save()
    # Whole pixels: pictures that stand between two of them take ten times as long to draw.
    canvas.translate(round(shift[0]), round(shift[1]))
    paint(canvas)
    canvas.restore()


def _fill(canvas: skia.Canvas, bands: tuple[Band, ...]) -> None:
    for band in bands:
        canvas.drawPath(band.shape, skia.Paint(Color=band.colour, AntiAlias=True))
