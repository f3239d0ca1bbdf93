"""A photograph that fills the frame, with words on it that can be read: the veil under them is measured."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import skia
from PIL import Image

from generation.studio.design.color import argb, hex_of, mix
from generation.studio.design.contrast import READABLE, contrast, readable_on
from generation.studio.design.grounds import vivid_on
from generation.studio.motion import expo_out, progress, quint_out, sine_in_out
from generation.studio.pictures.focus import crop, saliency
from generation.studio.pictures.picture import Picture
from generation.studio.pictures.raster import pixels_of
from generation.studio.scenes.canvas import SMOOTH, Layer, sprite
from generation.studio.scenes.layout import Box
from generation.studio.scenes.lettering import Inks, headline, label
from generation.studio.scenes.pieces.window import shown, turn_seconds, turns
from generation.studio.scenes.stage import Stage
from generation.studio.typesetting import Align

_PUSH = 0.09
_SAFER = READABLE * 1.12
_DARKEST = 0.6
_MOST_HIDDEN = 0.35
"""Words may lie over so much of what matters; a picture that leaves them no calmer place gets a window."""

_BAR = 56.0
_BRIGHTEST = 98
"""The percentile of the pixels under the words that must still carry them: all but a few sparks."""


@dataclass(frozen=True)
class Veil:
    """Darkness over one end of the picture, ``begin`` to ``end`` in pixels: ``strength`` 0..1 under the
    words, which reach to the share ``reach`` of the way, then fading out."""

    color: str
    strength: float
    reach: float
    begin: tuple[float, float]
    end: tuple[float, float]


def cover(stage: Stage, pictures: Sequence[Picture]) -> tuple[Layer, ...]:
    """The frame full of photograph, the words where it is calm: above its focus or below it, left in a wide one.

    No layers at all when the picture would have to be darkened beyond recognition for them, or
    what matters in a wide one lies under them.
    """
    frame = stage.format
    width, height = math.ceil(frame.width * (1 + _PUSH)), math.ceil(frame.height * (1 + _PUSH))
    photos = tuple(filter(None, (shown(stage, one, width=width, height=height) for one in pictures)))
    if not photos:
        return ()
    hidden, from_top = _calmer_end(stage, photos)
    words = _box(stage, from_top=from_top)
    if hidden > _MOST_HIDDEN:
        return ()
    if frame.is_wide and any(_begins(stage, one) < words.right * 0.8 for one in pictures):
        return ()
    veils = [veil_for(photo, stage, words, from_top=from_top) for photo in photos]
    veil = max(veils, key=lambda one: one.strength)
    if veil.strength > _DARKEST:
        return ()
    return (_moving(stage, photos), _veiled(stage, veil), *_words(stage, words, veil, from_top=from_top))


def _calmer_end(stage: Stage, photos: Sequence[skia.Image]) -> tuple[float, bool]:
    """(how much of what matters words hide there, whether it is the upper end): the end where words hide
    least and need the thinnest veil."""
    priced = []
    for from_top in (True, False):
        words = _box(stage, from_top=from_top)
        hidden = max(_hidden(stage, photo, words) for photo in photos)
        veil = max(veil_for(photo, stage, words, from_top=from_top).strength for photo in photos)
        priced.append((hidden + 0.5 * veil, hidden, from_top))
    _, hidden, from_top = min(priced, key=lambda one: one[0])
    return hidden, from_top


def _hidden(stage: Stage, photo: skia.Image, words: Box) -> float:
    """The share 0..1 of what draws the eye in ``photo`` that lies under ``words``."""
    frame = stage.format
    map_ = saliency(Image.fromarray(np.ascontiguousarray(pixels_of(photo)[::4, ::4, :3])))
    tall, wide = map_.shape
    rows = slice(int(words.top / frame.height * tall), math.ceil(words.bottom / frame.height * tall))
    columns = slice(int(words.left / frame.width * wide), math.ceil(words.right / frame.width * wide))
    return float(map_[rows, columns].sum())


def _begins(stage: Stage, picture: Picture) -> float:
    """Where, in pixels from the left of the frame, what matters begins."""
    frame = stage.format
    left, _, right, _ = crop(
        picture.width, picture.height, focus=picture.focus, aspect=frame.width / frame.height
    )
    return (picture.focus.left * picture.width - left) / (right - left) * frame.width


def _box(stage: Stage, *, from_top: bool) -> Box:
    frame, safe = stage.format, stage.safe
    share = 0.46
    if frame.is_wide:
        wide = Box(safe.left, safe.top, safe.left + safe.width * 0.52, safe.bottom)
        return wide.rows(0.62)[0] if from_top else wide.rows(0.36)[1]
    return safe.rows(share)[0] if from_top else safe.rows(1 - share)[1]


def veil_for(photo: skia.Image, stage: Stage, words: Box, *, from_top: bool) -> Veil:
    """The thinnest veil that lets light words be read on ``photo`` inside the box ``words``."""
    frame = stage.format
    scale = photo.width() / frame.width
    # The picture moves while it is shown: what comes under the words later counts too.
    room = frame.height * _PUSH
    rows = slice(int(max(0.0, words.top - room) * scale), int((words.bottom + room) * scale), 3)
    columns = slice(0, int((words.right + room) * scale) if frame.is_wide else photo.width(), 3)
    part = pixels_of(photo)[rows, columns, :3].reshape(-1, 3)
    bright = part[np.argsort(part @ (0.2126, 0.7152, 0.0722))[int(len(part) * _BRIGHTEST / 100)]]
    behind = hex_of(*(float(v) for v in bright))
    color = stage.palette.ink
    strength = next(
        (s / 50 for s in range(8, 50) if contrast("#ffffff", mix(behind, color, s / 50)) >= _SAFER), 0.98
    )
    width, height = float(frame.width), float(frame.height)
    if frame.is_wide:
        return Veil(color, strength, words.right / width, (0.0, 0.0), (width, 0.0))
    if from_top:
        return Veil(color, strength, (words.bottom + room) / height, (0.0, 0.0), (0.0, height))
    return Veil(color, strength, (height - words.top + room) / height, (0.0, height), (0.0, 0.0))


def _moving(stage: Stage, photos: Sequence[skia.Image]) -> Layer:
    frame = stage.format
    turn = turn_seconds(stage, len(photos))
    side = stage.dice("cover").choice((-1, 1))

    def layer(canvas: skia.Canvas, t: float) -> None:
        for photo, seen, arrived in turns(photos, t, turn):
            settle = 0.10 * (1 - quint_out(progress(seen, start=-0.2, seconds=1.8)))
            gone = sine_in_out(min(max(seen, 0.0), 7.0) / 7.0)
            nearer = 1.01 + (_PUSH - 0.02) * gone + settle
            wide, tall = frame.width * nearer, frame.height * nearer
            x = frame.width / 2 + side * (wide - frame.width) * 0.4 * gone
            y = (frame.height - tall) / 2
            canvas.save()
            canvas.clipRect(skia.Rect.MakeLTRB(0, frame.height * (1 - arrived), frame.width, frame.height))
            y += frame.height * 0.25 * (1 - arrived)
            canvas.drawImageRect(photo, skia.Rect.MakeXYWH(x - wide / 2, y, wide, tall), SMOOTH)
            canvas.restore()

    return layer


def _veiled(stage: Stage, veil: Veil) -> Layer:
    """The veil, as strong as measured under all words, then fading; a breath of it at the other end."""
    frame = stage.format
    solid = min(veil.reach, 0.9)
    fade = min(solid + 0.24, 1.0)
    stops = [(0.0, min(veil.strength + 0.04, 1.0)), (solid, veil.strength), (fade, 0.0), (1.0, 0.22)]
    colors = [argb(veil.color, alpha) for _, alpha in stops]
    shader = skia.GradientShader.MakeLinear([veil.begin, veil.end], colors, [at for at, _ in stops])
    paint = skia.Paint(Shader=shader, Dither=True)
    image = sprite(frame.width, frame.height, lambda canvas: canvas.drawPaint(paint))

    def layer(canvas: skia.Canvas, t: float) -> None:
        del t
        canvas.drawImage(image, 0, 0)

    return layer


def _words(stage: Stage, box: Box, veil: Veil, *, from_top: bool) -> tuple[Layer, ...]:
    align = Align.LEFT
    detail = stage.scene.detail
    color = mix("#000000", veil.color, 0.9)
    text = readable_on((color,), candidates=("#ffffff", stage.palette.paper))
    box = Box(box.left, box.top + _BAR, box.right, box.bottom)
    upper = box.rows(0.74)[0] if detail else box
    wish = stage.loud(172, lines=4, align=align)
    inks = Inks(text, text, stage.palette.accent, _on(stage.palette.accent, stage))
    title, set_words = headline(stage, upper, wish=wish, inks=inks)
    total = set_words.height + (104 if detail else 0)
    if not from_top:
        top = box.bottom - total
        upper = Box(box.left, top, box.right, top + set_words.height + 1)
        title, set_words = headline(stage, upper, wish=wish, inks=inks)
    layers: list[Layer] = [_rule(stage, upper.left, upper.top - _BAR + 8), title]
    if detail:
        low = upper.top + set_words.height + 30
        line = Box(box.left, low, box.right, low + 92)
        wish = stage.plain(50, align=align, strong=True)
        layers.append(label(stage, detail, line, wish=wish, color=text, start=0.9)[0])
    return tuple(layers)


def _on(color: str, stage: Stage) -> str:
    return readable_on((color,), candidates=(stage.palette.ink, stage.palette.paper))


def _rule(stage: Stage, x: float, y: float) -> Layer:
    """A short bar of colour over the headline: the brand's hand on the photograph."""
    paint = skia.Paint(Color=argb(vivid_on(stage.palette.ink, stage.palette)), AntiAlias=True)

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = expo_out(progress(t, start=0.1, seconds=0.9))
        if p > 0.01:
            bar = skia.Rect.MakeXYWH(x, y, 132 * p, 12)
            canvas.drawRRect(skia.RRect.MakeRectXY(bar, 6, 6), paint)

    return layer
