"""Places without a map: a street sign on its post, turned towards the viewer."""

import math

import skia

from generation.studio.design.color import shifted, to_oklch
from generation.studio.motion import back_out, expo_out, progress, spring
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.canvas import Layer, fill, placed, polygon, rounded, sprite, stroke, vertical
from generation.studio.scenes.layout import Box
from generation.studio.scenes.lettering import draw_setting
from generation.studio.scenes.light import shades
from generation.studio.scenes.pieces.card import card
from generation.studio.scenes.pieces.tag import pill
from generation.studio.scenes.stage import Stage, is_tall
from generation.studio.typesetting import fit


def signpost(stage: Stage) -> tuple[Layer, ...]:
    """The words on a street sign; the post stands on the frame's floor, the town behind it."""
    frame, safe = stage.format, stage.safe
    low = 124.0 if stage.scene.detail else 0.0
    tall = is_tall(stage)
    most = frame.width * 0.91 if tall else safe.width
    height = min(safe.height * (0.56 if tall else 0.68), most * 0.7)
    width = min(most, height * 2.4)
    top = safe.top + (safe.height - low - height) * (0.3 if tall else 0.4)
    x = frame.width / 2
    plate = Box(x - width / 2, top, x + width / 2, top + height)
    layers: list[Layer] = [
        backdrop(stage, focus=(x, plate.center[1]), floored=False),
        _town(stage),
        _post(stage, x, plate),
        _sign(stage, plate),
    ]
    if stage.scene.detail:
        line = Box(safe.left, plate.bottom + 40, safe.right, plate.bottom + 136)
        # On a board of its own: letters across the post could not be read.
        heard = stage.heard(stage.scene.detail, otherwise=1.0)
        layers.append(pill(stage, stage.scene.detail, line, start=heard, tick=False))
    return tuple(layers)


def _town(stage: Stage) -> Layer:
    """Two rows of roofs on the horizon that slide past each other."""
    frame, dice = stage.format, stage.dice("town")
    ground = stage.ground
    darker = -0.055 if ground.is_dark else -0.05
    colors = (shifted(ground.stops[2], lightness=darker), shifted(ground.stops[2], lightness=darker * 2.2))
    rows = tuple(_roofs(stage, dice.random() * 9, high) for high in (0.30, 0.20))

    def layer(canvas: skia.Canvas, t: float) -> None:
        for i, (row, color) in enumerate(zip(rows, colors, strict=True)):
            p = expo_out(progress(t, start=0.05 + 0.1 * i, seconds=1.0))
            drift = (-14 if i else 9) * t - frame.width * 0.12
            with placed(canvas, drift, frame.height * (1 + 0.32 * (1 - p))):
                canvas.drawPath(row, fill(color))

    return layer


def _roofs(stage: Stage, start: float, high: float) -> skia.Path:
    frame = stage.format
    path = skia.Path()
    x, i = -frame.width * 0.1, start
    path.moveTo(x, 60)
    unit = frame.short_side
    while x < frame.width * 1.45:
        wide = unit * (0.13 + 0.07 * math.sin(i * 2.3))
        top = -frame.height * high * (0.62 + 0.38 * math.sin(i * 1.7 + 1) ** 2)
        path.lineTo(x, top)
        if math.sin(i * 5.1) > 0:
            path.lineTo(x + wide / 2, top - wide * 0.36)
        path.lineTo(x + wide, top)
        x, i = x + wide, i + 1.0
    path.lineTo(x, 60)
    path.close()
    return path


def _post(stage: Stage, x: float, plate: Box) -> Layer:
    frame, ink = stage.format, stage.palette.ink
    wide = max(plate.width * 0.022, 16.0)
    body, light = fill(shifted(ink, lightness=0.12)), fill(shifted(ink, lightness=0.26))

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = spring(t, frequency=1.5 * stage.tempo, damping=0.8)
        y = plate.top - 54 + (1 - p) * frame.height
        canvas.drawRRect(rounded(Box(x - wide, y, x + wide, frame.height + 80), wide * 0.5), body)
        canvas.drawRRect(rounded(Box(x - wide, y, x - wide * 0.3, frame.height + 80), wide * 0.4), light)
        canvas.drawCircle(x, y, wide * 1.5, body)

    return layer


def _enamel(color: str, ink: str, box: Box) -> skia.Image:
    """The sign's face: brighter above, with light lying across one corner of it; never nearer to its words'
    colour than ``color`` is."""
    is_dark = to_oklch(ink).lightness > to_oklch(color).lightness
    light, plain, dark = shades(color, lift=0.0 if is_dark else 0.04, drop=0.05 if is_dark else 0.0)
    whole = Box(0.0, 0.0, box.width, box.height)

    def draw(canvas: skia.Canvas) -> None:
        canvas.clipRRect(rounded(whole, 34), True)
        canvas.drawPaint(vertical((light, plain, dark), width=box.width, height=box.height, slant=0.1))
        shine = polygon([(0, 0), (box.width * 0.34, 0), (box.width * 0.08, box.height), (0, box.height)])
        canvas.drawPath(shine, fill("#000000" if is_dark else "#ffffff", 0.06))

    return sprite(box.width, box.height, draw)


def _sign(stage: Stage, box: Box) -> Layer:
    palette = stage.palette
    back, ink = stage.surface("primary" if stage.ground.name != "primary" else "secondary")
    plate = card(box.width, box.height, color=back, shade=palette.ink, radius=34)
    rim = stroke(ink, 7)
    inner = Box(-box.width / 2, -box.height / 2, box.width / 2, box.height / 2).inset(20)
    room = inner.inset(box.width * 0.06, box.height * 0.1)
    emphasis = stage.cased(stage.scene.emphasis)
    wish = stage.loud(230, lines=4)
    setting = fit(stage.headline(), wish=wish, width=room.width, height=room.height, emphasis=emphasis)
    setting = setting.moved(x=room.left, y=room.top + (room.height - setting.height) / 2)
    bolt = fill(ink, 0.85)
    face, edge = _enamel(back, ink, box), fill(shades(back, drop=0.16)[2])
    below = Box(plate.box.left, plate.box.top + 16, plate.box.right, plate.box.bottom + 14)

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = back_out(progress(t, start=0.3, seconds=0.7 / stage.tempo), stage.overshoot)
        if p <= 0.01:
            return
        # A sign that is turned about its post is narrower, not slanted.
        wide = 0.2 + 0.8 * p
        sway = 0.8 * math.sin(t * 1.1)
        with placed(canvas, *box.center, turn=sway * 0.6):
            canvas.scale(wide + 0.006 * math.sin(t * 0.9), 1)
            plate.draw(canvas)
            canvas.drawRRect(rounded(below, 34), edge)
            canvas.drawImage(face, round(-box.width / 2), round(-box.height / 2))
            canvas.drawRRect(rounded(inner, 22), rim)
            for y in (inner.top + 26, inner.bottom - 26):
                canvas.drawCircle(0, y, 9, bolt)
            draw_setting(canvas, setting, fill(ink))

    return layer
