"""A photograph in a window: masked, moving slowly inside its frame, with a plate of colour behind it."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import skia

from generation.studio.design.color import argb, shifted
from generation.studio.motion import expo_out, progress, quint_out, sine_in_out, spring
from generation.studio.pictures.picture import Kind, Picture
from generation.studio.pictures.raster import filling, whole
from generation.studio.scenes.canvas import SMOOTH, Layer, fill, placed, soft, sprite, stroke, vertical
from generation.studio.scenes.layout import Box
from generation.studio.scenes.light import cast, shade_of
from generation.studio.scenes.stage import Stage

_SHORTEST_TURN = 1.3
_RIM = 0.02
"""The white border of a print, as a share of the frame's shorter side."""

_PUSH = 0.07
"""How much nearer the photograph comes in the six seconds of the longest usual scene."""


class Shape(StrEnum):
    """The outline of a window."""

    ARCH = "arch"
    CIRCLE = "circle"
    CARD = "card"


@dataclass(frozen=True)
class Window:
    """Where the photograph is seen. ``lean`` is where the plate behind it peeks out, in pixels.

    A photograph too small for the window is a print on it, in ``hole``, and fills the rest out of focus.
    """

    box: Box
    shape: Shape
    lean: tuple[float, float] = (-26.0, -26.0)
    hole: Box | None = None


def outline(shape: Shape, box: Box) -> skia.Path:
    """The path of a window."""
    edge = skia.Rect.MakeLTRB(box.left, box.top, box.right, box.bottom)
    path = skia.Path()
    if shape is Shape.CIRCLE:
        path.addOval(edge)
    elif shape is Shape.ARCH:
        radius = box.width / 2
        low = min(radius * 0.12, 40.0)
        rounded = skia.RRect()
        rounded.setRectRadii(edge, [(radius, radius), (radius, radius), (low, low), (low, low)])
        path.addRRect(rounded)
    else:
        radius = min(box.width, box.height) * 0.085
        path.addRRect(skia.RRect.MakeRectXY(edge, radius, radius))
    return path


def window(stage: Stage, pictures: Sequence[Picture], place: Window, *, start: float = 0.05) -> Layer:
    """The photograph in its window. It draws back a little while the window opens, then comes slowly nearer.

    Several take turns, each sliding over the one before.
    """
    box = place.hole or place.box
    # A little larger than the window: it moves inside, and is never enlarged.
    width, height = math.ceil(box.width * (1 + _PUSH)), math.ceil(box.height * (1 + _PUSH))
    photos = tuple(filter(None, (shown(stage, one, width=width, height=height) for one in pictures)))
    turn = turn_seconds(stage, len(photos))
    mask = outline(place.shape, place.box)
    hole = outline(place.shape, box) if place.hole is None else _sharp(box)
    paper, strips = _mat(stage, pictures, place), _tapes(stage, place)
    plate = fill(stage.ground.shape)
    edge = stroke(stage.ground.shape_2, max(stage.format.short_side * 0.006, 4))
    shade = _shade(stage, place)
    dice = stage.dice("window")
    drift = (dice.choice((-1, 1)), dice.choice((-1, 1)))
    center = box.center

    def layer(canvas: skia.Canvas, t: float) -> None:
        since = t - start
        grow = spring(since, frequency=1.1 * stage.tempo, damping=0.8)
        if grow <= 0.01 or not photos:
            return
        behind = spring(since - 0.1, frequency=1.0 * stage.tempo, damping=0.7)
        sway = math.sin(t * 0.9)
        canvas.save()
        canvas.translate(place.lean[0] * behind + 3 * sway, place.lean[1] * behind - 3 * sway)
        _scaled(canvas, center, 0.6 + 0.4 * behind)
        canvas.drawPath(mask, plate)
        canvas.restore()
        canvas.save()
        _scaled(canvas, center, 0.55 + 0.45 * grow)
        shade(canvas, t)
        if place.hole is not None:
            paper(canvas, t)
        canvas.save()
        canvas.clipPath(hole, skia.ClipOp.kIntersect, True)
        for photo, seen, arrived in turns(photos, since, turn):
            canvas.save()
            canvas.translate(0, box.height * 1.02 * (1 - arrived))
            _draw(canvas, photo, box, seen, drift)
            canvas.restore()
        canvas.restore()
        strips(canvas, since)
        canvas.restore()
        _outlined(canvas, place, since, edge)

    return layer


