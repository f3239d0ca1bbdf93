"""Product scenes: the thing itself, large."""

import math

import skia

from generation.studio.design.color import argb, shifted
from generation.studio.design.contrast import readable_on
from generation.studio.motion import back_out, expo_out, progress, spring
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.canvas import Layer, fill, placed, sprite, stroke
from generation.studio.scenes.layout import Box, caption_box, divided
from generation.studio.scenes.lettering import headline
from generation.studio.scenes.photos import lead_of
from generation.studio.scenes.pieces.badge import turning_badge
from generation.studio.scenes.pieces.medallion import Spot, medallion
from generation.studio.scenes.pieces.sticker import sticker
from generation.studio.scenes.pieces.tag import underlined
from generation.studio.scenes.pieces.tiles import emblem
from generation.studio.scenes.stage import Builder, Stage
from generation.studio.typesetting import Align


def pedestal(stage: Stage) -> tuple[Layer, ...]:
    """The picture on a disc with rays round it, a badge turning at its shoulder."""
    frame = stage.format
    words, art = divided(frame, text=0.32)
    align = Align.LEFT if frame.is_wide else Align.CENTER
    layers, bottom = _words(stage, words, align)
    spot = _spot(stage, art, bottom)
    return (
        backdrop(stage, focus=(spot.x, spot.y)),
        medallion(stage, spot),
        _badge(stage, spot),
        *layers,
    )


def _words(stage: Stage, box: Box, align: Align) -> tuple[tuple[Layer, ...], float]:
    """Headline and detail, and where they end."""
    has_detail = bool(stage.scene.detail)
    upper = box.rows(0.72, gap=0)[0] if has_detail else box
    title, shown = headline(stage, upper, wish=stage.loud(168, lines=3, align=align), middle=False)
    if stage.format.is_wide:
        total = shown.height + (110 if has_detail else 0)
        lift = (box.height - total) / 2
        moved = Box(box.left, box.top + lift, box.right, box.top + lift + shown.height + 1)
        title, shown = headline(stage, moved, wish=stage.loud(168, lines=4, align=align))
        upper = moved
    end = upper.top + shown.height
    if not has_detail:
        return (title,), end
    line_box = Box(box.left, end + 34, box.right, end + 34 + 84)
    detail, setting = underlined(stage, stage.scene.detail, line_box, align=align, start=0.75)
    return (title, detail), end + 34 + setting.height


def _spot(stage: Stage, art: Box, text_bottom: float) -> Spot:
    frame = stage.format
    if frame.is_wide:
        return Spot(art.center[0], frame.height * 0.47, min(art.width, art.height) * 0.45)
    top = text_bottom + 70
    bottom = stage.safe.bottom + (90 if frame.height < 1.2 * frame.width else 44)
    radius = min((bottom - top) / 2.22, frame.width * 0.40)
    return Spot(frame.width / 2, top + radius * 1.08 + max(0.0, (bottom - top - radius * 2.2) / 2), radius)


def _badge(stage: Stage, spot: Spot) -> Layer:
    radius = max(spot.radius * 0.36, 88)
    palette = stage.palette
    color = readable_on((palette.secondary,), candidates=(palette.paper, palette.ink))
    face = stage.pairing.strong
    badge = turning_badge(
        stage.storyboard.brand,
        face=face,
        radius=radius,
        back=palette.secondary,
        color=color,
        center=_star(color, radius),
    )
    x = max(spot.x - spot.radius * 0.86, radius + 24)
    y = spot.y - spot.radius * 0.66
    if stage.format.is_wide:
        x, y = spot.x + spot.radius * 0.84, spot.y - spot.radius * 0.7

    def layer(canvas: skia.Canvas, t: float) -> None:
        pop = back_out(progress(t, start=0.75, seconds=0.7 / stage.tempo), stage.overshoot)
        if pop > 0.01:
            with placed(canvas, x, y + 6 * math.sin(t * 1.2), scale=pop):
                badge(canvas, t)

    return layer


def _star(color: str, radius: float) -> Layer:
    paint = stroke(color, radius * 0.09)

    def layer(canvas: skia.Canvas, t: float) -> None:
        for i in range(4):
            angle = math.radians(45 * i - 14 * t)
            reach = radius * (0.3 if i % 2 else 0.2)
            dx, dy = reach * math.cos(angle), reach * math.sin(angle)
            canvas.drawLine(-dx, -dy, dx, dy, paint)

    return layer


def arch(stage: Stage) -> tuple[Layer, ...]:
    """Nested arches rise from the floor; the picture floats in the doorway."""
    frame = stage.format
    words, art = divided(frame, text=0.32)
    align = Align.LEFT if frame.is_wide else Align.CENTER
    layers, bottom = _words(stage, words, align)
    top = frame.height * 0.13 if frame.is_wide else bottom + 64
    center = art.center[0] if frame.is_wide else frame.width / 2
    half = min(frame.width * 0.40, (frame.height - top) * 0.44) if not frame.is_wide else art.width * 0.42
    half = min(half, (caption_box(frame).top - top) / 1.84)
    floor = float(frame.height)
    return (
        backdrop(stage, focus=(center, top + half), floored=False),
        _arches(stage, center, top, half, floor),
        _plinth(stage, center, top + half * 1.78, half * 0.74),
        _in_the_door(stage, center, top, half),
        *layers,
    )


