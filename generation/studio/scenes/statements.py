"""Hooks that are type alone: one word, a statement, a question."""

import math
from dataclasses import replace

import skia

from generation.studio.design.color import mix
from generation.studio.motion import back_out, expo_out, progress, quint_out
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.canvas import Layer, fill, placed, polygon, stroke
from generation.studio.scenes.layout import Box
from generation.studio.scenes.lettering import headline
from generation.studio.scenes.light import cast, lit, shade_of, shades
from generation.studio.scenes.stage import Stage
from generation.studio.typesetting import Align, clean, shape, tokens
from generation.studio.typesetting.shaping import metrics_of

_ECHOES = 3


def word(stage: Stage) -> tuple[Layer, ...]:
    """One word or two, as large as the frame allows, echoed in outline above and below."""
    frame, safe = stage.format, stage.safe
    # In a wide frame two lines of the largest size would reach down into the captions.
    wish = replace(stage.loud(360 if frame.is_wide else 560, lines=2), most_lines=2)
    plate = Box(safe.left, safe.top, safe.right, safe.bottom)
    title, shown = headline(stage, plate, wish=wish, middle=True, start=0.12, emphasis="")
    first = shown.blocks[0]
    return (
        backdrop(stage, focus=(frame.width / 2, safe.center[1])),
        _sweep(stage, safe.center[1], max(shown.height * 0.5, first.size * 0.6)),
        _echoes(stage, safe.center[1], shown.height / 2, first.size),
        title,
    )


def _sweep(stage: Stage, middle: float, half: float) -> Layer:
    """A slanted band of colour that shoots through below the word and stays as its underline."""
    frame = stage.format
    thick = max(half * 0.16, 22.0)
    y = middle + half + thick * 1.3
    bars = ((fill(stage.ground.shape), 0.0, 0.0), (fill(stage.ground.shape_2), 0.12, thick * 1.35))

    def layer(canvas: skia.Canvas, t: float) -> None:
        for paint, wait, below in bars:
            p = quint_out(progress(t, start=0.35 + wait, seconds=0.9 / stage.tempo))
            if p > 0.01:
                right = frame.width * (1.06 if wait == 0 else 0.72) * p + 14 * math.sin(t * 1.3 + wait)
                top = y + below
                shape_ = [
                    (-40.0, top + 30),
                    (right, top),
                    (right - 26, top + thick),
                    (-40.0, top + 30 + thick),
                ]
                canvas.drawPath(polygon(shape_), paint)

    return layer


def _echoes(stage: Stage, middle: float, half: float, size: float) -> Layer:
    """The word again in outline, row above row and row below row: a wall of posters behind it."""
    loudest = max(tokens(stage.headline()), key=len, default="")
    glyphs = shape(loudest, face=stage.pairing.display, size=round(size, 1))
    x = (stage.format.width - glyphs.width) / 2
    high = metrics_of(loudest, face=stage.pairing.display).cap * size
    pitch = max(high * 1.34, 60.0)
    # A stroke in a see-through colour is dear to draw: the mixture is opaque.
    rows = [(side, i) for i in range(1, _ECHOES + 1) for side in (-1, 1)]
    inks = [mix(stage.ground.stops[1], stage.ground.text, 0.30 - 0.08 * i) for i in range(_ECHOES)]
    paints = [stroke(ink, max(size * 0.011, 2.5)) for ink in inks]

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = expo_out(progress(t, start=0.4, seconds=1.1))
        if p <= 0.01 or glyphs.blobs:
            return
        for side, i in rows:
            base = middle - half + high if side < 0 else middle + half
            y = base + side * pitch * i * p + (0.0 if side < 0 else high * 0.5)
            drift = 16 * math.sin(t * 0.7 + i) * side
            with placed(canvas, x + drift, y):
                canvas.drawPath(glyphs.outline, paints[i - 1])

    return layer


def question(stage: Stage) -> tuple[Layer, ...]:
    """The question, and its mark as large as the room beneath or beside it, leaning out of the picture."""
    frame, safe = stage.format, stage.safe
    tall = frame.height > 1.5 * frame.width
    if frame.is_wide:
        words = safe.columns(0.62)[0]
        if stage.from_right:
            words = Box(safe.right - words.width, safe.top, safe.right, safe.bottom)
    else:
        words = safe.rows(0.62 if tall else 0.7)[0]
    wish = stage.loud(230 if tall else 184, lines=6, align=Align.LEFT)
    title, shown = headline(stage, words, wish=wish, middle=frame.is_wide)
    top = frame.height * 0.08 if frame.is_wide else words.top + shown.height + frame.height * 0.05
    return (
        backdrop(stage, focus=(frame.width * 0.8, frame.height * 0.7), floored=False),
        _mark(stage, top),
        title,
    )


def _mark(stage: Stage, top: float) -> Layer:
    """The question mark from ``top`` to below the frame, cut out of something thick that light falls on."""
    frame = stage.format
    glyphs = shape("?", face=stage.pairing.display, size=1000.0)
    bounds = glyphs.outline.getBounds()
    scale = max(frame.height * 1.02 - top, frame.height * 0.34) / bounds.height()
    hand = -1 if stage.from_right else 1
    half = bounds.width() * scale / 2
    x = frame.width / 2 + hand * (frame.width / 2 - half * 0.86)
    y = frame.height * 1.02 - bounds.height() * scale / 2
    middle = skia.Matrix.Translate(-bounds.centerX(), -bounds.centerY())
    face = skia.Path(glyphs.outline)
    face.transform(middle)
    room = Box(x - half * 1.3, y - frame.height * 0.5, x + half * 1.3, float(frame.height))
    front = lit(stage.ground.shape, room, lift=0.07, drop=0.06, slant=0.5)
    sides = (fill(shades(stage.ground.shape_2, drop=0.1)[2]), _thick(face, 0.052), 0.0)
    shade = shade_of(stage.palette.ink)

    def layer(canvas: skia.Canvas, t: float) -> None:
        for paint, outline, wait in (sides, (front, face, 0.1)):
            p = back_out(progress(t, start=0.08 + wait, seconds=1.0 / stage.tempo), 0.9)
            place = skia.Matrix.Translate(x + hand * (1 - p) * frame.width * 0.6, y)
            place.preRotate(hand * (8 + 3 * math.sin(t * 0.9)))
            place.preScale(hand * scale, scale)
            seen = skia.Path(outline)
            seen.transform(place)
            if outline is not face:
                cast(canvas, seen, shade)
            canvas.drawPath(seen, paint)

    return layer


def _thick(face: skia.Path, share: float) -> skia.Path:
    """``face`` and all that it passes over on its way down to the right, by ``share`` of its width."""
    steps = 14
    far = face.getBounds().width() * share
    builder = skia.OpBuilder()
    for i in range(steps + 1):
        moved = skia.Path(face)
        moved.offset(far * i / steps, far * 0.8 * i / steps)
        builder.add(moved, skia.PathOp.kUnion_PathOp)
    whole = builder.resolve()
    return whole if whole is not None else face


def is_question(text: str) -> bool:
    """Whether a text asks: in Latin, Greek, Arabic, Chinese or Japanese punctuation."""
    return clean(text).rstrip("\"'”’»)").endswith(("?", "؟", "？", ";"))
