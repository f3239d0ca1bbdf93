"""Before and after: what was wrong, and what is right from now on."""

import math

import skia

from generation.studio.design.color import argb, shifted
from generation.studio.design.contrast import readable_on
from generation.studio.design.grounds import vivid_on
from generation.studio.motion import back_out, cubic_in_out, expo_out, progress, spring
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.benefit import spotlight
from generation.studio.scenes.canvas import Layer, fill, placed, polygon, stroke
from generation.studio.scenes.heading import spread
from generation.studio.scenes.layout import Box, picture_low
from generation.studio.scenes.lettering import Inks, draw_setting, headline
from generation.studio.scenes.listing import entries
from generation.studio.scenes.photos import lead_of
from generation.studio.scenes.pieces.card import card
from generation.studio.scenes.pieces.sticker import sticker
from generation.studio.scenes.pieces.tag import draw_tick
from generation.studio.scenes.stage import Builder, Stage, is_tall
from generation.studio.typesetting import Align, Setting, fit
from generation.studio.typesetting.pen import pen


def _pair(stage: Stage) -> tuple[str, str] | None:
    items = entries(stage, most=2)
    return (items[0], items[1]) if len(items) == 2 else None


def _turn(stage: Stage, after: str) -> float:
    """When the after is spoken: the moment everything turns."""
    return max(stage.said(after, otherwise=min(1.5, stage.seconds * 0.42)) - 0.15, 0.8)


def _tired(stage: Stage) -> tuple[str, str]:
    """A colour with the life gone out of it, and the text that reads on it."""
    dull = shifted(stage.palette.deep, chroma=0.3, lightness=0.08)
    return dull, readable_on((dull,), candidates=("#d5d5db", "#ffffff"))


def cards(stage: Stage) -> tuple[Layer, ...]:
    """Two cards: the first is struck out, the second lands over its edge, larger and bright."""
    pair = _pair(stage)
    if pair is None:
        return spotlight(stage)
    frame, safe = stage.format, stage.safe
    tall = is_tall(stage)
    text = stage.scene.headline or stage.storyboard.brand
    wish = stage.loud(164 if tall else 128, lines=3)
    title, shown = headline(stage, safe.rows(0.32 if tall else 0.27)[0], wish=wish, text=text)
    body = spread(
        stage, Box(safe.left, safe.top + shown.height + (60 if tall else 40), safe.right, safe.bottom)
    )
    if frame.is_wide:
        first, second = body.columns(0.44, gap=40)
        first = Box(first.left, first.top + 50, first.right, first.bottom - 50)
    else:
        first, second = body.rows(0.4, gap=34)
        first = Box(first.left, first.top, first.right - 90, first.bottom)
        second = Box(second.left + 40, second.top, second.right, second.bottom)
    when = _turn(stage, pair[1])
    return (
        backdrop(stage, focus=second.center),
        title,
        _before(stage, pair[0], first, when),
        _after(stage, pair[1], second, when),
    )


def _words(stage: Stage, text: str, width: float, height: float, *, largest: float) -> Setting:
    wish = stage.plain(largest, lines=4, align=Align.LEFT, strong=True)
    return fit(text, wish=wish, width=width, height=height)


def _before(stage: Stage, text: str, box: Box, when: float) -> Layer:
    color, ink = _tired(stage)
    plate = card(box.width, box.height, color=color, shade=stage.palette.ink, radius=44, strength=0.24)
    radius = min(box.height * 0.2, 62.0)
    hand = -1 if stage.from_right else 1
    room = box.width - radius * 2 - 130
    setting = _words(stage, text, room, box.height * 0.74, largest=88).flush
    left = -box.width / 2 + 90 + radius * 2 if hand > 0 else box.width / 2 - 90 - radius * 2 - setting.width
    mark, rule = stroke(color, radius * 0.24), stroke(stage.palette.secondary, max(setting.size * 0.075, 5.0))

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = spring(t - 0.3, frequency=1.5 * stage.tempo, damping=0.65)
        if p <= 0.01:
            return
        sunk = cubic_in_out(progress(t, start=when, seconds=0.5))
        x = box.center[0] - (1 - p) * stage.format.width
        with placed(canvas, x, box.center[1] + 2 * math.sin(t), scale=1 - 0.03 * sunk, turn=-2.2 * sunk):
            plate.draw(canvas)
            with placed(canvas, hand * (-box.width / 2 + 50 + radius), 0):
                canvas.drawCircle(0, 0, radius, fill(ink))
                _cross(canvas, radius * 0.42, mark, progress(t, start=0.7, seconds=0.4))
            with placed(canvas, left, -setting.height / 2 + setting.size * 0.04):
                draw_setting(canvas, setting, fill(ink))
                if sunk > 0.01 and pen().writes:
                    _strike(canvas, setting, rule, sunk)

    return layer


