"""Chinese and Japanese in columns from top to bottom, read from the right, with a seal at their end."""

import math
import re
from dataclasses import dataclass
from itertools import combinations, pairwise

import skia

from generation.studio.design.contrast import readable_on
from generation.studio.motion import back_out, expo_out, progress, quint_out
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.canvas import Layer, fill, placed, rounded
from generation.studio.scenes.layout import Box
from generation.studio.scenes.light import cast, lit_disc, shade_of
from generation.studio.scenes.posters.split import split
from generation.studio.scenes.stage import Stage, is_tall
from generation.studio.typesetting import clean, shape, tokens
from generation.studio.typesetting.fitting import find_run
from generation.studio.typesetting.scripts import IDEOGRAPHIC, Script, script_of
from generation.studio.typesetting.segments import GLUE
from generation.studio.typesetting.shaping import Glyphs, metrics_of

_LEADING, _BETWEEN = 1.1, 1.34
"""From character to character, and from column to column, in ems."""

_MOST_COLUMNS = 5
_MOST, _SHORT = 28, 3
"""Characters of a sentence that are still large in columns; letters of a Latin word that fits into one."""

_LONG, _LONGEST = 5, 8
"""Characters of a phrase that is rather divided between words, and those in one column at most."""

_TURNED = set("ー〜～…‥—–-（）()「」『』【】〈〉《》［］:：")
_RAISED = set("、。，．")
_SMALL = set("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ")
_ALIKE = {Script.COMMON, *IDEOGRAPHIC}
_CELL = re.compile(r"\d{1,3}[%％]?|[A-Za-z]+|.", re.DOTALL)


def can_stand_upright(text: str) -> bool:
    """Whether ``text`` is Chinese or Japanese, but for figures and at most a short word."""
    words = clean(text).replace(" ", "")
    own = sum(script_of(char) in IDEOGRAPHIC for char in words)
    alike = all(script_of(char) in _ALIKE for char in words)
    latin = max(map(len, re.findall(r"[A-Za-z]+", words)), default=0)
    return 2 <= own <= _MOST and alike and own >= 0.6 * len(words) and latin <= _SHORT


@dataclass(frozen=True)
class _Cell:
    """What stands in one place of a column: a character, or a short figure side by side."""

    text: str
    stressed: bool


@dataclass(frozen=True)
class _Placed:
    glyphs: Glyphs
    x: float
    baseline: float
    turn: float
    middle: tuple[float, float]
    stressed: bool
    order: int


def upright(stage: Stage) -> tuple[Layer, ...]:
    """Columns of large characters beside a great disc; other scripts are split over two grounds instead."""
    if not can_stand_upright(stage.scene.headline):
        return split(stage)
    frame, safe = stage.format, stage.safe
    room = Box(safe.left + safe.width * (0.12 if is_tall(stage) else 0.3), safe.top, safe.right, safe.bottom)
    cells, size = _set(stage, room)
    placed_ = _placed(stage, cells, size, room)
    left = min((one.middle[0] for one in placed_), default=room.center[0]) - size * 0.6
    across, down = (0.16, 0.8) if is_tall(stage) else (0.22, 0.56) if frame.is_wide else (0.0, 0.5)
    focus = (frame.width * across, frame.height * down)
    near = min((_distance(focus, one, size) for one in placed_), default=0.0)
    return (
        backdrop(stage, focus=focus, floored=False),
        _disc(stage, focus, near - 40),
        _columns(stage, placed_, size),
        _seal(stage, left, placed_, size),
    )


def _cells(stage: Stage) -> tuple[tuple[_Cell, ...], ...]:
    """The cells of the phrases between which a column may end."""
    words = tokens(stage.scene.headline)
    run = find_run(words, stage.scene.emphasis)
    phrases = []
    for i, word in enumerate(words):
        stressed = run is not None and run[0] <= i < run[1]
        text = word.replace(GLUE, "").replace(" ", "")
        phrases.append(tuple(_Cell(cell, stressed) for cell in _CELL.findall(text)))
    return tuple(phrases)


