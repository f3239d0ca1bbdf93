"""From characters to outlines. Words are drawn as paths: they may move by a tenth of a pixel
without the glyph grid making them tremble. Scripts that must be shaped are drawn as text blobs."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import skia

from generation.studio.typesetting.fonts import font, typeface
from generation.studio.typesetting.pen import Mend, mark, pen
from generation.studio.typesetting.runs import Run, mirrored, runs
from generation.studio.typesetting.scripts import Script, script_of

_EM = 1000.0
# The tallest and the deepest letters of scripts that leave the room of Latin capitals.
_EXTREMES: dict[Script, str] = {
    Script.ARABIC: "ألجعي",
    Script.HEBREW: "לקץש",
    Script.DEVANAGARI: "कईऊइक्ष",
    Script.HAN: "国鷹口",
    Script.KANA: "国鷹ぶ",
    Script.HANGUL: "뷁꽃",
    Script.EMOJI: "😀",
}


@dataclass(frozen=True)
class Metrics:
    """Vertical measures of a face in ems: tops of capitals, of small letters, and the longest descender."""

    cap: float
    x: float
    descent: float


@dataclass(frozen=True)
class Glyphs:
    """One word, ready to draw at the origin on its baseline. Pixels.

    ``outline`` holds what is set letter by letter; ``blobs`` what had to be
    shaped, each with its x and with how far it hangs below the baseline.
    ``width`` is the advance.
    """

    text: str
    width: float
    outline: skia.Path
    blobs: tuple[tuple[skia.TextBlob, float, float], ...] = ()
    size: float = 0.0
    extremes: Metrics | None = None

    @property
    def ink(self) -> skia.Rect:
        """What the word covers, round the origin. Shaped scripts count with their tallest letters."""
        box = self.outline.getBounds()
        if self.blobs and self.extremes is not None:
            high, low = self.extremes.cap * self.size, self.extremes.descent * self.size
            box = skia.Rect.MakeLTRB(0, min(-high, box.top()), self.width, max(low, box.bottom()))
        return box

    @property
    def key(self) -> str:
        """What tells this word from others of the frame."""
        return f"{self.text}/{self.size:.1f}"

    def draw(self, canvas: skia.Canvas, paint: skia.Paint) -> None:
        """Draw at the canvas's origin."""
        held = pen()
        if held.mends:
            mend = held.mends.get(f"{self.key}/{paint.getColor() & 0xFFFFFF:06x}")
            paint = self._mended(canvas, paint, mend) if mend is not None else paint
        if held.marks is not None and paint.getStyle() == skia.Paint.kFill_Style:
            held.marks.append(mark(canvas, self.text, self.key, self.ink, paint))
        if held.writes:
            self.stamp(canvas, paint)

    def stamp(self, canvas: skia.Canvas, paint: skia.Paint) -> None:
        """Draw past the pen: what is a mark or a pattern and no word that has to be read."""
        if not self.outline.isEmpty():
            canvas.drawPath(self.outline, paint)
        for blob, x, lift in self.blobs:
            canvas.drawTextBlob(blob, x, -lift, paint)

    def _mended(self, canvas: skia.Canvas, paint: skia.Paint, mend: Mend) -> skia.Paint:
        alpha = paint.getAlphaf()
        if mend.plate is not None:
            plate = skia.Paint(Color=mend.plate, AntiAlias=True, Alphaf=alpha)
            room = self.size * 0.16
            canvas.drawRRect(skia.RRect.MakeRectXY(self.ink.makeOutset(room, room * 0.8), room, room), plate)
        if mend.color is None:
            return paint
        return skia.Paint(Color=mend.color, AntiAlias=True, Alphaf=alpha)


@lru_cache(maxsize=128)
def metrics(face: str) -> Metrics:
    """Measured from the outlines of H, x and p: the tables of display fonts are often generous."""
    made = font(typeface(face), size=_EM)

    def bounds(char: str) -> skia.Rect:
        return made.getPath(made.textToGlyphs(char)[0]).getBounds()

    return Metrics(-bounds("H").top() / _EM, -bounds("x").top() / _EM, bounds("p").bottom() / _EM)


@lru_cache(maxsize=4096)
def metrics_of(text: str, *, face: str) -> Metrics:
    """The measures of ``face`` with room for every script in ``text``."""
    own = metrics(face)
    others = [_extremes(script, face) for script in {script_of(char) for char in text} & _EXTREMES.keys()]
    top = max((high for high, _ in others), default=0.0)
    low = max((deep for _, deep in others), default=0.0)
    return Metrics(max(own.cap, top), own.x, max(own.descent, low))


@lru_cache(maxsize=256)
def _extremes(script: Script, face: str) -> tuple[float, float]:
    """How far the letters of ``script`` reach above and below the baseline, in ems."""
    tops, lows = [0.0], [0.0]
    for run in runs(_EXTREMES[script], face):
        made = font(run.source, size=_EM)
        for glyph in made.textToGlyphs(run.text):
            path = made.getPath(glyph)
            if path is not None and not path.isEmpty():
                tops.append(-path.getBounds().top() / _EM)
                lows.append(path.getBounds().bottom() / _EM)
    return max(tops), max(lows)


