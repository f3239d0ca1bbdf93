"""Motifs made of round things: blobs, dots, halftone, waves."""

import math
import random

import skia

from generation.studio.design.grounds import Ground
from generation.studio.design.motifs.geometry import Painted, blob, broad, laid, line, picture_of, tint
from generation.studio.formats import Format


def blobs(frame: Format, ground: Ground, center: tuple[float, float], dice: random.Random) -> Painted:
    """Three organic shapes at the edges, wandering."""
    del center
    size = 0.40 * min(frame.width, frame.height)
    tall = frame.height / frame.width
    spots = [(0.02, 0.10, 1.0), (1.0, 0.34 if tall > 1 else 0.12, 0.85), (0.1, 0.98, 1.15), (0.95, 0.92, 0.6)]
    shapes = [
        (x * frame.width, y * frame.height, blob(size * scale, dice=dice), dice.random() * 6.28)
        for x, y, scale in spots
    ]
    paints = (broad(ground, 0.62), broad(ground, 0.4))

    def layer(canvas: skia.Canvas, t: float) -> None:
        for i, (x, y, shape, phase) in enumerate(shapes):
            at_x, at_y = x + 24 * math.sin(t * 0.5 + phase), y + 24 * math.cos(t * 0.43 + phase)
            turn = t * (5 if i % 2 else -4) + math.degrees(phase)
            canvas.drawPath(laid(shape, at_x, at_y, turn=turn), paints[i % 2])

    return layer


def dots(frame: Format, ground: Ground, center: tuple[float, float], dice: random.Random) -> Painted:
    """Confetti at rest: discs, rings and short bars floating apart."""
    del center
    step = 232.0
    things = []
    for j in range(math.ceil(frame.height / step) + 1):
        for i in range(math.ceil(frame.width / step) + 1):
            x = (i + (0.5 if j % 2 else 0.0) + 0.3 * (dice.random() - 0.5)) * step
            y = (j + 0.3 * (dice.random() - 0.5)) * step
            things.append((x, y, dice.choice((0, 0, 1, 2)), 15 + dice.random() * 26, dice.random() * 6.28))
    solid, ring, bar = tint(ground, 0.75), line(ground, 9, 0.9), line(ground, 14, 0.75)
    bar.setStrokeCap(skia.Paint.kRound_Cap)

    def layer(canvas: skia.Canvas, t: float) -> None:
        for x, y, kind, size, phase in things:
            at_x = x + 13 * math.sin(t * 0.9 + phase)
            at_y = y + 13 * math.cos(t * 0.8 + phase * 2)
            if kind == 0:
                canvas.drawCircle(at_x, at_y, size * 0.72, solid)
            elif kind == 1:
                canvas.drawCircle(at_x, at_y, size, ring)
            else:
                turn = phase + t * 0.5
                dx, dy = size * math.cos(turn), size * math.sin(turn)
                canvas.drawLine(at_x - dx, at_y - dy, at_x + dx, at_y + dy, bar)

    return layer


def halftone(frame: Format, ground: Ground, center: tuple[float, float], dice: random.Random) -> Painted:
    """Printer's dots that grow towards two corners, swaying."""
    del center
    step = 46.0
    reach = 0.60 * max(frame.width, frame.height)
    flip = dice.random() < 0.5
    # Room for what a corner that sways inwards would otherwise leave bare.
    spare = 2 * step
    dots, paint = _printed(step, reach), tint(ground, 0.8)

    def corner(k: int) -> tuple[skia.Image, float, float]:
        right = (k == 1) != flip
        mirror = (-1 if right else 1, -1 if k else 1)
        side = reach + spare
        x, y = side if right else 0.0, side if k else 0.0
        inner = (x - spare if right else spare, y - spare if k else spare)
        image = picture_of(side, side, (laid(dots, *inner, scale=mirror), paint))
        return image, (frame.width - reach if right else -spare), (frame.height - reach if k else -spare)

    corners = (corner(0), corner(1))

    def layer(canvas: skia.Canvas, t: float) -> None:
        for k, (image, x, y) in enumerate(corners):
            sway = 0.016 * reach * math.sin(t * 0.7 + k * 3)
            # Whole pixels: a picture that stands between two of them takes ten times as long.
            canvas.drawImage(image, round(x + sway), round(y + sway * 0.6))

    return layer


def _printed(step: float, reach: float) -> skia.Path:
    """Dots from the origin outwards, smaller and smaller; some beyond it in the other direction."""
    path = skia.Path()
    for j in range(-2, int(reach / step)):
        for i in range(-2, int(reach / step)):
            x, y = (i + (0.5 if j % 2 else 0)) * step, j * step * 0.87
            size = step * 0.52 * (1 - math.hypot(max(x, 0), max(y, 0)) / reach)
            if size > 2.5:
                path.addCircle(x, y, size)
    return path


def waves(frame: Format, ground: Ground, center: tuple[float, float], dice: random.Random) -> Painted:
    """Three swells along the bottom and one along the top."""
    del center
    tall = frame.height > frame.width * 1.4
    levels = ((0.74, 0.5), (0.82, 0.55), (0.90, 0.6)) if tall else ((0.70, 0.5), (0.80, 0.55), (0.90, 0.6))
    phases = [dice.random() * 6.28 for _ in range(4)]

    def swell(level: float, t: float, phase: float, *, up: bool) -> skia.Path:
        path = skia.Path()
        edge = 0.0 if up else float(frame.height)
        path.moveTo(0, edge)
        height = 0.028 * max(frame.width, frame.height) * (0.8 if up else 1)
        for i in range(25):
            x = frame.width * i / 24
            bend = math.sin(x / frame.width * 4.4 + phase + t * 0.55) + 0.4 * math.sin(
                x / frame.width * 9 - t * 0.4 + phase
            )
            path.lineTo(x, frame.height * level + height * bend)
        path.lineTo(frame.width, edge)
        path.close()
        return path

    def layer(canvas: skia.Canvas, t: float) -> None:
        for (level, strength), phase in zip(levels, phases, strict=False):
            canvas.drawPath(swell(level, t, phase, up=False), broad(ground, strength))
        canvas.drawPath(swell(0.05, t, phases[3], up=True), broad(ground, 0.4))

    return layer
