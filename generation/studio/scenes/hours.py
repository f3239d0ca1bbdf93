"""Opening times: a clock whose hands run to the hour, or the sign that hangs in the door."""

import math
import re

import skia

from generation.studio.design.color import argb, shifted
from generation.studio.design.contrast import readable_on
from generation.studio.design.grounds import vivid_on
from generation.studio.motion import back_out, cubic_out, expo_out, lerp, progress, spring
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.canvas import Layer, fill, placed, stroke
from generation.studio.scenes.heading import headed
from generation.studio.scenes.layout import Box, caption_box, picture_low
from generation.studio.scenes.lettering import draw_setting
from generation.studio.scenes.light import lit
from generation.studio.scenes.pieces.card import card
from generation.studio.scenes.pieces.leaning import standing
from generation.studio.scenes.pieces.tag import second_line
from generation.studio.scenes.stage import Stage, is_tall
from generation.studio.typesetting import Align, clean, fit

_TIME = re.compile(
    r"(?<![\d.,$€£])(?P<hour>[01]?\d|2[0-3])(?:[:.h](?P<minute>[0-5]\d))?\s*(?P<half>[ap]\.?m\b\.?)?",
    re.IGNORECASE,
)
_NAMED = {"noon": 12.0, "midday": 12.0, "midnight": 24.0}


def times_in(text: str) -> tuple[float, ...]:
    """The times of day in a text, in hours from midnight: "9 am to 8:30 pm" gives 9 and 20.5.

    A bare number counts only in a range ("9–17") or with minutes.
    """
    plain = clean(text)
    found = [value for match in _TIME.finditer(plain) if (value := _hour(match, plain)) is not None]
    named = [hour for word, hour in _NAMED.items() if re.search(rf"\b{word}\b", plain, re.IGNORECASE)]
    return tuple((found + named)[:2])


def _hour(match: re.Match[str], text: str) -> float | None:
    half = (match["half"] or "").lower().replace(".", "")
    near = text[max(match.start() - 3, 0) : match.start()] + text[match.end() : match.end() + 3]
    if not half and not match["minute"] and not re.search(r"[–-]|to|h\b|Uhr", near):
        return None
    hour = int(match["hour"]) % 12 + 12 if half == "pm" else int(match["hour"])
    return (0 if half == "am" and hour == 12 else hour) + int(match["minute"] or 0) / 60


def _open_hours(stage: Stage) -> tuple[float, float]:
    """From when to when the clock's hands run: the hours named, else the eight hours before the one named."""
    scene = stage.scene
    texts = (f"{scene.headline} {scene.detail}", scene.narration)
    spans = [found for text in texts if (found := times_in(text))]
    full = next((span for span in spans if len(span) == 2), spans[0] if spans else (10.15,))
    return full[0] if len(full) == 2 else full[0] - 8, full[-1]


def clock(stage: Stage) -> tuple[Layer, ...]:
    """A wall clock: the hands run to the time, and the open hours fill as a band round the dial."""
    frame, detail = stage.format, stage.scene.detail
    line = 132.0 if detail else 0.0
    head = headed(stage, share=0.46, largest=180 if is_tall(stage) else 140, below=line, column=0.5)
    if frame.is_wide:
        middle, radius = (head.body.center[0], frame.height * 0.5), frame.height * 0.41
    else:
        radius = min((picture_low(frame) - head.body.top) / 2, frame.width * 0.43)
        middle = (frame.width / 2, head.body.top + radius)
    layers: list[Layer] = [
        backdrop(stage, focus=middle, company=True),
        _clock(stage, middle, radius),
        *head.layers,
    ]
    if detail:
        top = head.words.bottom + 40
        box = Box(head.words.left, top, head.words.right, top + 96)
        align = Align.LEFT if frame.is_wide else Align.CENTER
        layers.append(second_line(stage, detail, box, start=1.1, align=align))
    return tuple(layers)