def _set(stage: Stage, room: Box) -> tuple[tuple[tuple[_Cell, ...], ...], float]:
    """The columns, and the size at which they are largest."""
    phrases = _cells(stage)
    largest = 300.0 if is_tall(stage) else 210.0
    best: tuple[tuple[tuple[_Cell, ...], ...], float] = ((), 0.0)
    for count in range(1, _MOST_COLUMNS + 1):
        columns = _divided(phrases, count)
        tallest = max(map(len, columns), default=1)
        wide = 1 + (len(columns) - 1) * _BETWEEN
        size = min(largest, room.height / (tallest * _LEADING), room.width / wide)
        if size > best[1] * 1.04:
            best = (columns, size)
    return best


def _divided(phrases: tuple[tuple[_Cell, ...], ...], count: int) -> tuple[tuple[_Cell, ...], ...]:
    """Phrases in at most ``count`` columns, the tallest as short as may be; one too long for any column is cut."""
    whole = tuple(part for phrase in phrases for part in _cut(phrase))
    best: tuple[tuple[_Cell, ...], ...] = (tuple(cell for phrase in whole for cell in phrase),)
    for places in combinations(range(1, len(whole)), min(count, len(whole)) - 1):
        bounds = (0, *places, len(whole))
        columns = tuple(tuple(cell for phrase in whole[a:b] for cell in phrase) for a, b in pairwise(bounds))
        if max(map(len, columns)) < max(map(len, best)):
            best = columns
    return best


def _cut(phrase: tuple[_Cell, ...]) -> tuple[tuple[_Cell, ...], ...]:
    """A phrase in parts that a column may end after: where a word in characters follows one in syllables."""
    bounds = [0]
    for i in range(1, len(phrase)):
        is_word = _is(phrase[i - 1], Script.KANA) and _is(phrase[i], Script.HAN)
        if i - bounds[-1] >= _LONGEST or (
            is_word and len(phrase) > _LONG and min(i - bounds[-1], len(phrase) - i) > 1
        ):
            bounds.append(i)
    return tuple(phrase[a:b] for a, b in pairwise((*bounds, len(phrase))))


def _is(cell: _Cell, script: Script) -> bool:
    return script_of(cell.text[0]) is script


def _placed(
    stage: Stage, columns: tuple[tuple[_Cell, ...], ...], size: float, room: Box
) -> tuple[_Placed, ...]:
    face = stage.pairing.display
    found: list[_Placed] = []
    tallest = max(map(len, columns), default=1) * size * _LEADING
    top = room.top + max(room.height - tallest, 0.0) * 0.35
    for i, column in enumerate(columns):
        x = room.right - size * (0.5 + i * _BETWEEN)
        for k, cell in enumerate(column):
            y = top + size * _LEADING * (k + 0.5)
            found.append(_in_cell(cell, face, size, (x, y), len(found)))
    return tuple(found)


def _in_cell(cell: _Cell, face: str, size: float, middle: tuple[float, float], order: int) -> _Placed:
    """A character in the middle of its square; wide figures smaller, punctuation where columns want it."""
    glyphs = shape(cell.text, face=face, size=round(size, 1))
    if glyphs.width > size * 1.02:
        glyphs = shape(cell.text, face=face, size=round(size * size / glyphs.width, 1))
    measures = metrics_of("国", face=face)
    x, y = middle[0] - glyphs.width / 2, middle[1] + (measures.cap - measures.descent) * glyphs.size / 2
    if cell.text in _RAISED:
        x, y = x + size * 0.58, y - size * 0.58
    elif cell.text in _SMALL:
        x, y = x + size * 0.1, y - size * 0.1
    turn = 90.0 if cell.text in _TURNED else 0.0
    return _Placed(glyphs, x, y, turn, middle, cell.stressed, order)