# Typefaces cannot be hashed, so lru_cache does not serve; there are only a few dozen.
_collections: dict[int, skia.textlayout.FontCollection] = {}


def _collection(source: skia.Typeface) -> skia.textlayout.FontCollection:
    if source.uniqueID() not in _collections:
        provider = skia.textlayout.TypefaceFontProvider()
        provider.registerTypeface(source, "face")
        collection = skia.textlayout.FontCollection()
        collection.setDefaultFontManager(provider)
        _collections[source.uniqueID()] = collection
    return _collections[source.uniqueID()]


def _shaped_width(text: str, source: skia.Typeface) -> float:
    builder = skia.textlayout.ParagraphBuilder(
        skia.textlayout.ParagraphStyle(), _collection(source), skia.Unicodes.ICU.Make()
    )
    style = skia.textlayout.TextStyle()
    style.setFontFamilies(["face"])
    style.setFontSize(_EM)
    builder.pushStyle(style)
    builder.addText(text)
    paragraph = builder.Build()
    paragraph.layout(1e7)
    return float(paragraph.MaxIntrinsicWidth)


# By the typeface's number for the same reason as above.
_widths: dict[tuple[int, str], float] = {}
_kerns: dict[tuple[int, str], float] = {}


def _char_width(char: str, source: skia.Typeface) -> float:
    key = (source.uniqueID(), char)
    if key not in _widths:
        made = font(source, size=_EM)
        glyphs = made.textToGlyphs(char)
        _widths[key] = float(made.getWidths(glyphs)[0]) if glyphs else 0.0
    return _widths[key]


def _kern(pair: str, source: skia.Typeface) -> float:
    """How much closer the pair stands than its advances say (GPOS kerning), in 1/1000 em."""
    key = (source.uniqueID(), pair)
    if key not in _kerns:
        alone = _shaped_width(pair[0], source) + _shaped_width(pair[1], source)
        closer = _shaped_width(pair, source) - alone
        # A ligature is not kerning: the glyphs are set one by one here.
        _kerns[key] = closer if abs(closer) < 0.18 * _EM else 0.0
    return _kerns[key]


def _run_width(run: Run) -> float:
    """In 1/1000 em."""
    if run.shaped:
        return _shaped_width(run.text, run.source)
    text = mirrored(run)
    widths = sum(_char_width(char, run.source) for char in text)
    return widths + sum(_kern(a + b, run.source) for a, b in pairwise(text))


@lru_cache(maxsize=8192)
def advance(text: str, *, face: str) -> float:
    """The width of ``text`` in ems."""
    return sum(_run_width(run) for run in runs(text, face)) / _EM


_PROBE = 96.0


@lru_cache(maxsize=1024)
def reach(text: str, *, face: str) -> tuple[float, float]:
    """How far the letters of ``text`` really reach above and below the baseline, in ems: measured on its pixels,
    for a shaped word is seldom as tall as its script may be."""
    glyphs = shape(text, face=face, size=_PROBE)
    if not glyphs.blobs:
        box = glyphs.outline.getBounds()
        return -box.top() / _PROBE, box.bottom() / _PROBE
    half = int(2 * _PROBE)
    surface = skia.Surface.MakeRaster(skia.ImageInfo.MakeA8(int(glyphs.width) + half, 2 * half))
    canvas = surface.getCanvas()
    canvas.translate(half / 2, half)
    glyphs.stamp(canvas, skia.Paint(AntiAlias=True))
    rows = np.flatnonzero(
        surface.toarray(colorType=skia.kAlpha_8_ColorType).reshape(2 * half, -1).any(axis=1)
    )
    if not len(rows):
        return 0.0, 0.0
    return (half - float(rows[0])) / _PROBE, (float(rows[-1]) + 1 - half) / _PROBE


@lru_cache(maxsize=1024)
def shape(text: str, *, face: str, size: float) -> Glyphs:
    """``text`` (one word, or words that stay together) in ``face`` at ``size`` pixels."""
    path = skia.Path()
    blobs = []
    x = 0.0
    for run in runs(text, face):
        made = font(run.source, size=size)
        if run.shaped:
            blob = skia.TextBlob.MakeFromShapedText(run.text, made, not run.right_to_left)
            # Shaped blobs hang from the top of the line instead of standing on the baseline.
            blobs.append((blob, x, -made.getMetrics().fAscent))
        else:
            _add_outlines(path, mirrored(run), run.source, size=size, x=x)
        x += _run_width(run) * size / _EM
    return Glyphs(text, x, path, tuple(blobs), size, metrics_of(text, face=face) if blobs else None)


def _add_outlines(path: skia.Path, text: str, source: skia.Typeface, *, size: float, x: float) -> None:
    made = font(source, size=size)
    for i, char in enumerate(text):
        glyph = made.textToGlyphs(char)
        outline = made.getPath(glyph[0]) if glyph else None
        if outline is not None:
            path.addPath(outline, x, 0.0)
        x += _char_width(char, source) * size / _EM
        if i + 1 < len(text):
            x += _kern(char + text[i + 1], source) * size / _EM
