"""A voucher as a thing: a card with a perforated edge, the figure on it, a code, a label or bars on its stub."""

import math

import skia

from generation.studio.design.contrast import readable_on
from generation.studio.design.grounds import vivid_on
from generation.studio.motion import progress, spring
from generation.studio.scenes.canvas import Layer, fill, placed, rounded, stroke
from generation.studio.scenes.figures import figure_of, label_of
from generation.studio.scenes.layout import Box
from generation.studio.scenes.lettering import label
from generation.studio.scenes.pieces.card import card
from generation.studio.scenes.pieces.counter import counter
from generation.studio.scenes.price import coupon, struck
from generation.studio.scenes.stage import Stage
from generation.studio.typesetting import Align, clean, fit

_CUT = 0.68
"""How far down the perforation runs, as a share of the height."""

_BAR, _BARS = 7.0, 46
"""Pixels of the narrowest bar, and how many of them the bars of a stub are wide."""


def voucher(stage: Stage, plate: Box, *, is_named: bool) -> Layer:
    """The voucher in ``plate``, falling into its place; with ``is_named`` the brand is printed on it.

    Its stub bears the code, or what the figure counts; without either bars, for nothing is said twice.
    """
    palette = stage.palette
    color = palette.paper if stage.ground.name != "paper" else "#ffffff"
    w, h = plate.width, plate.height
    cut = h * _CUT
    base = card(w, h, color=color, shade=palette.ink, radius=50)
    behind = card(w, h, color=stage.ground.shape, shade=palette.ink, radius=50, strength=0.2)
    shape = _perforated(w, h, cut)
    land = stage.said(figure_of(stage), otherwise=1.3) + 0.2
    was = clean(stage.scene.was)
    head = Box(-w * 0.4, -h / 2 + h * 0.06, w * 0.4, -h / 2 + h * 0.2)
    top = _old_price(stage, was, head, color, land) if was else None
    if top is None and is_named:
        top = _name(stage, Box(head.left, head.top + h * 0.01, head.right, head.bottom - h * 0.02), color)
    roll = counter(
        figure_of(stage),
        Box(-w * 0.44, -h / 2 + h * (0.21 if top else 0.07), w * 0.44, -h / 2 + cut - h * 0.07),
        face=stage.pairing.figures,
        color=vivid_on(color, palette),
        start=0.35,
        land=land,
        largest=min(520.0, h * 0.66) * stage.pairing.scale,
    )
    stub = _stub(stage, Box(-w * 0.42, -h / 2 + cut + h * 0.03, w * 0.42, h / 2 - h * 0.04), color)
    x, y = plate.center

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = spring(t - 0.05, frequency=1.3 * stage.tempo, damping=0.8)
        if p <= 0.01:
            return
        off = (1 - p) * stage.format.height * 0.8
        sway = 0.6 * math.sin(t * 1.1)
        with placed(canvas, x, y + off * 1.2, turn=4.2 - sway):
            behind.draw(canvas)
        with placed(canvas, x, y + off, turn=-2.2 + 12 * (1 - p) + sway):
            base.draw(canvas, shape=shape)
            _dashes(canvas, w, -h / 2 + cut, stage.ground.stops[1])
            if top is not None:
                top(canvas, t)
            roll(canvas, t)
            stub(canvas, t)

    return layer


def _old_price(stage: Stage, was: str, box: Box, color: str, land: float) -> Layer:
    ink = readable_on((color,), candidates=(stage.palette.ink,))
    return struck(
        stage, was, box, start=0.3, when=max(land - 0.5, 0.7), color=ink, rule=stage.palette.secondary
    )


def _name(stage: Stage, box: Box, color: str) -> Layer:
    ink = readable_on((color,), candidates=(stage.palette.ink,))
    wish = stage.plain(min(box.height * 0.86, 58), lines=1, strong=True)
    return label(stage, stage.storyboard.brand, box, wish=wish, color=ink, start=0.45, middle=True)[0]


def _perforated(w: float, h: float, cut: float) -> skia.Path:
    whole = skia.Path()
    whole.addRRect(rounded(Box(-w / 2, -h / 2, w / 2, h / 2), 50))
    bites = skia.Path()
    bites.addCircle(-w / 2, -h / 2 + cut, 34)
    bites.addCircle(w / 2, -h / 2 + cut, 34)
    return skia.Op(whole, bites, skia.PathOp.kDifference_PathOp)


def _dashes(canvas: skia.Canvas, w: float, y: float, color: str) -> None:
    paint = stroke(color, 6)
    x = -w / 2 + 62
    while x < w / 2 - 62:
        canvas.drawLine(x, y, x + 18, y, paint)
        x += 36


def _stub(stage: Stage, box: Box, color: str) -> Layer:
    if code := clean(stage.scene.code):
        tall = min(box.height * 0.92, 150.0)
        place = Box(box.left, box.center[1] - tall / 2, box.right, box.center[1] + tall / 2)
        return coupon(stage, code, place, start=0.6, align=Align.CENTER)
    text = label_of(stage)
    ink = readable_on((color,), candidates=(stage.palette.ink,))
    if not text:
        return _bars(stage, box, ink)
    wish = stage.plain(78, lines=2, strong=True)
    setting = fit(text, wish=wish, width=box.width, height=box.height)
    top = box.center[1] - setting.height / 2
    place = Box(box.left, top, box.right, top + box.height)
    return label(stage, text, place, wish=wish, color=ink, start=0.6)[0]


def _bars(stage: Stage, box: Box, ink: str) -> Layer:
    """Bars as a till reads them, drawn one after another; the same for the same scene."""
    dice, x, bars = stage.dice("bars"), 0.0, list[tuple[float, float]]()
    while x < _BARS * _BAR:
        wide = _BAR * dice.choice((1, 1, 2, 3))
        bars.append((x, wide))
        x += wide + _BAR * dice.choice((1, 1, 2))
    scale = min(box.width * 0.62 / x, 2.0)
    left, high = box.center[0] - x * scale / 2, box.height * 0.56
    top, paint = box.center[1] - high / 2, fill(ink)

    def layer(canvas: skia.Canvas, t: float) -> None:
        for i, (at, wide) in enumerate(bars):
            if progress(t, start=0.55 + 0.02 * i, seconds=0.1) > 0:
                canvas.drawRect(skia.Rect.MakeXYWH(left + at * scale, top, wide * scale, high), paint)

    return layer
