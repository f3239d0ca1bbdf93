"""Galleries: several pictures at once, the customer's own or drawn ones."""

import math

import skia

from generation.studio.design.color import argb
from generation.studio.motion import back_out, progress, spring
from generation.studio.pictures.picture import Kind, Picture, number_in
from generation.studio.pictures.raster import filling
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.benefit import spotlight
from generation.studio.scenes.canvas import SMOOTH, Layer, fill, placed, rounded, sprite
from generation.studio.scenes.heading import Headed, headed
from generation.studio.scenes.layout import Box, caption_box
from generation.studio.scenes.lettering import draw_setting
from generation.studio.scenes.photos import own_picture
from generation.studio.scenes.pieces.card import card
from generation.studio.scenes.pieces.sticker import sticker
from generation.studio.scenes.stage import Builder, Stage, is_tall
from generation.studio.typesetting import clean, fit

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
    head, body = _room(stage)
    boxes = (
        _round_captions(stage, body, len(names))
        if is_tall(stage)
        else _mosaic(body, len(names), wide=body.width > body.height * 1.15)
    )
    tiles = tuple(
        _popping(stage, name, box, i) for i, (name, box) in enumerate(zip(names, boxes, strict=True))
    )
    return (backdrop(stage, focus=body.center, floored=not is_tall(stage)), *tiles, *head.layers)


def _room(stage: Stage) -> tuple[Headed, Box]:
    """The headline, and all that is left of the frame for pictures: they may reach nearly to its edges."""
    frame = stage.format
    head = headed(stage, share=0.28, largest=150 if is_tall(stage) else 128, column=0.34, gap=48)
    if frame.is_wide:
        edge = frame.height * 0.06
        return head, Box(head.body.left, edge, frame.width - edge, stage.safe.bottom)
    side = frame.width * 0.05
    low = frame.height * 0.962 if is_tall(stage) else stage.safe.bottom
    return head, Box(side, head.body.top, frame.width - side, low)


def _round_captions(stage: Stage, body: Box, count: int) -> tuple[Box, ...]:
    """The first picture above the captions, the others under them: nothing lies over a picture."""
    band, gap = caption_box(stage.format), 22.0
    first = Box(body.left, body.top, body.right, band.top - gap)
    rest = Box(body.left, band.bottom + gap, body.right, body.bottom)
    return (first, *_cells(rest, count - 1, 1, gap))


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
    head, body = _room(stage)
    spots = _thrown(stage, body, names) if is_tall(stage) else _in_rows(body, names)
    layers = tuple(_print(stage, name, spot, i) for i, (name, spot) in enumerate(spots))
    return (backdrop(stage, focus=body.center), *layers, *head.layers)


_Spots = list[tuple[str, tuple[float, float, float]]]


def _thrown(stage: Stage, body: Box, names: tuple[str, ...]) -> _Spots:
    """(name, (x, y, width)) of each print in a tall frame: the first above the captions, the last below."""
    band, frame = caption_box(stage.format), stage.format
    upper = band.top + 30 - body.top
    few = len(names) == 2
    width = min(frame.width * (0.6 if few else 0.5), upper / (1.24 if few else 1.34))
    low = max(band.bottom + width * 0.42, frame.height - width * 0.62)
    high = body.top + width * 0.6
    places = {
        2: ((0.36, high), (0.64, low)),
        3: ((0.28, high), (0.73, high + width * 0.2), (0.46, low)),
        4: ((0.28, high), (0.73, high + width * 0.16), (0.27, low), (0.74, low + width * 0.06)),
    }[len(names)]
    return [(name, (frame.width * x, y, width)) for name, (x, y) in zip(names, places, strict=True)]


def _in_rows(body: Box, names: tuple[str, ...]) -> _Spots:
    """The same in squarer frames: side by side, over one another's edges; four of them in two rows."""
    count = len(names)
    if count == 4:
        width = min(body.height * 0.56, body.width * 0.46)
        (x, y), out = body.center, (body.width - width) / 2
        across, down = min(out, width * 0.62), (body.height - width * 1.1) / 2
        corners = ((-1, -1), (1, -0.8), (-0.8, 0.9), (1.1, 1))
        return [
            (name, (x + a * across, y + b * max(down, 0.0), width))
            for name, (a, b) in zip(names, corners, strict=True)
        ]
    width = min(body.height * 0.84, body.width / (count * 0.78))
    step = (body.width - width) / max(count - 1, 1)
    lift = max(min((body.height - width * 1.1) / 2, 28.0), 0.0)
    return [
        (name, (body.left + width / 2 + i * step, body.center[1] + (lift if i % 2 else -lift), width))
        for i, name in enumerate(names)
    ]


def _print(stage: Stage, name: str, spot: tuple[float, float, float], i: int) -> Layer:
    x, y, width = spot
    height, rim = width * 1.1, width * 0.045
    foot = width * 0.17
    shade = card(width, height, color="#fffdf8", shade=stage.palette.ink, radius=14, strength=0.34)
    side = width - 2 * rim
    tile = _tile(stage, name, side, height - rim - foot, i, radius=6)
    is_read = not is_tall(stage)
    note = _note(stage, i, Box(-side / 2, height / 2 - foot, side / 2, height / 2), is_read=is_read)
    slant = (-5.0, 4.0, -2.5, 6.0)[i % 4]
    # Turned once: a photograph that is turned in every frame costs more than the rest of the scene.
    half = math.hypot(width, height) / 2 + 4

    def draw(canvas: skia.Canvas) -> None:
        canvas.translate(half, half)
        canvas.rotate(slant)
        canvas.drawRRect(rounded(shade.box, shade.radius), fill(shade.color))
        with placed(canvas, 0, (rim - foot) / 2):
            tile(canvas, 3.0)

    image = sprite(half * 2, half * 2, draw)
    start, side_of_frame = 0.15 + 0.22 * i, -1 if i % 2 else 1

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = back_out(progress(t, start=start, seconds=0.65 / stage.tempo), stage.overshoot * 0.7)
        if t <= start:
            return
        away = (1 - p) * stage.format.width * 0.7 * side_of_frame
        at_y = y - abs(1 - p) * 160 + 5 * math.sin(t + i)
        near = 1 + 0.25 * max(1 - p, 0) + 0.004 * t
        with placed(canvas, x + away + 3 * math.cos(t * 0.8 + i), at_y, scale=near):
            shade.shadow.draw(canvas)
            canvas.drawImage(image, -half, -half, SMOOTH)
            canvas.rotate(slant)
            note(canvas, t)

    return layer


def _note(stage: Stage, i: int, box: Box, *, is_read: bool) -> Layer:
    """What is written on a print's border: its entry in the list, if there is one, where words may stand."""
    items = stage.scene.items
    text = clean(items[i]) if i < len(items) and is_read else ""
    wish = stage.plain(box.height * 0.52, lines=1, strong=True)
    setting = fit(text, wish=wish, width=box.width, height=box.height * 0.8)
    setting = setting.moved(x=box.left, y=box.center[1] - setting.height / 2)

    def layer(canvas: skia.Canvas, t: float) -> None:
        del t
        if text and setting.size >= _LEAST_NOTE:
            draw_setting(canvas, setting, fill(_PENCIL))

    return layer


LAYOUTS: dict[str, Builder] = {"wall": wall, "prints": prints}
