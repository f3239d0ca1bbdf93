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
from generation.studio.scenes.layout import Box
from generation.studio.scenes.lettering import draw_setting, headline
from generation.studio.scenes.pieces.card import card
from generation.studio.scenes.pieces.tag import pill
from generation.studio.scenes.stage import Stage
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
    frame, safe = stage.format, stage.safe
    align = Align.LEFT if frame.is_wide else Align.CENTER
    low = 128.0 if stage.scene.detail else 0.0
    if frame.is_wide:
        head, body = safe.columns(0.5, gap=80)
        head = Box(head.left, head.top, head.right, head.bottom - low)
    else:
        head, body = safe.rows(0.36 if frame.height > 1.5 * frame.width else 0.34, gap=44)
        body = Box(body.left, body.top, body.right, body.bottom - low)
    title, shown = headline(stage, head, wish=stage.loud(140, lines=4, align=align), middle=True)
    radius = min(body.width, body.height) * 0.49
    layers: list[Layer] = [backdrop(stage, focus=body.center), _clock(stage, body.center, radius), title]
    if stage.scene.detail:
        top = head.center[1] + shown.height / 2 + 40 if frame.is_wide else safe.bottom - 96
        line = Box(head.left, top, head.right, top + 96)
        layers.append(pill(stage, stage.scene.detail, line, start=1.1, align=align))
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
    tall = frame.height > 1.5 * frame.width
    width = min(safe.width, safe.height * 1.75 if frame.is_wide else safe.width)
    height = min(safe.height * (0.58 if tall else 0.66), width * 0.86)
    x = frame.width / 2
    top = safe.bottom - height - (safe.height * 0.12 if tall else 16)
    reach = min(width * 0.66, frame.width * 0.46)
    nail = (x, max(top - height * 0.34, frame.height * 0.07))
    return (
        backdrop(stage, focus=(x, top + height / 2), floored=False),
        _door(stage, Box(x - reach, frame.height * 0.045, x + reach, frame.height * 1.1)),
        _sign(stage, Box(x - width / 2, top, x + width / 2, top + height), nail),
    )


def _door(stage: Stage, box: Box) -> Layer:
    """The window behind the sign: panes of the ground's own colour, a shade lighter and darker."""
    dark = stage.ground.is_dark
    pane = fill(shifted(stage.ground.stops[1], lightness=0.035 if dark else -0.03))
    frame_ = stroke(shifted(stage.ground.stops[1], lightness=-0.05 if dark else -0.07), 22, round_ends=False)
    glint = fill("#ffffff", 0.05 if dark else 0.22)

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

    return layer


def _sign(stage: Stage, box: Box, nail: tuple[float, float]) -> Layer:
    palette = stage.palette
    back, _ = stage.surface("primary" if stage.ground.name != "primary" else "secondary")
    face = palette.paper
    plate = card(box.width, box.height, color=back, shade=palette.ink, radius=54)
    inner = Box(-box.width / 2 + 26, -box.height / 2 + 26, box.width / 2 - 26, box.height / 2 - 26)
    low = 120.0 if stage.scene.detail else 0.0
    ink, loud = readable_on((face,), candidates=(palette.ink,)), vivid_on(face, palette)
    room = inner.inset(44, 40)
    wish = stage.loud(190, lines=4)
    emphasis = stage.cased(stage.scene.emphasis)
    setting = fit(stage.headline(), wish=wish, width=room.width, height=room.height - low, emphasis=emphasis)
    detail = fit(
        clean(stage.scene.detail), wish=stage.plain(54, lines=2), width=room.width, height=max(low - 20, 1)
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