def shown(stage: Stage, picture: Picture, *, width: int, height: int) -> skia.Image | None:
    """What fills ``width`` x ``height`` pixels: the photograph, or a cut-out standing on a colour."""
    if picture.kind is Kind.PHOTO:
        return filling(picture, width=width, height=height)
    image = whole(picture, width=width * 0.72, height=height * 0.72)
    if image is None:
        return None
    ground = stage.surface("accent" if stage.ground.name != "accent" else "secondary")[0]
    stops = (shifted(ground, lightness=0.05), ground, shifted(ground, lightness=-0.06))

    def draw(canvas: skia.Canvas) -> None:
        canvas.drawPaint(vertical(stops, width=width, height=height))
        x, y = (width - image.width()) / 2, (height - image.height()) / 2
        canvas.drawImage(image, x, y + height * 0.02)

    return sprite(width, height, draw)


def turn_seconds(stage: Stage, count: int) -> float:
    """How long each of ``count`` pictures is seen before the next one comes."""
    return max((stage.seconds + 0.2) / max(count, 1), _SHORTEST_TURN)


def turns(photos: Sequence[skia.Image], t: float, turn: float) -> Iterator[tuple[skia.Image, float, float]]:
    """(picture, seconds since it came, how far 0..1 it has arrived) of what is seen at ``t``, bottom first."""
    if not photos:
        return
    number = min(int(max(t, 0.0) / turn), len(photos) - 1)
    since = t - number * turn
    arrived = 1.0 if number == 0 else quint_out(progress(since, start=0, seconds=0.8))
    if arrived < 1:
        yield photos[number - 1], turn + since, 1.0
    # Its own slow move begins where the first one's opening has settled.
    yield photos[number], since + (0.0 if number == 0 else 0.6), arrived


def _scaled(canvas: skia.Canvas, center: tuple[float, float], scale: float) -> None:
    canvas.translate(*center)
    canvas.scale(scale, scale)
    canvas.translate(-center[0], -center[1])


def _draw(canvas: skia.Canvas, photo: skia.Image, box: Box, t: float, drift: tuple[int, int]) -> None:
    """The push: from a hair larger than the window to ``_PUSH`` larger, sliding towards one corner."""
    settle = 0.16 * (1 - quint_out(progress(t, start=0, seconds=1.4)))
    nearer = 1.004 + (_PUSH - 0.008) * sine_in_out(min(max(t, 0.0), 6.0) / 6.0) + settle
    wide, tall = box.width * nearer, box.height * nearer
    room_x, room_y = (wide - box.width) / 2, (tall - box.height) / 2
    slide = 0.5 * min(max(t, 0.0), 6.0) / 6.0
    x = box.center[0] + drift[0] * room_x * slide
    y = box.center[1] + drift[1] * room_y * slide
    place = skia.Rect.MakeLTRB(x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2)
    canvas.drawImageRect(photo, place, SMOOTH)


def _outlined(canvas: skia.Canvas, place: Window, t: float, paint: skia.Paint) -> None:
    """A thin line on the other side than the plate, drawn once the window is open."""
    drawn = expo_out(progress(t, start=0.55, seconds=1.0))
    if drawn <= 0.02:
        return
    canvas.save()
    canvas.translate(-place.lean[0] * 0.8 * drawn, -place.lean[1] * 0.8 * drawn)
    path = outline(place.shape, place.box)
    length = skia.PathMeasure(path, False).getLength()
    dashed = skia.Paint(paint)
    dashed.setPathEffect(skia.DashPathEffect.Make([length * 0.34 * drawn, length], -length * 0.06))
    canvas.drawPath(path, dashed)
    canvas.restore()


