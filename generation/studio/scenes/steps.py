"""Steps: what happens first, next, last, joined by a line that draws itself."""

import math
from itertools import pairwise

import skia

from generation.studio.design.contrast import readable_on
from generation.studio.motion import back_out, cubic_in_out, progress, spring
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.benefit import spotlight
from generation.studio.scenes.canvas import Layer, fill, placed, stroke
from generation.studio.scenes.heading import spread
from generation.studio.scenes.layout import Box
from generation.studio.scenes.lettering import draw_setting, headline
from generation.studio.scenes.listing import arrivals, entries, ghosts
from generation.studio.scenes.pieces.card import card
from generation.studio.scenes.pieces.sticker import sticker
from generation.studio.scenes.stage import Builder, Stage, is_tall
from generation.studio.scenes.timeline import along
from generation.studio.typesetting import Align, fit, metrics, shape


def path(stage: Stage) -> tuple[Layer, ...]:
    """Numbered cards along a line: downwards, or side by side in a wide format."""
    items = entries(stage, most=4)
    if not items:
        return spotlight(stage)
    frame, safe = stage.format, stage.safe
    tall = is_tall(stage)
    title, shown = headline(
        stage, safe.rows(0.34 if tall else 0.28)[0], wish=stage.loud(176 if tall else 136, lines=3)
    )
    body = Box(safe.left, safe.top + shown.height + (62 if tall else 44), safe.right, safe.bottom)
    boxes = _across(body, len(items)) if frame.is_wide else _down(spread(stage, body), len(items))
    times = arrivals(stage, items)
    steps = tuple(
        (_tile if frame.is_wide else _row)(stage, item, box, i, when)
        for i, (item, box, when) in enumerate(zip(items, boxes, times, strict=True))
    )
    return (backdrop(stage, company=True), ghosts(stage, boxes), title, _line(stage, boxes, times), *steps)


def _down(body: Box, count: int) -> tuple[Box, ...]:
    count = max(count, 1)
    gap = 46.0 if count < 4 else 28.0
    height = min((body.height - gap * (count - 1)) / count, 280.0)
    top = body.top + (body.height - count * height - (count - 1) * gap) / 2
    shift = 26.0
    return tuple(
        Box(
            body.left + (shift if i % 2 else 0),
            top + i * (height + gap),
            body.right - (0 if i % 2 else shift),
            top + i * (height + gap) + height,
        )
        for i in range(count)
    )


def _across(body: Box, count: int) -> tuple[Box, ...]:
    count = max(count, 1)
    gap = 56.0
    width = min((body.width - gap * (count - 1)) / count, 560.0)
    left = body.left + (body.width - count * width - (count - 1) * gap) / 2
    return tuple(
        Box(left + i * (width + gap), body.top + 30, left + i * (width + gap) + width, body.bottom - 6)
        for i in range(count)
    )


def _line(stage: Stage, boxes: tuple[Box, ...], times: tuple[float, ...]) -> Layer:
    paint = stroke(stage.ground.shape_2, 11)
    wide = stage.format.is_wide

    def layer(canvas: skia.Canvas, t: float) -> None:
        for (a, b), when in zip(pairwise(boxes), times[1:], strict=True):
            p = cubic_in_out(progress(t, start=when - 0.35, seconds=0.4))
            if p <= 0.01:
                continue
            if wide:
                y = a.top + a.height * 0.3
                canvas.drawLine(a.right - 4, y, a.right - 4 + (b.left - a.right + 8) * p, y, paint)
            else:
                x = a.right - a.height * 0.5 if stage.from_right else a.left + a.height * 0.5
                canvas.drawLine(x, a.bottom - 4, x, a.bottom - 4 + (b.top - a.bottom + 8) * p, paint)

    return layer


def _colors(stage: Stage, i: int) -> tuple[str, str, str, str]:
    """Card, its text, disc, its numeral."""
    palette = stage.palette
    plate = palette.paper if stage.ground.is_dark else "#ffffff"
    disc, numeral = stage.surface(("primary", "secondary", "accent", "primary")[i % 4])
    return (
        plate,
        readable_on((plate,), candidates=(palette.ink,)),
        disc,
        numeral,
    )


