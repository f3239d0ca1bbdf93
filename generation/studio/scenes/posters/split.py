"""Two grounds that meet in one line, the words standing on it and hanging from it."""

import math
from dataclasses import replace

import skia

from generation.studio.design.grounds import Ground
from generation.studio.design.grounds import ground as ground_called
from generation.studio.motion import back_out, expo_out, progress
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.canvas import Layer, fill
from generation.studio.scenes.layout import Box
from generation.studio.scenes.lettering import Inks, headline, inks_on_ground
from generation.studio.scenes.light import cast, lit, shade_of
from generation.studio.scenes.pieces.tag import underlined
from generation.studio.scenes.posters.columns import parts
from generation.studio.scenes.posters.ghost import tone
from generation.studio.scenes.stage import Stage, is_tall
from generation.studio.typesetting import Align, Display, Wish

_APART = 30.0
"""Pixels between the line and the letters above and below it."""

_OTHERS = {
    "deep": ("primary", "accent"),
    "paper": ("primary", "deep"),
    "primary": ("paper", "deep"),
    "secondary": ("paper", "deep"),
    "accent": ("deep", "paper"),
}


def split(stage: Stage) -> tuple[Layer, ...]:
    """What leads up to the point above the line, the point below it on another ground."""
    told, safe = parts(stage), stage.safe
    other = _other(stage)
    upper, lower, edge = _set(stage, told.first, told.second, loud_first=told.loud == told.first, other=other)
    layers = [
        backdrop(stage, floored=False),
        _sun(stage, edge),
        _field(stage, other, edge),
        *upper,
        *lower[0],
    ]
    if stage.scene.detail:
        top = lower[1] + 40
        line = Box(safe.left, top, safe.right, min(top + 110, safe.bottom))
        if line.height > 50:
            below = replace(stage, ground=other)
            heard = stage.heard(stage.scene.detail, otherwise=0.9)
            layers.append(
                underlined(below, stage.scene.detail, line, align=Align.LEFT, start=heard, largest=54)[0]
            )
    return tuple(layers)


def _other(stage: Stage) -> Ground:
    names = _OTHERS[stage.ground.name]
    return ground_called(names[stage.storyboard.seed % 2], stage.palette)


def _set(
    stage: Stage, first: str, second: str, *, loud_first: bool, other: Ground
) -> tuple[tuple[Layer, ...], tuple[tuple[Layer, ...], float], float]:
    """The two parts, the loud one with more of the room: (layers above the line; layers below it and where
    they end; the line)."""
    safe, tall = stage.safe, is_tall(stage)
    large, small = (300.0, 132.0) if tall else (240.0, 104.0)
    detail = 130.0 if stage.scene.detail else 0.0
    room = safe.height - detail - 2 * _APART
    high = room * (0.6 if loud_first else 0.36) if first else 0.0
    above = Box(safe.left, safe.top, safe.right, safe.top + high)
    wishes = [
        stage.loud(size, lines=4 if size == large else 3, align=Align.LEFT)
        for size in ((large, small) if loud_first else (small, large))
    ]
    led = _measured(stage, first, above, wishes[0]) if first else 0.0
    below = Box(safe.left, 0.0, safe.right, room - led)
    hung = _measured(stage, second, below, wishes[1])
    # What is left over lies above and below alike, so that the line goes where the words need it.
    spare = max(room - led - hung, 0.0)
    edge = safe.top + spare * 0.5 + led + _APART
    top = () if not first else (_placed(stage, first, edge - _APART - led, led, wishes[0], stage.ground)[0],)
    low, shown = _placed(stage, second, edge + _APART, hung, wishes[1], other)
    return top, ((low,), edge + _APART + shown.height), edge


def _measured(stage: Stage, text: str, box: Box, wish: Wish) -> float:
    return headline(stage, box, wish=wish, text=text)[1].height


def _placed(
    stage: Stage, text: str, top: float, height: float, wish: Wish, ground: Ground
) -> tuple[Layer, Display]:
    box = Box(stage.safe.left, top, stage.safe.right, top + height + 2)
    start = 0.15 if ground is stage.ground else 0.45
    return headline(stage, box, wish=wish, text=text, inks=_inks(ground), start=start)


def _inks(ground: Ground) -> Inks:
    """Never a marker: one would lie over the line, and over the words beyond it."""
    inks = inks_on_ground(ground)
    return Inks(inks.text, inks.text if inks.marker else inks.emphasis)


def _sun(stage: Stage, edge: float) -> Layer:
    """A disc that comes up behind the line, in a colour before which words read."""
    frame = stage.format
    hand = -1 if stage.from_right else 1
    paint = fill(tone(stage.ground, 0.5))
    x = frame.width * (0.5 + 0.2 * hand)
    reach = min(frame.width * 0.4, max(edge - frame.height * 0.06, 60.0))

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = expo_out(progress(t, start=0.3, seconds=1.3 / stage.tempo))
        y = edge + reach * (0.9 - 0.72 * p) - 3 * t
        canvas.drawCircle(x, y, reach, paint)

    return layer


def _field(stage: Stage, other: Ground, edge: float) -> Layer:
    """The lower ground with its light, and a half disc of colour in the corner where lines end."""
    frame = stage.format
    hand = -1 if stage.from_right else 1
    room = Box(0.0, edge - 4, frame.width, frame.height)
    ground, shade = lit(other.stops[1], room, lift=0.02, drop=0.035, slant=0.6), shade_of(stage.palette.ink)
    x, reach = frame.width * (0.5 + 0.5 * hand), frame.short_side * (0.4 if is_tall(stage) else 0.24)
    discs = [fill(color) for color in (other.shape, other.shape_2)]

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = expo_out(progress(t, start=0.0, seconds=0.9 / stage.tempo))
        top = edge + (1 - p) * (frame.height - edge)
        outline = skia.Path()
        outline.addRect(skia.Rect.MakeLTRB(-30, top, frame.width + 30, frame.height + 30))
        cast(canvas, outline, shade)
        canvas.drawPath(outline, ground)
        for i, paint in enumerate(discs):
            q = back_out(progress(t, start=0.4 + 0.12 * i, seconds=0.9 / stage.tempo), 0.8)
            radius = reach * (1 - 0.42 * i) * q * (1 + 0.02 * math.sin(t * 1.3 - i))
            if radius > 1:
                canvas.drawCircle(x, frame.height, radius, paint)

    return layer