def _mat(stage: Stage, pictures: Sequence[Picture], place: Window) -> Layer:
    """What surrounds a picture that is too small for its window: itself, out of focus, and a thin white edge.

    A cut-out stands on a colour already: it gets plain paper.
    """
    box, mask = place.box, outline(place.shape, place.box)
    rim = stage.format.short_side * _RIM
    edge = _sharp((place.hole or box).inset(-rim))
    paper, dark = fill("#fdfcf9"), shade_of(stage.palette.ink)
    photo = next((one for one in pictures if one.kind is Kind.PHOTO), None) if place.hole else None
    soft_photo = _out_of_focus(stage, photo, box) if photo is not None else None

    def layer(canvas: skia.Canvas, t: float) -> None:
        del t
        if soft_photo is None:
            canvas.drawPath(mask, paper)
            return
        canvas.save()
        canvas.clipPath(mask, skia.ClipOp.kIntersect, True)
        canvas.drawImage(soft_photo, box.left, box.top)
        canvas.restore()
        cast(canvas, edge, dark)
        canvas.drawPath(edge, paper)

    return layer


def _sharp(box: Box) -> skia.Path:
    """The outline of a print: paper has square corners."""
    path = skia.Path()
    path.addRect(skia.Rect.MakeLTRB(box.left, box.top, box.right, box.bottom))
    return path


def _tapes(stage: Stage, place: Window) -> Layer:
    """Two strips of tape that hold a print at opposite corners."""
    box = place.hole or place.box
    count = 2 if place.hole is not None else 0
    long, wide = stage.format.short_side * 0.17, stage.format.short_side * 0.045
    strip = skia.Rect.MakeXYWH(-long / 2, -wide / 2, long, wide)
    paint = fill(stage.palette.accent, 0.9)

    def layer(canvas: skia.Canvas, t: float) -> None:
        for i in range(count):
            p = expo_out(progress(t, start=0.4 + 0.15 * i, seconds=0.4))
            x, y = (box.left, box.top) if i == 0 else (box.right, box.bottom)
            if p > 0.02:
                with placed(canvas, x, y, turn=-40, scale=2 - p):
                    canvas.drawRect(strip, paint)

    return layer


def _out_of_focus(stage: Stage, picture: Picture, box: Box) -> skia.Image | None:
    """``picture`` filling ``box``, blurred beyond recognition and a little darker."""
    eighth = filling(picture, width=math.ceil(box.width / 8), height=math.ceil(box.height / 8))
    if eighth is None:
        return None
    blur = skia.ImageFilters.Blur(5, 5, skia.TileMode.kClamp)
    small = sprite(
        eighth.width(),
        eighth.height(),
        lambda canvas: canvas.drawImage(eighth, 0, 0, SMOOTH, skia.Paint(ImageFilter=blur)),
    )

    def draw(canvas: skia.Canvas) -> None:
        canvas.drawImageRect(small, skia.Rect.MakeWH(box.width, box.height), SMOOTH)
        canvas.drawColor(argb(stage.palette.ink, 0.16))

    return sprite(box.width, box.height, draw)


def _shade(stage: Stage, place: Window) -> Layer:
    """The window's soft shadow, at a quarter of its size: blurred things need no more."""
    box, room = place.box, 90.0
    small = Box(room, room, room + box.width, room + box.height)
    paint = skia.Paint(Color=argb(stage.palette.ink, 0.34), AntiAlias=True, MaskFilter=soft(26))

    def draw(canvas: skia.Canvas) -> None:
        canvas.scale(0.25, 0.25)
        canvas.drawPath(outline(place.shape, small), paint)

    image = sprite((box.width + 2 * room) / 4, (box.height + 2 * room) / 4, draw)
    target = skia.Rect.MakeLTRB(
        box.left - room, box.top - room + 22, box.right + room, box.bottom + room + 22
    )

    def layer(canvas: skia.Canvas, t: float) -> None:
        del t
        canvas.drawImageRect(image, target, SMOOTH)

    return layer