def _disc(stage: Stage, i: int, radius: float) -> Layer:
    _, _, color, ink = _colors(stage, i)
    face = stage.pairing.figures
    size = round(radius * 1.05, 1)
    glyphs = shape(str(i + 1), face=face, size=size)

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = back_out(progress(t, start=0.08, seconds=0.55), 1.5)
        if p <= 0.01:
            return
        with placed(canvas, 0, 0, scale=p * (1 + 0.02 * math.sin(t * 2))):
            canvas.drawCircle(0, 0, radius, fill(color))
            canvas.translate(-glyphs.width / 2, metrics(face).cap * size / 2)
            glyphs.draw(canvas, fill(ink))

    return layer


def _row(stage: Stage, item: str, box: Box, i: int, when: float) -> Layer:
    color, ink, _, _ = _colors(stage, i)
    plate = card(box.width, box.height, color=color, shade=stage.palette.ink, strength=0.24)
    disc = _disc(stage, i, box.height * 0.33)
    hand = -1 if stage.from_right else 1
    name = _picture_name(stage, i)
    picture = sticker(name, box.height * 0.62, strength=0.2)
    near, far = box.height * 1.02, box.height * 0.92 if picture else 44.0
    left = -box.width / 2 + (far if stage.from_right else near)
    setting = fit(
        item,
        wish=stage.plain(min(box.height * 0.36, 88), lines=3, align=Align.LEFT, strong=True),
        width=box.width - near - far,
        height=box.height * 0.74,
    ).moved(x=left, y=0)
    side = -1 if i % 2 else 1

    def layer(canvas: skia.Canvas, t: float) -> None:
        if t < when:
            return
        p = spring(t - when, frequency=1.6 * stage.tempo, damping=0.8)
        x = box.center[0] + side * (1 - p) * stage.format.width
        with placed(canvas, x, box.center[1] + 2 * math.sin(t + i), turn=side * (1 - p) * 8):
            plate.draw(canvas)
            with placed(canvas, hand * (-box.width / 2 + box.height * 0.5), 0):
                disc(canvas, t - when)
            if picture is not None:
                picture.draw(
                    canvas, hand * (box.width / 2 - box.height * 0.5), 0, squash=0.03 * math.sin(t * 1.8 + i)
                )
            with placed(canvas, 0, -setting.height / 2 + setting.size * 0.04):
                draw_setting(canvas, setting, fill(ink))

    return layer


def _tile(stage: Stage, item: str, box: Box, i: int, when: float) -> Layer:
    color, ink, _, _ = _colors(stage, i)
    plate = card(box.width, box.height, color=color, shade=stage.palette.ink, radius=48, strength=0.24)
    radius = min(box.height * 0.19, 96.0)
    disc = _disc(stage, i, radius)
    picture = sticker(_picture_name(stage, i), radius * 2.1, strength=0.2)
    top = -box.height / 2 + 44 + radius * 2 + 30
    setting = fit(
        item,
        wish=stage.plain(68, lines=4, strong=True),
        width=box.width - 84,
        height=box.height / 2 - top - 40,
    ).moved(x=-box.width / 2 + 42, y=top)
    room = box.height / 2 - top - 40 - setting.height

    def layer(canvas: skia.Canvas, t: float) -> None:
        if t < when:
            return
        p = spring(t - when, frequency=1.5 * stage.tempo, damping=0.6)
        y = box.center[1] + (1 - p) * stage.format.height * 0.7 + 3 * math.sin(t + i)
        with placed(canvas, box.center[0], y, turn=(1 - p) * (-8 if i % 2 else 8)):
            plate.draw(canvas)
            side = radius * 1.12 if picture is not None else 0.0
            with placed(canvas, -side, -box.height / 2 + 44 + radius):
                disc(canvas, t - when)
            if picture is not None:
                at_y = -box.height / 2 + 44 + radius
                picture.draw(canvas, side, at_y, squash=0.03 * math.sin(t * 1.8 + i))
            with placed(canvas, 0, room * 0.4):
                draw_setting(canvas, setting, fill(ink))

    return layer


def _picture_name(stage: Stage, i: int) -> str:
    names = stage.scene.illustrations
    return names[i] if i < len(names) and len(names) >= len(entries(stage, most=4)) else ""


LAYOUTS: dict[str, Builder] = {"path": path, "timeline": along}