def _clock(stage: Stage, middle: tuple[float, float], radius: float) -> Layer:
    palette = stage.palette
    rim = palette.primary if stage.ground.name != "primary" else palette.secondary
    face = palette.paper if stage.ground.name != "paper" else "#ffffff"
    shade = card(radius * 1.94, radius * 1.94, color=rim, shade=palette.ink, radius=radius * 0.97)
    opened, target = _open_hours(stage)
    land = stage.said(stage.scene.emphasis or stage.scene.headline, otherwise=0.9) + 0.5
    dial = radius * 0.82
    band = stroke(palette.accent, dial * 0.16, round_ends=False)
    edge = dial * 0.86
    ring = skia.Rect.MakeLTRB(-edge, -edge, edge, edge)
    ticks = stroke(palette.ink, radius * 0.022), stroke(palette.ink, radius * 0.038)
    hour_hand, minute_hand = stroke(palette.ink, radius * 0.07), stroke(palette.ink, radius * 0.046)

    def layer(canvas: skia.Canvas, t: float) -> None:
        pop = spring(t - 0.05, frequency=1.4 * stage.tempo, damping=0.62)
        if pop <= 0.01:
            return
        p = cubic_out(progress(t, start=0.35, seconds=max(land - 0.35, 0.7)))
        now = lerp(opened, target, p) + 0.01 * math.sin(t * 3)
        with placed(canvas, *middle, scale=pop * (1 + 0.006 * t)):
            shade.draw(canvas)
            canvas.drawCircle(0, 0, dial, fill(face))
            sweep = min(abs(target - opened), 11.6) * 30 * p
            canvas.drawArc(ring, opened * 30 - 90, sweep, False, band)
            for i in range(12):
                with placed(canvas, 0, 0, turn=30 * i):
                    canvas.drawLine(
                        0, -dial * 0.9, 0, -dial * (0.78 if i % 3 == 0 else 0.83), ticks[i % 3 == 0]
                    )
            with placed(canvas, 0, 0, turn=now * 30):
                canvas.drawLine(0, dial * 0.12, 0, -dial * 0.48, hour_hand)
            with placed(canvas, 0, 0, turn=(now % 1) * 360):
                canvas.drawLine(0, dial * 0.14, 0, -dial * 0.68, minute_hand)
            canvas.drawCircle(0, 0, radius * 0.065, fill(rim))
            with placed(canvas, 0, 0, turn=t * 36):
                canvas.drawLine(0, dial * 0.18, 0, -dial * 0.62, stroke(rim, radius * 0.016))

    return layer


def door_sign(stage: Stage) -> tuple[Layer, ...]:
    """A sign on two cords that swings to rest in the door, with the words on it."""
    frame, safe = stage.format, stage.safe
    side = frame.width * (0.055 if is_tall(stage) else 0.07)
    width = min(frame.width - 2 * side, safe.height * (1.95 if frame.is_wide else 1.2))
    height = min(safe.height * (0.68 if is_tall(stage) else 0.74), width * 0.84)
    x = frame.width / 2
    top = safe.bottom - height - (safe.height * 0.04 if is_tall(stage) else 0)
    reach = min(width * 0.6, frame.width * 0.46)
    nail = (x, max(top - height * 0.26, frame.height * 0.03))
    return (
        backdrop(stage, focus=(x, top + height / 2), floored=False),
        _door(stage, Box(x - reach, frame.height * 0.035, x + reach, frame.height * 1.1)),
        *_before_the_door(stage),
        _sign(stage, Box(x - width / 2, top, x + width / 2, top + height), nail),
    )


def _before_the_door(stage: Stage) -> tuple[Layer, ...]:
    """What is sold behind it, in tall frames, where there is room for it."""
    return (standing(stage, start=0.5, share=0.46, tilt=-5, side=1, down=0.4),) if is_tall(stage) else ()


