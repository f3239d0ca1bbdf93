"""Captions that follow the voice word by word: they pop in with a cue and are gone with it."""

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import skia

from generation.studio.captions import Cue
from generation.studio.design import PAIRINGS, argb
from generation.studio.design.motifs.geometry import flat
from generation.studio.film.caption_styles import SOLID, CaptionStyle, style
from generation.studio.formats import Format
from generation.studio.motion import back_out, clamp, expo_out
from generation.studio.scenes.canvas import sprite
from generation.studio.scenes.layout import Box, caption_box
from generation.studio.storyboard import Storyboard
from generation.studio.timeline import Word
from generation.studio.typesetting import Glyphs, advance, is_right_to_left, metrics, shape
from generation.studio.typesetting.direction import FROM_THE_RIGHT, visual_order
from generation.studio.typesetting.scripts import is_ideographic
from generation.studio.typesetting.shaping import metrics_of

LEAD = 0.08
"""Seconds a caption appears before its first word: the eye is slower than the ear."""

POP = 0.3
HIGHLIGHT = 0.18

# Measures of a caption in ems of its type.
PITCH = 1.34
AIR_ABOVE = 0.9
AIR_BESIDE = 0.7
MARKER_BESIDE = 0.2
MARKER_HEIGHT = 1.36
DENSE_GAP = 0.1


@dataclass(frozen=True)
class Placed:
    """A word of a caption; x and y are its baseline's left end, from the caption's middle. Pixels."""

    word: Word
    glyphs: Glyphs
    x: float
    y: float
    line: int


@dataclass(frozen=True)
class Caption:
    """One cue, set in type. ``size`` of the type and ``lines`` (half widths) in pixels."""

    cue: Cue
    words: tuple[Placed, ...]
    size: float
    half_widths: tuple[float, ...]
    pitch: float


@dataclass(frozen=True)
class _Still:
    """A caption that does not move: ``image`` of it, where its left upper corner is, and what it shows."""

    image: skia.Image
    x: int
    y: int
    shows: tuple[object, ...]


