"""The end card: who it was, what to do now, where."""

import math
from dataclasses import dataclass

import skia

from generation.studio.design.color import argb
from generation.studio.design.contrast import readable_on
from generation.studio.motion import expo_out, progress, quint_out
from generation.studio.pictures.picture import Picture
from generation.studio.scenes.backdrop import backdrop, floating_dust
from generation.studio.scenes.canvas import Layer, fill, rect, stroke
from generation.studio.scenes.heading import is_tall
from generation.studio.scenes.layout import Box
from generation.studio.scenes.lettering import headline, label
from generation.studio.scenes.photos import lead_of
from generation.studio.scenes.pieces.button import ButtonColors, button
from generation.studio.scenes.pieces.mesh import mesh
from generation.studio.scenes.pieces.monogram import monogram
from generation.studio.scenes.pieces.sticker import sticker
from generation.studio.scenes.stage import Builder, Stage
from generation.studio.typesetting import Align, Wish, clean, fit


def glow(stage: Stage) -> tuple[Layer, ...]:
    """Everything centred on a gradient that flows; in tall frames the product stands at its foot."""
    frame, safe = stage.format, stage.safe
    tall = is_tall(stage)
    if frame.is_wide:
        mark_box, column = safe.columns(0.3, gap=60)
        radius = min(mark_box.width, mark_box.height) * 0.44
        mark = monogram(stage, mark_box.center[0], mark_box.center[1], radius, start=0.15)
        text = _stack(stage, column, Align.LEFT)
        return (_flow(stage, column), mark, *text)
    # The mark is as large as the words leave it.
    most = (210.0 if tall else 150.0) if frame.is_tall else 112.0
    gap = 56.0 if tall else 34.0
    left_over = safe.height - _Sizes.of(stage).below_name(stage, safe.width, Align.CENTER) - gap
    radius = max(min(most, left_over * 0.3), 76.0)
    mark = monogram(stage, frame.width / 2, safe.top + radius + 4, radius, start=0.15)
    column = Box(safe.left, safe.top + radius * 2 + gap, safe.right, safe.bottom)
    return (_flow(stage, column), _foot(stage), mark, *_stack(stage, column, Align.CENTER))


def _foot(stage: Stage) -> Layer:
    """The product once more, rising out of the lower edge, its companions at its sides; none beside words."""
    frame = stage.format
    lead = lead_of(stage)
    names = [name for name in stage.scene.illustrations if name != stage.scene.illustration][:2]
    ink = argb(stage.palette.ink)
    tall = is_tall(stage)
    size = frame.width * (0.62 if tall else 0.4)
    made = [sticker(lead, size, tilt=-5, shadow=ink)] if not frame.is_wide else []
    made += [sticker(name, size * 0.5, tilt=-9 + 18 * i, shadow=ink) for i, name in enumerate(names) if made]
    low = 0.885 if tall else 0.97
    places = ((0.5, low), (0.14, low + 0.015), (0.86, low + 0.02))

    def layer(canvas: skia.Canvas, t: float) -> None:
        for i, one in reversed(list(enumerate(made))):
            if one is not None:
                p = quint_out(progress(t, start=0.5 + 0.12 * i, seconds=1.0 / stage.tempo))
                x, y = frame.width * places[i][0], frame.height * places[i][1]
                y += (1 - p) * size + 8 * math.sin(t * 1.3 + i)
                if p > 0.01:
                    one.draw(canvas, x, y, squash=0.012 * math.sin(t * 1.3 + i))

    return layer


def _flow(stage: Stage, words: Box) -> Layer:
    """The flowing gradient, with rings and with dust everywhere but behind the words."""
    frame = stage.format
    colors = mesh(frame, stage.ground)
    dust = floating_dust(frame, stage.ground, dice=stage.dice("dust"), count=20)
    small = frame.short_side
    # Away from the text's own colour: a ring behind a line of words must not make it harder to read.
    ring = stroke("#000000" if stage.ground.is_dark else "#ffffff", 3.5, 0.2)

    def layer(canvas: skia.Canvas, t: float) -> None:
        colors(canvas, t)
        for i in range(4):
            radius = small * (0.34 + 0.2 * i) * (1 + 0.015 * math.sin(t * 1.1 + i))
            canvas.drawCircle(frame.width / 2, frame.height * 0.3, radius, ring)
        canvas.save()
        canvas.clipRect(rect(words), skia.ClipOp.kDifference, True)
        dust(canvas, t)
        canvas.restore()

    return layer


def _tagline(stage: Stage) -> str:
    """The scene's headline, unless it is the brand's name or the button's words again."""
    said = clean(stage.scene.headline).strip(" .!")
    known = {
        clean(text).strip(" .!").casefold()
        for text in (stage.storyboard.brand, stage.storyboard.call_to_action)
    }
    return "" if said.casefold() in known else clean(stage.scene.headline)


@dataclass(frozen=True)
class _Sizes:
    """Of everything on the end card, in pixels: type sizes, the button's height, the gaps."""

    name: float
    tag: float
    contact: float
    button: float
    under_name: float
    gap: float

    @classmethod
    def of(cls, stage: Stage) -> "_Sizes":
        if is_tall(stage):
            return cls(name=230, tag=68, contact=56, button=176, under_name=30, gap=58)
        if stage.format.is_wide:
            return cls(name=190, tag=60, contact=50, button=136, under_name=18, gap=40)
        return cls(name=190, tag=56, contact=48, button=136, under_name=16, gap=36)

    def tag_wish(self, stage: Stage, align: Align) -> Wish:
        return stage.plain(self.tag, align=align)

    def below_name(self, stage: Stage, width: float, align: Align) -> float:
        """The height of everything under the name."""
        tag, contact = _tagline(stage), clean(stage.storyboard.contact)
        tagged = (
            fit(tag, wish=self.tag_wish(stage, align), width=width, height=self.tag * 2.6).height
            if tag
            else 0.0
        )
        return self.under_name + tagged + self.gap + self.button + (self.contact * 1.9 if contact else 0.0)


