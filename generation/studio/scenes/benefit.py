"""Benefit scenes: what the customer gets out of it."""

import math

import skia

from generation.studio.design.color import argb
from generation.studio.design.motifs.geometry import blob, laid
from generation.studio.motion import back_out, progress, spring
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.canvas import Layer, fill, placed, stroke
from generation.studio.scenes.layout import Box
from generation.studio.scenes.lettering import headline, inks_on, label
from generation.studio.scenes.light import cast, lit_disc, shade_of
from generation.studio.scenes.photos import lead_of
from generation.studio.scenes.pieces.badge import starburst
from generation.studio.scenes.pieces.card import card
from generation.studio.scenes.pieces.sticker import Sticker, sticker, sticker_within
from generation.studio.scenes.pieces.tag import second_line
from generation.studio.scenes.pieces.tiles import emblem
from generation.studio.scenes.pulse import pulse
from generation.studio.scenes.stage import Builder, Stage
from generation.studio.typesetting import Align


def spotlight(stage: Stage) -> tuple[Layer, ...]:
    """The picture above, on a shape that wobbles and leaves the frame; the words below it."""
    frame, safe = stage.format, stage.safe
    tall = frame.height > 1.5 * frame.width
    align = Align.LEFT if frame.is_wide else Align.CENTER
    if frame.is_wide:
        words = safe.columns(0.51)[1]
        middle, radius = (frame.width * 0.235, frame.height * 0.48), frame.height * 0.4
    else:
        words = safe.rows(0.5 if tall else 0.48, gap=40)[1]
        radius = frame.width * (0.385 if tall else 0.29 if frame.is_tall else 0.24)
        middle = (frame.width / 2, words.top - radius * 1.15)
    text_box, pill_box = _with_detail(stage, words)
    wish = stage.loud(200 if tall else 160, align=align)
    title, shown = headline(stage, text_box, wish=wish, middle=True)
    layers: tuple[Layer, ...] = (
        backdrop(stage, focus=middle),
        _blob(stage, middle, radius),
        _hero(stage, middle, radius),
        title,
    )
    if pill_box is None:
        return layers
    end = text_box.top + (text_box.height + shown.height) / 2
    low = Box(pill_box.left, end + 30, pill_box.right, end + 30 + pill_box.height)
    return (*layers, second_line(stage, stage.scene.detail, low, start=0.9, align=align))


def _with_detail(stage: Stage, words: Box) -> tuple[Box, Box | None]:
    if not stage.scene.detail:
        return words, None
    height = 108.0
    return (
        Box(words.left, words.top, words.right, words.bottom - height - 34),
        Box(words.left, words.bottom - height, words.right, words.bottom),
    )


def _blob(stage: Stage, middle: tuple[float, float], radius: float) -> Layer:
    dice = stage.dice("blob")
    shapes = [blob(radius * share, dice=dice, wobble=0.1) for share in (1.06, 0.94)]
    colors = (stage.ground.shape_2, stage.ground.shape)
    paints = [lit_disc(color, *middle, radius * 1.2, frame=stage.format) for color in colors]
    shade = shade_of(stage.palette.ink)

    def layer(canvas: skia.Canvas, t: float) -> None:
        for i, (shape, paint) in enumerate(zip(shapes, paints, strict=True)):
            p = back_out(progress(t, start=0.05 + 0.1 * i, seconds=0.8 / stage.tempo), stage.overshoot * 0.6)
            if p > 0.01:
                outline = laid(shape, *middle, turn=t * (9 if i else -7), scale=(p, p))
                cast(canvas, outline, shade)
                canvas.drawPath(outline, paint)

    return layer


def _hero(stage: Stage, middle: tuple[float, float], radius: float) -> Layer:
    hero = sticker(lead_of(stage), radius * 1.5, tilt=-4, shadow=argb(stage.palette.ink))
    if hero is None:
        return emblem(stage, middle[0], middle[1], radius * 0.56, start=0.35)
    hop = pulse(stage)
    names = [n for n in stage.scene.illustrations if n != stage.scene.illustration][:2]
    small = [s for s in (sticker(n, radius * 0.5, shadow=argb(stage.palette.ink)) for n in names) if s]

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = spring(t - 0.22, frequency=1.6 * stage.tempo, damping=0.5)
        if p > 0.01:
            _float(canvas, hero, middle, t, scale=p, hop=hop(t))
        for i, one in enumerate(small):
            q = back_out(progress(t, start=0.7 + 0.15 * i, seconds=0.6), stage.overshoot)
            side = 1 if i == 0 else -1
            one.draw(
                canvas,
                middle[0] + side * radius * 0.92,
                middle[1] - side * radius * 0.55 + 10 * math.sin(t * 1.2 + i),
                scale=q,
                turn=side * 10 + 5 * math.sin(t + i),
            )

    return layer


