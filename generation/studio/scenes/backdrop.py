"""Behind everything: the ground in its light, with its grain, the look's motif, and dust in the air."""

import math
import random

import skia

from generation.studio.design.color import argb, hue_distance, mix, shifted, to_oklch
from generation.studio.design.contrast import READABLE, weakest
from generation.studio.design.grounds import MOTIF_OPACITY, Ground, is_brown
from generation.studio.design.motifs import motif
from generation.studio.formats import Format
from generation.studio.scenes.canvas import SMOOTH, Layer, faded, radial, sprite
from generation.studio.scenes.floor import floor
from generation.studio.scenes.layout import Box, safe_box
from generation.studio.scenes.light import lay_grain
from generation.studio.scenes.stage import Stage

_COARSE = 4
_NEAR, _FAR, _GREY = 12.0, 85.0, 0.05
"""Degrees of hue between which two colours go over into one another well; the chroma of a grey one."""

_EDGE = 90.0
"""Pixels over which dust grows as bright as it may be, outside of where words stand."""

_BRIGHTEST = 0.6


def backdrop(
    stage: Stage,
    *,
    focus: tuple[float, float] | None = None,
    motif_name: str | None = None,
    dust: bool = True,
    floored: bool = True,
    company: bool = False,
) -> Layer:
    """Paints the whole frame. ``focus`` (pixels) is where light gathers and the motif turns.

    Scenes whose pictures reach the lower edge themselves do without the floor (``floored`` False);
    in those without a large picture the product may stand on it (``company``).
    """
    frame, ground = stage.format, stage.ground
    center = focus or (frame.width * 0.5, frame.height * 0.55)
    base = _base(frame, ground, center)
    name = stage.storyboard.look.motif if motif_name is None else motif_name
    pattern = motif(name, frame=frame, ground=ground, center=center, dice=stage.dice("motif"))
    motes = floating_dust(frame, ground, dice=stage.dice("dust")) if dust and ground.is_dark else None
    low = floor(stage, company=company) if floored else None

    def layer(canvas: skia.Canvas, t: float) -> None:
        canvas.save()
        if low is not None:
            canvas.clipRect(skia.Rect.MakeWH(frame.width, low.hides_from(t)))
        canvas.drawImage(base, 0, 0)
        pattern(canvas, t)
        canvas.restore()
        if low is not None:
            low.paint(canvas, t)
        if motes is not None:
            motes(canvas, t)

    return layer


def _base(frame: Format, ground: Ground, center: tuple[float, float]) -> skia.Image:
    """The ground in its light. Something so soft needs few pixels, and gradients are slow to draw."""
    width, height = frame.width / _COARSE, frame.height / _COARSE
    coarse = sprite(width, height, lambda canvas: _light(canvas, width, height, ground, center))

    def draw(canvas: skia.Canvas) -> None:
        canvas.drawImageRect(coarse, skia.Rect.MakeWH(frame.width, frame.height), SMOOTH)
        lay_grain(canvas, frame.width, frame.height)

    return sprite(frame.width, frame.height, draw, opaque=True)


def _light(
    canvas: skia.Canvas, width: float, height: float, ground: Ground, center: tuple[float, float]
) -> None:
    """From the ground's own colours above to livelier ones below, with light in one upper corner and
    where things happen."""
    wide = width > height
    high, low, lowest = lively(ground)
    lowest = lowest if height > 1.5 * width else mix(low, lowest, 0.5)
    corner = _toward(ground, ground.stops[1], _partner(ground), 0.55 if ground.name != "paper" else 0.16)
    colors = (ground.stops[0], high, low, lowest)
    ends = [(0.0, 0.0), (width * (0.9 if wide else 0.22), height)]
    shader = skia.GradientShader.MakeLinear(ends, [argb(c) for c in colors], [0.0, 0.42, 0.78, 1.0])
    canvas.drawPaint(skia.Paint(Shader=shader, Dither=True))
    reach = 0.62 * max(width, height)
    x, y = center[0] / _COARSE, center[1] / _COARSE
    side = 0.0 if x > width / 2 else width
    _pool(canvas, side, 0.0, 0.9 * reach, corner, 0.9)
    _pool(canvas, x, y, reach, low if ground.is_dark else "#ffffff", 0.75 if ground.is_dark else 0.42)