def _stack(stage: Stage, column: Box, align: Align) -> tuple[Layer, ...]:
    """Brand, tagline, button, contact under one another, the whole in the middle of ``column``."""
    board, sizes = stage.storyboard, _Sizes.of(stage)
    tag, contact = _tagline(stage), clean(board.contact)
    rest = sizes.below_name(stage, column.width, align)
    brand = stage.cased(board.brand)
    wish = stage.loud(sizes.name, lines=3 if stage.format.is_wide else 2, align=align)
    room = Box(column.left, column.top, column.right, column.top + max(column.height - rest, 60))
    _, shown = headline(stage, room, wish=wish, text=brand, emphasis="")
    spare = max(0.0, column.height - rest - shown.height)
    top = column.top + spare * (0.3 if stage.format.is_tall else 0.5)
    place = Box(column.left, top, column.right, top + shown.height + 1)
    layers = [headline(stage, place, wish=wish, text=brand, emphasis="", start=0.3)[0]]
    y = top + shown.height + sizes.under_name
    if tag:
        box = Box(column.left, y, column.right, y + sizes.tag * 2.6)
        wish, color = sizes.tag_wish(stage, align), stage.ground.text
        line, setting = label(stage, tag, box, wish=wish, color=color, start=0.8)
        layers.append(line)
        y += setting.height
    y += sizes.gap
    layers.append(_button(stage, Box(column.left, y, column.right, y + sizes.button), align))
    if contact:
        y += sizes.button + sizes.contact * 0.62
        box = Box(column.left, y, column.right, y + sizes.contact * 1.28)
        wish = stage.plain(sizes.contact, lines=1, align=align, strong=True)
        layers.append(label(stage, contact, box, wish=wish, color=stage.ground.text, start=1.5)[0])
    return tuple(layers)


def _button(stage: Stage, box: Box, align: Align) -> Layer:
    palette, ground = stage.palette, stage.ground
    back = palette.ink if not ground.is_dark else palette.paper
    if ground.is_dark and ground.name == "deep":
        back = palette.accent
    colors = ButtonColors(
        plate=back,
        words=readable_on((back,), candidates=(palette.paper, palette.ink)),
        arrow=readable_on((back,), candidates=(palette.accent, palette.primary, palette.ink), least=3),
        shade=palette.ink,
    )
    text = clean(stage.storyboard.call_to_action) or stage.storyboard.brand
    return button(text, box, face=stage.pairing.strong, colors=colors, start=1.0, align=align)


def poster(stage: Stage) -> tuple[Layer, ...]:
    """Left-aligned on the motif, a great quarter disc in the corner with the picture on it."""
    frame, safe = stage.format, stage.safe
    tall = is_tall(stage)
    if frame.is_wide:
        column = safe.columns(0.58)[0]
        corner = (float(frame.width), float(frame.height) * 0.5)
        radius = frame.height * 0.56
    else:
        corner = (float(frame.width), 0.0)
        radius = frame.width * (0.66 if tall else 0.44 if frame.is_tall else 0.37)
        column = Box(safe.left, radius + 28, safe.right, safe.bottom)
    return (
        backdrop(stage, focus=corner),
        _corner(stage, corner, radius),
        *_stack(stage, column, Align.LEFT),
    )


def _corner(stage: Stage, corner: tuple[float, float], radius: float) -> Layer:
    lead = lead_of(stage)
    # A real product may be slender: it needs room above it that a drawing in its square does not.
    size, down = (0.68, 0.1) if isinstance(lead, Picture) else (0.86, 0.0)
    hero = sticker(lead, radius * size, tilt=-7, shadow=argb(stage.palette.ink))
    ground = stage.ground
    colors = (ground.shape, ground.shape_2)
    inward = 0.5 if corner[1] else 0.42
    spot = (corner[0] - radius * 0.46, corner[1] + (0 if corner[1] else radius * (inward + down)))
    mark = (
        None
        if hero is not None
        else monogram(stage, spot[0], spot[1] + (0 if corner[1] else 20), radius * 0.34, start=0.4)
    )

    def layer(canvas: skia.Canvas, t: float) -> None:
        for i, color in enumerate(colors):
            p = quint_out(progress(t, start=0.05 + 0.12 * i, seconds=1.0 / stage.tempo))
            reach = radius * (1.0 - 0.2 * i) * p * (1 + 0.012 * math.sin(t * 1.2 + i))
            canvas.drawCircle(*corner, reach, fill(color))
        if hero is not None:
            p = expo_out(progress(t, start=0.35, seconds=0.9))
            if p > 0.01:
                sway = math.sin(t * 1.3)
                hero.draw(canvas, spot[0], spot[1] + 9 * sway, scale=p * (1 + 0.006 * t), squash=0.012 * sway)
        elif mark is not None:
            mark(canvas, t)

    return layer


LAYOUTS: dict[str, Builder] = {"glow": glow, "poster": poster}
