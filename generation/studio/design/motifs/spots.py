"""Motifs made of round things: blobs, dots, halftone, waves."""

import math
import random

import skia

from generation.studio.design.grounds import Ground
from generation.studio.design.motifs.geometry import Painted, blob, line, tint
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
    paints = (tint(ground, 0.62), tint(ground, 0.4))

    def layer(canvas: skia.Canvas, t: float) -> None:
        for i, (x, y, shape, phase) in enumerate(shapes):
            canvas.save()
            canvas.translate(x + 24 * math.sin(t * 0.5 + phase), y + 24 * math.cos(t * 0.43 + phase))
            canvas.rotate(t * (5 if i % 2 else -4) + math.degrees(phase))
            canvas.drawPath(shape, paints[i % 2])
            canvas.restore()

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
    """Printer's dots that grow towards two corners."""
    del center
    step = 46.0
    reach = 0.60 * max(frame.width, frame.height)
    flip = dice.random() < 0.5
    path = skia.Path()
    for j in range(int(reach / step)):
        for i in range(int(reach / step)):
            x, y = (i + (0.5 if j % 2 else 0)) * step, j * step * 0.87
            size = step * 0.52 * (1 - math.hypot(x, y) / reach)
            if size > 2.5:
                path.addCircle(x, y, size)
    paint = tint(ground, 0.8)

    def layer(canvas: skia.Canvas, t: float) -> None:
        for k in (0, 1):
            canvas.save()
            right = (k == 1) != flip
            canvas.translate(frame.width if right else 0, frame.height * k)
            breath = 1 + 0.03 * math.sin(t * 0.7 + k * 3)
            canvas.scale((-1 if right else 1) * breath, (-1 if k else 1) * breath)
            canvas.drawPath(path, paint)
            canvas.restore()

    return layer


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
            canvas.drawPath(swell(level, t, phase, up=False), tint(ground, strength))
        canvas.drawPath(swell(0.05, t, phases[3], up=True), tint(ground, 0.4))

    return layer
