"""End cards on the look's motif, with a great disc that leaves the frame."""

import math

import skia

from generation.studio.design.color import argb
from generation.studio.motion import expo_out, progress, quint_out
from generation.studio.pictures.picture import Picture
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.canvas import Layer
from generation.studio.scenes.end_card.aside import aside, product_aside
from generation.studio.scenes.end_card.words import stack
from generation.studio.scenes.layout import Box, OnDisc, caption_box
from generation.studio.scenes.light import cast, lit_disc, shade_of
from generation.studio.scenes.photos import lead_of
from generation.studio.scenes.pieces.monogram import monogram
from generation.studio.scenes.pieces.sticker import sticker
from generation.studio.scenes.stage import Stage, is_tall
from generation.studio.typesetting import Align


def poster(stage: Stage) -> tuple[Layer, ...]:
    """Left-aligned on the motif, a great disc with the picture on it: under the words in tall frames, beside
    them in others."""
    frame, safe = stage.format, stage.safe
    tall = is_tall(stage)
    if not (tall or frame.is_wide):
        words, beside = aside(stage)
        return (backdrop(stage, focus=beside.product.center), product_aside(stage, beside), *words)
    if tall:
        place = OnDisc(
            (frame.width * 0.56, safe.bottom + 14 + frame.width * 0.86),
            frame.width * 0.86,
            (frame.width * 0.6, frame.height * 0.872),
            frame.width * 0.66,
        )
        column = safe
    else:
        column, radius = safe.columns(0.58)[0], frame.height * 0.56
        hand = -1 if stage.from_right else 1
        if stage.from_right:
            column = Box(safe.right - column.width, safe.top, safe.right, safe.bottom)
        corner = (frame.width * (0.5 + 0.5 * hand), frame.height * 0.5)
        place = OnDisc(corner, radius, (corner[0] - hand * radius * 0.5, corner[1] * 0.96), radius * 1.08)
    return (
        backdrop(stage, focus=place.disc, floored=not tall),
        _corner(stage, place),
        *stack(stage, column, Align.LEFT, filling=True),
    )


def _corner(stage: Stage, place: OnDisc) -> Layer:
    lead, (x, y) = lead_of(stage), place.spot
    # A real product may be slender: it needs room above it that a drawing in its square does not.
    slender = isinstance(lead, Picture) and y < place.radius
    hero = sticker(lead, place.size * (0.8 if slender else 1.0), tilt=-7, shadow=argb(stage.palette.ink))
    y += place.radius * 0.1 if slender else 0.0
    if hero is not None and is_tall(stage):
        # Its head stays under the words, however tall it is.
        y = max(y, stage.safe.bottom + 40 - hero.corner[1])
    ground = stage.ground
    colors = (ground.shape, ground.shape_2)
    discs = [lit_disc(one, *place.disc, place.radius, frame=stage.format) for one in colors]
    shade = shade_of(stage.palette.ink)
    mark = None if hero is not None else _mark(stage, place)

    def layer(canvas: skia.Canvas, t: float) -> None:
        for i, paint in enumerate(discs):
            p = quint_out(progress(t, start=0.05 + 0.12 * i, seconds=1.0 / stage.tempo))
            reach = place.radius * (1.0 - 0.2 * i) * p * (1 + 0.012 * math.sin(t * 1.2 + i))
            outline = skia.Path()
            outline.addCircle(*place.disc, reach)
            cast(canvas, outline, shade)
            canvas.drawPath(outline, paint)
        if hero is not None:
            p = expo_out(progress(t, start=0.35, seconds=0.9))
            if p > 0.01:
                sway = math.sin(t * 1.3)
                hero.draw(canvas, x, y + 9 * sway, scale=p * (1 + 0.006 * t), squash=0.012 * sway)
        elif mark is not None:
            mark(canvas, t)

    return layer


def _mark(stage: Stage, place: OnDisc) -> Layer:
    """The brand's mark in the picture's place; in tall frames whole, between the captions and the edge."""
    (x, y), reach = place.spot, place.size * 0.38
    if is_tall(stage):
        low, height = caption_box(stage.format).bottom, float(stage.format.height)
        y, reach = (low + height) / 2 + (height - low) * 0.04, min(reach, (height - low) * 0.38)
    return monogram(stage, x, y, reach, start=0.4)
