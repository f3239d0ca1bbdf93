"""Round things with words: the turning badge and the starburst."""

import math

import skia

from generation.studio.scenes.canvas import Layer, fill, placed
from generation.studio.typesetting import advance, clean, shape


def ring_text(text: str, *, face: str, radius: float, size: float) -> skia.Path:
    """``text`` repeated round a circle of ``radius`` pixels about the origin."""
    once = clean(text).upper() + "  •  "
    around = 2 * math.pi * radius
    times = max(1, round(around / max(advance(once, face=face) * size * 1.08, 1)))
    full = once * min(times, 8)
    spread = around / max(advance(full, face=face) * size, 1)
    whole, along = skia.Path(), 0.0
    for char in full:
        wide = advance(char, face=face) * size * spread
        glyphs = shape(char, face=face, size=size)
        matrix = skia.Matrix()
        matrix.preRotate(math.degrees((along + wide / 2) / radius))
        matrix.preTranslate(-glyphs.width / 2, -radius)
        turned = skia.Path(glyphs.outline)
        turned.transform(matrix)
        whole.addPath(turned)
        along += wide
    return whole


def starburst(radius: float, *, points: int = 18, depth: float = 0.1, soften: bool = True) -> skia.Path:
    """A seal with ``points`` teeth round the origin; soft teeth are waves."""
    path = skia.Path()
    steps = points * 8 if soften else points * 2
    for i in range(steps):
        angle = 2 * math.pi * i / steps
        wave = math.cos(angle * points) if soften else (1 if i % 2 == 0 else -1)
        reach = radius * (1 - depth / 2 + depth / 2 * wave)
        point = (reach * math.cos(angle), reach * math.sin(angle))
        path.lineTo(*point) if i else path.moveTo(*point)
    path.close()
    return path


def turning_badge(
    text: str, *, face: str, radius: float, back: str, color: str, center: Layer | None = None
) -> Layer:
    """A disc with ``text`` running round its edge, turning. Drawn round the origin."""
    size = radius * 0.205
    letters = ring_text(text, face=face, radius=radius * 0.72, size=size)
    seal = starburst(radius, points=22, depth=0.06)

    def layer(canvas: skia.Canvas, t: float) -> None:
        canvas.drawPath(seal, fill(back))
        with placed(canvas, 0, 0, turn=t * 14):
            canvas.drawPath(letters, fill(color))
        if center is not None:
            center(canvas, t)

    return layer