def _arches(stage: Stage, center: float, top: float, half: float, floor: float) -> Layer:
    palette, ground = stage.palette, stage.ground
    inner = palette.primary if palette.primary not in {ground.shape, ground.shape_2} else palette.secondary
    colors = (ground.shape, ground.shape_2, inner, shifted(inner, lightness=0.07, hue=10))
    shrink = (1.0, 0.86, 0.72, 0.5)

    def layer(canvas: skia.Canvas, t: float) -> None:
        for i, (color, share) in enumerate(zip(colors, shrink, strict=True)):
            p = spring(t - 0.08 * i, frequency=1.15 * stage.tempo, damping=0.72)
            wide = half * share * (1 + 0.008 * math.sin(t * 1.2 - i * 0.8))
            y = top + half * (1 - share) * 1.5 + (1 - p) * (floor - top) * 1.02
            body = skia.RRect()
            edge = skia.Rect.MakeLTRB(center - wide, y, center + wide, floor + wide * 2)
            body.setRectXY(edge, wide, wide)
            canvas.drawRRect(body, fill(color))

    return layer


def _plinth(stage: Stage, center: float, top: float, half: float) -> Layer:
    """A round plinth of two steps, lit from the left, that comes up under the picture."""
    palette = stage.palette
    upper = palette.accent if stage.ground.name == "paper" else palette.paper
    lower = palette.primary if stage.ground.name != "primary" else palette.secondary
    second = top + half * 0.62
    steps = (_step(stage, center, second, half * 1.26, lower), _step(stage, center, top, half, upper))

    def layer(canvas: skia.Canvas, t: float) -> None:
        for i, step in enumerate(steps):
            p = spring(t - 0.12 - 0.12 * i, frequency=1.3 * stage.tempo, damping=0.72)
            canvas.save()
            canvas.translate(0, round((1 - p) * (stage.format.height - top + 160)))
            step(canvas, t)
            canvas.restore()
        if t > 0.6:
            shade, dip = half * (0.62 + 0.02 * math.sin(t * 1.4)), half * 0.09
            oval = skia.Rect.MakeLTRB(center - shade, top - dip, center + shade, top + dip)
            canvas.drawOval(oval, fill(palette.ink, 0.2))

    return layer


def _step(stage: Stage, center: float, top: float, half: float, color: str) -> Layer:
    dip = half * 0.15
    height = stage.format.height - top + 60
    edge = [shifted(color, lightness=-0.05), color, shifted(color, lightness=-0.16)]
    shader = skia.GradientShader.MakeLinear([(0, 0), (half * 2, 0)], [argb(c) for c in edge], [0, 0.35, 1])
    paint = skia.Paint(Shader=shader, AntiAlias=True)
    body = sprite(half * 2, height, lambda canvas: canvas.drawRect(skia.Rect.MakeWH(half * 2, height), paint))
    lid = fill(shifted(color, lightness=0.05))
    left, y = round(center - half), round(top)

    def layer(canvas: skia.Canvas, t: float) -> None:
        del t
        canvas.drawImage(body, left, y)
        canvas.drawOval(skia.Rect.MakeLTRB(left, y - dip, left + body.width(), y + dip), lid)

    return layer


def _in_the_door(stage: Stage, center: float, top: float, half: float) -> Layer:
    hero = sticker(lead_of(stage), half * 1.5, tilt=-4, shadow=argb(stage.palette.ink))
    y = top + half * 1.12
    if hero is None:
        return emblem(stage, center, y + half * 0.1, half * 0.52, start=0.5)
    names = [n for n in stage.scene.illustrations if n != stage.scene.illustration][:2]
    ink = argb(stage.palette.ink)
    made = (sticker(n, half * 0.5, tilt=-8 + 16 * i, shadow=ink) for i, n in enumerate(names))
    sides = [side for side in made if side is not None]

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = spring(t - 0.35, frequency=1.5 * stage.tempo, damping=0.55)
        if p > 0.01:
            sway = math.sin(t * 1.4)
            hero.draw(canvas, center, y + 9 * sway, scale=p * (1 + 0.007 * t), squash=0.012 * sway)
        for i, side in enumerate(sides):
            q = expo_out(progress(t, start=0.7 + 0.15 * i, seconds=0.8))
            x = center + (-1 if i == 0 else 1) * half * 0.86 * (2 - q)
            if q > 0.01:
                side.draw(
                    canvas,
                    x,
                    y + half * (0.55 if i == 0 else -0.5) + 10 * math.sin(t + i),
                    squash=0.02 * math.sin(t * 1.5 + i),
                )

    return layer


LAYOUTS: dict[str, Builder] = {"pedestal": pedestal, "arch": arch}
