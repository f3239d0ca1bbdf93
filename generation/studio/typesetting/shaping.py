"""From characters to outlines. Words are drawn as paths: they may move by a tenth of a pixel
without the glyph grid making them tremble."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import skia

from generation.studio.typesetting.fonts import font, typeface, typeface_for

_EM = 1000.0
# Scripts whose letters change with their neighbours: shaped as a whole by HarfBuzz.
_SHAPED = (
    ("\u0590", "\u08ff"),
    ("\u0900", "\u0e7f"),
    ("\u0e80", "\u109f"),
    ("\u1780", "\u17ff"),
    ("\ufb1d", "\ufdff"),
    ("\ufe70", "\ufeff"),
)


@dataclass(frozen=True)
class Glyphs:
    """One word, ready to draw at the origin on its baseline. Pixels.

    ``outline`` is a path; ``blob`` is set instead for scripts that must be
    shaped, and hangs ``lift`` pixels too low. ``width`` is the advance.
    """

    text: str
    width: float
    outline: skia.Path
    blob: skia.TextBlob | None = None
    lift: float = 0.0

    def draw(self, canvas: skia.Canvas, paint: skia.Paint) -> None:
        """Draw at the canvas's origin."""
        if self.blob is not None:
            canvas.drawTextBlob(self.blob, 0, -self.lift, paint)
        else:
            canvas.drawPath(self.outline, paint)


@dataclass(frozen=True)
class Metrics:
    """Vertical measures of a face in ems: tops of capitals, of small letters, and the longest descender."""

    cap: float
    x: float
    descent: float


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in {"R", "AL"}:
            return True
        if direction == "L":
            return False
    return False


def _needs_shaping(text: str) -> bool:
    return any(low <= char <= high for char in text for low, high in _SHAPED)


@lru_cache(maxsize=128)
def metrics(face: str) -> Metrics:
    """Measured from the outlines of H, x and p: the tables of display fonts are often generous."""
    made = font(typeface(face), size=_EM)

    def bounds(char: str) -> skia.Rect:
        return made.getPath(made.textToGlyphs(char)[0]).getBounds()

    return Metrics(-bounds("H").top() / _EM, -bounds("x").top() / _EM, bounds("p").bottom() / _EM)


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


@lru_cache(maxsize=8192)
def _char_width(char: str, face: str) -> float:
    made = font(typeface_for(char, face=face), size=_EM)
    return float(made.getWidths(made.textToGlyphs(char))[0]) if made.textToGlyphs(char) else 0.0


@lru_cache(maxsize=8192)
def _kern(left: str, right: str, face: str) -> float:
    """How much closer the pair stands than its advances say (GPOS kerning), in 1/1000 em."""
    source = typeface_for(left, face=face)
    if source.uniqueID() != typeface_for(right, face=face).uniqueID():
        return 0.0
    alone = _shaped_width(left, source) + _shaped_width(right, source)
    pair = _shaped_width(left + right, source) - alone
    # A ligature is not kerning: the glyphs are set one by one here.
    return pair if abs(pair) < 0.18 * _EM else 0.0


@lru_cache(maxsize=8192)
def advance(text: str, *, face: str) -> float:
    """The width of ``text`` in ems."""
    if not text:
        return 0.0
    if _needs_shaping(text):
        return _shaped_width(text, typeface_for(_first_letter(text), face=face)) / _EM
    widths = sum(_char_width(char, face) for char in text)
    return (widths + sum(_kern(a, b, face) for a, b in pairwise(text))) / _EM


def _first_letter(text: str) -> str:
    return next((char for char in text if any(low <= char <= high for low, high in _SHAPED)), text[0])


@lru_cache(maxsize=1024)
def shape(text: str, *, face: str, size: float) -> Glyphs:
    """``text`` (one word, or words that stay together) in ``face`` at ``size`` pixels."""
    width = advance(text, face=face) * size
    if text and _needs_shaping(text):
        made = font(typeface_for(_first_letter(text), face=face), size=size)
        blob = skia.TextBlob.MakeFromShapedText(text, made, not is_right_to_left(text))
        # Shaped blobs hang from the top of the line instead of standing on the baseline.
        return Glyphs(text, width, skia.Path(), blob, -made.getMetrics().fAscent)
    return Glyphs(text, width, _outline(text, face, size))


def _outline(text: str, face: str, size: float) -> skia.Path:
    path = skia.Path()
    x = 0.0
    for i, char in enumerate(text):
        made = font(typeface_for(char, face=face), size=size)
        glyph = made.textToGlyphs(char)
        outline = made.getPath(glyph[0]) if glyph else None
        if outline is not None:
            path.addPath(outline, x, 0.0)
        x += _char_width(char, face) * size / _EM
        if i + 1 < len(text):
            x += _kern(char, text[i + 1], face) * size / _EM
    return path
