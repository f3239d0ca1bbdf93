"""Every line of the sentence on a strip of its own, shot in from the edge."""

import math
from dataclasses import dataclass, replace

import skia

from generation.studio.design.contrast import readable_on
from generation.studio.motion import expo_out, progress
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.canvas import Layer, fill
from generation.studio.scenes.layout import Box
from generation.studio.scenes.light import cast, shade_of
from generation.studio.scenes.pieces.tag import underlined
from generation.studio.scenes.posters.columns import column
from generation.studio.scenes.stage import Stage, is_tall
from generation.studio.typesetting import Align, PlacedWord, Setting, Wish, fit

_PAD, _GAP = 0.3, 0.13
"""Round the letters on a strip, and between strips, in ems."""


def strips(stage: Stage) -> tuple[Layer, ...]:
    """Strips that grow out of the edge where lines begin, one for each line; the one that matters in colour."""
    tall = is_tall(stage)
    room = column(stage, 0.66)
    detail = stage.scene.detail
    low = 150.0 if detail else 0.0
    wish = replace(stage.loud(216 if tall else 220, lines=6 if tall else 4, align=Align.LEFT), leading=1.62)
    inner = Box(room.left, room.top + 30, room.right, room.bottom - low - 40)
    setting = _spaced(stage, inner, wish)
    top = inner.top + (inner.height - setting.height) * (0.45 if tall else 0.5)
    setting = setting.moved(x=inner.left, y=top)
    layers: list[Layer] = [backdrop(stage, focus=room.center)]
    layers += [_strip(stage, setting, line) for line in _lines(setting)]
    if detail:
        end = top + setting.height + setting.size * _PAD + 34
        line = Box(room.left, end, room.right, end + 110)
        heard = stage.heard(detail, otherwise=0.9)
        layers.append(underlined(stage, detail, line, align=Align.LEFT, start=heard, largest=54)[0])
    return tuple(layers)


def _spaced(stage: Stage, box: Box, wish: Wish) -> Setting:
    """The words with room for a strip between lines: scripts with tall letters need more of it."""
    words, emphasis = stage.headline(), stage.cased(stage.scene.emphasis)
    # One strip alone is a label; two are a poster.
    wish = replace(wish, fewest_lines=2)
    first = fit(words, wish=wish, width=box.width, height=box.height, emphasis=emphasis)
    needed = (first.cap + _descent(first)) / max(first.size, 1.0) + 2 * _PAD * 0.62 + _GAP
    if needed <= 1.62:
        return first
    wider = replace(wish, leading=needed)
    return fit(words, wish=wider, width=box.width, height=box.height, emphasis=emphasis)


def _descent(setting: Setting) -> float:
    return setting.height - setting.cap - (setting.lines - 1) * setting.leading


@dataclass(frozen=True)
class _Line:
    number: int
    words: tuple[PlacedWord, ...]

    @property
    def is_loud(self) -> bool:
        return any(word.emphasised for word in self.words)


def _lines(setting: Setting) -> tuple[_Line, ...]:
    numbers = sorted({word.line for word in setting.words})
    return tuple(_Line(n, tuple(word for word in setting.words if word.line == n)) for n in numbers)


def _strip(stage: Stage, setting: Setting, line: _Line) -> Layer:
    frame, palette = stage.format, stage.palette
    pad = setting.size * _PAD
    top = line.words[0].baseline - setting.cap - pad * 0.62
    bottom = line.words[0].baseline + _descent(setting) + pad * 0.62
    from_right = stage.from_right
    ends = min(word.x for word in line.words) - pad if from_right else max(w.right for w in line.words) + pad
    color = _color(stage, line)
    ink = fill(readable_on((color,), candidates=(palette.ink, palette.paper)))
    paint, shade = fill(color), shade_of(palette.ink)
    notch = (bottom - top) * 0.24
    start = 0.1 + 0.13 * line.number

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = expo_out(progress(t, start=start, seconds=0.8 / stage.tempo))
        if p <= 0.004:
            return
        away = (1 - p) * frame.width * (1 if from_right else -1)
        breath = 6 * math.sin(t * 1.1 + line.number) * (-1 if from_right else 1)
        outline = _banner(frame.width, top, ends + breath, bottom, notch=notch, from_right=from_right)
        canvas.save()
        canvas.translate(away, 0)
        cast(canvas, outline, shade)
        canvas.drawPath(outline, paint)
        for word in line.words:
            canvas.save()
            canvas.translate(word.x, word.baseline)
            word.glyphs.draw(canvas, ink)
            canvas.restore()
        canvas.restore()

    return layer


def _color(stage: Stage, line: _Line) -> str:
    """The emphasised line in the ground's brightest colour; with none, every other line in it."""
    ground, palette = stage.ground, stage.palette
    plain = palette.paper if ground.is_dark else palette.ink
    stressed = bool(stage.scene.emphasis)
    if line.is_loud or (not stressed and line.number % 2 == 1):
        return ground.shape if ground.shape != plain else ground.shape_2
    return plain


def _banner(
    width: float, top: float, end: float, bottom: float, *, notch: float, from_right: bool
) -> skia.Path:
    """A strip from beyond the edge to ``end``, cut slantwise there."""
    far = width + 60.0 if from_right else -60.0
    slant = -notch if from_right else notch
    path = skia.Path()
    path.addPoly(
        [
            skia.Point(far, top),
            skia.Point(end + slant, top),
            skia.Point(end, bottom),
            skia.Point(far, bottom),
        ],
        True,
    )
    return path