def _cross(canvas: skia.Canvas, reach: float, paint: skia.Paint, p: float) -> None:
    first, second = min(p / 0.5, 1.0), max(0.0, (p - 0.5) / 0.5)
    if first > 0.01:
        canvas.drawLine(-reach, -reach, -reach + 2 * reach * first, -reach + 2 * reach * first, paint)
    if second > 0.01:
        canvas.drawLine(reach, -reach, reach - 2 * reach * second, -reach + 2 * reach * second, paint)


def _strike(canvas: skia.Canvas, setting: Setting, paint: skia.Paint, p: float) -> None:
    """A rule through every line, thin enough that what is crossed out can still be read."""
    for row in range(setting.lines):
        words = [word for word in setting.words if word.line == row]
        if words:
            left, right = min(w.x for w in words), max(w.right for w in words)
            y = words[0].baseline - setting.cap * 0.4
            canvas.drawLine(left, y, left + (right - left) * p, y, paint)


def _after(stage: Stage, text: str, box: Box, when: float) -> Layer:
    palette = stage.palette
    color = "#ffffff" if stage.ground.name == "paper" else palette.paper
    plate = card(box.width, box.height, color=color, shade=palette.ink, radius=52)
    under = card(box.width, box.height, color=stage.ground.shape, shade=palette.ink, radius=52, strength=0.2)
    radius = min(box.height * 0.2, 84.0)
    disc, ink = stage.surface("primary" if stage.ground.name != "primary" else "secondary")
    picture = sticker(lead_of(stage), min(box.height * 0.6, box.width * 0.34), tilt=6)
    hand = -1 if stage.from_right else 1
    near, far = radius * 2 + 104, 50.0 + (picture.px * 0.5 if picture else 0.0)
    wish = stage.loud(124, lines=4, align=Align.LEFT)
    setting = fit(stage.cased(text), wish=wish, width=box.width - near - far, height=box.height * 0.76).flush
    left = -box.width / 2 + near if hand > 0 else box.width / 2 - near - setting.width
    tick, words = stroke(ink, radius * 0.2), fill(vivid_on(color, palette))

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = spring(t - when, frequency=1.5 * stage.tempo, damping=0.5)
        if t < when or p <= 0.01:
            return
        sway = math.sin((t - when) * 1.3)
        with placed(canvas, *box.center, scale=0.5 + 0.5 * p, turn=3 * (1 - p)):
            with placed(canvas, 0, 0, turn=2.6 + 0.4 * sway):
                under.draw(canvas)
            plate.draw(canvas)
            with placed(canvas, hand * (-box.width / 2 + 56 + radius), 0):
                canvas.drawCircle(0, 0, radius * (1 + 0.02 * sway), fill(disc))
                draw_tick(canvas, 0, 0, radius * 1.05, tick, progress(t, start=when + 0.25, seconds=0.4))
            with placed(canvas, left, -setting.height / 2 + setting.size * 0.04):
                draw_setting(canvas, setting, words)
            if picture is not None:
                x, y = hand * (box.width / 2 - picture.px * 0.3), picture.px * 0.2 - box.height / 2
                picture.draw(canvas, x, y + 6 * sway, squash=0.02 * sway)

    return layer


