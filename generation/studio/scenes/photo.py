"""Layouts for scenes that are led by a photograph: in a window beside the words, or filling the frame."""

from collections.abc import Sequence
from dataclasses import replace

from generation.studio.pictures.focus import crop
from generation.studio.pictures.picture import Kind, Picture
from generation.studio.pictures.raster import bears
from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.canvas import Layer
from generation.studio.scenes.layout import Box, caption_box, picture_low
from generation.studio.scenes.lettering import headline
from generation.studio.scenes.photo_cover import cover
from generation.studio.scenes.photos import own_pictures
from generation.studio.scenes.pieces.tag import underlined
from generation.studio.scenes.pieces.window import Shape, Window, window
from generation.studio.scenes.stage import Builder, Stage, is_tall
from generation.studio.script import Intent
from generation.studio.typesetting import Align

_MOUNTED = 0.7
"""A picture that fills less than this of its window without mush gets a border of paper."""

_REACHES = (1.0, 0.8, 0.6, 0.4, 0.2, 0.0)
"""How far windows are tried to reach, from above the captions (0) to the bottom (1)."""

_SHOWN = 0.85
_SLIMMEST, _WIDEST = 0.5, 1.6
"""A card shows so much of the breadth of what matters, and gets no wider than this for it."""

_MOST_HIDDEN = 0.22
"""Captions may pass over this share of what matters, and never over its middle."""

_LEAST_CARD = 0.6
"""A cut-out stands on a card of at least this share of the room, however small it is."""

_LEAST_COVER = 0.72
"""A picture that can fill less than this of the frame without mush is shown in a window instead."""


def arch(stage: Stage) -> tuple[Layer, ...]:
    """Words, and the photograph in a doorway under or beside them."""
    return _beside(stage, Shape.ARCH)


def circle(stage: Stage) -> tuple[Layer, ...]:
    """Words, and the photograph in a porthole."""
    return _beside(stage, Shape.CIRCLE)


def card(stage: Stage) -> tuple[Layer, ...]:
    """Words, and the photograph on a card."""
    return _beside(stage, Shape.CARD)


def full(stage: Stage) -> tuple[Layer, ...]:
    """The photograph fills the frame, the words stand on its calmer end; small pictures get a card."""
    pictures = own_pictures(stage)
    frame = stage.format
    if any(one.kind is Kind.CUTOUT for one in pictures):
        return card(stage)
    if min(bears(one, width=frame.width, height=frame.height) for one in pictures) < _LEAST_COVER:
        return card(stage)
    return cover(stage, pictures) or card(stage)


def _beside(stage: Stage, shape: Shape) -> tuple[Layer, ...]:
    pictures = own_pictures(stage)
    words, art = _divided(stage)
    align = Align.LEFT if stage.format.is_wide else Align.CENTER
    layers, end = _words(stage, words, align)
    if not stage.format.is_wide:
        art = Box(art.left, max(end + 62, art.top), art.right, art.bottom)
    place = uncovered(stage, pictures, art, shape)
    return (backdrop(stage, focus=place.box.center), window(stage, pictures, place), *layers)


def uncovered(stage: Stage, pictures: Sequence[Picture], art: Box, shape: Shape) -> Window:
    """The largest window inside ``art`` in which captions hide nothing that matters."""
    highest = caption_box(stage.format).top - 30
    for share in _REACHES:
        low = highest + (art.bottom - highest) * share
        place = _fitted(stage, pictures, Box(art.left, art.top, art.right, low), shape)
        if not any(_is_covered(stage, one, place) for one in pictures):
            break
    return place


def _divided(stage: Stage) -> tuple[Box, Box]:
    """(words, picture). The picture may reach under the captions, which bring a ground of their own."""
    frame, safe = stage.format, stage.safe
    if frame.is_wide:
        words, art = safe.columns(0.47, gap=90)
        return words, Box(art.left, frame.height * 0.07, frame.width * 0.955, frame.height * 0.93)
    share = 0.36 if frame.height > 1.5 * frame.width else 0.34
    words = safe.rows(share)[0]
    low = frame.height * (0.915 if frame.height > 1.5 * frame.width else 0.95)
    return words, Box(safe.left, words.top + 120, safe.right, low)


def _words(stage: Stage, box: Box, align: Align) -> tuple[tuple[Layer, ...], float]:
    """Headline and detail, and where they end."""
    detail = stage.scene.detail
    upper = box.rows(0.74)[0] if detail else box
    tall = is_tall(stage)
    wish = stage.loud(200 if tall else 150, lines=5 if stage.format.is_wide else 3, align=align)
    wish = replace(wish, filling=stage.format.is_wide)
    title, shown = headline(stage, upper, wish=wish)
    if stage.format.is_wide:
        top = box.top + (box.height - shown.height - (110 if detail else 0)) / 2
        upper = Box(box.left, top, box.right, top + shown.height + 1)
        title, shown = headline(stage, upper, wish=wish)
    end = upper.top + shown.height
    if not detail:
        return (title,), end
    line = Box(box.left, end + 30, box.right, end + 30 + 92)
    layer, setting = underlined(stage, detail, line, align=align, start=0.8, largest=48)
    return (title, layer), end + 30 + setting.height