def _pool(canvas: skia.Canvas, x: float, y: float, reach: float, color: str, alpha: float) -> None:
    canvas.save()
    canvas.translate(x - reach, y - reach)
    shine = radial(color, radius=reach, alpha=alpha)
    shine.setDither(True)
    canvas.drawCircle(reach, reach, reach, shine)
    canvas.restore()


def lively(ground: Ground) -> tuple[str, str, str]:
    """Three colours that the ground goes over into, from its upper third to its lower end: text reads on
    the first two."""
    _, middle, lower = ground.stops
    if ground.name == "paper":
        return middle, _toward(ground, middle, ground.shape, 0.2), mix(middle, ground.shape, 0.42)
    if ground.name == "deep":
        partner = _partner(ground)
        clean = (one for one in (ground.flow[1], ground.flow[0]) if _goes_over(middle, one))
        glow = next(clean, shifted(middle, hue=-16, lightness=0.14))
        return (
            _toward(ground, middle, partner, 0.34),
            _toward(ground, middle, glow, 0.85),
            mix(middle, ground.motif if _goes_over(middle, ground.motif) else glow, 0.82),
        )
    partner = _partner(ground)
    return middle, _toward(ground, lower, partner, 0.7), partner


def _goes_over(base: str, color: str) -> bool:
    """Whether ``base`` goes over into ``color`` without passing through grey, brown or olive."""
    is_near = hue_distance(base, color) < _FAR or to_oklch(base).chroma < _GREY
    return is_near and (is_brown(base) or not is_brown(color))


def _partner(ground: Ground) -> str:
    """The livelier colour that the ground may go over into without passing through mud."""
    own = to_oklch(ground.stops[1])
    if own.chroma < _GREY:
        return ground.flow[1]

    # Almost the same colour is no change, and one from far round the wheel mixes to brown or grey.
    near = [
        one
        for one in ground.flow
        if _NEAR < hue_distance(one, ground.stops[1]) < _FAR
        and to_oklch(one).chroma > _GREY
        and (is_brown(ground.stops[1]) or not is_brown(one))
    ]
    own_end = ground.stops[1] if ground.name == "deep" else ground.stops[2]
    turned = [shifted(own_end, hue=degrees, lightness=-0.03) for degrees in (-24, 24)]
    return next(iter(near or [one for one in turned if not is_brown(one)]), turned[0])


def _toward(ground: Ground, base: str, color: str, most: float) -> str:
    """``base``, as far on the way to ``color`` as text reads, and reads with the motif over it."""
    for step in range(12, 0, -1):
        made = mix(base, color, most * step / 12)
        if weakest(ground.text, (made, mix(made, ground.motif, MOTIF_OPACITY))) >= READABLE * 1.02:
            return made
    return base


def floating_dust(frame: Format, ground: Ground, *, dice: random.Random, count: int = 26) -> Layer:
    """Motes of light that rise slowly and twinkle: so faint where words stand that those still read."""
    mote = sprite(40, 40, lambda canvas: canvas.drawPaint(radial(ground.spark, radius=20, alpha=0.9)))
    words, least = safe_box(frame), _faintest(ground)
    motes = [
        (
            dice.random() * frame.width,
            dice.random() * frame.height,
            0.3 + dice.random() * 0.9,
            dice.random() * 6.28,
        )
        for _ in range(count)
    ]

    def layer(canvas: skia.Canvas, t: float) -> None:
        for x, y, depth, phase in motes:
            at_y = (y - t * 44 * depth) % (frame.height + 60) - 30
            at_x = x + 26 * math.sin(t * 0.8 * depth + phase)
            size = 34 * depth
            most = least + (1 - least) * _outside(words, at_x + size / 2, at_y + size / 2)
            box = skia.Rect.MakeXYWH(at_x, at_y, size, size)
            canvas.drawImageRect(mote, box, SMOOTH, faded(most * (0.32 + 0.28 * math.sin(t * 1.7 + phase))))

    return layer


def _outside(words: Box, x: float, y: float) -> float:
    """0 inside of ``words``, 1 well away from them."""
    far = max(words.left - x, x - words.right, words.top - y, y - words.bottom)
    return min(max(far / _EDGE, 0.0), 1.0)


def _faintest(ground: Ground) -> float:
    """The share of its full brightness at which dust still leaves text readable on every part of the ground."""
    for step in range(10, 0, -1):
        seen = _BRIGHTEST * 0.9 * step / 10
        if weakest(ground.text, tuple(mix(one, ground.spark, seen) for one in ground.stops)) >= READABLE:
            return step / 10
    return 0.08
