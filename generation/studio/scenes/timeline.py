"""Steps along a line: what happens when, or what comes after what."""

import math
import re
from dataclasses import dataclass

import skia

from generation.studio.design.contrast import readable_on
from generation.studio.motion import back_out, cubic_in_out, expo_out, progress
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.benefit import spotlight
from generation.studio.scenes.canvas import Layer, fill, placed, stroke
from generation.studio.scenes.layout import Box
from generation.studio.scenes.lettering import draw_setting, headline
from generation.studio.scenes.listing import arrivals, entries
from generation.studio.scenes.pieces.sticker import Sticker, sticker
from generation.studio.scenes.stage import Stage, is_tall
from generation.studio.typesetting import Align, Setting, fit, metrics, shape

_MOMENT = re.compile(
    r"(?P<before>.*?)(?:\b(?:by|at|from|around|until)\s+)?"
    r"(?P<time>\b(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?\s?(?:[ap]\.?m\b\.?|h\b)|\b(?:[01]?\d|2[0-3]):[0-5]\d\b"
    r"|\b(?:day|week|month|year)\s\d+\b|\b(?:1[89]|20)\d\d\b)(?P<after>.*)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Moment:
    """One stop: ``when`` is a time, a day or a year (may be empty), ``what`` happens then."""

    when: str
    what: str


def moment_in(item: str) -> Moment:
    """The time an entry names, apart from the rest: "Order by 8 pm" is 8 pm, Order."""
    found = _MOMENT.fullmatch(item.strip())
    if found is None:
        return Moment("", item)
    what = f"{found['before'].strip()} {found['after'].strip(' ,:–-')}".strip(" ,:–-")
    return Moment(found["time"].strip(), what[:1].upper() + what[1:]) if what else Moment("", item)


def along(stage: Stage) -> tuple[Layer, ...]:
    """Stops on a line that draws itself: down the frame, or across it where the frame is wide."""
    items = entries(stage, most=4)
    if not items:
        return spotlight(stage)
    frame, safe = stage.format, stage.safe
    tall = is_tall(stage)
    wish = stage.loud(180 if tall else 140, lines=3, align=Align.LEFT)
    title, shown = headline(stage, safe.rows(0.34 if tall else 0.3)[0], wish=wish)
    body = Box(safe.left, safe.top + shown.height + (70 if tall else 48), safe.right, safe.bottom)
    boxes = _columns(body, len(items)) if frame.is_wide else _rows(body, len(items))
    if stage.from_right:
        boxes = tuple(_turned(box, safe) for box in boxes)
    times = arrivals(stage, items)
    stops = tuple(
        _stop(stage, moment_in(item), box, i, when)
        for i, (item, box, when) in enumerate(zip(items, boxes, times, strict=True))
    )
    return (backdrop(stage, company=True), _rail(stage, boxes, times), title, *stops)


def _rows(body: Box, count: int) -> tuple[Box, ...]:
    pitch = min(body.height / count, 340.0)
    top = body.top + (body.height - pitch * count) / 2
    return tuple(Box(body.left, top + i * pitch, body.right, top + (i + 1) * pitch) for i in range(count))


def _columns(body: Box, count: int) -> tuple[Box, ...]:
    gap = 48.0
    width = (body.width - gap * (count - 1)) / count
    return tuple(
        Box(body.left + i * (width + gap), body.top, body.left + i * (width + gap) + width, body.bottom)
        for i in range(count)
    )


def _turned(box: Box, safe: Box) -> Box:
    return Box(safe.left + safe.right - box.right, box.top, safe.left + safe.right - box.left, box.bottom)


def _radius(stage: Stage, box: Box) -> float:
    return min(box.height * 0.17, 92.0) if stage.format.is_wide else min(box.height * 0.31, 104.0)


def _knot(stage: Stage, box: Box) -> tuple[float, float]:
    """Where the stop's disc sits."""
    radius = _radius(stage, box)
    x = box.right - radius if stage.from_right else box.left + radius
    return (x, box.top + radius + 6) if stage.format.is_wide else (x, box.center[1])


def _rail(stage: Stage, boxes: tuple[Box, ...], times: tuple[float, ...]) -> Layer:
    """A faint line through all stops, and a strong one that reaches each as it is said."""
    knots = [_knot(stage, box) for box in boxes]
    faint, strong = stroke(stage.ground.text, 8, 0.22), stroke(stage.ground.shape_2, 12)

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = expo_out(progress(t, start=0.1, seconds=1.0))
        (x0, y0), (x1, y1) = knots[0], knots[-1]
        canvas.drawLine(x0, y0, x0 + (x1 - x0) * p, y0 + (y1 - y0) * p, faint)
        for a, b, when in zip(knots, knots[1:], times[1:], strict=False):
            q = cubic_in_out(progress(t, start=when - 0.4, seconds=0.45))
            if q > 0.01:
                canvas.drawLine(*a, a[0] + (b[0] - a[0]) * q, a[1] + (b[1] - a[1]) * q, strong)

    return layer


@dataclass(frozen=True)
class _Texts:
    loud: Setting | None
    plain: Setting
    top: float


def _texts(stage: Stage, moment: Moment, room: Box) -> _Texts:
    """The time large over what happens; without a time, what happens alone and larger."""
    if not moment.when:
        wish = stage.plain(92, lines=3, align=Align.LEFT, strong=True)
        plain = fit(moment.what, wish=wish, width=room.width, height=room.height)
        lift = 0.0 if stage.format.is_wide else (room.height - plain.height) / 2
        return _Texts(None, plain.moved(x=room.left, y=room.top + lift), room.top)
    loud = fit(
        stage.cased(moment.when),
        wish=stage.loud(156, lines=1, align=Align.LEFT),
        width=room.width,
        height=room.height * 0.5,
    )
    wish = stage.plain(72, lines=2, align=Align.LEFT, strong=True)
    gap = max(loud.size * 0.2, 16.0)
    plain = fit(moment.what, wish=wish, width=room.width, height=max(room.height - loud.height - gap, 30))
    total = loud.height + gap + plain.height
    top = room.top + (0.0 if stage.format.is_wide else max(room.height - total, 0) / 2)
    below = plain.moved(x=room.left, y=top + loud.height + gap)
    return _Texts(loud.moved(x=room.left, y=top), below, top)


def _stop(stage: Stage, moment: Moment, box: Box, i: int, when: float) -> Layer:
    radius = _radius(stage, box)
    disc, ink = stage.surface(
        [n for n in ("primary", "secondary", "accent") if n != stage.ground.name][i % 2]
    )
    names = stage.scene.illustrations
    picture = sticker(names[i] if i < len(names) else "", radius * 1.5, strength=0.2)
    if stage.format.is_wide:
        room = Box(box.left, box.top + radius * 2 + 44, box.right, box.bottom)
    elif stage.from_right:
        room = Box(box.left, box.top + 14, box.right - radius * 2 - 46, box.bottom - 14)
    else:
        room = Box(box.left + radius * 2 + 46, box.top + 14, box.right, box.bottom - 14)
    texts = _texts(stage, moment, room)
    bead = _bead(stage, str(i + 1), radius, disc=disc, ink=ink, picture=picture)
    x, y = _knot(stage, box)
    loud, quiet = stage.ground.emphasis, stage.ground.text

    def layer(canvas: skia.Canvas, t: float) -> None:
        waiting = expo_out(progress(t, start=0.3 + 0.1 * i, seconds=0.6))
        if waiting > 0.01:
            canvas.drawCircle(x, y, radius * 0.34 * waiting, fill(stage.ground.shape_2))
        pop = back_out(progress(t, start=when, seconds=0.6 / stage.tempo), stage.overshoot)
        if pop <= 0.01:
            return
        with placed(canvas, x, y, scale=pop * (1 + 0.02 * math.sin(t * 1.6 + i))):
            bead(canvas, t)
        p = expo_out(progress(t, start=when + 0.08, seconds=0.7))
        if texts.loud is not None:
            draw_setting(canvas, texts.loud, fill(loud, p), dy=40 * (1 - p))
        draw_setting(canvas, texts.plain, fill(quiet, p), dy=30 * (1 - p))

    return layer


def _bead(
    stage: Stage, numeral: str, radius: float, *, disc: str, ink: str, picture: Sticker | None
) -> Layer:
    face = stage.pairing.figures
    size = round(radius * 1.0, 1)
    glyphs = shape(numeral, face=face, size=size)
    rim = stroke(readable_on((disc,), candidates=(ink,), least=1.0), radius * 0.05, 0.35)

    def layer(canvas: skia.Canvas, t: float) -> None:
        canvas.drawCircle(0, 0, radius, fill(disc))
        canvas.drawCircle(0, 0, radius * 0.86, rim)
        if picture is not None:
            picture.draw(canvas, 0, 0, squash=0.03 * math.sin(t * 1.8))
            return
        with placed(canvas, -glyphs.width / 2, metrics(face).cap * size / 2):
            glyphs.draw(canvas, fill(ink))

    return layer
