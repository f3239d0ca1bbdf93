"""Lists: every entry arrives as it is said."""

import math
from dataclasses import replace

import skia

from generation.studio.design.color import argb
from generation.studio.design.contrast import readable_on
from generation.studio.motion import back_out, evenly, expo_out, progress, spring
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.benefit import spotlight
from generation.studio.scenes.canvas import Layer, fill, placed, rounded, stroke
from generation.studio.scenes.heading import Headed, headed, spread
from generation.studio.scenes.layout import Box
from generation.studio.scenes.lettering import draw_setting
from generation.studio.scenes.pieces.card import card
from generation.studio.scenes.pieces.sticker import sticker
from generation.studio.scenes.pieces.tag import draw_tick
from generation.studio.scenes.stage import Builder, Stage, is_tall
from generation.studio.typesetting import Align, fit

_MOST = 5


def entries(stage: Stage, *, most: int = _MOST) -> tuple[str, ...]:
    """The entries to show; the detail stands in when there is no list."""
    items = tuple(item for item in stage.scene.items if item.strip())[:most]
    return items or tuple(filter(None, (stage.scene.detail,)))


def arrivals(stage: Stage, items: tuple[str, ...]) -> tuple[float, ...]:
    """When each entry is spoken, in order; spread evenly where it is not spoken."""
    usual = evenly(len(items), start=0.7, end=max(stage.seconds * 0.72, 1.2))
    times: list[float] = []
    for item, otherwise in zip(items, usual, strict=True):
        before = times[-1] if times else 0.0
        when = stage.said(item, otherwise=max(otherwise, before + 0.2), after=before) - 0.12
        times.append(max(when, before + 0.16, 0.45))
    return tuple(times)


def _headed(stage: Stage, count: int) -> Headed:
    tall = is_tall(stage)
    share = 0.36 if tall else (0.27 if count > 3 else 0.34)
    return headed(stage, share=share, largest=184 if tall else 140, column=0.4, gap=62 if tall else 44)


def cards(stage: Stage) -> tuple[Layer, ...]:
    """Cards under one another, sliding in from alternate sides, each with a picture or a tick."""
    items = entries(stage)
    if not items:
        return spotlight(stage)
    head = _headed(stage, len(items))
    body = spread(stage, head.body)
    count = len(items)
    gap = 30.0 if count < 5 else 22.0
    height = min((body.height - gap * (count - 1)) / count, 270.0 if count > 2 else 340.0)
    top = body.top + (body.height - count * height - (count - 1) * gap) / 2
    rows = tuple(
        Box(body.left, top + i * (height + gap), body.right, top + i * (height + gap) + height)
        for i in range(len(items))
    )
    times = arrivals(stage, items)
    layers = tuple(
        _row(stage, item, box, i, when)
        for i, (item, box, when) in enumerate(zip(items, rows, times, strict=True))
    )
    return (backdrop(stage, company=True), ghosts(stage, rows), *head.layers, *layers)


def ghosts(stage: Stage, boxes: tuple[Box, ...]) -> Layer:
    """Faint outlines of what is still to come, so that the frame is never half empty."""
    outline = stroke(stage.ground.text, 4, 0.2)
    outline.setPathEffect(skia.DashPathEffect.Make([18, 18], 0))

    def layer(canvas: skia.Canvas, t: float) -> None:
        for i, box in enumerate(boxes):
            p = expo_out(progress(t, start=0.35 + 0.1 * i, seconds=0.6))
            if p <= 0.01:
                continue
            with placed(canvas, *box.center, scale=0.9 + 0.1 * p):
                inner = Box(-box.width / 2, -box.height / 2, box.width / 2, box.height / 2).inset(10)
                canvas.drawRRect(rounded(inner, min(box.height * 0.24, 48)), outline)

    return layer


def _surface(stage: Stage, i: int) -> str:
    palette = stage.palette
    if stage.ground.is_dark:
        return (palette.paper, palette.accent)[i % 2]
    return ("#ffffff", palette.accent)[i % 2] if stage.ground.name == "paper" else palette.paper


