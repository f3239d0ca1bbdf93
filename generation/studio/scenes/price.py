"""Prices: the old one struck out, the new one as large as it goes, the code and the deadline with it."""

import math

import skia

from generation.studio.design.color import argb
from generation.studio.design.contrast import readable_on
from generation.studio.design.motifs.geometry import flat, laid
from generation.studio.motion import back_out, cubic_in_out, expo_out, progress
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.canvas import Layer, fill, placed, rounded, stroke
from generation.studio.scenes.figures import caption_of, figure_of, label_of
from generation.studio.scenes.heading import headed
from generation.studio.scenes.layout import Box
from generation.studio.scenes.lettering import draw_setting, label
from generation.studio.scenes.photos import lead_of
from generation.studio.scenes.pieces.badge import starburst
from generation.studio.scenes.pieces.counter import counter
from generation.studio.scenes.pieces.sticker import sticker
from generation.studio.scenes.pieces.tag import pill
from generation.studio.scenes.stage import Stage, is_tall
from generation.studio.typesetting import Align, clean, fit
from generation.studio.typesetting.pen import pen


def price(stage: Stage) -> tuple[Layer, ...]:
    """Type straight on the ground: what it cost, what it costs, for how long."""
    frame = stage.format
    foot = _foot_height(stage)
    told = caption_of(stage)
    # Where the price says it all nothing heads it: it is as large as the frame allows.
    head = headed(
        stage,
        share=0.34,
        largest=150 if is_tall(stage) else 128,
        text=told,
        below=foot if frame.is_wide else 0.0,
        column=0.42,
        gap=44,
        calm=True,
    )
    beside = frame.is_wide and bool(head.layers)
    low = 0.0 if beside else foot
    body = Box(head.body.left, head.body.top, head.body.right, head.body.bottom - low)
    body = body if head.layers else _gathered(body)
    align = Align.LEFT if beside else Align.CENTER
    top = head.words.bottom + 36 if beside else body.bottom + 20
    return (
        backdrop(stage, focus=body.center, company=True),
        _burst(stage, body),
        *head.layers,
        *_figures(stage, body),
        *_foot(stage, Box(head.words.left, top, head.words.right, stage.safe.bottom), align),
    )


def _gathered(body: Box) -> Box:
    """The middle of a room that is all there is: a price and what it buys stand close together."""
    height = min(body.height, body.width * 0.7)
    top = body.top + (body.height - height) * 0.45
    return Box(body.left, top, body.right, top + height)


def _foot_height(stage: Stage) -> float:
    scene = stage.scene
    lines = [text for text in (scene.code, scene.deadline or scene.detail) if clean(text)]
    return 128.0 * len(lines)


def _foot(stage: Stage, box: Box, align: Align) -> list[Layer]:
    """The code on a coupon and the deadline in a pill, one under the other."""
    scene = stage.scene
    layers, y = [], box.top
    if clean(scene.code):
        layers.append(coupon(stage, scene.code, Box(box.left, y, box.right, y + 104), start=1.0, align=align))
        y += 128
    end = scene.deadline or scene.detail
    if clean(end):
        line = Box(box.left, y, box.right, y + 92)
        layers.append(pill(stage, end, line, start=1.25, align=align, tick=not scene.deadline))
    return layers


def _burst(stage: Stage, body: Box) -> Layer:
    """A seal of rays behind the price, turning slowly."""
    radius = min(body.width * 0.62, body.height * 0.62)
    shape = starburst(radius, points=24, depth=0.16, soften=False)
    inner = stroke(stage.ground.text, 3, 0.25)
    # Tiles on a canvas that is not turned are filled six times as fast as a see-through colour.
    paint = skia.Paint(Shader=flat(argb(stage.ground.motif, 0.14)), AntiAlias=True)
    # In tall frames the product stands below; beside a struck-out price it would cover it.
    is_apart = is_tall(stage) or bool(stage.scene.was)
    hero = None if is_apart else sticker(lead_of(stage), min(body.width, body.height) * 0.36, tilt=10)
    x, y = body.center
    side = -1 if stage.from_right else 1

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = back_out(progress(t, start=0.05, seconds=0.9 / stage.tempo), 0.8)
        if p <= 0.01:
            return
        canvas.drawPath(laid(shape, x, y, turn=t * 6, scale=(p, p)), paint)
        with placed(canvas, x, y, scale=p):
            canvas.drawCircle(0, 0, radius * 0.8, inner)
        if hero is not None:
            pop = back_out(progress(t, start=0.9, seconds=0.7), stage.overshoot)
            spot = (
                body.right - hero.px * 0.5 if side > 0 else body.left + hero.px * 0.5,
                body.top + hero.px * 0.42,
            )
            hero.draw(canvas, *spot, scale=pop, squash=0.02 * math.sin(t * 1.4))

    return layer


