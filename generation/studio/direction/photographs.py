"""Where the customer's own pictures play: they lead the scenes about the product, in the customer's order.

Beside a real picture a drawn one looks like a stopgap, so scenes that show a
product repeat its pictures rather than fall back to drawings, and offers and
numbers show it or nothing; lists and steps keep their little signs.
"""

import random
from collections.abc import Sequence
from dataclasses import replace

from generation.studio.pictures.picture import Kind, Picture, picture_name
from generation.studio.scenes import LAYOUTS, PHOTO_LAYOUTS
from generation.studio.script import Intent
from generation.studio.storyboard import Scene

_LEADS = (Intent.PRODUCT, Intent.HOOK, Intent.BENEFIT)
"""The kinds of scenes that a picture may lead, the most fitting first."""

_DECORATED = {Intent.OFFER, Intent.NUMBER, Intent.QUOTE}
_MOST_IN_ONE = 3
_LARGE_ENOUGH = 400
"""Pixels of a frame that is 1080 wide."""

_SHOWS = {
    Intent.HOOK: ("rise", "impact"),
    Intent.PRODUCT: ("pedestal", "arch"),
    Intent.BENEFIT: ("spotlight", "note"),
}
"""The layouts in which a cut-out takes the place of a drawing; others are of type alone."""


def photographed(
    scenes: Sequence[Scene], *, pictures: Sequence[Picture], has_logo: bool, seed: int
) -> tuple[Scene, ...]:
    """The scenes, led by ``pictures`` where those fit. The same arguments give the same scenes."""
    if not pictures:
        return tuple(_signed(scene) if has_logo else scene for scene in scenes)
    parts = _parts(scenes, len(pictures))
    dice = random.Random(f"{seed}/photographs")
    before, done = "", []
    for i, scene in enumerate(scenes):
        shown = (
            _led(scene, parts[i], pictures, dice=dice, before=before)
            if i in parts
            else _without_drawing(scene, pictures)
        )
        before = shown.layout
        done.append(_hung(shown, pictures))
    done[-1] = _signed(done[-1]) if has_logo else _with_product(done[-1], pictures)
    return tuple(done)


def own_colors(pictures: Sequence[Picture], logo: Picture | None) -> tuple[str, ...]:
    """Brand colours of somebody who named none: the logo's, else the product's as its pictures show it."""
    cut = next((one for one in pictures if one.kind is Kind.CUTOUT), None)
    source = logo if logo is not None and logo.colors else cut or next(iter(pictures), None)
    return source.colors[:3] if source is not None else ()


def _parts(scenes: Sequence[Scene], count: int) -> dict[int, tuple[int, ...]]:
    """Which scene (by index) shows which pictures (by number from 1).

    Every picture is shown while there is a scene for it; fewer pictures than
    scenes come again, fewer scenes than pictures show several each.
    """
    takers = [i for kind in _LEADS for i, scene in enumerate(scenes) if scene.kind is kind]
    if not takers:
        return {}
    if len(takers) >= count:
        return {i: (place % count + 1,) for place, i in enumerate(takers)}
    return {
        i: tuple(range(place + 1, count + 1, len(takers)))[:_MOST_IN_ONE] for place, i in enumerate(takers)
    }


def _led(
    scene: Scene, numbers: tuple[int, ...], pictures: Sequence[Picture], *, dice: random.Random, before: str
) -> Scene:
    names = tuple(picture_name(number) for number in numbers)
    led = replace(scene, illustration=names[0], illustrations=names[1:])
    alone = len(numbers) == 1 and _stands_alone(pictures[numbers[0] - 1])
    choices = [name for name in _SHOWS[scene.kind] if name in LAYOUTS[scene.kind]] if alone else []
    choices = choices or list(PHOTO_LAYOUTS[scene.kind])
    if scene.layout in choices and scene.layout != before:
        return led
    fresh = [name for name in choices if name != before]
    return replace(led, layout=dice.choice(fresh or choices))


def _stands_alone(picture: Picture) -> bool:
    """Whether a picture can take the place of a drawing: cut out, and large enough to be looked at."""
    return picture.kind is Kind.CUTOUT and max(picture.widest, picture.tallest) >= _LARGE_ENOUGH


def _without_drawing(scene: Scene, pictures: Sequence[Picture]) -> Scene:
    """Figures and offers with the product beside them where it could be cut out, and else with nothing."""
    if scene.kind not in _DECORATED:
        return scene
    number = _cut_out_in(pictures)
    return replace(scene, illustration=picture_name(number) if number else "", illustrations=())


def _cut_out_in(pictures: Sequence[Picture]) -> int:
    """The number of the first cut-out, from 1; 0 when there is none."""
    return next((i for i, one in enumerate(pictures, start=1) if _stands_alone(one)), 0)


def _hung(scene: Scene, pictures: Sequence[Picture]) -> Scene:
    """A gallery shows the customer's pictures when there are enough of them."""
    if scene.kind is not Intent.GALLERY or len(pictures) < 2:
        return scene
    names = tuple(picture_name(number) for number in range(1, len(pictures) + 1))
    return replace(scene, illustration=names[0], illustrations=names[1:])


def _with_product(card: Scene, pictures: Sequence[Picture]) -> Scene:
    """The end card shows the product when it could be cut out; photographs would fight its button."""
    number = _cut_out_in(pictures)
    if card.kind is not Intent.ACTION:
        return card
    if not number:
        return _signed(card)
    return replace(card, illustration=picture_name(number), illustrations=(), layout="poster")


def _signed(card: Scene) -> Scene:
    """The end card with the mark alone."""
    if card.kind is not Intent.ACTION:
        return card
    layout = "glow" if "glow" in LAYOUTS[card.kind] else card.layout
    return replace(card, illustration="", illustrations=(), layout=layout)
