"""The first letter of the word that matters, larger than the frame, behind the sentence."""

import math
from collections.abc import Iterator

import skia

from generation.studio.design.color import mix
from generation.studio.design.contrast import READABLE, weakest
from generation.studio.design.grounds import MOTIF_OPACITY, Ground
from generation.studio.motion import back_out, expo_out, progress
from generation.studio.scenes.backdrop import backdrop, lively
from generation.studio.scenes.canvas import Layer, fill, sprite, stroke
from generation.studio.scenes.layout import Box
from generation.studio.scenes.posters.columns import calm, column, with_second_line
from generation.studio.scenes.stage import Stage, is_tall
from generation.studio.typesetting import clean, shape
from generation.studio.typesetting.scripts import SHAPED, Script, script_of
from generation.studio.typesetting.shaping import Glyphs

_DRAWN = 400.0
_SEEN = 1.16
"""The contrast with the ground at which a letter as large as the frame is seen."""


def ghost(stage: Stage) -> tuple[Layer, ...]:
    """An initial that leaves the frame on the side where lines end, in the ground's own colour; the words
    stand before it, at the foot of their room."""
    frame = stage.format
    room = column(stage, 0.62)
    wish = calm(stage, 190 if is_tall(stage) else 170, lines=6)
    words, covered = with_second_line(stage, room, wish=wish, at=1.0 if not frame.is_wide else 0.5)
    return (
        backdrop(stage, focus=(frame.width * 0.5, frame.height * 0.3), floored=False),
        _initial(stage),
        _rule(stage, covered),
        *words,
    )


def _shown(stage: Stage) -> str:
    """The initial; of scripts whose letters are joined, the word: alone, its letters are no initials."""
    scene = stage.scene
    words = clean(scene.emphasis or scene.headline).split() or ["•"]
    word = max(words, key=len)
    is_joined = script_of(word[0]) in SHAPED and script_of(word[0]) is not Script.EMOJI
    return word if is_joined else initial_of(scene.emphasis) or initial_of(scene.headline) or "•"


def initial_of(text: str) -> str:
    """The first letter or figure of ``text``, a capital where there are capitals."""
    word = clean(text)
    return next((char for char in word if char.isalnum()), "").upper()[:1]


def _initial(stage: Stage) -> Layer:
    """The letter and, a little apart, its outline: both drawn once, and then only moved."""
    frame, ground = stage.format, stage.ground
    glyphs = shape(_shown(stage), face=stage.pairing.display, size=_DRAWN)
    ink = _ink(glyphs)
    tall = is_tall(stage)
    room = (frame.width * 0.94, frame.height * 0.56) if tall else (frame.width * 0.62, frame.height * 1.02)
    if glyphs.blobs:
        # A word, not a letter: it may be cut by the frame's edge, and is tall all the same.
        room = (frame.width * 1.3, room[1] * 0.9)
    scale = min(room[0] / ink.width(), room[1] / ink.height())
    hand = -1 if stage.from_right else 1
    x = frame.width * (0.5 + hand * (0.2 if tall else 0.27))
    y = frame.height * (0.33 if tall else 0.5)
    body = _drawn(glyphs, ink, scale, fill(tone(ground, 0.36 if glyphs.blobs else 0.62)))
    prints = [(body, 0.0, 0.0)]
    if not glyphs.blobs:
        # Letters that are joined overlap where they join: an outline would show it.
        edge = _drawn(glyphs, ink, scale, stroke(tone(ground, 0.9), 5 / scale))
        prints.insert(0, (edge, 0.12, 0.035))

    def layer(canvas: skia.Canvas, t: float) -> None:
        for image, start, apart in prints:
            p = expo_out(progress(t, start=start, seconds=1.1 / stage.tempo))
            if p <= 0.004:
                continue
            away = (1 - p) * frame.width * 0.8 + apart * room[0] + 7 * t * (1 if apart else -0.6)
            lift = apart * room[0] * 0.6 + (9 * math.sin(t * 0.9) if apart else 0.0)
            canvas.drawImage(
                image, round(x + hand * away - image.width() / 2), round(y + lift - image.height() / 2)
            )

    return layer


def _ink(glyphs: Glyphs) -> skia.Rect:
    box = glyphs.ink
    return box if box.width() > 1 and box.height() > 1 else skia.Rect.MakeWH(_DRAWN, _DRAWN)


def _drawn(glyphs: Glyphs, ink: skia.Rect, scale: float, paint: skia.Paint) -> skia.Image:
    """The letter as a picture, with a little room around it."""
    edge = 8.0

    def draw(canvas: skia.Canvas) -> None:
        canvas.translate(edge, edge)
        canvas.scale(scale, scale)
        canvas.translate(-ink.left(), -ink.top())
        glyphs.stamp(canvas, paint)

    return sprite(ink.width() * scale + 2 * edge, ink.height() * scale + 2 * edge, draw)


def tone(ground: Ground, most: float = 0.62) -> str:
    """The ground's own colour as far on the way to its shapes' as words still read before it: the emphasised
    ones, too, where that leaves a letter to be seen."""
    inks = (ground.text,) if ground.boxed else (ground.text, ground.emphasis)
    base = lively(ground)[0]
    for readers in (inks, (ground.text,)):
        best = max(_tones(ground, base, readers, most), key=lambda one: weakest(one, (base,)), default=base)
        if weakest(best, (base,)) >= _SEEN:
            break
    return best


def _tones(ground: Ground, base: str, inks: tuple[str, ...], most: float) -> Iterator[str]:
    """For each of the ground's colours the mixture that goes farthest."""
    for target in (ground.shape, ground.shape_2, ground.motif):
        for step in range(10, 1, -1):
            made = mix(base, target, most * step / 10)
            behind = (made, mix(made, ground.motif, MOTIF_OPACITY))
            if min(weakest(ink, behind) for ink in inks) >= READABLE * 1.04:
                yield made
                break


def _rule(stage: Stage, words: Box) -> Layer:
    """A short thick rule over the words, with a dot at its end."""
    right = stage.from_right
    paint, dot = fill(stage.ground.shape), fill(stage.ground.shape_2)
    y, wide = max(words.top - 74, 12.0), 132.0

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = expo_out(progress(t, start=0.25, seconds=0.8))
        q = back_out(progress(t, start=0.55, seconds=0.6), 1.6)
        left = words.right - wide * p if right else words.left
        canvas.drawRect(skia.Rect.MakeXYWH(left, y, wide * p, 16), paint)
        if q > 0.01:
            x = words.right - wide - 30 if right else words.left + wide + 30
            canvas.drawCircle(x + 3 * math.sin(t * 2), y + 8, 11 * q, dot)

    return layer