def _figures(stage: Stage, body: Box) -> list[Layer]:
    scene = stage.scene
    was, unit = clean(scene.was), label_of(stage)
    land = stage.said(figure_of(stage), otherwise=1.4) + 0.2
    top = body.top + body.height * (0.26 if was else 0.24 if lead_of(stage) and not is_tall(stage) else 0.08)
    low = body.bottom - (body.height * 0.22 if unit else body.height * 0.04)
    box = Box(body.left, top, body.right, low)
    layers: list[Layer] = [
        counter(
            figure_of(stage),
            box,
            face=stage.pairing.figures,
            color=stage.ground.emphasis,
            start=0.35,
            land=land,
            largest=min(640.0, box.height * 1.3) * stage.pairing.scale,
        )
    ]
    if was:
        place = Box(body.left, body.top, body.right, top - body.height * 0.03)
        layers.insert(0, struck(stage, was, place, start=0.15, when=max(land - 0.6, 0.7)))
    if unit:
        place = Box(body.left, low + body.height * 0.085, body.right, body.bottom)
        wish = stage.loud(104, lines=1)
        layers.append(label(stage, unit, place, wish=wish, color=stage.ground.text, start=land - 0.3)[0])
    return layers


def struck(
    stage: Stage, text: str, box: Box, *, start: float, when: float, color: str = "", rule: str = ""
) -> Layer:
    """An old price in the middle of ``box``; a slanted stroke goes through it at ``when``."""
    wish = stage.loud(min(box.height * 1.1, 150), lines=1)
    setting = fit(text, wish=wish, width=box.width, height=box.height)
    setting = setting.moved(x=box.left, y=box.top + (box.height - setting.height) / 2)
    middle = setting.words[0].baseline - setting.cap / 2 if setting.words else box.center[1]
    left = min((word.x for word in setting.words), default=box.left) - setting.size * 0.12
    right = max((word.right for word in setting.words), default=box.right) + setting.size * 0.12
    ink, line = color or stage.ground.quiet, stroke(rule or stage.ground.shape_2, max(setting.size * 0.09, 8))

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = expo_out(progress(t, start=start, seconds=0.6))
        if p <= 0.004:
            return
        draw_setting(canvas, setting, fill(ink, p), dy=30 * (1 - p))
        q = cubic_in_out(progress(t, start=when, seconds=0.35))
        if q > 0.01 and pen().writes:
            rise = setting.size * 0.13
            canvas.drawLine(
                left, middle + rise, left + (right - left) * q, middle + rise - 2 * rise * q, line
            )

    return layer


def coupon(stage: Stage, code: str, box: Box, *, start: float, align: Align) -> Layer:
    """A code to type in, in a dashed frame with scissors' bites at its ends."""
    palette = stage.palette
    back = palette.accent if stage.ground.name != "accent" else palette.paper
    ink = readable_on((back,), candidates=(palette.ink, palette.paper))
    height = box.height
    wish = stage.loud(height * 0.5, lines=1, align=Align.LEFT)
    setting = fit(clean(code), wish=wish, width=box.width - height * 1.2, height=height * 0.6).flush
    width = setting.width + height * 1.2
    x = box.center[0]
    if align is Align.LEFT:
        x = box.right - width / 2 if stage.from_right else box.left + width / 2
    edge = stroke(ink, 5)
    edge.setPathEffect(skia.DashPathEffect.Make([16, 12], 0))
    plate = Box(-width / 2, -height / 2, width / 2, height / 2)

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = back_out(progress(t, start=start, seconds=0.6 / stage.tempo), stage.overshoot)
        if p <= 0.01:
            return
        with placed(canvas, x, box.center[1], scale=p, turn=-1.6 + 0.5 * math.sin(t * 1.2)):
            canvas.drawRRect(rounded(plate, 20), fill(back))
            canvas.drawRRect(rounded(plate.inset(9), 13), edge)
            with placed(canvas, -setting.width / 2, -setting.height / 2 + setting.size * 0.06):
                draw_setting(canvas, setting, fill(ink))

    return layer
