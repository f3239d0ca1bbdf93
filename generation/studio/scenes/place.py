"""Places: a little map with a pin that drops, and the address on a card."""

import math

import skia

from generation.studio.design.color import mix
from generation.studio.motion import back_out, progress, spring
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.canvas import SMOOTH, Layer, fill, placed, rounded, stroke
from generation.studio.scenes.heading import headed, spread
from generation.studio.scenes.hours import clock, door_sign
from generation.studio.scenes.layout import Box, caption_box, picture_low
from generation.studio.scenes.pieces.card import card
from generation.studio.scenes.pieces.tag import second_line
from generation.studio.scenes.signpost import signpost
from generation.studio.scenes.stage import Builder, Stage, is_tall
from generation.studio.scenes.street_map import pin, streets
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
    town = streets(stage, width=plate.width, height=plate.height, land=land)
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
            left, top = -town.width() / 2, -town.height() / 2
            canvas.drawImage(town, left, top, SMOOTH)
            canvas.restore()

    return layer


def _pin(stage: Stage, plate: Box) -> Layer:
    palette = stage.palette
    color = palette.primary if stage.ground.name != "primary" else palette.secondary
    hole = palette.paper
    size = min(plate.width, plate.height) * 0.2
    x, y = (
        plate.center[0] + plate.width * 0.06,
        min(plate.center[1] + size * 0.5, caption_box(stage.format).top - 40),
    )
    picture = pin(size, color, hole)
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
            canvas.drawImage(picture, -picture.width() / 2, 4 - picture.height(), SMOOTH)

    return layer


LAYOUTS: dict[str, Builder] = {
    "map": street_map,
    "signpost": signpost,
    "clock": clock,
    "door": door_sign,
}