def _float(
    canvas: skia.Canvas, hero: Sticker, middle: tuple[float, float], t: float, *, scale: float, hop: float
) -> None:
    sway = math.sin(t * 1.4)
    y = middle[1] + 10 * sway - hero.px * 0.07 * max(hop, 0.0)
    hero.draw(canvas, middle[0], y, scale=scale * (1 + 0.007 * t), squash=0.012 * sway - 0.06 * hop)


def note(stage: Stage) -> tuple[Layer, ...]:
    """A large card that swings in, with the words on it and the picture leaning over its edge."""
    frame, safe = stage.format, stage.safe
    tall = frame.height > 1.5 * frame.width
    if frame.is_wide:
        size = frame.height * 0.66
        plate = Box(safe.left - 20, safe.top, safe.right - size * 0.52, safe.bottom - 6)
        spot = (plate.right + size * 0.12, plate.center[1])
        inner = Box(plate.left + 64, plate.top + 50, spot[0] - size * 0.5, plate.bottom - 50)
    else:
        size = frame.width * (0.66 if tall else 0.46 if frame.is_tall else 0.4)
        spot = (frame.width * 0.5, safe.top + size * (0.34 if tall else 0.44))
        plate = Box(frame.width * 0.045, spot[1] + size * 0.24, frame.width * 0.955, safe.bottom - 6)
        inner = Box(plate.left + 72, spot[1] + size * 0.5, plate.right - 72, plate.bottom - 50)
    return (
        backdrop(stage, focus=spot),
        _burst(stage, spot, size),
        _plate(stage, plate, inner),
        _leaning(stage, spot, size),
    )


def _burst(stage: Stage, spot: tuple[float, float], size: float) -> Layer:
    """A seal behind the picture, half hidden by the card."""
    shape = starburst(size * 0.66, points=16, depth=0.08)
    paint, ring = fill(stage.ground.shape), stroke(stage.ground.shape_2, size * 0.02)

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = back_out(progress(t, start=0.1, seconds=0.8 / stage.tempo), stage.overshoot * 0.7)
        if p > 0.01:
            with placed(canvas, *spot, scale=p, turn=t * 8):
                canvas.drawPath(shape, paint)
                canvas.drawCircle(0, 0, size * 0.54, ring)

    return layer


def _plate(stage: Stage, plate: Box, inner: Box) -> Layer:
    color = stage.palette.paper if stage.ground.name != "paper" else "#ffffff"
    shade = stage.palette.ink
    under = card(plate.width, plate.height, color=stage.ground.shape_2, shade=shade, radius=60, strength=0.2)
    top = card(plate.width, plate.height, color=color, shade=shade, radius=60)
    x, y = plate.center
    local = Box(inner.left - x, inner.top - y, inner.right - x, inner.bottom - y)
    words = _on_card(stage, local, color)

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = spring(t - 0.02, frequency=1.3 * stage.tempo, damping=0.78)
        off = (1 - p) * stage.format.height * 0.9
        sway = 0.35 * math.sin(t * 0.9)
        with placed(canvas, x, y + off * 1.15, turn=-3.4 - sway):
            under.draw(canvas)
        with placed(canvas, x, y + off, turn=(1 - p) * 9 + sway):
            top.draw(canvas)
            for word in words:
                word(canvas, t)

    return layer


def _on_card(stage: Stage, box: Box, color: str) -> tuple[Layer, ...]:
    """Headline and detail on a card, in the card's own coordinates."""
    inks = inks_on(color, stage.palette)
    detail = stage.scene.detail
    upper = Box(box.left, box.top, box.right, box.bottom - (130 if detail else 0))
    title, shown = headline(
        stage, upper, wish=stage.loud(190, lines=5, align=Align.LEFT), middle=True, start=0.42, inks=inks
    )
    if not detail:
        return (title,)
    top = upper.top + (upper.height + shown.height) / 2 + 36
    line = Box(box.left, top, box.right, min(top + 120, box.bottom))
    wish = stage.plain(62, lines=2, align=Align.LEFT)
    start = stage.heard(detail, otherwise=0.95)
    return title, label(stage, detail, line, wish=wish, color=inks.text, start=start)[0]


def _leaning(stage: Stage, spot: tuple[float, float], size: float) -> Layer:
    hero = sticker_within(lead_of(stage), size, tallest=size * 1.08, tilt=7, shadow=argb(stage.palette.ink))
    if hero is None:
        return emblem(stage, spot[0], spot[1], size * 0.36, start=0.45)
    hop = pulse(stage)

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = back_out(progress(t, start=0.5, seconds=0.7 / stage.tempo), stage.overshoot)
        sway, up = math.sin(t * 1.3), hop(t)
        y = spot[1] - size * 0.06 * max(up, 0.0)
        hero.draw(canvas, spot[0], y, scale=p * (1 + 0.006 * t), squash=0.012 * sway - 0.05 * up)

    return layer


LAYOUTS: dict[str, Builder] = {"spotlight": spotlight, "note": note}
