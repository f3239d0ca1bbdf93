"""Galleries: several pictures at once, the customer's own or drawn ones."""

import math

import skia

from generation.studio.design.color import argb
from generation.studio.motion import back_out, progress, spring
from generation.studio.pictures.picture import Kind, Picture, number_in
from generation.studio.pictures.raster import filling
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.benefit import spotlight
from generation.studio.scenes.canvas import SMOOTH, Layer, fill, placed, rounded
from generation.studio.scenes.layout import Box
from generation.studio.scenes.lettering import draw_setting, headline
from generation.studio.scenes.photos import own_picture
from generation.studio.scenes.pieces.card import card
from generation.studio.scenes.pieces.sticker import sticker
from generation.studio.scenes.stage import Builder, Stage
from generation.studio.typesetting import Align, clean, fit

_MOST = 5
# How much larger a photograph is than its window, to have room to move.
_ROOM = 1.08
# Notes on prints: smaller than this (pixels) they are left out.
_LEAST_NOTE = 24
_PENCIL = "#2a2622"


def _names(stage: Stage) -> tuple[str, ...]:
    """What to show: the customer's own pictures if the scene names any, else drawn ones."""
    scene = stage.scene
    named = dict.fromkeys(filter(None, (scene.illustration, *scene.illustrations)))
    own = tuple(name for name in named if own_picture(stage, name) is not None)
    return (own or tuple(name for name in named if not number_in(name)))[:_MOST]


def _tile(stage: Stage, name: str, width: float, height: float, i: int, *, radius: float) -> Layer:
    """A picture filling a tile round the origin: a photograph, or a drawing on a colour."""
    own = own_picture(stage, name)
    if own is not None and own.kind is Kind.PHOTO:
        return _photograph(own, width, height, i, radius=radius)
    palette = stage.palette
    colors = (palette.accent, palette.secondary, palette.primary, palette.paper)
    back = colors[(i + stage.storyboard.seed) % len(colors)]
    drawn = sticker(
        own or name, min(width, height) * 0.74, tilt=(-6, 5, -3, 7, -5)[i % 5], shadow=argb(palette.ink)
    )
    window = rounded(Box(-width / 2, -height / 2, width / 2, height / 2), radius)
    glow = fill(palette.paper, 0.28)

    def layer(canvas: skia.Canvas, t: float) -> None:
        canvas.save()
        canvas.clipRRect(window, skia.ClipOp.kIntersect, True)
        canvas.drawRRect(window, fill(back))
        reach = max(width, height) * (0.46 + 0.02 * math.sin(t * 1.2 + i))
        canvas.drawCircle(width * 0.22 * (1 if i % 2 else -1), height * 0.3, reach, glow)
        if drawn is not None:
            drawn.draw(
                canvas,
                0,
                7 * math.sin(t * 1.3 + i),
                scale=1 + 0.008 * t,
                squash=0.012 * math.sin(t * 1.3 + i),
            )
        canvas.restore()

    return layer


def _photograph(picture: Picture, width: float, height: float, i: int, *, radius: float) -> Layer:
    """A photograph that drifts a little behind its window. It is made larger than the window, never enlarged."""
    image = filling(picture, width=math.ceil(width * _ROOM), height=math.ceil(height * _ROOM))
    window = rounded(Box(-width / 2, -height / 2, width / 2, height / 2), radius)

    def layer(canvas: skia.Canvas, t: float) -> None:
        if image is None:
            return
        canvas.save()
        canvas.clipRRect(window, skia.ClipOp.kIntersect, True)
        x = (image.width() - width) * 0.45 * math.sin(t * 0.6 + 1.7 * i)
        y = (image.height() - height) * 0.45 * math.cos(t * 0.5 + 1.7 * i)
        canvas.drawImage(image, x - image.width() / 2, y - image.height() / 2, SMOOTH)
        canvas.restore()

    return layer


def wall(stage: Stage) -> tuple[Layer, ...]:
    """A wall of tiles of different sizes that pop in one after another, the words above or beside it."""
    names = _names(stage)
    if len(names) < 2:
        return spotlight(stage)
    frame, safe = stage.format, stage.safe
    if frame.is_wide:
        head, body = safe.columns(0.36, gap=80)
        body = Box(body.left, frame.height * 0.06, frame.width - frame.height * 0.06, safe.bottom)
    else:
        head, body = safe.rows(0.26 if frame.height > 1.5 * frame.width else 0.24, gap=40)
        body = Box(frame.width * 0.055, body.top, frame.width * 0.945, body.bottom)
    align = Align.LEFT if frame.is_wide else Align.CENTER
    title, _ = headline(stage, head, wish=stage.loud(128, lines=4, align=align), middle=True)
    boxes = _mosaic(body, len(names), wide=body.width > body.height * 1.15)
    tiles = tuple(
        _popping(stage, name, box, i) for i, (name, box) in enumerate(zip(names, boxes, strict=True))
    )
    return (backdrop(stage, focus=body.center), *tiles, title)


def _mosaic(body: Box, count: int, *, wide: bool, gap: float = 22.0) -> tuple[Box, ...]:
    """A large tile and ``count`` - 1 smaller ones beside or below it."""
    rest = count - 1
    first, others = body.columns(0.56, gap=gap) if wide else body.rows(0.56, gap=gap)
    if rest == 3:
        upper, lower = others.rows(0.54, gap=gap) if wide else others.columns(0.42, gap=gap)
        cells = [upper, *(_cells(lower, 2, 1, gap) if wide else _cells(lower, 1, 2, gap))]
    elif rest <= 2:
        cells = _cells(others, 1 if wide else rest, rest if wide else 1, gap)
    else:
        cells = _cells(others, 2, math.ceil(rest / 2), gap) if wide else _cells(others, rest, 1, gap)
    return (first, *cells[:rest])


