"""Quotes: somebody else says it."""

import math
from dataclasses import replace

import skia

from generation.studio.design.contrast import readable_on
from generation.studio.design.motifs.geometry import tint
from generation.studio.motion import back_out, expo_out, progress, spring
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.canvas import Layer, fill, placed, rounded
from generation.studio.scenes.layout import Box
from generation.studio.scenes.lettering import draw_setting, headline, inks_on
from generation.studio.scenes.pieces.card import card
from generation.studio.scenes.pieces.leaning import leaning
from generation.studio.scenes.pieces.monogram import initials
from generation.studio.scenes.stage import Builder, Stage, is_tall
from generation.studio.typesetting import Align, Wish, advance, clean, display, fit, metrics, shape, stacked
from generation.studio.typesetting.quotation import quotation_marks


def quoted(stage: Stage) -> str:
    """The words of the quote in the quotation marks of the ad's language."""
    words = clean(stage.scene.headline).strip("\"'“”„«»‘’「」 \u00a0")
    opens, closes = quotation_marks(stage.storyboard.language)
    return f"{opens}{words}{closes}" if words else ""


_SIDE, _ABOVE, _BELOW = 76.0, 128.0, 78.0
_POSTER = 7
"""Quotes of up to so many words are set like posters, each line as wide as its column."""


def bubble(stage: Stage) -> tuple[Layer, ...]:
    """A speech bubble as large as its words, a giant mark over its corner, the speaker below."""
    safe, frame = stage.safe, stage.format
    below = 196.0 if clean(stage.scene.source) else 70.0
    side = safe.left + 130.0 if frame.is_wide else frame.width * 0.05
    room = Box(side, safe.top + 50, frame.width - side, safe.bottom - below)
    wish = _wish(stage)
    width, height = room.width - 2 * _SIDE, room.height - _ABOVE - _BELOW
    shown = (stacked if wish.filling else display)(
        stage.cased(quoted(stage)),
        emphasis=stage.cased(stage.scene.emphasis),
        wish=wish,
        width=width,
        height=height,
    )
    spare = max(height - shown.height, 0.0)
    plate = Box(room.left, room.top + spare * 0.45, room.right, room.bottom - spare * 0.55)
    color = stage.palette.paper if stage.ground.name != "paper" else "#ffffff"
    layers: list[Layer] = [
        backdrop(stage),
        _echo(stage),
        leaning(stage, start=1.0, share=0.46),
        _bubble(stage, plate, color),
    ]
    if clean(stage.scene.source):
        layers.append(_speaker(stage, Box(safe.left, plate.bottom + 72, safe.right, plate.bottom + below)))
    return tuple(layers)


def _wish(stage: Stage) -> Wish:
    """Long quotes are read, not shouted; the shortest stand as large as their room."""
    count = len(quoted(stage).split())
    usual = 148.0 if is_tall(stage) else 116.0
    largest = 300.0 if count <= 4 else 236.0 if count <= 8 else usual
    return replace(stage.loud(largest, lines=6, align=Align.LEFT), filling=count <= _POSTER)


def _bubble(stage: Stage, plate: Box, color: str) -> Layer:
    palette = stage.palette
    surface = card(plate.width, plate.height, color=color, shade=palette.ink, radius=72)
    w, h = plate.width / 2, plate.height / 2
    local = Box(_SIDE - w, _ABOVE - h, w - _SIDE, h - _BELOW + 1)
    words, _ = headline(
        stage,
        local,
        wish=_wish(stage),
        text=quoted(stage),
        middle=True,
        start=0.4,
        inks=inks_on(color, palette),
    )
    tail = skia.Path()
    tail.moveTo(-plate.width / 2 + 110, plate.height / 2 - 4)
    tail.lineTo(-plate.width / 2 + 100, plate.height / 2 + 62)
    tail.quadTo(-plate.width / 2 + 190, plate.height / 2 + 40, -plate.width / 2 + 230, plate.height / 2 - 4)
    tail.close()
    hand = -1 if stage.from_right else 1
    tail.transform(skia.Matrix.Scale(hand, 1))
    mark = _mark(stage)

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = spring(t - 0.05, frequency=1.4 * stage.tempo, damping=0.7)
        if p <= 0.01:
            return
        with placed(canvas, plate.left if hand > 0 else plate.right, plate.bottom, scale=p):
            canvas.translate(hand * plate.width / 2, -plate.height / 2)
            canvas.rotate(0.4 * math.sin(t * 0.8))
            surface.draw(canvas)
            canvas.drawPath(tail, fill(color))
            words(canvas, t)
            with placed(canvas, hand * (130 - plate.width / 2), -plate.height / 2 + 10):
                mark(canvas, t)

    return layer


def _sign(stage: Stage, *, closing: bool = False) -> str:
    """A quotation mark that stands alone, large."""
    return quotation_marks(stage.storyboard.language)[closing].strip("\u00a0")


def _echo(stage: Stage) -> Layer:
    """A closing quotation mark, huge and faint, in the lower corner of the frame."""
    frame = stage.format
    size = round(0.95 * frame.short_side)
    outline = shape(_sign(stage, closing=True), face=stage.pairing.figures, size=float(size)).outline
    bounds = outline.getBounds()
    paint = tint(stage.ground, 0.9)
    x, y = frame.width - bounds.right() - 50, frame.height - bounds.bottom() - 70

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = expo_out(progress(t, start=0.1, seconds=1.0))
        with placed(canvas, x + 12 * math.sin(t * 0.7), y + 120 * (1 - p) + 12 * math.cos(t * 0.6)):
            canvas.drawPath(outline, paint)

    return layer


