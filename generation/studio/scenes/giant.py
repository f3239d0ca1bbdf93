"""A number that is the whole frame."""

import math

import skia

from generation.studio.motion import expo_out, progress
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.canvas import Layer, fill, polygon
from generation.studio.scenes.figures import caption_of, figure_of, label_of
from generation.studio.scenes.heading import headed
from generation.studio.scenes.layout import Box
from generation.studio.scenes.lettering import label
from generation.studio.scenes.light import cast, lit, shade_of
from generation.studio.scenes.pieces.counter import counter
from generation.studio.scenes.pieces.leaning import leaning
from generation.studio.scenes.round_figures import thump
from generation.studio.scenes.stage import Stage, is_tall


def giant(stage: Stage) -> tuple[Layer, ...]:
    """The figure from edge to edge on a slanted field of colour, what it counts under it, the picture
    leaning in from below."""
    tall = is_tall(stage)
    head = headed(
        stage, share=0.3, largest=150 if tall else 140, text=caption_of(stage), column=0.4, gap=96, calm=True
    )
    body, unit = head.body, label_of(stage)
    low = max(body.height * 0.24, 150.0) if unit else body.height * 0.1
    box = Box(body.left, body.top, body.right, body.bottom - low)
    land = stage.said(figure_of(stage), otherwise=1.6) + 0.2
    color, ink = stage.surface("primary" if stage.ground.name != "primary" else "accent")
    roll = counter(
        figure_of(stage),
        box.inset(0, box.height * 0.06),
        face=stage.pairing.figures,
        color=ink,
        start=0.2,
        land=land,
        largest=760.0,
    )
    layers: list[Layer] = [
        backdrop(stage, focus=box.center),
        _slab(stage, box, color),
        leaning(stage, start=max(0.5, land - 0.6)),
        *head.layers,
        thump(roll, *box.center, land),
    ]
    if unit:
        line = Box(body.left, box.bottom + 76, body.right, body.bottom)
        wish = stage.loud(120 if tall else 92, lines=1 if len(unit) < 16 else 2)
        text = stage.cased(unit)
        layers.append(label(stage, text, line, wish=wish, color=stage.ground.text, start=land - 0.4)[0])
    return tuple(layers)


def _slab(stage: Stage, box: Box, color: str) -> Layer:
    """A slanted field behind the figure, from edge to edge, with a second one looking out under it."""
    frame = stage.format
    # In wide frames it ends where the words are.
    left, end = 0.0, frame.width + 4.0
    if frame.is_wide:
        left, end = (left, box.right + 34) if stage.from_right else (box.left - 34, end)
    room = Box(left, box.top - 50, end, box.bottom + 60)
    fields = (
        (fill(stage.ground.shape_2), 0.0, 22.0),
        (lit(color, room, lift=0.025, drop=0.03, slant=1.2), 0.1, 0.0),
    )
    shade = shade_of(stage.palette.ink)

    def layer(canvas: skia.Canvas, t: float) -> None:
        lean = 30 + 4 * math.sin(t * 0.9)
        for paint, wait, down in fields:
            p = expo_out(progress(t, start=0.05 + wait, seconds=0.9 / stage.tempo))
            right = left + (end - left) * p
            top, bottom = box.top - 14 + down, box.bottom + 14 + down
            shape = [(left, top + lean), (right, top - lean), (right, bottom - lean), (left, bottom + lean)]
            outline = polygon(shape)
            cast(canvas, outline, shade)
            canvas.drawPath(outline, paint)

    return layer
