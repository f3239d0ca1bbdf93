"""A ruled card out of a card index: the words stand on its lines."""

import math
from dataclasses import dataclass, replace

import skia

from generation.studio.design.color import mix
from generation.studio.motion import back_out, expo_out, progress
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.canvas import Layer, fill, placed, rounded, sprite, stroke
from generation.studio.scenes.layout import Box
from generation.studio.scenes.lettering import draw_setting, inks_on, rising
from generation.studio.scenes.pieces.badge import starburst
from generation.studio.scenes.pieces.card import card
from generation.studio.scenes.pieces.monogram import initials
from generation.studio.scenes.stage import Stage, is_tall
from generation.studio.typesetting import Align, Setting, fit, shape
from generation.studio.typesetting.shaping import Glyphs, advance, metrics_of

_TURN = 2.2
_SECOND = 150.0
"""Pixels for a second line under the words."""

_HEAD = 118.0
"""Pixels above the card's first rule: where its name stands."""


def index_card(stage: Stage) -> tuple[Layer, ...]:
    """The sentence on a ruled card under the name's tab, a second card behind it, the mark stamped on it."""
    plate = _plate(stage)
    hand = 1 if stage.from_right else -1
    return (
        backdrop(stage, focus=plate.center, company=True),
        _behind(stage, plate, hand),
        _card(stage, plate, hand),
    )


def _plate(stage: Stage) -> Box:
    safe, frame = stage.safe, stage.format
    if frame.is_wide:
        wide = safe.width * 0.8
        left = (frame.width - wide) / 2
        return Box(left, safe.top + 6, left + wide, safe.bottom - 10)
    side = frame.width * (0.075 if is_tall(stage) else 0.07)
    high = safe.height * (0.84 if is_tall(stage) else 0.98)
    top = safe.top + (safe.height - high) * 0.5
    return Box(side, top, frame.width - side, top + high)


def _behind(stage: Stage, plate: Box, hand: int) -> Layer:
    one = card(plate.width, plate.height, color=stage.ground.shape, shade=stage.palette.ink, radius=26)

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = expo_out(progress(t, start=0.05, seconds=0.9 / stage.tempo))
        y = plate.center[1] + (1 - p) * stage.format.height
        turn = -hand * (_TURN + 1.4 + 0.3 * math.sin(t * 0.8))
        with placed(canvas, plate.center[0], y, turn=turn):
            one.draw(canvas)

    return layer


@dataclass(frozen=True)
class _Written:
    """What stands on the card, in its own coordinates (its middle is the origin)."""

    words: Setting
    second: Setting | None
    rules: tuple[float, ...]

    @property
    def end(self) -> float:
        """Where the last line's letters end."""
        last = self.second or self.words
        return max((word.baseline for word in last.words), default=0.0) + last.size * 0.3


def _card(stage: Stage, plate: Box, hand: int) -> Layer:
    color = "#ffffff" if stage.ground.name == "paper" else stage.palette.paper
    sheet = card(plate.width, plate.height, color=color, shade=stage.palette.ink, radius=26)
    written = _written(stage, plate)
    inks = inks_on(color, stage.palette)
    words = rising(stage, (written.words,), inks=inks, start=0.45, pivot=(0.0, 0.0))
    heard, second = stage.heard(stage.scene.detail, otherwise=0.9), written.second
    face = _ruled(stage, plate, written, color)
    stamp = _stamp(stage, plate, written)

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = expo_out(progress(t, start=0.15, seconds=0.9 / stage.tempo))
        y = plate.center[1] + (1 - p) * stage.format.height
        turn = hand * (_TURN * (0.5 + 0.5 * p) - 0.9 + 0.35 * math.sin(t * 0.9))
        with placed(canvas, plate.center[0], y, turn=turn):
            sheet.draw(canvas)
            canvas.drawImage(face, round(-plate.width / 2), round(-plate.height / 2))
            words(canvas, t)
            q = expo_out(progress(t, start=heard, seconds=0.7 / stage.tempo))
            if second is not None and q > 0.004:
                draw_setting(canvas, second, fill(inks.text, q), dy=30 * (1 - q))
            stamp(canvas, t)

    return layer