def _row(stage: Stage, item: str, box: Box, i: int, when: float) -> Layer:
    color = _surface(stage, i)
    plate = card(box.width, box.height, color=color, shade=stage.palette.ink, strength=0.24)
    ink = readable_on((color,), candidates=(stage.palette.ink,))
    icon = _icon(stage, i, box.height, color)
    hand = -1 if stage.from_right else 1
    room = box.width - box.height * 1.12 - 44
    text_left = -box.width / 2 + (44 if stage.from_right else box.height * 1.12)
    setting = fit(
        item,
        wish=stage.plain(min(box.height * 0.4, 92), lines=2, align=Align.LEFT, strong=True),
        width=room,
        height=box.height * 0.7,
    ).moved(x=text_left, y=0)
    side = -1 if i % 2 else 1

    def layer(canvas: skia.Canvas, t: float) -> None:
        if t < when:
            return
        p = spring(t - when, frequency=1.7 * stage.tempo, damping=0.76)
        x = box.center[0] + side * (1 - p) * stage.format.width
        tilt = side * (1 - p) * 10
        with placed(canvas, x, box.center[1] + 2.5 * math.sin(t * 1.3 + i), turn=tilt):
            plate.draw(canvas)
            with placed(canvas, hand * (-box.width / 2 + box.height * 0.56), 0):
                icon(canvas, t - when)
            with placed(canvas, 0, -setting.height / 2 + setting.size * 0.04):
                draw_setting(canvas, setting, fill(ink))

    return layer


def _icon(stage: Stage, i: int, height: float, surface: str) -> Layer:
    """A disc round the origin with the entry's picture, or with a tick."""
    names = stage.scene.illustrations
    name = names[i] if i < len(names) and len(names) >= len(entries(stage)) else ""
    palette = stage.palette
    radius = height * 0.37
    disc = palette.primary if surface != palette.primary else palette.secondary
    picture = sticker(name, radius * 1.62, shadow=argb(palette.ink), strength=0.2)
    mark = stroke(readable_on((disc,), candidates=(palette.paper, palette.ink)), radius * 0.2)

    def layer(canvas: skia.Canvas, t: float) -> None:
        pop = back_out(progress(t, start=0.12, seconds=0.5), 1.6)
        if pop <= 0.01:
            return
        canvas.drawCircle(0, 0, radius * pop, fill(disc, 0.22 if picture else 1.0))
        if picture is not None:
            picture.draw(canvas, 0, 0, scale=pop, squash=0.03 * math.sin(t * 1.8 + i))
        else:
            draw_tick(canvas, 0, 0, radius * 1.05, mark, progress(t, start=0.3, seconds=0.35))

    return layer


def chips(stage: Stage) -> tuple[Layer, ...]:
    """Big labels thrown on a pile, each at its own slant and in its own colour."""
    items = entries(stage)
    if not items:
        return spotlight(stage)
    head = _headed(stage, len(items))
    body = spread(stage, head.body)
    pitch = min(body.height / len(items), 262.0)
    top = body.top + (body.height - pitch * len(items)) / 2
    times = arrivals(stage, items)
    layers = tuple(
        _chip(stage, item, Box(body.left, top + i * pitch, body.right, top + (i + 1) * pitch), i, when)
        for i, (item, when) in enumerate(zip(items, times, strict=True))
    )
    return (backdrop(stage, company=True), *head.layers, *layers)


def _chip(stage: Stage, item: str, box: Box, i: int, when: float) -> Layer:
    palette = stage.palette
    names = [name for name in ("primary", "accent", "secondary") if name != stage.ground.name]
    color, ink = stage.surface(names[i % len(names)])
    height = box.height * 0.86
    wish = replace(stage.loud(height * 0.52, lines=2, align=Align.LEFT), smallest=26)
    setting = fit(stage.cased(item), wish=wish, width=box.width - height * 1.1, height=height * 0.66).flush
    width = setting.width + height * 0.95
    slack = box.width - width
    x = box.left + width / 2 + slack * (0.12, 0.88, 0.4, 0.7, 0.2)[i % 5]
    slant = (-3.0, 2.2, -1.6, 2.8, -2.2)[i % 5]
    plate = card(width, height, color=color, shade=palette.ink, radius=height * 0.5, strength=0.28)

    def layer(canvas: skia.Canvas, t: float) -> None:
        if t < when:
            return
        p = spring(t - when, frequency=1.9 * stage.tempo, damping=0.5)
        drop = (1 - p) * -120
        with placed(
            canvas,
            x,
            box.center[1] + drop,
            scale=0.6 + 0.4 * p,
            turn=slant + (1 - p) * 20 + 0.5 * math.sin(t + i),
        ):
            plate.draw(canvas)
            with placed(canvas, -setting.width / 2, -setting.height / 2 + setting.size * 0.08):
                draw_setting(canvas, setting, fill(ink))

    return layer


LAYOUTS: dict[str, Builder] = {"cards": cards, "chips": chips}