def _door(stage: Stage, box: Box) -> Layer:
    """The window behind the sign: panes of the ground's own colour, a shade lighter and darker."""
    dark = stage.ground.is_dark
    color = shifted(stage.ground.stops[1], lightness=0.05 if dark else -0.06)
    pane = lit(color, box, lift=0.05, drop=0.08, slant=0.5)
    frame_ = stroke(stage.ground.shape, 30, round_ends=False)
    glint = fill("#ffffff", 0.06 if dark else 0.3)
    rail = caption_box(stage.format).bottom + stage.format.height * 0.05
    low = Box(box.left, rail, box.right, float(stage.format.height))
    panel, ledge = lit(stage.ground.shape, low, lift=0.05, drop=0.09), fill(stage.ground.shape_2)
    shade = fill(stage.palette.ink, 0.1)

    def layer(canvas: skia.Canvas, t: float) -> None:
        edge = skia.Rect.MakeLTRB(box.left, box.top, box.right, box.bottom)
        canvas.drawRect(edge, pane)
        canvas.drawRect(edge, frame_)
        canvas.save()
        canvas.clipRect(edge)
        shift = (t * 60) % (box.width * 2.2) - box.width * 0.6
        for wide, at in ((120.0, 0.0), (46.0, 170.0)):
            left = box.left + shift + at
            path = skia.Path()
            path.addPoly(
                [
                    skia.Point(left + box.height * 0.3, box.top),
                    skia.Point(left + box.height * 0.3 + wide, box.top),
                    skia.Point(left + wide, box.bottom),
                    skia.Point(left, box.bottom),
                ],
                True,
            )
            canvas.drawPath(path, glint)
        canvas.restore()
        canvas.drawRect(skia.Rect.MakeLTRB(box.left, rail, box.right, box.bottom), panel)
        canvas.drawRect(skia.Rect.MakeLTRB(box.left, rail + 26, box.right, rail + 50), shade)
        canvas.drawRect(skia.Rect.MakeLTRB(box.left, rail, box.right, rail + 26), ledge)

    return layer


def _sign(stage: Stage, box: Box, nail: tuple[float, float]) -> Layer:
    palette = stage.palette
    back, _ = stage.surface("primary" if stage.ground.name != "primary" else "secondary")
    face = palette.paper
    plate = card(box.width, box.height, color=back, shade=palette.ink, radius=54)
    inner = Box(-box.width / 2 + 26, -box.height / 2 + 26, box.width / 2 - 26, box.height / 2 - 26)
    low = 150.0 if stage.scene.detail else 0.0
    ink, loud = readable_on((face,), candidates=(palette.ink,)), vivid_on(face, palette)
    room = inner.inset(44, 40)
    wish = stage.loud(230, lines=4)
    emphasis = stage.cased(stage.scene.emphasis)
    setting = fit(stage.headline(), wish=wish, width=room.width, height=room.height - low, emphasis=emphasis)
    detail = fit(
        clean(stage.scene.detail), wish=stage.plain(60, lines=2), width=room.width, height=max(low - 10, 1)
    )
    spare = room.height - setting.height - (detail.height + 34 if low else 0)
    setting = setting.moved(x=room.left, y=room.top + spare / 2)
    detail = detail.moved(x=room.left, y=room.bottom - spare / 2 - detail.height)
    cord, edge = stroke(palette.ink, 7), stroke(back, 6, 0.5)
    reach, rise = box.width * 0.4, box.top - nail[1]

    def layer(canvas: skia.Canvas, t: float) -> None:
        drop = back_out(progress(t, start=0.02, seconds=0.7 / stage.tempo), 0.7)
        swing = 9 * math.exp(-1.5 * t) * math.cos(5.2 * t) + 0.7 * math.sin(t * 1.5)
        with placed(canvas, nail[0], nail[1] - (1 - drop) * box.bottom, turn=swing):
            canvas.drawLine(0, 0, -reach, rise + 30, cord)
            canvas.drawLine(0, 0, reach, rise + 30, cord)
            canvas.drawCircle(0, 0, 17, fill(palette.ink))
            with placed(canvas, 0, rise + box.height / 2):
                plate.draw(canvas)
                shape = skia.RRect.MakeRectXY(
                    skia.Rect.MakeLTRB(inner.left, inner.top, inner.right, inner.bottom), 36, 36
                )
                canvas.drawRRect(shape, fill(face))
                canvas.drawRRect(shape, edge)
                for side in (-reach, reach):
                    canvas.drawCircle(side, -box.height / 2 + 30, 12, fill(palette.ink))
                for word in setting.words:
                    with placed(canvas, word.x, word.baseline):
                        word.glyphs.draw(canvas, fill(loud if word.emphasised else ink))
                if low:
                    p = expo_out(progress(t, start=0.9, seconds=0.7))
                    draw_setting(canvas, detail, skia.Paint(Color=argb(ink, p), AntiAlias=True))

    return layer
