"""Text in motion: words rise out of a mask, one after another."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import skia

from generation.studio.design import Ground
from generation.studio.design.contrast import readable_on
from generation.studio.design.grounds import vivid_on
from generation.studio.motion import back_out, expo_out, progress, quint_out
from generation.studio.scenes.canvas import Layer, fill, rounded
from generation.studio.scenes.layout import Box
from generation.studio.scenes.pulse import pulse
from generation.studio.scenes.stage import Stage
from generation.studio.storyboard import Palette
from generation.studio.typesetting import Display, PlacedWord, Setting, Wish, display, fit, stacked
from generation.studio.typesetting.shaping import reach

_RISE = 0.72
_SWELL = 0.045


@dataclass(frozen=True)
class Inks:
    """The colours a text is set in. With a ``marker``, emphasised words stand on it in ``marker_text``."""

    text: str
    emphasis: str
    marker: str = ""
    marker_text: str = ""


def inks_on_ground(ground: Ground) -> Inks:
    """What reads on ``ground``."""
    marker = ground.marker if ground.boxed else ""
    return Inks(ground.text, ground.emphasis, marker, ground.marker_text)


def inks_on(color: str, palette: Palette) -> Inks:
    """What reads on a plain surface of ``color``."""
    text = readable_on((color,), candidates=(palette.ink, palette.paper))
    return Inks(text, vivid_on(color, palette))


def headline(
    stage: Stage,
    box: Box,
    *,
    wish: Wish,
    start: float = 0.2,
    middle: bool = False,
    text: str | None = None,
    emphasis: str | None = None,
    inks: Inks | None = None,
) -> tuple[Layer, Display]:
    """The scene's headline in ``box``: at its top, or in its ``middle``. Returns the layer and what was set."""
    words = stage.headline(text)
    shown = (stacked if wish.filling else display)(
        words,
        emphasis=stage.cased(stage.scene.emphasis if emphasis is None else emphasis),
        wish=_suited(wish, words),
        width=box.width,
        height=box.height,
    )
    y = box.top + ((box.height - shown.height) / 2 if middle else 0)
    shown = shown.moved(x=box.left, y=y)
    pivot = (box.center[0], y + shown.height / 2)
    layer = rising(stage, shown.blocks, inks=inks or inks_on_ground(stage.ground), start=start, pivot=pivot)
    return layer, shown


def _suited(wish: Wish, words: str) -> Wish:
    """A word or two may be set larger, a long sentence on more lines."""
    count = len(words.split())
    larger = growth(words)
    more = 2 if count > 11 else 1 if count > 8 else 0
    return replace(wish, largest=wish.largest * larger, most_lines=wish.most_lines + more)


def growth(words: str) -> float:
    """How much larger than others a short headline is set."""
    return 1.6 if len(words) <= 7 else 1.25 if len(words) <= 13 else 1.0


def label(
    stage: Stage,
    text: str,
    box: Box,
    *,
    wish: Wish,
    color: str,
    start: float,
    middle: bool = False,
) -> tuple[Layer, Setting]:
    """A smaller text that rises as one piece."""
    setting = fit(text, wish=wish, width=box.width, height=box.height)
    y = box.top + ((box.height - setting.height) / 2 if middle else 0)
    setting = setting.moved(x=box.left, y=y)

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = expo_out(progress(t, start=start, seconds=0.7 / stage.tempo))
        if p > 0.004:
            draw_setting(canvas, setting, fill(color, p), dy=34 * (1 - p))

    return layer, setting


def draw_setting(canvas: skia.Canvas, setting: Setting, paint: skia.Paint, *, dy: float = 0.0) -> None:
    """All words of ``setting`` at once."""
    for word in setting.words:
        canvas.save()
        canvas.translate(word.x, word.baseline + dy)
        word.glyphs.draw(canvas, paint)
        canvas.restore()


