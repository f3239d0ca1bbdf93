"""One instant of a transition, as shapes: what covers the old scene and where the new one shows through."""

from collections.abc import Callable
from dataclasses import dataclass

import skia

EDGE = 2
"""Pixels along the edge of a shape that may let through what is below."""

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
            canvas.save()
            hidden = self._hidden(canvas)
            if hidden is not None:
                canvas.clipRegion(hidden, skia.ClipOp.kDifference)
            _shifted(canvas, old, self.old_shift)
            canvas.restore()
        _fill(canvas, self.bands)
        if self.window is not None:
            canvas.save()
            canvas.clipPath(self.window, True)
            _shifted(canvas, new, self.new_shift)
            canvas.restore()
        _fill(canvas, self.covers)

    def _hidden(self, canvas: skia.Canvas) -> skia.Region | None:
        """Where nothing of the old scene can be seen: two scenes at once cost twice as much to draw.

        None where that is nowhere, or where the canvas is turned or scaled: a region counts in its pixels.
        """
        if not canvas.getTotalMatrix().isIdentity():
            return None
        shapes = [band.shape for band in (*self.bands, *self.covers)]
        shapes += [] if self.window is None else [self.window]
        frame = canvas.getDeviceClipBounds()
        room = skia.Region(skia.IRect.MakeLTRB(-EDGE, -EDGE, frame.right() + EDGE, frame.bottom() + EDGE))
        hidden = skia.Region()
        for shape in shapes:
            # A shape of several parts has seams within, through which the old scene shines a little.
            if shape.isConvex():
                hidden.op(_core(shape, room), skia.Region.kUnion_Op)
        return None if hidden.isEmpty() else hidden


def _core(shape: skia.Path, room: skia.Region) -> skia.Region:
    """The pixels of a shape that are at least EDGE pixels away from its edge.

    For a rectangle too, and also where it ends with the frame: within a clip that is itself a
    rectangle skia draws the edges of large shapes a little differently.
    """
    whole = skia.Region()
    whole.setPath(shape, room)
    core = skia.Region(whole)
    for x, y in ((EDGE, 0), (-EDGE, 0), (0, EDGE), (0, -EDGE)):
        core.op(whole.translate(x, y), skia.Region.kIntersect_Op)
    return core


def _shifted(canvas: skia.Canvas, paint: Paint, shift: tuple[float, float]) -> None:
    canvas.save()
    # Whole pixels: pictures that stand between two of them take ten times as long to draw.
    canvas.translate(round(shift[0]), round(shift[1]))
    paint(canvas)
    canvas.restore()


def _fill(canvas: skia.Canvas, bands: tuple[Band, ...]) -> None:
    for band in bands:
        canvas.drawPath(band.shape, skia.Paint(Color=band.colour, AntiAlias=True))