def _fitted(stage: Stage, pictures: Sequence[Picture], art: Box, shape: Shape) -> Window:
    """The window inside ``art``: as large as looks well, and no larger than the picture bears.

    A picture that is too small for that becomes a print on a large field.
    """
    x, y = art.center
    wide, tall = art.width, art.height
    if shape is Shape.CIRCLE:
        wide = tall = min(wide, tall)
    elif shape is Shape.ARCH:
        wide = min(wide, tall * 0.84)
    else:
        tall = min(tall, wide / max(_needed(one) for one in pictures))
    shares = [bears(one, width=wide, height=tall) for one in pictures]
    share = min(shares)
    smallest = pictures[shares.index(share)]
    if share < _MOUNTED and smallest.kind is Kind.PHOTO:
        return _mounted(stage, smallest, art)
    share = max(share, _LEAST_CARD)
    wide, tall = wide * share, tall * share
    top = y - tall / 2 if stage.format.is_wide or share < 0.8 else art.bottom - tall
    return Window(Box(x - wide / 2, top, x + wide / 2, top + tall), shape, _lean(stage))


def _needed(picture: Picture) -> float:
    """The least aspect (width by height) of a window that shows most of what matters, of a wide thing too."""
    focus = picture.focus
    matters = (focus.right - focus.left) * picture.width * _SHOWN / picture.height
    return _SLIMMEST if picture.kind is Kind.CUTOUT else min(max(matters, _SLIMMEST), _WIDEST)


def _mounted(stage: Stage, picture: Picture, art: Box) -> Window:
    """A print on a field of its own colours that is as large as the room, clear of the captions."""
    band = caption_box(stage.format)
    if is_tall(stage):
        art = Box(art.left, art.top, art.right, min(art.bottom, picture_low(stage.format)))
    low = art.bottom if stage.format.is_wide else min(art.bottom, band.top - 26)
    room = Box(art.left, art.top, art.right, max(low, art.top + 40)).inset(art.width * 0.07, 40)
    scale = min(
        picture.widest / picture.width, room.width / picture.width, max(room.height, 40) / picture.height
    )
    (x, y), wide, tall = room.center, picture.width * scale, picture.height * scale
    print_ = Box(x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2)
    return Window(art, Shape.CARD, _lean(stage), print_)


def _is_covered(stage: Stage, picture: Picture, place: Window) -> bool:
    """Whether the captions would lie over what matters: over much of it, or over its very middle."""
    box, band = place.box, caption_box(stage.format)
    if place.hole is not None:
        return not stage.format.is_wide and place.hole.bottom > band.top
    _, top, _, bottom = crop(
        picture.width, picture.height, focus=picture.focus, aspect=box.width / box.height
    )

    def seen_at(share: float) -> float:
        """Where this share of the picture's height is seen in the frame."""
        return box.top + (share * picture.height - top) / (bottom - top) * box.height

    focus = picture.focus
    first, last = max(seen_at(focus.top), box.top), min(seen_at(focus.bottom), box.bottom)
    hidden = min(last, band.bottom) - max(first, band.top)
    room = band.height * 0.6
    in_the_middle = band.top - room < seen_at(focus.y) < band.bottom + room
    return in_the_middle or hidden > _MOST_HIDDEN * max(last - first, 1.0)


def _lean(stage: Stage) -> tuple[float, float]:
    side = stage.dice("lean").choice((-1, 1))
    reach = stage.format.short_side * 0.03
    return side * reach, -reach * 0.9


_WINDOWS: dict[str, Builder] = {"photo-arch": arch, "photo-circle": circle, "photo-card": card}

PHOTO_LAYOUTS: dict[Intent, dict[str, Builder]] = {
    Intent.HOOK: {"photo-full": full, "photo-card": card, "photo-arch": arch},
    Intent.PRODUCT: {**_WINDOWS, "photo-full": full},
    Intent.BENEFIT: {**_WINDOWS, "photo-full": full},
}


def builder(stage: Stage) -> Builder | None:
    """The photograph's layout that the scene names; None when it names none, or has no picture of that kind."""
    named = PHOTO_LAYOUTS.get(stage.scene.kind, {}).get(stage.scene.layout)
    return named if named is not None and own_pictures(stage) else None