def swipe(stage: Stage) -> tuple[Layer, ...]:
    """The whole frame is tired; at the turn a slanted edge sweeps the colour in with the after on it."""
    pair = _pair(stage)
    if pair is None:
        return spotlight(stage)
    frame, safe = stage.format, stage.safe
    color, ink = _tired(stage)
    if frame.is_wide:
        first, second = safe.columns(0.40, gap=240)
    else:
        first, second = safe.rows(0.36, gap=150)
    when = _turn(stage, pair[1])
    quiet = headline(
        stage,
        first,
        wish=stage.loud(110, lines=4, align=Align.LEFT),
        middle=True,
        text=pair[0],
        emphasis="",
        inks=Inks(ink, ink),
        start=0.15,
    )[0]
    size = (
        min(second.height * 0.9, second.width * 0.4)
        if frame.is_wide
        else frame.width * (0.56 if is_tall(stage) else 0.4)
    )
    hero = sticker(lead_of(stage), size, tilt=-7, shadow=argb(stage.palette.ink))
    text = second
    if hero is not None and not frame.is_wide:
        text = Box(
            second.left, second.top, second.right, second.bottom - size * (0.3 if is_tall(stage) else 0.42)
        )
    loud = headline(
        stage, text, wish=stage.loud(168, lines=4, align=Align.LEFT), middle=True, text=pair[1],
        emphasis="", start=when + 0.3,
    )[0]  # fmt: skip
    bright = backdrop(stage, focus=second.center)
    spot = _corner_spot(stage, second, size)

    def layer(canvas: skia.Canvas, t: float) -> None:
        canvas.drawColor(argb(color))
        _dust(canvas, stage, ink, t)
        quiet(canvas, t)
        p = expo_out(progress(t, start=when, seconds=0.9))
        if p <= 0.004:
            return
        edge, window = _edges(stage, first, second, p)
        canvas.drawPath(edge, fill(stage.ground.shape))
        canvas.save()
        canvas.clipPath(window, skia.ClipOp.kIntersect, True)
        bright(canvas, t)
        canvas.restore()
        loud(canvas, t)
        if hero is not None:
            pop = back_out(progress(t, start=when + 0.4, seconds=0.7), stage.overshoot)
            hero.draw(canvas, *spot, scale=pop * (1 + 0.006 * t), squash=0.014 * math.sin(t * 1.4))

    return (layer,)


def _corner_spot(stage: Stage, second: Box, size: float) -> tuple[float, float]:
    if stage.format.is_wide:
        return stage.format.width - size * 0.36, stage.format.height - size * 0.42
    x = second.left + size * 0.5 if stage.from_right else second.right - size * 0.5
    return x, picture_low(stage.format) - size * (0.32 if is_tall(stage) else 0.45)


def _edges(stage: Stage, first: Box, second: Box, p: float) -> tuple[skia.Path, skia.Path]:
    """The coloured edge and, a step behind it, the window into the bright side."""
    width, height = float(stage.format.width), float(stage.format.height)

    def side(lag: float) -> skia.Path:
        if stage.format.is_wide:
            x = width - (width - (first.right + second.left) / 2 - lag) * p
            return polygon([(x + 60, 0.0), (width, 0.0), (width, height), (x - 60, height)])
        y = height - (height - (first.bottom + second.top) / 2 - lag) * p
        return polygon([(0.0, y + 46), (width, y - 46), (width, height), (0.0, height)])

    return side(-16.0), side(16.0)


def _dust(canvas: skia.Canvas, stage: Stage, ink: str, t: float) -> None:
    """Slow rain on the tired side, so that not even misery stands still."""
    dice = stage.dice("rain")
    frame = stage.format
    paint = stroke(ink, 3, 0.13)
    for _ in range(34):
        x, y, speed = dice.random() * frame.width, dice.random() * frame.height, 60 + 90 * dice.random()
        at = (y + t * speed) % (frame.height + 120) - 60
        canvas.drawLine(x, at, x - 14, at + 52, paint)


LAYOUTS: dict[str, Builder] = {"cards": cards, "swipe": swipe}