def _cells(box: Box, columns: int, rows: int, gap: float) -> list[Box]:
    width = (box.width - gap * (columns - 1)) / columns
    height = (box.height - gap * (rows - 1)) / rows
    return [
        Box(
            box.left + i * (width + gap),
            box.top + j * (height + gap),
            box.left + i * (width + gap) + width,
            box.top + j * (height + gap) + height,
        )
        for j in range(rows)
        for i in range(columns)
    ]


def _popping(stage: Stage, name: str, box: Box, i: int) -> Layer:
    shade = card(
        box.width, box.height, color=stage.palette.paper, shade=stage.palette.ink, radius=40, strength=0.26
    )
    tile = _tile(stage, name, box.width, box.height, i, radius=40)

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = spring(t - 0.15 - 0.14 * i, frequency=1.7 * stage.tempo, damping=0.62)
        if p <= 0.01:
            return
        with placed(canvas, box.center[0], box.center[1] + 3 * math.sin(t + i), scale=0.55 + 0.45 * p):
            shade.draw(canvas)
            tile(canvas, t)

    return layer


def prints(stage: Stage) -> tuple[Layer, ...]:
    """Prints with white borders thrown on a table, each at its own slant."""
    names = _names(stage)[:4]
    if len(names) < 2:
        return spotlight(stage)
    frame, safe = stage.format, stage.safe
    if frame.is_wide:
        head, body = safe.columns(0.38, gap=60)
    else:
        head, body = safe.rows(0.26 if frame.height > 1.5 * frame.width else 0.25, gap=20)
    align = Align.LEFT if frame.is_wide else Align.CENTER
    title, _ = headline(stage, head, wish=stage.loud(128, lines=4, align=align), middle=True)
    layers = tuple(_print(stage, name, spot, i) for i, (name, spot) in enumerate(_spots(body, names)))
    return (backdrop(stage, focus=body.center), *layers, title)


def _spots(body: Box, names: tuple[str, ...]) -> list[tuple[str, tuple[float, float, float]]]:
    """(name, (x, y, width)) of each print."""
    count = len(names)
    across = body.width > body.height * 1.2
    if across:
        width = min(body.height * 0.72, body.width / (count * 0.78))
        step = (body.width - width) / max(count - 1, 1)
        return [
            (name, (body.left + width / 2 + i * step, body.center[1] + (28 if i % 2 else -28), width))
            for i, name in enumerate(names)
        ]
    rows = math.ceil(count / 2)
    width = min(body.width * 0.58, body.height / (rows * 1.02 + 0.1))
    left = body.center[0] - min(body.width, width * 1.9) / 2
    reach = min(body.width, width * 1.9) - width
    pitch = (body.height - width * 1.2) / max(rows - 1, 1)
    top = body.top + width * 0.6 + (0.0 if rows > 1 else (body.height - width * 1.2) / 2)
    return [
        (name, (left + width / 2 + (i % 2) * reach, top + (i // 2) * pitch + (i % 2 - 0.5) * 24, width))
        for i, name in enumerate(names)
    ]


def _print(stage: Stage, name: str, spot: tuple[float, float, float], i: int) -> Layer:
    x, y, width = spot
    height, rim = width * 1.1, width * 0.045
    foot = width * 0.17
    shade = card(width, height, color="#fffdf8", shade=stage.palette.ink, radius=14, strength=0.34)
    side = width - 2 * rim
    tile = _tile(stage, name, side, height - rim - foot, i, radius=6)
    note = _note(stage, i, Box(-side / 2, height / 2 - foot, side / 2, height / 2))
    slant = (-5.0, 4.0, -2.5, 6.0)[i % 4]

    def layer(canvas: skia.Canvas, t: float) -> None:
        start = 0.15 + 0.22 * i
        p = back_out(progress(t, start=start, seconds=0.65 / stage.tempo), stage.overshoot * 0.7)
        if t <= start:
            return
        away = (1 - p) * stage.format.width * 0.7 * (-1 if i % 2 else 1)
        with placed(
            canvas, x + away, y - abs(1 - p) * 160 + 3 * math.sin(t + i), scale=1 + 0.25 * max(1 - p, 0)
        ):
            canvas.rotate(slant + (1 - p) * 26 + 0.5 * math.sin(t * 0.9 + i))
            shade.draw(canvas)
            with placed(canvas, 0, (rim - foot) / 2):
                tile(canvas, t)
            note(canvas, t)

    return layer


def _note(stage: Stage, i: int, box: Box) -> Layer:
    """What is written on a print's border: its entry in the list, if there is one."""
    items = stage.scene.items
    text = clean(items[i]) if i < len(items) else ""
    wish = stage.plain(box.height * 0.52, lines=1, strong=True)
    setting = fit(text, wish=wish, width=box.width, height=box.height * 0.8)
    setting = setting.moved(x=box.left, y=box.center[1] - setting.height / 2)

    def layer(canvas: skia.Canvas, t: float) -> None:
        del t
        if text and setting.size >= _LEAST_NOTE:
            draw_setting(canvas, setting, fill(_PENCIL))

    return layer


LAYOUTS: dict[str, Builder] = {"wall": wall, "prints": prints}
