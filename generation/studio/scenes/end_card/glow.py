"""End cards on a gradient that flows, with rings like those of a stone in water."""

import math

import skia

from generation.studio.design.color import argb
from generation.studio.motion import expo_out, progress, quint_out
from generation.studio.scenes.backdrop import floating_dust
from generation.studio.scenes.canvas import Layer, rect, stroke
from generation.studio.scenes.end_card.aside import aside, product_aside
from generation.studio.scenes.end_card.words import Sizes, stack
from generation.studio.scenes.layout import Box
from generation.studio.scenes.light import cast, lit_disc, shade_of
from generation.studio.scenes.photos import lead_of
from generation.studio.scenes.pieces.mesh import mesh
from generation.studio.scenes.pieces.monogram import monogram
from generation.studio.scenes.pieces.sticker import sticker
from generation.studio.scenes.stage import Stage, is_tall
from generation.studio.typesetting import Align


def glow(stage: Stage) -> tuple[Layer, ...]:
    """Everything centred on a gradient that flows; in tall frames the product stands at its foot."""
    frame, safe = stage.format, stage.safe
    tall = is_tall(stage)
    if frame.is_wide:
        return _wide_glow(stage)
    if not tall and lead_of(stage):
        words, beside = aside(stage)
        x, y = beside.product.center
        return (_flow(stage, stage.safe, (x, y)), product_aside(stage, beside), *words)
    # The mark is as large as the words leave it.
    most = (210.0 if tall else 150.0) if frame.is_tall else 112.0
    gap = 56.0 if tall else 34.0
    left_over = safe.height - Sizes.of(stage).below_name(stage, safe.width, Align.CENTER) - gap
    radius = max(min(most, left_over * 0.3), 76.0)
    mark = monogram(stage, frame.width / 2, safe.top + radius + 4, radius, start=0.15)
    column = Box(safe.left, safe.top + radius * 2 + gap, safe.right, safe.bottom)
    return (_flow(stage, column), _foot(stage), mark, *stack(stage, column, Align.CENTER))


def _wide_glow(stage: Stage) -> tuple[Layer, ...]:
    """The words at one side, as wide as their column, and the product at the other, or else the mark."""
    frame, safe = stage.format, stage.safe
    column, other = safe.columns(0.56, gap=60)
    if stage.from_right:
        column, other = (
            Box(safe.right - column.width, safe.top, safe.right, safe.bottom),
            safe.columns(0.44)[0],
        )
    x, y = other.center[0], frame.height * 0.46
    hero = sticker(lead_of(stage), frame.height * 0.7, tilt=-6, shadow=argb(stage.palette.ink))
    if hero is None:
        mark = monogram(stage, x, y, frame.height * 0.27, start=0.15)
        return (_flow(stage, column, (x, y)), mark, *stack(stage, column, Align.LEFT, filling=True))
    small = 84.0
    end = column.right - small if stage.from_right else column.left + small
    mark = monogram(stage, end, safe.top + small, small, start=0.15)
    words = Box(column.left, safe.top + 2 * small + 30, column.right, column.bottom)

    def product(canvas: skia.Canvas, t: float) -> None:
        p = expo_out(progress(t, start=0.35, seconds=0.9))
        if p > 0.01:
            sway = math.sin(t * 1.3)
            hero.draw(canvas, x, y + 9 * sway, scale=p * (1 + 0.006 * t), squash=0.012 * sway)

    return (_flow(stage, words, (x, y)), product, mark, *stack(stage, words, Align.LEFT, filling=True))


def _foot(stage: Stage) -> Layer:
    """The product once more, rising out of the lower edge, its companions at its sides; none beside words."""
    frame, lead = stage.format, lead_of(stage)
    if not lead:
        return _dawn(stage)
    names = [name for name in stage.scene.illustrations if name != stage.scene.illustration][:2]
    ink = argb(stage.palette.ink)
    tall = is_tall(stage)
    size = frame.width * (0.62 if tall else 0.4)
    made = [sticker(lead, size, tilt=-5, shadow=ink)] if not frame.is_wide else []
    made += [sticker(name, size * 0.5, tilt=-9 + 18 * i, shadow=ink) for i, name in enumerate(names) if made]
    low = 0.885 if tall else 0.97
    places = ((0.5, low), (0.14, low + 0.015), (0.86, low + 0.02))

    def layer(canvas: skia.Canvas, t: float) -> None:
        for i, one in reversed(list(enumerate(made))):
            if one is not None:
                p = quint_out(progress(t, start=0.3 + 0.12 * i, seconds=1.0 / stage.tempo))
                x, y = frame.width * places[i][0], frame.height * places[i][1]
                y += (1 - p) * size + 8 * math.sin(t * 1.3 + i)
                if p > 0.01:
                    one.draw(canvas, x, y, squash=0.012 * math.sin(t * 1.3 + i))

    return layer


def _dawn(stage: Stage) -> Layer:
    """For ads without a product to show: half discs that come up at the lower edge of tall frames."""
    frame, tall = stage.format, is_tall(stage)
    reach = frame.width * 0.5 if tall else 0.0
    middle = (frame.width / 2, frame.height + reach * 0.12)
    colors = (stage.ground.shape_2, stage.ground.shape, stage.ground.spark)
    paints = [lit_disc(one, *middle, max(reach, 8.0), frame=frame) for one in colors]
    shade = shade_of(stage.palette.ink)

    def layer(canvas: skia.Canvas, t: float) -> None:
        for i, paint in enumerate(paints if tall else ()):
            p = quint_out(progress(t, start=0.4 + 0.12 * i, seconds=1.2 / stage.tempo))
            radius = reach * (1 - 0.27 * i) * p * (1 + 0.014 * math.sin(t * 1.3 - i))
            if radius > 1:
                outline = skia.Path()
                outline.addCircle(*middle, radius)
                cast(canvas, outline, shade)
                canvas.drawPath(outline, paint)

    return layer


def _flow(stage: Stage, words: Box, center: tuple[float, float] | None = None) -> Layer:
    """The flowing gradient, with rings round ``center`` and with dust everywhere but behind the words."""
    frame = stage.format
    x, y = center or (frame.width / 2, frame.height * 0.3)
    colors = mesh(frame, stage.ground)
    dust = floating_dust(frame, stage.ground, dice=stage.dice("dust"), count=20)
    small = frame.short_side
    # Away from the text's own colour: a ring behind a line of words must not make it harder to read.
    ring = stroke("#000000" if stage.ground.is_dark else "#ffffff", 3.5, 0.2)

    def layer(canvas: skia.Canvas, t: float) -> None:
        colors(canvas, t)
        for i in range(4):
            radius = small * (0.34 + 0.2 * i) * (1 + 0.015 * math.sin(t * 1.1 + i))
            canvas.drawCircle(x, y, radius, ring)
        canvas.save()
        canvas.clipRect(rect(words), skia.ClipOp.kDifference, True)
        dust(canvas, t)
        canvas.restore()

    return layer
