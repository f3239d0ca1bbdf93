"""Places: a little map with a pin that drops, and the address on a card."""

import math

import skia

from generation.studio.design.color import mix, shifted
from generation.studio.motion import back_out, progress, spring
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.canvas import SMOOTH, Layer, fill, placed, rounded, sprite, stroke
from generation.studio.scenes.heading import headed, spread
from generation.studio.scenes.hours import clock, door_sign
from generation.studio.scenes.layout import Box, caption_box, picture_low
from generation.studio.scenes.pieces.card import card
from generation.studio.scenes.pieces.tag import second_line
from generation.studio.scenes.signpost import signpost
from generation.studio.scenes.stage import Builder, Stage, is_tall
from generation.studio.typesetting import Align


def street_map(stage: Stage) -> tuple[Layer, ...]:
    """A tilted map on a card; streets of the seed's own invention; the pin falls and rings."""
    frame, detail = stage.format, stage.scene.detail
    line = 128.0 if detail else 0.0
    head = headed(stage, share=0.48 if detail else 0.4, largest=170 if is_tall(stage) else 132, below=line)
    body = head.body
    low = frame.height * 0.93 if frame.is_wide else picture_low(frame)
    plate = spread(stage, Box(body.left, frame.height * 0.07 if frame.is_wide else body.top, body.right, low))
    layers: list[Layer] = [
        backdrop(stage, focus=plate.center),
        _map(stage, plate),
        _pin(stage, plate),
        *head.layers,
    ]
    if detail:
        top = head.words.bottom + 36
        box = Box(head.words.left, top, head.words.right, top + 96)
        align = Align.LEFT if frame.is_wide else Align.CENTER
        layers.append(second_line(stage, detail, box, start=1.2, align=align))
    return tuple(layers)


def _map(stage: Stage, plate: Box) -> Layer:
    palette = stage.palette
    land = mix(palette.paper, palette.accent, 0.35) if stage.ground.name != "paper" else "#ffffff"
    surface = card(plate.width, plate.height, color=land, shade=palette.ink, radius=56)
    streets = _streets(stage, plate, land)
    x, y = plate.center

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = spring(t - 0.05, frequency=1.3 * stage.tempo, damping=0.8)
        with placed(
            canvas, x, y + (1 - p) * stage.format.height * 0.8, turn=8 * (1 - p) if p < 0.985 else 0.0
        ):
            surface.draw(canvas)
            canvas.save()
            canvas.clipRRect(rounded(surface.box, surface.radius), skia.ClipOp.kIntersect, True)
            zoom = 1.12 + 0.018 * t
            canvas.scale(zoom, zoom)
            left, top = -streets.width() / 2, -streets.height() / 2
            canvas.drawImage(streets, left, top, SMOOTH)
            canvas.restore()

    return layer


def _streets(stage: Stage, plate: Box, land: str) -> skia.Image:
    palette = stage.palette
    dice = stage.dice("streets")
    w, h = plate.width, plate.height
    block = shifted(land, lightness=-0.045)
    park = mix(land, palette.primary, 0.4)
    water = mix(land, palette.secondary, 0.5)

    def draw(canvas: skia.Canvas) -> None:
        canvas.translate(w / 2, h / 2)
        canvas.rotate(-14)
        step = 150.0
        reach = int(max(w, h) / step) + 2
        for i in range(-reach, reach):
            for j in range(-reach, reach):
                color = park if dice.random() < 0.12 else block
                wide = step - 26 if dice.random() < 0.8 else step * 2 - 26
                canvas.drawRRect(
                    rounded(Box(i * step, j * step, i * step + wide, j * step + step - 26), 14), fill(color)
                )
        river = skia.Path()
        river.moveTo(-w, h * 0.36)
        river.cubicTo(-w * 0.3, h * 0.08, w * 0.1, h * 0.62, w, h * 0.22)
        canvas.drawPath(river, stroke(land, 112))
        canvas.drawPath(river, stroke(water, 78))
        canvas.drawLine(-w, -h * 0.16, w, -h * 0.16, stroke(palette.accent, 30, round_ends=False))
        canvas.drawLine(w * 0.16, -h, w * 0.16, h, stroke(palette.accent, 22, round_ends=False))

    return sprite(w, h, draw)


def _pin(stage: Stage, plate: Box) -> Layer:
    palette = stage.palette
    color = palette.primary if stage.ground.name != "primary" else palette.secondary
    hole = palette.paper
    size = min(plate.width, plate.height) * 0.2
    x, y = (
        plate.center[0] + plate.width * 0.06,
        min(plate.center[1] + size * 0.5, caption_box(stage.format).top - 40),
    )
    shape = _pin_shape(size)
    land = stage.said(stage.scene.emphasis or stage.scene.headline, otherwise=0.8)

    def layer(canvas: skia.Canvas, t: float) -> None:
        for k in range(3):
            since = t - land - 0.3 - 0.6 * k
            wave = (since % 1.8) / 1.8
            if since > 0:
                ring = stroke(color, 7, 0.7 * (1 - wave))
                width = size * (0.4 + 1.6 * wave)
                canvas.drawOval(skia.Rect.MakeXYWH(x - width, y - width * 0.5, width * 2, width), ring)
        p = spring(t - land + 0.15, frequency=1.9, damping=0.42)
        if t < land - 0.15:
            return
        squash = back_out(progress(t, start=land - 0.15, seconds=0.4), 1.0)
        canvas.drawOval(
            skia.Rect.MakeXYWH(x - size * 0.34, y - size * 0.12, size * 0.68, size * 0.24),
            fill(palette.ink, 0.28),
        )
        with placed(canvas, x, y - (1 - p) * size * 3.2 - 5 * math.sin(t * 2), scale=0.7 + 0.3 * squash):
            canvas.drawPath(shape, fill(color))
            canvas.drawCircle(0, -size * 1.28, size * 0.3, fill(hole))

    return layer


def _pin_shape(size: float) -> skia.Path:
    path = skia.Path()
    path.moveTo(0, 0)
    path.cubicTo(-size * 0.22, -size * 0.5, -size * 0.72, -size * 0.8, -size * 0.72, -size * 1.28)
    path.arcTo(
        size * 0.72,
        size * 0.72,
        0,
        skia.Path.kLarge_ArcSize,
        skia.PathDirection.kCW,
        size * 0.72,
        -size * 1.28,
    )
    path.cubicTo(size * 0.72, -size * 0.8, size * 0.22, -size * 0.5, 0, 0)
    path.close()
    return path


LAYOUTS: dict[str, Builder] = {
    "map": street_map,
    "signpost": signpost,
    "clock": clock,
    "door": door_sign,
}