def rising(
    stage: Stage, blocks: Sequence[Setting], *, inks: Inks, start: float, pivot: tuple[float, float]
) -> Layer:
    """Words rise out of their lines, then the whole keeps coming very slowly nearer; what is emphasised
    swells once more as it is spoken."""
    tempo = stage.tempo
    gap = min(0.085, 0.7 / max(sum(len(block.words) for block in blocks), 1)) / tempo
    plain = fill(inks.text)
    loud = fill(inks.marker_text if inks.marker else inks.emphasis)
    swell = pulse(stage)
    middles = [_middle_of_emphasis(block) for block in blocks]

    def layer(canvas: skia.Canvas, t: float) -> None:
        canvas.save()
        _nearer(canvas, pivot, 1 + 0.007 * min(max(t, 0), 6))
        larger, i = 1 + _SWELL * max(swell(t), 0.0), 0
        for block, middle in zip(blocks, middles, strict=True):
            canvas.save()
            _nearer(canvas, middle, larger)
            if inks.marker:
                _markers(canvas, block, t, start=start + i * gap, color=inks.marker, tempo=tempo)
            for k, word in enumerate(block.words):
                if word.emphasised:
                    p = progress(t, start=start + (i + k) * gap, seconds=_RISE / tempo)
                    _rise(canvas, word, block, loud, p)
            canvas.restore()
            for word in block.words:
                if not word.emphasised:
                    _rise(
                        canvas, word, block, plain, progress(t, start=start + i * gap, seconds=_RISE / tempo)
                    )
                i += 1
        canvas.restore()

    return layer


def _nearer(canvas: skia.Canvas, pivot: tuple[float, float], scale: float) -> None:
    if scale != 1.0:
        canvas.translate(*pivot)
        canvas.scale(scale, scale)
        canvas.translate(-pivot[0], -pivot[1])


def _middle_of_emphasis(block: Setting) -> tuple[float, float]:
    words = [word for word in block.words if word.emphasised]
    if not words:
        return 0.0, 0.0
    left, right = min(word.x for word in words), max(word.right for word in words)
    top, bottom = min(word.baseline for word in words) - block.cap, max(word.baseline for word in words)
    return (left + right) / 2, (top + bottom) / 2


def _rise(canvas: skia.Canvas, word: PlacedWord, block: Setting, paint: skia.Paint, p: float) -> None:
    if p <= 0:
        return
    e = quint_out(p)
    canvas.save()
    if p < 1:
        top = word.baseline - block.size * 1.12
        canvas.clipRect(
            skia.Rect.MakeLTRB(
                word.x - block.size, top, word.right + block.size, word.baseline + block.size * 0.32
            ),
            skia.ClipOp.kIntersect,
            True,
        )
    canvas.translate(word.x, word.baseline + (1 - e) * block.size * 1.2)
    if p < 1:
        canvas.rotate((1 - e) * 5)
    word.glyphs.draw(canvas, paint)
    canvas.restore()


def marker_boxes(block: Setting) -> tuple[Box, ...]:
    """The boxes behind the emphasised words of ``block``, one a line."""
    boxes: dict[int, Box] = {}
    for word in block.words:
        if not word.emphasised:
            continue
        above, below = _around(word, block)
        top, bottom = word.baseline - above, word.baseline + below
        old = boxes.get(word.line)
        if old is not None:
            top, bottom = min(top, old.top), max(bottom, old.bottom)
        left = min(word.x, old.left) if old else word.x
        right = max(word.right, old.right) if old else word.right
        boxes[word.line] = Box(left, top, right, bottom)
    return tuple(
        Box(
            box.left - block.size * 0.075,
            box.top - block.size * 0.11,
            box.right + block.size * 0.075,
            box.bottom + block.size * 0.15,
        )
        for box in boxes.values()
    )


def _around(word: PlacedWord, block: Setting) -> tuple[float, float]:
    """How far a marker reaches above and below the baseline: round the letters of shaped scripts; round the
    capitals of others, whose descenders may peek out."""
    if not word.glyphs.blobs:
        return block.cap, 0.0
    above, below = reach(word.glyphs.text, face=block.face)
    return above * block.size, max(below, 0.0) * block.size


def _markers(
    canvas: skia.Canvas, block: Setting, t: float, *, start: float, color: str, tempo: float
) -> None:
    p = back_out(progress(t, start=start + 0.12, seconds=0.5 / tempo), 0.8)
    if p <= 0.01:
        return
    for box in marker_boxes(block):
        wide = Box(box.left, box.top, box.left + box.width * p, box.bottom)
        canvas.drawRRect(rounded(wide, block.size * 0.12), fill(color))
