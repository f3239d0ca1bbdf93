"""The call to action: a pill that pulses, with an arrow that points and a shine that passes."""

import math
from dataclasses import dataclass

import skia

from generation.studio.motion import back_out, progress
from generation.studio.scenes.canvas import Layer, fill, placed, polygon, rounded, stroke
from generation.studio.scenes.layout import Box
from generation.studio.scenes.pieces.card import card
from generation.studio.typesetting import Align, Wish, clean, fit, is_right_to_left

_SMALL, _LOW = 0.27, 0.8
"""Words smaller than this share of a button's height stand on one that is this much lower."""


@dataclass(frozen=True)
class ButtonColors:
    """The plate, the words, the arrow, the shadow."""

    plate: str
    words: str
    arrow: str
    shade: str


def button(
    text: str, box: Box, *, face: str, colors: ButtonColors, start: float, align: Align = Align.CENTER
) -> Layer:
    """A button inside ``box`` (pixels), as wide as its words ask."""
    height = box.height
    room = height * 1.44
    wish = Wish(face, height * 0.4, 20, most_lines=1, align=Align.LEFT)
    setting = fit(text, wish=wish, width=box.width - room, height=height * 0.5).flush
    if setting.size < height * 0.29:
        setting = fit(
            text,
            wish=Wish(face, height * 0.32, 18, most_lines=2, leading=1.16, align=Align.LEFT),
            width=box.width - room,
            height=height * 0.72,
        ).flush
    if setting.size < height * _SMALL:
        # An address that no line break helps: a lower plate, less air beside the words, and so larger ones.
        height *= _LOW
        room = height * 1.42
        wish = Wish(face, height * 0.4, 18, most_lines=1, align=Align.LEFT)
        setting = fit(text, wish=wish, width=box.width - room, height=height * 0.5).flush
    width = min(setting.width + room, box.width)
    hand = -1 if is_right_to_left(clean(text)) else 1
    # Like text: what is read from the right begins there.
    first = box.left + width / 2 if hand > 0 else box.right - width / 2
    x = first if align is Align.LEFT else box.center[0]
    plate = card(width, height, color=colors.plate, shade=colors.shade, radius=height / 2, strength=0.4)
    inset = (room - height * 0.52) / 2
    words_left = -width / 2 + inset if hand > 0 else width / 2 - inset - setting.width
    baseline_shift = -setting.height / 2 + setting.size * 0.06

    def layer(canvas: skia.Canvas, t: float) -> None:
        pop = back_out(progress(t, start=start, seconds=0.6), 1.6)
        if pop <= 0.01:
            return
        pulse = 1 + 0.02 * math.sin(max(0.0, t - start - 0.6) * 4.6)
        with placed(canvas, x, box.center[1], scale=pop * pulse):
            plate.draw(canvas)
            canvas.save()
            canvas.clipRRect(rounded(plate.box, plate.radius), skia.ClipOp.kIntersect, True)
            _shine(canvas, plate.box, t - start - 0.5, colors.words)
            canvas.restore()
            with placed(canvas, words_left, baseline_shift):
                for word in setting.words:
                    canvas.save()
                    canvas.translate(word.x, word.baseline)
                    word.glyphs.draw(canvas, fill(colors.words))
                    canvas.restore()
            nudge = 0.06 * height * math.sin(max(0.0, t - start) * 4.6)
            canvas.scale(hand, 1)
            _arrow(canvas, width / 2 - height * 0.6 + nudge, height, colors.arrow)

    return layer


def _arrow(canvas: skia.Canvas, x: float, height: float, color: str) -> None:
    paint = stroke(color, height * 0.062)
    reach = height * 0.3
    canvas.drawLine(x - reach * 0.5, 0, x + reach * 0.5, 0, paint)
    canvas.drawLine(x + reach * 0.5, 0, x + reach * 0.05, -reach * 0.42, paint)
    canvas.drawLine(x + reach * 0.5, 0, x + reach * 0.05, reach * 0.42, paint)


def _shine(canvas: skia.Canvas, box: Box, t: float, color: str) -> None:
    """A band of light that crosses every two seconds."""
    if t < 0:
        return
    x = box.left - 120 + (box.width + 240) * ((t % 2.0) / 0.8)
    band = polygon(
        [
            (x, box.top),
            (x + 64, box.top),
            (x + 64 - box.height * 0.5, box.bottom),
            (x - box.height * 0.5, box.bottom),
        ]
    )
    canvas.drawPath(band, fill(color, 0.13))
