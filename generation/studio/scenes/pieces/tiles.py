"""A composition of circles, quarters and petals for scenes without an illustration."""

import math
from dataclasses import dataclass

import skia

from generation.studio.design.contrast import contrast, readable_on
from generation.studio.motion import back_out, cubic_in_out, progress
from generation.studio.scenes.canvas import Layer, fill, placed
from generation.studio.scenes.stage import Stage
from generation.studio.typesetting import clean, metrics, shape


@dataclass(frozen=True)
class _Tile:
    x: float
    y: float
    kind: int
    turn: int
    back: str
    front: str
    delay: float


def emblem(stage: Stage, x: float, y: float, half: float, *, start: float) -> Layer:
    """A square of 3 x 3 tiles, ``half`` pixels from its middle (x, y) to its sides,
    with the brand's first letter in the middle."""
    return tiles(stage, x - half, y - half, 2 * half / 3, columns=3, rows=3, start=start)


def tiles(
    stage: Stage,
    left: float,
    top: float,
    side: float,
    *,
    columns: int,
    rows: int,
    start: float,
    letter: bool = True,
) -> Layer:
    """``columns`` x ``rows`` tiles with sides of ``side`` pixels; they pop in and now and then turn."""
    made = _tiles(stage, left, top, side, columns, rows)
    middle = (rows // 2) * columns + columns // 2 if letter else -1
    mark = _letter(stage, side)

    def layer(canvas: skia.Canvas, t: float) -> None:
        for i, tile in enumerate(made):
            pop = back_out(progress(t, start=start + tile.delay, seconds=0.55 / stage.tempo), 1.1)
            if pop <= 0.01:
                continue
            turn = 90 * (tile.turn + cubic_in_out(_quarter(t, tile.delay)))
            with placed(canvas, tile.x, tile.y, scale=pop):
                if i == middle:
                    mark(canvas, t)
                else:
                    _draw_tile(canvas, tile, side, turn)

    return layer


def _quarter(t: float, delay: float) -> float:
    """A quarter turn every three seconds that takes one."""
    beat = (t + delay * 7) / 3.0
    return math.floor(beat) + min(max((beat % 1.0) * 3 - 2, 0.0), 1.0) if t > 0 else 0.0


def _tiles(stage: Stage, left: float, top: float, side: float, columns: int, rows: int) -> list[_Tile]:
    dice = stage.dice("tiles")
    palette = stage.palette
    colors = [palette.primary, palette.secondary, palette.accent, palette.deep, palette.paper]
    made = []
    before = ""
    for j in range(rows):
        for i in range(columns):
            back = dice.choice([c for c in colors if c != before])
            front = dice.choice(
                [c for c in colors if c != back and contrast(c, back) > 1.35] or [palette.ink]
            )
            before = back
            delay = 0.07 * (i + j) + 0.04 * dice.random()
            x, y = left + (i + 0.5) * side, top + (j + 0.5) * side
            made.append(_Tile(x, y, dice.randrange(5), dice.randrange(4), back, front, delay))
    return made


def _draw_tile(canvas: skia.Canvas, tile: _Tile, side: float, turn: float) -> None:
    half = side / 2
    edge = skia.Rect.MakeLTRB(-half, -half, half, half)
    canvas.drawRect(edge.makeOutset(0.4, 0.4), fill(tile.back))
    canvas.save()
    canvas.clipRect(edge)
    canvas.rotate(turn % 360)
    front = fill(tile.front)
    if tile.kind == 0:
        canvas.drawCircle(0, 0, half * 0.72, front)
        canvas.drawCircle(0, 0, half * 0.28, fill(tile.back))
    elif tile.kind == 1:
        canvas.drawCircle(-half, -half, side, front)
        canvas.drawCircle(-half, -half, side * 0.5, fill(tile.back))
    elif tile.kind == 2:
        canvas.drawCircle(-half, 0, half, front)
        canvas.drawCircle(half, 0, half, front)
    elif tile.kind == 3:
        canvas.drawPath(_petal(half), front)
    else:
        canvas.drawArc(skia.Rect.MakeLTRB(-half, -half, half, half), 0, 180, True, front)
    canvas.restore()


def _petal(half: float) -> skia.Path:
    path = skia.Path()
    path.moveTo(-half, -half)
    path.cubicTo(half * 0.1, -half, half, -half * 0.1, half, half)
    path.cubicTo(-half * 0.1, half, -half, half * 0.1, -half, -half)
    path.close()
    return path


def _letter(stage: Stage, side: float) -> Layer:
    """The brand's first letter on a tile of its own."""
    first = next((char for char in clean(stage.storyboard.brand) if char.isalnum()), "•").upper()
    face = stage.pairing.display
    back = stage.palette.ink
    color = readable_on((back,), candidates=(stage.palette.accent, stage.palette.paper))
    glyphs = shape(first, face=face, size=round(side * 0.78, 1))
    baseline = metrics(face).cap * side * 0.78 / 2
    half = side / 2

    def layer(canvas: skia.Canvas, t: float) -> None:
        del t
        canvas.drawRect(skia.Rect.MakeLTRB(-half - 0.4, -half - 0.4, half + 0.4, half + 0.4), fill(back))
        canvas.translate(-glyphs.width / 2, baseline)
        glyphs.draw(canvas, fill(color))

    return layer