def _mark(stage: Stage) -> Layer:
    """The opening quotation mark on a disc."""
    palette = stage.palette
    back = palette.primary if stage.ground.name != "primary" else palette.secondary
    color = readable_on((back,), candidates=(palette.paper, palette.ink))
    glyphs = shape(_sign(stage), face=stage.pairing.figures, size=230.0)
    bounds = glyphs.outline.getBounds()

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = back_out(progress(t, start=0.35, seconds=0.6), stage.overshoot)
        if p <= 0.01:
            return
        with placed(canvas, 0, 0, scale=p, turn=-6 + 3 * math.sin(t * 1.1)):
            canvas.drawCircle(0, 0, 92, fill(back))
            canvas.translate(-bounds.centerX(), -bounds.centerY())
            glyphs.draw(canvas, fill(color))

    return layer


def _speaker(stage: Stage, box: Box) -> Layer:
    """The source's initials on a disc and the name beside it."""
    source = clean(stage.scene.source).lstrip("—– ")
    radius = 50.0
    back = stage.ground.text
    color = readable_on((back,), candidates=(stage.palette.primary, stage.palette.ink, stage.palette.paper))
    letters = initials(source)
    face = stage.pairing.strong
    size = round(min(46.0, 74 / max(advance(letters, face=face), 0.1)), 1)
    glyphs = shape(letters, face=face, size=size)
    setting = fit(
        source,
        wish=stage.plain(54, lines=2, align=Align.LEFT, strong=True),
        width=box.width - radius * 2 - 60,
        height=box.height,
    )
    beside = radius * 2 + 58
    disc_x = box.left + radius + 26
    setting = setting.flush.moved(x=box.left + beside, y=0)
    if stage.from_right:
        disc_x = box.right - radius - 26
        setting = setting.flush.moved(x=box.right - beside - setting.width, y=0)

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = expo_out(progress(t, start=0.9, seconds=0.7))
        if p <= 0.01:
            return
        y = box.top + radius + 30 * (1 - p)
        canvas.drawCircle(disc_x, y, radius * p, fill(back))
        with placed(canvas, disc_x - glyphs.width / 2, y + metrics(face).cap * size / 2):
            glyphs.draw(canvas, fill(color, p))
        with placed(canvas, 0, y - setting.height / 2 + setting.size * 0.04):
            draw_setting(canvas, setting, fill(stage.ground.text, p))

    return layer


def wall(stage: Stage) -> tuple[Layer, ...]:
    """The words straight on the ground, under a mark as tall as three lines, with a band at their side."""
    safe, frame = stage.safe, stage.format
    below = 150.0 if clean(stage.scene.source) else 0.0
    tall = frame.height > 1.5 * frame.width
    column = Box(safe.left + 44, safe.top + 214, safe.right, safe.bottom - below)
    wish = replace(
        _wish(stage), largest=max(_wish(stage).largest, 200.0 if tall else 0.0), most_lines=8 if tall else 5
    )
    shown = (stacked if wish.filling else display)(
        stage.cased(quoted(stage)),
        emphasis=stage.cased(stage.scene.emphasis),
        wish=wish,
        width=column.width,
        height=column.height,
    )
    top = column.top + max(column.height - shown.height, 0) * 0.42
    place = Box(column.left, top, column.right, top + shown.height + 1)
    if stage.from_right:
        place = Box(safe.left, top, safe.right - 44, place.bottom)
    edge = (
        Box(safe.right - 12, top, safe.right, top)
        if stage.from_right
        else Box(safe.left, top, safe.left + 12, top)
    )
    mark_x = safe.right - 92 if stage.from_right else safe.left + 92
    words, _ = headline(stage, place, wish=wish, text=quoted(stage), start=0.3)
    layers: list[Layer] = [
        backdrop(stage),
        _echo(stage),
        leaning(stage, start=1.0, share=0.46),
        _band(stage, Box(edge.left, place.top, edge.right, place.bottom)),
        _standing_mark(stage, mark_x, place.top - 116),
        words,
    ]
    if clean(stage.scene.source):
        layers.append(_speaker(stage, Box(safe.left, place.bottom + 44, safe.right, place.bottom + below)))
    return tuple(layers)


def _band(stage: Stage, box: Box) -> Layer:
    paint = fill(stage.ground.shape_2)

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = expo_out(progress(t, start=0.15, seconds=0.9))
        if p > 0.01:
            grown = Box(box.left, box.top, box.right, box.top + box.height * p)
            canvas.drawRRect(rounded(grown, box.width / 2), paint)

    return layer


def _standing_mark(stage: Stage, x: float, y: float) -> Layer:
    mark = _mark(stage)

    def layer(canvas: skia.Canvas, t: float) -> None:
        with placed(canvas, x, y + 5 * math.sin(t * 1.2)):
            mark(canvas, t + 0.3)

    return layer


LAYOUTS: dict[str, Builder] = {"bubble": bubble, "wall": wall}
