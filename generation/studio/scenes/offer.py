"""Offers: what it costs, or what there is to gain, as a thing one could hold."""

import math

import skia

from generation.studio.design.contrast import readable_on
from generation.studio.design.grounds import vivid_on
from generation.studio.motion import progress, spring
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.canvas import Layer, placed, rounded, stroke
from generation.studio.scenes.figures import caption_of, figure_of, label_of
from generation.studio.scenes.heading import headed, spread
from generation.studio.scenes.layout import Box
from generation.studio.scenes.lettering import label
from generation.studio.scenes.pieces.card import card
from generation.studio.scenes.pieces.counter import counter
from generation.studio.scenes.pieces.tag import pill
from generation.studio.scenes.price import price, struck
from generation.studio.scenes.seal import seal
from generation.studio.scenes.stage import Builder, Stage, is_tall
from generation.studio.typesetting import Align, clean, fit


def ticket(stage: Stage) -> tuple[Layer, ...]:
    """A voucher with a perforated edge: the figure on it, the conditions on its stub."""
    frame = stage.format
    words = caption_of(stage) or stage.storyboard.brand
    printed = bool(_small_print(stage))
    head = headed(
        stage,
        share=0.4 if is_tall(stage) else 0.36,
        largest=164 if is_tall(stage) else 136,
        text=words,
        below=132 if printed and frame.is_wide else 0,
        column=0.44,
        calm=True,
    )
    low = 130.0 if printed and not frame.is_wide else 0.0
    place = spread(stage, Box(head.body.left, head.body.top, head.body.right, head.body.bottom - low))
    height = min(place.height, place.width * (0.84 if frame.is_wide else 0.68))
    top = place.top + (place.height - height) * (0.5 if frame.is_wide else 0.4)
    plate = Box(place.left, top, place.right, top + height)
    layers: list[Layer] = [
        backdrop(stage, focus=plate.center, company=True),
        _ticket(stage, plate),
        *head.layers,
    ]
    if printed:
        layers.append(_detail(stage, head.words, plate))
    return tuple(layers)


def _small_print(stage: Stage) -> str:
    """What stands under the ticket: the deadline before anything else."""
    return clean(stage.scene.deadline) or stage.scene.detail


def _detail(stage: Stage, words: Box, plate: Box) -> Layer:
    wide = stage.format.is_wide
    top = words.bottom + 36 if wide else min(plate.bottom + 34, stage.safe.bottom - 104)
    box = Box(words.left, top, words.right, top + (96 if wide else 104))
    return pill(stage, _small_print(stage), box, start=1.1, align=Align.LEFT if wide else Align.CENTER)


def _ticket(stage: Stage, plate: Box) -> Layer:
    palette = stage.palette
    color = palette.paper if stage.ground.name != "paper" else "#ffffff"
    w, h = plate.width, plate.height
    cut = h * 0.68
    base = card(w, h, color=color, shade=palette.ink, radius=50)
    behind = card(w, h, color=stage.ground.shape, shade=palette.ink, radius=50, strength=0.2)
    shape = _perforated(w, h, cut)
    ink = vivid_on(color, palette)
    land = stage.said(figure_of(stage), otherwise=1.3) + 0.2
    was = clean(stage.scene.was)
    old = _old_price(stage, was, Box(-w * 0.4, -h / 2 + h * 0.06, w * 0.4, -h / 2 + h * 0.2), color, land)
    roll = counter(
        figure_of(stage),
        Box(-w * 0.44, -h / 2 + h * (0.21 if was else 0.07), w * 0.44, -h / 2 + cut - h * 0.07),
        face=stage.pairing.figures,
        color=ink,
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
            if was:
                old(canvas, t)
            roll(canvas, t)
            stub(canvas, t)

    return layer


def _old_price(stage: Stage, was: str, box: Box, color: str, land: float) -> Layer:
    ink = readable_on((color,), candidates=(stage.palette.ink,))
    return struck(
        stage, was, box, start=0.3, when=max(land - 0.5, 0.7), color=ink, rule=stage.palette.secondary
    )


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
    palette = stage.palette
    # What heads the scene, or stands on the ticket itself, is not said again on its stub.
    own = () if caption_of(stage) == "" else (stage.storyboard.brand,)
    choices = (clean(stage.scene.code), label_of(stage), *own, stage.storyboard.call_to_action)
    text = next(filter(None, choices), stage.storyboard.brand)
    ink = readable_on((color,), candidates=(palette.ink,))
    wish = stage.plain(78, lines=2, strong=True)
    setting = fit(text, wish=wish, width=box.width, height=box.height)
    shown = Box(box.left, box.center[1] - setting.height / 2, box.right, box.bottom)
    line, _ = label(
        stage,
        text,
        Box(shown.left, shown.top, shown.right, shown.top + box.height),
        wish=wish,
        color=ink,
        start=0.6,
    )

    def layer(canvas: skia.Canvas, t: float) -> None:
        if progress(t, start=0.5, seconds=0.1) > 0:
            line(canvas, t)

    return layer


LAYOUTS: dict[str, Builder] = {"ticket": ticket, "seal": seal, "price": price}