def _written(stage: Stage, plate: Box) -> _Written:
    """The words, and the lines that they stand on and that go on below them."""
    inner = Box(
        -plate.width / 2 + 64, -plate.height / 2 + _HEAD + 44, plate.width / 2 - 64, plate.height / 2 - 40
    )
    tall = is_tall(stage)
    wish = stage.loud(190 if tall else 150, lines=5 if tall else 4, align=Align.LEFT)
    detail = stage.scene.detail
    setting = fit(
        stage.headline(),
        wish=replace(wish, leading=1.36, fewest_lines=2 if tall else 1),
        width=inner.width,
        height=inner.height - (_SECOND if detail else 0.0),
        emphasis=stage.cased(stage.scene.emphasis),
    )
    spare = inner.height - setting.height - (_SECOND if detail else 0.0)
    setting = setting.moved(x=inner.left, y=inner.top + min(spare * 0.3, setting.leading * 0.6))
    first = min((word.baseline for word in setting.words), default=inner.top)
    rules, y = [], first + setting.size * 0.17
    while y < plate.height / 2 - 34:
        rules.append(y)
        y += max(setting.leading, 40.0)
    return _Written(setting, _second(stage, inner, setting), tuple(rules))


def _second(stage: Stage, inner: Box, words: Setting) -> Setting | None:
    """The second line in smaller type, under the words."""
    if not stage.scene.detail:
        return None
    wish = stage.plain(50, lines=2, align=Align.LEFT, strong=True)
    found = fit(stage.scene.detail, wish=wish, width=inner.width - 150, height=_SECOND - 50)
    left = inner.left + (150.0 if stage.from_right else 0.0)
    last = max((word.baseline for word in words.words), default=inner.top)
    return found.moved(x=left, y=last + words.size * 0.17 + 34)


def _ruled(stage: Stage, plate: Box, written: _Written, color: str) -> skia.Image:
    """The printing on the card, drawn once: its lines, the margin, the head with the name."""
    palette = stage.palette
    line = stroke(mix(color, palette.ink, 0.16), 3)
    margin = stroke(
        mix(color, stage.ground.shape_2 if stage.ground.shape_2 != color else palette.primary, 0.8), 4
    )
    head = stroke(mix(color, palette.ink, 0.5), 4)
    half_w, half_h = plate.width / 2, plate.height / 2
    name = _name(stage, plate.width * 0.6)

    def draw(canvas: skia.Canvas) -> None:
        canvas.translate(half_w, half_h)
        canvas.clipRRect(rounded(Box(-half_w, -half_h, half_w, half_h), 26), True)
        for y in written.rules:
            canvas.drawLine(-half_w, y, half_w, y, line)
        canvas.drawLine(-half_w, -half_h + _HEAD, half_w, -half_h + _HEAD, head)
        x = half_w - 40 if stage.from_right else -half_w + 40
        canvas.drawLine(x, -half_h, x, half_h, margin)
        if name is not None:
            at = half_w - 64 - name.width if stage.from_right else -half_w + 64
            cap = metrics_of(name.text, face=stage.pairing.strong).cap * name.size
            canvas.translate(at, -half_h + _HEAD / 2 + cap / 2)
            name.stamp(canvas, fill(palette.ink))

    return sprite(plate.width, plate.height, draw)


def _name(stage: Stage, widest: float) -> Glyphs | None:
    """The brand's name for the head; None where it would be too small to read."""
    text = stage.cased(stage.storyboard.brand)
    face = stage.pairing.strong
    size = min(44.0, widest / max(advance(text, face=face), 0.1))
    if size < 26 or not text:
        return None
    return shape(text, face=face, size=round(size, 1))


def _stamp(stage: Stage, plate: Box, written: _Written) -> Layer:
    """The mark like a rubber stamp in the corner where the last line leaves room."""
    radius = min(plate.width, plate.height) * 0.13
    hand = -1 if stage.from_right else 1
    x, y = hand * (plate.width / 2 - radius * 1.15), plate.height / 2 - radius * 1.2
    if y - radius < written.end:
        x, y, radius = hand * (plate.width / 2 - 74), -plate.height / 2 + _HEAD / 2, 44.0
    paint = fill(
        stage.ground.shape_2 if stage.ground.shape_2 != stage.palette.paper else stage.palette.primary
    )
    seal = starburst(radius, points=16, depth=0.09)
    text, face = initials(stage.storyboard.brand), stage.pairing.display
    size = round(min(radius * 0.9, radius * 1.1 / max(advance(text, face=face), 0.1)), 1)
    glyphs = shape(text, face=face, size=size)
    cap = metrics_of(text, face=face).cap * size
    ink = fill(stage.palette.paper)

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = back_out(progress(t, start=1.0, seconds=0.45), 1.4)
        if p <= 0.01:
            return
        with placed(canvas, x, y, scale=2 - p if p < 1 else 1.0, turn=hand * -10):
            canvas.drawPath(seal, paint)
            canvas.translate(-glyphs.width / 2, cap / 2)
            glyphs.stamp(canvas, ink)

    return layer
