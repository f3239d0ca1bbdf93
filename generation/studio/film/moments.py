"""One instant of a transition, as shapes: what covers the old scene and where the new one shows through."""

import math
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
        seen = None if self.hides_old else self._still_seen(canvas)
        if seen is not None:
            canvas.save()
            canvas.clipRect(seen)
            _shifted(canvas, old, self.old_shift)
            canvas.restore()
        _fill(canvas, self.bands)
        if self.window is not None:
            canvas.save()
            canvas.clipPath(self.window, True)
            _shifted(canvas, new, self.new_shift)
            canvas.restore()
        _fill(canvas, self.covers)

    def _still_seen(self, canvas: skia.Canvas) -> skia.Rect | None:
        """The rectangle in which something of the old scene can still be seen; None where nothing can.

        Two scenes at once cost twice as much to draw. A rectangle, because pictures take twice as long
        to draw within any other outline.
        """
        frame = canvas.getDeviceClipBounds()
        if not canvas.getTotalMatrix().isIdentity():
            # Shapes and frame are not measured alike then.
            return canvas.getLocalClipBounds()
        shapes = [band.shape for band in (*self.bands, *self.covers)]
        shapes += [] if self.window is None else [self.window]
        room = skia.Region(skia.IRect.MakeLTRB(-EDGE, -EDGE, frame.right() + EDGE, frame.bottom() + EDGE))
        seen = skia.Region(frame)
        for shape in shapes:
            # A shape of several parts has seams within, through which the old scene shines a little.
            if shape.isConvex():
                seen.op(_core(shape, room), skia.Region.kDifference_Op)
        return None if seen.isEmpty() else skia.Rect.Make(seen.getBounds())


def _core(shape: skia.Path, room: skia.Region) -> skia.Region:
    """The pixels of a shape that are at least EDGE pixels away from its edge.

    A rectangle may end with the frame; any other shape covers only a part of the pixels along its
    edge even there.
    """
    if shape.isRect(None):
        return skia.Region(_core_of(shape.getBounds(), room.getBounds()))
    whole = skia.Region()
    whole.setPath(shape, room)
    core = skia.Region(whole)
    for x, y in ((EDGE, 0), (-EDGE, 0), (0, EDGE), (0, -EDGE)):
        core.op(whole.translate(x, y), skia.Region.kIntersect_Op)
    return core


def _core_of(rect: skia.Rect, room: skia.IRect) -> skia.IRect:
    width, height = room.right() - EDGE, room.bottom() - EDGE
    inner = skia.IRect.MakeLTRB(
        math.floor(rect.left()) if rect.left() <= 0 else math.ceil(rect.left()) + EDGE,
        math.floor(rect.top()) if rect.top() <= 0 else math.ceil(rect.top()) + EDGE,
        math.ceil(rect.right()) if rect.right() >= width else math.floor(rect.right()) - EDGE,
        math.ceil(rect.bottom()) if rect.bottom() >= height else math.floor(rect.bottom()) - EDGE,
    )
    return inner if not inner.isEmpty() else skia.IRect.MakeEmpty()


def _shifted(canvas: skia.Canvas, paint: Paint, shift: tuple[float, float]) -> None:
    canvas.save()
    # Whole pixels: pictures that stand between two of them take ten times as long to draw.
    canvas.translate(round(shift[0]), round(shift[1]))
    paint(canvas)
    canvas.restore()


def _fill(canvas: skia.Canvas, bands: tuple[Band, ...]) -> None:
    for band in bands:
        canvas.drawPath(band.shape, skia.Paint(Color=band.colour, AntiAlias=True))
