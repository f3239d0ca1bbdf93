"""Product scenes: the thing itself, large."""

import math
from dataclasses import replace

import skia

from generation.studio.design.color import argb, shifted
from generation.studio.design.contrast import readable_on
from generation.studio.motion import back_out, expo_out, progress, spring
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.canvas import Layer, fill, placed, sprite, stroke
from generation.studio.scenes.layout import Box, caption_box, divided, picture_low
from generation.studio.scenes.lettering import headline
from generation.studio.scenes.light import cast, lit, shade_of
from generation.studio.scenes.photos import lead_of
from generation.studio.scenes.pieces.badge import turning_badge
from generation.studio.scenes.pieces.medallion import Spot, medallion
from generation.studio.scenes.pieces.sticker import sticker, sticker_within
from generation.studio.scenes.pieces.tag import underlined
from generation.studio.scenes.pieces.tiles import emblem
from generation.studio.scenes.pulse import pulse
from generation.studio.scenes.stage import Builder, Stage
from generation.studio.typesetting import Align


def pedestal(stage: Stage) -> tuple[Layer, ...]:
    """The picture on a disc with rays round it, a badge turning at its shoulder."""
    frame = stage.format
    words, art = divided(frame, text=0.43)
    align = Align.LEFT if frame.is_wide else Align.CENTER
    layers, bottom = written(stage, words, align)
    spot = _spot(stage, art, bottom)
    return (
        backdrop(stage, focus=(spot.x, spot.y)),
        medallion(stage, spot),
        _badge(stage, spot),
        *layers,
    )


def written(stage: Stage, box: Box, align: Align) -> tuple[tuple[Layer, ...], float]:
    """Headline and detail at the top of ``box``, or in its middle in wide formats, and where they end."""
    has_detail = bool(stage.scene.detail)
    upper = box.rows(0.74, gap=0)[0] if has_detail else box
    tall = stage.format.height > 1.5 * stage.format.width
    wish = stage.loud(204 if tall else 176, lines=4 if stage.format.is_wide else 3, align=align)
    wish = replace(wish, filling=stage.format.is_wide)
    title, shown = headline(stage, upper, wish=wish)
    if stage.format.is_wide:
        lift = (box.height - shown.height - (120 if has_detail else 0)) / 2
        upper = Box(box.left, box.top + lift, box.right, box.top + lift + shown.height + 1)
        title, shown = headline(stage, upper, wish=wish)
    end = upper.top + shown.height
    if not has_detail:
        return (title,), end
    gap = 40 if tall else 32
    line = Box(box.left, end + gap, box.right, end + gap + (150 if tall else 112))
    detail, setting = underlined(
        stage,
        stage.scene.detail,
        line,
        align=align,
        start=stage.heard(stage.scene.detail, otherwise=0.75),
        largest=58,
    )
    return (title, detail), end + gap + setting.height


def _spot(stage: Stage, art: Box, text_bottom: float) -> Spot:
    """As large as the room under or beside the words allows; the lower rim may pass behind the captions."""
    frame = stage.format
    if frame.is_wide:
        return Spot(frame.width * 0.755, frame.height * 0.5, frame.height * 0.4)
    top = text_bottom + (76 if frame.height > 1.5 * frame.width else 54)
    radius = min((picture_low(frame) - top) / 2.04, frame.width * 0.42)
    return Spot(art.center[0], top + radius * 1.04, radius)


def _badge(stage: Stage, spot: Spot) -> Layer:
    radius = max(spot.radius * 0.33, 88)
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
        x = min(spot.x + spot.radius * 0.84, stage.format.width - radius * 1.12)
        y = spot.y - spot.radius * 0.7

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
    words, art = divided(frame, text=0.43)
    align = Align.LEFT if frame.is_wide else Align.CENTER
    layers, bottom = written(stage, words, align)
    top = frame.height * 0.07 if frame.is_wide else bottom + 60
    center = frame.width * 0.755 if frame.is_wide else art.center[0]
    most = frame.width * 0.43 if frame.is_tall else frame.height * 0.42
    half = min(most, (caption_box(frame).top + frame.height * 0.04 - top) / 1.84)
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
    room = Box(center - half, top, center + half, floor)
    paints = [lit(color, room, lift=0.06, drop=0.09, slant=0.2) for color in colors]
    shade = shade_of(palette.ink)

    def layer(canvas: skia.Canvas, t: float) -> None:
        for i, (paint, share) in enumerate(zip(paints, shrink, strict=True)):
            p = spring(t - 0.08 * i, frequency=1.15 * stage.tempo, damping=0.72)
            wide = half * share * (1 + 0.008 * math.sin(t * 1.2 - i * 0.8))
            y = top + half * (1 - share) * 1.5 + (1 - p) * (floor - top) * 1.02
            body = skia.RRect()
            edge = skia.Rect.MakeLTRB(center - wide, y, center + wide, floor + wide * 2)
            body.setRectXY(edge, wide, wide)
            outline = skia.Path()
            outline.addRRect(body)
            if i:
                cast(canvas, outline, shade)
            canvas.drawPath(outline, paint)

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
    ink = argb(stage.palette.ink)
    hero = sticker_within(lead_of(stage), half * 1.86, tallest=half * 2.1, tilt=-4, shadow=ink)
    y = top + half * 1.0
    if hero is None:
        return emblem(stage, center, y + half * 0.1, half * 0.52, start=0.5)
    hop = pulse(stage)
    names = [n for n in stage.scene.illustrations if n != stage.scene.illustration][:2]
    made = (sticker(n, half * 0.5, tilt=-8 + 16 * i, shadow=ink) for i, n in enumerate(names))
    sides = [side for side in made if side is not None]

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = spring(t - 0.35, frequency=1.5 * stage.tempo, damping=0.55)
        if p > 0.01:
            sway = math.sin(t * 1.4)
            up = hop(t)
            rise = half * 0.1 * max(up, 0.0)
            hero.draw(
                canvas,
                center,
                y + 9 * sway - rise,
                scale=p * (1 + 0.007 * t),
                squash=0.012 * sway - 0.05 * up,
            )
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
