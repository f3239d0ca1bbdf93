"""The end card: who it was, what to do now, where."""

import math
from dataclasses import dataclass, replace

import skia

from generation.studio.design.color import argb
from generation.studio.design.contrast import readable_on
from generation.studio.motion import expo_out, progress, quint_out
from generation.studio.pictures.picture import Picture
from generation.studio.scenes.backdrop import backdrop, floating_dust
from generation.studio.scenes.canvas import Layer, rect, stroke
from generation.studio.scenes.layout import Box, OnDisc
from generation.studio.scenes.lettering import headline, label
from generation.studio.scenes.light import cast, lit_disc, shade_of
from generation.studio.scenes.photos import lead_of
from generation.studio.scenes.pieces.button import ButtonColors, button
from generation.studio.scenes.pieces.mesh import mesh
from generation.studio.scenes.pieces.monogram import monogram
from generation.studio.scenes.pieces.sticker import sticker
from generation.studio.scenes.stage import Builder, Stage, is_tall
from generation.studio.typesetting import Align, Wish, clean, fit

_LONG = 24
"""Letters of a name that two lines would set small."""


def glow(stage: Stage) -> tuple[Layer, ...]:
    """Everything centred on a gradient that flows; in tall frames the product stands at its foot."""
    frame, safe = stage.format, stage.safe
    tall = is_tall(stage)
    if frame.is_wide:
        return _wide_glow(stage)
    # The mark is as large as the words leave it.
    most = (210.0 if tall else 150.0) if frame.is_tall else 112.0
    gap = 56.0 if tall else 34.0
    left_over = safe.height - _Sizes.of(stage).below_name(stage, safe.width, Align.CENTER) - gap
    radius = max(min(most, left_over * 0.3), 76.0)
    mark = monogram(stage, frame.width / 2, safe.top + radius + 4, radius, start=0.15)
    column = Box(safe.left, safe.top + radius * 2 + gap, safe.right, safe.bottom)
    return (_flow(stage, column), _foot(stage), mark, *_stack(stage, column, Align.CENTER))


def _wide_glow(stage: Stage) -> tuple[Layer, ...]:
    """The words at one side, as wide as their column, and the product at the other, or else the mark."""
    frame, safe = stage.format, stage.safe
    column, other = safe.columns(0.56, gap=60)
    if stage.from_right:
        column, other = (
            Box(safe.right - column.width, safe.top, safe.right, safe.bottom),
            safe.columns(0.44)[0],
        )
    x, y = other.center[0], frame.height * 0.46
    hero = sticker(lead_of(stage), frame.height * 0.7, tilt=-6, shadow=argb(stage.palette.ink))
    if hero is None:
        mark = monogram(stage, x, y, frame.height * 0.27, start=0.15)
        return (_flow(stage, column, (x, y)), mark, *_stack(stage, column, Align.LEFT, filling=True))
    small = 84.0
    end = column.right - small if stage.from_right else column.left + small
    mark = monogram(stage, end, safe.top + small, small, start=0.15)
    words = Box(column.left, safe.top + 2 * small + 30, column.right, column.bottom)

    def product(canvas: skia.Canvas, t: float) -> None:
        p = expo_out(progress(t, start=0.35, seconds=0.9))
        if p > 0.01:
            sway = math.sin(t * 1.3)
            hero.draw(canvas, x, y + 9 * sway, scale=p * (1 + 0.006 * t), squash=0.012 * sway)

    return (_flow(stage, words, (x, y)), product, mark, *_stack(stage, words, Align.LEFT, filling=True))


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


def _flow(stage: Stage, words: Box, center: tuple[float, float] | None = None) -> Layer:
    """The flowing gradient, with rings round ``center`` and with dust everywhere but behind the words."""
    frame = stage.format
    x, y = center or (frame.width / 2, frame.height * 0.3)
    colors = mesh(frame, stage.ground)
    dust = floating_dust(frame, stage.ground, dice=stage.dice("dust"), count=20)
    small = frame.short_side
    # Away from the text's own colour: a ring behind a line of words must not make it harder to read.
    ring = stroke("#000000" if stage.ground.is_dark else "#ffffff", 3.5, 0.2)

    def layer(canvas: skia.Canvas, t: float) -> None:
        colors(canvas, t)
        for i in range(4):
            radius = small * (0.34 + 0.2 * i) * (1 + 0.015 * math.sin(t * 1.1 + i))
            canvas.drawCircle(x, y, radius, ring)
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