def _columns(stage: Stage, cells: tuple[_Placed, ...], size: float) -> Layer:
    """Characters come down one after another, as they are written."""
    ground = stage.ground
    plain, loud = fill(ground.text), fill(ground.emphasis)
    gap = min(0.07, 0.9 / max(len(cells), 1)) / stage.tempo

    def layer(canvas: skia.Canvas, t: float) -> None:
        for cell in cells:
            p = progress(t, start=0.2 + cell.order * gap, seconds=0.6 / stage.tempo)
            if p <= 0:
                continue
            e = quint_out(p)
            paint = loud if cell.stressed else plain
            if p < 1:
                paint = skia.Paint(paint)
                paint.setAlphaf(min(p * 2.5, 1.0))
            canvas.save()
            canvas.translate(0, -(1 - e) * size * 0.5)
            if cell.turn:
                canvas.rotate(cell.turn, *cell.middle)
            canvas.translate(cell.x, cell.baseline)
            cell.glyphs.draw(canvas, paint)
            canvas.restore()

    return layer


def _distance(point: tuple[float, float], cell: _Placed, size: float) -> float:
    """From ``point`` to the nearest edge of a cell."""
    return math.hypot(
        max(abs(point[0] - cell.middle[0]) - size / 2, 0.0),
        max(abs(point[1] - cell.middle[1]) - size / 2, 0.0),
    )


def _disc(stage: Stage, middle: tuple[float, float], most: float) -> Layer:
    """A disc like a low sun, a part of it outside of the frame, and a thinner one behind it."""
    frame = stage.format
    wanted = frame.width * 0.46 if is_tall(stage) else frame.height * 0.4
    reach = max(min(wanted, most / 1.14), frame.short_side * 0.12)
    paints = [
        lit_disc(one, *middle, reach * 1.16, frame=frame)
        for one in (stage.ground.shape_2, stage.ground.shape)
    ]
    shade = shade_of(stage.palette.ink)

    def layer(canvas: skia.Canvas, t: float) -> None:
        for i, paint in enumerate(paints):
            p = expo_out(progress(t, start=0.05 + 0.12 * i, seconds=1.2 / stage.tempo))
            radius = reach * (1.12 - 0.12 * i) * (0.6 + 0.4 * p) * (1 + 0.01 * math.sin(t * 1.2 + i))
            outline = skia.Path()
            outline.addCircle(middle[0] - (1 - p) * frame.width * 0.6, middle[1] + (1 - i) * 14, radius)
            cast(canvas, outline, shade)
            canvas.drawPath(outline, paint)

    return layer


def _seal(stage: Stage, left: float, cells: tuple[_Placed, ...], size: float) -> Layer:
    """A square seal with the name's first character, beside the foot of the last column."""
    name = clean(stage.storyboard.brand)
    side = min(max(size * 0.52, 84.0), 132.0)
    x = max(left - side * 0.5, stage.safe.left + side / 2)
    end = max((one.middle[1] for one in cells if abs(one.middle[0] - cells[-1].middle[0]) < 1), default=0.0)
    y = min(end + size * 0.5 - side / 2, stage.safe.bottom - side / 2)
    color = "#c8342b" if stage.ground.name == "paper" else stage.palette.paper
    ink = readable_on((color,), candidates=(stage.palette.primary, stage.palette.ink, stage.palette.paper))
    face = stage.pairing.display
    glyphs = shape(name[:1] or "印", face=face, size=round(side * 0.66, 1))
    measures = metrics_of(glyphs.text, face=face)
    lift = (measures.cap - measures.descent) * glyphs.size / 2

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = back_out(progress(t, start=1.1, seconds=0.4), 1.2)
        if p <= 0.01:
            return
        with placed(canvas, x, y, scale=1.7 - 0.7 * p, turn=-4):
            canvas.drawRRect(rounded(Box(-side / 2, -side / 2, side / 2, side / 2), side * 0.16), fill(color))
            canvas.translate(-glyphs.width / 2, lift)
            glyphs.stamp(canvas, fill(ink))

    return layer
