"""Numbers that stay behind shutters until they are spoken, then roll for a moment and land.

A number that rolls shows wrong ones, and a wrong price must never be read: so it rolls only just
before its word, too fast to be read, and until then its places are closed.
"""

import math
from dataclasses import dataclass

import skia

from generation.studio.motion import cubic_out, expo_out, progress
from generation.studio.scenes.canvas import Layer, fill
from generation.studio.scenes.layout import Box
from generation.studio.typesetting import Align, Wish, advance, clean, fit, metrics, shape

_DIGITS = "0123456789"
ROLL = 0.5
"""Seconds that the digits roll."""

_EACH_LATER = 0.05


def figure_size(figure: str, *, face: str, width: float, height: float, largest: float) -> float:
    """The size in pixels at which ``figure`` fills a box."""
    text = clean(figure) or "0"
    wide = max(_width(text, face), 0.3)
    return min(largest, width / wide, height / (metrics(face).cap * 1.12))


def _width(text: str, face: str) -> float:
    return sum(_cell(char, face) for char in text)


def _cell(char: str, face: str) -> float:
    """The room for a character in ems: that of the digit it will show, so the rest never moves."""
    return advance(char, face=face)


def counter(
    figure: str, box: Box, *, face: str, color: str, start: float, land: float, largest: float
) -> Layer:
    """``figure`` in the middle of ``box``, there from ``start``; its digits roll just before ``land``, when
    they stand (seconds). Until they roll each of them is a closed shutter."""
    text = clean(figure)
    if not any(char in _DIGITS for char in text) or len(text) > 12:
        return _plain(text, box, face=face, color=color, start=start, largest=largest)
    size = figure_size(text, face=face, width=box.width, height=box.height, largest=largest)
    cap = metrics(face).cap * size
    total = _width(text, face) * size
    left = box.center[0] - total / 2
    baseline = box.center[1] + cap / 2
    window = skia.Rect.MakeLTRB(left - size, -cap * 1.14, left + total + size, cap * 0.24)
    reels = _reels(text, left=left, face=face, size=size)
    opens = max(start, land - ROLL)

    def layer(canvas: skia.Canvas, t: float) -> None:
        appear = expo_out(progress(t, start=start, seconds=0.5))
        if appear <= 0.01:
            return
        paint = fill(color, min(appear * 1.5, 1.0))
        canvas.save()
        canvas.translate(0, baseline)
        canvas.clipRect(window)
        for i, reel in enumerate(reels):
            since = t - opens - _EACH_LATER * i
            if since < 0:
                reel.hold(canvas, paint, color, appear * (0.2 + 0.07 * math.sin(t * 5 - i * 0.9)))
            else:
                left_over = max(land - opens - _EACH_LATER * i, 0.1)
                reel.draw(canvas, cubic_out(min(since / left_over, 1.0)), paint)
        canvas.restore()

    return layer


@dataclass(frozen=True)
class _Reel:
    """One place of the number: what it will show, its x and width in pixels, its turns before that."""

    char: str
    x: float
    width: float
    turns: int
    face: str
    size: float

    def hold(self, canvas: skia.Canvas, paint: skia.Paint, color: str, alpha: float) -> None:
        """Draw the place closed: a shutter for a digit, anything else as it is."""
        if self.char not in _DIGITS:
            self._glyph(canvas, self.char, 0, paint)
            return
        cap, gap = metrics(self.face).cap * self.size, self.width * 0.06
        for top in (-cap, -cap * 0.485):
            leaf = skia.Rect.MakeXYWH(self.x + gap, top, self.width - 2 * gap, cap * 0.485)
            canvas.drawRRect(skia.RRect.MakeRectXY(leaf, cap * 0.07, cap * 0.07), fill(color, alpha))

    def draw(self, canvas: skia.Canvas, p: float, paint: skia.Paint) -> None:
        """Draw on the baseline y = 0 with the share ``p`` of the way rolled."""
        if self.char not in _DIGITS:
            self._glyph(canvas, self.char, 0, paint)
            return
        step = metrics(self.face).cap * self.size * 1.38
        position = (int(self.char) + 10 * self.turns) * p
        low = int(position)
        part = position - low
        self._glyph(canvas, str(low % 10), part * step, paint)
        if part > 0.001:
            self._glyph(canvas, str((low + 1) % 10), (part - 1) * step, paint)

    def _glyph(self, canvas: skia.Canvas, char: str, y: float, paint: skia.Paint) -> None:
        glyphs = shape(char, face=self.face, size=round(self.size, 2))
        canvas.save()
        canvas.translate(self.x + (self.width - glyphs.width) / 2, y)
        glyphs.draw(canvas, paint)
        canvas.restore()


def _reels(text: str, *, left: float, face: str, size: float) -> tuple[_Reel, ...]:
    made, x = [], left
    for i, char in enumerate(text):
        wide = _cell(char, face) * size
        made.append(_Reel(char, x, wide, 1 + i % 3, face, size))
        x += wide
    return tuple(made)


def _plain(text: str, box: Box, *, face: str, color: str, start: float, largest: float) -> Layer:
    """A figure without digits, or too long to roll, simply rises."""
    wish = Wish(face, largest, 40, most_lines=2, leading=1.02, align=Align.CENTER)
    setting = fit(text, wish=wish, width=box.width, height=box.height)
    setting = setting.moved(x=box.left, y=box.top + (box.height - setting.height) / 2)

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = expo_out(progress(t, start=start, seconds=0.7))
        if p <= 0.01:
            return
        for word in setting.words:
            canvas.save()
            canvas.translate(word.x, word.baseline + 60 * (1 - p))
            word.glyphs.draw(canvas, fill(color, p))
            canvas.restore()

    return layer