def _stack(stage: Stage, column: Box, align: Align, *, filling: bool = False) -> tuple[Layer, ...]:
    """Brand, tagline, button, contact under one another, the whole in the middle of ``column``; the brand
    ``filling`` its width, each line at a size of its own."""
    board, sizes = stage.storyboard, _Sizes.of(stage)
    tag, contact = _tagline(stage), clean(board.contact)
    rest = sizes.below_name(stage, column.width, align)
    brand = stage.cased(board.brand)
    wish = stage.loud(
        sizes.name, lines=3 if stage.format.is_wide or filling or len(brand) > _LONG else 2, align=align
    )
    wish = replace(wish, filling=filling)
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
    """Left-aligned on the motif, a great disc in a corner with the picture on it: the lower one in tall
    frames, under the words, and the upper one beside them in others."""
    frame, safe = stage.format, stage.safe
    tall = is_tall(stage)
    if tall:
        place = OnDisc(
            (frame.width * 0.56, safe.bottom + 14 + frame.width * 0.86),
            frame.width * 0.86,
            (frame.width * 0.6, frame.height * 0.872),
            frame.width * 0.66,
        )
        column = safe
    elif frame.is_wide:
        column, radius = safe.columns(0.58)[0], frame.height * 0.56
        hand = -1 if stage.from_right else 1
        if stage.from_right:
            column = Box(safe.right - column.width, safe.top, safe.right, safe.bottom)
        corner = (frame.width * (0.5 + 0.5 * hand), frame.height * 0.5)
        place = OnDisc(corner, radius, (corner[0] - hand * radius * 0.46, corner[1]), radius * 0.94)
    else:
        radius = frame.width * (0.48 if frame.is_tall else 0.4)
        column = Box(safe.left, radius + 14, safe.right, safe.bottom)
        spot = (frame.width - radius * 0.46, radius * 0.45)
        place = OnDisc((float(frame.width), 0.0), radius, spot, radius * 0.9)
    return (
        backdrop(stage, focus=place.disc, floored=not tall),
        _corner(stage, place),
        *_stack(stage, column, Align.LEFT, filling=True),
    )


def _corner(stage: Stage, place: OnDisc) -> Layer:
    lead, (x, y) = lead_of(stage), place.spot
    # A real product may be slender: it needs room above it that a drawing in its square does not.
    slender = isinstance(lead, Picture) and y < place.radius
    hero = sticker(lead, place.size * (0.8 if slender else 1.0), tilt=-7, shadow=argb(stage.palette.ink))
    y += place.radius * 0.1 if slender else 0.0
    if hero is not None and is_tall(stage):
        # Its head stays under the words, however tall it is.
        y = max(y, stage.safe.bottom + 40 - hero.corner[1])
    ground = stage.ground
    colors = (ground.shape, ground.shape_2)
    discs = [lit_disc(one, *place.disc, place.radius, frame=stage.format) for one in colors]
    shade = shade_of(stage.palette.ink)
    mark = None if hero is not None else monogram(stage, x, y, place.size * 0.38, start=0.4)

    def layer(canvas: skia.Canvas, t: float) -> None:
        for i, paint in enumerate(discs):
            p = quint_out(progress(t, start=0.05 + 0.12 * i, seconds=1.0 / stage.tempo))
            reach = place.radius * (1.0 - 0.2 * i) * p * (1 + 0.012 * math.sin(t * 1.2 + i))
            outline = skia.Path()
            outline.addCircle(*place.disc, reach)
            cast(canvas, outline, shade)
            canvas.drawPath(outline, paint)
        if hero is not None:
            p = expo_out(progress(t, start=0.35, seconds=0.9))
            if p > 0.01:
                sway = math.sin(t * 1.3)
                hero.draw(canvas, x, y + 9 * sway, scale=p * (1 + 0.006 * t), squash=0.012 * sway)
        elif mark is not None:
            mark(canvas, t)

    return layer


LAYOUTS: dict[str, Builder] = {"glow": glow, "poster": poster}
