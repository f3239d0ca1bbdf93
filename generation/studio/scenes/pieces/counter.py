"""Numbers that roll like an odometer and land when they are spoken."""

import re

import skia

from generation.studio.motion import expo_out, progress
from generation.studio.scenes.canvas import Layer, fill
from generation.studio.scenes.layout import Box
from generation.studio.typesetting import Align, Wish, advance, clean, fit, metrics, shape

_DIGIT = re.compile(r"\d")


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
    """``figure`` in the middle of ``box``; its digits roll from ``start`` and stand still at ``land`` (seconds)."""
    text = clean(figure)
    if not _DIGIT.search(text) or len(text) > 12:
        return _plain(text, box, face=face, color=color, start=start, largest=largest)
    size = figure_size(text, face=face, width=box.width, height=box.height, largest=largest)
    cap = metrics(face).cap * size
    total = _width(text, face) * size
    left = box.center[0] - total / 2
    baseline = box.center[1] + cap / 2
    reels = _reels(text, face, size)

    def layer(canvas: skia.Canvas, t: float) -> None:
        appear = expo_out(progress(t, start=start, seconds=0.5))
        if appear <= 0.01:
            return
        paint = fill(color, min(appear * 1.5, 1.0))
        canvas.save()
        canvas.clipRect(
            skia.Rect.MakeLTRB(left - size, baseline - cap * 1.14, left + total + size, baseline + cap * 0.24)
        )
        for i, (char, x, wide) in enumerate(reels):
            wait = 0.06 * (len(reels) - 1 - i)
            p = expo_out(progress(t, start=start, seconds=max(land - start - wait, 0.3)))
            _reel(canvas, char, left + x, baseline, wide, p, paint, face=face, size=size, turns=1 + i % 3)
        canvas.restore()

    return layer


def _reels(text: str, face: str, size: float) -> list[tuple[str, float, float]]:
    """(character, x, width in pixels) of each place."""
    made, x = [], 0.0
    for char in text:
        wide = _cell(char, face) * size
        made.append((char, x, wide))
        x += wide
    return made


def _reel(
    canvas: skia.Canvas,
    char: str,
    x: float,
    baseline: float,
    wide: float,
    p: float,
    paint: skia.Paint,
    *,
    face: str,
    size: float,
    turns: int,
) -> None:
    if not char.isdigit():
        _glyph(canvas, char, x, baseline, wide, paint, face=face, size=size)
        return
    step = metrics(face).cap * size * 1.38
    position = (int(char) + 10 * turns) * p
    low = int(position)
    part = position - low
    for k in (0, 1):
        y = baseline + (part - k) * step
        if part > 0.001 or k == 0:
            digit = str((low + k) % 10)
            _glyph(canvas, digit, x, y, wide, paint, face=face, size=size)


def _glyph(
    canvas: skia.Canvas,
    char: str,
    x: float,
    y: float,
    wide: float,
    paint: skia.Paint,
    *,
    face: str,
    size: float,
) -> None:
    glyphs = shape(char, face=face, size=round(size, 2))
    canvas.save()
    canvas.translate(x + (wide - glyphs.width) / 2, y)
    glyphs.draw(canvas, paint)
    canvas.restore()


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