class Captions:
    """Paints the caption of any instant; typesetting is done once per cue, drawing once per word said."""

    def __init__(self, cues: tuple[Cue, ...], *, storyboard: Storyboard):
        pairing = PAIRINGS.get(storyboard.look.type_pairing, PAIRINGS["plain"])
        face = pairing.in_language(storyboard.language).strong
        box = caption_box(storyboard.format)
        self._box = box
        self._style = style(storyboard.look.caption_style, storyboard.look.palette)
        self._captions = tuple(typeset(cue, face=face, box=box, picture=storyboard.format) for cue in cues)
        self._still: _Still | None = None

    def paint(self, canvas: skia.Canvas, t: float) -> None:
        """Paint what is said at ``t`` seconds, if anything is."""
        caption = self.at(t)
        if caption is None:
            return
        popped = clamp((t - caption.cue.start + LEAD) / POP)
        if popped >= 1 and _rests(caption, t):
            still = self._at_rest(caption, t)
            canvas.drawImage(still.image, still.x, still.y)
            return
        scale = 0.86 + 0.14 * back_out(popped, 1.3)
        canvas.save()
        canvas.translate(*self._box.center)
        canvas.scale(scale, scale)
        _draw(canvas, caption, t, look=self._style)
        canvas.restore()

    def _at_rest(self, caption: Caption, t: float) -> _Still:
        """The same picture as long as the voice is at the same word."""
        words = tuple((_has_begun(word, t), _is_current(word, t, caption)) for word in caption.words)
        shows = (caption.cue.start, words)
        if self._still is None or self._still.shows != shows:
            self._still = self._drawn(caption, t, shows)
        return self._still

    def _drawn(self, caption: Caption, t: float, shows: tuple[object, ...]) -> _Still:
        # Whole pixels: the picture must not lie between them.
        x, y = self._box.center
        wide, tall = max(caption.half_widths) + 2 * caption.size, self._box.height / 2 + caption.size
        left, top = math.floor(x - wide), math.floor(y - tall)

        def draw(canvas: skia.Canvas) -> None:
            canvas.translate(x - left, y - top)
            _draw(canvas, caption, t, look=self._style)

        return _Still(sprite(2 * wide + 2, 2 * tall + 2, draw), left, top, shows)

    def letters(self, placed: Placed, place: Box) -> npt.NDArray[np.bool_]:
        """Where in ``place`` of the frame (whole pixels) a word's letters stand once it has popped in:
        (height, width)."""
        width, height = round(place.width), round(place.height)
        pixels = np.zeros((height, width, 4), dtype=np.uint8)
        info = skia.ImageInfo.Make(width, height, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
        canvas = skia.Surface.MakeRasterDirect(info, pixels, width * 4).getCanvas()
        canvas.translate(-place.left, -place.top)
        canvas.translate(self._box.center[0] + placed.x, self._box.center[1] + placed.y)
        placed.glyphs.draw(canvas, skia.Paint(Color=skia.ColorWHITE, AntiAlias=True))
        return np.asarray(pixels[..., 3] > 127)

    def at(self, t: float) -> Caption | None:
        """The caption that shows at ``t`` seconds. Where two would, the later one does."""
        showing = [one for one in self._captions if one.cue.start - LEAD <= t < one.cue.end]
        return showing[-1] if showing else None


def typeset(cue: Cue, *, face: str, box: Box, picture: Format) -> Caption:
    """Set a cue as large as its box allows: on one line, or on two when one would be much smaller."""
    texts = tuple(word.text for word in cue.words)
    lines: tuple[tuple[str, ...], ...] = (texts,)
    size = _size(lines, face=face, box=box)
    split = _split(texts, face)
    on_two = _size(split, face=face, box=box)
    if on_two > size * 1.08:
        lines, size = split, on_two
    return _placed(cue, lines, face=face, size=min(size, picture.short_side * 0.054))


def _size(lines: tuple[tuple[str, ...], ...], *, face: str, box: Box) -> float:
    """The type size in pixels at which the lines, with the air around them, fill the box."""
    widest = max(_width(line, face) for line in lines)
    tall = 2 * AIR_ABOVE + PITCH * (len(lines) - 1)
    return min(box.width / (widest + 2 * AIR_BESIDE), box.height / tall)


def _width(line: tuple[str, ...], face: str) -> float:
    gaps = sum(_gap(a, b, face) for a, b in pairwise(line))
    return sum(advance(text, face=face) for text in line) + gaps


def _gap(left: str, right: str, face: str) -> float:
    """Between two words, in ems: wider than in running text, to leave room for the marker; hardly any
    where the script has no spaces."""
    if is_ideographic(left[-1:]) and is_ideographic(right[:1]):
        return DENSE_GAP
    return _space(face)


@lru_cache(maxsize=32)
def _space(face: str) -> float:
    return max(advance(" ", face=face), 0.2) + 0.16


def _split(texts: tuple[str, ...], face: str) -> tuple[tuple[str, ...], ...]:
    """Two lines as even as can be; one if there is a single word."""
    cuts = [(texts[:i], texts[i:]) for i in range(1, len(texts))]
    return min(cuts, key=lambda cut: max(_width(line, face) for line in cut)) if cuts else (texts,)


def _placed(cue: Cue, lines: tuple[tuple[str, ...], ...], *, face: str, size: float) -> Caption:
    pitch = size * PITCH
    words, begun = [], 0
    from_right = is_right_to_left(cue.text)
    cap = min(metrics_of(cue.text, face=face).cap, metrics(face).cap * 1.12)
    for number, line in enumerate(lines):
        left = -_width(line, face) * size / 2
        y = (number - (len(lines) - 1) / 2) * pitch + cap * size / 2
        starts = _across(line, face, from_right=from_right)
        for i, (text, x) in enumerate(zip(line, starts, strict=True)):
            glyphs = shape((FROM_THE_RIGHT + text) if from_right else text, face=face, size=size)
            words.append(Placed(cue.words[begun + i], glyphs, left + x * size, y, number))
        begun += len(line)
    half_widths = tuple(_width(line, face) * size / 2 for line in lines)
    return Caption(cue, tuple(words), size, half_widths, pitch)


def _across(line: tuple[str, ...], face: str, *, from_right: bool) -> list[float]:
    """Where each word of a line begins, in ems from the line's left end, the words in reading order."""
    starts, x = [0.0] * len(line), 0.0
    order = visual_order(line, right_to_left=from_right)
    for place, i in enumerate(order):
        starts[i] = x
        x += advance(line[i], face=face)
        if place + 1 < len(order):
            first, second = sorted((i, order[place + 1]))
            x += _gap(line[first], line[second], face)
    return starts


def _draw(canvas: skia.Canvas, caption: Caption, t: float, *, look: CaptionStyle) -> None:
    """A caption round the origin."""
    _grounds(canvas, caption, look)
    # The marker first: in scripts without spaces it reaches under its neighbours.
    for placed in caption.words:
        _marked(canvas, placed, t, caption=caption, look=look)
    for placed in caption.words:
        _word(canvas, placed, t, caption=caption, look=look)


def _rests(caption: Caption, t: float) -> bool:
    """Whether the marker has come to rest."""
    current = [placed.word for placed in caption.words if _is_current(placed, t, caption)]
    return all(t - word.start + 0.04 >= HIGHLIGHT for word in current)


def _grounds(canvas: skia.Canvas, caption: Caption, look: CaptionStyle) -> None:
    if not look.ground:
        return
    # A tile is filled much faster than a colour that can be seen through.
    paint = skia.Paint(Shader=flat(argb(look.ground, SOLID)), AntiAlias=True)
    for half_width, top, bottom in _ground_boxes(caption, look):
        side = half_width + caption.size * AIR_BESIDE
        radius = look.roundness * caption.size * 2
        rect = skia.Rect.MakeLTRB(-side, top, side, bottom)
        canvas.drawRRect(skia.RRect.MakeRectXY(rect, radius, radius), paint)


def _ground_boxes(caption: Caption, look: CaptionStyle) -> list[tuple[float, float, float]]:
    """(half width, top, bottom) of each ground: one for all lines, or one a line."""
    count, air = len(caption.half_widths), caption.size * AIR_ABOVE
    middle = [(i - (count - 1) / 2) * caption.pitch for i in range(count)]
    if look.joins_lines:
        return [(max(caption.half_widths), middle[0] - air, middle[-1] + air)]
    tight = caption.pitch / 2 if count > 1 else air
    return [
        (half_width, y - (air if i == 0 else tight), y + (air if i == count - 1 else tight))
        for i, (half_width, y) in enumerate(zip(caption.half_widths, middle, strict=True))
    ]


def _is_current(placed: Placed, t: float, caption: Caption) -> bool:
    return _has_begun(placed, t) and not _next_begun(placed, t, caption)


def _has_begun(placed: Placed, t: float) -> bool:
    return t >= placed.word.start - 0.04


def _marked(canvas: skia.Canvas, placed: Placed, t: float, *, caption: Caption, look: CaptionStyle) -> None:
    """The marker under the word that is being spoken."""
    if look.marker and _is_current(placed, t, caption):
        canvas.save()
        canvas.translate(placed.x, placed.y)
        _marker(canvas, placed, t, size=caption.size, colour=look.marker)
        canvas.restore()


def _word(canvas: skia.Canvas, placed: Placed, t: float, *, caption: Caption, look: CaptionStyle) -> None:
    canvas.save()
    canvas.translate(placed.x, placed.y)
    if look.edge:
        placed.glyphs.draw(canvas, _edge(look.edge, caption.size))
    said = look.spoken if _has_begun(placed, t) else look.coming
    colour = look.current if _is_current(placed, t, caption) else said
    placed.glyphs.draw(canvas, skia.Paint(Color=argb(colour), AntiAlias=True))
    canvas.restore()


def _next_begun(placed: Placed, t: float, caption: Caption) -> bool:
    """Whether the voice has gone on: the marker waits in a short pause instead of blinking."""
    after = caption.words.index(placed) + 1
    if after < len(caption.words):
        return t >= caption.words[after].word.start - 0.04
    return t >= placed.word.end + 0.25


def _marker(canvas: skia.Canvas, placed: Placed, t: float, *, size: float, colour: str) -> None:
    grown = expo_out(clamp((t - placed.word.start + 0.04) / HIGHLIGHT))
    middle = placed.glyphs.width / 2
    beside = DENSE_GAP if is_ideographic(placed.word.text) else MARKER_BESIDE
    half = (middle + size * beside) * (0.82 + 0.18 * grown)
    high = size * MARKER_HEIGHT / 2 * (0.82 + 0.18 * grown)
    y = -size * 0.35
    rect = skia.Rect.MakeLTRB(middle - half, y - high, middle + half, y + high)
    # Opaque from its first frame: the word on it is dark already, and would be gone on a marker that fades in.
    paint = skia.Paint(Color=argb(colour), AntiAlias=True)
    canvas.drawRRect(skia.RRect.MakeRectXY(rect, size * 0.34, size * 0.34), paint)


def _edge(colour: str, size: float) -> skia.Paint:
    return skia.Paint(
        Color=argb(colour),
        AntiAlias=True,
        Style=skia.Paint.kStroke_Style,
        StrokeWidth=size * 0.2,
        StrokeJoin=skia.Paint.kRound_Join,
    )
